"""From a passphrase to a key: Argon2id, once when the register is opened.

The cost is written beside the salt, so that it can rise later without closing old registers.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from argon2.low_level import Type, hash_secret_raw

from panah.sealing.boxes import KEY_BYTES

SALT_BYTES = 16


class Cost(NamedTuple):
    """What one guess costs: memory in KiB, passes over it, lanes that run side by side."""

    memory_kib: int
    passes: int
    lanes: int


#: About a second on a laptop, and a quarter of a GiB for every guess of an attacker.
USUAL = Cost(memory_kib=262_144, passes=3, lanes=2)
#: A file of a stranger may not ask for more memory or time than this: a small laptop bears it, some ten seconds long.
HIGHEST = Cost(memory_kib=1_048_576, passes=8, lanes=8)


def key_of(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Derive the key (32 bytes) that a passphrase stands for.

    The passphrase is taken in one Unicode form (NFKC) and without spaces at its ends, so that й typed on another
    machine is the same й.
    """
    plain = unicodedata.normalize("NFKC", passphrase).strip().encode()
    return hash_secret_raw(plain, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)
