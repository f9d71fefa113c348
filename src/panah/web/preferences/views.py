"""Settings, names on the screen, taking case files in."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from panah import __version__
from panah.errors import Problem
from panah.procedure.casefile_reading import read_casefile
from panah.register import actions, queries
from panah.texts import render, say
from panah.web import clock
from panah.web.desk import the_desk
from panah.web.middleware import way_back
from panah.web.shell import NAMES_SHOWN, answer, lang_of, shows_names

_IDLE_CHOICES = (5, 10, 20, 60)
_MOST_FILES = 500
_LARGEST = 4_000_000


class Settings(NamedTuple):
    """What can be chosen, and what the register is."""

    idle: tuple[tuple[int, bool], ...]
    folder: str
    version: str
    law: tuple[tuple[str, str], ...]
    cases: int
    demo: bool


class TakeIn(NamedTuple):
    """The page that takes case files in: what was taken, and every fault of what was not."""

    taken: int
    faults: tuple[str, ...]
    first: bool


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


def take_in(request: HttpRequest) -> HttpResponse:
    """Take case files in, each whole or not at all."""
    desk, lang = the_desk(), lang_of(request)
    taken, faults = 0, []
    known = queries.slug_by_case_name(desk.member)
    for upload in request.FILES.getlist("files")[:_MOST_FILES]:
        name = str(upload.name)[:80]
        if (upload.size or 0) > _LARGEST:
            faults.append(render(Problem(name, 1, "file-too-large", {"limit": str(_LARGEST)}), lang))
            continue
        casefile, problems = read_casefile(upload.read(), name, desk.law.vocabulary)
        if casefile is None:
            faults += [render(problem, lang) for problem in problems]
        elif casefile.case in known:
            faults.append(say(lang, "page.already-in", file=name, slug=known[casefile.case]))
        else:
            known[casefile.case] = actions.create_case(casefile, desk.member, clock.now()).slug
            taken += 1
    if taken and not faults:
        return HttpResponseRedirect("/?done=imported")
    context = TakeIn(taken, tuple(faults), first=not known)
    return answer(request, "preferences/take_in.html", context, title=say(lang, "page.import"), here="settings")
