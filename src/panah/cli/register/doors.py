"""What every command of the register does first and last: open by a passphrase, tell refusals in words, seal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from panah.cli.arguments import Request
from panah.cli.cases import tell
from panah.cli.register.asking import ask_secret
from panah.errors import PanahError
from panah.places import data_folder
from panah.register.errors import RegisterError
from panah.register.sqlcipher.base import DATABASE_ERRORS, WrongDatabaseKeyError
from panah.register.starting import start
from panah.sealing.errors import SealingError, WrongKeyError
from panah.texts import say

if TYPE_CHECKING:
    from panah.accounts.models import Member


def answered(request: Request, work: Callable[[], int]) -> int:
    """Do the work of a command; tell a refusal in words and give 1."""
    lang = request.lang
    try:
        return work()
    except RegisterError as error:
        words = say(lang, f"register.{error.code}", **error.values)
    except PanahError as error:
        tell(error.problems, lang)
        return 1
    except WrongKeyError:
        words = say(lang, "register.wrong-key")
    except SealingError:
        words = say(lang, "register.does-not-open")
    except WrongDatabaseKeyError:
        words = say(lang, "register.other-database")
    except DATABASE_ERRORS:
        words = say(lang, "register.damaged")
    except OSError as error:
        words = say(lang, "register.cannot-write", reason=error.strerror or type(error).__name__)
    print(say(lang, "usage.fault", words=words), file=sys.stderr)
    return 1


@contextmanager
def opened(request: Request) -> Iterator[Member]:
    """Open the register of the data folder by its passphrase, give its owner, and seal in the end.

    Raises:
        RegisterError: There is none, or it is marked sealed.
        WrongKeyError: It is not the passphrase.
    """
    start()
    from panah.register import opening

    folder = data_folder()
    opening.read_ring(folder)
    if opening.is_marked_sealed(folder):
        raise RegisterError("marked-sealed")
    root = opening.root_by(folder, passphrase=ask_secret(request.lang, "register.ask-passphrase"))
    opening.open_register(folder, root)
    try:
        yield opening.owner()
    finally:
        opening.seal()


def now() -> datetime:
    """Give the moment, in UTC; the clock is asked here only."""
    return datetime.now(UTC)


def the_folder(request: Request) -> Path:
    """Give the one folder a command was given.

    Raises:
        RegisterError: None or several were given.
    """
    if len(request.places) != 1:
        raise RegisterError("one-folder")
    return Path(request.places[0])
