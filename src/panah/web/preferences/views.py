"""Settings, names on the screen."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from panah import __version__
from panah.register import queries
from panah.texts import say
from panah.web.desk import the_desk
from panah.web.middleware import way_back
from panah.web.shell import NAMES_SHOWN, answer, lang_of, shows_names

_IDLE_CHOICES = (5, 10, 20, 60)


class Settings(NamedTuple):
    """What can be chosen, and what the register is."""

    idle: tuple[tuple[int, bool], ...]
    folder: str
    version: str
    law: tuple[tuple[str, str], ...]
    cases: int
    demo: bool


def settings(request: HttpRequest) -> HttpResponse:
    """Show and change settings."""
    desk, lang = the_desk(), lang_of(request)
    if request.method == "POST":
        idle = request.POST.get("idle", "")
        if idle.isdigit() and int(idle) in _IDLE_CHOICES:
            desk.idle_minutes = int(idle)
        return HttpResponseRedirect("/settings?done=saved")
    context = Settings(
        idle=tuple((minutes, minutes == desk.idle_minutes) for minutes in _IDLE_CHOICES),
        folder=str(desk.folder),
        version=__version__,
        law=tuple(sorted(desk.law.versions.items())),
        cases=len(queries.cases(desk.member)),
        demo=desk.demo,
    )
    return answer(request, "preferences/settings.html", context, title=say(lang, "page.settings"), here="settings")


@require_POST
def names(request: HttpRequest) -> HttpResponse:
    """Show names on the screen, or aliases alone."""
    request.session[NAMES_SHOWN] = not shows_names(request)
    return HttpResponseRedirect(way_back(request, "/"))
