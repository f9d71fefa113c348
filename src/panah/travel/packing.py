"""One HTML file around the sealed bytes: its words, its style and its few lines of script, allowed by their digests."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

from panah.sealing import travelling
from panah.texts import say

_SIZES = 16_384
"""Contents are filled up to a multiple of this, so that the size of the file does not tell how much is in it."""


class TravelFile(NamedTuple):
    """The file, and the passphrase that opens it, which stands nowhere in it."""

    html: bytes
    passphrase: str


def pack(content: dict[str, object], lang: str, rounds: int = travelling.ROUNDS) -> TravelFile:
    """Seal what a travel file tells (`panah.travel.telling.content`) under a new passphrase."""
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    plain += b" " * (-len(plain) % _SIZES)
    passphrase = travelling.new_passphrase()
    sealed = travelling.seal(plain, passphrase, rounds)
    told = {
        "salt": _text(sealed.salt),
        "nonce": _text(sealed.nonce),
        "box": _text(sealed.box),
        "rounds": sealed.rounds,
        "bound": travelling.BOUND.decode(),
        "words": {key: say(lang, f"travel.{key}") for key in ("wrong", "cannot", "opening")},
    }
    script, style = _part("open.js"), _part("page.css")
    words = {key: say(lang, f"travel.{key}") for key in ("ask", "open", "hide", "hint")}
    values = {
        "lang": lang,
        **words,
        "script": script,
        "style": style,
        "script-digest": _digest(script),
        "style-digest": _digest(style),
        "sealed": json.dumps(told, ensure_ascii=False).replace("<", "\\u003c"),
    }
    html = _part("page.html")
    for name, value in values.items():
        html = html.replace(f"[[{name}]]", value)
    return TravelFile(html.encode(), passphrase)


def _part(name: str) -> str:
    return files("panah.travel").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + _text(sha256(text.encode()).digest())


def _text(content: bytes) -> str:
    return b64encode(content).decode()
