"""Starting the pages: Django without a log, one process, on this machine only."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from panah.register.starting import start
from panah.web.renewing import Application, Listening, UnderWay, can_renew, end_serving

if TYPE_CHECKING:
    from panah.lawmodel import Law

SETTINGS = "panah.web.settings"
_LOOK_EVERY_SECONDS = 2
_MAIL_EVERY_SECONDS = 20
LARGEST_REQUEST = 512 * 1024 * 1024
"""A backup is the largest thing that is sent here, and only where one is waited for (`panah.web.receiving`)."""
# what is sent and answered stays in memory: the server would spill it, readable, into temporary files otherwise
SERVER: dict[str, Any] = {
    "threads": 4,
    "ident": "",
    "clear_untrusted_proxy_headers": True,
    "max_request_body_size": LARGEST_REQUEST,
    "inbuf_overflow": LARGEST_REQUEST,
    "outbuf_overflow": LARGEST_REQUEST,
}


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
    """Answer until stopped, and seal at the end; after each sealing go on as a fresh process where the system can.

    Args:
        app: What `application` gave.
        port: The port; 0 takes a free one.
        ready: Called with the address once the pages can be asked for.

    Raises:
        OSError: The port is taken.
    """
    from django.conf import settings
    from waitress.server import create_server

    from panah.web.desk import the_desk
    from panah.web.receiving import Channel
    from panah.web.reminders.rounds import mail_round

    listening, counted, ended = Listening(port), UnderWay(app), threading.Event()
    # a browser sends cookies to every port of a machine: two registers open at once would throw each other out
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = f"panah-{listening.port}", f"panah-form-{listening.port}"
    server = create_server(counted, sockets=[listening.twin()], **SERVER)
    server.channel_class = Channel
    if can_renew:
        signal.signal(signal.SIGUSR1, end_serving)
    threading.Thread(target=_watch, args=(counted,), daemon=True).start()
    threading.Thread(target=_remind, args=(mail_round, ended), daemon=True).start()
    if not listening.inherited:
        ready(listening.address)
    try:
        server.run()
    finally:
        ended.set()
        server.close()
        the_desk().seal()
    if counted.to_renew:
        listening.renew()


def _watch(counted: UnderWay) -> None:
    """Seal when nobody has asked for long, or when `panah seal` left its mark; nothing else is done in this thread."""
    from panah.register import keyholder
    from panah.web.desk import the_desk

    desk = the_desk()
    while True:
        if (
            desk.spent.wait(_LOOK_EVERY_SECONDS)
            and can_renew
            and counted.end_when_quiet(lambda: not keyholder.is_open())
        ):
            return
        desk.spent.clear()
        # whatever fails in one look must not end the looking: nobody else seals an idle register
        with suppress(Exception):
            desk.seal_if_idle()


def _remind(mail_round: Callable[[], None], ended: threading.Event) -> None:
    """Mail reminders while it is open, in a thread of its own: a slow server of mail delays no sealing."""
    while not ended.wait(_MAIL_EVERY_SECONDS):
        with suppress(Exception):
            mail_round()


def _silence() -> None:
    """Let no logger write: a path, a form or a trace could carry a word of a case."""
    for name in ("django", "waitress", "waitress.queue"):
        logger = logging.getLogger(name)
        logger.handlers[:] = [logging.NullHandler()]
        logger.propagate = False
