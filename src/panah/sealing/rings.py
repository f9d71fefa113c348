"""The ring: the root key of a register, wrapped by the passphrase and by the recovery key, as one small text file.

    passphrase ──Argon2id──┐
                           ├─ wraps ─ root ──HKDF── database key, key of sessions …
    recovery key ──HKDF────┘            └── wraps the key of every case (`panah.sealing.casekeys`)

Pure: bytes in, bytes out. While the root is being changed the ring holds the one before, sealed by the new one, until
everything was wrapped anew; a crash in between is finished at the next opening.
"""

from __future__ import annotations

import json
import os
from typing import NamedTuple

from panah.sealing import recovery
from panah.sealing.boxes import derive, new_key, seal, unseal
from panah.sealing.errors import DamagedError, WrongKeyError
from panah.sealing.passphrases import HIGHEST, SALT_BYTES, USUAL, Cost, key_of

FORMAT = 1
_BY_PASSPHRASE = ("ring", "passphrase")
_BY_RECOVERY = ("ring", "recovery")
_PREVIOUS = ("ring", "previous root")


class Ring(NamedTuple):
    """What the file of a ring holds; nothing of it opens anything without a passphrase or a recovery key."""

    cost: Cost
    salt: bytes
    by_passphrase: bytes
    by_recovery: bytes
    previous: bytes | None = None


def new_ring(passphrase: str, cost: Cost = USUAL) -> tuple[Ring, bytes, str]:
    """Make a root and its ring.

    Returns:
        The ring, the root key (32 bytes), and the recovery key as it is to be written down.
    """
    root, secret, salt = new_key(), recovery.new_secret(), os.urandom(SALT_BYTES)
    ring = Ring(cost, salt, _wrap(root, passphrase, salt, cost), _wrap_for_recovery(root, secret))
    return ring, root, recovery.written(secret)


def open_with_passphrase(ring: Ring, passphrase: str) -> bytes:
    """Give the root key.

    Raises:
        WrongKeyError: It is not the passphrase, or the ring was altered.
    """
    return _open(key_of(passphrase, ring.salt, ring.cost), ring.by_passphrase, _BY_PASSPHRASE)


def open_with_recovery(ring: Ring, typed: str) -> bytes:
    """Give the root key.

    Raises:
        MistypedError: The key is not written as one.
        WrongKeyError: It is written well but is not the key of this ring.
    """
    return _open(derive(recovery.read(typed), "recovery"), ring.by_recovery, _BY_RECOVERY)


def with_passphrase(ring: Ring, root: bytes, passphrase: str, cost: Cost = USUAL) -> Ring:
    """Give the ring with another passphrase; the old one opens only older copies of the file."""
    salt = os.urandom(SALT_BYTES)
    return ring._replace(cost=cost, salt=salt, by_passphrase=_wrap(root, passphrase, salt, cost))


def with_recovery(ring: Ring, root: bytes) -> tuple[Ring, str]:
    """Give the ring with a new recovery key, and that key as it is to be written down."""
    secret = recovery.new_secret()
    return ring._replace(by_recovery=_wrap_for_recovery(root, secret)), recovery.written(secret)


def with_new_root(root: bytes, passphrase: str, cost: Cost = USUAL) -> tuple[Ring, bytes, str]:
    """Begin to change the root: a new ring, root and recovery key, the old root sealed inside (see `previous_root`)."""
    ring, new_root, written = new_ring(passphrase, cost)
    return ring._replace(previous=seal(derive(new_root, "previous"), root, _PREVIOUS)), new_root, written


def previous_root(ring: Ring, root: bytes) -> bytes | None:
    """Give the root before this one, while the change is not finished."""
    return None if ring.previous is None else unseal(derive(root, "previous"), ring.previous, _PREVIOUS)


def write_ring(ring: Ring) -> bytes:
    """Write a ring as the text of its file."""
    told: dict[str, object] = {"panah-ring": FORMAT, "argon2id": ring.cost._asdict()}
    boxes = ring._asdict()
    told |= {name: boxes[name].hex() for name in Ring._fields[1:] if boxes[name] is not None}
    return (json.dumps(told, indent=1) + "\n").encode()


def read_ring(content: bytes) -> Ring:
    """Read the file of a ring.

    Raises:
        DamagedError: It is not one, or asks for more memory or time than any ring may.
    """
    try:
        told = json.loads(content)
        known = told["panah-ring"] == FORMAT
        cost = Cost(**{name: int(told["argon2id"][name]) for name in Cost._fields})
        salt, by_passphrase, by_recovery = (bytes.fromhex(told[name]) for name in Ring._fields[1:4])
        previous = bytes.fromhex(told["previous"]) if "previous" in told else None
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise DamagedError("not a ring") from None
    sane = all(1 <= asked <= highest for asked, highest in zip(cost, HIGHEST, strict=True))
    if not known or not sane or len(salt) != SALT_BYTES:
        raise DamagedError("not a ring of format 1")
    return Ring(cost, salt, by_passphrase, by_recovery, previous)


def _wrap(root: bytes, passphrase: str, salt: bytes, cost: Cost) -> bytes:
    return seal(key_of(passphrase, salt, cost), root, _BY_PASSPHRASE)


def _wrap_for_recovery(root: bytes, secret: bytes) -> bytes:
    return seal(derive(secret, "recovery"), root, _BY_RECOVERY)


def _open(key: bytes, box: bytes, place: tuple[str, ...]) -> bytes:
    try:
        return unseal(key, box, place)
    except DamagedError:
        raise WrongKeyError("the root does not open") from None
