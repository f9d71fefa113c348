"""Days and minutes of local civil time, and imprecise dates as spans of minutes.

Time is an int of local minutes: ``date.toordinal() * 1440 + minute of the day``; a day is its ordinal.
Here: the span, and reading and writing of dates. Not here: what a language calls a day (``texts``), offsets from
UTC (``zones``), counting (``computation``).
"""

from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

DAY: Final = 1440
"""Minutes in a day."""
FAR_PAST: Final = 0
"""First minute of a span with an open beginning, until the reader of the case file puts a real one there."""

ACCEPTED: Final = (
    ("day", "2025-05-04"),
    ("minute", "2025-05-04T10:17"),
    ("month", "2025-05"),
    ("year", "2025"),
    ("some-day-of-month", "2025-05-XX"),
    ("some-day-of-year", "2025-XX-XX"),
    ("about", "2025-05~"),
    ("unsure", "2025-05-04?"),
    ("between", "2025-05-01/2025-05-10"),
    ("on-or-before", "../2025-05-10"),
    ("on-or-after", "2025-05-10/.."),
    ("one-of", "[2026-01-29,2026-02-10]"),
)
"""Forms of a date that are read: a stable code of the form and an example."""

_YEARS: Final = range(1000, 9900)  # a slip such as 0205-05-04 is refused, and widening never leaves the calendar
_WIDENED_DAYS: Final = 3


class Span(NamedTuple):
    """Local minutes within which something happened, both ends inclusive; ``last`` is None when the end is open."""

    first: int
    last: int | None


class DateFormError(ValueError):
    """A date that cannot be read.

    Attributes:
        text: What was found.
        reason: ``form``, ``whitespace``, ``year-out-of-range``, ``no-such-day``, ``no-such-time``,
            ``end-before-beginning``, ``nothing-known`` (``../..``) or ``one-of-needs-two``.
        accepted: Accepted forms, each a stable code and an example.
    """

    def __init__(self, text: str, reason: str = "form") -> None:
        """Keep what was found and why it was refused."""
        self.text = text
        self.reason = reason
        self.accepted = list(ACCEPTED)
        examples = ", ".join(example for _, example in ACCEPTED)
        super().__init__(f"not a date: {text!r} ({reason}); accepted forms: {examples}")


def day_of(minute: int) -> int:
    """Give the ordinal of the day a local minute falls on."""
    return minute // DAY


@lru_cache(maxsize=16384)
def iso(day: int) -> str:
    """Write a day as ``2025-05-04``; the day of ``FAR_PAST`` is ``..``, as in an open beginning."""
    return date.fromordinal(day).isoformat() if day > 0 else ".."


def clock(minute: int) -> str:
    """Write the time of day of a local minute, ``10:17``."""
    hours, minutes = divmod(minute % DAY, 60)
    return f"{hours:02}:{minutes:02}"


def parse_day(text: str) -> int:
    """Read an exact day.

    Args:
        text: ``2025-05-04``, nothing else.

    Returns:
        The ordinal of the day.

    Raises:
        DateFormError: Another form, or no such day.
    """
    precision, first, _ = _nominal(text, text)
    if precision != "day":
        raise DateFormError(text)
    return first // DAY


def is_open_beginning(text: str) -> bool:
    """Tell whether a date says only *on or before*: ``../2025-05-10``."""
    return text.startswith("../")


@lru_cache(maxsize=16384)
def parse_date(text: str) -> Span:
    """Read a date as the span of local minutes within which it lies.

    ``~`` and ``?`` widen: a day by three days, a month by a month, a year by a year, on each side.
    An interval is not a duration: it says that the act happened some time between its ends.

    Args:
        text: EDTF in one of the ``ACCEPTED`` forms; ends of intervals and members of lists may have any precision.

    Returns:
        The span, ends inclusive; ``FAR_PAST`` for an open beginning, None for an open end.

    Raises:
        DateFormError: Any other form, a day that does not exist, an interval that ends before it begins.

    Source:
        EDTF (ISO 8601-2), cut down to the case file format 1.

    >>> span = parse_date("2025-05~")
    >>> iso(day_of(span.first)), iso(day_of(span.last))
    ('2025-04-01', '2025-06-30')
    """
    if "/" in text:
        return _interval(text)
    if text.startswith("["):
        return _one_of(text)
    _, first, last = _widened(text, text)
    return Span(first, last)


