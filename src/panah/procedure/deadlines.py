"""Working out the limits: which run in this case, from what, until when under every reading, and how they stand.

A limit starts at each act that its rule names (or when another limit lapses), counts from its anchor under each reading
of each edition that may govern, and is met, missed, running or undetermined by the rules of the contract, section 1a.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.procedure.anchors import Start, starts_of
from panah.procedure.ends import Ends, ends_of
from panah.procedure.guards import YES, Moment, holds
from panah.procedure.position import Deadline
from panah.timelimits import CalendarMissingError, last_working_day_on_or_before

if TYPE_CHECKING:
    from panah.lawmodel import Limit, Pattern
    from panah.procedure.facts import Fact
    from panah.procedure.runs import Run

_DAY = 1440


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


def work_out(moment: Moment, as_of: int) -> dict[str, list[Running]]:
    """Work out every limit of a pack; the moment is the end of the day asked, and its ``limits`` are filled here."""
    running = moment.limits
    starts = starts_of(moment.pack, moment.path)
    for limit in moment.pack.limits:
        found = starts.get(limit.id)
        if limit.starts_on_lapse:
            found = [*(found or ()), *_lapsed(limit, running, as_of)]
        if not found:
            continue
        # Two starts that count from the same act are one clock: a second arrest order starts no fresh term.
        seen: set[tuple[str, ...]] = set()
        for start in found:
            one = _work_out_one(limit, start, moment, as_of)
            if one is None or one.of in seen:
                continue
            seen.add(one.of)
            running.setdefault(limit.id, []).append(one)
    return running


def _lapsed(limit: Limit, running: dict[str, list[Running]], as_of: int) -> list[Start]:
    """Find the limits whose passing starts this one."""
    lapses = (_lapse(one, as_of) for other in limit.starts_on_lapse for one in running.get(other, ()))
    return [lapse for lapse in lapses if lapse is not None]


def _lapse(running: Running, as_of: int) -> Start | None:
    """Turn a limit that may have passed unmet into the start of what follows from its passing."""
    deadline = running.deadline
    if running.met or running.safe >= as_of or deadline is None or deadline.unknown_trigger:
        return None
    if deadline.met_by and deadline.state != "missed":
        return None
    last = None if running.latest is None else (running.latest + 2) * _DAY - 1
    first = (running.safe + 1) * _DAY
    return Start(f"derived/{running.limit.lapse}", first, last, running.start_at, None, running.of, running.run)


def _work_out_one(limit: Limit, start: Start, moment: Moment, as_of: int) -> Running | None:
    if limit.when is not None and not holds(limit.when, _at_start(start, moment)):
        return None
    run = start.run if start.run.track == limit.track else moment.path.run_at(limit.track, start.at)
    ends = ends_of(limit, start, run, moment)
    if ends is None:
        return None
    met, shown = _met(limit, start, run, moment, ends)
    if ends.open_ended:
        ended = _first(limit.ended_by, start, run, moment)
        over = met is not None or ended is not None
        return Running(limit, None, ends, as_of, None, start, start.at, met.at if met else None, over, ends.of, run)
    ends = _extended(limit, start, run, moment, ends)
    safe, latest = ends.safe, ends.latest
    fell_away = _fell_away(limit, start, run, moment, ends)
    if fell_away is not None and (met is None or met.at > fell_away.at):
        return Running(limit, None, ends, safe, latest, start, start.at, fell_away.at, met=True, of=ends.of, run=run)
    state = _state(limit, ends, met, as_of, shown=shown)
    if state != "met" and moment.gone_on is not None and moment.gone_on < safe:
        # Nothing is due any more of a person who is gone; what the limit forbade until then is still asked of it.
        return Running(limit, None, ends, safe, latest, start, start.at, None, met=True, of=ends.of, run=run)
    if state == "running" and limit.suspended_while is not None and holds(limit.suspended_while, moment):
        state = "suspended"
    if start.fact is None and state in {"running", "missed"}:
        # Nothing on record says that the limit before it passed unmet: whether this one runs at all is not known.
        state = "undetermined"
    deadline = Deadline(
        limit=limit,
        edition=ends.edition,
        state=state,
        safe=safe,
        latest=latest,
        minute=ends.minute,
        may_extend_to=ends.may_extend_to,
        file_by=_file_by(limit, ends, moment),
        readings=ends.readings,
        late_under=_late_under(ends, state, as_of),
        of=ends.of,
        start=start.id,
        met_by=() if met is None else (met.id,),
        shown=shown,
        unknown_trigger=ends.unknown_trigger,
        calendar_missing=ends.calendar_missing,
        confidence=_confidence(ends, as_of),
        run=run.number,
    )
    met_at = None if met is None else met.at
    return Running(limit, deadline, ends, safe, latest, start, start.at, met_at, state == "met", ends.of, run)


def _at_start(start: Start, moment: Moment) -> Moment:
    if start.fact is None:
        return moment
    return moment.before(start.fact, start.fact.first_day, moment.last_day)


def _met(limit: Limit, start: Start, run: Run, moment: Moment, ends: Ends) -> tuple[Fact | None, bool]:
    """Give the act that meets a limit, or one that shows it was met in time; a late showing proves nothing."""
    recorded = limit.binds == "authority"
    met = _first(limit.met_by, start, run, moment, recorded=recorded) if limit.met_by else None
    if not limit.shown_by:
        return met, False
    shown = _first(limit.shown_by, start, run, moment, recorded=recorded)
    if shown is not None and not ends.open_ended and _in_time(shown, ends) and (met is None or not _in_time(met, ends)):
        return shown, True
    return met, False


def _first(
    patterns: tuple[Pattern, ...], start: Start, run: Run, moment: Moment, *, recorded: bool = True
) -> Fact | None:
    """Give the first fact of the run, not before the start, that one of the patterns means."""
    found: Fact | None = None
    by_kind = moment.path.by_kind
    for pattern in patterns:
        facts = by_kind.get(pattern.act)
        if facts is None:
            continue
        for fact in facts:
            if _may_meet(fact, pattern, start, run, recorded=recorded):
                if found is None or fact.at < found.at:
                    found = fact
                break
    return found


def _may_meet(fact: Fact, pattern: Pattern, start: Start, run: Run, *, recorded: bool) -> bool:
    started = start.fact
    if fact is started or (recorded and fact.presumed) or not run.has(fact):
        return False
    if fact.at < start.at and (started is None or not start.presumed or fact.first_day < started.first_day):
        return False
    if not pattern.matches(fact.kind, fact.fields):
        return False
    return fact.of_root is None or started is None or fact.of_root in {started.root, started.of_root}


def _in_time(fact: Fact, ends: Ends) -> bool:
    if ends.minute is not None and fact.last is not None and fact.first == fact.last:
        return fact.last <= ends.minute
    return fact.last_day is not None and fact.last_day <= ends.safe


def _late(fact: Fact, ends: Ends) -> bool:
    if ends.minute is not None and fact.first == fact.last:
        return fact.first > ends.minute
    return ends.latest is not None and fact.first_day > ends.latest


def _state(limit: Limit, ends: Ends, met: Fact | None, as_of: int, *, shown: bool) -> str:
    """Say how a limit stands: contract 1a, rules 1, 3 and 4."""
    if met is not None and (shown or _in_time(met, ends)):
        return "met"
    if met is not None:
        return "missed" if _late(met, ends) and not ends.unknown_trigger else "undetermined"
    if ends.unknown_trigger or ends.latest is None:
        return "undetermined"
    if as_of <= ends.latest:
        return "running"
    return limit.if_unrecorded


def _late_under(ends: Ends, state: str, as_of: int) -> tuple[str, ...]:
    if state != "running" or len(ends.readings) < 2:
        return ()
    return tuple(reading.id for reading in ends.readings if reading.last is not None and reading.last // _DAY < as_of)


def _fell_away(limit: Limit, start: Start, run: Run, moment: Moment, ends: Ends) -> Fact | None:
    """Give the act with which the limit surely ended before its safe day: nothing is due any more after it.

    What the defence may do falls away while still open too; once the person is gone it is told as it stood.
    """
    ended = _first(limit.ended_by, start, run, moment)
    if ended is None or ended.last_day is None:
        return None
    open_still = limit.binds == "defence" and moment.gone_on is None
    open_still = open_still and (ends.latest is None or ended.last_day <= ends.latest)
    return ended if ended.last_day < ends.safe or open_still else None


def _extended(limit: Limit, start: Start, run: Run, moment: Moment, ends: Ends) -> Ends:
    for pattern, guard in limit.extended_by:
        fact = _first((pattern,), start, run, moment)
        if fact is None or fact.act is None:
            continue
        if guard is not None:
            then = moment.before(fact, moment.first_day, moment.last_day)
            if holds(guard, then) != YES:
                continue
        ends = ends.extended(fact.act.until, fact.act.duration)
    return ends


def _confidence(ends: Ends, as_of: int) -> str:
    """Give the confidence of a limit: a text that nobody has read since is never of high confidence."""
    verified = ends.edition.verified_until
    return "medium" if ends.confidence == "high" and verified is not None and as_of > verified else ends.confidence


def _file_by(limit: Limit, ends: Ends, moment: Moment) -> int | None:
    if limit.binds != "defence" or moment.pack.calendar is None:
        return None
    try:
        return last_working_day_on_or_before(ends.unrolled_day, moment.pack.calendar)
    except CalendarMissingError:
        return None
