"""What came after an act: the next act of each kind, and the decision that cancelled an order on custody."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panah.procedure.casefile import Act


def next_of_each(acts: list[Act], act: Act) -> dict[str, Act]:
    """Give the first act of each kind after an act, of acts in their order."""
    found: dict[str, Act] = {}
    for one in _after(acts, act):
        found.setdefault(one.kind, one)
    return found


def cancelled_by(acts: list[Act], order: Act) -> Act | None:
    """Give the decision on a complaint that cancelled an order on custody, of acts in their order.

    A decision that does not say on which order it is cancels the last one before it.
    """
    if order.kind != "custody-ordered":
        return None
    for one in _after(acts, order):
        if one.kind == "custody-appeal-decided" and one.fields.get("outcome") == "cancelled":
            before = [act for act in acts[: acts.index(one)] if act.kind == order.kind]
            if (_order_of(acts, one) or before[-1]).id == order.id:
                return one
    return None


def _order_of(acts: list[Act], decision: Act) -> Act | None:
    """Follow what a decision is on, by the complaint if that is recorded, to the order."""
    by_id = {act.id: act for act in acts}
    found: Act | None = decision
    while found is not None and found.kind != "custody-ordered":
        found = by_id.get(found.of or "")
    return found


def _after(acts: list[Act], act: Act) -> list[Act]:
    return acts[acts.index(act) + 1 :] if act in acts else []
