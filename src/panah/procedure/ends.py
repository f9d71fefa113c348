"""When a limit ends: every edition that may govern, every reading, both ends of an imprecise trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.procedure.anchors import Anchored, anchored
from panah.procedure.guards import holds
from panah.procedure.position import ReadingEnd
from panah.timelimits import CalendarMissingError, End, Period, Regime, Span, before, end_of

if TYPE_CHECKING:
    from panah.lawmodel import Edition, Limit, Reading
    from panah.procedure.anchors import Start
    from panah.procedure.guards import Moment
    from panah.procedure.tracks import Run

_DAY = 1440
_CONFIDENCE = {"low": 0, "medium": 1, "high": 2}
_PLAIN = Regime("plain", "excluded", rolls=False)


class Ends(NamedTuple):
    """The end of a limit in this case.

    ``safe`` and ``latest`` are days (ordinals, inclusive); ``minute`` is the exact last minute where the law counts hours
    from a known minute. ``open_ended`` limits have no end. ``calendar_missing`` is the year that the calendar lacks.
    """

    edition: Edition
    readings: tuple[ReadingEnd, ...]
    safe: int
    latest: int | None
    minute: int | None
    unrolled_day: int
    may_extend_to: int | None
    of: tuple[str, ...]
    unknown_trigger: bool
    calendar_missing: int | None
    confidence: str
    open_ended: bool = False

    def moment_of(self, reading: str) -> tuple[int, int | None]:
        """Give the end, in minutes, under one reading, or under all of them."""
        chosen = [item for item in self.readings if item.id == reading] or list(self.readings)
        lasts = [item.last for item in chosen]
        return min(item.first for item in chosen), None if None in lasts else max(last for last in lasts if last is not None)

    def extended(self, until: Span | None, length: Period | None) -> Ends:
        """Move the end by an extension: until a day, or by a length counted from the present end."""
        if until is not None:
            last = None if until.last is None else until.last // _DAY
            latest = None if last is None or self.latest is None else max(self.latest, last)
            return self._replace(safe=max(self.safe, until.first // _DAY), latest=latest, minute=None)
        if length is not None and length.unit != "hours":
            safe = end_of(self.safe * _DAY, length, _PLAIN, None).first // _DAY
            latest = None if self.latest is None else end_of(self.latest * _DAY, length, _PLAIN, None).last // _DAY
            return self._replace(safe=safe, latest=latest, minute=None)
        return self


def ends_of(limit: Limit, start: Start, run: Run, moment: Moment) -> Ends | None:
    """Work out when a limit ends; None where no edition governs or nothing on record can be counted from."""
    readings: list[ReadingEnd] = []
    of: tuple[str, ...] = ()
    missing: int | None = None
    editions = _governing(limit, start, run, moment)
    if not editions:
        return None
    unknown = False
    for edition in editions:
        found, edition_of, edition_unknown, year = _of_edition(limit, edition, start, run, moment)
        readings += found
        of = of or edition_of
        unknown = unknown or edition_unknown
        missing = year or missing
    leading = editions[-1]
    if leading.length is None and limit.before == "" and not _same_day(limit, leading):
        return Ends(leading, (), 0, None, None, 0, None, start.of, False, None, leading.confidence, open_ended=True)
    if not readings:
        return None
    return _joined(limit, leading, tuple(readings), of, unknown, missing)


def _same_day(limit: Limit, edition: Edition) -> bool:
    """Whether a limit without a length ends with another limit rather than never."""
    return limit.anchor.kind == "end" or any(reading.anchor for reading in edition.readings)


def _joined(
    limit: Limit, edition: Edition, readings: tuple[ReadingEnd, ...], of: tuple[str, ...], unknown: bool, missing: int | None
) -> Ends:
    safest = min(readings, key=lambda reading: reading.first)
    lasts = [reading.last for reading in readings]
    latest = None if None in lasts else max(last for last in lasts if last is not None) // _DAY
    exact = len(readings) == 1 and safest.exact and safest.first == safest.last
    # The end of hours counted from a day is the moment before the minute at which they may already have run out.
    hours = safest.length is not None and safest.length.unit == "hours" and not exact
    safe = (safest.first - 1 if hours and safest.first % _DAY == 0 else safest.first) // _DAY
    confidence = min((reading.confidence for reading in readings), key=_CONFIDENCE.__getitem__)
    may_extend_to = None
    if edition.may_extend is not None:
        may_extend_to = end_of(safe * _DAY, edition.may_extend, _PLAIN, None).first // _DAY
    return Ends(
        edition=edition,
        readings=readings,
        safe=safe,
        latest=latest,
        minute=safest.first if exact else None,
        unrolled_day=safest.unrolled // _DAY,
        may_extend_to=may_extend_to,
        of=of,
        unknown_trigger=unknown,
        calendar_missing=missing,
        confidence=confidence if limit.governed_by else edition.confidence,
    )


def _governing(limit: Limit, start: Start, run: Run, moment: Moment) -> list[Edition]:
    """Give the editions that may govern: those in force on some day the governing fact may have happened."""
    first, last = start.first, start.last
    if limit.governed_by == "anchor":
        anchor = anchored(limit.anchor, limit, start, run, moment)
        if anchor is not None:
            first, last = anchor.first, anchor.last
    first_day = first // _DAY
    last_day = first_day if last is None else last // _DAY
    return [
        edition
        for edition in limit.editions
        if edition.first <= last_day and (edition.until is None or first_day < edition.until)
    ]


def _of_edition(
    limit: Limit, edition: Edition, start: Start, run: Run, moment: Moment
) -> tuple[list[ReadingEnd], tuple[str, ...], bool, int | None]:
    found: list[ReadingEnd] = []
    of: tuple[str, ...] = ()
    missing: int | None = None
    for reading in edition.readings:
        if reading.when is not None and not holds(reading.when, moment):
            continue
        anchor = anchored(reading.anchor or limit.anchor, limit, start, run, moment)
        if anchor is None:
            continue
        end, year = _end(limit, edition, reading, anchor, moment)
        missing = year or missing
        found.append(end)
        of = of or _of(limit, anchor, start)
    if found:
        return found, of, all(item.last is None for item in found), missing
    anchor = anchored(limit.anchor, limit, start, run, moment)
    unserved = limit.anchor.kind == "start" and any(
        reading.anchor is not None and reading.anchor.kind == "served" for reading in edition.readings
    )
    if anchor is not None and unserved:
        # No service on record: the earliest conceivable one is the day of the act itself (contract 1a.3).
        anchor = Anchored(anchor.first, None, anchor.of, unknown=True)
    if limit.before:
        anchor = _before(limit, start, run, moment)
    if anchor is None:
        return [], (), False, None
    if edition.length is None and not _same_day(limit, edition):
        return [], (), False, None
    end, missing = _end(limit, edition, None, anchor, moment)
    return [end], _of(limit, anchor, start), anchor.unknown, missing


def _of(limit: Limit, anchor: Anchored, start: Start) -> tuple[str, ...]:
    """Name what a limit is of: the act it counts from where its rule names one, else the act that starts it."""
    return anchor.of if limit.anchor.kind in {"act", "act-or-unknown"} else start.of


def _before(limit: Limit, start: Start, run: Run, moment: Moment) -> Anchored | None:
    for other in moment.limits.get(limit.before, ()):
        if other.run.number == run.number and other.ends is not None and not other.ends.open_ended:
            ends = other.ends
            if ends.minute is not None:
                return Anchored(ends.minute, ends.minute, start.of, ends.unknown_trigger, other)
            first, last = ends.moment_of("")
            first = min(first, (ends.safe + 1) * _DAY - 1)
            return Anchored(first, last, start.of, ends.unknown_trigger, other)
    return None


def _end(
    limit: Limit, edition: Edition, reading: Reading | None, anchor: Anchored, moment: Moment
) -> tuple[ReadingEnd, int | None]:
    length = edition.length if reading is None or reading.length is None else reading.length
    counting = edition.counting if reading is None or reading.counting is None else reading.counting
    back = bool(limit.before)
    missing: int | None = None
    if length is None or counting is None:
        first, last, unrolled, uncertain = anchor.first, anchor.last, anchor.first, ()
    elif back:
        first = before(anchor.first, length, counting)
        last = None if anchor.last is None else before(anchor.last, length, counting)
        unrolled, uncertain = first, ()
    else:
        start_end, missing = _counted(anchor.first, length, counting, moment)
        first, unrolled, uncertain = start_end.first, start_end.unrolled, start_end.uncertain
        if anchor.last is None:
            last = None
        elif anchor.last == anchor.first:
            last = start_end.last
        else:
            end_end, year = _counted(anchor.last, length, counting, moment)
            last, missing = end_end.last, year or missing
    if missing is not None:
        last = None
    confidence = edition.confidence
    if reading is not None and reading.confidence:
        confidence = min(confidence, reading.confidence, key=_CONFIDENCE.__getitem__)
    return (
        ReadingEnd(
            id="" if reading is None else reading.id,
            edition=edition,
            argument={} if reading is None else reading.argument,
            cite=edition.cite if reading is None else reading.cite,
            first=first,
            last=last,
            unrolled=unrolled,
            uncertain=uncertain,
            start=(anchor.first, anchor.last),
            length=length,
            counting=counting,
            back=back,
            of=anchor.of,
            confidence=confidence,
            exact=length is not None and length.unit == "hours" and anchor.first == anchor.last,
        ),
        missing,
    )


def _counted(minute: int, length: Period, counting: Regime, moment: Moment) -> tuple[End, int | None]:
    """Count; where the calendar does not reach, give the end unrolled and the year that is missing (never a guess)."""
    pack = moment.pack
    try:
        return end_of(minute, length, counting, pack.calendar, pack.zones), None
    except CalendarMissingError as error:
        return end_of(minute, length, _PLAIN._replace(first_unit=counting.first_unit), None, pack.zones), error.year or 1
