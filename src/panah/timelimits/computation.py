"""Counting: from the minute that starts a time limit to the last minute that is still in time.

Pure arithmetic on local minutes. Readings, extensions and imprecise triggers are not here: the caller counts from each
end of a span (``procedure``). The same counting told step by step is in ``explaining``.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple, Protocol

from panah.timelimits.calendars import Calendar, CalendarMissingError
from panah.timelimits.days import DAY
from panah.timelimits.periods import Period
from panah.timelimits.regimes import Regime
from panah.timelimits.zones import Zone, add_minutes

_LONGEST_WALK: Final = 366


class End(NamedTuple):
    """End of a time limit, in local minutes; each end is the last minute that is in time.

    Attributes:
        first: The earliest end: every uncertain day taken as a working day.
        last: The latest end: every uncertain day taken as off. Also differs from ``first`` where the zone, or which of
            two equal clock times was meant, is not known.
        unrolled: The end before it moves off a non-working day.
        uncertain: Ordinals of the days that make ``first`` and ``last`` differ and that the calendar is not sure of.
    """

    first: int
    last: int
    unrolled: int
    uncertain: tuple[int, ...] = ()


class TimeRangeError(ValueError):
    """An end before year 1 or after year 9999; ``code`` is ``end-out-of-range``."""

    code: Final = "end-out-of-range"

    def __init__(self, period: Period) -> None:
        """Keep the period."""
        self.period = period
        super().__init__(f"end-out-of-range: {period} leaves the calendar")


class IsOff(Protocol):
    """Takes a day as off or not; decides what an uncertain day is."""

    def __call__(self, day: int, /) -> bool:
        """Tell whether the day is off."""


def end_of(
    start_minute: int, period: Period, regime: Regime, calendar: Calendar | None, zones: tuple[Zone, ...] = ()
) -> End:
    """Count a time limit.

    Hours run in real time from the minute of the start and never roll. Other units look at the day of the start only;
    it is counted or not as the regime says. Months and years end on the same number of the last month or on its last
    day, a day earlier when the first day is counted. Working days end on the n-th working day.

    Args:
        start_minute: Local minute of the triggering event.
        period: Length as the law states it.
        regime: Manner of counting.
        calendar: Needed for working days and where the regime rolls.
        zones: Zones the hours may run in, several where the place is not known; empty: no change of clocks.

    Raises:
        CalendarMissingError: The calendar does not reach.
        TimeRangeError: The end leaves years 1 to 9999.

    >>> from panah.timelimits import clock, day_of, iso, parse_date, parse_period, regime_from
    >>> custody = regime_from("xx/custody", {"first-unit": "included", "rolls": "no"})
    >>> iso(day_of(end_of(parse_date("2025-08-31").first, parse_period("12 months"), custody, None).last))
    '2026-08-30'
    """
    if period.unit == "hours":
        return _end_of_hours(start_minute, period.amount * 60, zones)
    return _counter(period, regime, calendar)(start_minute // DAY)


def before(
    end_minute: int,
    period: Period,
    regime: Regime,
    calendar: Calendar | None = None,
    zones: tuple[Zone, ...] = (),
) -> int:
    """Count back: the last minute that is still a whole period before an end.

    *Ten sutki before 9 October* is the end of 29 September, whether or not the regime counts first days.
    *Three working days before a Sunday* is Tuesday: Wednesday, Thursday and Friday lie between.
    Uncertain days are taken as off, so the answer is the safe one. Nothing rolls.

    Args:
        end_minute: Local minute of the later event; a day-type unit looks at its day only.
        period: Length as the law states it.
        regime: Gives the minute at which the office closes.
        calendar: Needed for working days.
        zones: As in ``end_of``; the earliest answer is given.

    Raises:
        CalendarMissingError: The calendar does not reach.
        TimeRangeError: The answer leaves years 1 to 9999.
    """
    if period.unit == "hours":
        return _end_of_hours(end_minute, -period.amount * 60, zones).first
    day = end_minute // DAY
    if period.unit == "working-days":
        is_off = surely_off(calendar, day)
        # A day off cannot be the n-th working day itself: the whole period lies before it.
        while is_off(day):
            day -= 1
        day = nth_working_day(day, -period.amount, is_off)
    elif period.unit in {"sutki", "days"}:
        day -= period.amount
    else:
        day = months_away(day, -months_in(period), period)
    if day < 1:
        raise TimeRangeError(period)
    return last_minute(day, regime)


def months_away(day: int, months: int, period: Period) -> int:
    """Give the same number some months away, or the last day of a month that lacks it.

    Raises:
        TimeRangeError: Outside years 1 to 9999; names the period.
    """
    start = date.fromordinal(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not date.min.year <= year < date.max.year:
        raise TimeRangeError(period)
    after = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1).toordinal()
    return min(date(year, month + 1, 1).toordinal() + start.day - 1, after - 1)


def months_in(period: Period) -> int:
    """Give the months of a period in months or years."""
    return period.amount * 12 if period.unit == "years" else period.amount


def nth_working_day(day: int, amount: int, is_off: IsOff) -> int:
    """Walk to the n-th working day after a day, or before it when the amount is negative."""
    step = 1 if amount > 0 else -1
    left = abs(amount)
    while left:
        day += step
        if not is_off(day):
            left -= 1
    return day


def next_working_day(day: int, is_off: IsOff) -> int:
    """Give the day itself when it is worked, else the next one that is."""
    while is_off(day):
        day += 1
    return day


def last_minute(day: int, regime: Regime) -> int:
    """Give the last minute of a day that is in time under a regime."""
    return day * DAY + (DAY - 1 if regime.office_closes is None else regime.office_closes)


def surely_off(calendar: Calendar | None, day: int) -> IsOff:
    """Take uncertain days as off. The day is one that is needed, to name its year where there is no calendar."""
    status = _calendar(calendar, day).status
    return lambda at: status(at) != "working"


def surely_worked(calendar: Calendar | None, day: int) -> IsOff:
    """Take uncertain days as working days."""
    status = _calendar(calendar, day).status
    return lambda at: status(at) == "off"


def _calendar(calendar: Calendar | None, day: int) -> Calendar:
    if calendar is None:
        raise CalendarMissingError(None, date.fromordinal(day).year)
    return calendar


def _end_of_hours(start: int, minutes: int, zones: tuple[Zone, ...]) -> End:
    if not zones:
        return End(start + minutes, start + minutes, start + minutes)
    ends = [add_minutes(start, minutes, zone) for zone in zones]
    first = min(earliest for earliest, _ in ends)
    return End(first, max(latest for _, latest in ends), first)


@lru_cache(maxsize=4096)
def _counter(period: Period, regime: Regime, calendar: Calendar | None) -> Callable[[int], End]:
    """Build the counting of one limit from a day, with its own memory: a docket asks for the same days again."""
    known: dict[int, End] = {}

    def count(day: int) -> End:
        end = known.get(day)
        if end is None:
            end = known[day] = _count(day, period, regime, calendar)
        return end

    return count


def _count(day: int, period: Period, regime: Regime, calendar: Calendar | None) -> End:
    eve = day - 1 if regime.first_unit == "included" else day
    if period.unit == "working-days":
        early = nth_working_day(eve, period.amount, surely_worked(calendar, day))
        late = nth_working_day(eve, period.amount, surely_off(calendar, day))
        return _end(early, late, early, eve + 1, regime, calendar)
    if period.unit in {"sutki", "days"}:
        raw = eve + period.amount
    else:
        raw = months_away(day, months_in(period), period) - (day - eve)
    if not date.min.toordinal() <= raw <= date.max.toordinal() - _LONGEST_WALK:
        raise TimeRangeError(period)
    if not regime.rolls:
        return _end(raw, raw, raw, raw, regime, None)
    early = next_working_day(raw, surely_worked(calendar, raw))
    return _end(early, next_working_day(raw, surely_off(calendar, raw)), raw, raw, regime, calendar)


def _end(early: int, late: int, raw: int, walked_from: int, regime: Regime, calendar: Calendar | None) -> End:
    uncertain: tuple[int, ...] = ()
    if early != late and calendar is not None:
        uncertain = tuple(day for day in range(walked_from, late + 1) if calendar.status(day) == "either")
    return End(last_minute(early, regime), last_minute(late, regime), last_minute(raw, regime), uncertain)
