"""Deadlines that somebody must watch, numbered within their case, with the day to work to: for calendars and reminders.

The number stands for the deadline where no word of a case may stand: *deadline 3, case K7*.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from panah.procedure.outcome import surely_gone
from panah.timelimits import day_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from panah.lawmodel import Pack
    from panah.procedure.position import Deadline, Position


_CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_AHEAD = frozenset({"running", "suspended", "undetermined"})


class Awaited(NamedTuple):
    """A deadline to watch: its number within the case, and the day (an ordinal) to work to."""

    number: int
    item: Deadline
    day: int

    @property
    def key(self) -> str:
        """What the deadline is known by within its case."""
        return key_of(self.item)


def awaited(position: Position, days: Mapping[str, int] | None = None) -> list[Awaited]:
    """Give the deadlines of a case that are ahead; none where the person is surely gone.

    Args:
        position: Where the case stands on the day asked.
        days: Days (ordinals) that the lawyer put in place of computed ones, by `key_of`.
    """
    if surely_gone(position):
        return []
    today = position.as_of
    set_by_us = days or {}
    running = [item for item in position.deadlines if _is_awaited(item, today, set_by_us)]
    return [Awaited(number, item, _day(item, today, set_by_us)) for number, item in enumerate(running, start=1)]


def key_of(item: Deadline) -> str:
    """Give what a deadline is known by within its case: its rule, its run, and the acts it is of."""
    return f"{item.limit.id}#{item.run}#{','.join(item.of)}"


def case_code(case: str) -> str:
    """Give a short code of a case that stays the same and does not spell its name: ``K7QX``."""
    number = int.from_bytes(blake2b(f"case {case}".encode(), digest_size=8).digest())
    letters = "".join(_CODE_LETTERS[number >> shift & 31] for shift in (0, 5, 10))
    return f"K{letters}"


def moment_of(minute: int, pack: Pack) -> datetime:
    """Turn a local minute into a moment of the world; where the zone is not certain it stays a clock time."""
    local = datetime.combine(date.fromordinal(day_of(minute)), time()) + timedelta(minutes=minute % 1440)
    offsets = {
        next((offset for since, offset in reversed(zone.changes) if since <= minute), zone.changes[0][1])
        for zone in pack.zones
    }
    if len(offsets) != 1:
        return local
    return (local - timedelta(minutes=offsets.pop())).replace(tzinfo=UTC)


def _is_awaited(item: Deadline, today: int, days: Mapping[str, int]) -> bool:
    """Whether a deadline is ahead and somebody must watch it: all of the defence, of authorities those that bind."""
    if item.limit.binds == "authority" and not item.limit.breach:
        return False
    if item.met_by or (item.state not in _AHEAD and key_of(item) not in days):
        return False
    return _day(item, today, days) >= today


def _day(item: Deadline, today: int, days: Mapping[str, int]) -> int:
    """Give the day to work to: today, where it has passed by an earlier count and not yet by a later one."""
    if days and (said := days.get(key_of(item))) is not None:
        return said
    if item.safe >= today or item.latest is None or item.latest < today:
        return item.safe
    return today if item.limit.binds == "defence" else item.latest
