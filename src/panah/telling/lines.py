"""One line of the docket: its values, and how its name and day are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.dates import day_words, weekday
from panah.lawmodel.vocabulary import in_language
from panah.timelimits import iso

if TYPE_CHECKING:
    from panah.procedure.casefile import CaseFile
    from panah.procedure.position import BreachFound, Deadline
    from panah.telling.beside import Dated

DEFENCE, AUTHORITY, OVER = "defence", "authority", "over"
"""Tones: what binds the defence, what an authority owes or broke, what is over. They only repeat what words say."""


class Line(NamedTuple):
    """One line of the docket in words.

    ``on`` is the day to work to (an ordinal), ``day`` and ``distance`` the same in words; ``item`` what the line tells;
    ``said`` what the lawyer said of the day, if anything.
    """

    on: int
    day: str
    distance: str
    name: str
    title: str
    cite: str
    details: tuple[str, ...]
    tone: str
    case: str
    item: Deadline | BreachFound | Dated
    said: str = ""


class Entry(NamedTuple):
    """A line with the group and place it takes."""

    group: str
    place: tuple[int, int, str, str]
    line: Line


def short_name(casefile: CaseFile, lang: str) -> str:
    """Give the last word of a person's name; the whole name of a group."""
    name = in_language(casefile.names, lang)
    return name if casefile.persons > 1 else (name.split() or [casefile.case])[-1]


def column_day(day: int, lang: str, *, year: bool) -> str:
    """Write a day for a column, its number always two wide: ``пн  9 фев``."""
    words = day_words(day, lang, short=True, year=year)
    return f"{weekday(day, lang)} {words if words[1].isdigit() else ' ' + words}"


def year_of(day: int) -> str:
    """Give the year of a day (an ordinal)."""
    return iso(day)[:4]
