"""Restoring a register from a set of a backup: everything is checked and copied before anything is put in place."""

from __future__ import annotations

import hashlib
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

from panah.register import actions, opening
from panah.register.backups import Manifest, is_part, read_manifest
from panah.register.errors import RegisterError
from panah.register.models import Case
from panah.register.opening import CASE_KEYS, DATABASE, RING
from panah.register.sqlcipher.base import WrongDatabaseKeyError, connect
from panah.sealing import boxes, files, rings

_COPY = "restoring"


def check(database: Path, keys: Path) -> Manifest:
    """Check that a set is whole: every file that its manifest names is there, as it was written.

    Args:
        database: The set's folder with the database.
        keys: The set's folder with the keys; may be the same.

    Raises:
        RegisterError: It is no set, or a file is missing or was altered.
    """
    manifest = read_manifest(keys)
    for name, digest in manifest.digests.items():
        if Path(name).stem in manifest.destroyed and name.startswith(CASE_KEYS + "/"):
            continue
        if not is_part(name):
            raise RegisterError("no-backup")
        path = (database if name == DATABASE else keys) / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise RegisterError("backup-damaged", file=name)
    return manifest


def put_in_place(folder: Path, database: Path, keys: Path, manifest: Manifest, root: bytes) -> str | None:
    """Put a checked set in the place of a register; one that is there is put aside, not removed.

    Args:
        folder: The folder of the register.
        database: The set's folder with the database.
        keys: The set's folder with the keys.
        manifest: What `check` gave.
        root: The root that the set's ring gave.

    Returns:
        The name of the folder in which the register before lies now, None if there was none.

    Raises:
        RegisterError: The database of the set does not open with the root.
    """
    copy = folder / _COPY
    shutil.rmtree(copy, ignore_errors=True)
    files.make_folder(copy / CASE_KEYS)
    for name in manifest.digests:
        source = (database if name == DATABASE else keys) / name
        if source.exists():
            files.write_whole(copy / name, source.read_bytes())
    ring = rings.read_ring((copy / RING).read_bytes())
    roots = [root, *filter(None, [rings.previous_root(ring, root)])]
    _must_open(copy, roots)
    aside = opening.put_aside(folder)
    # the ring last: until it is there, there is no register, and restoring begins anew
    for name in (CASE_KEYS, DATABASE, RING):
        (copy / name).replace(folder / name)
    files.sync_folder(folder)
    copy.rmdir()
    return aside


def forget_destroyed(manifest: Manifest, at: datetime) -> list[str]:
    """Destroy, in the restored and open register, the cases that were destroyed after the backup; gives their slugs."""
    told: list[str] = []
    for case in Case.objects.filter(destroyed_at=None, key_id__in=manifest.destroyed):
        actions.destroy_case(case, opening.owner(), at)
        told.append(case.slug)
    return told


def _must_open(copy: Path, roots: list[bytes]) -> None:
    """Refuse a set whose database opens with none of the roots its ring holds, or is not whole."""
    connection = _connected(copy / DATABASE, roots)
    try:
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise RegisterError("damaged")
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()


def _connected(path: Path, roots: list[bytes]) -> Any:  # noqa: ANN401  (the driver carries no types)
    for root in roots:
        try:
            return connect(boxes.derive(root, "database"), database=str(path), isolation_level=None)
        except WrongDatabaseKeyError:
            continue
    raise RegisterError("backup-damaged", file=DATABASE)
