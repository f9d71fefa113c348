"""When a limit ends: every edition that may govern, every reading, both ends of an imprecise trigger."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from panah.procedure.anchors import anchored
from panah.procedure.counting import counted, counted_back, extended_day
from panah.procedure.guards import holds, latest
from panah.procedure.position import ReadingEnd
from panah.procedure.running import Anchored, Ends
from panah.timelimits import FAR_PAST, Period, iso

if TYPE_CHECKING:
    from panah.lawmodel import Edition, Limit, Pack, Reading
    from panah.procedure.running import Moment, Start
    from panah.procedure.runs import Run

_DAY = 1440
_CONFIDENCE = {"low": 0, "medium": 1, "high": 2}


class _Piece(NamedTuple):
    """One reading of one edition, and the moment it counts from: all that an end depends on besides the law itself."""

    edition: int
    reading: int
    first: int
    last: int | None
    of: tuple[str, ...]
    unknown: bool
    length: Period | None = None
    """A length that the case says (the foreign sentence); None: the law's own."""


_NO_READING = -1
_FAR = date.max.toordinal()
_MOST_REMEMBERED = 100_000


def ends_of(limit: Limit, start: Start, run: Run, moment: Moment) -> Ends | None:
    """Work out when a limit ends; None where no edition governs or nothing on record can be counted from."""
    editions = _governing(limit, start, run, moment)
    if not editions:
        return None
    leading = limit.editions[editions[-1]]
    if leading.length is None and not _ends_with_another(limit, leading):
        return Ends(leading, (), 0, None, None, 0, None, start.of, False, None, leading.confidence, open_ended=True)
    pieces: list[_Piece] = []
    for number in editions:
        pieces += _pieces(limit, number, start, run, moment)
    # An act of which only the latest day is known, with nothing before it in the file, gives nothing to count from.
    pieces = [piece for piece in pieces if piece.first != FAR_PAST]
    if not pieces:
        return None
    # The same limit counted from the same moments ends alike in every case: what was worked out once is remembered.
    remembered = moment.pack.ends
    extendable = not leading.may_extend_unless or latest(moment.path, leading.may_extend_unless, moment.at) is None
    key = (limit.id, start.of, extendable, *pieces)
    ends = remembered.get(key)
    if ends is None:
        if len(remembered) >= _MOST_REMEMBERED:
            remembered.clear()
        counted_ends = _counted_ends(limit, leading, pieces, start, moment)
        ends = remembered[key] = counted_ends if extendable else counted_ends._replace(may_extend_to=None)
    if _awaits_service(limit, leading, start, run, moment):
        return ends._replace(latest=None, minutes=None)  # type: ignore[attr-defined,no-any-return]
    return ends  # type: ignore[return-value]


def _awaits_service(limit: Limit, edition: Edition, start: Start, run: Run, moment: Moment) -> bool:
    """Whether a term runs on for whom nothing shows to have been served, though it has ended for another."""
    return any(
        reading.anchor is not None
        and reading.anchor.or_later
        and anchored(reading.anchor, limit, start, run, moment) is None
        for reading in edition.readings
    )


def _ends_with_another(limit: Limit, edition: Edition) -> bool:
    """Whether a limit without a length ends with another limit rather than never."""
    return limit.anchor.kind in {"end", "field"} or any(reading.anchor for reading in edition.readings)


def _governing(limit: Limit, start: Start, run: Run, moment: Moment) -> list[int]:
    """Give the editions that may govern: those in force on some day the governing fact may have happened."""
    first, last = start.first, start.last
    if limit.governed_by == "anchor":
        anchor = anchored(limit.anchor, limit, start, run, moment)
        if anchor is not None:
            first, last = anchor.first, anchor.last
    first_day = first // _DAY
    last_day = first_day if last is None else last // _DAY
    return [
        number
        for number, edition in enumerate(limit.editions)
        if (edition.first <= last_day and (edition.until is None or first_day < edition.until))
        or (edition.pending_too and last_day < edition.first <= moment.first_day)
    ]


