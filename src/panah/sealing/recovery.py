"""The recovery key as people write it: eight groups of six digits, the same on every keyboard and over the telephone.

128 random bits; each group is 16 of them times eleven, so each group checks itself: one wrong digit, or two neighbours
exchanged, is found in the group where it happened.
"""

from __future__ import annotations

import os
import unicodedata

from panah.sealing.errors import MistypedError

SECRET_BYTES = 16
GROUPS = 8
_DIGITS = 6
_CHECK = 11


def new_secret() -> bytes:
    """Give the 16 random bytes of a new recovery key."""
    return os.urandom(SECRET_BYTES)


def written(secret: bytes) -> str:
    """Write a recovery key of 16 bytes for people: `123456-…`, eight groups."""
    parts = [int.from_bytes(secret[place : place + 2], "big") for place in range(0, SECRET_BYTES, 2)]
    return "-".join(f"{part * _CHECK:0{_DIGITS}d}" for part in parts)


def read(text: str) -> bytes:
    """Read a recovery key as somebody typed it; whatever stands between the digits does not matter.

    Raises:
        MistypedError: With the first group that does not check, 0 if there are not eight groups of six digits.
    """
    digits = "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign in "0123456789")
    if len(digits) != GROUPS * _DIGITS:
        raise MistypedError(0)
    secret = b""
    for group in range(GROUPS):
        number = int(digits[group * _DIGITS : (group + 1) * _DIGITS])
        if number % _CHECK or number // _CHECK > 0xFFFF:
            raise MistypedError(group + 1)
        secret += (number // _CHECK).to_bytes(2, "big")
    return secret
