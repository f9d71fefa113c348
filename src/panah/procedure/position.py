"""What comes out: a position is a value, and every item in it carries what it rests on.

Times are local minutes, days are ordinals. Words are made later, from the ids and values kept here
(:mod:`panah.procedure.reasons`), so that one position reads in every language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from panah.lawmodel import Breach, Edition, Limit, Move, Shield
    from panah.timelimits import Period, Regime

Days = tuple[int, "int | None"]
"""First and last day (ordinals); the last is None where nothing bounds it."""


class Stage(NamedTuple):
    """Where a track stands, since when and by which acts; ``presumed`` where no recorded act led there."""

    pack: str
    track: str
    stage: str
    since: tuple[int | None, int | None]
    by: tuple[str, ...]
    presumed: bool
    run: int
    move: Move | None
    in_versions: tuple[str, ...] = ()


class ReadingEnd(NamedTuple):
    """When a limit ends under one reading: local minutes, and the count that gives it.

    ``start`` is the span counted from; ``exact`` tells that the end is known to the minute, ``told`` that the act
    itself says it and nothing is counted. ``may_extend`` are extensions that this reading counts in its own way.
    """

    id: str
    edition: Edition
    argument: dict[str, str]
    cite: tuple[str, ...]
    first: int
    last: int | None
    unrolled: int
    uncertain: tuple[int, ...]
    start: tuple[int, int | None]
    length: Period | None
    counting: Regime | None
    back: bool
    of: tuple[str, ...]
    confidence: str
    exact: bool
    told: bool = False
    may_extend: tuple[Period, ...] = ()


class Deadline(NamedTuple):
    """A limit in this case: who is bound, the days, and how it stands on the day asked.

    ``shown``: not the act that meets it is on record but a later one, which tells that nothing is awaited any more.
    """

    limit: Limit
    edition: Edition
    state: str
    safe: int
    latest: int | None
    minute: int | None
    may_extend_to: int | None
    file_by: int | None
    readings: tuple[ReadingEnd, ...]
    late_under: tuple[str, ...]
    of: tuple[str, ...]
    start: str
    met_by: tuple[str, ...]
    shown: bool
    unknown_trigger: bool
    calendar_missing: int | None
    confidence: str
    run: int
    in_versions: tuple[str, ...] = ()


class Remedy(NamedTuple):
    """What the defence can do now: ``open``, or ``lapsed`` where only restoration of the term is left."""

    limit: Limit
    edition: Edition
    state: str
    until: int | None
    of: tuple[str, ...]
    deadline: Deadline | None
    in_versions: tuple[str, ...] = ()


class Protection(NamedTuple):
    """What forbids the return, how strongly, and what lifts it. ``holds`` is yes or maybe."""

    shield: Shield
    edition: Edition
    strength: str
    holds: str
    of: tuple[str, ...]
    readings: tuple[tuple[str, str, dict[str, str]], ...]
    in_versions: tuple[str, ...] = ()


class BreachFound(NamedTuple):
    """A rule that an authority broke, or may have broken: from which day it may be, from which it surely is.

    ``clock`` names the acts that the broken limit is of, where it is one; ``of`` also the act that came too late.
    """

    breach: Breach
    actor: str
    on: Days
    certain: bool
    cite: tuple[str, ...]
    of: tuple[str, ...]
    limit: Limit | None
    shield: Shield | None
    run: int
    clock: tuple[str, ...] = ()
    in_versions: tuple[str, ...] = ()


class Presumed(NamedTuple):
    """An act that must have happened and that the file does not show; ``because_of`` names the act that needs it."""

    act: str
    move: Move
    between: tuple[int, int | None]
    because_of: str
    in_versions: tuple[str, ...] = ()


class Anomaly(NamedTuple):
    """A recorded act that the procedure does not allow where it stands, and no chain of presumed acts explains."""

    act: str
    kind: str
    track: str
    stage: str
    code: str
    in_versions: tuple[str, ...] = ()


class Note(NamedTuple):
    """Something the reader must be told: what the model does not cover here. Code and values; words are made later."""

    code: str
    values: tuple[tuple[str, str], ...]


class Position(NamedTuple):
    """Where a case stands on a day, by the law as modelled and the acts as recorded."""

    case: str
    as_of: int
    known_on: int | None
    outcome: str
    outcome_versions: tuple[str, ...]
    stages: tuple[Stage, ...]
    deadlines: tuple[Deadline, ...]
    remedies: tuple[Remedy, ...]
    protections: tuple[Protection, ...]
    breaches: tuple[BreachFound, ...]
    presumed: tuple[Presumed, ...]
    anomalies: tuple[Anomaly, ...]
    notes: tuple[Note, ...]
