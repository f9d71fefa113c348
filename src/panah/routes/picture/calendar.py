"""Where a day stands: a calendar as wide as the lanes, stretched where days lie close, broken where nothing happens.

Every day that a mark stands on has room for the mark. What is left of the width is shared out by the days between; a
stretch longer than ``_LONGEST`` days is cut to that, and the cut is marked.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from panah.dates import span_words

if TYPE_CHECKING:
    from collections.abc import Iterable

_ROOM = 78
"""Room for one mark and its day, as wide as the lanes allow."""
_LONGEST = 62
_WEEKS_UP_TO = 130
_AFTER = 7


class Tick(NamedTuple):
    """The beginning of a month or a week; without words where the sign alone is drawn."""

    at: float
    words: str
    month: bool


class Calendar:
    """Places of days between two ends of a line.

    Args:
        today: The day (ordinal) that stands at the left end.
        days: The days with marks; those before ``today`` have no place.
        left, right: The ends.
    """

    def __init__(self, today: int, days: Iterable[int], left: float, right: float) -> None:
        """Share out the width."""
        known = sorted({today, *(day for day in days if day > today)})
        self.today = today
        self.left, self.right = left, right
        self.knots = [*known, known[-1] + _AFTER]
        gaps = [after - before for before, after in zip(self.knots, self.knots[1:], strict=False)]
        shown = [min(gap, _LONGEST) for gap in gaps]
        room = min(_ROOM, 0.8 * (right - left) / len(gaps))
        per_day = (right - left - room * len(gaps)) / sum(shown)
        self._cut = [gap > _LONGEST for gap in gaps]
        self._places = [left]
        for days_shown in shown:
            self._places.append(self._places[-1] + room + days_shown * per_day)

    def at(self, day: int) -> float:
        """Give the place of a day; days outside the calendar stand at its ends."""
        if day <= self.knots[0]:
            return self.left
        if day >= self.knots[-1]:
            return self.right
        place = bisect_right(self.knots, day) - 1
        begin, end = self.knots[place], self.knots[place + 1]
        here, there = self._places[place], self._places[place + 1]
        return here + (there - here) * (day - begin) / (end - begin)

    def cuts(self) -> list[float]:
        """Give the places at which a long stretch is cut short."""
        ends = zip(self._places, self._places[1:], self._cut, strict=False)
        return [here + 0.6 * (there - here) for here, there, cut in ends if cut]

    def ticks(self, lang: str) -> list[Tick]:
        """Give the beginnings of months, the first one at the left end; of weeks too where the calendar is short."""
        first, last = self.knots[0], self.knots[-1]
        weeks = last - first <= _WEEKS_UP_TO
        ticks = [Tick(self.left, _month_words(first, lang), month=True)]
        for day in range(first + 1, last):
            if self._is_cut(day):
                continue
            at = date.fromordinal(day)
            if at.day == 1:
                ticks.append(Tick(self.at(day), _month_words(day, lang), month=True))
            if weeks and at.weekday() == 0:
                ticks.append(Tick(self.at(day), str(at.day), month=False))
        return ticks

    def _is_cut(self, day: int) -> bool:
        place = bisect_right(self.knots, day) - 1
        return self._cut[place] and day not in self.knots


def _month_words(day: int, lang: str) -> str:
    at = date.fromordinal(day)
    first = at.replace(day=1)
    last = date(at.year + at.month // 12, at.month % 12 + 1, 1).toordinal() - 1
    return span_words(first.toordinal(), last, lang)
