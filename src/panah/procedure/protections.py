"""What forbids the return on the day asked, and which recorded acts went against what then forbade them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.procedure.guards import MAYBE, NO, YES, given_by, holds
from panah.procedure.position import BreachFound, Protection

if TYPE_CHECKING:
    from panah.lawmodel import Edition, Guard, Pattern, Shield
    from panah.procedure.facts import Fact
    from panah.procedure.running import Moment

BINDING = frozenset({"bar", "suspends"})


def protections_of(moment: Moment) -> list[Protection]:
    """Find every shield that holds, or may hold, at the end of the day asked."""
    found: list[Protection] = []
    for shield in moment.pack.shields:
        if not shield.listed:
            continue
        for edition in shield.editions:
            guard = edition.guard
            if guard is None or not edition.in_force(moment.first_day):
                continue
            answer = _at_most(edition, holds(guard, moment))
            if answer:
                found.append(_protection(shield, edition, guard, answer, moment))
    return found


def _protection(shield: Shield, edition: Edition, guard: Guard, answer: int, moment: Moment) -> Protection:
    strength, readings = edition.strength, edition.readings_of_strength
    if guard.charges:
        # Where the request rests on some charge that is not barred, the bar covers a part of it and must be argued.
        if guard.charges not in moment.charged.clear:
            strength = "argument"
        readings += moment.charged.arguments[guard.charges]
    return Protection(shield, edition, strength, "yes" if answer == YES else "maybe", given_by(guard, moment), readings)


def against_shields(moment: Moment) -> list[BreachFound]:
    """Find the recorded acts that a shield stopped: each is a breach, certain where the shield surely held."""
    found: list[BreachFound] = []
    for kind, stopping in moment.pack.shields_stopping.items():
        for fact in moment.path.by_kind.get(kind, ()):
            if not fact.presumed:
                found += _broken_by(fact, stopping, moment)
    return found


def _broken_by(fact: Fact, stopping: list[tuple[Shield, Edition, Pattern, str]], moment: Moment) -> list[BreachFound]:
    then: Moment | None = None
    by_breach: dict[str, BreachFound] = {}
    for shield, edition, pattern, breach_id in stopping:
        breach = moment.pack.breaches.get(breach_id)
        binds = edition.strength in BINDING or edition.breaks
        if breach is None or not binds or not edition.in_force(fact.first_day) or not _stops(pattern, fact, moment):
            continue
        then = then or moment.before(fact, fact.first_day, fact.last_day)
        answer = _at_most(edition, _held(edition.guard, then))
        if not edition.surely_in_force(fact.first_day):
            answer = min(answer, MAYBE)  # whether this text was in force yet, or still, is not known
        other = by_breach.get(breach_id)
        if answer == NO or (other is not None and (other.certain or answer == MAYBE)):
            continue
        by_breach[breach_id] = BreachFound(
            breach=breach,
            actor=breach.actor,
            on=(fact.first_day, fact.last_day),
            certain=answer == YES,
            cite=edition.cite or breach.cite,
            of=(fact.id,),
            limit=None,
            shield=shield,
            run=moment.path.run_at(shield.track, fact.at).number,
        )
    return list(by_breach.values())


def _stops(pattern: Pattern, fact: Fact, moment: Moment) -> bool:
    """Whether a shield stops an act; ``to: seeking-state`` in its pattern means a state that seeks the person."""
    if pattern.matches(fact.kind, fact.fields):
        return True
    sought = fact.fields.get("to") in moment.casefile.wanted_by
    return sought and pattern.matches(fact.kind, {**fact.fields, "to": "seeking-state"})


def _at_most(edition: Edition, answer: int) -> int:
    return min(answer, MAYBE) if edition.only_maybe else answer


def _held(guard: Guard | None, then: Moment) -> int:
    """Tell whether a shield held; one resting on charges held perhaps, and only where each charge is clearly barred."""
    if guard is None or (guard.charges and guard.charges not in then.charged.clear):
        return NO
    answer = holds(guard, then)
    # Articles are compared, not the facts alleged: that the act was barred can be argued, never found for certain.
    return min(answer, MAYBE) if guard.charges else answer
