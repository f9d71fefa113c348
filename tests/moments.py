"""Moments of 2026 for tests of reminders."""

import datetime as dt

from panah.watch.reminders import Instant


def on(month, day, hour=4, minute=0):
    """A moment of 2026 in UTC, with the day it is in Kazakhstan, five hours on: four o'clock is nine in the morning."""
    at = dt.datetime(2026, month, day, hour, minute, tzinfo=dt.UTC)
    return Instant((at + dt.timedelta(hours=5)).date().toordinal(), at)
