"""Replay: from what has happened to where the case stands. This module is the table of contents of the engine."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from panah.procedure.breaches import past_limits
from panah.procedure.charges import compare
from panah.procedure.deadlines import work_out
from panah.procedure.facts import worlds
from panah.procedure.joining import join
from panah.procedure.notes import notes_of
from panah.procedure.outcome import GONE, gone_by, outcome_of
from panah.procedure.position import Deadline, Position, Stage
from panah.procedure.protections import against_shields, protections_of
from panah.procedure.remedies import remedies_of
from panah.procedure.running import Moment
from panah.procedure.tracks import Path, follow

if TYPE_CHECKING:
    from panah.lawmodel import Law, Pack, Vocabulary
    from panah.procedure.casefile import CaseFile
    from panah.procedure.facts import Fact


def replay(casefile: CaseFile, law: Law, *, as_of: int, known_on: int | None = None) -> Position:
    """Derive where a case stands at the end of a day.

    Args:
        casefile: The case.
        law: Every pack there is.
        as_of: The day (ordinal). Acts count from the day they may have happened.
        known_on: Only what was known by the end of this day counts; None: everything in the file.

    Returns:
        The position. Nothing is ever refused: what does not fit is an anomaly, a breach, or a note.
    """
    return replay_with_moments(casefile, law, as_of=as_of, known_on=known_on)[0]


def replay_with_moments(
    casefile: CaseFile, law: Law, *, as_of: int, known_on: int | None = None
) -> tuple[Position, list[Moment]]:
    """Derive where a case stands, and give with it what :func:`moments` gives, from which routes are found."""
    told, roots = worlds(casefile, as_of, known_on)
    derived = [derive(world.facts, casefile, law, as_of, known_on) for world in told]
    position = join([found for found, _ in derived], [world.chosen for world in told], roots)
    return position, [moment for _, moment in derived if moment is not None]


def packs_for(facts: list[Fact], casefile: CaseFile, law: Law) -> list[Pack]:
    """Give the packs that may apply: of the country where the person stays, and of those where a fact happened."""
    stays = casefile.stays
    countries = dict.fromkeys([stays, *[fact.act.country for fact in facts if fact.act and fact.act.country]])
    found = (law.pack_of(country) for country in countries if country not in casefile.wanted_by or country == stays)
    return [pack for pack in (*found, *law.accepted_by(stays)) if pack is not None]


def derive(
    facts: list[Fact], casefile: CaseFile, law: Law, as_of: int, known_on: int | None
) -> tuple[Position, Moment | None]:
    """Derive the position in one world: each pack judges the acts of its country, on their day.

    With it comes the end of the day by the law of the country where the person stays; None where it has no pack.
    """
    packs = packs_for(facts, casefile, law)
    position = Position(
        case=casefile.case,
        as_of=as_of,
        known_on=known_on,
        outcome=outcome_of(facts, casefile, law.vocabulary),
        outcome_versions=(),
        stages=(),
        deadlines=(),
        remedies=(),
        protections=(),
        breaches=(),
        presumed=(),
        anomalies=(),
        notes=notes_of(facts, casefile, law, packs, as_of),
    )
    at_home = None
    for pack in packs:
        facts_of_pack = _facts_for(facts, casefile, pack, law.vocabulary)
        if pack.code != casefile.stays:  # each pack gives facts places of its own; the moment keeps those at home
            facts_of_pack = [copy(fact) for fact in facts_of_pack]
        moment = _moment(facts_of_pack, position.outcome, casefile, pack, law, as_of)
        position = _with_pack(position, moment)
        at_home = moment if pack.code == casefile.stays else at_home
    return position, at_home


def _facts_for(facts: list[Fact], casefile: CaseFile, pack: Pack, vocabulary: Vocabulary) -> list[Fact]:
    """Give the facts a pack judges: those of its country; for the host also what the seeking state does about it."""
    stays = casefile.stays
    host = pack.code == stays
    home = {pack.code, *pack.applies_to}  # a pack of no country judges what happened in those that accepted it
    return [
        fact
        for fact in facts
        if fact.act is not None
        and ((fact.act.country or stays) in home or (host and vocabulary.acts[fact.kind].host))
        and (fact.last_day is None or fact.last_day >= pack.covers_from or vocabulary.acts[fact.kind].host)
    ]


def moments(casefile: CaseFile, law: Law, *, as_of: int, known_on: int | None = None) -> list[Moment]:
    """Give the end of the day asked in each world, by the law of the country where the person stays.

    None where that country is not in the law: what could be done next is then not known.
    """
    told, _ = worlds(casefile, as_of, known_on)
    pack = law.pack_of(casefile.stays)
    if pack is None:
        return []
    found: list[Moment] = []
    for world in told:
        outcome = outcome_of(world.facts, casefile, law.vocabulary)
        facts = _facts_for(world.facts, casefile, pack, law.vocabulary)
        found.append(_moment(facts, outcome, casefile, pack, law, as_of))
    return found


def _moment(facts: list[Fact], outcome: str, casefile: CaseFile, pack: Pack, law: Law, as_of: int) -> Moment:
    """Follow the tracks and work out the limits of a pack: the end of the day asked."""
    path = follow(facts, pack)
    moment = Moment(
        casefile=casefile,
        pack=pack,
        path=path,
        charged=compare(casefile, pack),
        at=len(path.facts),
        stages=path.stages(),
        left=path.left(),
        first_day=as_of,
        last_day=as_of,
        limits={},
        gone=gone_by(facts, outcome, law.vocabulary),
    )
    work_out(moment, as_of)
    return moment


def _with_pack(position: Position, moment: Moment) -> Position:
    as_of, path = position.as_of, moment.path
    deadlines = [
        running.deadline for group in moment.limits.values() for running in group if running.deadline is not None
    ]
    deadlines.sort(key=_due_first)
    here = position.outcome not in GONE
    return position._replace(
        stages=position.stages + _stages(path, moment.pack),
        deadlines=position.deadlines + tuple(deadlines),
        remedies=position.remedies
        + tuple(one for one in remedies_of(moment, as_of) if here or one.limit.after_removal),
        protections=position.protections + tuple(protections_of(moment) if here else ()),
        breaches=position.breaches
        + tuple(sorted(past_limits(moment, as_of) + against_shields(moment), key=_broken_first)),
        presumed=position.presumed + tuple(path.presumed),
        anomalies=position.anomalies + tuple(path.anomalies),
    )


def _due_first(deadline: Deadline) -> tuple[int, str, tuple[str, ...]]:
    return deadline.safe, deadline.limit.id, deadline.of


def _broken_first(found: object) -> tuple[int, str]:
    return found.on[0], found.breach.id  # type: ignore[attr-defined]


def _stages(path: Path, pack: Pack) -> tuple[Stage, ...]:
    return tuple([
        Stage(pack.id, track, run.stage, run.since, run.by, run.presumed, run.number, run.move)
        for track, runs in path.runs.items()
        for run in runs[-1:]
    ])  # fmt: skip
