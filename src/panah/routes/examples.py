"""Worked examples of the law: a small case, the day asked, and what a lawyer worked out by hand.

An example is data beside the rules (``law/<pack>/examples/``). Here it is replayed and compared; nothing here prints or
fails, so that tests, `panah law check` and the mutation of the law can all ask.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from panah.procedure.answers import answer
from panah.procedure.casefile_reading import read_casefile
from panah.procedure.replay import replay_with_moments
from panah.routes.answers import past_answer, plain_routes
from panah.routes.exposures import exposures_answer, exposures_of
from panah.routes.finding import find_routes
from panah.timelimits import parse_day
from panah.yamlfiles import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from panah.errors import Problem
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile

Plain = dict[str, object]
_LISTS = (
    "deadlines", "remedies", "protections", "breaches", "presumed", "anomalies", "notes", "exposures", "routes", "past",
)  # fmt: skip
_SPREAD = ("due", "on", "between")
"""Parts of an item whose keys an example names as if they were the item's own."""
_HEAD: Plain = {"panah": 1, "case": "worked-example", "person": {"name": {"en": "Worked Example"}}, "acts": []}


def read_examples(folder: Path, pack: str) -> list[Plain]:
    """Read the worked examples of a pack in the order of their files; what cannot be read has none here.

    Args:
        folder: The folder of the law.
        pack: The id of the pack.
    """
    found: list[Plain] = []
    for path in sorted((folder / pack / "examples").glob("*.yaml")):
        node, _ = read_yaml(path.read_bytes(), path.name)
        found += _items(_table(None if node is None else node.data).get("examples"))
    return found


def works(example: Plain, rule: str) -> bool:
    """Whether an example works a rule."""
    rules = example.get("rules")
    return isinstance(rules, list) and rule in rules


def casefile_of(example: Mapping[str, object], law: Law) -> tuple[CaseFile | None, list[Problem]]:
    """Give the small case of an example, or every problem."""
    whole = {**_HEAD, **_table(example["case"])}
    return read_casefile(json.dumps(whole, ensure_ascii=False), "example", law.vocabulary)


def run(example: Mapping[str, object], law: Law) -> list[str]:
    """Replay a worked example.

    Args:
        example: ``case`` (the body of a case file), ``as-of``, perhaps ``known-on``, and ``expect``.
        law: The law to replay it against.

    Returns:
        Every difference between what was expected and what came out, in words; none if the example holds.
        An item expected is met by an item that has at least its keys with these values; an empty list expects none;
        ``only: true`` expects no second one of its name; ``absent`` ids must not appear. Of a route, ``way`` names all
        the steps of its fastest chain in order, and ``offers`` all its filings.
    """
    if not isinstance(example["case"], dict):
        return ["case: expected the body of a case file"]
    casefile, problems = casefile_of(example, law)
    if casefile is None:
        return [f"case: {problem.code} {problem.values}" for problem in problems]
    as_of = parse_day(str(example["as-of"]))
    known_on = None if example.get("known-on") is None else parse_day(str(example["known-on"]))
    expected = _table(example["expect"])
    position, here = replay_with_moments(casefile, law, as_of=as_of, known_on=known_on)
    found = answer(position, casefile, law, "en")
    if not expected.keys().isdisjoint({"exposures", "routes", "past"}):
        found["exposures"] = exposures_answer(exposures_of(here), "en")
        routes = find_routes(here, as_of)
        found["routes"] = plain_routes(routes, law, "en")
        found["past"] = [
            past_answer(routes.past(parse_day(str(asked["day"]))), routes, position, law, "en")
            for asked in _items(expected.get("past"))
        ]
    return differences(expected, found)


def differences(expected: Plain, found: Plain) -> list[str]:
    """Compare what is expected with one case of an answer."""
    told: list[str] = []
    if "outcome" in expected and expected["outcome"] != found["outcome"]:
        told.append(f"outcome: expected {expected['outcome']}, found {found['outcome']}")
    stages = {str(item["track"]): item for item in _items(found["stages"])}
    for track, stage in _table(expected.get("stages")).items():
        now = stages.get(track, {}).get("stage")
        if now != stage:
            told.append(f"stages: {track}: expected {stage}, found {now}")
    for track, since in _table(expected.get("since")).items():
        now = list(_table(stages.get(track, {}).get("since")).values())
        if now != since:
            told.append(f"since: {track}: expected {since}, found {now}")
    for name in _LISTS:
        if expected.get(name) == [] and found.get(name):
            told.append(f"{name}: expected none, found {[_name(item) for item in _items(found[name])]}")
        told += _list_differences(name, _items(expected.get(name)), _items(found.get(name)))
    absent = expected.get("absent")
    present = {_name(item) for name in _LISTS for item in _items(found.get(name))}
    told += [f"absent: {name} appears" for name in (absent if isinstance(absent, list) else []) if name in present]
    return told


def _list_differences(name: str, expected: list[Plain], found: list[Plain]) -> list[str]:
    told: list[str] = []
    items = [_flat(item) for item in found]
    for given in expected:
        wanted = {key: value for key, value in given.items() if key != "only"}
        key = "id" if "id" in wanted else next(iter(wanted))
        if given.get("only") is True and sum(item.get(key) == wanted[key] for item in items) > 1:
            told.append(f"{name}: expected only one {wanted[key]}, found more")
        if any(_says(item, wanted) for item in items):
            continue
        near = [item for item in items if item.get(key) == wanted[key]]
        shown = [{part: item.get(part) for part in wanted} for item in near]
        told.append(f"{name}: expected {wanted}, found {shown or 'none such'}")
    return told


def _says(found: object, wanted: object) -> bool:
    """Whether a value says at least what is wanted: tables by their keys, lists by their items."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return all(_says(found.get(key), value) for key, value in wanted.items())
    if isinstance(wanted, list) and isinstance(found, list) and any(isinstance(item, dict) for item in wanted):
        return all(any(_says(item, one) for item in found) for one in wanted)
    return found == wanted


def _name(item: Plain) -> object:
    return item.get("id", item.get("act"))


def _flat(item: Plain) -> Plain:
    """Bring the ends of an item to its top, readings to days by their id, steps and filings of a route to names."""
    flat = dict(item)
    for part in _SPREAD:
        flat.update(_table(item.get(part)))
    readings = _items(item.get("readings"))
    if readings and "due" in readings[0]:
        flat["readings"] = {str(reading["id"]): reading["due"] for reading in readings}
    if "chain" in item:
        flat["way"] = [link["step"] for link in _items(_table(item["chain"])["at-once"])]
        flat["offers"] = [held["filing"] for held in _items(item.get("filings"))]
    return flat


def _table(value: object) -> Plain:
    return value if isinstance(value, dict) else {}


def _items(value: object) -> list[Plain]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
