"""What is worked out once and kept in the memory of the desk until what it rests on changes, or a seal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Memory = dict[object, object]
Worked = TypeVar("Worked")


def once(memory: Memory, place: object, stamp: object, work: Callable[[], Worked]) -> Worked:
    """Give what is kept under a place; worked out where nothing is, or where it rests on something else.

    Args:
        memory: What the desk keeps, as it was when the work began: what is worked out while somebody seals goes into
            what was thrown away.
        place: Its name.
        stamp: What it rests on; None: on nothing that changes while a process runs.
        work: Works it out.
    """
    kept = memory.get(place)
    if not (isinstance(kept, tuple) and kept[0] == stamp):
        kept = memory[place] = (stamp, work())
    return kept[1]  # type: ignore[no-any-return]


def is_kept(memory: Memory, place: object, stamp: object) -> bool:
    """Whether something of this stamp is kept under a place."""
    kept = memory.get(place)
    return isinstance(kept, tuple) and bool(kept[0] == stamp)
