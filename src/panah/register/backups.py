"""Backups: numbered sets in a folder, the database and the keys apart, so that the two may lie on two media.

    FOLDER/panah-backup-0007/register.db        a whole copy of the encrypted database
    KEYS/panah-backup-0007/ring.json, keys/     the ring and the case keys; KEYS is FOLDER unless told otherwise
    KEYS/panah-backup-0007/manifest.json        written last: a set without one is not whole

Old sets are removed, keys first. A case destroyed in the register loses its key in the sets beside the new one too.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import NamedTuple

from django.db import connection

from panah.register import keyholder
from panah.register.errors import RegisterError
from panah.register.models import Case
from panah.register.opening import CASE_KEYS, DATABASE, RING
from panah.register.sqlcipher.base import connect
from panah.sealing import casekeys, files
from panah.sealing.errors import SealingError

FORMAT = 1
MANIFEST = "manifest.json"
_NAME = "panah-backup-"
_DIGITS = 4


class Backup(NamedTuple):
    """A set that was written: its number, where, how many cases, and the numbers of the old sets removed.

    `unopened` has the slugs of cases whose key is missing or damaged; while there are any, no old set is removed, for
    one of them may hold the last good key.
    """

    number: int
    folder: Path
    cases: int
    removed: tuple[int, ...]
    unopened: tuple[str, ...]


class Manifest(NamedTuple):
    """What a whole set says of itself: SHA-256 by the name of its file, and the ids of keys destroyed since."""

    digests: dict[str, str]
    destroyed: tuple[str, ...]


def back_up(folder: Path, to: Path, keys_to: Path, keep: int) -> Backup:
    """Write a set of the open register, check it, then let older ones go.

    Args:
        folder: The folder of the register.
        to: Where the databases of the sets lie.
        keys_to: Where their keys lie; may be the same folder.
        keep: How many sets stay, the new one counted; at least 1.

    Raises:
        RegisterError: The register is not a file of this machine, or the copy does not check.
        OSError: Nothing can be written there.
    """
    if connection.vendor != "sqlite":
        raise RegisterError("no-file-to-copy")
    number = max(numbers(to) | numbers(keys_to), default=0) + 1
    database, keys = _set(to, number), _set(keys_to, number)
    files.make_folder(database)
    files.make_folder(keys / CASE_KEYS)
    # the database first: a case that comes in between has its key in the set, never the other way round
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(database / DATABASE)])
    cases = _check_database(database / DATABASE)
    written = {DATABASE: _sync(database / DATABASE)}
    destroyed = set(Case.objects.exclude(destroyed_at=None).values_list("key_id", flat=True))
    names = [RING, *(f"{CASE_KEYS}/{key_id}.key" for key_id in casekeys.ids(folder / CASE_KEYS))]
    for name in names:
        content = (folder / name).read_bytes()
        files.write_whole(keys / name, content)
        written[name] = hashlib.sha256(content).hexdigest()
    write_manifest(keys, Manifest(written, tuple(sorted(destroyed))))
    _forget_destroyed(keys_to, destroyed)
    unopened = tuple(case.slug for case in Case.objects.filter(destroyed_at=None) if not _opens(case))
    removed = () if unopened else _remove_old(to, keys_to, keep)
    return Backup(number, database, cases, removed, unopened)


def numbers(folder: Path) -> set[int]:
    """Give the numbers of the sets in a folder."""
    told = (path.name.removeprefix(_NAME) for path in folder.glob(_NAME + "*"))
    return {int(text) for text in told if text.isdigit()}


def read_manifest(keys: Path) -> Manifest:
    """Read what a set says of itself.

    Raises:
        RegisterError: The set is not whole: its manifest is missing or is none.
    """
    try:
        told = json.loads((keys / MANIFEST).read_bytes())
        if told["panah-backup"] == FORMAT:
            return Manifest(dict(told["files"]), tuple(told["destroyed"]))
    except (OSError, ValueError, KeyError, TypeError):
        pass
    raise RegisterError("no-backup")


def is_part(name: str) -> bool:
    """Whether a set may have a file of this name, its manifest apart; no other name is read or written."""
    folder, slash, file = name.partition("/")
    stem = file.removesuffix(".key")
    is_key = folder == CASE_KEYS and bool(slash) and file.endswith(".key") and set(stem) <= set("0123456789abcdef")
    return is_key or name in (DATABASE, RING)


def write_manifest(keys: Path, manifest: Manifest) -> None:
    """Write what a set says of itself."""
    told = {"panah-backup": FORMAT, "files": manifest.digests, "destroyed": list(manifest.destroyed)}
    files.write_whole(keys / MANIFEST, (json.dumps(told, indent=1) + "\n").encode())


def _check_database(path: Path) -> int:
    """Open a copy with the key of the register, check it page by page, and count its cases."""
    copy = connect(keyholder.database_key(), database=str(path), isolation_level=None)
    try:
        whole = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        cases: int = copy.execute("SELECT count(*) FROM register_case WHERE destroyed_at IS NULL").fetchone()[0]
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
    if not whole:
        raise RegisterError("damaged")
    return cases


def _opens(case: Case) -> bool:
    try:
        keyholder.case_key(case.key_id)
    except SealingError:
        return False
    return True


def _forget_destroyed(keys_to: Path, destroyed: set[str]) -> None:
    """Destroy the keys of destroyed cases in every set; only those destroyed on purpose, never those missing."""
    for number in numbers(keys_to):
        keys = _set(keys_to, number)
        for key_id in destroyed & set(casekeys.ids(keys / CASE_KEYS)):
            casekeys.destroy(keys / CASE_KEYS, key_id)
        try:
            manifest = read_manifest(keys)
        except RegisterError:
            continue
        gone = tuple(sorted(destroyed | set(manifest.destroyed)))
        if gone != manifest.destroyed:
            write_manifest(keys, manifest._replace(destroyed=gone))


def _remove_old(to: Path, keys_to: Path, keep: int) -> tuple[int, ...]:
    old = sorted(numbers(to) | numbers(keys_to))[: -max(keep, 1)]
    for number in old:
        keys = _set(keys_to, number)
        for key_id in casekeys.ids(keys / CASE_KEYS):
            casekeys.destroy(keys / CASE_KEYS, key_id)
        files.destroy(keys / RING)
        for path in {keys, _set(to, number)}:
            shutil.rmtree(path, ignore_errors=True)
    return tuple(old)


def _set(folder: Path, number: int) -> Path:
    return folder / f"{_NAME}{number:0{_DIGITS}d}"


def _sync(path: Path) -> str:
    """Make a file durable and give its SHA-256."""
    content = path.read_bytes()
    files.write_whole(path, content)
    return hashlib.sha256(content).hexdigest()
