"""How much is read of what is sent here, decided by the head of a request, before the rest is in memory.

A form of another page is never read beyond what the page that refuses it needs; a whole backup only while there is no
register yet.
"""

from __future__ import annotations

import copy
from typing import Any
from urllib.parse import urlsplit

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser

from panah.register import keyholder, opening
from panah.web.desk import the_desk
from panah.web.serving import LARGEST_REQUEST

WHILE_OPEN = 64 * 1024 * 1024
"""Case files and forms, many at once."""
SMALL = 1024 * 1024
"""More than any passphrase; what is larger is refused by the server itself."""
_OWN_HOSTS = ("127.0.0.1", "localhost")


class Reading(HTTPRequestParser):  # type: ignore[misc]  # (the server carries no types)
    """Reads one request, up to what its head lets expect."""

    adj: Any

    def parse_header(self, header_plus: bytes) -> None:
        """Read the head; the limit of this one request follows from it."""
        super().parse_header(header_plus)
        self.adj = copy.copy(self.adj)
        self.adj.max_request_body_size = largest(self.path, self.headers)


class Channel(HTTPChannel):  # type: ignore[misc]
    """One connection, its requests read by `Reading`."""

    parser_class = Reading


def largest(path: str, heads: dict[str, Any]) -> int:
    """Give how many bytes a request for a path may bring; its heads are named as the server names them (`ORIGIN`)."""
    if not _is_from_here(heads):
        return SMALL
    if keyholder.is_open():
        return WHILE_OPEN
    return LARGEST_REQUEST if path == "/restore" and not opening.exists(the_desk().folder) else SMALL


def _is_from_here(heads: dict[str, Any]) -> bool:
    """Whether a page of ours sends it, or a program that is no browser; a browser says whose page it is."""
    host = heads.get("HOST", "")
    ours = urlsplit(f"//{host}").hostname in _OWN_HOSTS
    site = heads.get("SEC_FETCH_SITE", "same-origin")
    return ours and heads.get("ORIGIN", f"http://{host}") == f"http://{host}" and site in ("same-origin", "none")
