"""Counting as the engine needs it: never an error, never a guess.

Where the calendar of days off does not reach, the end is counted plainly and the missing year is named. What ends after
the last day that can be written ends on that day: nobody will be late for it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from panah.timelimits import FAR_PAST, CalendarMissingError, End, Regime, TimeRangeError, before, end_of

if TYPE_CHECKING:
    from panah.lawmodel import Pack
    from panah.timelimits import Period

_DAY = 1440
_PLAIN = Regime("plain", "excluded", rolls=False)
_LAST_DAY = date.max.toordinal()
_LAST = (_LAST_DAY + 1) * _DAY - 1


def counted(minute: int, length: Period, counting: Regime, pack: Pack) -> tuple[End, int | None]:
    """Count on from a minute; give the end, and the year that the calendar lacks."""
    try:
        return end_of(minute, length, counting, pack.calendar, pack.zones), None
    except TimeRangeError:
        return End(_LAST, _LAST, _LAST), None
    except CalendarMissingError as error:
        plain = _PLAIN._replace(first_unit=counting.first_unit)
        try:
            return end_of(minute, _in_days(length), plain, None, pack.zones), error.year or 1
        except TimeRangeError:
            return End(_LAST, _LAST, _LAST), error.year or 1


def counted_back(minute: int, length: Period, counting: Regime, pack: Pack) -> tuple[int, int | None]:
    """Count back from a minute, in the time of the country; give also the year that the calendar lacks."""
    try:
        return before(minute, length, counting, pack.calendar, pack.zones), None
    except CalendarMissingError as error:
        return before(minute, _in_days(length), counting), error.year or 1


def later(day: int, length: Period) -> int:
    """Give the day (ordinal) that lies a length after another; from a day that nobody knows, that day."""
    if day <= FAR_PAST:
        return day
    try:
        return end_of(day * _DAY, _in_days(length), _PLAIN, None).first // _DAY
    except TimeRangeError:
        return _LAST_DAY


def extended_day(day: int, lengths: tuple[Period, ...]) -> int:
    """Give the day (ordinal) that lies so many lengths, one after another, after a day."""
    for length in lengths:
        day = later(day, length)
    return day


def _in_days(length: Period) -> Period:
    """So many working days take at least so many days."""
    return length._replace(unit="days") if length.unit == "working-days" else length
