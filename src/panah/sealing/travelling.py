"""Bytes sealed by a passphrase for one file that a browser opens by itself: what WebCrypto has, and nothing else.

PBKDF2-HMAC-SHA256 and AES-256-GCM. Argon2id is better against guessing and no browser has it; so nothing is left to
guess: the passphrase is made here, of a hundred random bits.
"""

from __future__ import annotations

import os
from hashlib import pbkdf2_hmac
from typing import NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

ROUNDS = 600_000
BOUND = b"panah travel 1"
"""What is authenticated with every file of this form."""
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Thirty-two that are not taken for each other on a phone."""
_GROUPS, _IN_GROUP = 5, 4
_SALT_BYTES, _NONCE_BYTES = 16, 12


class Sealed(NamedTuple):
    """What a browser needs beside the passphrase; none of it is secret."""

    salt: bytes
    nonce: bytes
    box: bytes
    rounds: int


def new_passphrase() -> str:
    """Give a passphrase of a hundred random bits: five groups of four signs, ``7KQM-…``."""
    signs = [_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(_GROUPS * _IN_GROUP)]
    groups = ["".join(signs[place : place + _IN_GROUP]) for place in range(0, len(signs), _IN_GROUP)]
    return "-".join(groups)


def seal(plain: bytes, passphrase: str, rounds: int = ROUNDS) -> Sealed:
    """Seal bytes by a passphrase; how its letters are written and what stands between them does not matter."""
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    return Sealed(salt, nonce, AESGCM(_key(passphrase, salt, rounds)).encrypt(nonce, plain, BOUND), rounds)


def _key(passphrase: str, salt: bytes, rounds: int) -> bytes:
    signs = "".join(sign for sign in passphrase.upper() if sign in _LETTERS)
    return pbkdf2_hmac("sha256", signs.encode(), salt, rounds)
