"""Sealed bytes: AES-256-GCM, bound to the place where they stand.

A box is `1 | nonce (12) | ciphertext and tag`. The nonce is random; a key seals far fewer boxes than the 2**32 at which
that would matter. The place (which case, table, row, version) is authenticated, not stored: a box put in another's
place, or an old one put back under a new version, does not open.
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from panah.sealing.errors import DamagedError

KEY_BYTES = 32
_FORMAT = b"\x01"
_NONCE_BYTES = 12
_TAG_BYTES = 16


def new_key() -> bytes:
    """Give 32 random bytes of the system."""
    return os.urandom(KEY_BYTES)


def derive(key: bytes, purpose: str) -> bytes:
    """Derive a key of 32 bytes for one purpose (HKDF-SHA256); other purposes tell nothing about each other."""
    return HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=b"panah/1/" + purpose.encode()).derive(key)


def seal(key: bytes, plain: bytes, place: tuple[str, ...]) -> bytes:
    """Seal bytes for a place.

    Args:
        key: 32 bytes.
        plain: What is to be hidden, of any length.
        place: Words that say where the box will stand; the same are needed to open it.
    """
    nonce = os.urandom(_NONCE_BYTES)
    return _FORMAT + nonce + AESGCM(key).encrypt(nonce, plain, _bound(place))


def unseal(key: bytes, box: bytes | memoryview, place: tuple[str, ...]) -> bytes:
    """Open what was sealed for a place.

    Raises:
        DamagedError: Another key, another place, or altered bytes; which of them cannot be told.
    """
    box = bytes(box)
    if box[:1] != _FORMAT or len(box) < 1 + _NONCE_BYTES + _TAG_BYTES:
        raise DamagedError("not a sealed box of format 1")
    nonce, sealed = box[1 : 1 + _NONCE_BYTES], box[1 + _NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, sealed, _bound(place))
    except InvalidTag:
        raise DamagedError("a sealed box does not open with this key in this place") from None


def _bound(place: tuple[str, ...]) -> bytes:
    """Write the words of a place so that no two places are written alike."""
    told = [word.encode() for word in place]
    return _FORMAT + b"".join(len(word).to_bytes(4, "big") + word for word in told)
