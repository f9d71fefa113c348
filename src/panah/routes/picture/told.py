"""What a picture tells, as values: words and marks with their days, before anything has a place on a page."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """One item of a list: the mark it has on the calendar (kind and name) and its words."""

    kind: str
    name: str
    words: str


class Made(NamedTuple):
    """Steps made on one day, by their names; ``returned``: the last of them is the return."""

    day: int
    names: tuple[str, ...]
    returned: bool
    words: str


class Gate(NamedTuple):
    """A filing on the calendar: on its last safe day, the day it opens or the day asked. ``longest``: of its answer."""

    kind: str
    name: str
    day: int
    words: str
    longest: int | None
    without_cap: bool


class Bar(NamedTuple):
    """What closes a route from the day asked; ``until`` None: nothing known ends it."""

    until: int | None
    words: str


class Lane(NamedTuple):
    """One route. ``added`` are the days that filings add for certain: from the day of return without them."""

    title: str
    days: tuple[str, ...]
    at_once: tuple[Made, ...]
    full_terms: tuple[Made, ...]
    full_words: str
    gates: tuple[Gate, ...]
    bars: tuple[Bar, ...]
    entries: tuple[Entry, ...]
    remarks: tuple[str, ...]

    def all_days(self) -> list[int]:
        """Give every day that a mark stands on."""
        days = [made.day for made in (*self.at_once, *self.full_terms)]
        days += [gate.day for gate in self.gates]
        return days + [bar.until for bar in self.bars if bar.until is not None]


class Told(NamedTuple):
    """The whole picture in words."""

    as_of: int
    title: str
    first: str
    lanes: tuple[Lane, ...]
    outside: tuple[str, tuple[Entry, ...]]
    asked: tuple[Entry, ...]
    remarks: tuple[str, ...]
