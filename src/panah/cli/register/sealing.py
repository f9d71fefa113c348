"""`panah seal`: at once, without a passphrase; every process that has the register open seals itself."""

from __future__ import annotations

from panah.cli.arguments import Request
from panah.cli.register.doors import answered
from panah.places import data_folder
from panah.register.errors import RegisterError
from panah.register.starting import start
from panah.texts import say

OPTIONS: dict[str, bool] = {}


def run(request: Request) -> int:
    """Leave the mark that seals."""
    return answered(request, lambda: _seal(request))


def _seal(request: Request) -> int:
    start()
    from panah.register import opening

    folder = data_folder()
    if not opening.exists(folder):
        raise RegisterError("no-register")
    opening.mark_sealed(folder)
    print(say(request.lang, "register.sealed-now"))
    return 0
