"""Which rules, and which of their editions, a case rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panah.lawmodel import Edition
    from panah.procedure.position import Position


def editions_of(position: Position) -> dict[str, list[Edition]]:
    """Give the editions that the items of a position were derived by, by the id of the rule.

    Deadlines with the readings of their ends, remedies, protections, stages and presumed acts count; a rule that was
    only broken stands without an edition.
    """
    found: dict[str, list[Edition]] = {}
    for deadline in position.deadlines:
        found.setdefault(deadline.limit.id, []).append(deadline.edition)
        found[deadline.limit.id] += [reading.edition for reading in deadline.readings]
    for remedy in position.remedies:
        found.setdefault(remedy.limit.id, []).append(remedy.edition)
    for protection in position.protections:
        found.setdefault(protection.shield.id, []).append(protection.edition)
    for breach in position.breaches:
        broken = breach.limit or breach.shield
        if broken is not None:
            found.setdefault(broken.id, [])
    for move in [stage.move for stage in position.stages] + [presumed.move for presumed in position.presumed]:
        if move is not None:
            found.setdefault(move.id, []).append(move.editions[-1])
    return found
