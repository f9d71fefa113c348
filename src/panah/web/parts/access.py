"""The page that tells who may see a case: on a laptop its owner, in an office whom it was given to."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse

from panah.dates import day_words
from panah.register import granting
from panah.register.errors import RegisterError
from panah.texts import say
from panah.web.desk import the_desk
from panah.web.parts.opening import KEPT, case_of, refused_by
from panah.web.shell import answer, lang_of


class Giving(NamedTuple):
    """One giving of access: to whom, what it opens, since when and from whom, and when it was withdrawn."""

    alias: str
    right: str
    opens: tuple[str, ...]
    since: str
    withdrawn: str


class Access(NamedTuple):
    """The page: the owner who asks, and every giving of access in order; ``fault`` for who may not know."""

    slug: str
    here: str
    owner: str
    given: tuple[Giving, ...]
    fault: str


def access(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell who may see a case."""
    case, lang, member = case_of(slug), lang_of(request), the_desk().member
    given: tuple[Giving, ...] = ()
    refused = KEPT
    try:
        given = tuple(
            Giving(
                alias=one.member.alias,
                right=say(lang, f"page.part-right-{one.right}"),
                opens=tuple(say(lang, f"page.part-{kind}") for kind in one.opens.split()),
                since=say(lang, "page.part-given", when=moment_told(one.granted_at, lang), alias=one.granted_by.alias),
                withdrawn=moment_told(one.withdrawn_at, lang) if one.withdrawn_at else "",
            )
            for one in granting.given(case, member)
        )
    except RegisterError as error:
        refused = refused_by(error, lang)
    context = Access(slug, "access", member.alias, given, "".join(refused.faults))
    title = f"{slug} · {say(lang, 'page.part-page-access')}"
    return answer(request, "parts/access.html", context, title=title, here="cases", status=refused.status)


def moment_told(at: datetime, lang: str) -> str:
    """Write the moment of a record, in the time all records are kept in."""
    return f"{day_words(at.toordinal(), lang)}, {at:%H:%M} UTC"
