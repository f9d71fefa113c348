"""What recorded cases show: how long a filing waited for its answer, and where a return outside the law happened.

Days are counted between dates as they are known: a span where they are not known to the day. Nothing here is a rate:
which cases came to be recorded says nothing about how many there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.lawmodel.exposures import Recorded, Seen
from panah.procedure.counting import later
from panah.procedure.replay import moments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from panah.lawmodel import Law, Pack, Pattern
    from panah.lawmodel.exposures import Happened
    from panah.lawmodel.routes import Filing
    from panah.procedure.casefile import CaseFile
    from panah.procedure.facts import Fact
    from panah.timelimits import Period

_MINUTES = 1440
Days = tuple["int | None", "int | None"]
Found = dict[tuple[str, str], list[Days]]
"""Days between two acts in every version of a case, by what is looked at and the act that it is told of."""


def recorded(casefiles: Iterable[CaseFile], law: Law, pack: Pack) -> Recorded:
    """Find in cases what a pack asks of them.

    Args:
        casefiles: The cases; those of other countries show nothing here.
        law: The law they are read by.
        pack: The pack whose filings and exposures are looked for.

    Returns:
        By filing, the cases in which it was answered and the days that took; by exposure, the cases in which it
        happened at such a moment and the days since. Where nothing was found there is no entry.
    """
    filings: dict[str, list[Seen]] = {}
    exposures: dict[str, list[Seen]] = {}
    for casefile in sorted(casefiles, key=lambda casefile: casefile.case):
        if casefile.stays != pack.code or not casefile.acts:
            continue
        answered: Found = {}
        happened: Found = {}
        for facts in _worlds(casefile, law):
            for filing in pack.filings:
                for filed, days in _answers(filing, facts):
                    answered.setdefault((filing.id, filed.root), []).append(days)
            for exposure in pack.exposures:
                for fact, days in _happenings(exposure.happened, facts, casefile, law):
                    happened.setdefault((exposure.id, fact.root), []).append(days)
        _keep(casefile, answered, filings)
        _keep(casefile, happened, exposures)
    return Recorded(
        {filing.id: tuple(filings[filing.id]) for filing in pack.filings if filing.id in filings},
        {one.id: tuple(exposures[one.id]) for one in pack.exposures if one.id in exposures},
    )


def _keep(casefile: CaseFile, found: Found, kept: dict[str, list[Seen]]) -> None:
    """Join what the versions of a case say: from the fewest days to the most."""
    for (name, _), days in found.items():
        shortest = [first for first, _ in days if first is not None]
        lasts = [last for _, last in days]
        longest = None if None in lasts else max(last for last in lasts if last is not None)
        kept.setdefault(name, []).append(Seen(casefile.case, min(shortest, default=None), longest))


def _worlds(casefile: CaseFile, law: Law) -> Iterator[list[Fact]]:
    """Give the recorded acts of each version of a case, all of them: as of the day on which the last may have begun."""
    until = max(act.span[0] for act in casefile.acts) // _MINUTES
    for moment in moments(casefile, law, as_of=until):
        yield [fact for fact in moment.path.facts if not fact.presumed]


def _answers(filing: Filing, facts: list[Fact]) -> Iterator[tuple[Fact, Days]]:
    """Pair each answer with what it is of, or else with the last such filing before it that has none yet."""
    waiting = [fact for fact in facts if filing.act.matches(fact.kind, fact.fields)]
    for fact in facts:
        before = [one for one in waiting if _may_precede(one, fact)]
        if before and _is_one(fact, filing.answered_by):
            filed = next((one for one in before if one.root == fact.of_root), before[-1])
            waiting.remove(filed)
            yield filed, _between((filed.first_day, filed.last_day), fact)


def _happenings(happened: Happened, facts: list[Fact], casefile: CaseFile, law: Law) -> Iterator[tuple[Fact, Days]]:
    for fact in facts:
        if not _is_one(fact, happened.acts):
            continue
        if happened.within is None:
            yield fact, (None, None)
            continue
        after = [one for one in facts if _is_one(one, happened.after) and _may_precede(one, fact)]
        before = [(one.first_day, one.last_day) for one in after]
        before += _ends(happened.after_end_of, fact, casefile, law)
        near = [span for span in before if _within(span, fact, happened.within)]
        if near:
            yield fact, _between(near[-1], fact)


def _ends(limits: tuple[str, ...], fact: Fact, casefile: CaseFile, law: Law) -> list[tuple[int, int | None]]:
    """Give the ends of limits that had passed, or may have, when something happened; as they stood on its eve."""
    if not limits:
        return []
    return [
        (running.deadline.safe, running.deadline.latest)
        for moment in moments(casefile, law, as_of=fact.first_day - 1)
        for limit in limits
        for running in moment.limits.get(limit, ())
        if running.deadline is not None
        and running.deadline.state != "met"
        and (fact.last_day is None or running.deadline.safe <= fact.last_day)
    ]


def _is_one(fact: Fact, patterns: tuple[Pattern, ...]) -> bool:
    return any(pattern.matches(fact.kind, fact.fields) for pattern in patterns)


def _may_precede(one: Fact, fact: Fact) -> bool:
    """Whether an act may have come before another; of acts with the same dates the first in the file did."""
    if one.at < fact.at:
        return True
    same = (one.first_day, one.last_day) == (fact.first_day, fact.last_day)
    return one is not fact and not same and (fact.last_day is None or one.first_day <= fact.last_day)


def _within(span: tuple[int, int | None], fact: Fact, within: Period) -> bool:
    """Whether an act may have come so soon after a span of days."""
    return span[1] is None or later(span[1], within) >= fact.first_day


def _between(span: tuple[int, int | None], fact: Fact) -> Days:
    """Give the fewest and the most days from a span of days to an act."""
    first, last = span
    fewest = 0 if last is None else max(0, fact.first_day - last)
    return fewest, None if fact.last_day is None else max(0, fact.last_day - first)
