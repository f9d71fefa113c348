"""The game as an answer-set program, solved by clingo: the same optimum must come out of another way of thinking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import clingo

if TYPE_CHECKING:
    from panah.routes.game import Game

RULES = """
% A milestone comes once, at its earliest time; an action is tried once, when the last of its needs has come.
at(X,B) :- held(X), begin(B).
time(B) :- begin(B).
time(T) :- at(_,T).
by(X,T) :- at(X,S), time(T), S <= T.
met(K,B) :- action(K), begin(B), not needs(K).
met(K,T) :- need(K,X), at(X,T), by(Y,T) : need(K,Y).
needs(K) :- need(K,_).
tried(K,E) :- met(K,T), E = @takes(K,T), file(F) : making(K,F).
stopped(K,E,F) :- tried(K,E), shuts(F,K), file(F), opened(F,O), at(O,T), T < E.
stopped(K,E) :- stopped(K,E,_).
may(X,E) :- tried(K,E), head(K,X), not stopped(K,E).
may(X,E) :- stopped(K,E,F), filed(F,X).
sooner(X,E) :- may(X,E), at(X,T), T < E.
at(X,E) :- may(X,E), not sooner(X,E).
"""
CHOICE = """
{ file(F) } :- available(F).
:- goal(X), at(X,T), before(D), T < D.
#minimize { 1,F : file(F) }.
"""


class Oracle:
    """A game grounded once; which filings are available is switched for each question."""

    def __init__(self, game: Game, goals: frozenset[int], before: int) -> None:
        """Ground the game for a day."""
        self.game = game
        self.numbers = [clingo.Function("available", [clingo.Number(place)]) for place in range(len(game.opened))]
        externals = "".join(f"#external available({place}). " for place in range(len(game.opened)))
        goal = "".join(f"goal({number}). " for number in goals)
        self.control = clingo.Control(["--opt-mode=opt", "-n0"], message_limit=0)
        self.control.add("base", [], RULES + CHOICE + facts(game) + externals + goal + f"before({before}).")
        self.control.ground([("base", [])], context=_Times(game, before))

    def smallest(self, available: int) -> int | None:
        """Give the size of a smallest set that holds; None where there is none."""
        for place, external in enumerate(self.numbers):
            self.control.assign_external(external, bool(available >> place & 1))
        best: list[int] = []
        self.control.solve(on_model=lambda model: best.append(model.cost[0] if model.cost else 0))
        return best[-1] if best else None


def earliest(game: Game, filings: int, horizon: int) -> dict[int, int]:
    """Give the time of every milestone that comes before a horizon when these filings are made."""
    control = clingo.Control(["-n1"], message_limit=0)
    made = "".join(f"file({place}). " for place in range(len(game.opened)) if filings >> place & 1)
    control.add("base", [], RULES + facts(game) + made)
    control.ground([("base", [])], context=_Times(game, horizon))
    found: dict[int, int] = {}

    def keep(model: clingo.Model) -> None:
        for symbol in model.symbols(atoms=True):
            if symbol.name == "at":
                milestone, time = symbol.arguments
                found[milestone.number] = time.number

    control.solve(on_model=keep)
    return found


def facts(game: Game) -> str:
    """Write a game as facts."""
    lines = [f"begin({game.begin})."]
    lines += [f"held({number})." for number in game.held]
    for number, action in enumerate(game.actions):
        lines.append(f"action({number}).")
        lines += [f"need({number},{need})." for need in action.body]
        lines += [f"head({number},{head})." for head in action.heads]
        lines += [f"shuts({place},{number})." for place in range(len(game.opened)) if action.shut_by >> place & 1]
        if action.filing >= 0:
            lines.append(f"making({number},{action.filing}).")
    for place, (opened, filed) in enumerate(zip(game.opened, game.filed, strict=True)):
        lines += [f"opened({place},{opened}).", f"filed({place},{filed})."]
    return "\n".join(lines) + "\n"


class _Times:
    """The times of actions; nothing after the horizon is told, or a circle of steps would be grounded for ever."""

    def __init__(self, game: Game, horizon: int) -> None:
        self.game = game
        self.horizon = horizon

    def takes(self, action: clingo.Symbol, time: clingo.Symbol) -> list[clingo.Symbol]:
        ends = self.game.actions[action.number].takes(time.number)
        return [] if ends is None or ends >= self.horizon else [clingo.Number(ends)]
