"""From a case to its routes: the table of contents of the game.

Every number here is read off plays of one game for each world and pace: nothing filed, everything filed, each filing
alone, each left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.procedure.protections import BINDING, protections_of
from panah.routes.building import ANY_RETURN, Board, board_of, in_sight
from panah.routes.game import NOTHING, chain, play
from panah.routes.joining import distinct, joined
from panah.routes.values import Closed, Days, Held, Link, RouteFound, Routes
from panah.routes.waits import DAY, PACES, running_limit

if TYPE_CHECKING:
    from panah.lawmodel.routes import Filing, Route
    from panah.procedure.position import Protection
    from panah.procedure.running import Moment, Running
    from panah.routes.game import Made


def find_routes(here: list[Moment], as_of: int) -> Routes:
    """Find how the person could be sent back lawfully from where the case stands at the end of a day.

    Args:
        here: That moment in each world (:func:`panah.procedure.replay.moments`).
        as_of: The day (ordinal): the game begins on it.
    """
    here = distinct([moment for moment in here if moment.gone is None])
    if not here or not here[0].pack.routes:
        return Routes(as_of, (), (), NOTHING, {})
    worlds = [_World(moment) for moment in here]
    pack = here[0].pack
    routes = [route for route in pack.routes if route.rule.in_force(as_of)]
    available = sum(1 << place for place, filing in enumerate(pack.filings) if not filing.asked)
    for world in worlds:
        available &= ~world.boards[0].done
    return Routes(
        as_of,
        tuple(joined([world.route(route) for world in worlds]) for route in routes),
        tuple(world.boards[0] for world in worlds),
        available,
        pack.recorded.filings,
    )


def links_of(board: Board, made: dict[int, Made], goal: str) -> tuple[Link, ...]:
    """Give the steps of a play that lead to a milestone, with their days; none where it is not reached."""
    number = board.number[goal]
    if number not in made:
        return ()
    actions = [board.game.actions[place] for place in chain(board.game, made, number)]
    return tuple(
        Link(board.steps[action.name], max(made[action.heads[0]].at, board.game.begin) // DAY)
        for action in actions
        if action.name in board.steps
    )


class _World:
    """One world of a case: its games at both paces, played as often as needed and no more."""

    def __init__(self, moment: Moment) -> None:
        self.moment = moment
        self.protections = protections_of(moment)
        self.boards = tuple(board_of(moment, pace, self.protections) for pace in PACES)
        self.filings = moment.pack.filings
        self.all = sum(1 << place for place, filing in enumerate(self.filings) if not filing.asked)
        self.plays: dict[tuple[int, int], dict[int, Made]] = {}

    def play(self, pace: int, filings: int) -> dict[int, Made]:
        found = self.plays.get((pace, filings))
        if found is None:
            found = self.plays[pace, filings] = play(self.boards[pace].game, filings)
        return found

    def day(self, pace: int, filings: int, goal: str) -> int | None:
        came = self.play(pace, filings).get(self.boards[pace].number[goal])
        return None if came is None else came.at // DAY

    def days(self, filings: int, goal: str) -> Days:
        return Days(self.day(0, filings, goal), self.day(1, filings, goal))

    def route(self, route: Route) -> RouteFound:
        sight = in_sight(route, self.moment)
        concerns = [one for one in self.protections if _concerns(one, route)]
        arguments = tuple(one for one in concerns if not _closes(one))
        closed = tuple(Closed(one, self.boards[0].lifted_on(one)) for one in concerns if _closes(one))
        if not sight or route.without_days or not route.goal:
            none = Days(None, None)
            filings = tuple(self.held(filing, "", plays=False) for filing in self._of(route))
            return RouteFound(route, sight, none, none, ((), ()), closed, arguments, filings)
        goal = route.goal
        return RouteFound(
            route,
            sight,
            self.days(NOTHING, goal),
            self.days(self.all, goal),
            (self.links(0, goal), self.links(1, goal)),
            closed,
            arguments,
            tuple(self.held(filing, goal, plays=True) for filing in self._of(route)),
        )

    def _of(self, route: Route) -> list[Filing]:
        by_name = {filing.id: filing for filing in self.filings}
        found = [by_name[name] for name in route.filings]
        return [filing for filing in found if filing.rule.in_force(self.moment.first_day)]

    def links(self, pace: int, goal: str) -> tuple[Link, ...]:
        return links_of(self.boards[pace], self.play(pace, NOTHING), goal)

    def held(self, filing: Filing, goal: str, *, plays: bool) -> Held:
        place = self.filings.index(filing)
        bit = 1 << place
        state, until = self._state(filing, place)
        if filing.asked or not plays:
            return Held(filing, state, until, 0, 0, None, without_cap=False)
        longest, without_cap = self._longest(place, bit)
        if state in {"filed", "lapsed"}:
            return Held(filing, state, until, 0, 0, longest if state == "filed" else None, without_cap)
        alone = _gain(self.day(0, NOTHING, goal), self.day(0, bit, goal))
        on_top = _gain(self.day(0, self.all & ~bit, goal), self.day(0, self.all, goal))
        return Held(filing, state, until, alone, on_top, longest, without_cap)

    def _state(self, filing: Filing, place: int) -> tuple[str, int | None]:
        board = self.boards[0]
        running = running_limit(filing.remedy, self.moment)
        known = self.moment.limits.get(filing.remedy, ())
        if board.done >> place & 1 or (
            filing.asked and running is None and any(one.met_at is not None for one in known)
        ):
            return "filed", None
        can_come = board.game.opened[place] in self.play(0, self.all) if not filing.asked else False
        if running is not None and running.safe >= self.moment.first_day:
            return "open", self._last_day(filing, running)
        if running is not None and not can_come:
            return "lapsed", self._last_day(filing, running)
        if any(one.deadline is None and not one.met for one in known):
            return "open", None
        return "later" if can_come else "not-open", None

    def _last_day(self, filing: Filing, running: Running) -> int:
        """Give the last safe day: what must arrive before a day must have arrived on its eve, or else today."""
        before = running_limit(filing.before, self.moment)
        if before is None or before.safe < self.moment.first_day:
            return running.safe
        return min(running.safe, max(before.safe - 1, self.moment.first_day))

    def _longest(self, place: int, bit: int) -> tuple[int | None, bool]:
        """Give the most days that the law lets the answer to a filing take, and whether they can be extended."""
        board = self.boards[1]
        made = self.play(1, bit)
        filed = board.game.filed[place]
        came = made.get(filed)
        if came is None:
            return None, False
        answers = {
            number: action
            for number, action in enumerate(board.game.actions)
            if filed in action.body and action.name in board.steps
        }
        # a milestone that something else gives, perhaps long before the filing, is no answer to it
        given = [made[action.heads[0]] for action in answers.values() if action.heads[0] in made]
        ends = [came_of.at for came_of in given if came_of.action in answers]
        caps = [
            edition.without_cap
            for action in answers.values()
            for wait in board.steps[action.name].longest or ()
            if wait.limit
            for edition in self.moment.pack.limit_by_id[wait.limit].editions
        ]
        return (max(ends) // DAY - came.at // DAY if ends else None), any(caps)


def _gain(without: int | None, with_it: int | None) -> int | None:
    if without is None:
        return 0
    return None if with_it is None else with_it - without


def _concerns(protection: Protection, route: Route) -> bool:
    against = protection.shield.against
    return route.against in against or ANY_RETURN in against


def _closes(protection: Protection) -> bool:
    binds = protection.strength in BINDING and protection.edition.source == "domestic"
    return binds and protection.holds == "yes"
