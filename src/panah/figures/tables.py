"""Figures in the groups in which they are read; nothing is ordered by size, for these are no rankings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from panah.figures.counts import Figure
    from panah.lawmodel import Law

_FAMILIES = (
    "people", "outcome", "return", "destination", "asylum", "abroad", "harm", "citizenship", "ground", "year", "stage",
    "custody", "cap", "breach", "limit",
)  # fmt: skip
_PARTS_OF_A_TABLE = {"year": 2, "stage": 3, "custody": 2}
_FIRST = {
    "custody": ("runs", "unfinished", "shortest", "median", "longest"),
    "people": ("cases", "all", "returned"),
    "asylum": ("asked", "granted", "refused", "undecided", "withdrawn", "ended"),
}


class Table(NamedTuple):
    """A group of figures under one heading.

    Attributes:
        id: The part of the ids that all have in common.
        figures: In the order of the vocabulary where there is one, else by id.
    """

    id: str
    figures: tuple[Figure, ...]

    @property
    def family(self) -> str:
        """The first word of the ids."""
        return self.id.partition("/")[0]


def tables(figures: Sequence[Figure], law: Law) -> list[Table]:
    """Group figures into tables."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        parts = figure.id.split("/")
        groups.setdefault("/".join(parts[: _PARTS_OF_A_TABLE.get(parts[0], 1)]), []).append(figure)
    ordered = sorted(groups, key=lambda name: (_FAMILIES.index(name.partition("/")[0]), name))
    return [Table(name, tuple(_in_order(name, groups[name], law))) for name in ordered]


def _in_order(name: str, figures: list[Figure], law: Law) -> list[Figure]:
    family = name.partition("/")[0]
    words: Sequence[str] = _FIRST.get(family, ())
    if family == "outcome":
        words = list(law.vocabulary.groups["outcomes"])
    elif family == "stage":
        words = list(law.vocabulary.stages.get(name.rpartition("/")[2], ()))
    elif family == "limit":
        words = list(law.vocabulary.groups["states"])
    place = {word: number for number, word in enumerate(words)}

    def of(figure: Figure) -> tuple[str, int, str]:
        above, _, last = figure.id.rpartition("/")
        return above if family == "limit" else "", place.get(last, len(place)), figure.id

    return sorted(figures, key=of)


def heading(table: Table, law: Law, lang: str) -> str:
    """Give the words above a table."""
    parts = table.id.split("/")
    if table.family == "stage":
        pack = law.packs.get(parts[1])
        return say(
            lang,
            "figures.heading.stage",
            track=law.vocabulary.label(parts[2], lang),
            country=parts[1] if pack is None else pack.code,
        )
    if table.family == "custody":
        return say(lang, "figures.heading.custody", country=parts[1])
    if table.family == "year":
        return say(lang, f"figures.heading.year-{parts[1]}")
    return say(lang, f"figures.heading.{table.family}")
