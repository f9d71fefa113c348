"""Small random procedures, and a slow reading of the rules of the game that shares no code with the fast one."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from panah.routes.game import Action, Game

if TYPE_CHECKING:
    from collections.abc import Callable

HORIZON = 60
GOAL = 0


@st.composite
def games(draw: st.DrawFn, most_filings: int = 5) -> Game:
    """Draw a game of a dozen milestones at most: steps of fixed length, waits until a moment, filings of any window."""
    facts = draw(st.integers(3, 8))
    filings = draw(st.integers(0, most_filings))
    opened = tuple(range(facts, facts + filings))
    filed = tuple(range(facts + filings, facts + 2 * filings))
    anything = [*range(1, facts), *filed]
    actions = []
    for number in range(draw(st.integers(2, 9))):
        head = draw(st.integers(0, facts - 1))
        body = draw(st.sets(st.sampled_from(anything), max_size=3))
        shut = draw(st.integers(0, 2**filings - 1)) if draw(st.booleans()) else 0
        actions.append(Action(f"step-{number}", (head,), tuple(sorted(body)), shut, draw(_takes())))
    for filing in range(filings):
        needs = draw(st.sets(st.sampled_from(anything), max_size=2)) - {filed[filing]}
        actions.append(Action(f"can-file-{filing}", (opened[filing],), tuple(sorted(needs)), 0, lambda at: at))
        actions.append(Action(f"file-{filing}", (filed[filing],), (opened[filing],), 0, draw(_takes()), filing=filing))
    held = draw(st.sets(st.sampled_from(anything), max_size=3))
    return Game(facts + 2 * filings, 0, frozenset(held), tuple(actions), opened, filed)


@st.composite
def procedures(draw: st.DrawFn, most_filings: int = 7) -> Game:
    """Draw what procedures are like: chains to the return, filings that shut their steps, answers that reopen them."""
    filings = draw(st.integers(2, most_filings))
    lengths = draw(st.lists(st.integers(1, 3), min_size=2, max_size=5))
    facts = 2 + sum(length - 1 for length in lengths)
    opened = tuple(range(facts, facts + filings))
    filed = tuple(range(facts + filings, facts + 2 * filings))
    shutting = st.sets(st.integers(0, filings - 1), max_size=3).map(lambda chosen: sum(1 << one for one in chosen))
    actions: list[Action] = []
    fresh = 2
    for length in lengths:
        came = 1
        for place in range(length):
            head = GOAL if place == length - 1 else fresh
            fresh += head != GOAL
            shut = draw(shutting)
            actions.append(Action(f"step-{len(actions)}", (head,), (came,), shut, draw(_takes())))
            for filing in range(filings):
                if shut >> filing & 1 and draw(st.integers(0, 3)) == 0:
                    answer = draw(st.integers(0, 20))
                    actions.append(
                        Action(
                            f"answer-{len(actions)}",
                            (head,),
                            (filed[filing],),
                            0,
                            lambda at, answer=answer: at + answer,
                        )
                    )
            came = head
    anything = [*range(1, facts), *filed]
    for filing in range(filings):
        needs = draw(st.sets(st.sampled_from(anything), max_size=1)) - {filed[filing]} if draw(st.booleans()) else set()
        actions.append(Action(f"can-file-{filing}", (opened[filing],), tuple(needs), 0, lambda at: at))
        actions.append(Action(f"file-{filing}", (filed[filing],), (opened[filing],), 0, draw(_takes()), filing=filing))
    return Game(facts + 2 * filings, 0, frozenset({1}), tuple(actions), opened, filed)


def _takes() -> st.SearchStrategy[Callable[[int], int | None]]:
    fixed = st.integers(0, 6).map(lambda length: lambda at: at + length)
    until = st.integers(0, 12).map(lambda end: lambda at: max(at, end))
    weekly = st.integers(1, 4).map(lambda length: lambda at: -(-(at + length) // 7) * 7)
    never = st.just(lambda at: None)
    return st.one_of(fixed, fixed, until, weekly, never)


def slow_play(game: Game, filings: int) -> dict[int, int]:
    """Play minute by minute, as the rules of the game are written in the decision: nothing is queued or remembered."""
    at: dict[int, int] = dict.fromkeys(game.held, 0)
    gone: set[int] = set()
    for now in range(HORIZON):
        changed = True
        while changed:
            changed = False
            for number, action in enumerate(game.actions):
                if number in gone or any(need not in at for need in action.body):
                    continue
                if action.filing >= 0 and not filings >> action.filing & 1:
                    continue
                met = max([at[need] for need in action.body], default=0)
                if action.takes(met) != now:
                    continue
                gone.add(number)
                changed = True
                shutting = [
                    filing
                    for filing in range(len(game.opened))
                    if action.shut_by >> filing & 1
                    and filings >> filing & 1
                    and at.get(game.opened[filing], HORIZON) < now
                ]
                for filing in shutting:
                    at.setdefault(game.filed[filing], now)
                if not shutting:
                    for head in action.heads:
                        at.setdefault(head, now)
    return at


def holding(game: Game, before: int, available: int) -> list[int]:
    """Give every smallest set of filings with which the goal is not reached before a moment, trying them all."""
    numbers = [number for number in range(len(game.opened)) if available >> number & 1]
    for size in range(len(numbers) + 1):
        found = [
            mask
            for chosen in combinations(numbers, size)
            for mask in [sum(1 << number for number in chosen)]
            if slow_play(game, mask).get(GOAL, HORIZON) >= before
        ]
        if found:
            return found
    return []
