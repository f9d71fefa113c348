"""The game: earliest times and smallest sets of filings, against a slow reading of the same rules."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from panah.routes.blocking import smallest
from panah.routes.game import Action, Game, Made, bits, chain, play
from random_games import GOAL, HORIZON, games, holding, procedures, slow_play


@given(st.one_of(games(), procedures()), st.data())
def test_earliest_times_are_those_of_the_rules(game: Game, data: st.DataObject) -> None:
    filings = data.draw(st.integers(0, 2 ** len(game.opened) - 1))
    fast = {milestone: came.at for milestone, came in play(game, filings).items() if came.at < HORIZON}
    assert fast == slow_play(game, filings)


@given(st.one_of(games(), procedures()), st.integers(1, 30), st.data())
def test_smallest_set_is_that_of_trying_them_all(game: Game, before: int, data: st.DataObject) -> None:
    available = data.draw(st.integers(0, 2 ** len(game.opened) - 1))
    found = smallest([game], frozenset({GOAL}), before, available)
    expected = holding(game, before, available)
    assert (found in expected) if expected else found is None


@given(procedures(), st.integers(1, 30))
def test_without_any_of_its_filings_a_smallest_set_holds_no_more(game: Game, before: int) -> None:
    available = 2 ** len(game.opened) - 1
    found = smallest([game], frozenset({GOAL}), before, available)
    for number in bits(found or 0):
        assert slow_play(game, (found or 0) & ~(1 << number)).get(GOAL, HORIZON) < before


@given(procedures(), st.data())
def test_a_chain_stands_on_its_own(game: Game, data: st.DataObject) -> None:
    """The actions of a chain alone lead to the goal as early, in the order in which it tells them."""
    filings = data.draw(st.integers(0, 2 ** len(game.opened) - 1))
    made = play(game, filings)
    if GOAL not in made or any(came.forced for came in made.values()):
        return
    used = [game.actions[number]._replace(shut_by=0) for number in chain(game, made, GOAL)]
    alone = Game(game.size, game.begin, game.held, tuple(used), game.opened, game.filed)
    assert play(alone, filings)[GOAL].at == made[GOAL].at
    told = [made[action.heads[0]].at for action in used]
    assert told == sorted(told)


@given(games())
def test_a_play_ends_within_its_bound(game: Game) -> None:
    """Every action fires at most once, so it is asked for its time at most once."""
    asked: list[str] = []

    def counting(action: Action) -> Action:
        return action._replace(takes=lambda at: (asked.append(action.name), action.takes(at))[1])

    counted = Game(game.size, game.begin, game.held, tuple(map(counting, game.actions)), game.opened, game.filed)
    play(counted, 2 ** len(game.opened) - 1)
    assert len(asked) == len(set(asked)) <= len(game.actions)


@given(procedures(), st.integers(1, 40))
def test_no_set_is_tried_twice(game: Game, before: int) -> None:
    """The search for a smallest set tries each set once at most, so it ends after 2**n plays."""
    tried: list[int] = []

    def watched(played: Game, filings: int, goals: frozenset[int]) -> dict[int, Made]:
        tried.append(filings)
        return play(played, filings, goals)

    with patch("panah.routes.blocking.play", watched):
        smallest([game], frozenset({GOAL}), before, 2 ** len(game.opened) - 1)
    assert len(tried) == len(set(tried)) <= 2 ** len(game.opened)


def test_a_tie_goes_to_the_authority() -> None:
    """The step comes at the very moment at which the filing first can be made: it is made all the same."""
    at_once = Action("deport", (0,), (1,), 1, lambda at: at)
    can_file = Action("can-file", (2,), (1,), 0, lambda at: at)
    file = Action("file", (3,), (2,), 0, lambda at: at + 10, filing=0)
    game = Game(4, 0, frozenset({1}), (at_once, can_file, file), (2,), (3,))
    assert play(game, 1)[0].at == 0
    later = at_once._replace(takes=lambda at: at + 1)
    assert 0 not in play(Game(4, 0, frozenset({1}), (later, can_file, file), (2,), (3,)), 1)
