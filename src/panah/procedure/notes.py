"""What the reader must be told about the limits of the answer: countries without law, tracks not modelled, old acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.procedure.position import Note
from panah.timelimits import iso

if TYPE_CHECKING:
    from panah.lawmodel import Law, Pack
    from panah.procedure.casefile import CaseFile
    from panah.procedure.facts import Fact

_DAY = 1440
_NATIONAL = frozenset({"custody", "extradition", "asylum", "review", "expulsion"})


def notes_of(facts: list[Fact], casefile: CaseFile, law: Law, packs: list[Pack], as_of: int) -> tuple[Note, ...]:
    """Say which countries have no law here, which tracks are not modelled, which acts are older than the model."""
    acts = [fact.act for fact in facts if fact.act is not None]
    notes: list[Note] = []
    kinds = law.vocabulary.acts
    countries = dict.fromkeys([casefile.stays, *(act.country for act in acts if kinds[act.kind].track in _NATIONAL)])
    known = {pack.code for pack in packs}
    notes += [
        Note("no-law-for-country", (("country", country),))
        for country in countries
        if country and country not in known and country not in casefile.wanted_by
    ]
    for pack in packs:
        notes += [
            Note("track-not-modelled", (("pack", pack.id), ("track", track))) for track in pack.tracks_not_modelled
        ]
        old = any(
            (act.country or casefile.stays) == pack.code
            and act.span.last is not None
            and act.span.last // _DAY < pack.covers_from
            for act in acts
        )
        if old:
            notes.append(Note("before-first-edition", (("pack", pack.id), ("day", iso(pack.covers_from)))))
        if pack.verified_until is not None and as_of > pack.verified_until:
            notes.append(Note("not-verified-after", (("pack", pack.id), ("day", iso(pack.verified_until)))))
    return tuple(notes)
