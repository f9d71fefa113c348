"""The scale of a timeline: the beginnings of months, or days where few are shown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from panah.dates import day_words
from panah.texts import say
from panah.web.cases.timeline_values import Tick

if TYPE_CHECKING:
    from collections.abc import Callable

LETTER = 6.1
"""Width of a letter of the small words, a little more than any font needs on average."""
_FEW_DAYS = 75
_STEPS = (1, 2, 7, 14)
_WORDS_OF_A_DAY = 9
"""Letters of a short day, with the space that keeps two apart."""


def ticks_of(first: int, last: int, place: Callable[[float], float], width: int, lang: str) -> tuple[Tick, ...]:
    """Give the marks of the scale between two days (ordinals).

    Args:
        first: The first day shown.
        last: The last day shown.
        place: Gives the place of a day.
        width: Where words must end.
        lang: Language of the words.
    """
    days = last - first
    return tuple(
        _days(first, last, place, width, lang) if days <= _FEW_DAYS else _months(first, last, place, width, lang)
    )


def _days(first: int, last: int, place: Callable[[float], float], width: int, lang: str) -> list[Tick]:
    room = _WORDS_OF_A_DAY * LETTER
    step = next((one for one in _STEPS if place(first + one) - place(first) >= room), _STEPS[-1])
    begin = first + 1 if step < 7 else first + 1 - (first % 7 - 1) % 7 + 7  # weeks begin on Mondays
    return [
        Tick(place(day), day_words(day, lang, short=True, year=False) if place(day) + room < width else "")
        for day in range(begin, last, step)
    ]


def _months(first: int, last: int, place: Callable[[float], float], width: int, lang: str) -> list[Tick]:
    ticks: list[Tick] = []
    months = say(lang, "page.month-ticks").split("|")
    begin, after = date.fromordinal(first), -100.0
    year, month = begin.year, begin.month
    while True:
        month += 1
        if month > 12:
            year, month = year + 1, 1
        day = date(year, month, 1).toordinal()
        if day >= last:
            return ticks
        x = place(day)
        words = f"{months[month - 1]} {year}" if month == 1 or not ticks else months[month - 1]
        room = len(words) * LETTER + 8
        ticks.append(Tick(x, words if x - after >= 0 and x + room < width else ""))
        after = x + room if ticks[-1].words else after
