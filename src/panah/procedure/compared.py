"""A comparison as a plain object: each item as `panah.procedure.answers` gives it, as it is and as it would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.procedure.answers import answer
from panah.procedure.comparison import Change, moved_by
from panah.procedure.position import Deadline

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.answers import Plain
    from panah.procedure.casefile import CaseFile
    from panah.procedure.comparison import Comparison
    from panah.procedure.position import Position

PARTS = ("stages", "deadlines", "remedies", "protections", "breaches", "presumed", "anomalies", "notes")

Told = tuple["CaseFile", "Position", "Law"]


def compared(comparison: Comparison, before: Told, after: Told, lang: str) -> Plain:
    """Give what is otherwise as plain values, ready for JSON, the reasons in a language.

    Args:
        comparison: Of the two positions.
        before: The case as it is, its position, the law it was derived by.
        after: The same as it would be.
        lang: Language of the reasons.
    """
    plain_before, plain_after = _by_item(before, lang), _by_item(after, lang)

    def told(change: Change[object]) -> Plain:
        item: Plain = {"change": change.kind, "differences": list(change.differences)}
        if isinstance(change.before, Deadline) and isinstance(change.after, Deadline):
            item["moved-by-days"] = moved_by(Change(change.before, change.after))
        item["before"] = None if change.before is None else plain_before[id(change.before)]
        item["after"] = None if change.after is None else plain_after[id(change.after)]
        return item

    outcome = comparison.outcome
    return {
        "outcome": None if outcome is None else {"before": list(outcome[0]), "after": list(outcome[1])},
        **{part: [told(change) for change in getattr(comparison, part)] for part in PARTS},
    }


def _by_item(told: Told, lang: str) -> dict[int, object]:
    """Give the plain form of each item of a position, by the identity of the item."""
    casefile, position, law = told
    plain = answer(position, casefile, law, lang)
    found: dict[int, object] = {}
    for part in PARTS:
        items = plain[part]
        if isinstance(items, list):
            found.update({id(item): one for item, one in zip(getattr(position, part), items, strict=True)})
    return found
