"""First start, unseal, seal."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from panah.register import opening
from panah.register.errors import RegisterError
from panah.sealing.errors import SealingError, WrongKeyError
from panah.texts import say
from panah.web import clock
from panah.web.desk import the_desk
from panah.web.shell import answer, lang_of

_TOLD = {"in-use": "page.other-program-has-it", "changed": "page.root-is-changed"}


class FirstStart(NamedTuple):
    """The first page of all.

    Attributes:
        step: 1 asks for a passphrase, 2 shows the recovery key.
        recovery_key: Shown once, to be written down and typed back.
        least: How many signs a passphrase has at least.
        fault: Why nothing was done.
        broken_off: Where the register before lies, if a restore was broken off here.
    """

    step: int
    recovery_key: str
    least: int
    fault: str
    broken_off: str


class Unseal(NamedTuple):
    """The page that opens the register; `told` says what happened to it before."""

    fault: str
    told: str


def first_start(request: HttpRequest) -> HttpResponse:
    """Ask for a passphrase, show the recovery key, have it typed back; only then is anything written."""
    desk, lang, fault = the_desk(), lang_of(request), ""
    if opening.exists(desk.folder):
        return HttpResponseRedirect("/unseal")
    if request.session.get("beginning") != desk.token:
        desk.beginning = None  # another browser's recovery key is shown to nobody; who comes last begins anew
    if request.method == "POST":
        try:
            if "again" in request.POST:
                desk.beginning = None
            elif desk.beginning is None:
                fault = _begin(request, lang)
            else:
                opening.make(desk.folder, desk.beginning, request.POST.get("recovery", ""), clock.now())
                desk.beginning = None
                request.session["open"] = desk.admit()
                return HttpResponseRedirect("/import")
        except RegisterError as error:
            fault = say(lang, f"register.{error.code}", **error.values)
    beginning = desk.beginning
    context = FirstStart(
        step=1 if beginning is None else 2,
        recovery_key="" if beginning is None else beginning.recovery_key,
        least=opening.SHORTEST_PASSPHRASE,
        fault=fault,
        broken_off=_broken_off(lang),
    )
    return answer(request, "gate/first_start.html", context, title=say(lang, "page.first-start"))


def _broken_off(lang: str) -> str:
    aside = opening.broken_off(the_desk().folder)
    return say(lang, "register.broken-off", folder=aside) if aside else ""


def _begin(request: HttpRequest, lang: str) -> str:
    passphrase = request.POST.get("passphrase", "")
    if passphrase != request.POST.get("repeated", ""):
        return say(lang, "page.passphrases-differ")
    desk = the_desk()
    desk.beginning = opening.begin(passphrase)
    request.session["beginning"] = desk.admit()
    return ""


def unseal(request: HttpRequest) -> HttpResponse:
    """Open the register with the passphrase, or with the recovery key."""
    desk, lang, fault = the_desk(), lang_of(request), ""
    if not opening.exists(desk.folder):
        return HttpResponseRedirect("/first-start")
    if desk.demo and desk.is_open:
        return HttpResponseRedirect("/")
    if request.method == "POST":
        try:
            root = opening.root_by(
                desk.folder,
                passphrase=request.POST.get("passphrase", ""),
                recovery_key=request.POST.get("recovery", "").strip(),
            )
            opening.lift_mark(desk.folder)
            if not desk.is_open:
                opening.open_register(desk.folder, root)
        except WrongKeyError:
            fault = say(lang, "page.wrong-passphrase")
        except SealingError:
            fault = say(lang, "page.ring-damaged")
        except RegisterError as error:
            fault = say(lang, f"register.{error.code}", **error.values)
        else:
            request.session.cycle_key()
            request.session["open"] = desk.admit()
            return HttpResponseRedirect("/")
    told = _TOLD.get(request.GET.get("told", "")) if request.method != "POST" else None
    return answer(
        request, "gate/unseal.html", Unseal(fault, say(lang, told) if told else ""), title=say(lang, "page.sealed")
    )


@require_POST
def seal(request: HttpRequest) -> HttpResponse:
    """Seal at once."""
    the_desk().seal()
    request.session.flush()
    response = HttpResponseRedirect("/unseal")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def health(_request: HttpRequest) -> HttpResponse:
    """Tell that the process answers, and nothing else."""
    return HttpResponse("ok", content_type="text/plain")
