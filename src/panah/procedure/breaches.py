"""Limits that an authority did not keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.procedure.counting import extended_day
from panah.procedure.guards import latest
from panah.procedure.meeting import first_act
from panah.procedure.position import BreachFound

if TYPE_CHECKING:
    from panah.procedure.running import Moment, Running

_DAY = 1440


def past_limits(moment: Moment, as_of: int) -> list[BreachFound]:
    """Find the limits of authorities that passed unmet: from the day each may be broken, surely so past every reading.

    A limit whose act could have stayed unseen is broken only where a recorded act shows it; one that could not is also
    broken by silence. A limit that an act on record may have excused is never surely broken.
    """
    found: list[BreachFound] = []
    for running in (one for group in moment.limits.values() for one in group):
        limit, deadline = running.limit, running.deadline
        breach = moment.pack.breaches.get(limit.breach)
        if breach is None or deadline is None or limit.binds != "authority" or deadline.state == "met":
            continue
        seen = bool(deadline.met_by)
        if not seen and limit.if_unrecorded != "missed":
            continue
        if not _may_be_broken(running, as_of, seen=seen):
            continue
        if seen and limit.if_unrecorded != "missed" and deadline.state != "missed":
            continue
        found.append(
            BreachFound(
                breach=breach,
                actor=breach.actor or limit.actor,
                on=_on(running),
                certain=deadline.state == "missed"
                and not _excused(running, moment)
                and not _may_have_been_extended(running, moment, as_of),
                cite=deadline.edition.cite or breach.cite,
                of=deadline.of + deadline.met_by,
                clock=deadline.of,
                limit=limit,
                shield=None,
                run=deadline.run,
            )
        )
    return found


def _on(running: Running) -> tuple[int, int | None]:
    """Give the day a limit may be broken and the day it surely is; hours to a known minute end within a day."""
    minutes = None if running.ends is None else running.ends.minutes
    if minutes is not None:
        return (minutes[0] + 1) // _DAY, (minutes[1] + 1) // _DAY
    return running.safe + 1, None if running.latest is None else running.latest + 1


def _may_be_broken(running: Running, as_of: int, *, seen: bool) -> bool:
    if not seen:
        return as_of > running.safe
    return running.deadline is not None and running.deadline.state in {"missed", "undetermined"}


def _may_have_been_extended(running: Running, moment: Moment, as_of: int) -> bool:
    """Whether an extension that leaves no trace may have made it timely: the longest had not passed then."""
    deadline = running.deadline
    if not running.limit.extends_unseen or running.latest is None or deadline is None or deadline.may_extend_to is None:
        return False
    met = next((fact for fact in moment.path.facts if fact.id in deadline.met_by), None)
    done = met or first_act(running.limit.ended_by, running.start, running.run, moment) or moment.gone
    by_reading = 0 if running.ends is None else running.ends.longest
    longest = max(by_reading, extended_day(running.latest, deadline.edition.may_extend))
    return (as_of if done is None else done.first_day) <= longest


def _excused(running: Running, moment: Moment) -> bool:
    """Whether an act not after the end may have excused it, unless what ended the excuse surely came before the end."""
    for pattern in running.limit.excused_by:
        for fact in moment.path.by_kind.get(pattern.act, ()):
            in_run = running.start.reaches(fact, running.run) and not fact.presumed
            before = running.latest is None or fact.first_day <= running.latest
            if in_run and before and pattern.matches(fact.kind, fact.fields):
                ended = latest(moment.path, running.limit.excuse_ended_by, moment.at)
                if ended is None or ended.at < fact.at or ended.last_day is None or ended.last_day > running.safe:
                    return True
    return False
