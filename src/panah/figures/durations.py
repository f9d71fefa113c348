"""How long people were in custody: each time from seizure to release, as spans of days.

A day count is the distance between the two days: seized and released on one day is nought. Whoever is still held, as
far as the record tells, has been held *at least* so long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.figures.counts import Count, Counts, Figure
from panah.procedure.outcome import STATUS
from panah.timelimits import FAR_PAST, day_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from panah.lawmodel import Vocabulary
    from panah.procedure import CaseFile
    from panah.procedure.facts import Fact
    from panah.procedure.position import Presumed

_HELD = "in-custody"
Key = tuple[str, int]
"""A time in custody: the country, and whether it was the first there, the second, …: versions may begin differently."""


class Held(NamedTuple):
    """Days in custody, at least and at most; ``high`` is None while it lasts or where nothing tells its beginning."""

    low: int
    high: int | None
    ended: bool


class _Term(NamedTuple):
    case: str
    low: int
    high: int | None
    sure: bool


def held_times(
    facts: list[Fact], casefile: CaseFile, vocabulary: Vocabulary, presumed: tuple[Presumed, ...], as_of: int
) -> dict[Key, Held]:
    """Give the times in custody that one telling knows.

    Where the first act on record presumes an earlier seizure, the time may have begun with the presumed one.
    """
    earlier = {item.because_of: item.between[0] for item in presumed if vocabulary.acts[item.act].whereabouts == _HELD}
    running: dict[str, Fact] = {}
    found: dict[Key, Held] = {}
    for fact in facts:
        if fact.act is None:
            continue
        tells = vocabulary.acts[fact.kind].whereabouts
        country = fact.act.country or casefile.stays
        if tells == _HELD:
            running.setdefault(country, fact)
        elif tells not in {None, STATUS} and country in running:
            start = running.pop(country)
            last = as_of if fact.last_day is None else min(fact.last_day, as_of)
            _add(found, country, _held(start, earlier, fact.first_day, last, as_of))
    for country, start in running.items():
        low = _held(start, earlier, as_of, as_of, as_of).low
        _add(found, country, Held(low, None, ended=False))
    return found


def _add(found: dict[Key, Held], country: str, held: Held) -> None:
    place = 1
    while (country, place) in found:
        place += 1
    found[country, place] = held


def _held(start: Fact, earlier: Mapping[str, int], first_end: int, last_end: int, as_of: int) -> Held:
    begin = min(start.first, earlier.get(start.id, start.first))
    latest_begin = as_of if start.last_day is None else min(start.last_day, as_of)
    low = max(0, first_end - latest_begin)
    return Held(low, None if begin <= FAR_PAST else max(low, last_end - day_of(begin)), ended=True)


class Durations:
    """Collects times in custody over many cases, by country."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._terms: dict[str, list[_Term]] = {}
        self._counts = Counts("runs")

    def add(self, case: str, tellings: list[dict[Key, Held]]) -> None:
        """Take in one case: its times in custody in each telling. A group is held as one."""
        for key in dict.fromkeys(key for told in tellings for key in told):
            country = key[0]
            there = [told[key] for told in tellings if key in told]
            highs = [held.high for held in there if held.high is not None]
            sure = len(there) == len(tellings)
            term = _Term(
                case,
                low=min(held.low for held in there),
                high=max(highs) if len(highs) == len(there) else None,
                sure=sure,
            )
            self._terms.setdefault(country, []).append(term)
            marks = [
                {f"custody/{country}/runs": True} | ({} if told[key].ended else {f"custody/{country}/unfinished": True})
                if key in told
                else {}
                for told in tellings
            ]
            self._counts.add(case, 1, marks)

    def figures(self) -> list[Figure]:
        """Give, by country, how many times, how many not ended, and the shortest, the middle, the longest in days."""
        found = self._counts.figures()
        for country, terms in self._terms.items():
            cases = tuple(sorted({term.case for term in terms}))
            unsure = tuple(sorted({term.case for term in terms if not term.sure}))
            if any(term.sure for term in terms):
                for name, place in (("shortest", 0.0), ("median", 0.5), ("longest", 1.0)):
                    low, high = _at(terms, place)
                    found.append(Figure(f"custody/{country}/{name}", "days", Count(low, high, cases, unsure)))
        return sorted(found)


def _at(terms: list[_Term], place: float) -> tuple[int, int | None]:
    """Give the days at a place of the order, lowest and highest over every choice of terms that may not be there."""
    unbounded = 1 << 40
    sure_lows = [term.low for term in terms if term.sure]
    sure_highs = [unbounded if term.high is None else term.high for term in terms if term.sure]
    more_lows = sorted(term.low for term in terms if not term.sure)
    more_highs = sorted(
        (unbounded if term.high is None else term.high for term in terms if not term.sure), reverse=True
    )
    low = min(_ranked(sure_lows + more_lows[:taken], place)[0] for taken in range(len(more_lows) + 1))
    high = max(_ranked(sure_highs + more_highs[:taken], place)[1] for taken in range(len(more_highs) + 1))
    return low, None if high * 2 >= unbounded else high


def _ranked(days: list[int], place: float) -> tuple[int, int]:
    """Give the value at a place between the least (0) and the greatest (1), rounded down and up between two."""
    days = sorted(days)
    doubled = int(place * 2) * (len(days) - 1)
    total = days[doubled // 2] + days[(doubled + 1) // 2]
    return total // 2, (total + 1) // 2
