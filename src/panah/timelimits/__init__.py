"""Time limits: imprecise dates, periods in the law's own units, regimes of counting, calendars, the counting itself.

Pure: no clock, no files, no law. Times are local minutes, days are ordinals.
"""

from panah.timelimits.calendars import (
    Calendar,
    CalendarFormError,
    CalendarMissingError,
    calendar_from,
    last_working_day_on_or_before,
)
from panah.timelimits.computation import End, TimeRangeError, before, end_of
from panah.timelimits.days import (
    FAR_PAST,
    DateFormError,
    Span,
    clock,
    day_of,
    is_open_beginning,
    iso,
    parse_date,
    parse_day,
)
from panah.timelimits.explaining import Step, explain
from panah.timelimits.periods import Period, PeriodFormError, Unit, parse_period
from panah.timelimits.regimes import Regime, RegimeFormError, regime_from
from panah.timelimits.zones import Zone, ZoneFormError, zone_from

__all__ = [
    "FAR_PAST",
    "Calendar",
    "CalendarFormError",
    "CalendarMissingError",
    "DateFormError",
    "End",
    "Period",
    "PeriodFormError",
    "Regime",
    "RegimeFormError",
    "Span",
    "Step",
    "TimeRangeError",
    "Unit",
    "Zone",
    "ZoneFormError",
    "before",
    "calendar_from",
    "clock",
    "day_of",
    "end_of",
    "explain",
    "is_open_beginning",
    "iso",
    "last_working_day_on_or_before",
    "parse_date",
    "parse_day",
    "parse_period",
    "regime_from",
    "zone_from",
]
