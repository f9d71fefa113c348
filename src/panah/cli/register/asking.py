"""Asking for secrets: on a terminal without showing them, from a pipe line by line; never from the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable

from panah.register.errors import RegisterError
from panah.texts import say


def ask_secret(lang: str, key: str) -> str:
    """Ask for something that is not to be seen.

    Raises:
        RegisterError: Nothing was given.
    """
    if sys.stdin.isatty():
        from getpass import getpass

        told = getpass(say(lang, key) + " ", stream=sys.stderr)
    else:
        told = sys.stdin.readline().rstrip("\r\n")
    if not told.strip():
        raise RegisterError("nothing-given")
    return told


def ask_new_passphrase(lang: str, check: Callable[[str], object]) -> str:
    """Ask for a passphrase twice.

    Args:
        lang: The language to ask in.
        check: Raises what a passphrase is refused with, before it is asked for again.

    Raises:
        RegisterError: The two differ.
    """
    told = ask_secret(lang, "register.ask-new-passphrase")
    check(told)
    if ask_secret(lang, "register.ask-again") != told:
        raise RegisterError("passphrases-differ")
    return told


def have_typed_back(lang: str, recovery_key: str, check: Callable[[str], object]) -> str:
    """Show a recovery key and have it typed back, as often as it takes on a terminal.

    Raises:
        RegisterError: From a pipe, it was not typed back rightly.
    """
    print(say(lang, "register.recovery-key", key=recovery_key), file=sys.stderr, flush=True)
    while True:
        typed = ask_secret(lang, "register.ask-typed-back")
        try:
            check(typed)
        except RegisterError as error:
            if not sys.stdin.isatty():
                raise
            print(say(lang, f"register.{error.code}", **error.values), file=sys.stderr)
        else:
            return typed


def agrees(lang: str, key: str) -> bool:
    """Ask for a yes; whatever else is said, or nothing, is a no."""
    print(say(lang, key), end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in {"да", "иә", "yes"}
