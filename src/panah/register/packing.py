"""A backup as one file to carry: the set of `panah.register.backups` in a ZIP archive, stored as it is.

What is in it is encrypted already, and does not shrink. An archive from elsewhere gives only what a set may have, in
the places where a set has it.
"""

from __future__ import annotations

import io
import shutil
import zipfile
from datetime import datetime
from pathlib import Path

from panah.register.backups import MANIFEST, back_up, is_part
from panah.register.errors import RegisterError
from panah.sealing import files

_PACKING, _RECEIVED = "packing", "received"
_MOST_PARTS = 100_000


def pack(folder: Path, at: datetime) -> bytes:
    """Write a set of the open register and give it as one file; nothing of it is left in the folder.

    Raises:
        RegisterError: As `panah.register.backups.back_up`.
        OSError: There is no room.
    """
    beside = folder / _PACKING
    shutil.rmtree(beside, ignore_errors=True)
    try:
        written = back_up(folder, beside, beside, 1).folder
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
            for path in sorted(path for path in written.rglob("*") if path.is_file()):
                entry = zipfile.ZipInfo(path.relative_to(written).as_posix(), at.timetuple()[:6])
                archive.writestr(entry, path.read_bytes())
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return packed.getvalue()


def unpack(content: bytes, folder: Path) -> Path:
    """Lay out a packed set beside the place of a register; gives its folder, to be removed with `forget`.

    Raises:
        RegisterError: It is no packed set.
    """
    to = forget(folder)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or not all(_is_stored(part) for part in parts):
                raise RegisterError("no-backup")
            for part in parts:
                path = to / part.filename
                files.make_folder(path.parent)
                files.write_whole(path, archive.read(part))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError):
        raise RegisterError("no-backup") from None
    return to


def forget(folder: Path) -> Path:
    """Remove what was laid out; gives where it lay."""
    to = folder / _RECEIVED
    shutil.rmtree(to, ignore_errors=True)
    return to


def _is_stored(part: zipfile.ZipInfo) -> bool:
    """Whether a part is one of a set, no larger than it looks."""
    stored = part.compress_type == zipfile.ZIP_STORED and part.file_size == part.compress_size
    return stored and (part.filename == MANIFEST or is_part(part.filename))
