"""What is otherwise in the routes of one position than in those of another: opened, closed, days gained and lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.procedure.comparison import Change, changes_between
from panah.routes.answers import plain_routes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from panah.lawmodel import Law
    from panah.routes.answers import Plain
    from panah.routes.values import RouteFound, Routes


def compare_routes(before: Routes, after: Routes) -> tuple[Change[RouteFound], ...]:
    """Compare the routes of two positions of one case on one day; those not in sight of either are left out."""
    changes = changes_between(before.found, after.found, [lambda one: one.route.id], _ROUTE)
    return tuple(one for one in changes if any(found is not None and found.in_sight for found in one[:2]))


def compared_routes(
    changes: Sequence[Change[RouteFound]], before: tuple[Routes, Law], after: tuple[Routes, Law], lang: str
) -> list[Plain]:
    """Give the changes as plain values: each route as it is and as it would be, and the days gained at once."""
    told_before, told_after = (
        {id(found): plain for found, plain in zip(routes.found, plain_routes(routes, law, lang), strict=True)}
        for routes, law in (before, after)
    )
    return [
        {
            "change": one.kind,
            "differences": list(one.differences),
            "gained-days": gained(one),
            "before": None if one.before is None else told_before[id(one.before)],
            "after": None if one.after is None else told_after[id(one.after)],
        }
        for one in changes
    ]


def gained(change: Change[RouteFound]) -> int | None:
    """Give by how many days the earliest return if nothing is filed would come later; None where either has no day."""
    before, after = (None if one is None else one.nothing_filed.at_once for one in (change.before, change.after))
    return None if before is None or after is None else after - before


_ROUTE: dict[str, Callable[[RouteFound], object]] = {
    "in-sight": lambda one: one.in_sight,
    "if-nothing-filed": lambda one: one.nothing_filed,
    "if-all-filed": lambda one: one.all_filed,
    "closed-by": lambda one: tuple((closed.protection.shield.id, closed.until) for closed in one.closed),
    "filings": lambda one: tuple(
        (held.filing.id, held.state, held.until, held.guaranteed, held.on_top) for held in one.filings
    ),
}
