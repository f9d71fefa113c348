"""The chain of acts: each row is bound to the one before, over the sealed bytes, so it is checked without any key.

Two kinds of links: the first binds number, bytes and time; the second, marked by how it begins, binds also who recorded
the row and which row it supersedes. Rows that an older Panah recorded keep links of the first kind; after one of the
second none of the first may follow.
"""

from __future__ import annotations

import hashlib
from datetime import UTC

from panah.register.models import ActRow, Case

_MARK = "2:"


def first_link(case: Case) -> str:
    """Give what the first act of a case is bound to."""
    return hashlib.sha256(b"panah acts 1 " + case.key_id.encode()).hexdigest()


def next_link(before: str, row: ActRow) -> str:
    """Give the link of a row from the link before it and everything the row's table tells of it."""
    over = 0 if row.supersedes is None else row.supersedes.number
    link = _link(before, row, f"{over} {row.recorded_by.alias}\0")
    # as long as a link of the first kind, so that both stand in one column: 248 bits of the hash are kept
    return _MARK + link[: -len(_MARK)]


def first_broken(case: Case) -> int | None:
    """Give the number of the first act that does not follow from the one before; None if all do.

    Acts missing at the end are not seen by the chain: compare with a backup for that.
    """
    before = first_link(case)
    rows = case.acts.order_by("number").select_related("recorded_by", "supersedes")
    for place, row in enumerate(rows, 1):
        is_older = not before.startswith(_MARK) and not row.chain.startswith(_MARK)
        if row.number != place or row.chain != (_link(before, row) if is_older else next_link(before, row)):
            return place
        before = row.chain
    return None


def _link(before: str, row: ActRow, more: str = "") -> str:
    told = f"{before} {row.number} {row.recorded_at.astimezone(UTC).isoformat(timespec='microseconds')} {more}"
    return hashlib.sha256(told.encode() + bytes(row.sealed)).hexdigest()
