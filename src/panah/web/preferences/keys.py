"""The keys of the register: another passphrase, another recovery key, another root.

A new recovery key counts once it was typed back; until then nothing is written. What waits for it is held by the desk,
for the one browser that opened the register, and dropped by a seal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from panah.register import opening, rotating
from panah.register.errors import RegisterError
from panah.sealing.errors import SealingError, WrongKeyError
from panah.texts import say
from panah.web.desk import KeyChange, the_desk
from panah.web.shell import answer, lang_of

if TYPE_CHECKING:
    from collections.abc import Callable


class Passphrase(NamedTuple):
    """The page that changes the passphrase."""

    least: int
    fault: str


class NewKey(NamedTuple):
    """The page that changes the recovery key, alone or with the root; `recovery_key` is to be typed back."""

    what: str
    recovery_key: str
    fault: str


def passphrase(request: HttpRequest) -> HttpResponse:
    """Change the passphrase, for whoever gives the one of today."""
    desk, lang, fault = the_desk(), lang_of(request), ""
    if request.method == "POST":
        fault = _told(lang, lambda: _change_passphrase(request))
        if not fault:
            desk.key_change = None  # a root about to be changed would bring the passphrase before back
            return HttpResponseRedirect("/settings?done=passphrase")
    context = Passphrase(opening.SHORTEST_PASSPHRASE, fault)
    title = say(lang, "page.change-passphrase")
    return answer(request, "preferences/passphrase.html", context, title=title, here="settings")


def recovery(request: HttpRequest) -> HttpResponse:
    """Make another recovery key."""
    return _new_key(request, "recovery")


def root(request: HttpRequest) -> HttpResponse:
    """Make another root, and another recovery key with it."""
    return _new_key(request, "root")


def _new_key(request: HttpRequest, what: str) -> HttpResponse:
    desk, lang, fault = the_desk(), lang_of(request), ""
    if request.method != "POST" or "leave" in request.POST:
        desk.key_change = None  # begun elsewhere or left: whoever comes again begins anew
    elif "passphrase" in request.POST:
        fault = _told(lang, lambda: _begin(request, what))
    else:
        change = desk.key_change
        if change is None or (change.new_root is None) == (what == "root"):
            fault = say(lang, "page.key-was-left")
        else:
            fault = _told(lang, lambda: opening.must_match(change.recovery_key, request.POST.get("recovery", "")))
            if not fault:
                desk.key_change = None
                return _put_in_place(request, change)
    waiting = desk.key_change
    context = NewKey(what, "" if waiting is None else waiting.recovery_key, fault)
    title = say(lang, f"page.change-{what}")
    return answer(request, "preferences/new_key.html", context, title=title, here="settings")


def _change_passphrase(request: HttpRequest) -> None:
    folder, new = the_desk().folder, request.POST.get("new", "")
    if new != request.POST.get("repeated", ""):
        raise RegisterError("passphrases-differ")
    opening.must_be_long(new)
    opening.change_passphrase(folder, opening.root_by(folder, passphrase=request.POST.get("passphrase", "")), new)


def _begin(request: HttpRequest, what: str) -> None:
    desk, given = the_desk(), request.POST.get("passphrase", "")
    held = opening.root_by(desk.folder, passphrase=given)
    if what == "root":
        ring, new_root, key = rotating.new_root(held, given)
        desk.key_change = KeyChange(ring, key, held, new_root)
    else:
        ring, key = opening.new_recovery_key(desk.folder, held)
        desk.key_change = KeyChange(ring, key, held, None)


def _put_in_place(request: HttpRequest, change: KeyChange) -> HttpResponse:
    desk = the_desk()
    if change.new_root is None:
        # of the ring only this: the passphrase may have been changed meanwhile
        now = opening.read_ring(desk.folder)
        opening.write_ring(desk.folder, now._replace(by_recovery=change.ring.by_recovery))
        return HttpResponseRedirect("/settings?done=recovery")
    # whatever else has it open holds keys that open nothing any more: the mark stays until somebody unseals
    opening.mark_sealed(desk.folder)
    desk.seal()
    request.session.flush()
    try:
        rotating.rotate(desk.folder, change.ring, change.root)
    except RegisterError:
        return HttpResponseRedirect("/unseal?told=in-use")
    rotating.finish(desk.folder, change.new_root)
    return HttpResponseRedirect("/unseal?told=changed")


def _told(lang: str, work: Callable[[], object]) -> str:
    """Do something; give in words why it was refused, nothing if it was done."""
    try:
        work()
    except WrongKeyError:
        return say(lang, "page.wrong-passphrase")
    except SealingError:
        return say(lang, "page.ring-damaged")
    except RegisterError as error:
        return say(lang, f"register.{error.code}", **error.values)
    return ""
