"""What starts a limit in a case, and the moment it counts from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.procedure.running import Anchored, Start
from panah.timelimits import FAR_PAST

if TYPE_CHECKING:
    from panah.lawmodel import Anchor, Limit, Pack
    from panah.procedure.facts import Fact
    from panah.procedure.running import Moment, Running
    from panah.procedure.runs import Run
    from panah.procedure.tracks import Path


def starts_of(pack: Pack, path: Path) -> dict[str, list[Start]]:
    """Find the facts that start each limit of a pack."""
    starts: dict[str, list[Start]] = {}
    started_by = pack.limits_started_by
    for fact in path.facts:
        for limit, pattern, elsewhere in started_by.get(fact.kind, ()):
            if (fact.presumed and not limit.starts_presumed) or not pattern.matches(fact.kind, fact.fields):
                continue
            run = path.run_at(limit.track, fact.at, fact.run)
            untied = limit.any_run or (elsewhere and fact.run not in run.slugs)
            start = Start(fact.id, fact.first, fact.last, fact.at, fact, (fact.id,), run, untied)
            starts.setdefault(limit.id, []).append(start)
    return starts


def anchored(anchor: Anchor, limit: Limit, start: Start, run: Run, moment: Moment) -> Anchored | None:
    """Find the moment that an anchor means; None where this case has none."""
    kind = anchor.kind
    if start.first == FAR_PAST:
        return None
    if kind == "start":
        return Anchored(start.first, start.last, start.of, unknown=start.fact is None and start.last is None)
    if kind == "unknown":
        return Anchored(start.first, None, start.of, unknown=True)
    if kind in {"served", "served-or-unknown"}:
        found = _served(anchor, start, moment)
        if found is None and kind == "served-or-unknown":
            return Anchored(start.first, None, start.of, unknown=True)
        return found
    if kind == "field":
        return _told(anchor, start)
    if kind == "previous":
        return _previous(limit, start, run, moment)
    if kind in {"end", "end-unknown"}:
        return _end(anchor, start, run, moment, unknown=kind == "end-unknown")
    fact = _act(anchor, limit, start, run, moment)
    if fact is None:
        return Anchored(start.first, None, start.of, unknown=True) if kind == "act-or-unknown" else None
    if fact.first == FAR_PAST:
        return None
    return Anchored(fact.first, fact.last, (fact.id,), unknown=fact.presumed or fact.last is None)


def _act(anchor: Anchor, limit: Limit, start: Start, run: Run, moment: Moment) -> Fact | None:
    pattern = anchor.pattern
    if pattern is None:
        return None
    if anchor.first_run and start.fact is not None:
        run = _first_run_that_reached(limit, start, run, moment)
    fitting = [
        fact
        for fact in moment.path.by_kind.get(pattern.act, ())
        if run.has(fact) and pattern.matches(fact.kind, fact.fields)
    ]
    fitting = [fact for fact in fitting if not fact.presumed] or fitting
    before = [fact for fact in fitting if fact.at <= start.at]
    if before and not (anchor.kind == "act-or-unknown" and _is_of_another(before[-1], start, run, moment)):
        return before[-1]
    return next((fact for fact in fitting if fact.at > start.at), None)


def _is_of_another(fact: Fact, start: Start, run: Run, moment: Moment) -> bool:
    """Whether an act days before the start followed an earlier such start: a second complaint is not received yet."""
    if start.fact is None or fact.last_day is None or fact.last_day >= start.fact.first_day:
        return False
    return any(other.at < fact.at and run.has(other) for other in moment.path.by_kind.get(start.fact.kind, ()))


def _first_run_that_reached(limit: Limit, start: Start, run: Run, moment: Moment) -> Run:
    """Give the first run in which the stage that the start led to was reached: a second arrest starts no fresh term."""
    stage = next((name for name, fact in run.entered.items() if fact is start.fact), None)
    if stage is None:
        return run
    for earlier in moment.path.runs[limit.track]:
        if stage in earlier.entered:
            return earlier
    return run


def _served(anchor: Anchor, start: Start, moment: Moment) -> Anchored | None:
    if start.fact is None:
        return None
    fitting = [
        fact
        for fact in moment.path.by_kind.get("served", ())
        if fact.fields.get("to", "person") == anchor.recipient and fact.of_root == start.fact.root
    ]
    fact = next(iter(_of_this_version(fitting, start.fact) or fitting), None)
    if fact is None:
        return None
    # A copy cannot be served before the act exists: where reports cross, the later day counts.
    first = max(fact.first, start.first)
    last = None if fact.last is None else max(fact.last, first if start.last is None else min(start.last, first))
    return Anchored(first, last, (start.id, fact.id), unknown=fact.last is None)


def _of_this_version(served: list[Fact], fact: Fact) -> list[Fact]:
    """Keep services that name this version of an act told differently; a correction is the same act, served once."""
    if fact.act is None or fact.act.alternative_to is None:
        return []
    return [one for one in served if one.act is not None and one.act.of == fact.id]


def _told(anchor: Anchor, start: Start) -> Anchored | None:
    """Give the day that the starting act itself says."""
    act = None if start.fact is None else start.fact.act
    if act is None:
        return None
    span = {"leave-by": act.leave_by, "until": act.until, "set-for": act.set_for}[anchor.field]
    return None if span is None else Anchored(span.first, span.last, start.of, unknown=span.last is None)


def _previous(limit: Limit, start: Start, run: Run, moment: Moment) -> Anchored | None:
    """Give the end of the same limit as it was started before in this run."""
    for earlier in reversed(moment.limits.get(limit.id, [])):
        if earlier.run.number == run.number and earlier.ends is not None and earlier.start_at < start.at:
            first, last = earlier.ends.moment_of("")
            return Anchored(first, last, start.of, unknown=False)
    return None


def _end(anchor: Anchor, start: Start, run: Run, moment: Moment, *, unknown: bool) -> Anchored | None:
    """Find the end of another limit of the same run: the one started last, not after this start."""
    found: Running | None = None
    for running in moment.limits.get(anchor.limit, ()):
        same = running.start.at <= start.at or running.start.fact is start.fact
        if running.run.number == run.number and running.ends is not None and same:
            found = running
    if found is None or found.ends is None:
        return Anchored(start.first, None, start.of, unknown=True) if unknown else None
    first, last = found.ends.moment_of(anchor.reading)
    return Anchored(first, None if unknown else last, start.of, unknown or found.ends.unknown_trigger)
