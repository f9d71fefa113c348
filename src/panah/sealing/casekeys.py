"""The store of case keys: a folder with one small file per case, each key wrapped by the root.

Apart from the database on purpose: what the database and its copies hold of a case opens only with the case's key, so
destroying one file here destroys the case, in every copy of the database there is. A file is named by the random id of
its key and says nothing of the case.
"""

from __future__ import annotations

import os
from pathlib import Path

from panah.sealing import files
from panah.sealing.boxes import new_key, seal, unseal
from panah.sealing.errors import DamagedError, KeyGoneError

ENDING = ".key"
_ID_BYTES = 16


def create(folder: Path, root: bytes) -> tuple[str, bytes]:
    """Make a case key and keep it, durably, before anything is sealed with it.

    Returns:
        Its id (32 hexadecimal digits) and the key (32 bytes).
    """
    key_id, key = os.urandom(_ID_BYTES).hex(), new_key()
    files.make_folder(folder)
    files.write_whole(_path(folder, key_id), seal(root, key, _place(key_id)))
    return key_id, key


def read(folder: Path, root: bytes, key_id: str) -> bytes:
    """Give a case key.

    Raises:
        KeyGoneError: It is not in the store.
        DamagedError: It does not open with this root.
    """
    try:
        box = _path(folder, key_id).read_bytes()
    except FileNotFoundError:
        raise KeyGoneError(f"no key {key_id}") from None
    return unseal(root, box, _place(key_id))


def destroy(folder: Path, key_id: str) -> None:
    """Destroy a case key, and with it all that was sealed by it."""
    files.destroy(_path(folder, key_id))


def ids(folder: Path) -> list[str]:
    """List the ids of the keys in the store, sorted."""
    return sorted(path.stem for path in folder.glob("*" + ENDING) if is_id(path.stem))


def is_id(word: str) -> bool:
    """Whether a word is written as the id of a key."""
    return len(word) == 2 * _ID_BYTES and set(word) <= set("0123456789abcdef")


def wrap_anew(folder: Path, old_root: bytes, new_root: bytes) -> None:
    """Wrap every key by another root. May be begun again after a crash: keys wrapped anew already are left alone.

    Raises:
        DamagedError: A key opens with neither.
    """
    for key_id in ids(folder):
        path, place = _path(folder, key_id), _place(key_id)
        box = path.read_bytes()
        try:
            unseal(new_root, box, place)
        except DamagedError:
            files.write_whole(path, seal(new_root, unseal(old_root, box, place), place))


def _path(folder: Path, key_id: str) -> Path:
    if not is_id(key_id):
        raise KeyGoneError("not the id of a key")
    return folder / (key_id + ENDING)


def _place(key_id: str) -> tuple[str, ...]:
    return "case key", key_id
