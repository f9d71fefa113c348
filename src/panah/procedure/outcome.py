"""Where the person is, as far as the acts tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panah.lawmodel import Vocabulary
    from panah.procedure.casefile import CaseFile
    from panah.procedure.facts import Fact
    from panah.procedure.position import Position

UNKNOWN = "unknown"
AT_LIBERTY = "at-liberty"
STATUS = "status-granted"
GONE = frozenset({
    "left-to-third-country", "extradited", "expelled", "handed-over-outside-procedure", "abducted",
    "returned-under-pressure", "returned-voluntarily", "died",
})  # fmt: skip
_LEFT = "left-to-third-country"
_HERE_AGAIN = frozenset({"in-custody", AT_LIBERTY})


def outcome_of(facts: list[Fact], casefile: CaseFile, vocabulary: Vocabulary) -> str:
    """Tell where the person is by the last act that says so; ``unknown`` where none does.

    A status granted stays the outcome until it ends, also in custody. An act in a third country, after the person was
    here, means that nothing tells any more where the person is, unless how they left is on record.
    """
    outcome = UNKNOWN
    status = False
    home = {casefile.stays, None}
    for fact in facts:
        act = fact.act
        if act is None:
            continue
        kind = vocabulary.acts[fact.kind]
        if fact.kind == "asylum-ended" and act.country in home:
            status = False
            continue
        told = kind.whereabouts
        if act.country not in home:
            outcome = _abroad(outcome, told, fact, casefile, kind.track)
            continue
        if told is None:
            continue
        if told == STATUS:
            status = True
            outcome = AT_LIBERTY if outcome == UNKNOWN else outcome
        elif told == _LEFT:
            outcome = _left(fact, casefile)
        elif told in GONE or told in _HERE_AGAIN:
            outcome = told
    return STATUS if status and outcome not in GONE else outcome


def surely_gone(position: Position) -> bool:
    """Whether the person is no longer here in every version of the facts; in one that they are, what is due is due."""
    return all(outcome in GONE for outcome in position.outcome_versions or (position.outcome,))


def gone_by(facts: list[Fact], outcome: str, vocabulary: Vocabulary) -> Fact | None:
    """Give the act by which the person left, was sent back or died, where the outcome says so."""
    if outcome not in GONE:
        return None
    for fact in reversed(facts):
        if vocabulary.acts[fact.kind].whereabouts in GONE:
            return fact
    return None


def _left(fact: Fact, casefile: CaseFile) -> str:
    """Say what leaving means by where it led: here, to the seeking state, or elsewhere."""
    to = fact.fields.get("to")
    if to == casefile.stays:
        return AT_LIBERTY
    if to is not None and to in casefile.wanted_by:
        return "returned-voluntarily"
    return _LEFT


def _abroad(outcome: str, told: str | None, fact: Fact, casefile: CaseFile, track: str) -> str:
    """Say what an act in another country tells: arrival here, or, in a third country, that the person is gone."""
    if told == _LEFT:
        return AT_LIBERTY if fact.fields.get("to") == casefile.stays else outcome
    third = fact.act is not None and fact.act.country not in casefile.wanted_by
    if (
        third
        and track in {"asylum", "custody", "movement", "review", "expulsion", "extradition"}
        and outcome not in GONE
    ):
        return UNKNOWN
    return outcome
