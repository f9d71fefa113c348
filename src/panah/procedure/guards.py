"""Conditions of the law, answered yes, no or maybe at a moment of a case.

The vocabulary is closed (:class:`panah.lawmodel.Guard`); all conditions given must hold, and the weakest answer leads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.procedure.counting import later

if TYPE_CHECKING:
    from collections.abc import Iterable

    from panah.lawmodel import Guard, Pattern
    from panah.procedure.casefile import CaseFile
    from panah.procedure.facts import Fact
    from panah.procedure.running import Moment, Running
    from panah.procedure.tracks import Path

YES, MAYBE, NO = 2, 1, 0
_DAY = 1440


def holds(guard: Guard, moment: Moment) -> int:
    """Tell whether a condition holds at a moment: YES, MAYBE or NO."""
    answer = YES
    for track, stages in guard.stage:
        if _stage(moment, moment.stages, track) not in stages:
            return NO
    for track, stages in guard.left_stage:
        if _stage(moment, moment.left, track) not in stages:
            return NO
    if not _requested_so(guard, moment):
        return NO
    if guard.unless and latest(moment.path, guard.unless, moment.at) is not None:
        return NO
    if guard.unless_shield:
        answer = min(answer, YES - _shielded(guard.unless_shield, moment))
    if answer and guard.after:
        answer = min(answer, _after(guard, moment))
    if answer and guard.arrived_before:
        answer = min(answer, _arrived_before(guard, moment))
    if answer and (guard.limit_open or guard.within_term):
        answer = min(answer, _timely(guard, moment))
    if answer and guard.charges and guard.charges not in moment.charged.classes:
        return NO
    return answer


def latest(path: Path, patterns: Iterable[Pattern], before: int) -> Fact | None:
    """Give the last fact before a place in the stream that one of the patterns means."""
    found: Fact | None = None
    for pattern in patterns:
        for fact in path.by_kind.get(pattern.act, ()):
            if fact.at >= before:
                break
            if pattern.matches(fact.kind, fact.fields) and (found is None or fact.at > found.at):
                found = fact
    return found


def given_by(guard: Guard, moment: Moment) -> tuple[str, ...]:
    """Name the facts by which a condition holds: the act after which it does, or what led to the stage it asks for."""
    if guard.after:
        fact = latest(moment.path, guard.after, moment.at)
        if fact is not None:
            return (fact.id,)
    if guard.limit_open:
        return tuple(name for running in moment.limits.get(guard.limit_open, ()) for name in running.of)
    for track, _ in guard.stage:
        if track in moment.path.index:
            return moment.path.run_at(track, moment.at).by
    return ()


def _stage(moment: Moment, stages: tuple[str, ...], track: str) -> str:
    place = moment.path.index.get(track)
    return "none" if place is None else stages[place]


def _requested_so(guard: Guard, moment: Moment) -> bool:
    """Whether the request for return has the purpose and the treaty that a condition asks for."""
    purposes, treaty = guard.purpose, guard.treaty
    return (not purposes or _purpose(moment.casefile) in purposes) and (not treaty or _bound(moment, treaty))


def _purpose(casefile: CaseFile) -> str:
    request = casefile.request
    return "unknown" if request is None or request.purpose is None else request.purpose


def _bound(moment: Moment, treaty: str) -> bool:
    found = moment.pack.treaties.get(treaty)
    return found is not None and any(state in found.states for state in moment.casefile.wanted_by)


def _shielded(shields: tuple[str, ...], moment: Moment) -> int:
    """Tell whether one of some shields holds, by the text of the day asked."""
    return max(
        (
            holds(edition.guard, moment)
            for shield in moment.pack.shields
            if shield.id in shields
            for edition in shield.editions
            if edition.guard is not None and edition.in_force(moment.first_day)
        ),
        default=NO,
    )


def _after(guard: Guard, moment: Moment) -> int:
    given = latest(moment.path, guard.after, moment.at)
    if given is None:
        return NO
    ended = latest(moment.path, guard.until, moment.at)
    if ended is not None and ended.at > given.at:
        if not ended.presumed:
            return NO
        # Presumed, to make a later act lawful: it may be so, unless the record itself says when the effect ended.
        if guard.lasts is None:
            return YES if _recorded(guard.until, moment) else MAYBE
    if ended is not None and not ended.presumed and (ended.last_day is None or ended.last_day > given.first_day):
        return MAYBE  # of an inexact day, it stands before what it ends and may have come after
    if moment.at < len(moment.path.facts) and (given.last_day is None or given.last_day > moment.first_day):
        return MAYBE
    if guard.lasts is None:
        return YES
    # An effect that lasts for a time lapses silently; it may have been renewed unseen, so past its end it is a maybe.
    told = None if given.act is None else given.act.until
    end_day = later(given.first_day, guard.lasts) if told is None else told.first // _DAY
    last_day = moment.first_day if moment.last_day is None else moment.last_day
    return YES if last_day <= end_day else MAYBE


def _arrived_before(guard: Guard, moment: Moment) -> int:
    """Tell whether the act of ``after`` came before the end of a limit; maybe, where the limit is not on record."""
    fact = latest(moment.path, guard.after, moment.at)
    if fact is None:
        return NO
    found = [one for one in moment.limits.get(guard.arrived_before, ()) if one.start_at < moment.at]
    if not found:
        return MAYBE
    one = found[-1]
    if one.ends is not None and one.ends.minute is not None and fact.first == fact.last:
        if fact.first == one.ends.minute:
            return MAYBE if guard.arrived_on_the_day_maybe else YES
        return YES if fact.first < one.ends.minute else NO
    if one.latest is not None and fact.first_day > one.latest:
        return NO
    if fact.last_day is None or fact.last_day > one.safe:
        return MAYBE
    return MAYBE if guard.arrived_on_the_day_maybe and fact.last_day == one.safe else YES


def _recorded(patterns: Iterable[Pattern], moment: Moment) -> bool:
    """Whether one of the acts is on record from the place asked on."""
    fact = latest(moment.path, patterns, len(moment.path.facts) + 1)
    return fact is not None and not fact.presumed and fact.at >= moment.at


def _timely(guard: Guard, moment: Moment) -> int:
    """Tell whether the limits that a condition names have not ended."""
    still_open = _limit_open(guard.limit_open, moment) if guard.limit_open else YES
    return min(still_open, _within_term(guard.within_term, moment) if guard.within_term else YES)


def _limit_open(limit: str, moment: Moment) -> int:
    answer = NO
    for running in moment.limits.get(limit, ()):
        answer = max(answer, _open_at(running, moment))
    return answer


def _open_at(running: Running, moment: Moment) -> int:
    """Tell whether a limit was still open: surely within its safe day, perhaps within its latest.

    Where nothing shows that its clock ever started (no service), it may still be open; but for a past act that the
    limit may have passed by then is enough to say no: what can be explained lawfully is not called a breach.
    """
    if running.start_at >= moment.at or (running.met_at is not None and running.met_at < moment.at):
        return NO
    now = moment.at >= len(moment.path.facts)
    if not now and running.ends is not None and running.ends.minute is not None:
        fact = moment.path.facts[moment.at]
        if fact.first == fact.last and fact.last_day == moment.last_day:
            return YES if fact.first <= running.ends.minute else NO
    if moment.last_day is not None and moment.last_day <= running.safe:
        return YES
    if running.latest is None:
        return MAYBE if now or moment.first_day <= running.safe else NO
    return MAYBE if moment.first_day <= running.latest else NO


def _within_term(limit: str, moment: Moment) -> int:
    """Tell whether the last day of a term had not passed, acted on or not, in the run of the place asked on.

    Of several such terms the act may be of one that is over: then it is only a maybe. A term whose beginning nothing on
    record tells may have passed.
    """
    answers = set()
    for running in moment.limits.get(limit, ()):
        in_run = running.run.number == moment.path.run_at(running.limit.track, moment.at).number
        if running.start_at < moment.at and in_run and not running.start.presumed:
            answers.add(_unended_at(running, moment))
    return MAYBE if len(answers) > 1 else max(answers, default=NO)


def _unended_at(running: Running, moment: Moment) -> int:
    if moment.last_day is not None and moment.last_day <= running.safe:
        return YES
    return MAYBE if running.latest is not None and moment.first_day <= running.latest else NO
