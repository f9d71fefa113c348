"""Files that are whole or not there: written beside, made durable, put in place. And files that are to be gone."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_OWNER_ONLY = 0o600
_OWNER_FOLDER = 0o700


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, that only their owner may enter."""
    for each in (*reversed(folder.parents), folder):
        if not each.exists():
            each.mkdir(mode=_OWNER_FOLDER, exist_ok=True)


def make_new_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter; raises `FileExistsError` where there is one."""
    folder.mkdir(mode=_OWNER_FOLDER)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that after a crash the old content or the new is there, never a part. Only its owner may read it.

    Raises:
        OSError: It cannot be written; then the old content is untouched.
    """
    beside = path.with_name(path.name + ".new")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), _OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync_folder(path.parent)


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read, for a library to write into; nothing happens if it is there."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, _OWNER_ONLY))


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows does so by itself and has no call for it."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def destroy(path: Path) -> None:
    """Overwrite a file once with random bytes and remove it; nothing happens if it is not there.

    A drive that writes elsewhere (SSD, journals, snapshots) may keep the old bytes; what is destroyed so is therefore
    never a plain key, only one that another key wraps.
    """
    if not path.exists():
        return
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.write(os.urandom(size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
    sync_folder(path.parent)
