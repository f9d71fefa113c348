"""What one telling of a case counts in: outcome, return, destination, grounds, years, asylum here and abroad, harm."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from panah.figures.endings import Ending, ending_of
from panah.timelimits import FAR_PAST

if TYPE_CHECKING:
    from panah.figures.counts import Told
    from panah.lawmodel import Vocabulary
    from panah.procedure import CaseFile
    from panah.procedure.facts import Fact

ASYLUM_RESULTS = ("granted", "refused", "undecided", "withdrawn", "ended")
_ASYLUM_BY_ACT = {
    "asylum-granted": "granted",
    "asylum-extended": "granted",
    "asylum-refused": "refused",
    "asylum-sought": "undecided",
    "asylum-applied": "undecided",
    "asylum-registered": "undecided",
    "asylum-withdrawn": "withdrawn",
    "asylum-ended": "ended",
}
_ABROAD = frozenset({"asylum-sought-abroad", "recognised-abroad", "refused-abroad"})
_LEFT = "left-to-third-country"
UNTOLD = "not-recorded"
IN_WORDS = "in-words"


def expected(vocabulary: Vocabulary) -> list[str]:
    """Give the ids that stand in every answer, also at nought."""
    outcomes = [f"outcome/{name}" for name in vocabulary.groups["outcomes"]]
    return ["people/all", "people/returned", *outcomes, *[f"asylum/{name}" for name in ("asked", *ASYLUM_RESULTS)]]


def told(facts: list[Fact], casefile: CaseFile, vocabulary: Vocabulary, as_of: int) -> Told:
    """Give the ids of the figures that one telling counts in, and whether it surely does."""
    found: Told = {"people/all": True}
    # Of a group with several citizenships nobody told how many hold which.
    shared = casefile.persons == 1 or len(casefile.citizenship) < 2
    for country in casefile.citizenship or (UNTOLD,):
        found[f"citizenship/{country}"] = shared
    _ended(found, ending_of(facts, casefile, vocabulary), vocabulary, as_of)
    home = {casefile.stays, None}
    for fact in facts:
        if fact.kind in _ABROAD:
            found[f"abroad/{fact.kind}"] = True
        if fact.act is None or fact.act.country not in home:
            continue
        kind = vocabulary.acts[fact.kind]
        if fact.kind == "detained":
            found[f"ground/{fact.fields.get('ground', UNTOLD)}"] = True
            _in_years(found, "year/detained", fact, as_of)
        elif fact.kind == "entered":
            _in_years(found, "year/entered", fact, as_of)
        if kind.track == "harm" and kind.by == "other" and kind.whereabouts is None:
            found[f"harm/{fact.kind}"] = True
    result = asylum_result(facts, casefile, vocabulary)
    if result is not None:
        found["asylum/asked"] = True
        found[f"asylum/{result}"] = True
    return found


def asylum_result(facts: list[Fact], casefile: CaseFile, vocabulary: Vocabulary) -> str | None:
    """Tell how asking for asylum in the country of stay stands by the acts on record; None where nobody asked.

    By the acts and not by the stage: a stage needs law for the country, and is cleared when the person leaves.
    """
    result: str | None = None
    home = {casefile.stays, None}
    for fact in facts:
        if fact.act is None or fact.act.country not in home or vocabulary.acts[fact.kind].track != "asylum":
            continue
        result = _ASYLUM_BY_ACT.get(fact.kind, result or "undecided")
    return result


def _ended(found: Told, ending: Ending, vocabulary: Vocabulary, as_of: int) -> None:
    outcome, fact, returned = ending
    found[f"outcome/{outcome}"] = True
    if fact is None:
        return
    _in_years(found, "year/outcome", fact, as_of)
    if outcome == _LEFT:
        to = fact.fields.get("to", UNTOLD)
        found[f"destination/{to if to == UNTOLD or to in vocabulary.countries else IN_WORDS}"] = True
    if returned is not False:
        found["people/returned"] = returned is True
        found[f"return/{outcome}/{fact.kind}"] = returned is True


def _in_years(found: Told, prefix: str, fact: Fact, as_of: int) -> None:
    """Count an act in each year it may have happened in, surely where there is only one."""
    if fact.first <= FAR_PAST:
        found.setdefault(f"{prefix}/{UNTOLD}", True)
        return
    last_day = as_of if fact.last_day is None else min(fact.last_day, as_of)
    first, last = date.fromordinal(fact.first_day).year, date.fromordinal(last_day).year
    for year in range(first, last + 1):
        name = f"{prefix}/{year:04}"
        found[name] = found.get(name, False) or first == last
