"""The calendar of the register: the same events as `panah calendar`, cases told by their alias."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING

from panah.register.beside import beside_of
from panah.register.models import Case
from panah.telling.calendar import Events, frame
from panah.watch.models import ways

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile
    from panah.procedure.position import Position


def calendar(stands: Iterable[tuple[Case, CaseFile, Position]], law: Law, lang: str) -> bytes:
    """Give all deadlines, hearings and tasks to watch as iCalendar with neutral titles: *deadline 3, case K7*."""
    begin, end = frame(lang)
    events = Events(law, lang)
    standing = list(stands)
    beside = beside_of([case for case, _, _ in standing])
    told = [
        event
        for case, casefile, position in standing
        for event in events.of(casefile, position, case.slug, beside[case.pk])
    ]
    return b"".join([begin, *told, end])


def is_secret(told: str) -> bool:
    """Whether somebody told the secret of the feed's address."""
    # digests are compared, so that the time it takes tells nothing of how much was right
    return sha256(told.encode()).digest() == sha256(ways().feed_secret.encode()).digest()
