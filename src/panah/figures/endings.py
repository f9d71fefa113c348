"""How a story ended: where the person is, by which act, and whether the seeking state was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.procedure.outcome import GONE, outcome_of

if TYPE_CHECKING:
    from panah.lawmodel import Vocabulary
    from panah.procedure import CaseFile
    from panah.procedure.facts import Fact

RETURNING = frozenset({
    "extradited", "expelled", "handed-over-outside-procedure", "abducted", "returned-under-pressure",
    "returned-voluntarily",
})  # fmt: skip
"""Outcomes that are a return, where the seeking state was reached (the contract, section 3)."""
_TO_WHOM_IT_SEEKS = frozenset({"extradited", "handed-over-outside-procedure"})
_HOME = frozenset({"returned-under-pressure", "returned-voluntarily"})


class Ending(NamedTuple):
    """Where a story ends.

    Attributes:
        outcome: A word of the outcomes.
        fact: The act by which the person is gone; None where they are not.
        returned: Whether the seeking state was reached: True, False, or None where the record does not tell.
    """

    outcome: str
    fact: Fact | None
    returned: bool | None


def ending_of(facts: list[Fact], casefile: CaseFile, vocabulary: Vocabulary) -> Ending:
    """Tell how the acts of one telling end."""
    outcome = outcome_of(facts, casefile, vocabulary)
    if outcome not in GONE:
        return Ending(outcome, None, returned=False)
    home = {casefile.stays, None}
    for place in range(len(facts) - 1, -1, -1):
        fact = facts[place]
        if fact.act is not None and fact.act.country in home and vocabulary.acts[fact.kind].whereabouts in GONE:
            if outcome not in RETURNING:
                return Ending(outcome, fact, returned=False)
            seen_there = any(_seen_at_home(after, vocabulary) for after in facts[place + 1 :])
            return Ending(outcome, fact, returned=seen_there or _reached(outcome, fact, casefile, vocabulary))
    return Ending(outcome, None, returned=None if outcome in RETURNING else False)


def _seen_at_home(fact: Fact, vocabulary: Vocabulary) -> bool:
    """Whether an act is one of the seeking state against somebody who is back."""
    kind = vocabulary.acts[fact.kind]
    return kind.track == "harm" and kind.by == "origin"


def _reached(outcome: str, fact: Fact, casefile: CaseFile, vocabulary: Vocabulary) -> bool | None:
    """Tell by where the act led; where it does not say, by what the act means."""
    to = fact.fields.get("to")
    if to is None:
        means_it = outcome in _TO_WHOM_IT_SEEKS or (outcome in _HOME and bool(casefile.wanted_by))
        return True if means_it else None
    if to in casefile.wanted_by:
        return True
    elsewhere = to in vocabulary.countries and (casefile.wanted_by or to not in casefile.citizenship)
    return False if elsewhere else None
