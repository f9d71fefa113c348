"""Several worlds of a case: which of them differ, and what they say together of one route.

Nothing is promised that one of them does not give.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panah.procedure.facts import Fact
    from panah.procedure.running import Moment
    from panah.routes.values import Closed, Days, Held, RouteFound

_NEVER = 10**9


def distinct(here: list[Moment]) -> list[Moment]:
    """Keep the first of the worlds that are told alike: versions of a fact often differ in their sources alone."""
    kept: dict[tuple[object, ...], Moment] = {}
    for moment in here:
        kept.setdefault(tuple([_told(fact) for fact in moment.path.facts]), moment)
    return list(kept.values())


def _told(fact: Fact) -> tuple[object, ...]:
    """Give everything of a fact that a rule can look at; not its name, its sources or its notes."""
    act = fact.act
    of_act = act and (act.country, act.body, act.duration, act.until, act.set_for, act.leave_by)
    fields = tuple(sorted(fact.fields.items()))
    return fact.root, fact.kind, fact.first, fact.last, fact.presumed, fact.of_root, fact.run, fields, of_act


def joined(worlds: list[RouteFound]) -> RouteFound:
    """Join a route of several worlds: the earliest return under any, at full terms the latest that all give."""
    if len(worlds) == 1:
        return worlds[0]
    seen = [world for world in worlds if world.in_sight] or worlds
    first = min(seen, key=lambda world: world.nothing_filed.at_once or _NEVER)
    return first._replace(
        nothing_filed=_days([world.nothing_filed for world in seen]),
        all_filed=_days([world.all_filed for world in seen]),
        closed=tuple(one for one in first.closed if all(_has(world, one) for world in worlds)),
        filings=tuple(_weakest(held) for held in zip(*[world.filings for world in seen], strict=True)),
    )


def _has(world: RouteFound, closed: Closed) -> bool:
    return any(one.protection.shield.id == closed.protection.shield.id for one in world.closed)


def _days(worlds: list[Days]) -> Days:
    first = [days.at_once for days in worlds if days.at_once is not None]
    last = [days.full_terms for days in worlds]
    known = [day for day in last if day is not None]
    latest = max(known) if known and len(known) == len(last) else None
    return worlds[0]._replace(at_once=min(first, default=None), full_terms=latest)


def _weakest(held: tuple[Held, ...]) -> Held:
    """Take of a filing what it holds in every world."""
    untils = [one.until for one in held if one.until is not None]
    return held[0]._replace(
        until=min(untils, default=None),
        guaranteed=_least([one.guaranteed for one in held]),
        on_top=_least([one.on_top for one in held]),
    )


def _least(gains: list[int | None]) -> int | None:
    known = [gain for gain in gains if gain is not None]
    return min(known, default=None)
