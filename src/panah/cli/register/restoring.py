"""`panah restore SET`: puts a set of a backup in the place of the register, by its passphrase or recovery key.

The set is a folder, or the one file that the pages give.
"""

from __future__ import annotations

from pathlib import Path

from panah.cli.arguments import Request
from panah.cli.register.asking import ask_new_passphrase
from panah.cli.register.doors import answered, now, the_folder
from panah.cli.register.unsealing import root_asked_for
from panah.places import data_folder
from panah.register.errors import RegisterError
from panah.register.starting import start
from panah.texts import say

OPTIONS = {"keys": True, "recovery": False, "replace": False}


def run(request: Request) -> int:
    """Check the set, open it, and only then put it in place."""
    return answered(request, lambda: _unpacked(request))


def _unpacked(request: Request) -> int:
    start()
    from panah.register import opening, packing

    folder, database = data_folder(), the_folder(request)
    if opening.exists(folder) and not request.has("replace"):
        raise RegisterError("would-replace")
    if not database.is_file():
        return _restore(request, folder, database, Path(request.chosen.get("keys", str(database))))
    try:
        unpacked = packing.unpack(database.read_bytes(), folder)
        return _restore(request, folder, unpacked, unpacked)
    finally:
        packing.forget(folder)


def _restore(request: Request, folder: Path, database: Path, keys: Path) -> int:
    from panah.register import opening, restoring

    manifest = restoring.check(database, keys)
    root = root_asked_for(request, keys)
    passphrase = ask_new_passphrase(request.lang, opening.must_be_long) if request.has("recovery") else ""
    replaces = opening.exists(folder)
    if replaces:
        opening.mark_sealed(folder)
    aside = restoring.put_in_place(folder, database, keys, manifest, root)
    if passphrase:
        opening.change_passphrase(folder, root, passphrase)
    opening.lift_mark(folder)
    opening.open_register(folder, root)
    try:
        restored = restoring.forget_destroyed(manifest, now())
    finally:
        opening.seal()
    print(say(request.lang, "register.restored", folder=folder))
    if restored.without:
        print(say(request.lang, "register.restored-without", cases=", ".join(restored.without)))
    if restored.is_altered:
        print(say(request.lang, "register.backup-not-ours"))
    if restored.unopened:
        print(say(request.lang, "register.keys-do-not-open", cases=", ".join(restored.unopened)))
    if aside:
        print(say(request.lang, "register.put-aside", folder=folder / aside))
    if replaces:
        # pages that are open elsewhere hold the keys of the register before: they seal when they see the mark
        opening.mark_sealed(folder)
        print(say(request.lang, "register.sealed-now"))
    return 0
