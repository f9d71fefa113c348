"""The smallest set of filings with which no lawful return comes before a day: implicit hitting sets, exact.

Each round takes the smallest set that meets every demand so far and plays the game. A return that still comes before
the day shows a chain; any set that holds must close a step of that chain, or leave out a filing that the chain uses:
that is the next demand. No set is tried twice, so there are at most 2**n rounds for n filings; in practice a handful.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.routes.game import NOTHING, bits, play

if TYPE_CHECKING:
    from panah.routes.game import Game, Made


class Demand(NamedTuple):
    """What every set that holds must do: file one of ``some``, or leave out one of ``without`` (bit masks)."""

    some: int
    without: int

    def met(self, chosen: int) -> bool:
        """Whether a set does it."""
        return bool(self.some & chosen or self.without & ~chosen)


def smallest(games: list[Game], goals: frozenset[int], before: int, available: int) -> int | None:
    """Find a smallest set of filings with which no goal is reached before a moment, in any of several worlds.

    Args:
        games: The game of each world; their filings have the same numbers.
        goals: The milestones that are a return.
        before: The moment (local minutes): a return at it or later is none before it.
        available: The filings that can be chosen.

    Returns:
        The set, as a bit mask; None where no set of the available filings does it. Among the smallest, the one whose
        filings stand first.
    """
    demands: list[Demand] = []
    size = 0
    chosen: int | None = NOTHING
    while chosen is not None:
        demand = _surviving(games, goals, before, chosen, available)
        if demand is None:
            return chosen
        demands.append(demand)
        while True:
            chosen = _meeting(demands, size, NOTHING, NOTHING)
            if chosen is not None or size >= available.bit_count():
                break
            size += 1
    return None


def _surviving(games: list[Game], goals: frozenset[int], before: int, chosen: int, available: int) -> Demand | None:
    for game in games:
        made = play(game, chosen, goals)
        reached = [goal for goal in goals if goal in made and made[goal].at < before]
        if reached:
            found = demand_of(game, made, reached[0], chosen)
            return Demand(found.some & available, found.without)
    return None


def demand_of(game: Game, made: dict[int, Made], goal: int, chosen: int) -> Demand:
    """Read off a chain what a set must do to change it.

    Closing a step of the chain needs one of the filings that shut it. A filing that is made but came too late to shut
    a step could come earlier only by what lies upstream of it; so could one that a step forced. Both are added whole.
    """
    some = without = 0
    seen: set[int] = set()
    ahead = [goal]
    number_of = {milestone: filing for filing, milestone in enumerate(game.filed)}
    while ahead:
        milestone = ahead.pop()
        if milestone in seen:
            continue
        seen.add(milestone)
        came = made[milestone]
        if milestone in number_of:
            without |= 1 << number_of[milestone]
        if came.action < 0:
            continue
        action = game.actions[came.action]
        ahead += action.body
        if came.forced:
            some |= game.upstream[came.action]
            without |= game.upstream[came.action]
            ahead.append(game.opened[number_of[milestone]])
            continue
        some |= action.shut_by
        for filing in bits(action.shut_by & chosen):
            late = _upstream_of_filing(game, filing)
            some |= late
            without |= late
    return Demand(some & ~chosen, without & chosen)


def _upstream_of_filing(game: Game, filing: int) -> int:
    mask = 0
    for number, action in enumerate(game.actions):
        if game.opened[filing] in action.heads:
            mask |= game.upstream[number] | action.shut_by
    return mask


def _meeting(demands: list[Demand], depth: int, chosen: int, banned: int) -> int | None:
    """Find a set of at most so many more filings that meets every demand; None where there is none."""
    narrowest: int | None = None
    disjoint = count = 0
    for demand in demands:
        if demand.met(chosen):
            continue
        some = demand.some & ~banned
        if narrowest is None or some.bit_count() < narrowest.bit_count():
            narrowest = some
            if not some:
                return None
        if not some & disjoint:
            disjoint |= some
            count += 1
    if narrowest is None:
        return chosen
    if count > depth:
        return None
    for filing in bits(narrowest):
        found = _meeting(demands, depth - 1, chosen | 1 << filing, banned)
        if found is not None:
            return found
        banned |= 1 << filing
    return None
