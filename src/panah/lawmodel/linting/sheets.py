"""The files of a pack as the linter walks them: each rule with its place, so that a problem has a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.errors import Problem
from panah.lawmodel.exposure_building import EXPOSURES, TRACK
from panah.lawmodel.route_building import ROUTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from panah.lawmodel.packs import Pack
    from panah.yamlfiles import Node

At = tuple[str | int, ...]
KINDS = ("moves", "limits", "shields", "breaches")
ROUTE_KINDS = {"steps": "step", "filings": "filing", "routes": "route"}
"""What ``routes.yaml`` holds, and what stands in its ids where rules have their track."""


class Sheet(NamedTuple):
    """One file of a pack: its path below the folder of the law, and its content."""

    path: str
    node: Node

    @property
    def data(self) -> dict[str, object]:
        """The content; its shape is known to be a table."""
        return table(self.node.data)

    def problem(self, code: str, at: At, **values: str) -> Problem:
        """Make a problem with a place in this file."""
        return Problem(self.path, self.node.line(at), code, values)


class Rule(NamedTuple):
    """A rule as written: its kind, its full id, and where it stands."""

    kind: str
    id: str
    track: str
    sheet: Sheet
    at: At
    data: dict[str, object]


def sheets_of(pack: Pack, nodes: Mapping[str, Node]) -> list[Sheet]:
    """Give the files of a pack that hold law."""
    beside = ("examples/", "calendar/")
    return [
        Sheet(path, node)
        for path, node in nodes.items()
        if path.startswith(f"{pack.id}/") and not path.partition("/")[2].startswith(beside)
    ]


def rules_of(sheets: list[Sheet], pack: Pack) -> Iterator[Rule]:
    """Go through every rule of a pack."""
    for sheet in sheets:
        for kind, track in _kinds(sheet, pack):
            for name, data in table(sheet.data.get(kind)).items():
                own = table(data).get("id") or name
                yield Rule(kind, full_id(str(own), pack, track), track, sheet, (kind, name), table(data))


def _kinds(sheet: Sheet, pack: Pack) -> Iterator[tuple[str, str]]:
    """Give the kinds of rules that a file holds, each with its track or what stands for it."""
    name = sheet.path.removeprefix(f"{pack.id}/")
    track = sheet.data.get("track")
    if name == EXPOSURES:
        yield f"{TRACK}s", TRACK
    elif name == ROUTES:
        yield from ROUTE_KINDS.items()
    elif isinstance(track, str):
        yield from ((kind, track) for kind in KINDS)


def full_id(name: str, pack: Pack, track: str) -> str:
    """Give the whole id of a rule named in a file of a track."""
    return name if "/" in name else f"{pack.id}/{track}/{name}"


def table(value: object) -> dict[str, object]:
    """Give a mapping, or an empty one."""
    return value if isinstance(value, dict) else {}


def entries(value: object) -> list[object]:
    """Give a list; one item stands for a list of one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def walk(data: object, at: At = ()) -> Iterator[tuple[At, str, object]]:
    """Go through every key of a tree: the place of the key, the key, its value."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*at, key), key, value
            yield from walk(value, (*at, key))
    elif isinstance(data, list):
        for number, item in enumerate(data):
            yield from walk(item, (*at, number))
