"""A count as a paper tells it: one sentence that a judge reads once, not the steps that a lawyer checks by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.assembly.wording import day_text, length_in_words
from panah.dates import clock_words
from panah.texts import say
from panah.timelimits import day_of

if TYPE_CHECKING:
    from panah.procedure.position import ReadingEnd


def count_in_words(reading: ReadingEnd, lang: str) -> list[str]:
    """Tell how a reading's end is counted; nothing where the law gives no length to count.

    Where the start is a span, the count from its first moment is told, that from its last only by its end.
    """
    end = day_text(day_of(reading.first), lang)
    if reading.length is None or reading.counting is None:
        return [say(lang, "draft.count-told", end=end)] if reading.told else []
    first, last = reading.start
    start = day_text(day_of(first), lang)
    if reading.back:
        length = length_in_words(reading.length, lang, "gen")
        return [say(lang, "draft.count-back", length=length, start=start, end=end)]
    length = length_in_words(reading.length, lang)
    if reading.length.unit == "hours":
        return _hours(reading, length, lang)
    unrolled = day_text(day_of(reading.unrolled), lang)
    rolled = "" if unrolled == end else say(lang, "draft.count-rolled", day=unrolled)
    counted = say(lang, f"draft.count-first-{reading.counting.first_unit}")
    told = [say(lang, "draft.count", length=length, start=start, counted=counted, rolled=rolled, end=end)]
    told += [say(lang, "draft.count-uncertain", day=day_text(day, lang)) for day in reading.uncertain]
    if last is not None and reading.last is not None and day_of(first) != day_of(last):
        ends = day_text(day_of(reading.last), lang)
        told.append(say(lang, "draft.count-from-last", start=day_text(day_of(last), lang), end=ends))
    return told


def _hours(reading: ReadingEnd, length: str, lang: str) -> list[str]:
    """Tell hours by their minutes; by days where only the day of the start is known."""
    first, last = reading.start
    if last is None or day_of(first) != day_of(last) or reading.last is None:
        return []
    start = day_text(day_of(first), lang)
    if first != last:
        return [
            say(lang, "draft.count-hours-of-day", length=length, start=start, end=day_text(day_of(reading.last), lang))
        ]
    at, until, end = clock_words(first), clock_words(reading.first), day_text(day_of(reading.first), lang)
    return [say(lang, "draft.count-hours", length=length, at=at, start=start, until=until, end=end)]
