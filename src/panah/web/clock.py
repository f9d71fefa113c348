"""The one place where pages ask the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from time import monotonic as seconds

__all__ = ["now", "seconds", "today"]


def now() -> datetime:
    """Give the moment at which something is recorded."""
    return datetime.now(UTC)


def today() -> int:
    """Give the local day of the person at the screen, an ordinal."""
    return date.today().toordinal()
