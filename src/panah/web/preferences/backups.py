"""Backups: one encrypted file to carry away, or sets in a folder of this computer; and when the last was made."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from panah.dates import day_words
from panah.register.backups import back_up
from panah.register.errors import RegisterError
from panah.register.packing import pack
from panah.register.practice import backed_up, lacks_backup, practice
from panah.texts import say
from panah.web import clock
from panah.web.desk import the_desk
from panah.web.shell import answer, lang_of

_KEPT = 7


class Backups(NamedTuple):
    """The page of backups: when the last was made, what was just written, why nothing was; what was typed stays."""

    last: str
    lacking: str
    written: str
    fault: str
    folder: str
    keys: str


def backups(request: HttpRequest) -> HttpResponse:
    """Show how backups are made; write one into a folder."""
    lang, written, fault = lang_of(request), "", ""
    if request.method == "POST":
        folder, keys = _typed(request)
        try:
            written, fault = _write(folder, keys or folder, lang)
        except (RegisterError, OSError) as error:
            fault = _fault(error, lang)
    return _page(request, written, fault)


@require_POST
def as_file(request: HttpRequest) -> HttpResponse:
    """Give a backup as one file, encrypted as the register is."""
    at = clock.now()
    try:
        content = pack(the_desk().folder, at)
    except (RegisterError, OSError) as error:
        return _page(request, "", _fault(error, lang_of(request)))
    backed_up(at)
    name = f"panah-backup-{at:%Y-%m-%d}.zip"
    told = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/zip", headers=told)


def _page(request: HttpRequest, written: str, fault: str) -> HttpResponse:
    lang = lang_of(request)
    context = Backups(last_told(lang), lacking_told(lang), written, fault, *_typed(request))
    title = say(lang, "page.backups")
    return answer(request, "preferences/backups.html", context, title=title, here="settings")


def _typed(request: HttpRequest) -> tuple[str, str]:
    return request.POST.get("folder", "").strip(), request.POST.get("keys", "").strip()


def _fault(error: RegisterError | OSError, lang: str) -> str:
    if isinstance(error, RegisterError):
        return say(lang, f"register.{error.code}", **error.values)
    return say(lang, "register.cannot-write", reason=error.strerror or "")


def last_told(lang: str) -> str:
    """Tell when the last backup was made; nothing where `lacking_told` says that there is none."""
    at = practice().backed_up_at
    if at is None:
        return "" if lacking_told(lang) else say(lang, "page.backed-up-never")
    return say(lang, "page.backed-up-on", day=day_words(at.astimezone().date().toordinal(), lang))


def lacking_told(lang: str) -> str:
    """Tell that a backup is due; nothing where it is not, nor in a demonstration."""
    if the_desk().demo or not lacks_backup(clock.now()):
        return ""
    return say(lang, "page.lacks-backup-at-all" if practice().backed_up_at is None else "page.lacks-backup")


def _write(folder: str, keys: str, lang: str) -> tuple[str, str]:
    to, keys_to = Path(folder).expanduser(), Path(keys).expanduser()
    if not all(place.is_absolute() and place.is_dir() for place in (to, keys_to)):
        raise RegisterError("no-folder")
    backup = back_up(the_desk().folder, to, keys_to, _KEPT)
    written = say(lang, "page.written-to", folder=backup.folder, count=backup.cases)
    if backup.unopened:
        return written, say(lang, "register.keys-do-not-open", cases=", ".join(backup.unopened))
    backed_up(clock.now())
    return written, ""
