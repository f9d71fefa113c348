"""What the lawyer said of a computed day, and which day is worked to then: the one place that decides.

A day that the lawyer put in place of the computed one counts only while the count is the one it was said of; of another
count the law's own day leads, and the page asks again.

The law's day is never hidden. Worked to is the earlier of the two; once that has passed and the other has not, today.
A day set too late by a slip, or by a reading that the court will not share, then costs some haste and never the right;
a day set early by a slip costs nothing. A later day that holds (a court prolonged the term) is better recorded as the
act that moves it: then the count itself moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.dates import weekday_words
from panah.texts import say
from panah.timelimits import iso, parse_day

if TYPE_CHECKING:
    from panah.procedure.position import Deadline

OVERRIDDEN = "overridden"


class Said(NamedTuple):
    """What was said of a day: that it is confirmed or overridden, the day that counts, the day Panah had given, why."""

    decision: str
    day: str
    computed: str
    reason: str


def holds(said: Said, item: Deadline) -> bool:
    """Whether it was said of the count as it is now."""
    return said.computed == iso(item.safe)


def set_day(said: Said | None, item: Deadline) -> int | None:
    """Give the day (an ordinal) that the lawyer put in place of the computed one; None where that one leads."""
    if said is None or said.decision != OVERRIDDEN or not holds(said, item):
        return None
    return _ordinal(said.day)


def day_to_work_to(item: Deadline, today: int, ours: int | None = None) -> int:
    """Give the day to work to: today, where the limit has passed by an earlier count and not yet by a later one.

    Args:
        item: The deadline.
        today: The day (an ordinal) it is asked on.
        ours: The day the lawyer set, if any: a count like those of the law.
    """
    first = item.safe if ours is None else min(item.safe, ours)
    last = last_day(item, ours)
    if first >= today or last < today:
        return first
    return today if item.limit.binds == "defence" else last


def last_day(item: Deadline, ours: int | None = None) -> int:
    """Give the day after which it has passed by every count."""
    last = item.safe if item.latest is None else item.latest
    return last if ours is None else max(last, ours)


def is_missed(item: Deadline, today: int, ours: int | None = None) -> bool:
    """Whether it was missed, and by the day that the lawyer set too."""
    return item.state == "missed" and (ours is None or last_day(item, ours) < today)


def said_words(said: Said, item: Deadline, today: int, lang: str) -> str:
    """Tell what was said, always with the day of the law's own count; and ask again where that has changed."""
    day, computed = _day_words(said.day, lang), _day_words(said.computed, lang)
    if said.decision != OVERRIDDEN:
        told = say(lang, "docket.said-confirmed", day=day)
    else:
        ours = set_day(said, item)
        key = "said-other" if ours is None or ours <= item.safe else "said-later"
        if key == "said-later" and item.safe < today:
            key = "said-later-passed"
        told = say(lang, f"docket.{key}", day=day, computed=computed)
        told += f": {said.reason}" if said.reason else ""
    if holds(said, item):
        return told
    return f"{told} · {say(lang, 'docket.said-anew', day=weekday_words(item.safe, lang, short=True))}"


def _day_words(told: str, lang: str) -> str:
    day = _ordinal(told)
    return told if day is None else weekday_words(day, lang, short=True)


def _ordinal(told: str) -> int | None:
    """Read a whole day; what is none cannot be counted to."""
    try:
        return parse_day(told)
    except ValueError:
        return None
