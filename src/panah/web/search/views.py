"""The page of search. What is looked for is sent in a form's body: an address would stay in the browser's history."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse

from panah.telling.law_words import LawWords
from panah.texts import say
from panah.web.law.listing import RuleLine, Wanted, rules_found
from panah.web.search.index import KINDS, Entry, told
from panah.web.search.index import search as find
from panah.web.search.words import terms_of
from panah.web.shell import answer, lang_of, shows_names
from panah.web.standing import all_standing

_SHOWN = 60


class Found(NamedTuple):
    """Something found: the alias of the case, its place among the pages of the case, its words."""

    slug: str
    place: str
    words: str


class FoundOfKind(NamedTuple):
    """What was found of one kind; ``more`` is not shown."""

    title: str
    found: tuple[Found, ...]
    more: int


class Search(NamedTuple):
    """The page of search.

    Attributes:
        wanted: What was typed.
        asked: Whether anything was.
        hides: Whether what people wrote is not told, because names are not shown.
        kinds: What was found in cases.
        rules: Rules of the law.
        more_rules: How many of them are not shown.
    """

    wanted: str
    asked: bool
    hides: bool
    kinds: tuple[FoundOfKind, ...]
    rules: tuple[RuleLine, ...]
    more_rules: int


def search(request: HttpRequest) -> HttpResponse:
    """Look for words."""
    lang = lang_of(request)
    wanted = request.POST.get("wanted", "").strip()[:200]
    found = find(terms_of(wanted), all_standing()) if wanted else []
    names = shows_names(request)
    kinds = [_of_kind(kind, [one for one in found if one.kind == kind], lang, names=names) for kind in KINDS]
    rules = rules_found(Wanted(wanted, ""), LawWords(lang))
    context = Search(
        wanted=wanted,
        asked=bool(wanted),
        hides=bool(found) and not names,
        kinds=tuple(kind for kind in kinds if kind.found),
        rules=tuple(rules[:_SHOWN]),
        more_rules=max(len(rules) - _SHOWN, 0),
    )
    return answer(request, "search/search.html", context, title=say(lang, "page.search"), here="search")


def _of_kind(kind: str, found: list[Entry], lang: str, *, names: bool) -> FoundOfKind:
    shown = []
    for one in found[:_SHOWN]:
        words, written = told(one, lang)
        parts = [words, written] if names else [words]
        shown.append(Found(one.slug, one.place, " · ".join(part for part in parts if part)))
    return FoundOfKind(say(lang, f"page.found-{kind}"), tuple(shown), max(len(found) - _SHOWN, 0))
