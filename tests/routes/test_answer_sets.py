"""The game against an answer-set program: the same earliest times, the same size of a smallest set."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from answer_sets import Oracle, earliest
from panah.routes.blocking import smallest
from panah.routes.game import Game, play
from random_games import GOAL, HORIZON, games, procedures


@given(st.one_of(games(), procedures()), st.data())
def test_earliest_times(game: Game, data: st.DataObject) -> None:
    filings = data.draw(st.integers(0, 2 ** len(game.opened) - 1))
    made = {number: came.at for number, came in play(game, filings).items() if came.at < HORIZON}
    assert made == earliest(game, filings, HORIZON)


@given(procedures(), st.integers(1, 40), st.data())
def test_smallest_sets(game: Game, before: int, data: st.DataObject) -> None:
    available = data.draw(st.integers(0, 2 ** len(game.opened) - 1))
    found = smallest([game], frozenset({GOAL}), before, available)
    assert (None if found is None else found.bit_count()) == Oracle(game, frozenset({GOAL}), before).smallest(available)
