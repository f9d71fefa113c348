"""From a case file to the facts of each world: what was known by a day, one version of every disputed act.

A world picks one version of each group of acts told differently. Corrections replace what they supersede.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panah.procedure.casefile import Act, CaseFile

DAY = 1440
MOST_WORLDS = 64
"""Combinations of versions replayed together; beyond it one group at a time is told against the first versions."""


class Fact:
    """One act as the engine sees it, recorded or presumed.

    ``root`` stands for the act and all its versions and corrections, ``of_root`` for the act it is of. ``at`` is its
    place in the stream; ``stages`` and ``left`` are the stages of the tracks just before it, and those before them.
    """

    __slots__ = (
        "act", "at", "fields", "first", "first_day", "id", "kind", "last", "last_day", "left", "of_root", "presumed",
        "root", "run", "stages",
    )  # fmt: skip

    def __init__(
        self, fact_id: str, kind: str, first: int, last: int | None, fields: dict[str, str], act: Act | None
    ) -> None:
        """Keep the act; the stream fills in the rest."""
        self.id = fact_id
        self.kind = kind
        self.first = first
        self.last = last
        self.first_day = first // DAY
        self.last_day: int | None = None if last is None else last // DAY
        self.fields = fields
        self.act = act
        self.presumed = act is None
        self.run: str | None = None
        self.root = fact_id
        self.of_root: str | None = None
        self.at = 0
        self.stages: tuple[str, ...] = ()
        self.left: tuple[str, ...] = ()

    def surely_by(self, day: int) -> bool:
        """Whether it had happened by the end of the day however its date is read."""
        return self.last_day is not None and self.last_day <= day


class World:
    """One telling of the case: the facts in order, and the id of the version chosen for each act told differently."""

    __slots__ = ("chosen", "facts")

    def __init__(self, chosen: tuple[str, ...], facts: list[Fact]) -> None:
        """Keep the facts."""
        self.chosen = chosen
        self.facts = facts


def roots_of(acts: tuple[Act, ...]) -> dict[str, str]:
    """Map every id to the id that stands for it: corrections to what they correct, versions to the first version."""
    roots = {act.id: act.id for act in acts}
    moved = {act.id: other for act in acts if (other := act.supersedes or act.alternative_to) is not None}
    for name in moved:
        root = name
        while root in moved:
            root = moved[root]
        roots[name] = root
    return roots


def worlds(casefile: CaseFile, as_of: int, known_on: int | None) -> tuple[list[World], dict[str, str]]:
    """Give the worlds of a case as of a day, and the roots of its ids.

    Args:
        casefile: The case.
        as_of: Acts count from the day they may have happened.
        known_on: Leaves out acts and corrections not known by the end of this day; None leaves out nothing.
    """
    acts = casefile.acts
    if not any(act.alternative_to or act.supersedes for act in acts):
        known = acts if known_on is None else tuple([act for act in acts if act.known_from <= known_on])
        return [World((), _facts(list(known), None, as_of))], {}
    if known_on is not None:
        acts = tuple(act for act in acts if act.known_from <= known_on)
    # An act may be known before the version that the file puts first: roots are those of the whole file.
    roots = roots_of(casefile.acts)
    superseded = {act.supersedes for act in acts if act.supersedes}
    groups: dict[str, list[Act]] = {}
    versions = {roots[act.id] for act in acts if act.alternative_to}
    kept = [act for act in acts if act.id not in superseded]
    others = _other_versions(casefile.acts)
    for act in sorted(kept, key=lambda act: (act.id in others, *_act_order(act))):
        if roots[act.id] in versions:
            groups.setdefault(roots[act.id], []).append(act)
    single = [act for act in kept if roots[act.id] not in versions]
    told = [
        World(tuple([act.id for act in chosen]), _facts(single + chosen, roots, as_of))
        for chosen in _choices(list(groups.values()))
    ]
    return told, roots


def _other_versions(acts: tuple[Act, ...]) -> set[str]:
    """Give the ids of versions other than the first, wherever they stand in the file, and of corrections of them."""
    of = {act.id: act.alternative_to or act.supersedes for act in acts}
    others = {act.id for act in acts if act.alternative_to}
    for name in of:
        chain = [name]
        while (before := of.get(chain[-1])) is not None:
            chain.append(before)
        if others.intersection(chain):
            others.add(name)
    return others


def _act_order(act: Act) -> tuple[int, int, int]:
    first, last = act.span
    return first // DAY, 1 << 40 if last is None else last // DAY, act.order


def _choices(groups: list[list[Act]]) -> Iterator[list[Act]]:
    combinations = 1
    for group in groups:
        combinations *= len(group)
    if combinations <= MOST_WORLDS:
        for chosen in product(*groups):
            yield list(chosen)
        return
    first = [group[0] for group in groups]
    yield list(first)
    for place, group in enumerate(groups):
        for version in group[1:]:
            yield [*first[:place], version, *first[place + 1 :]]


def _order(fact: Fact) -> tuple[int, int, int]:
    return fact.first_day, 1 << 40 if fact.last_day is None else fact.last_day, fact.at


def _facts(acts: list[Act], roots: dict[str, str] | None, as_of: int) -> list[Fact]:
    """Make the facts of the acts that count, in order; without roots every id stands for itself."""
    facts: list[Fact] = []
    of_others: list[Fact] = []
    for act in acts:
        first, last = act.span
        if first // DAY > as_of:
            continue
        fact = Fact(act.id, act.kind, first, last, act.fields, act)
        fact.at = act.order
        if act.leave_by is not None:
            fact.fields = {**fact.fields, "leave-by": act.leave_by_text or ""}
        fact.run = act.run
        if roots is not None:
            fact.root = roots[act.id]
        if act.of is not None:
            fact.of_root = act.of if roots is None else roots.get(act.of)
            of_others.append(fact)
        facts.append(fact)
    if of_others:
        kinds = {act.id if roots is None else roots[act.id]: act.kind for act in acts}
        for fact in of_others:
            if fact.of_root is not None:
                fact.fields = {**fact.fields, "of-act": kinds.get(fact.of_root, "")}
    facts.sort(key=_order)
    return facts
