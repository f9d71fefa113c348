"""The counting of a limit in words: every step, so that a reader can check it by hand, and the same in one short line.

Words are in the locale (keys ``count.*``); the steps come from :func:`panah.timelimits.explain`.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from panah.dates import amount, clock_words, moment_words, span_words, weekday_words, when_words
from panah.texts import say
from panah.timelimits import CalendarMissingError, Period, Regime, Step, TimeRangeError, day_of, explain

if TYPE_CHECKING:
    from panah.lawmodel import Pack
    from panah.procedure.position import ReadingEnd

_DAY = 1440
_LAST_MINUTE = 1439


def reading_steps(reading: ReadingEnd, pack: Pack, lang: str) -> tuple[str, ...]:
    """Tell how a reading's end is counted, one step a line.

    Where the start is a span, the count from its first moment is told in full, that from its last only by its end.
    """
    first, last = reading.start
    if reading.length is None or reading.counting is None:
        key = "count.told" if reading.told else "count.with-another"
        return (say(lang, key, end=end_words(reading.first, reading.last, lang)),)
    length = length_words(reading.length, lang)
    if reading.back:
        start = when_words(first, last, lang)
        return (say(lang, "count.back", length=length, start=start, end=minute_words(reading.first, lang)),)
    steps = steps_words(first, reading.length, reading.counting, pack, lang)
    if not steps:
        return (say(lang, "count.calendar-missing", day=weekday_words(day_of(reading.first), lang)),)
    if last is not None and reading.last is not None and not _one_day(first, last):
        ends = say(
            lang,
            "count.from-the-last",
            day=weekday_words(day_of(last), lang),
            end=minute_words(reading.last, lang),
        )
        return (*steps, ends)
    return steps


def _one_day(first: int, last: int | None) -> bool:
    return last is not None and first // _DAY == last // _DAY


@lru_cache(maxsize=4096)
def steps_words(start: int, length: Period, counting: Regime, pack: Pack, lang: str) -> tuple[str, ...]:
    """Count from a local minute and tell every step; nothing where the calendar does not reach."""
    try:
        steps = explain(start, length, counting, pack.calendar, pack.zones, lang)
    except (CalendarMissingError, TimeRangeError):
        return ()
    if length.unit == "hours":
        steps = steps[1:]  # the running of the hours tells the start again
    return tuple(step_words(step, lang) for step in steps)


def step_words(step: Step, lang: str) -> str:
    """Write one step of a counting."""
    told: dict[str, object] = {}
    for name, value in step.values.items():
        told[name] = _value(name, value, lang)
    if "amount" in step.values:
        told["length"] = amount(int(step.values["amount"]), str(step.values["unit"]), lang)
    what = step.what
    if what == "start":
        told["start"] = told["at"] if "at" in told else told["day"]
    if what in {"skipped", "uncertain"}:
        why = str(step.values.get("why") or "")
        told["why"] = why or say(lang, f"count.{step.values['reason']}")
    if what == "hours-run" and step.values["days"]:
        what = "hours-run-days"
        told["days"] = amount(int(step.values["days"]), "sutki", lang)
    if what == "clocks-change":
        told["hours"] = f"{int(step.values['minutes']) / 60:+g}"
    return say(lang, f"count.{what}", **told)


def _value(name: str, value: str | int, lang: str) -> object:
    """Write a value of a step: days and moments in words, numbers as they are."""
    if name == "hours":
        return amount(int(value), "hours", lang)
    if not isinstance(value, str) or name not in {"at", "day", "from", "first", "last"}:
        return value
    day, _, clock = value.partition("T")
    words = weekday_words(date.fromisoformat(day).toordinal(), lang)
    if not clock:
        return words
    if clock == "23:59" and name != "from":
        return words
    return f"{words}, {clock}"


def minute_words(minute: int, lang: str) -> str:
    """Write a moment that ends a limit: a day, or a day with its clock where the law counts hours."""
    day = weekday_words(day_of(minute), lang)
    return day if minute % _DAY in {0, _LAST_MINUTE} else f"{day}, {clock_words(minute)}"


def end_words(first: int, last: int | None, lang: str) -> str:
    """Write the moments between which a limit ends."""
    if first == last:
        return minute_words(first, lang)
    return span_words(day_of(first), None if last is None else day_of(last), lang)


def length_words(length: Period, lang: str) -> str:
    """Write a length in the law's own unit: ``10 суток``."""
    return amount(length.amount, length.unit, lang)


def short_count(reading: ReadingEnd, lang: str) -> str:
    """Tell a count in one short line: ``10 суток с 29 янв; вс 8 фев → пн 9 фев``; years only where they differ."""
    first, last = reading.start
    day, end = day_of(first), day_of(reading.first)
    year = date.fromordinal(day).year != date.fromordinal(end).year
    if first == last and reading.length is not None and reading.length.unit == "hours":
        start = moment_words(first, lang, year=year)
    else:
        start = span_words(day, None if last is None else day_of(last), lang, short=True, year=year)
    if reading.length is None:
        return say(lang, "count.short-told" if reading.told else "count.short-with-another", day=start)
    length = length_words(reading.length, lang)
    if reading.back:
        return say(lang, "count.short-back", length=length, day=start)
    line = say(
        lang, "count.short" if first == last or _one_day(first, last) else "count.short-span", length=length, day=start
    )
    if day_of(reading.unrolled) == end:
        return line
    unrolled = weekday_words(day_of(reading.unrolled), lang, short=True, year=False)
    return line + say(lang, "count.short-rolled", day=unrolled, end=weekday_words(end, lang, short=True, year=False))
