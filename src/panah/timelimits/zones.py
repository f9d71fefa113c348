"""Local civil time and its offsets from UTC, only as far as hours of the law need them.

Days, months and years of the law do not look at offsets; 72 hours that run across a change of the clocks do.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from panah.timelimits.days import parse_date

_LARGEST_OFFSET: Final = 14 * 60


class Zone(NamedTuple):
    """A zone of civil time.

    Attributes:
        id: Its id in the model of the law.
        changes: Local minute from which an offset holds, and the offset in minutes east of UTC, in order. The minute is
            that of the clock before the change. The first offset also holds before its minute.
    """

    id: str
    changes: tuple[tuple[int, int], ...]


class ZoneFormError(ValueError):
    """A zone that cannot be read; ``id`` and every problem in ``problems``."""

    def __init__(self, zone: str, problems: list[str]) -> None:
        """Keep all problems."""
        self.id = zone
        self.problems = problems
        super().__init__(f"zone {zone}: " + "; ".join(problems))


def zone_from(plain: Mapping[str, object]) -> Zone:
    """Build a zone from the plain values of a law file.

    Args:
        plain: ``id`` and ``offsets``, a list of ``{from: 2024-03-01, utc: "+05:00"}`` in order; ``from`` may have a
            minute, ``2024-03-01T02:00``.

    Raises:
        ZoneFormError: With every problem at once.
    """
    zone = str(plain.get("id", "?"))
    offsets = plain.get("offsets")
    problems: list[str] = [] if isinstance(plain.get("id"), str) else ["id: expected a word"]
    if not isinstance(offsets, list) or not offsets:
        raise ZoneFormError(zone, [*problems, 'offsets: expected a list of {from: 2024-03-01, utc: "+05:00"}'])
    changes: list[tuple[int, int]] = []
    for entry in offsets:
        if not isinstance(entry, Mapping):
            problems.append(f'offsets: found {entry!r}, expected {{from: 2024-03-01, utc: "+05:00"}}')
            continue
        try:
            changes.append((parse_date(str(entry.get("from"))).first, _offset(str(entry.get("utc")))))
        except ValueError as error:
            problems.append(f"offsets: {error}")
    if any(later[0] <= earlier[0] for earlier, later in pairwise(changes)):
        problems.append("offsets: must stand in order of their first day")
    if problems:
        raise ZoneFormError(zone, problems)
    return Zone(zone, tuple(changes))


def add_minutes(local: int, minutes: int, zone: Zone) -> tuple[int, int]:
    """Give the local minute at which so much real time has passed.

    Args:
        local: Minute on the clock of the zone.
        minutes: Real time; negative counts back.
        zone: The zone.

    Returns:
        The earliest and the latest such minute. They differ when the clock showed ``local`` twice.
    """
    ends = [_local(utc + minutes, zone) for utc in _moments(local, zone)]
    return min(ends), max(ends)


def changes_between(first: int, last: int, zones: Sequence[Zone]) -> list[tuple[Zone, int, int, int]]:
    """List the changes of offset in local minutes ``first`` to ``last``: zone, minute, offset before, offset after."""
    return [
        (zone, later[0], earlier[1], later[1])
        for zone in zones
        for earlier, later in pairwise(zone.changes)
        if first <= later[0] <= last and earlier[1] != later[1]
    ]


def _segments(zone: Zone) -> Iterator[tuple[int | None, int | None, int]]:
    """Go through the zone in UTC minutes: from (inclusive), until (exclusive), offset."""
    start: int | None = None
    for (_, offset), (minute, _after) in pairwise(zone.changes):
        yield start, minute - offset, offset
        start = minute - offset
    yield start, None, zone.changes[-1][1]


def _moments(local: int, zone: Zone) -> list[int]:
    """Find when, in UTC, the clock of the zone showed a minute: twice after it was put back."""
    moments = [
        local - offset
        for start, until, offset in _segments(zone)
        if (start is None or local - offset >= start) and (until is None or local - offset < until)
    ]
    if moments:
        return moments
    # The clock jumped over this minute: whoever wrote it down had not put the clock forward yet.
    before = max((minute, offset) for (_, offset), (minute, _after) in pairwise(zone.changes) if minute <= local)
    return [local - before[1]]


def _local(utc: int, zone: Zone) -> int:
    offset = zone.changes[0][1]
    for start, _until, here in _segments(zone):
        if start is None or utc >= start:
            offset = here
    return utc + offset


def _offset(text: str) -> int:
    sign, hours, colon, minutes = text[:1], text[1:3], text[3:4], text[4:]
    if sign not in {"+", "-"} or colon != ":" or len(minutes) != 2 or not (hours + minutes).isdigit():
        raise ValueError(f'found utc: {text!r}, expected "+05:00"')
    offset = int(hours) * 60 + int(minutes)
    if offset > _LARGEST_OFFSET:
        raise ValueError(f"found utc: {text!r}, expected at most 14 hours")
    return -offset if sign == "-" else offset
