"""Mail with neutral text: numbers of deadlines, aliases of cases, days.

No name, no act, no rule, nor the name of the machine.
"""

from __future__ import annotations

import smtplib
import socket
import ssl
import threading
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from typing import TYPE_CHECKING, Any, TypeAlias

from panah.dates import amount
from panah.sealing.errors import SealingError
from panah.texts import say
from panah.watch.models import Security

if TYPE_CHECKING:
    from panah.watch.models import Ways

_SECONDS = 20
_SECONDS_IN_ALL = 60
_THIS_MACHINE = ("127.0.0.1", "::1", "localhost")
_NOWHERE = "panah.invalid"
_Reply: TypeAlias = "tuple[int, bytes]"


class MailError(Exception):
    """A mail did not go out; `code` says why (`watch.fault-<code>` of the locale), without a word of the server's."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


class _Server(smtplib.SMTP):
    """A server that is left once it has taken too long in all: one that sends a sign now and then holds us for ever."""

    _left = False
    _limit: threading.Timer | None = None

    def connect(self, host: str = "localhost", port: int = 0, source_address: Any = None) -> _Reply:  # noqa: ANN401  (as smtplib has it)
        """Connect, and count the time from here on."""
        self._limit = threading.Timer(_SECONDS_IN_ALL, self._leave)
        self._limit.daemon = True
        self._limit.start()
        try:
            return super().connect(host, port, source_address)
        except BaseException:
            self.close()
            raise

    def getreply(self) -> _Reply:
        """Wait for an answer; raises `TimeoutError` once the server was left."""
        try:
            if not self._left:
                return super().getreply()
        except OSError:
            if not self._left:
                raise
        raise TimeoutError

    def close(self) -> None:
        """Close, and count no more."""
        if self._limit is not None:
            self._limit.cancel()
        super().close()

    def _leave(self) -> None:
        self._left = True
        if self.sock is not None:
            # below TLS, whose own way of shutting down changes what the thread that reads holds in its hands
            with suppress(OSError):
                socket.socket.shutdown(self.sock, socket.SHUT_RDWR)


class _TlsServer(_Server, smtplib.SMTP_SSL):
    """The same, encrypted from the first word."""


def message(lines: Sequence[str], ways: Ways, at: datetime) -> EmailMessage:
    """Write one mail with all that is to be reminded of; `lines` are neutral."""
    lang = ways.lang
    mail = EmailMessage()
    mail["Subject"] = say(lang, "watch.mail-subject", reminders=amount(len(lines), "reminders", lang))
    mail["From"] = ways.mail_from or ways.mail_user or ways.mail_to
    mail["To"] = ways.mail_to
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = make_msgid(domain=_NOWHERE)
    mail.set_content("\n".join([*lines, "", say(lang, "watch.mail-more"), ""]))
    return mail


def post(mail: EmailMessage, ways: Ways) -> None:
    """Hand a mail to the server.

    Raises:
        MailError: It did not go out.
    """
    host, port = ways.mail_host, ways.mail_port
    if ways.mail_security == Security.PLAIN and host not in _THIS_MACHINE:
        raise MailError("plain-elsewhere")
    try:
        with closing(_server(host, port, ways.mail_security)) as server:
            if ways.mail_security == Security.STARTTLS:
                server.starttls(context=ssl.create_default_context())
            if ways.mail_user:
                server.login(ways.mail_user, ways.mail_password)
            server.send_message(mail)
            # it is taken by now: what goes wrong with a farewell must not send it again in the next round
            with suppress(OSError):
                server.quit()
    except SealingError:
        raise MailError("no-password") from None
    except smtplib.SMTPAuthenticationError:
        raise MailError("refused-login") from None
    except ssl.SSLError:
        raise MailError("certificate") from None
    except smtplib.SMTPException:
        raise MailError("refused") from None
    except OSError:
        raise MailError("not-reached") from None


def _server(host: str, port: int, security: str) -> _Server:
    # the machine's own name would be told in the greeting otherwise
    if security == Security.TLS:
        context = ssl.create_default_context()
        return _TlsServer(host, port, local_hostname="localhost", timeout=_SECONDS, context=context)
    return _Server(host, port, local_hostname="localhost", timeout=_SECONDS)
