"""The chain of acts: each row is bound to the one before, over the sealed bytes, so it is checked without any key."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from panah.register.models import Case


def first_link(case: Case) -> str:
    """Give what the first act of a case is bound to."""
    return hashlib.sha256(b"panah acts 1 " + case.key_id.encode()).hexdigest()


def next_link(before: str, number: int, sealed: bytes | memoryview, recorded_at: datetime) -> str:
    """Give the link of a row from the link before it and the row's own number, bytes and time of recording."""
    told = f"{before} {number} {recorded_at.astimezone(UTC).isoformat(timespec='microseconds')} "
    return hashlib.sha256(told.encode() + bytes(sealed)).hexdigest()


def first_broken(case: Case) -> int | None:
    """Give the number of the first act that does not follow from the one before; None if all do.

    Acts missing at the end are not seen by the chain: compare with a backup for that.
    """
    before = first_link(case)
    for place, row in enumerate(case.acts.order_by("number"), 1):
        if row.number != place or row.chain != next_link(before, row.number, row.sealed, row.recorded_at):
            return place
        before = row.chain
    return None
