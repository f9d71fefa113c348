"""Acts that a line offers by one tap: what would meet a limit, what asks for a missed one to be restored."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils.http import urlencode

from panah.web.cases.recorded_once import row_number

if TYPE_CHECKING:
    from panah.lawmodel import Law, Pattern
    from panah.procedure.position import Deadline
    from panah.web.standing import Standing

_RESTORATION = "restoration-requested"
_MOST = 3


class Done(NamedTuple):
    """An act to be added: its words, and the address of the form, filled in as far as the limit says."""

    label: str
    href: str


def done_by(item: Deadline, standing: Standing, law: Law, lang: str) -> tuple[Done, ...]:
    """Give the acts that meet a limit which still waits for one."""
    if item.met_by or item.state in {"met", "not-started"}:
        return ()
    found = {act_href(standing, pattern, item.of, law): pattern for pattern in item.limit.met_by}
    return tuple(
        Done(law.vocabulary.label(pattern.act, lang), href)
        for href, pattern in list(found.items())[:_MOST]
        if pattern.act in law.vocabulary.user_acts
    )


def restored_by(item: Deadline, standing: Standing, law: Law, lang: str) -> tuple[Done, ...]:
    """Give the act that asks for a missed term of ours to be restored, where the law knows of it."""
    late = item.limit.binds == "defence" and item.limit.remedy and item.safe < standing.position.as_of
    if not late or not item.limit.restore or not item.of:
        return ()
    act = standing.casefile.act(item.of[0])
    if act is None:
        return ()
    query = urlencode([("act", _RESTORATION), ("of", str(row_number(act)))])
    return (Done(law.vocabulary.label(_RESTORATION, lang), f"/cases/{standing.case.slug}/add?{query}"),)


def act_href(standing: Standing, pattern: Pattern, of: tuple[str, ...], law: Law) -> str:
    """Give the address of the form for an act, with what its pattern fixes; acts are named by their rows."""
    values = {"act": pattern.act}
    for name, admitted, _ in pattern.fields:
        if len(admitted) == 1:
            values[name] = next(iter(admitted))
    kind = law.vocabulary.acts.get(pattern.act)
    # a complaint that names nothing would meet the terms of every order there is
    names = kind is not None and (kind.by == "defence" or "of" in kind.fields)
    act = standing.casefile.act(of[0]) if of and names else None
    if act is not None:
        values["of"] = str(row_number(act))
    return f"/cases/{standing.case.slug}/add?{urlencode(values)}"