def _pieces(limit: Limit, number: int, start: Start, run: Run, moment: Moment) -> list[_Piece]:
    """Find what each reading of an edition counts from; where none applies, what the limit itself counts from."""
    edition = limit.editions[number]
    if limit.before:
        anchor = _before(limit, start, run, moment)
        return (
            []
            if anchor is None
            else [_Piece(number, _NO_READING, anchor.first, anchor.last, anchor.of, anchor.unknown)]
        )
    pieces: list[_Piece] = []
    served = untold = False
    for place, reading in enumerate(edition.readings):
        if reading.when is not None and not (start.stood_in(reading.when, moment) and holds(reading.when, moment)):
            continue
        length = _told_length(reading, moment)
        if reading.length_of and length is None:
            untold = True
            continue
        anchor = anchored(reading.anchor or limit.anchor, limit, start, run, moment)
        served = served or (reading.anchor is not None and reading.anchor.kind == "served")
        if anchor is not None:
            pieces.append(_Piece(number, place, anchor.first, anchor.last, anchor.of, anchor.unknown, length))
    if pieces or untold:
        return pieces
    anchor = anchored(limit.anchor, limit, start, run, moment)
    if anchor is None:
        return []
    if served and limit.anchor.kind == "start" and start.fact is not None:
        # No service on record: the earliest conceivable one is the day of the act itself (contract 1a.3).
        return [_Piece(number, _NO_READING, anchor.first, None, anchor.of, unknown=True)]
    return [_Piece(number, _NO_READING, anchor.first, anchor.last, anchor.of, anchor.unknown)]


def _told_length(reading: Reading, moment: Moment) -> Period | None:
    """Give the length that the request for return says, where the law takes it from there."""
    request = moment.casefile.request
    if request is None or not reading.length_of:
        return None
    told = {"sentence": request.sentence, "unserved": request.unserved, "foreign-maximum": request.foreign_maximum}
    return told[reading.length_of]


def _before(limit: Limit, start: Start, run: Run, moment: Moment) -> Anchored | None:
    """Find the end of the limit that this one comes before, in the same run."""
    others = moment.limits.get(limit.before, ())
    for other in [one for one in others if start.fact is not None and one.start.fact is start.fact] or others:
        ends = other.ends
        if other.run.number == run.number and ends is not None and not ends.open_ended:
            if ends.minute is not None:
                return Anchored(ends.minute, ends.minute, start.of, ends.unknown_trigger)
            first, last = ends.moment_of("")
            return Anchored(min(first, (ends.safe + 1) * _DAY - 1), last, start.of, ends.unknown_trigger)
    return None


def _counted_ends(limit: Limit, leading: Edition, pieces: list[_Piece], start: Start, moment: Moment) -> Ends:
    readings: list[ReadingEnd] = []
    missing: int | None = None
    for piece in pieces:
        end, year = _end(limit, piece, moment, several=len({one.edition for one in pieces}) > 1)
        readings.append(end)
        missing = year or missing
    # The limit is of the act it counts from where its rule names one, else of the act that starts it.
    of = pieces[0].of if limit.anchor.kind in {"act", "act-or-unknown"} else start.of
    if any(piece.reading == _NO_READING for piece in pieces):
        unknown = any(piece.unknown for piece in pieces)
    else:
        unknown = all(end.last is None for end in readings)
    return _joined(leading, tuple(readings), of, missing, moment.pack, unknown=unknown)


def _extended(reading: ReadingEnd, pack: Pack) -> tuple[int, int]:
    """Give the days of both ends of a reading with the extensions that it counts in its own way; far off: not known."""
    first, last = reading.first, reading.last
    for length in reading.may_extend:
        if reading.counting is None:
            continue
        first = counted(first, length, reading.counting, pack)[0].first
        if last is not None:
            end, missing = counted(last, length, reading.counting, pack)
            last = None if missing else end.last
    return first // _DAY, _FAR if last is None else last // _DAY


