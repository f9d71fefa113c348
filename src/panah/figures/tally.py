"""The tally: cases go in one by one, figures come out. This module is the table of contents of the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.figures.counts import Counts, Figure, Told
from panah.figures.durations import Durations, held_times
from panah.figures.people import expected, told
from panah.figures.rules import breaches, caps, limits, stages
from panah.figures.tellings import tellings
from panah.procedure.facts import worlds
from panah.procedure.replay import replay

if TYPE_CHECKING:
    from panah.figures.durations import Held, Key
    from panah.figures.rules import Item
    from panah.lawmodel import Law
    from panah.procedure import CaseFile, Position


class Tally:
    """Adds up cases as of one day.

    What is kept of a case is its name, once for each number it counts in, and the length of its times in custody.
    """

    def __init__(self, law: Law, *, as_of: int, known_on: int | None = None) -> None:
        """Begin with no cases.

        Args:
            law: Every pack there is.
            as_of: The day (ordinal) the figures are for.
            known_on: Only what was known by the end of this day counts; None: everything in the files.
        """
        self.law = law
        self.as_of = as_of
        self.known_on = known_on
        self.cases = 0
        self._people = Counts("people")
        self._people.expect(expected(law.vocabulary))
        self._rules = Counts("cases")
        self._rules.expect(["people/cases"])
        self._limits = Counts("limits")
        self._held = Durations()

    def add(self, casefile: CaseFile, position: Position) -> None:
        """Count one case.

        Args:
            casefile: The case.
            position: Its position on the day and by the knowledge of this tally, from `panah.procedure.replay`.
        """
        self.cases += 1
        vocabulary = self.law.vocabulary
        positions: list[Position] = []
        stories: list[Told] = []
        times: list[dict[Key, Held]] = []
        for number, telling in enumerate(tellings(casefile, self.as_of)):
            stands = self._replayed(telling) if number else position
            positions.append(stands)
            for world in worlds(telling, self.as_of, self.known_on)[0]:
                stories.append(told(world.facts, telling, vocabulary, self.as_of))
                times.append(held_times(world.facts, telling, vocabulary, stands.presumed, self.as_of))
        people = casefile.persons
        self._people.add(casefile.case, people, stories)
        self._people.add(casefile.case, people, [stages(stands) for stands in positions])
        self._people.add(casefile.case, people, [caps(stands, vocabulary) for stands in positions])
        self._rules.add(casefile.case, 1, [{"people/cases": True}])
        self._rules.add(casefile.case, 1, [breaches(stands) for stands in positions])
        self._add_limits(casefile.case, positions)
        self._held.add(casefile.case, times)

    def _replayed(self, telling: CaseFile) -> Position:
        return replay(telling, self.law, as_of=self.as_of, known_on=self.known_on)

    def _add_limits(self, case: str, positions: list[Position]) -> None:
        by_item: dict[Item, list[Told]] = {}
        for number, stands in enumerate(positions):
            for item, state in limits(stands):
                found = by_item.setdefault(item, [{} for _ in positions])[number]
                found.update(state)
        for states in by_item.values():
            self._limits.add(case, 1, states)

    def figures(self) -> list[Figure]:
        """Give every number, by id; the same cases give the same numbers in whatever order they came."""
        found = [*self._people.figures(), *self._rules.figures(), *self._limits.figures(), *self._held.figures()]
        return sorted(found, key=lambda figure: figure.id)
