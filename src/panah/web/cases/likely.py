"""Acts that may come next in a case, each with the address of its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.lawmodel import Pattern
from panah.web.cases.filing import act_href
from panah.web.cases.handing import SERVED, handed_next
from panah.web.desk import the_desk

if TYPE_CHECKING:
    from panah.web.standing import Standing

_NOWHERE = frozenset(("none", "same"))


def beginnings(country: str) -> list[tuple[str, str]]:
    """Give the acts that a case in a country may begin with, each with its track, in the order of its tracks.

    They are what somebody else does or the person says; acts that must name more than their day are left out.
    """
    law = the_desk().law
    pack, vocabulary = law.pack_of(country), law.vocabulary
    found: dict[str, str] = {}
    for track in () if pack is None else pack.tracks:
        for move in () if pack is None else pack.moves:
            kind = vocabulary.acts.get(move.on.act)
            if kind is None or kind.id not in vocabulary.user_acts or kind.by == "defence":
                continue
            begins = move.track == track and "none" in move.from_stages and move.to not in _NOWHERE
            if begins and not any(field.required for field in kind.fields.values()):
                found.setdefault(kind.id, track)
    return [(track, act) for act, track in found.items()]


def likely_acts(standing: Standing, lang: str) -> list[tuple[str, str]]:
    """Give the acts that may come next: first what meets a running limit of ours, then the last paper handed over."""
    law = the_desk().law
    found: dict[str, str] = {}
    if not standing.casefile.acts:
        found = {act: act_href(standing, Pattern(act), (), law) for _, act in beginnings(standing.casefile.stays)}
    running = [
        one for one in standing.position.deadlines if one.state in {"running", "undetermined"} and not one.met_by
    ]
    ahead = [one for one in running if (one.latest or one.safe) >= standing.position.as_of]
    ahead.sort(key=lambda one: (one.limit.binds != "defence", one.safe))
    for item in ahead:
        for pattern in item.limit.met_by[:1]:
            found.setdefault(pattern.act, act_href(standing, pattern, item.of, law))
    ours = sum(1 for item in ahead if item.limit.binds == "defence")
    pack = law.pack_of(standing.casefile.stays)
    stages = {(one.track, one.stage) for one in standing.position.stages if one.stage != "none"}
    for move in pack.moves if pack is not None else ():
        if move.to != "same" and any((move.track, stage) in stages for stage in move.from_stages):
            found.setdefault(move.on.act, act_href(standing, move.on, (), law))
    handed = [(one.label, one.href) for one in handed_next(standing, law, lang)]
    if handed:  # the same act without a recipient would only be asked twice
        found.pop(SERVED, None)
    told = [(law.vocabulary.label(act, lang), href) for act, href in found.items() if act in law.vocabulary.user_acts]
    return [*told[: min(ours, 2)], *handed, *told[min(ours, 2) :]]
