"""Working out the limits: which run in this case, from what, until when under every reading, and how they stand.

A limit starts at each act that its rule names (or when another limit lapses), counts from its anchor under each reading
of each edition that may govern, and is met, missed, running or undetermined by the rules of the contract, section 1a.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.procedure.anchors import starts_of
from panah.procedure.ends import ends_of
from panah.procedure.guards import YES, holds
from panah.procedure.meeting import first_act, in_time, is_late, is_over, meeting
from panah.procedure.position import Deadline
from panah.procedure.running import Running, Start
from panah.timelimits import CalendarMissingError, last_working_day_on_or_before

if TYPE_CHECKING:
    from panah.lawmodel import Limit
    from panah.procedure.facts import Fact
    from panah.procedure.running import Ends, Moment
    from panah.procedure.runs import Run

_DAY = 1440


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
            if limit.once_per_run and _is_started(limit, start, moment):
                continue
            one = _work_out_one(limit, start, moment, as_of)
            if one is None or one.of in seen:
                continue
            seen.add(one.of)
            running.setdefault(limit.id, []).append(one)
    return running


def _run_of(limit: Limit, start: Start, moment: Moment) -> Run:
    return start.run if start.run.track == limit.track else moment.path.run_at(limit.track, start.at)


def _is_started(limit: Limit, start: Start, moment: Moment) -> bool:
    run = _run_of(limit, start, moment)
    return any(other.run is run for other in moment.limits.get(limit.id, ()))


def _lapsed(limit: Limit, running: dict[str, list[Running]], as_of: int) -> list[Start]:
    """Find the limits whose passing starts this one."""
    lapses = (_lapse(one, limit, as_of) for other in limit.starts_on_lapse for one in running.get(other, ()))
    return [lapse for lapse in lapses if lapse is not None]


def _lapse(running: Running, limit: Limit, as_of: int) -> Start | None:
    """Turn a limit that may have passed unmet into the start of what follows from its passing."""
    deadline = running.deadline
    if running.met or running.safe >= as_of or deadline is None or deadline.unknown_trigger:
        return None
    if deadline.met_by and deadline.state != "missed":
        return None
    after = 0 if limit.lapse_counts_from_end else 1
    first = (running.safe + after) * _DAY
    last = None if running.latest is None else (running.latest + after + 1) * _DAY - 1
    untied = limit.any_run or running.start.untied or running.limit.track != limit.track
    return Start(f"derived/{running.limit.lapse}", first, last, running.start_at, None, running.of, running.run, untied)


def _work_out_one(limit: Limit, start: Start, moment: Moment, as_of: int) -> Running | None:
    if limit.when is not None and not holds(limit.when, start.moment(moment)):
        return None
    run = _run_of(limit, start, moment)
    ends = ends_of(limit, start, run, moment)
    if ends is None:
        return None
    met, shown = meeting(limit, start, run, moment, ends)
    if ends.open_ended:
        ended = first_act(limit.ended_by, start, run, moment)
        over = met is not None or ended is not None
        return Running(limit, None, ends, as_of, None, start, start.at, met.at if met else None, over, ends.of, run)
    if limit.until_field and start.fact is not None and start.fact.act is not None:
        told = start.fact.act.until
        # A day that an order names may shorten what the law allows an authority, never lengthen it.
        if limit.binds == "defence" or told is None or told.first // _DAY <= ends.safe:
            ends = ends.until(told)
    ends = _extended(limit, start, run, moment, ends)
    safe, latest = ends.safe, ends.latest
    fell_away = _fell_away(limit, start, run, moment, ends)
    if fell_away is not None and (met is None or met.at > fell_away.at):
        return Running(limit, None, ends, safe, latest, start, start.at, fell_away.at, met=True, of=ends.of, run=run)
    over = is_over(limit, start, run, moment, as_of)
    state = _state(limit, ends, met, as_of, shown=shown, over=over)
    gone = moment.gone_on is not None and moment.gone_on < safe and not limit.after_removal
    if state != "met" and gone:
        # Nothing is due any more of a person who is gone; what the limit forbade until then is still asked of it.
        return Running(limit, None, ends, safe, latest, start, start.at, None, met=True, of=ends.of, run=run)
    if met is not None and limit.restored_by and first_act(limit.restored_by, start, run, moment) is not None:
        state = "met"
    if state == "missed" and limit.never_missed:
        state = "undetermined"
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
        shown=shown or (over and met is None and state == "undetermined"),
        unknown_trigger=ends.unknown_trigger,
        calendar_missing=ends.calendar_missing,
        confidence=_confidence(ends, as_of),
        run=run.number,
    )
    met_at = None if met is None else met.at
    return Running(limit, deadline, ends, safe, latest, start, start.at, met_at, state == "met", ends.of, run)


def _state(limit: Limit, ends: Ends, met: Fact | None, as_of: int, *, shown: bool, over: bool) -> str:
    """Say how a limit stands: contract 1a, rules 1, 3 and 4; what is over runs no more, whether in time or not."""
    if met is not None and (shown or in_time(met, ends)):
        return "met"
    if met is not None:
        return "missed" if is_late(met, ends) and not ends.unknown_trigger else "undetermined"
    if ends.unknown_trigger or ends.latest is None:
        return "undetermined"
    if as_of <= ends.latest:
        return "undetermined" if over else "running"
    return limit.if_unrecorded


def _late_under(ends: Ends, state: str, as_of: int) -> tuple[str, ...]:
    if state != "running" or len(ends.readings) < 2:
        return ()
    return tuple(reading.id for reading in ends.readings if reading.last is not None and reading.last // _DAY < as_of)


def _fell_away(limit: Limit, start: Start, run: Run, moment: Moment, ends: Ends) -> Fact | None:
    """Give the act with which the limit surely ended before its safe day: nothing is due any more after it.

    What the defence may do falls away while still open too; once the person is gone it is told as it stood.
    """
    ended = first_act(limit.ended_by, start, run, moment)
    if ended is None or ended.last_day is None:
        return None
    open_still = limit.binds == "defence" and moment.gone_on is None
    open_still = open_still and (ends.latest is None or ended.last_day <= ends.latest)
    return ended if ended.last_day < ends.safe or open_still else None


def _extended(limit: Limit, start: Start, run: Run, moment: Moment, ends: Ends) -> Ends:
    for pattern, guard in limit.extended_by:
        fact = first_act((pattern,), start, run, moment)
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
