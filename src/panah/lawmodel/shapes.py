"""Whether the files of the law have the shape they must have; every fault with its file, line, and how to mend it.

Only a cache miss and `panah law check` import this module: it needs pydantic, which the docket must not wait for.
What the files say is checked by :mod:`panah.lawmodel.linting`; here only that they can be read at all.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from panah.errors import Problem
from panah.lawmodel.country_shapes import (
    CalendarShape,
    CountingShape,
    CountryShape,
    InstrumentsShape,
    OffencesShape,
    TimeZonesShape,
)
from panah.lawmodel.example_shapes import ExamplesShape
from panah.lawmodel.exposure_shapes import ExposuresShape, RecordedShape
from panah.lawmodel.route_shapes import RoutesShape
from panah.lawmodel.rule_building import EDITION_KEYS
from panah.lawmodel.rule_shapes import RulesShape
from panah.lawmodel.vocabulary_shapes import ActsShape, BodiesShape, CodesShape, ResearchShape, StagesShape
from panah.timelimits import CalendarFormError, ZoneFormError, calendar_from, zone_from
from panah.yamlfiles import Node, nearest

_VOCABULARY: dict[str, type[BaseModel]] = {
    "acts.yaml": ActsShape, "bodies.yaml": BodiesShape, "countries.yaml": CodesShape, "stages.yaml": StagesShape,
}  # fmt: skip
_BESIDE_RULES: dict[str, type[BaseModel]] = {
    "country.yaml": CountryShape, "counting.yaml": CountingShape, "instruments.yaml": InstrumentsShape,
    "exposures.yaml": ExposuresShape, "offences.yaml": OffencesShape, "recorded.yaml": RecordedShape,
    "research.yaml": ResearchShape, "routes.yaml": RoutesShape, "time-zones.yaml": TimeZonesShape,
}  # fmt: skip
_CODES = {
    "string_type": "law-wrong-kind-words",
    "string_too_short": "law-wrong-kind-words",
    "string_pattern_mismatch": "law-wrong-form",
    "int_type": "law-wrong-kind-number",
    "greater_than_equal": "law-wrong-kind-number",
    "less_than_equal": "law-wrong-kind-number",
    "bool_type": "law-wrong-kind-true-or-false",
    "list_type": "law-wrong-kind-list",
    "too_short": "law-wrong-kind-list",
    "dict_type": "law-wrong-kind-table",
    "model_type": "law-wrong-kind-table",
    "model_attributes_type": "law-wrong-kind-table",
    "law-bad-time": "law-bad-time",
    "law-keys-together": "law-keys-together",
}
_NEEDED = {
    "moves": ("from-day", "cite", "confidence"),
    "limits": ("from-day", "cite", "confidence", "length", "counting"),
    "shields": ("from-day", "cite", "confidence", "strength", "source", "while"),
    "steps": ("from-day", "cite", "confidence"),
    "filings": ("from-day", "cite", "confidence"),
    "routes": ("from-day", "cite", "confidence"),
    "exposures": ("from-day", "cite", "confidence"),
}
SHAPES: dict[str, type[BaseModel]] = {
    "rules": RulesShape,
    "calendar": CalendarShape,
    "examples": ExamplesShape,
    **{name.removesuffix(".yaml"): shape for name, shape in {**_BESIDE_RULES, **_VOCABULARY}.items()},
}
"""The shape of every kind of file, by the name of its JSON Schema."""


def check_shapes(nodes: Mapping[str, Node]) -> list[Problem]:
    """Check the shape of law files.

    Args:
        nodes: The content of each file by its path below the folder of the law (``kz/custody.yaml``).

    Returns:
        Every problem of every file, in the order of the files and lines. Codes: ``law-unknown-key``,
        ``law-missing-key``, ``law-word-not-known``, ``law-wrong-kind``, ``law-bad-time``, ``law-file-missing``,
        ``law-not-buildable``.
    """
    problems = [problem for path, node in nodes.items() for problem in _file_problems(path, node)]
    problems += _missing_files(nodes)
    problems += _between_files(nodes, {problem.file for problem in problems})
    places = {path: number for number, path in enumerate(nodes)}
    return sorted(problems, key=lambda problem: (places.get(problem.file, -1), problem.line))


def shape_of(path: str) -> type[BaseModel]:
    """Give the shape that a file must have, by its path: what has no name of its own is a file of rules."""
    folder, _, name = path.partition("/")
    if folder == "vocabulary":
        return _VOCABULARY.get(name, CodesShape)
    if name.startswith("calendar/"):
        return CalendarShape
    if name.startswith("examples/"):
        return ExamplesShape
    return _BESIDE_RULES.get(name, RulesShape)


def _file_problems(path: str, node: Node) -> list[Problem]:
    shape = shape_of(path)
    try:
        shape.model_validate(node.data)
    except ValidationError as error:
        details = error.errors(include_url=False)
        cut = {detail["loc"] for detail in details if detail["loc"][-1:] != ("[key]",) and detail["input"] is None}
        return [
            Problem(path, node.line(detail["loc"]), "law-text-cut", {"found": _shown(detail["loc"][-1])})
            if detail["loc"] in cut
            else _problem(path, node, shape, detail)
            for detail in details
            # an unquoted comma in {ru: …} makes a key of what follows it: one fault, told once
            if not (detail["loc"][-1:] == ("[key]",) and detail["loc"][:-1] in cut)
        ]
    if shape in {RulesShape, RoutesShape, ExposuresShape}:
        return _incomplete_editions(path, node)
    return []


def _problem(path: str, node: Node, shape: type[BaseModel], detail: ErrorDetails) -> Problem:
    kind = detail["type"]
    loc = detail["loc"]
    key = ".".join(str(step) for step in loc if step != "[key]")
    line = node.line(loc)
    found = _shown(detail["input"])
    context = detail.get("ctx", {})
    if kind == "extra_forbidden":
        known = _keys_of(shape, loc[:-1])
        near = nearest(str(loc[-1]), known) or known
        return Problem(path, line, "law-unknown-key", {"key": key, "known": ", ".join(near)})
    if kind == "missing":
        return Problem(path, line, "law-missing-key", {"key": str(loc[-1]), "in": ".".join(map(str, loc[:-1])) or path})
    if kind == "literal_error":
        return Problem(path, line, "law-word-not-known", {"key": key, "found": found, "known": context["expected"]})
    expected = str(context.get("expected", context.get("pattern", "")))
    return Problem(
        path, line, _CODES.get(kind, "law-wrong-kind-other"), {"key": key, "found": found, "expected": expected}
    )


def _keys_of(shape: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """Give the keys that may stand at a place inside a shape."""
    found: object = shape
    for step in loc:
        found = _inside(found, step)
    return [
        field.alias or name
        for one in _alternatives(found)
        if isinstance(one, type) and issubclass(one, BaseModel)
        for name, field in one.model_fields.items()
    ]


def _inside(kind: object, step: str | int) -> object:
    """Follow one step of a path from a type to the type of the part."""
    for one in _alternatives(kind):
        if isinstance(one, type) and issubclass(one, BaseModel):
            for name, field in one.model_fields.items():
                if (field.alias or name) == step:
                    return field.annotation
        elif get_origin(one) in (list, dict):
            return get_args(one)[-1]
    return None


def _alternatives(kind: object) -> Iterator[object]:
    if get_origin(kind) is Annotated:
        yield from _alternatives(get_args(kind)[0])
    elif get_origin(kind) in (list, dict) or isinstance(kind, type):
        yield kind
    else:
        for one in get_args(kind):
            yield from _alternatives(one)


def _incomplete_editions(path: str, node: Node) -> list[Problem]:
    """Find editions that lack what only rule, edition and defaults together must give."""
    problems: list[Problem] = []
    rules = node.data
    if not isinstance(rules, dict):
        return problems
    defaults = _table(rules.get("defaults"))
    for kind, needed in _NEEDED.items():
        for name, rule in _table(rules.get(kind)).items():
            shared = {key: value for key, value in _table(rule).items() if key in EDITION_KEYS}
            editions = _table(rule).get("editions")
            for number, edition in enumerate(editions if isinstance(editions, list) and editions else [{}]):
                given = {**defaults, **shared, **_table(edition)}
                at = (kind, name, "editions", number) if editions else (kind, name)
                problems += [
                    Problem(path, node.line(at), "law-missing-key", {"key": key, "in": ".".join(map(str, at))})
                    for key in needed
                    if given.get(key) in (None, "", [])
                ]
    return problems


def _missing_files(nodes: Mapping[str, Node]) -> list[Problem]:
    folders = {path.partition("/")[0] for path in nodes} | {"vocabulary"}
    needed = [f"{folder}/country.yaml" for folder in sorted(folders) if folder != "vocabulary"]
    needed += [f"vocabulary/{name}" for name in _VOCABULARY]
    return [Problem(path, 1, "law-file-missing", {"path": path}) for path in needed if path not in nodes]


def _between_files(nodes: Mapping[str, Node], broken: set[str]) -> list[Problem]:
    """Find what only the files of a pack together show; files with other problems are left alone."""
    problems: list[Problem] = []
    tracks = {path.partition("/")[0]: _table(node.data).get("tracks") for path, node in nodes.items() if _is_head(path)}
    years: dict[tuple[str, object], str] = {}
    for path, node in nodes.items():
        folder, _, name = path.partition("/")
        data = _table(node.data)
        if path in broken or folder == "vocabulary":
            continue
        key = "id" if _is_head(path) else "country"
        if data.get(key, folder) != folder:
            values = {"key": key, "found": str(data[key]), "expected": folder}
            problems.append(Problem(path, node.line((key,)), "law-wrong-form", values))
        known = tracks.get(folder)
        if isinstance(known, list) and data.get("track", known[:1]) not in [*known, known[:1]]:
            values = {"what": "track", "found": str(data["track"]), "known": ", ".join(map(str, known))}
            problems.append(Problem(path, node.line(("track",)), "law-loose-reference", values))
        if name.startswith("calendar/"):
            first = years.setdefault((folder, data.get("year")), path)
            if first != path:
                problems.append(Problem(path, node.line(("year",)), "law-id-twice", {"rule": name, "first": first}))
        problems += _unbuildable(path, node)
    return problems


def _is_head(path: str) -> bool:
    return path.partition("/")[2] == "country.yaml"


def _unbuildable(path: str, node: Node) -> list[Problem]:
    """Find what only the builders of calendars and zones see."""
    data = _table(node.data)
    try:
        if "/calendar/" in path:
            calendar_from(str(data["country"]), [data])
        elif path.endswith("/time-zones.yaml"):
            for zone in _items(data["zones"]):
                zone_from(_table(zone))
    except CalendarFormError as error:
        return [_not_buildable(path, node, where, words) for _, where, words in error.problems]
    except ZoneFormError as error:
        return [_not_buildable(path, node, "zones", str(error))]
    return []


def _not_buildable(path: str, node: Node, where: str, words: str) -> Problem:
    entry = where.rpartition(" ")[2]
    line = node.line(("days", int(entry) - 1) if entry.isdigit() else (where,))
    return Problem(path, line, "law-not-buildable", {"where": where, "found": words})


def _table(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _shown(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return str(value).lower().replace("none", "null")
    if isinstance(value, list):
        return "[…]"
    return "{…}" if isinstance(value, dict) else str(value)
