"""Joining the positions of several worlds: a day becomes a span, a yes that is not in all becomes a maybe."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from panah.procedure.position import (
    Anomaly,
    BreachFound,
    Deadline,
    Position,
    Presumed,
    Protection,
    ReadingEnd,
    Remedy,
    Stage,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

Item = TypeVar("Item", Stage, Deadline, Remedy, Protection, BreachFound, Presumed, Anomaly)


def join(positions: list[Position], chosen: list[tuple[str, ...]], roots: dict[str, str]) -> Position:
    """Join positions of the same case, one for each world.

    Args:
        positions: At least one; the first is that of the first versions.
        chosen: The ids of the versions chosen in each world.
        roots: Which ids are versions or corrections of one act.
    """
    first = positions[0]
    if len(positions) == 1:
        return first

    def root(of: Iterable[str]) -> tuple[str, ...]:
        return tuple(roots.get(name, name) for name in of)

    def joined(
        worlds: list[list[Item]], key: Callable[[Item], Hashable], merge: Callable[[list[Item]], Item]
    ) -> tuple[Item, ...]:
        return _join(worlds, key, merge, chosen)

    outcomes = tuple(dict.fromkeys(position.outcome for position in positions))
    return first._replace(
        outcome_versions=outcomes if len(outcomes) > 1 else (),
        stages=joined([list(one.stages) for one in positions], _stage_key, _stages),
        deadlines=joined(
            [list(one.deadlines) for one in positions],
            lambda item: (item.limit.id, item.run, root(item.of)),
            _deadlines,
        ),
        remedies=joined(
            [list(one.remedies) for one in positions],
            lambda item: (item.limit.id, item.state, root(item.of)),
            _remedies,
        ),
        protections=joined(
            [list(one.protections) for one in positions],
            lambda item: (item.shield.id, item.strength, item.edition.cite),
            _protections,
        ),
        breaches=joined(
            [list(one.breaches) for one in positions],
            lambda item: (item.breach.id, item.run, root(item.clock or item.of)),
            _breaches,
        ),
        presumed=joined(
            [list(one.presumed) for one in positions],
            lambda item: (item.act, item.move.id, root((item.because_of,))),
            _presumed,
        ),
        anomalies=joined(
            [list(one.anomalies) for one in positions], lambda item: (root((item.act,)), item.track), _same
        ),
        notes=tuple(dict.fromkeys(note for position in positions for note in position.notes)),
    )


def _stage_key(item: Stage) -> Hashable:
    return item.pack, item.track, item.stage


def _join(
    worlds: list[list[Item]],
    key: Callable[[Item], Hashable],
    merge: Callable[[list[Item]], Item],
    chosen: list[tuple[str, ...]],
) -> tuple[Item, ...]:
    groups: dict[Hashable, list[tuple[int, Item]]] = {}
    for number, items in enumerate(worlds):
        for item in items:
            groups.setdefault(key(item), []).append((number, item))
    joined: list[Item] = []
    for group in groups.values():
        versions = tuple(dict.fromkeys(number for number, _ in group))
        merged = merge([item for _, item in group])
        if len(versions) < len(worlds):
            merged = _uncertain(merged._replace(in_versions=_versions(versions, chosen)))
        joined.append(merged)
    return tuple(joined)


def _versions(present: tuple[int, ...], chosen: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Name the versions on which an item depends: of each act told differently, those with which it is there.

    An item depends on an act where two worlds that differ in this act alone do not both have it.
    """
    there = set(present)
    names: list[str] = []
    for place in range(len(chosen[0])):
        alike: dict[tuple[str, ...], set[bool]] = {}
        for number, world in enumerate(chosen):
            alike.setdefault(world[:place] + world[place + 1 :], set()).add(number in there)
        if any(len(found) > 1 for found in alike.values()):
            names += dict.fromkeys(chosen[number][place] for number in present)
    return tuple(names)


def _uncertain(item: Item) -> Item:
    """Make what is not in all versions a maybe."""
    if isinstance(item, BreachFound):
        return item._replace(certain=False)
    if isinstance(item, Protection):
        return item._replace(holds="maybe")
    return item


def _same(items: list[Item]) -> Item:
    return items[0]


def _stages(items: list[Stage]) -> Stage:
    return items[0]._replace(
        since=(_least([item.since[0] for item in items]), _most([item.since[1] for item in items])),
        by=_all(item.by for item in items),
    )


def _deadlines(items: list[Deadline]) -> Deadline:
    first = items[0]
    if all(item[:-1] == first[:-1] for item in items[1:]):
        return first
    states = {item.state for item in items}
    minutes = {item.minute for item in items}
    return first._replace(
        state=first.state if len(states) == 1 else "undetermined",
        safe=min(item.safe for item in items),
        latest=_most([item.latest for item in items]),
        minute=first.minute if len(minutes) == 1 else None,
        file_by=_least([item.file_by for item in items]),
        may_extend_to=_most([item.may_extend_to for item in items]),
        readings=_readings(items),
        late_under=_all(item.late_under for item in items),
        of=_all(item.of for item in items),
        met_by=_all(item.met_by for item in items),
        unknown_trigger=any(item.unknown_trigger for item in items),
    )


def _readings(items: list[Deadline]) -> tuple[ReadingEnd, ...]:
    """Join what each reading gives in each world: from its earliest end to its latest."""
    joined: dict[tuple[str, int], ReadingEnd] = {}
    for reading in (one for item in items for one in item.readings):
        key = reading.id, reading.edition.first
        other = joined.get(key)
        if other is None:
            joined[key] = reading
        else:
            earlier = min(other, reading, key=_first)
            joined[key] = earlier._replace(last=_most([other.last, reading.last]))
    return tuple(joined.values())


def _first(reading: ReadingEnd) -> int:
    return reading.first


def _remedies(items: list[Remedy]) -> Remedy:
    first = items[0]
    deadlines = [item.deadline for item in items if item.deadline is not None]
    return first._replace(
        until=_least([item.until for item in items]),
        of=_all(item.of for item in items),
        deadline=_deadlines(deadlines) if deadlines else None,
    )


def _protections(items: list[Protection]) -> Protection:
    holds = {item.holds for item in items}
    return items[0]._replace(holds="yes" if holds == {"yes"} else "maybe", of=_all(item.of for item in items))


def _breaches(items: list[BreachFound]) -> BreachFound:
    return items[0]._replace(
        certain=all(item.certain for item in items),
        on=(min(item.on[0] for item in items), _most([item.on[1] for item in items])),
        of=_all(item.of for item in items),
    )


def _presumed(items: list[Presumed]) -> Presumed:
    return items[0]._replace(
        between=(min(item.between[0] for item in items), _most([item.between[1] for item in items]))
    )


def _least(values: list[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return min(known) if known else None


def _most(values: list[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return max(known) if known and len(known) == len(values) else None


def _all(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))
