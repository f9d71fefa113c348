"""Deadlines that somebody must watch, numbered within their case, with the day to work to: for calendars and reminders.

The number stands for the deadline where no word of a case may stand: *deadline 3, case K7*.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from panah.procedure.outcome import surely_gone
from panah.telling.beside import NOTHING, Beside
from panah.telling.said import day_to_work_to
from panah.timelimits import day_of

if TYPE_CHECKING:
    from panah.lawmodel import Pack
    from panah.procedure.position import Deadline, Position


_CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_AHEAD = frozenset({"running", "suspended", "undetermined"})


class Awaited(NamedTuple):
    """A deadline to watch: its number within the case, the day (an ordinal) to work to, the day the lawyer set."""

    number: int
    item: Deadline
    day: int
    ours: int | None

    @property
    def key(self) -> str:
        """What the deadline is known by within its case."""
        return key_of(self.item)

    @property
    def minute(self) -> int | None:
        """The minute it ends at; None where the law gives none, or the day to work to is not the law's."""
        return self.item.minute if self.day == self.item.safe else None


def awaited(position: Position, beside: Beside = NOTHING) -> list[Awaited]:
    """Give the deadlines of a case that are ahead; none where the person is surely gone.

    Args:
        position: Where the case stands on the day asked.
        beside: What was said of its days.
    """
    if surely_gone(position):
        return []
    today = position.as_of
    found = [(item, beside.set_day(key_of(item), item)) for item in position.deadlines]
    running = [
        (item, day_to_work_to(item, today, ours), ours) for item, ours in found if _is_awaited(item, today, ours)
    ]
    return [Awaited(number, *one) for number, one in enumerate(running, start=1)]


def key_of(item: Deadline) -> str:
    """Give what a deadline is known by within its case: its rule, its run, and the acts it is of."""
    return f"{item.limit.id}#{item.run}#{','.join(item.of)}"


def case_code(case: str) -> str:
    """Give a short code of a case that stays the same and does not spell its name: ``K7QX``."""
    number = int.from_bytes(blake2b(f"case {case}".encode(), digest_size=8).digest())
    letters = "".join(_CODE_LETTERS[number >> shift & 31] for shift in (0, 5, 10))
    return f"K{letters}"


def moment_of(minute: int, pack: Pack | None) -> datetime:
    """Turn a local minute into a moment of the world; where the zone is not certain it stays a clock time.

    Args:
        minute: The local minute.
        pack: The law of the country whose clocks showed it; None where there is none of it.
    """
    local = datetime.combine(date.fromordinal(day_of(minute)), time()) + timedelta(minutes=minute % 1440)
    offsets = {
        next((offset for since, offset in reversed(zone.changes) if since <= minute), zone.changes[0][1])
        for zone in (() if pack is None else pack.zones)
    }
    if len(offsets) != 1:
        return local
    return (local - timedelta(minutes=offsets.pop())).replace(tzinfo=UTC)


def _is_awaited(item: Deadline, today: int, ours: int | None) -> bool:
    """Whether a deadline is ahead and somebody must watch it: all of the defence, of authorities those that bind."""
    if item.limit.binds == "authority" and not item.limit.breach:
        return False
    states = _AHEAD if ours is None else _AHEAD | {"missed"}
    if item.met_by or item.state not in states:
        return False
    return day_to_work_to(item, today, ours) >= today
