"""What the parts of the engine tell each other of a limit in a case: its start, what it counts from, its ends.

`Moment` is where in a case a question is asked, `Start` and `Anchored` where a limit begins, `Ends` when it ends, and
`Running` the limit worked out. Values only: conditions are answered in `guards`, ends are counted in `ends`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.procedure.counting import later

if TYPE_CHECKING:
    from panah.lawmodel import Edition, Guard, Limit, Pack
    from panah.procedure.casefile import CaseFile
    from panah.procedure.charges import Charged
    from panah.procedure.facts import Fact
    from panah.procedure.position import Deadline, ReadingEnd
    from panah.procedure.runs import Run
    from panah.procedure.tracks import Path
    from panah.timelimits import Period, Span

_DAY = 1440


class Moment(NamedTuple):
    """Where in a case a condition is asked: before a place in the stream, or at the end of the day asked.

    ``first_day``/``last_day`` are the days of the fact asked about (``last_day`` None: open); ``limits`` are the limits
    worked out so far.
    """

    casefile: CaseFile
    pack: Pack
    path: Path
    charged: Charged
    at: int
    stages: tuple[str, ...]
    left: tuple[str, ...]
    first_day: int
    last_day: int | None
    limits: dict[str, list[Running]]
    gone: Fact | None = None
    """The act by which the person left, was sent back or died; nothing due later is due any more."""

    @property
    def gone_on(self) -> int | None:
        """The day by whose end the person was surely gone."""
        return None if self.gone is None else self.gone.last_day

    def before(self, fact: Fact, first_day: int, last_day: int | None) -> Moment:
        """Give the same case just before a fact."""
        casefile, pack, path, charged, _, _, _, _, _, limits, gone = self
        return Moment(casefile, pack, path, charged, fact.at, fact.stages, fact.left, first_day, last_day, limits, gone)


class Start(NamedTuple):
    """What starts a limit: a fact, or the passing of another limit (then ``fact`` is None and the id says so).

    ``untied``: an act of another track that names no run of this one starts it, so it is not of ``run`` alone.
    """

    id: str
    first: int
    last: int | None
    at: int
    fact: Fact | None
    of: tuple[str, ...]
    run: Run
    untied: bool

    @property
    def presumed(self) -> bool:
        """Whether no recorded act starts it."""
        return self.fact is None or self.fact.presumed

    def reaches(self, fact: Fact, run: Run) -> bool:
        """Whether an act may count for the limit in its run: any does, where the limit is tied to none."""
        return self.untied or run.has(fact)

    def moment(self, moment: Moment) -> Moment:
        """Give the moment just before the start; where no act starts the limit, the end of the day asked."""
        if self.fact is None:
            return moment
        return moment.before(self.fact, self.fact.first_day, moment.last_day)

    def stood_in(self, guard: Guard, moment: Moment) -> bool:
        """Whether the tracks stood, when the limit started, where a condition asks that they did."""
        stages = moment.stages if self.fact is None else self.fact.stages
        index = moment.path.index
        return all(track in index and stages[index[track]] in admitted for track, admitted in guard.stage_at_start)

    @property
    def root(self) -> str | None:
        """The id that stands for the starting act in all its versions."""
        return None if self.fact is None else self.fact.root

    @property
    def of_root(self) -> str | None:
        """The act that the starting act is of, in all its versions."""
        return None if self.fact is None else self.fact.of_root


class Anchored(NamedTuple):
    """A moment that a limit counts from: local minutes, the acts it rests on, whether only its earliest is known."""

    first: int
    last: int | None
    of: tuple[str, ...]
    unknown: bool


class Ends(NamedTuple):
    """The end of a limit in this case.

    ``safe`` and ``latest`` are days (ordinals, inclusive); ``minutes`` are the earliest and the latest last minute
    where every reading runs to the minute. ``open_ended`` limits have no end. ``calendar_missing`` is the year the
    calendar lacks. ``longest`` is the last day under the readings that count extensions in their own way.
    """

    edition: Edition
    readings: tuple[ReadingEnd, ...]
    safe: int
    latest: int | None
    minutes: tuple[int, int] | None
    unrolled_day: int
    may_extend_to: int | None
    of: tuple[str, ...]
    unknown_trigger: bool
    calendar_missing: int | None
    confidence: str
    longest: int = 0
    open_ended: bool = False

    @property
    def minute(self) -> int | None:
        """The exact last minute, where there is one."""
        return self.minutes[0] if self.minutes is not None and self.minutes[0] == self.minutes[1] else None

    def moment_of(self, reading: str) -> tuple[int, int | None]:
        """Give the end, in minutes, under one reading, or under all of them."""
        chosen = [item for item in self.readings if reading and item.id.endswith(reading)] or list(self.readings)
        lasts = [item.last for item in chosen]
        return min(item.first for item in chosen), None if None in lasts else max(
            last for last in lasts if last is not None
        )

    def until(self, until: Span | None) -> Ends:
        """End on the day that the starting act itself says, where it says one."""
        if until is None:
            return self
        safe, latest_day = until.first // _DAY, None if until.last is None else until.last // _DAY
        told = self.readings[0]._replace(
            id="", argument={}, first=until.first, last=until.last, unrolled=until.first, uncertain=(),
            start=(until.first, until.last), length=None, counting=None, exact=False, told=True,
        )  # fmt: skip
        return self._replace(safe=safe, latest=latest_day, minutes=None, unrolled_day=safe, readings=(told,))

    def extended(self, until: Span | None, length: Period | None) -> Ends:
        """Move the end by an extension: until a day, or by a length counted from the present end."""
        if until is not None:
            last = None if until.last is None else until.last // _DAY
            latest = None if last is None or self.latest is None else max(self.latest, last)
            return self._replace(safe=max(self.safe, until.first // _DAY), latest=latest, minutes=None)
        if length is not None and length.unit != "hours":
            safe = later(self.safe, length)
            latest = None if self.latest is None else later(self.latest, length)
            return self._replace(safe=safe, latest=latest, minutes=None)
        return self


class Running(NamedTuple):
    """A limit worked out in this case, with what later limits, shields and breaches ask of it."""

    limit: Limit
    deadline: Deadline | None
    ends: Ends | None
    safe: int
    latest: int | None
    start: Start
    start_at: int
    met_at: int | None
    met: bool
    of: tuple[str, ...]
    run: Run
