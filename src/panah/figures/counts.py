"""Counting what is sure and what is only possible, with the cases behind each number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Told = dict[str, bool]
"""One telling of a case: the ids of the figures it counts in, and whether it surely does."""


class Count(NamedTuple):
    """A number as far as the record settles it.

    Attributes:
        low: What is surely so.
        high: What may be so at most; None where nothing bounds it ("at least").
        cases: Names of all cases behind it, in order.
        uncertain: Those of them that may not count.
    """

    low: int
    high: int | None
    cases: tuple[str, ...]
    uncertain: tuple[str, ...] = ()


class Figure(NamedTuple):
    """One number of the answer: its id, what it counts (``people cases runs limits days``), and how many."""

    id: str
    unit: str
    number: Count


class Counts:
    """Counts under ids, case by case. Of a case nothing is kept but its name, once for each number it is in."""

    def __init__(self, unit: str) -> None:
        """Begin with nothing.

        Args:
            unit: What is counted, the same for every id.
        """
        self.unit = unit
        self._low: dict[str, int] = {}
        self._high: dict[str, int] = {}
        self._cases: dict[str, list[str]] = {}
        self._unsure: dict[str, list[str]] = {}

    def expect(self, ids: Iterable[str]) -> None:
        """Make ids stand in the answer even where nothing counts in them."""
        for name in ids:
            self._high.setdefault(name, 0)

    def add(self, case: str, weight: int, tellings: Sequence[Mapping[str, bool]]) -> None:
        """Count a case: surely where every telling surely has the id, possibly where any has it."""
        for name in dict.fromkeys(name for told in tellings for name in told):
            self._high[name] = self._high.get(name, 0) + weight
            _note(self._cases, name, case)
            if all(told.get(name, False) for told in tellings):
                self._low[name] = self._low.get(name, 0) + weight
            else:
                _note(self._unsure, name, case)

    def figures(self) -> list[Figure]:
        """Give every number, by id."""
        return [
            Figure(
                name,
                self.unit,
                Count(
                    self._low.get(name, 0),
                    self._high[name],
                    tuple(sorted(self._cases.get(name, ()))),
                    tuple(sorted(self._unsure.get(name, ()))),
                ),
            )
            for name in sorted(self._high)
        ]


def _note(cases: dict[str, list[str]], name: str, case: str) -> None:
    known = cases.setdefault(name, [])
    if not known or known[-1] != case:
        known.append(case)
