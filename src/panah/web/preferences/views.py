"""Settings, names on the screen."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from panah import __version__
from panah.register import queries
from panah.register.practice import choose
from panah.texts import LANGUAGES, say
from panah.web.desk import the_desk
from panah.web.law.listing import packs_here
from panah.web.middleware import remember_language, way_back
from panah.web.preferences.backups import lacking_told, last_told
from panah.web.shell import NAMES_SHOWN, Language, answer, lang_of, languages, shows_names

_IDLE_CHOICES = (5, 10, 20, 60)


class Settings(NamedTuple):
    """What can be chosen, and what the register is."""

    idle: tuple[tuple[int, bool], ...]
    languages: tuple[tuple[Language, bool], ...]
    last_backup: str
    lacking: str
    folder: str
    version: str
    law: tuple[tuple[str, str], ...]
    cases: int
    demo: bool


def settings(request: HttpRequest) -> HttpResponse:
    """Show and change settings."""
    desk, lang = the_desk(), lang_of(request)
    if request.method == "POST":
        return _choose(request)
    context = Settings(
        idle=tuple((minutes, minutes == desk.idle_minutes) for minutes in _IDLE_CHOICES),
        languages=tuple((language, language.code == desk.lang) for language in languages(lang)),
        last_backup=last_told(lang),
        lacking=lacking_told(lang),
        folder=str(desk.folder),
        version=__version__,
        law=tuple((pack.id, pack.version) for pack in packs_here()),
        cases=len(queries.cases(desk.member)),
        demo=desk.demo,
    )
    return answer(request, "preferences/settings.html", context, title=say(lang, "page.settings"), here="settings")


def _choose(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen; a language that was chosen is that of this browser from now on too."""
    desk, idle, lang = the_desk(), request.POST.get("idle", ""), request.POST.get("language", "")
    known = idle.isdigit() and int(idle) in _IDLE_CHOICES
    choose(int(idle) if known else desk.idle_minutes, lang if lang in LANGUAGES else "")
    desk.take_choices()
    answered = HttpResponseRedirect("/settings?done=saved")
    if lang in LANGUAGES:
        remember_language(answered, lang)
    return answered


@require_POST
def names(request: HttpRequest) -> HttpResponse:
    """Show names on the screen, or aliases alone."""
    request.session[NAMES_SHOWN] = not shows_names(request)
    return HttpResponseRedirect(way_back(request, "/"))
