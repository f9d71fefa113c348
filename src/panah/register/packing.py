"""A backup as one file to carry: the set of `panah.register.backups` in a ZIP archive, stored as it is.

What is in it is encrypted already, and does not shrink. An archive from elsewhere gives only what a set may have, in
the places where a set has it.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

from panah.register import leftovers
from panah.register.backups import back_up
from panah.register.errors import RegisterError
from panah.register.manifests import MANIFEST, is_part, read_manifest
from panah.sealing import files

_MOST_PARTS = 100_000
_ENCRYPTED = 1
"""The flag of a part that the archive itself hides by a password."""


def pack(folder: Path, at: datetime) -> bytes:
    """Write a set of the open register and give it as one file; nothing of it is left in the folder.

    Raises:
        RegisterError: As `panah.register.backups.back_up`.
        OSError: There is no room.
    """
    beside = leftovers.clear(folder, leftovers.PACKING)
    try:
        written = back_up(folder, beside, beside, 1).folder
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
            # by what the set says it has: if a part is gone, the archive would look whole and not be
            for name in sorted([MANIFEST, *read_manifest(written).digests]):
                archive.writestr(zipfile.ZipInfo(name, at.timetuple()[:6]), (written / name).read_bytes())
    finally:
        leftovers.clear(folder, leftovers.PACKING)
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
            # parts may lie over each other: then a small archive would be laid out as a large one
            claimed = sum(part.file_size for part in parts)
            if len(parts) > _MOST_PARTS or claimed > len(content) or not all(_is_stored(part) for part in parts):
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
    return leftovers.clear(folder, leftovers.RECEIVED)


def _is_stored(part: zipfile.ZipInfo) -> bool:
    """Whether a part is one of a set, as it is, no larger than it looks."""
    plain = part.compress_type == zipfile.ZIP_STORED and not part.flag_bits & _ENCRYPTED
    return plain and part.file_size == part.compress_size and (part.filename == MANIFEST or is_part(part.filename))
