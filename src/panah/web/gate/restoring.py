"""A register brought back from a backup, where there is none yet: its packed file, or a folder of this computer."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from panah.register import opening, packing, restoring
from panah.register.errors import RegisterError
from panah.register.sqlcipher.base import DATABASE_ERRORS
from panah.sealing.errors import SealingError, WrongKeyError
from panah.texts import say
from panah.web import clock
from panah.web.desk import the_desk
from panah.web.shell import answer, lang_of


class Restore(NamedTuple):
    """The page that brings a register back, and after that what it tells; what was typed stays, but no secret."""

    least: int
    folder: str
    keys: str
    fault: str


class Restored(NamedTuple):
    """The register is back; `without` are the cases destroyed after the backup, `warnings` what to look at."""

    without: str
    warnings: tuple[str, ...]


def restore(request: HttpRequest) -> HttpResponse:
    """Check a backup, open it, and only then put it in place; it is open then."""
    desk, lang, fault = the_desk(), lang_of(request), ""
    if opening.exists(desk.folder):
        return HttpResponseRedirect("/unseal")
    folder, keys = (request.POST.get(name, "").strip() for name in ("folder", "keys"))
    if request.method == "POST":
        try:
            restored = _restore(request, folder, keys or folder)
        except WrongKeyError:
            fault = say(lang, "page.wrong-passphrase")
        except RegisterError as error:
            fault = say(lang, f"register.{error.code}", **error.values)
        except SealingError:
            fault = say(lang, "register.does-not-open")
        except DATABASE_ERRORS:
            fault = say(lang, "register.damaged")
        except OSError as error:
            fault = say(lang, "register.cannot-write", reason=error.strerror or "")
        else:
            request.session.cycle_key()
            request.session["open"] = desk.admit()
            told = Restored(", ".join(restored.without), _warnings(restored, lang))
            return answer(request, "gate/restored.html", told, title=say(lang, "page.restored"), here="docket")
        finally:
            packing.forget(desk.folder)
    context = Restore(opening.SHORTEST_PASSPHRASE, folder, keys, fault)
    return answer(request, "gate/restore.html", context, title=say(lang, "page.restore"))


def _warnings(restored: restoring.Restored, lang: str) -> tuple[str, ...]:
    cases = ", ".join(restored.unopened)
    return (
        *([say(lang, "register.backup-not-ours")] if restored.is_altered else []),
        *([say(lang, "register.keys-do-not-open", cases=cases)] if cases else []),
    )


def _restore(request: HttpRequest, folder: str, keys: str) -> restoring.Restored:
    place, recovery_key = the_desk().folder, request.POST.get("recovery", "").strip()
    passphrase = request.POST.get("passphrase", "")
    new = request.POST.get("new", "") if recovery_key else ""
    if recovery_key:
        opening.must_be_long(new)
        if new != request.POST.get("repeated", ""):
            raise RegisterError("passphrases-differ")
    upload = request.FILES.get("file")
    if upload is not None:
        database = keys_at = packing.unpack(upload.read(), place)
    else:
        database, keys_at = _folder(folder), _folder(keys)
    manifest = restoring.check(database, keys_at)
    root = opening.root_by(keys_at, passphrase=passphrase, recovery_key=recovery_key)
    restoring.put_in_place(place, database, keys_at, manifest, root)
    if new:
        opening.change_passphrase(place, root, new)
    opening.lift_mark(place)
    opening.open_register(place, root)
    return restoring.forget_destroyed(manifest, clock.now())


def _folder(told: str) -> Path:
    folder = Path(told).expanduser()
    if not told or not folder.is_absolute() or not folder.is_dir():
        raise RegisterError("no-folder" if told else "no-backup")
    return folder
