"""Restoring a register from a set of a backup: everything is checked and copied before anything is put in place."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from panah.register import actions, leftovers, opening
from panah.register.backups import unopened_cases
from panah.register.errors import RegisterError
from panah.register.manifests import Manifest, is_ours, key_of, read_manifest
from panah.register.models import Case
from panah.register.opening import CASE_KEYS, DATABASE, RING
from panah.register.sqlcipher.base import WrongDatabaseKeyError, connect
from panah.sealing import boxes, files, rings


class Restored(NamedTuple):
    """What became of the cases of a restored register.

    Attributes:
        without: Slugs of cases that were destroyed after the backup, and are destroyed again.
        unopened: Slugs of cases whose key the set has not, or not whole.
        is_altered: This register did not write what the set says of itself: no case was destroyed by it.
    """

    without: tuple[str, ...]
    unopened: tuple[str, ...]
    is_altered: bool


def check(database: Path, keys: Path) -> Manifest:
    """Check that a set is whole: every file that its manifest names is there, as it was written.

    Args:
        database: The set's folder with the database.
        keys: The set's folder with the keys; may be the same.

    Raises:
        RegisterError: It is no set, or a file is missing or was altered.
    """
    manifest = read_manifest(keys)
    for name in manifest.digests:
        _read(database, keys, manifest, name)
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
        RegisterError: The database of the set does not open with the root, or the set is not what it was at `check`.
    """
    copy = leftovers.clear(folder, leftovers.COPY)
    files.make_folder(copy / CASE_KEYS)
    try:
        for name in manifest.digests:
            content = _read(database, keys, manifest, name)
            if content is not None:
                files.write_whole(copy / name, content)
        ring = rings.read_ring((copy / RING).read_bytes())
        _must_open(copy, [root, *filter(None, [rings.previous_root(ring, root)])])
    except BaseException:
        leftovers.clear(folder, leftovers.COPY)
        raise
    aside = opening.put_aside(folder)
    # the ring last: until it is there, there is no register, and restoring begins anew
    for name in (CASE_KEYS, DATABASE, RING):
        (copy / name).replace(folder / name)
    files.sync_folder(folder)
    copy.rmdir()
    return aside


def forget_destroyed(manifest: Manifest, at: datetime) -> Restored:
    """Destroy, in the restored and open register, the cases that were destroyed after the backup.

    Only what the register itself wrote is believed: a medium that was in other hands must not destroy a case.
    """
    ours, told = is_ours(manifest), []
    for case in Case.objects.filter(destroyed_at=None, key_id__in=manifest.destroyed if ours else ()):
        actions.destroy_case(case, opening.owner(), at)
        told.append(case.slug)
    is_altered = not ours and bool(manifest.seal or manifest.destroyed)
    return Restored(tuple(told), unopened_cases(), is_altered)


def _read(database: Path, keys: Path, manifest: Manifest, name: str) -> bytes | None:
    """Read a file of a set as it was written; None for a key that is not there because its case was destroyed since."""
    path = (database if name == DATABASE else keys) / name
    if key_of(name) in manifest.destroyed and not path.exists():
        return None
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != manifest.digests[name]:
        raise RegisterError("backup-damaged", file=name)
    return content


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
