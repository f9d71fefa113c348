"""Which act meets a limit: the first not before its start that the rule names, of its run or, where untied, of any."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panah.lawmodel import Limit, Pattern
    from panah.procedure.facts import Fact
    from panah.procedure.running import Ends, Moment, Start
    from panah.procedure.runs import Run


def meeting(limit: Limit, start: Start, run: Run, moment: Moment, ends: Ends) -> tuple[Fact | None, bool]:
    """Give the act that meets a limit, or one that shows it was met in time; a late showing proves nothing."""
    recorded = limit.binds == "authority"
    met = first_act(limit.met_by, start, run, moment, recorded=recorded) if limit.met_by else None
    if not limit.shown_by:
        return met, False
    shown = first_act(limit.shown_by, start, run, moment, recorded=recorded)
    if shown is not None and not ends.open_ended and in_time(shown, ends) and (met is None or not in_time(met, ends)):
        return shown, True
    return met, False


def is_over(limit: Limit, start: Start, run: Run, moment: Moment, as_of: int) -> bool:
    """Whether an act that shows the limit was met has surely happened: late or not, nothing is awaited any more.

    Only of what binds an authority: a late showing says nothing of what the defence may still file.
    """
    if limit.binds != "authority":
        return False
    shown = first_act(limit.shown_by, start, run, moment)
    return shown is not None and shown.surely_by(as_of)


def first_act(
    patterns: tuple[Pattern, ...], start: Start, run: Run, moment: Moment, *, recorded: bool = True
) -> Fact | None:
    """Give the first fact that the limit reaches, not before its start, that one of the patterns means."""
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
    if fact is started or (recorded and fact.presumed) or not start.reaches(fact, run):
        return False
    if started is None and fact.at <= start.at:
        return False
    if fact.at < start.at and (started is None or not start.presumed or fact.first_day < started.first_day):
        return False
    if not pattern.matches(fact.kind, fact.fields):
        return False
    return fact.of_root is None or started is None or fact.of_root in {started.root, started.of_root}


def in_time(fact: Fact, ends: Ends) -> bool:
    """Whether an act was surely in time: by its minute where both are known to the minute, else by its day."""
    if ends.minutes is not None and fact.first == fact.last:
        return fact.first <= ends.minutes[0]
    return fact.last_day is not None and fact.last_day <= ends.safe


def is_late(fact: Fact, ends: Ends) -> bool:
    """Whether an act was surely late under every reading."""
    if ends.minutes is not None and fact.first == fact.last:
        return fact.first > ends.minutes[1]
    return ends.latest is not None and fact.first_day > ends.latest
