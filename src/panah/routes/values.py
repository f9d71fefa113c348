"""What is found of routes: days, chains, what closes a route, what a filing holds, and all routes of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.routes.blocking import smallest
from panah.routes.game import bits
from panah.routes.waits import DAY

if TYPE_CHECKING:
    from panah.lawmodel.exposures import Seen
    from panah.lawmodel.routes import Filing, Route, Step
    from panah.procedure.position import Protection
    from panah.routes.building import Board


class Days(NamedTuple):
    """The day (ordinal) of a return at each pace; None: none comes."""

    at_once: int | None
    full_terms: int | None


class Link(NamedTuple):
    """One step of a chain and the day (ordinal) on which it is made."""

    step: Step
    day: int


class Closed(NamedTuple):
    """A protection that surely closes a route now; ``until`` the last day (ordinal) before time alone lifts it."""

    protection: Protection
    until: int | None


class Held(NamedTuple):
    """A filing of a route and what it holds, in days.

    ``guaranteed`` is what it adds alone, ``on_top`` what it adds to all the others; None: it closes the route. Below
    zero, the return may come sooner than without it. ``longest`` is the most that the law lets its answer take (None:
    no term, or nothing answers it); ``without_cap``: that time can be extended without end. ``state`` is ``open``,
    ``later`` (once the game comes there), ``not-open``, ``filed`` or ``lapsed``; ``until`` its last safe day.
    """

    filing: Filing
    state: str
    until: int | None
    guaranteed: int | None
    on_top: int | None
    longest: int | None
    without_cap: bool


class RouteFound(NamedTuple):
    """A route in this case. ``chains`` are those of the two paces if nothing is filed."""

    route: Route
    in_sight: bool
    nothing_filed: Days
    all_filed: Days
    chains: tuple[tuple[Link, ...], tuple[Link, ...]]
    closed: tuple[Closed, ...]
    arguments: tuple[Protection, ...]
    filings: tuple[Held, ...]

    @property
    def no_term(self) -> tuple[str, ...]:
        """The steps of the fastest chain for which the law sets no term."""
        return tuple(link.step.id for link in self.chains[0] if link.step.longest is None)


class Past(NamedTuple):
    """Whether lawful return before a day can be made impossible, counting guaranteed days and bars only.

    ``filings`` is a smallest set that does it; None: no set does, for the routes in ``open_routes``.
    """

    day: int
    filings: tuple[Filing, ...] | None
    open_routes: tuple[RouteFound, ...]


class Routes(NamedTuple):
    """The routes of a case on a day; empty where the person is gone or the law is not known.

    ``available`` are the filings that could still be made (a bit mask); ``observed`` is what recorded cases show of
    each, by its name.
    """

    as_of: int
    found: tuple[RouteFound, ...]
    boards: tuple[Board, ...]
    available: int
    observed: dict[str, tuple[Seen, ...]]

    def past(self, day: int) -> Past:
        """Find a smallest set of filings with which no lawful return comes before a day (ordinal)."""
        counted = [item for item in self.found if item.route.lawful and item.in_sight and not item.route.without_days]
        games = [board.game for board in self.boards]
        if not games:
            return Past(day, (), ())

        def smallest_for(items: list[RouteFound]) -> int | None:
            goals = frozenset(self.boards[0].number[item.route.goal] for item in items)
            return smallest(games, goals, day * DAY, self.available)

        chosen = smallest_for(counted)
        if chosen is not None:
            filings = self.boards[0].filings
            return Past(day, tuple(filings[number] for number in bits(chosen)), ())
        alone = tuple(item for item in counted if smallest_for([item]) is None)
        return Past(day, None, alone or tuple(counted))
