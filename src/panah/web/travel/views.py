"""Making a travel file: asked for, its key shown once, handed over once."""

from __future__ import annotations

import os
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse

from panah.register.beside import beside_of
from panah.texts import say
from panah.travel.packing import TravelFile, pack
from panah.travel.telling import GOOD_FOR, content
from panah.web.desk import the_desk
from panah.web.shell import answer, lang_of
from panah.web.standing import standing_at


class Travel(NamedTuple):
    """The page: before the file is made no key; after, its key and where it is handed over."""

    slug: str
    key: str
    href: str
    days: int


def travel(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a travel file of a case."""
    desk, lang = the_desk(), lang_of(request)
    standing = standing_at(slug)
    key = href = ""
    if request.method == "POST":
        names = request.POST.get("names") == "yes"
        beside = beside_of([standing.case])[standing.case.pk]
        told = content(standing.casefile, desk.law, lang, as_of=desk.day, alias="" if names else slug, beside=beside)
        made = pack(told, lang)
        token = os.urandom(16).hex()
        desk.kept["travel", token] = (slug, made)
        key, href = made.passphrase, f"/travel/{token}"
    return answer(
        request, "travel/travel.html", Travel(slug, key, href, GOOD_FOR), title=say(lang, "travel.title"), here="cases"
    )


def hand_over(_request: HttpRequest, token: str) -> HttpResponse:
    """Hand a travel file over, once."""
    kept = the_desk().kept.pop(("travel", token), None)
    if not isinstance(kept, tuple):
        raise Http404
    slug, made = kept
    if not isinstance(made, TravelFile):
        raise Http404
    name = {"Content-Disposition": f'attachment; filename="panah-{slug}.html"'}
    return HttpResponse(made.html, content_type="application/octet-stream", headers=name)
