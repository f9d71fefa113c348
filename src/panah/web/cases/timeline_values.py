"""The timeline as values with places: what the template draws."""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """An act: its number in the list of acts, its place, and the days between which it happened."""

    number: int
    x: float
    y: float
    left: float
    right: float
    sure: bool
    disputed: bool
    words: str


class Bracket(NamedTuple):
    """A limit from its start to its end; ``late`` is the last end under any reading."""

    left: float
    right: float
    late: float
    y: float
    tone: str
    words: str
    at: float
    anchor: str
    full: str


class Band(NamedTuple):
    """A bar of custody or a hatched time of a rule not kept."""

    left: float
    width: float
    y: float
    words: str
    sure: bool


class Lane(NamedTuple):
    """One track."""

    title: str
    top: float
    height: float
    marks: tuple[Mark, ...]
    brackets: tuple[Bracket, ...]
    custody: tuple[Band, ...]
    broken: tuple[Band, ...]


class Tick(NamedTuple):
    """The beginning of a month."""

    x: float
    words: str


class Timeline(NamedTuple):
    """Everything that is drawn. ``today`` is the place of the day asked."""

    width: int
    height: float
    left: int
    today: float
    today_words: str
    today_anchor: str
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    zoom: int
    zooms: tuple[int, ...]
    bottom: float