def _joined(
    edition: Edition,
    readings: tuple[ReadingEnd, ...],
    of: tuple[str, ...],
    missing: int | None,
    pack: Pack,
    *,
    unknown: bool,
) -> Ends:
    safest = min(readings, key=lambda reading: reading.first)
    lasts = [reading.last for reading in readings]
    latest = None if None in lasts else max(last for last in lasts if last is not None) // _DAY
    minutes = None if latest is None or not all(one.exact for one in readings) else _minutes(readings)
    exact = minutes is not None and minutes[0] == minutes[1]
    # The end of hours counted from a day is the moment before the minute at which they may already have run out.
    hours = safest.length is not None and safest.length.unit == "hours" and not exact
    safe = (safest.first - 1 if hours and safest.first % _DAY == 0 else safest.first) // _DAY
    may_extend_to = None
    by_reading = [_extended(reading, pack) for reading in readings if reading.may_extend]
    if edition.may_extend:
        from_day = safe if edition.may_extend_from == "end" else min(reading.start[0] for reading in readings) // _DAY
        may_extend_to = max([extended_day(from_day, edition.may_extend), *(day for day, _ in by_reading)])
    return Ends(
        edition=edition,
        readings=readings,
        safe=safe,
        latest=latest,
        minutes=minutes,
        unrolled_day=safest.unrolled // _DAY,
        may_extend_to=may_extend_to,
        longest=max((day for _, day in by_reading), default=0),
        of=of,
        unknown_trigger=unknown,
        calendar_missing=missing,
        confidence=safest.confidence,
    )


def _end(limit: Limit, piece: _Piece, moment: Moment, *, several: bool) -> tuple[ReadingEnd, int | None]:
    """Count one reading from both ends of its moment; also give the year that the calendar lacks, if it does.

    Where several editions may govern, a reading is named by the first day of its edition too.
    """
    edition = limit.editions[piece.edition]
    reading = None if piece.reading == _NO_READING else edition.readings[piece.reading]
    length = piece.length or (edition.length if reading is None or reading.length is None else reading.length)
    counting = edition.counting if reading is None or reading.counting is None else reading.counting
    missing: int | None = None
    last: int | None
    uncertain: tuple[int, ...] = ()
    if length is None or counting is None:
        first, last, unrolled = piece.first, piece.last, piece.first
    elif limit.before:
        first, missing = counted_back(piece.first, length, counting, moment.pack)
        last = None if piece.last is None else counted_back(piece.last, length, counting, moment.pack)[0]
        unrolled = first
    else:
        from_first, missing = counted(piece.first, length, counting, moment.pack)
        first, last, unrolled, uncertain = from_first
        if piece.last is None:
            last = None
        elif piece.last != piece.first:
            from_last, year = counted(piece.last, length, counting, moment.pack)
            last, missing = from_last.last, year or missing
    if missing is not None:
        last = None
    confidence = edition.confidence
    if reading is not None and reading.confidence:
        confidence = min(confidence, reading.confidence, key=_CONFIDENCE.__getitem__)
    ended = ReadingEnd(
        id=_name(edition, reading, several=several),
        edition=edition,
        argument={} if reading is None else reading.argument,
        cite=edition.cite if reading is None else reading.cite,
        first=first,
        last=last,
        unrolled=unrolled,
        uncertain=uncertain,
        start=(piece.first, piece.last),
        length=length,
        counting=counting,
        back=bool(limit.before),
        of=piece.of,
        confidence=confidence,
        exact=_to_the_minute(limit, length) and piece.first == piece.last,
        told=length is None and limit.anchor.kind == "field",
        may_extend=() if reading is None else reading.may_extend,
    )
    return ended, missing


def _minutes(readings: tuple[ReadingEnd, ...]) -> tuple[int, int]:
    return min(one.first for one in readings), max(one.last for one in readings if one.last is not None)


def _to_the_minute(limit: Limit, length: Period | None) -> bool:
    """Whether the end is a minute: the law counts hours, or the act itself names the hour (of departure)."""
    return limit.anchor.kind == "field" if length is None else length.unit == "hours"


def _name(edition: Edition, reading: Reading | None, *, several: bool) -> str:
    names = [f"edition-{iso(edition.first)}"] if several else []
    return "/".join([*names, *([] if reading is None else [reading.id])])
