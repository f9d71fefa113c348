"""What is otherwise in one position of a case than in another: a value, without words.

Items of the two positions are the same item where they are of the same rule and rest on the same acts; else where they
are of the same rule in the same run. What is left over has appeared or vanished. Reading the comparison backwards gives
the comparison of the positions the other way round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from panah.procedure.position import (
    Anomaly,
    BreachFound,
    Deadline,
    Note,
    Position,
    Presumed,
    Protection,
    Remedy,
    Stage,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

Item = TypeVar("Item")


class Change(NamedTuple, Generic[Item]):
    """An item that is otherwise: ``before`` is None where it has appeared, ``after`` where it has vanished.

    ``differences`` names what differs between the two (``due``, ``state``, ``strength`` …); empty where one is None.
    """

    before: Item | None
    after: Item | None
    differences: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """``appeared``, ``vanished`` or ``changed``."""
        return "appeared" if self.before is None else "vanished" if self.after is None else "changed"


class Comparison(NamedTuple):
    """Everything that is otherwise; ``outcome`` holds the outcomes (by version) before and after, where they differ."""

    outcome: tuple[tuple[str, ...], tuple[str, ...]] | None
    stages: tuple[Change[Stage], ...]
    deadlines: tuple[Change[Deadline], ...]
    remedies: tuple[Change[Remedy], ...]
    protections: tuple[Change[Protection], ...]
    breaches: tuple[Change[BreachFound], ...]
    presumed: tuple[Change[Presumed], ...]
    anomalies: tuple[Change[Anomaly], ...]
    notes: tuple[Change[Note], ...]

    @property
    def empty(self) -> bool:
        """Whether nothing is otherwise."""
        return not any(self)


def compare(before: Position, after: Position) -> Comparison:
    """Compare two positions of one case on one day.

    Args:
        before: The position as it is.
        after: The position as it would be.
    """
    outcomes = tuple(one.outcome_versions or (one.outcome,) for one in (before, after))
    return Comparison(
        outcome=None if outcomes[0] == outcomes[1] else (outcomes[0], outcomes[1]),
        stages=changes_between(
            [one for one in before.stages if one.stage != _NONE],
            [one for one in after.stages if one.stage != _NONE],
            [lambda one: (one.pack, one.track, one.stage), lambda one: (one.pack, one.track)],
            _STAGE,
        ),
        deadlines=changes_between(
            before.deadlines,
            after.deadlines,
            [lambda one: (one.limit.id, one.of), lambda one: (one.limit.id, one.run)],
            _DEADLINE,
        ),
        remedies=changes_between(
            before.remedies, after.remedies, [lambda one: (one.limit.id, one.of), lambda one: one.limit.id], _REMEDY
        ),
        protections=changes_between(
            before.protections,
            after.protections,
            [lambda one: (one.shield.id, one.strength, one.of), lambda one: one.shield.id],
            _PROTECTION,
        ),
        breaches=changes_between(
            before.breaches,
            after.breaches,
            [lambda one: (one.breach.id, one.clock or one.of), lambda one: (one.breach.id, one.run)],
            _BREACH,
        ),
        presumed=changes_between(
            before.presumed, after.presumed, [lambda one: (one.act, one.because_of), lambda one: one.act], _PRESUMED
        ),
        anomalies=changes_between(before.anomalies, after.anomalies, [lambda one: (one.act, one.track)], _ANOMALY),
        notes=changes_between(before.notes, after.notes, [lambda one: one], {}),
    )


def appeared(changes: Sequence[Change[Item]]) -> list[Item]:
    """Give the items that are new."""
    return [one.after for one in changes if one.before is None and one.after is not None]


def vanished(changes: Sequence[Change[Item]]) -> list[Item]:
    """Give the items that are gone."""
    return [one.before for one in changes if one.after is None and one.before is not None]


def changed(changes: Sequence[Change[Item]]) -> list[tuple[Item, Item, tuple[str, ...]]]:
    """Give the items that stay and are otherwise: as they are, as they would be, and what differs."""
    return [
        (one.before, one.after, one.differences) for one in changes if one.before is not None and one.after is not None
    ]


def moved_by(change: Change[Deadline]) -> int:
    """Give by how many days the day to work to has moved; 0 where it has not, or there is only one day."""
    return 0 if change.before is None or change.after is None else change.after.safe - change.before.safe


_NONE = "none"
_STAGE: dict[str, Callable[[Stage], object]] = {
    "stage": lambda one: one.stage,
    "since": lambda one: one.since,
    "presumed": lambda one: one.presumed,
    "in-versions": lambda one: one.in_versions,
}
_DEADLINE: dict[str, Callable[[Deadline], object]] = {
    "due": lambda one: (one.safe, one.latest, one.minute),
    "state": lambda one: one.state,
    "may-extend-to": lambda one: one.may_extend_to,
    "extendable": lambda one: one.edition.without_cap,
    "file-by": lambda one: one.file_by,
    "unknown-trigger": lambda one: one.unknown_trigger,
    "cite": lambda one: one.edition.cite,
    "confidence": lambda one: one.confidence,
    "in-versions": lambda one: one.in_versions,
}
_REMEDY: dict[str, Callable[[Remedy], object]] = {
    "until": lambda one: one.until,
    "state": lambda one: one.state,
    "suspends": lambda one: one.limit.suspends,
    "cite": lambda one: one.edition.cite,
    "in-versions": lambda one: one.in_versions,
}
_PROTECTION: dict[str, Callable[[Protection], object]] = {
    "strength": lambda one: one.strength,
    "holds": lambda one: one.holds,
    "against": lambda one: one.shield.against,
    "lifted-by": lambda one: one.edition.lifted_by,
    "cite": lambda one: one.edition.cite,
    "in-versions": lambda one: one.in_versions,
}
_BREACH: dict[str, Callable[[BreachFound], object]] = {
    "on": lambda one: one.on,
    "certain": lambda one: one.certain,
    "cite": lambda one: one.cite,
    "in-versions": lambda one: one.in_versions,
}
_PRESUMED: dict[str, Callable[[Presumed], object]] = {
    "between": lambda one: one.between,
    "in-versions": lambda one: one.in_versions,
}
_ANOMALY: dict[str, Callable[[Anomaly], object]] = {
    "why": lambda one: (one.code, one.stage),
    "in-versions": lambda one: one.in_versions,
}


def changes_between(
    before: Sequence[Item],
    after: Sequence[Item],
    keys: Sequence[Callable[[Item], Hashable]],
    aspects: dict[str, Callable[[Item], object]],
) -> tuple[Change[Item], ...]:
    """Compare two lists of items.

    Args:
        before: The items as they are.
        after: The items as they would be.
        keys: What tells that two items are the same, tried in turn on those still without a partner.
        aspects: What may differ between two partners, by name.

    Returns:
        What differs, in the order of the later list, then what is gone.
    """
    old, new = list(range(len(before))), list(range(len(after)))
    partner: dict[int, int] = {}
    for key in keys:
        waiting: dict[Hashable, list[int]] = {}
        for number in old:
            waiting.setdefault(key(before[number]), []).append(number)
        for number in new:
            found = waiting.get(key(after[number]))
            if found:
                partner[number] = found.pop(0)
        taken = set(partner.values())
        old = [number for number in old if number not in taken]
        new = [number for number in new if number not in partner]
    changes: list[Change[Item]] = []
    for number, item in enumerate(after):
        if number not in partner:
            changes.append(Change(None, item))
            continue
        other = before[partner[number]]
        differences = tuple(name for name, aspect in aspects.items() if aspect(other) != aspect(item))
        if differences:
            changes.append(Change(other, item, differences))
    return (*changes, *(Change(before[number], None) for number in old))
