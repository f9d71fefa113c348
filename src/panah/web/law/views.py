"""The law as pages: the list of rules, and one rule beside its official text."""

from __future__ import annotations

from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse

from panah.telling.law_words import LawWords
from panah.texts import say
from panah.web.desk import the_desk
from panah.web.law.listing import PackTold, Wanted, packs_told, tracks_known
from panah.web.law.rule_told import rule_told, rules_of
from panah.web.shell import answer, lang_of


class Rules(NamedTuple):
    """The list of rules; ``asked`` tells that only those are shown that fit ``wanted`` and ``track``."""

    wanted: str
    track: str
    tracks: tuple[tuple[str, str], ...]
    asked: bool
    packs: tuple[PackTold, ...]
    remark: str


def rules(request: HttpRequest) -> HttpResponse:
    """List the rules, or those that are looked for. What was typed comes in a form's body, so no history keeps it."""
    lang = lang_of(request)
    law_words = LawWords(lang)
    tracks = tracks_known(lang)
    asked_track = request.POST.get("track", "")
    track = asked_track if asked_track in dict(tracks) else ""
    words = request.POST.get("wanted", "").strip()[:200]
    wanted = Wanted(words, track)
    packs = packs_told(wanted, law_words)
    context = Rules(words, track, tracks, bool(wanted), packs, law_words.remark())
    return answer(request, "law/all.html", context, title=say(lang, "page.law"), here="law")


def one_rule(request: HttpRequest, rule: str) -> HttpResponse:
    """Show one rule."""
    lang, law = lang_of(request), the_desk().law
    found = next((one for pack in law.packs.values() for one in rules_of(pack) if one.id == rule), None)
    if found is None:
        raise Http404
    context = rule_told(found, LawWords(lang))
    return answer(request, "law/one.html", context, title=say(lang, "page.rule"), here="law")
