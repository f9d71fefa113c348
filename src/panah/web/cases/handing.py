"""A paper that is on record, and nobody recorded that it was handed over: terms run from that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.http import urlencode

from panah.texts import say
from panah.web.cases.filing import Done
from panah.web.cases.recorded_once import row_number
from panah.web.cases.timeline import days_of, numbered

if TYPE_CHECKING:
    from panah.lawmodel import Law, Pack
    from panah.procedure.casefile import Act, CaseFile
    from panah.web.standing import Standing

SERVED = "served"


def handed_by(standing: Standing, law: Law, lang: str) -> dict[str, tuple[Done, ...]]:
    """Give the recipients for whom no service of a paper is recorded, by the id of the paper; today stands in the form.

    A paper is an act from whose service the law of the case counts anything.
    """
    pack, casefile = law.pack_of(standing.casefile.stays), standing.casefile
    wanted = frozenset() if pack is None else _papers(pack)
    replaced = {act.supersedes for act in casefile.acts}
    recipients = law.vocabulary.acts[SERVED].fields["to"].words
    found: dict[str, tuple[Done, ...]] = {}
    for act in casefile.acts:
        if act.kind not in wanted or act.id in replaced or days_of(act)[0] > standing.position.as_of:
            continue
        told = _recipients(act, casefile)
        lacking = [to for to in recipients if to not in told]
        if lacking:
            found[act.id] = tuple(_handed(standing.case.slug, row_number(act), to, law, lang) for to in lacking)
    return found


def handed_next(standing: Standing, law: Law, lang: str) -> tuple[Done, ...]:
    """Give the same for the newest paper alone."""
    found = handed_by(standing, law, lang)
    newest = [act.id for _, act in reversed(numbered(standing.casefile)) if act.id in found]
    return found[newest[0]] if newest else ()


def _handed(slug: str, number: int, to: str, law: Law, lang: str) -> Done:
    words = f"{law.vocabulary.label(SERVED, lang)} {law.vocabulary.word('values', to, lang)}"
    query = urlencode([("act", SERVED), ("of", str(number)), ("to", to)])
    return Done(say(lang, "page.handed-today", act=words), f"/cases/{slug}/add?{query}")


def _recipients(paper: Act, casefile: CaseFile) -> set[str]:
    """Give to whom a paper, in any of its versions, was handed."""
    versions = {paper.id}
    at: Act | None = paper
    while at is not None and at.supersedes is not None:
        versions.add(at.supersedes)
        at = casefile.act(at.supersedes)
    # a service that names nobody is on the person, as the engine has it
    return {act.fields.get("to", "person") for act in casefile.acts if act.kind == SERVED and act.of in versions}


def _papers(pack: Pack) -> frozenset[str]:
    """Give the kinds of acts from whose service a limit counts."""
    found: set[str] = set()
    for limit in pack.limits:
        anchors = [limit.anchor, *(one.anchor for edition in limit.editions for one in edition.readings if one.anchor)]
        if any(anchor.kind.startswith(SERVED) for anchor in anchors):
            found |= {pattern.act for pattern in limit.starts}
        for pattern in (*limit.starts, *limit.met_by):
            if pattern.act == SERVED:
                found |= {kind for name, admitted, _ in pattern.fields if name == "of-act" for kind in admitted}
    return frozenset(found - {SERVED})
