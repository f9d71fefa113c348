"""``panah serve``: the pages, on this machine only; ``--demo`` with the published cases in a temporary register."""

from __future__ import annotations

import signal
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from panah.cli.arguments import Request, UsageError
from panah.cli.cases import find_cases, open_law
from panah.places import data_folder, examples_folder
from panah.texts import say
from panah.timelimits import parse_day

if TYPE_CHECKING:
    from panah.lawmodel import Law

OPTIONS = {"demo": False, "port": True, "as-of": True}
_PORT = 8722


def run(request: Request) -> int:
    """Answer until stopped.

    Raises:
        UsageError: The port is no number, or is taken.
    """
    law = open_law(request.lang)
    if law is None:
        return 1
    port = _port(request)
    fixed_day = request.as_of if "as-of" in request.chosen else None
    if not request.has("demo"):
        _serve(data_folder(), law, request, port, fixed_day)
        return 0
    from panah.cli.demo import DAY

    with tempfile.TemporaryDirectory(prefix="panah-demo-") as folder:
        _serve(Path(folder), law, request, port, parse_day(DAY) if fixed_day is None else fixed_day)
    return 0


def _port(request: Request) -> int:
    told = request.chosen.get("port", str(_PORT))
    if not (told.isascii() and told.isdigit() and int(told[:6]) < 65_536 and len(told) < 6):
        raise UsageError([say(request.lang, "usage.port", found=told)])
    return int(told)


def _serve(folder: Path, law: Law, request: Request, port: int, fixed_day: int | None) -> None:
    from panah.web.serving import application, serve

    demo = request.has("demo")
    app = application(folder, law, fixed_day=fixed_day, demo=demo)
    if demo:
        _fill(folder, law, request)

    def ready(address: str) -> None:
        print(say(request.lang, "serve.ready-demo" if demo else "serve.ready", address=address))
        sys.stdout.flush()

    signal.signal(signal.SIGTERM, _stop)
    try:
        serve(app, port, ready)
    except OSError as error:
        raise UsageError([say(request.lang, "usage.port-taken", port=port, reason=error.strerror or "")]) from None


def _stop(_signal: int, _frame: object) -> None:
    """End as Ctrl+C does: sealed, and without the folder of a demonstration left behind."""
    raise SystemExit


def _fill(folder: Path, law: Law, request: Request) -> None:
    """Make a register of the published cases. What is public needs no slow passphrase; the folder goes at the end."""
    from panah.register import actions, opening
    from panah.sealing.passphrases import Cost
    from panah.web import clock

    beginning = opening.begin("published cases only", Cost(memory_kib=1024, passes=1, lanes=1))
    owner = opening.make(folder, beginning, beginning.recovery_key, clock.now())
    for casefile in find_cases(request, law, [str(examples_folder())]):
        actions.create_case(casefile, owner, clock.now())
