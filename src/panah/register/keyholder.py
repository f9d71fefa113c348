"""The keys of an open register, held by this process only while it is open.

One process holds one register. Python cannot wipe bytes from memory for certain; ending the process does.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from panah.register.errors import RegisterSealedError
from panah.sealing import boxes, casekeys
from panah.sealing.errors import SealingError


class Keys(NamedTuple):
    """The root, the folder of the case keys, and the case keys read so far."""

    root: bytes
    folder: Path
    read: dict[str, bytes]


_held: list[Keys] = []


def hold(root: bytes, folder: Path) -> None:
    """Begin to hold the root of a register, and the folder of its case keys."""
    _held[:] = [Keys(root, folder, {})]


def drop() -> None:
    """Hold nothing any more."""
    _held.clear()


def is_open() -> bool:
    """Whether keys are held."""
    return bool(_held)


def database_key() -> bytes:
    """Give the raw key of the database, 32 bytes.

    Raises:
        RegisterSealedError: No keys are held.
    """
    return derived_key("database")


def derived_key(purpose: str) -> bytes:
    """Derive a key for one purpose (such as the signing of sessions) from the root; raises as `database_key` does."""
    return boxes.derive(_keys().root, purpose)


def case_key(key_id: str) -> bytes:
    """Give the key of a case.

    Raises:
        RegisterSealedError: No keys are held.
        panah.sealing.errors.KeyGoneError: It was destroyed.
    """
    keys = _keys()
    key = keys.read.get(key_id)
    if key is None:
        key = keys.read[key_id] = casekeys.read(keys.folder, keys.root, key_id)
    return key


def opens(key_id: str) -> bool:
    """Whether the key of a case is there and whole."""
    try:
        case_key(key_id)
    except SealingError:
        return False
    return True


def new_case_key() -> str:
    """Make a case key, kept before it is used, and give its id."""
    keys = _keys()
    key_id, keys.read[key_id] = casekeys.create(keys.folder, keys.root)
    return key_id


def destroy_case_key(key_id: str) -> None:
    """Destroy the key of a case, and so all that was sealed by it."""
    keys = _keys()
    keys.read.pop(key_id, None)
    casekeys.destroy(keys.folder, key_id)


def _keys() -> Keys:
    if not _held:
        raise RegisterSealedError
    return _held[0]
