"""The counting of ``computation`` told step by step, for a reader who must be able to check it by hand.

A step is a stable code and its values; the words are made where they are shown (``texts``). The steps are walked
anew and not taken from the result, so that a test can hold the two against each other.
"""

from typing import NamedTuple

from panah.timelimits.calendars import Calendar
from panah.timelimits.computation import (
    IsOff,
    end_of,
    last_minute,
    months_away,
    months_in,
    surely_off,
    surely_worked,
)
from panah.timelimits.days import DAY, clock, iso
from panah.timelimits.periods import Period
from panah.timelimits.regimes import Regime
from panah.timelimits.zones import Zone, changes_between


class Step(NamedTuple):
    """One step of a counting.

    Attributes:
        what: ``start``, ``first-day-not-counted``, ``first-day-counted``, ``hours-run``, ``clocks-change``,
            ``raw-end``, ``no-such-number``, ``eve-of-same-number``, ``skipped``, ``uncertain``, ``not-rolled``,
            ``rolled``, ``office-closes``, ``end`` or ``end-between``.
        values: Days as ``2025-05-04``, minutes as ``2025-05-04T10:17``, weekdays with Monday as 1.
    """

    what: str
    values: dict[str, str | int]


def explain(
    start_minute: int,
    period: Period,
    regime: Regime,
    calendar: Calendar | None,
    zones: tuple[Zone, ...] = (),
    lang: str = "en",
) -> list[Step]:
    """Count a time limit and tell every step.

    Args:
        start_minute: Local minute of the triggering event.
        period: Length as the law states it.
        regime: Manner of counting.
        calendar: As in ``end_of``.
        zones: As in ``end_of``.
        lang: Language of the reasons of holidays.

    Returns:
        The steps; the last is ``end`` (value ``at``) or ``end-between`` (values ``first`` and ``last``).

    Raises:
        CalendarMissingError: The calendar does not reach.
        TimeRangeError: The end leaves years 1 to 9999.
    """
    length: dict[str, str | int] = {"amount": period.amount, "unit": period.unit, "regime": regime.id}
    if period.unit == "hours":
        start = Step("start", {"at": moment(start_minute), **_weekday(start_minute // DAY), **length})
        return [start, *_hours(start_minute, period, regime, zones)]
    day = start_minute // DAY
    end_of(start_minute, period, regime, calendar)  # refuses what cannot be counted before a step is told
    counted = regime.first_unit == "included"
    steps = [
        Step("start", {**_at(day), **length}),
        Step("first-day-counted" if counted else "first-day-not-counted", _at(day if counted else day + 1)),
    ]
    if period.unit == "working-days":
        return steps + _working_days(day if counted else day + 1, period, regime, calendar, lang)
    raw = day + period.amount - (1 if counted else 0)
    if period.unit in {"months", "years"}:
        same = months_away(day, months_in(period), period)
        if iso(same)[8:] != iso(day)[8:]:
            steps.append(Step("no-such-number", {"number": int(iso(day)[8:]), **_at(same)}))
        raw = same
        if counted:
            raw = same - 1
            steps.append(Step("eve-of-same-number", _at(same)))
    steps.append(Step("raw-end", _at(raw)))
    if not regime.rolls:
        return [*steps, Step("not-rolled", _at(raw)), *_ends(raw, raw, regime)]
    return steps + _rolling(raw, regime, calendar, lang)


def moment(minute: int) -> str:
    """Write a local minute, ``2025-05-04T10:17``."""
    return f"{iso(minute // DAY)}T{clock(minute)}"


def _hours(start: int, period: Period, regime: Regime, zones: tuple[Zone, ...]) -> list[Step]:
    end = end_of(start, period, regime, None, zones)
    steps = [Step("hours-run", {"from": moment(start), "hours": period.amount, "days": period.amount // 24})]
    nominal = start + period.amount * 60
    for zone, minute, offset, after in changes_between(start, nominal, zones):
        change: dict[str, str | int] = {"zone": zone.id, "at": moment(minute), "minutes": after - offset}
        steps.append(Step("clocks-change", change))
    return [*steps, _end_step(end.first, end.last)]


def _working_days(first: int, period: Period, regime: Regime, calendar: Calendar | None, lang: str) -> list[Step]:
    steps: list[Step] = []
    early = _nth(first, period.amount, surely_worked(calendar, first))
    late = _nth(first, period.amount, surely_off(calendar, first))
    # Beyond the early end only what may move it is told.
    for day in range(first, late + 1):
        steps += _day_step(day, calendar, lang)
    return [*steps, Step("raw-end", {**_at(early)}), *_ends(early, late, regime)]


def _nth(first: int, amount: int, is_off: IsOff) -> int:
    day, counted = first - 1, 0
    while counted < amount:
        day += 1
        counted += not is_off(day)
    return day


def _rolling(raw: int, regime: Regime, calendar: Calendar | None, lang: str) -> list[Step]:
    off, worked = surely_off(calendar, raw), surely_worked(calendar, raw)
    early = late = raw
    while worked(early):
        early += 1
    while off(late):
        late += 1
    steps: list[Step] = []
    for day in range(raw, late):
        steps += _day_step(day, calendar, lang)
    if late > raw:
        rolled: dict[str, str | int] = {"from": iso(raw), **_at(late)}
        steps.append(Step("rolled", rolled))
    return [*steps, *_ends(early, late, regime)]


def _day_step(day: int, calendar: Calendar | None, lang: str) -> list[Step]:
    if calendar is None:
        return []
    status = calendar.status(day)
    if status == "working":
        return []
    reason = "holiday" if day in calendar.listed_by_day else "weekend"
    what = "uncertain" if status == "either" else "skipped"
    return [Step(what, {**_at(day), "reason": reason, "why": calendar.why(day, lang)})]


def _ends(early: int, late: int, regime: Regime) -> list[Step]:
    steps: list[Step] = []
    if regime.office_closes is not None:
        steps.append(Step("office-closes", {"clock": clock(regime.office_closes)}))
    return [*steps, _end_step(last_minute(early, regime), last_minute(late, regime))]


def _end_step(first: int, last: int) -> Step:
    if first == last:
        return Step("end", {"at": moment(first), **_weekday(first // DAY)})
    return Step("end-between", {"first": moment(first), "last": moment(last), **_weekday(last // DAY)})


def _at(day: int) -> dict[str, str | int]:
    return {"day": iso(day), **_weekday(day)}


def _weekday(day: int) -> dict[str, str | int]:
    return {"weekday": (day - 1) % 7 + 1}
