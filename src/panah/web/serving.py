"""Starting the pages: Django without a log, one process, on this machine only."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from panah.register.starting import start

if TYPE_CHECKING:
    from panah.lawmodel import Law

SETTINGS = "panah.web.settings"
HOST = "127.0.0.1"
_LOOK_EVERY_SECONDS = 20
_THREADS = 4
Application = Callable[..., Any]


def application(folder: Path, law: Law, *, fixed_day: int | None = None, demo: bool = False) -> Application:
    """Make the application of the pages for the register in a folder.

    Args:
        folder: Where the register lies, or will lie after a first start.
        law: The law as data.
        fixed_day: The day (ordinal) the pages are for; None: the day of the clock.
        demo: The register is a temporary one of published cases.
    """
    start(SETTINGS)
    _silence()
    from django.core.handlers.wsgi import WSGIHandler

    from panah.web.desk import Desk, sit_down

    sit_down(Desk(folder, law, fixed_day=fixed_day, demo=demo))
    return WSGIHandler()


def serve(app: Application, port: int, ready: Callable[[str], None]) -> None:
    """Answer until stopped; seal at the end.

    Args:
        app: What `application` gave.
        port: The port; 0 takes a free one.
        ready: Called with the address once the pages can be asked for.

    Raises:
        OSError: The port is taken.
    """
    from waitress.server import create_server

    from panah.web.desk import the_desk

    server = create_server(app, host=HOST, port=port, threads=_THREADS, ident="", clear_untrusted_proxy_headers=True)
    watching = threading.Thread(target=_watch, daemon=True)
    watching.start()
    ready(f"http://{HOST}:{server.effective_port}/")
    try:
        server.run()
    finally:
        server.close()
        the_desk().seal()


def _watch() -> None:
    """Seal when nobody has asked for long, or when `panah seal` left its mark; mail reminders while it is open."""
    from panah.web.desk import the_desk
    from panah.web.reminders.rounds import mail_round

    waiting = threading.Event()
    while not waiting.wait(_LOOK_EVERY_SECONDS):
        the_desk().seal_if_idle()
        mail_round()


def _silence() -> None:
    """Let no logger write: a path, a form or a trace could carry a word of a case."""
    for name in ("django", "waitress", "waitress.queue"):
        logger = logging.getLogger(name)
        logger.handlers[:] = [logging.NullHandler()]
        logger.propagate = False
