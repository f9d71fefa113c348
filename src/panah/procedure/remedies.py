"""What the defence can do now: every limit of the defence that is open, and those of which only restoration is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.procedure.meeting import first_act
from panah.procedure.position import Remedy

if TYPE_CHECKING:
    from panah.procedure.running import Moment


def remedies_of(moment: Moment, as_of: int) -> list[Remedy]:
    """Find the remedies: ``open`` ones, and ``lapsed`` ones whose term may still be restored."""
    found: list[Remedy] = []
    for group in moment.limits.values():
        limit = group[0].limit
        if limit.binds != "defence" or not limit.remedy:
            continue
        for running in group:
            if running.met or (running.deadline is not None and running.deadline.met_by) or running.ends is None:
                continue
            ended = first_act(limit.ended_by, running.start, running.run, moment)
            if ended is not None and ended.surely_by(as_of):
                continue
            deadline = running.deadline
            if deadline is None:
                found.append(Remedy(limit, running.ends.edition, "open", None, running.of, None))
                break
            if running.latest is None or as_of <= running.latest:
                found.append(Remedy(limit, deadline.edition, "open", running.safe, running.of, deadline))
            elif limit.restore:
                found.append(Remedy(limit, deadline.edition, "lapsed", running.safe, running.of, deadline))
    return found
