"""What the reader must be told about the limits of the answer: countries without law, tracks not modelled, old acts."""

from __future__ import annotations

from functools import lru_cache
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
    stays = casefile.stays
    notes: list[Note] = []
    kinds = law.vocabulary.acts
    told = [(fact.act.country or stays, fact) for fact in facts if fact.act is not None]
    countries = dict.fromkeys([stays, *[country for country, fact in told if kinds[fact.kind].track in _NATIONAL]])
    known = {pack.code for pack in packs}
    notes += [
        Note("no-law-for-country", (("country", country),))
        for country in countries
        if country not in known and country not in casefile.wanted_by
    ]
    for pack in packs:
        notes += _not_modelled(pack)
        first = pack.covers_from
        if any(fact.last_day is not None and fact.last_day < first and at == pack.code for at, fact in told):
            notes.append(Note("before-first-edition", (("pack", pack.id), ("day", iso(pack.covers_from)))))
        if pack.verified_until is not None and as_of > pack.verified_until:
            notes.append(Note("not-verified-after", (("pack", pack.id), ("day", iso(pack.verified_until)))))
    return tuple(notes)


@lru_cache(maxsize=64)
def _not_modelled(pack: Pack) -> tuple[Note, ...]:
    return tuple(
        [Note("track-not-modelled", (("pack", pack.id), ("track", track))) for track in pack.tracks_not_modelled]
    )
