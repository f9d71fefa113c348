"""`panah rotate-keys`: another passphrase, another recovery key, or (as a rule) another root and all that it wraps."""

from __future__ import annotations

from pathlib import Path

from panah.cli.arguments import Request, UsageError
from panah.cli.register.asking import ask_new_passphrase, ask_secret, have_typed_back
from panah.cli.register.doors import answered
from panah.places import data_folder
from panah.register.errors import RegisterError
from panah.register.starting import start
from panah.texts import say

OPTIONS = {"passphrase": False, "recovery": False}


def run(request: Request) -> int:
    """Change what was asked for; without an option the root, with a new recovery key."""
    if request.has("passphrase") and request.has("recovery"):
        raise UsageError([say(request.lang, "register.rotate-one")])
    return answered(request, lambda: _rotate(request, data_folder()))


def _rotate(request: Request, folder: Path) -> int:
    start()
    from panah.register import opening, rotating

    lang = request.lang
    if opening.is_marked_sealed(folder):
        raise RegisterError("marked-sealed")
    opening.read_ring(folder)
    passphrase = ask_secret(lang, "register.ask-passphrase")
    root = opening.root_by(folder, passphrase=passphrase)
    if request.has("passphrase"):
        opening.change_passphrase(folder, root, ask_new_passphrase(lang, opening.must_be_long))
        print(say(lang, "register.passphrase-changed"))
        return 0
    if request.has("recovery"):
        ring, key = opening.new_recovery_key(folder, root)
        have_typed_back(lang, key, lambda told: opening.must_match(key, told))
        opening.write_ring(folder, ring)
        print(say(lang, "register.recovery-changed"))
        return 0
    opening.open_register(folder, root)
    opening.seal()
    ring, new_root, key = rotating.new_root(root, passphrase)
    have_typed_back(lang, key, lambda told: opening.must_match(key, told))
    # pages that are open elsewhere hold keys that open nothing any more: the mark stays until somebody unseals
    opening.mark_sealed(folder)
    rotating.rotate(folder, ring, root)
    rotating.finish(folder, new_root)
    print(say(lang, "register.root-changed"))
    print(say(lang, "register.sealed-now"))
    return 0
