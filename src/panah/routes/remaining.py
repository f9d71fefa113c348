"""What a set of filings comes to: why none holds a return back past a day, and what then remains to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.procedure.outcome import surely_gone
from panah.routes.finding import links_of
from panah.routes.game import play

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.position import Position, Protection, Remedy
    from panah.routes.values import Link, Past, RouteFound, Routes

GONE, NOT_KNOWN, NOTHING_IN_SIGHT = "gone", "not-known", "nothing-in-sight"
FILE_THESE, NOTHING_NEEDED, STAYS_OPEN = "file-these", "nothing-needed", "stays-open"


class Remaining(NamedTuple):
    """What is left where no set holds: appeals to bodies beyond the country, and bars that can be argued."""

    remedies: tuple[Remedy, ...]
    arguments: tuple[Protection, ...]


def why(past: Past, routes: Routes, position: Position) -> str:
    """Say what the answer for a day rests on.

    Returns:
        ``gone``, ``not-known`` (the country has no routes here), ``nothing-in-sight``, ``file-these``,
        ``nothing-needed`` (no return comes before the day anyway) or ``stays-open`` (no set holds).
    """
    if surely_gone(position):
        return GONE
    if not routes.boards:
        return NOT_KNOWN
    if past.filings is None:
        return STAYS_OPEN
    if past.filings:
        return FILE_THESE
    return NOTHING_NEEDED if any(found.in_sight for found in routes.found) else NOTHING_IN_SIGHT


def not_counted(routes: Routes) -> list[RouteFound]:
    """Give the routes in sight whose days nobody knows: no set of filings says anything of them."""
    return [found for found in routes.found if found.in_sight and found.route.without_days]


def despite_filings(routes: Routes, found: RouteFound) -> tuple[Link, ...]:
    """Give the fastest chain of a route if everything that can be filed is filed; none where no return comes."""
    chains = []
    for board in routes.boards:
        everything = sum(1 << place for place, filing in enumerate(board.filings) if not filing.asked)
        links = links_of(board, play(board.game, everything), found.route.goal)
        if links:
            chains.append(links)
    return min(chains, key=lambda links: links[-1].day, default=())


def remaining(past: Past, position: Position, law: Law) -> Remaining:
    """Find what is left against the routes that stay open, by the position and the packs of bodies beyond countries."""
    remedies = (one for one in position.remedies if one.state == "open" and _beyond(one, law))
    arguments = {one.shield.id: one for found in past.open_routes for one in found.arguments}
    return Remaining(tuple({one.limit.id: one for one in remedies}.values()), tuple(arguments.values()))


def _beyond(remedy: Remedy, law: Law) -> bool:
    pack = law.packs.get(remedy.limit.id.partition("/")[0])
    return pack is not None and bool(pack.applies_to)
