"""From a moment of the replay and the law of return to the game of that position, at one pace."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.procedure.counting import later
from panah.procedure.guards import MAYBE, YES, holds, latest
from panah.procedure.protections import BINDING
from panah.routes.game import Action, Game
from panah.routes.waits import (
    DAY,
    Pace,
    filing_takes,
    first_over_at,
    running_limit,
    step_takes,
    still_open,
    still_to_pass,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from panah.lawmodel import Guard, Pattern
    from panah.lawmodel.routes import Filing, Route, Step
    from panah.procedure.position import Protection
    from panah.procedure.running import Moment

ANY_RETURN = "any-return"
_SERVED = "served"


class Board(NamedTuple):
    """A game with what its numbers mean.

    ``number`` gives the number of a milestone by its name; ``done`` are the filings that surely are made already (a bit
    mask); ``shields`` are the protections that surely close steps of the game, ``steps`` the steps in force by name.
    """

    game: Game
    number: dict[str, int]
    done: int
    shields: tuple[Protection, ...]
    steps: dict[str, Step]
    filings: tuple[Filing, ...]

    def lifted_on(self, protection: Protection) -> int | None:
        """Give the last day (ordinal) before time alone lifts a protection; None where time does not."""
        lifted = self.number.get(_lifted(protection))
        by_time = [action for action in self.game.actions if action.heads == (lifted,) and not action.body]
        ends = [end for end in (action.takes(self.game.begin) for action in by_time) if end is not None]
        return min(ends) // DAY - 1 if ends else None


def board_of(moment: Moment, pace: Pace, protections: list[Protection]) -> Board:
    """Make the game of a position.

    Args:
        moment: The end of the day asked, in one world.
        pace: The pace of the authorities. At once, what may have been reached counts as reached.
        protections: What protects the person in that world (:func:`panah.procedure.protections.protections_of`).
    """
    return _Building(moment, pace, protections).board()


def in_sight(route: Route, moment: Moment) -> bool:
    """Whether something on record supports a route, or may support it."""
    return not route.in_sight or any(holds(guard, moment) for guard in route.in_sight)


class _Building:
    def __init__(self, moment: Moment, pace: Pace, protections: list[Protection]) -> None:
        self.moment = moment
        self.protections = protections
        self.pace = pace
        pack = moment.pack
        self.day = moment.first_day
        self.begin = self.day * DAY
        self.steps = [step for step in pack.steps if step.rule.in_force(self.day)]
        self.filings = pack.filings
        self.number: dict[str, int] = {}
        self.held: set[int] = set()
        self.reached: set[str] = set()
        self.actions: list[Action] = []

    def board(self) -> Board:
        filing_number = {filing.id: place for place, filing in enumerate(self.filings)}
        # Named first and in one order, so that milestones and filings have the same numbers in every world.
        opened = tuple(self._milestone(f"can-file {filing.id}") for filing in self.filings)
        filed = tuple(self._milestone(filing.id) for filing in self.filings)
        for step in self.moment.pack.steps:
            for name in (step.gives, *step.needs):
                self._milestone(name)
        done = made = 0
        for place, filing in enumerate(self.filings):
            if self._reached(filing.done):
                made |= 1 << place
                self._hold(filing.id, filing.done, [filing.act])
            if self._surely(filing.done):
                done |= 1 << place
        shut = {filing.id for place, filing in enumerate(self.filings) if done >> place & 1}
        ahead = [step for step in self._not_reached() if shut.isdisjoint(step.unless_filed)]
        shields = self._shields()
        for place, filing in enumerate(self.filings):
            if not made >> place & 1 and not filing.asked and filing.rule.in_force(self.day):
                self._add_filing(filing, place, opened[place], filed[place])
        for step in ahead:
            self.actions.append(
                Action(
                    name=step.id,
                    heads=(self._milestone(step.gives), *self._lifts(step, shields)),
                    body=tuple(self._milestone(need) for need in [*step.needs, *self._stopped(step, shields)]),
                    shut_by=sum(1 << filing_number[name] for name in set(step.unless_filed)),
                    takes=self._takes(step),
                )
            )
        game = Game(len(self.number), self.begin, frozenset(self.held), tuple(self.actions), opened, filed)
        return Board(game, self.number, done, tuple(shields), {step.id: step for step in self.steps}, self.filings)

    def _not_reached(self) -> list[Step]:
        """Hold what is reached, let happen early what may have happened unseen, and give the other steps."""
        ahead = []
        for step in self.steps:
            if not self._reached(step.done):
                ahead.append(step)
                continue
            end = still_to_pass(step, self.moment)
            if end is not None and end > self.begin:
                self.reached.add(step.gives)
                self.actions.append(Action(step.id, (self._milestone(step.gives),), (), 0, _ends_at(end)))
                continue
            acts = [one.act for one in self.steps if one.gives == step.gives and one.act]
            self._hold(step.gives, step.done, acts)
        for step in [one for one in ahead if self._may_be_served(one)]:
            ahead.remove(step)
            self.reached.add(step.gives)
            body = tuple(self._milestone(need) for need in step.needs)
            self.actions.append(Action(f"unseen {step.id}", (self._milestone(step.gives),), body, 0, _at_once))
        return ahead

    def _milestone(self, name: str) -> int:
        return self.number.setdefault(name, len(self.number))

    def _reached(self, done: tuple[Guard, ...]) -> bool:
        """Whether a milestone counts as reached: at once it is enough that it may be."""
        least = MAYBE if self.pace.at_once else YES
        return any(holds(guard, self.moment) >= least for guard in done)

    def _may_be_served(self, step: Step) -> bool:
        """Whether a step is a service that may have happened unseen, and by which a term may run (contract 1a.3).

        What it needs is on record; it may have been made as soon as that was.
        """
        if not self.pace.at_once or step.act is None or step.act.act != _SERVED:
            return False
        if not self.reached.issuperset(step.needs):
            return False
        of = frozenset().union(*(admitted for name, admitted, _ in step.act.fields if name == "of-act"))
        return any(
            running.deadline is not None and running.start.fact.kind in of
            for group in self.moment.limits.values()
            for running in group[-1:]
            if running.start.fact is not None and not running.met
        )

    def _hold(self, name: str, done: tuple[Guard, ...], acts: list[Pattern]) -> None:
        """Take a milestone as reached on the day of the act on record that gave it: what it starts runs since then."""
        milestone = self._milestone(name)
        self.reached.add(name)
        given = latest(
            self.moment.path, [*acts, *(pattern for guard in done for pattern in guard.after)], self.moment.at
        )
        day = None if given is None else given.first_day if self.pace.at_once else given.last_day
        if day is None or day >= self.day:
            self.held.add(milestone)
            return
        self.actions.append(Action(f"on record {name}", (milestone,), (), 0, lambda _: day * DAY))

    def _takes(self, step: Step) -> Callable[[int], int | None]:
        """Give the time of a step; one that an act on record would show is made on the day asked at the earliest."""
        takes = step_takes(step, self.pace, self.moment)
        goals = {route.goal for route in self.moment.pack.routes}
        return takes if step.act is None and step.gives not in goals else _not_before(self.begin, takes)

    def _surely(self, done: tuple[Guard, ...]) -> bool:
        return any(holds(guard, self.moment) == YES for guard in done)

    def _add_filing(self, filing: Filing, place: int, opened: int, filed: int) -> None:
        """Add the opening of a filing and its making; a closed window gives neither, unless another may yet open."""
        running = running_limit(filing.remedy, self.moment)
        begun = running is not None and still_open(running, self.day, self.pace)
        known = list(self.moment.limits.get(filing.remedy, ()))
        spent = running is None and known[-1:] and known[-1].met  # filed once already, and answered
        if (spent or running is not None) and not begun and self.reached.issuperset(filing.needs):
            return
        needs = () if begun else tuple(self._milestone(need) for need in filing.needs)
        if not begun and not needs:
            return
        self.actions.append(Action(f"can-file {filing.id}", (opened,), needs, 0, _until(self.begin)))
        takes = filing_takes(filing, self.pace, self.moment)
        self.actions.append(Action(filing.id, (filed,), (opened,), 0, takes, filing=place))

    def _shields(self) -> list[Protection]:
        """Find the protections that surely bind by domestic law, and add the moments at which time lifts them."""
        found = []
        for protection in self.protections:
            edition = protection.edition
            binds = protection.strength in BINDING and edition.source == "domestic" and protection.holds == "yes"
            if not binds:
                continue
            found.append(protection)
            lifted = self._milestone(_lifted(protection))
            for number, at in enumerate(self._lifted_by_time(protection)):
                self.actions.append(Action(f"{_lifted(protection)} {number}", (lifted,), (), 0, _until(at)))
            for filing in self._ending_the_term(protection):
                body = (self._milestone(filing.id),)
                self.actions.append(
                    Action(f"{_lifted(protection)} {filing.id}", (lifted,), body, 0, _until(self.begin))
                )
        return found

    def _ending_the_term(self, protection: Protection) -> list[Filing]:
        """Find the filings that end a term which alone protects while it is open."""
        guard = protection.edition.guard
        return [one for one in self.filings if guard is not None and guard.limit_open == one.remedy]

    def _lifted_by_time(self, protection: Protection) -> list[int]:
        """Give the moments at which time alone lifts a protection: a limit ends, or what lasted is over."""
        guard = protection.edition.guard
        if guard is None:
            return []
        if guard.limit_open:
            end = first_over_at(guard.limit_open, self.begin, self.pace, self.moment)
            return [] if end is None else [max(end, self.begin)]
        if guard.lasts is not None:
            given = latest(self.moment.path, guard.after, self.moment.at)
            if given is None:
                return []
            told = None if given.act is None else given.act.until
            last = later(given.first_day, guard.lasts) if told is None else told.first // DAY
            return [max((last + 1) * DAY, self.begin)]
        return []

    def _stopped(self, step: Step, shields: Iterable[Protection]) -> list[str]:
        return [_lifted(one) for one in shields if stops(one, step, self.moment.pack.routes)]

    def _lifts(self, step: Step, shields: Iterable[Protection]) -> list[int]:
        if step.act is None:
            return []
        return [self.number[_lifted(one)] for one in shields if step.act.act in lifting_acts(one)]


def stops(protection: Protection, step: Step, routes: tuple[Route, ...]) -> bool:
    """Whether a protection stops a step: by an act that it names, or else because the step is the return itself."""
    if step.act is not None and any(_alike(pattern, step.act) for pattern, _ in protection.edition.stops):
        return True
    against = protection.shield.against
    return any(step.gives == route.goal and (route.against in against or ANY_RETURN in against) for route in routes)


def lifting_acts(protection: Protection) -> tuple[str, ...]:
    """Name the acts that lift a protection: those it names, and those after which its condition holds no more."""
    guard = protection.edition.guard
    until = () if guard is None else (pattern.act for pattern in guard.until)
    return tuple(dict.fromkeys([*protection.edition.lifted_by, *until]))


def _alike(one: Pattern, other: Pattern) -> bool:
    """Whether an act could be of both patterns."""
    if one.act != other.act:
        return False
    admitted = {name: words for name, words, _ in one.fields}
    return all(name not in admitted or admitted[name] & words for name, words, _ in other.fields)


def _lifted(protection: Protection) -> str:
    return f"lifted {protection.shield.id} {protection.edition.first} {','.join(protection.of)}"


def _ends_at(end: int) -> Callable[[int], int | None]:
    """Take time up to one moment, which is ahead."""
    return lambda _: end


def _at_once(at: int) -> int:
    return at


def _not_before(begin: int, takes: Callable[[int], int | None]) -> Callable[[int], int | None]:
    def clamped(at: int) -> int | None:
        end = takes(at)
        return None if end is None else max(begin, end)

    return clamped


def _until(moment: int) -> Callable[[int], int]:
    return lambda at: max(at, moment)
