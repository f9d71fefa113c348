"""The order in which limits are worked out: a limit that counts from another, or starts when it lapses, comes later."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panah.lawmodel.model import Limit


def ordered_limits(limits: tuple[Limit, ...]) -> tuple[Limit, ...]:
    """Order limits so that what a limit rests on stands before it; otherwise the order of the files is kept.

    Limits in a circle are left where they stand; the linter names them.
    """
    by_id = {limit.id: limit for limit in limits}
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for limit in limits:
        sorter.add(limit.id, *(name for name in rests_on(limit) if name in by_id))
    try:
        sorter.prepare()
    except CycleError:
        return limits
    place = {limit.id: number for number, limit in enumerate(limits)}
    ordered: list[Limit] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready(), key=place.__getitem__)
        ordered += [by_id[name] for name in ready]
        sorter.done(*ready)
    return tuple(ordered)


def rests_on(limit: Limit) -> list[str]:
    """Name the limits that this one counts from or starts after."""
    names = [limit.before] if limit.before else []
    names += limit.starts_on_lapse
    anchors = [limit.anchor]
    anchors += [reading.anchor for edition in limit.editions for reading in edition.readings if reading.anchor]
    return names + [anchor.limit for anchor in anchors if anchor.limit]