def _interval(text: str) -> Span:
    begin, _, end = text.partition("/")
    if begin == end == "..":
        raise DateFormError(text, "nothing-known")
    if begin == "..":
        return Span(FAR_PAST, _widened(end, text)[2])
    if end == "..":
        return Span(_widened(begin, text)[1], None)
    first, last = _widened(begin, text)[1], _widened(end, text)[2]
    # The ends as written are compared: widening must not hide that they were swapped.
    if _nominal(end.rstrip("~?"), text)[2] < _nominal(begin.rstrip("~?"), text)[1]:
        raise DateFormError(text, "end-before-beginning")
    return Span(first, last)


def _one_of(text: str) -> Span:
    if not text.endswith("]"):
        raise DateFormError(text)
    members = [_widened(member, text) for member in text[1:-1].split(",")]
    if len(set(members)) < 2:
        raise DateFormError(text, "one-of-needs-two")
    return Span(min(first for _, first, _ in members), max(last for _, _, last in members))


def _widened(part: str, text: str) -> tuple[str, int, int]:
    """Read one date without interval or list, widened by its ``~`` or ``?``."""
    if not part.endswith(("~", "?")):
        return _nominal(part, text)
    precision, first, last = _nominal(part[:-1], text)
    if precision == "day":
        return precision, first - _WIDENED_DAYS * DAY, last + _WIDENED_DAYS * DAY
    begin = date.fromordinal(first // DAY)
    if precision == "month":
        before = _month_span(begin.year, begin.month, -1)[0]
        return precision, before, _month_span(begin.year, begin.month, 1)[1]
    if precision == "year":
        return precision, _month_span(begin.year - 1, 1, 0)[0], _month_span(begin.year + 1, 12, 0)[1]
    raise DateFormError(text)


def _nominal(part: str, text: str) -> tuple[str, int, int]:
    """Read one date as written: its precision, first and last minute."""
    length = len(part)
    if length == 10 and part[4] == "-" and part[7] == "-" and part[8:] != "XX":
        first = _ordinal(part, text) * DAY
        return "day", first, first + DAY - 1
    if length == 16 and part[10] == "T":
        minute = _ordinal(part[:10], text) * DAY + _minute_of_day(part[11:], text)
        return "minute", minute, minute
    if part.endswith("-XX"):
        return _nominal(part.removesuffix("-XX"), text) if length in {7, 10} else _refuse(text)
    if length == 7 and part[4] == "-":
        month = _number(part[5:], text)
        if not 1 <= month <= 12:
            raise DateFormError(text, "no-such-day")
        return "month", *_month_span(_year(part[:4], text), month, 0)
    if length == 4:
        year = _year(part, text)
        return "year", _month_span(year, 1, 0)[0], _month_span(year, 12, 0)[1]
    return _refuse(text)


def _refuse(text: str) -> tuple[str, int, int]:
    raise DateFormError(text, "whitespace" if any(c.isspace() for c in text) else "form")


def _ordinal(part: str, text: str) -> int:
    if part[4] != "-" or part[7] != "-":
        _refuse(text)
    year, month, day = _year(part[:4], text), _number(part[5:7], text), _number(part[8:], text)
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        raise DateFormError(text, "no-such-day") from None


def _minute_of_day(part: str, text: str) -> int:
    if part[2] != ":":
        _refuse(text)
    hours, minutes = _number(part[:2], text), _number(part[3:], text)
    if hours > 23 or minutes > 59:
        raise DateFormError(text, "no-such-time")
    return hours * 60 + minutes


def _year(part: str, text: str) -> int:
    year = _number(part, text)
    if year not in _YEARS:
        raise DateFormError(text, "year-out-of-range")
    return year


def _number(part: str, text: str) -> int:
    if not (part.isascii() and part.isdigit()):
        _refuse(text)
    return int(part)


def _month_span(year: int, month: int, shift: int) -> tuple[int, int]:
    """Give the first and last minute of a month, ``shift`` months away."""
    index = year * 12 + month - 1 + shift
    first = date(index // 12, index % 12 + 1, 1).toordinal()
    after = date((index + 1) // 12, (index + 1) % 12 + 1, 1).toordinal()
    return first * DAY, after * DAY - 1
