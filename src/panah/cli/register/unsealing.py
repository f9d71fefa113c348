"""`panah unseal`: makes the register at the first start; later lifts the seal by the passphrase or the recovery key."""

from __future__ import annotations

import sys
from pathlib import Path

from panah.cli.arguments import Request
from panah.cli.register.asking import ask_new_passphrase, ask_secret, have_typed_back
from panah.cli.register.doors import answered, now
from panah.places import data_folder
from panah.register.starting import start
from panah.texts import say

OPTIONS = {"recovery": False}


def run(request: Request) -> int:
    """Make the register, or prove the passphrase and lift the mark that seals."""
    return answered(request, lambda: _unseal(request, data_folder()))


def _unseal(request: Request, folder: Path) -> int:
    start()
    from panah.register import opening, queries

    if not opening.exists(folder):
        return _first_start(request, folder)
    opening.read_ring(folder)
    root = root_asked_for(request, folder)
    if request.has("recovery"):
        opening.change_passphrase(folder, root, ask_new_passphrase(request.lang, opening.must_be_long))
    opening.lift_mark(folder)
    opening.open_register(folder, root)
    try:
        count = len(queries.cases(opening.owner(), closed=True))
    finally:
        opening.seal()
    print(say(request.lang, "register.unsealed", count=count))
    return 0


def root_asked_for(request: Request, folder: Path) -> bytes:
    """Ask for the passphrase, or with `--recovery` for the recovery key, and give the root of a ring's folder."""
    from panah.register import opening

    if request.has("recovery"):
        return opening.root_by(folder, recovery_key=ask_secret(request.lang, "register.ask-recovery-key"))
    return opening.root_by(folder, passphrase=ask_secret(request.lang, "register.ask-passphrase"))


def _first_start(request: Request, folder: Path) -> int:
    from panah.register import opening

    aside = opening.broken_off(folder)
    if aside is not None:
        print(say(request.lang, "register.broken-off", folder=aside), file=sys.stderr)
    passphrase = ask_new_passphrase(request.lang, opening.must_be_long)
    beginning = opening.begin(passphrase)
    typed = have_typed_back(
        request.lang, beginning.recovery_key, lambda told: opening.must_match(beginning.recovery_key, told)
    )
    opening.make(folder, beginning, typed, now())
    opening.seal()
    print(say(request.lang, "register.made", folder=folder))
    return 0
