"""The page of search. What is looked for is sent in a form's body: an address would stay in the browser's history."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse

from panah.texts import say
from panah.web.search.index import Found
from panah.web.search.index import search as find
from panah.web.shell import answer, lang_of, shows_names
from panah.web.standing import all_standing

_SHOWN = 60
_KINDS = ("people", "acts", "sources")


class FoundOfKind(NamedTuple):
    """What was found of one kind; ``more`` is not shown."""

    title: str
    found: tuple[Found, ...]
    more: int


class Search(NamedTuple):
    """The page of search; ``asked`` tells whether anything was looked for."""

    wanted: str
    asked: bool
    kinds: tuple[FoundOfKind, ...]


def search(request: HttpRequest) -> HttpResponse:
    """Look for words."""
    lang = lang_of(request)
    wanted = request.POST.get("wanted", "").strip()[:200]
    found = find(wanted, all_standing(), lang) if wanted else []
    names = shows_names(request)
    kinds = []
    for kind in _KINDS:
        here = [one for one in found if one.kind == kind]
        if kind == "people" and not names:
            here = [one._replace(words="") for one in here]
        if here:
            kinds.append(FoundOfKind(say(lang, f"page.found-{kind}"), tuple(here[:_SHOWN]), max(len(here) - _SHOWN, 0)))
    context = Search(wanted, bool(wanted), tuple(kinds))
    return answer(request, "search/search.html", context, title=say(lang, "page.search"), here="search")
