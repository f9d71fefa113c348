"""Backups: numbered sets in a folder, the database and the keys apart, so that the two may lie on two media.

    FOLDER/panah-backup-0007/register.db        a whole copy of the encrypted database
    KEYS/panah-backup-0007/ring.json, keys/     the ring and the case keys; KEYS is FOLDER unless told otherwise
    KEYS/panah-backup-0007/manifest.json        written last: a set without one is not whole

A set belongs to the register whose key of the practice is among its keys. Only such sets are removed when they are old,
keys first; those of other registers may lie in the same folder. A case destroyed in the register loses its key in the
sets beside the new one too.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import NamedTuple

from django.db import connection

from panah.register import keyholder, leftovers
from panah.register.errors import RegisterError
from panah.register.manifests import Manifest, is_ours, key_of, read_manifest, sealed, write_manifest
from panah.register.models import Case
from panah.register.opening import CASE_KEYS, DATABASE, RING
from panah.register.practice import own_key_id
from panah.register.sqlcipher.base import connect
from panah.sealing import casekeys, files

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
    own = own_key_id()
    number = _new_set(to, keys_to)
    database, keys = _set(to, number), _set(keys_to, number)
    files.make_folder(keys / CASE_KEYS)
    # the database first: a case that comes in between has its key in the set, never the other way round
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(database / DATABASE)])
    cases = _check_database(database / DATABASE)
    written = {DATABASE: _sync(database / DATABASE)}
    destroyed = leftovers.destroyed()
    # the key by which the set is known first: also one that is broken off here is removed when it is old
    names = sorted(_key_file(key_id) for key_id in casekeys.ids(folder / CASE_KEYS))
    names = [*sorted(names, key=lambda name: key_of(name) != own), RING]
    for name in names:
        content = (folder / name).read_bytes()
        files.write_whole(keys / name, content)
        written[name] = hashlib.sha256(content).hexdigest()
    write_manifest(keys, sealed(Manifest(written, tuple(sorted(destroyed)))))
    _forget_destroyed(keys_to, destroyed)
    unopened = unopened_cases()
    removed = () if unopened or not keyholder.opens(own) else _remove_old(to, keys_to, keep, own)
    return Backup(number, database, cases, removed, unopened)


def numbers(folder: Path) -> set[int]:
    """Give the numbers of the sets in a folder."""
    told = (path.name.removeprefix(_NAME) for path in folder.glob(_NAME + "*"))
    return {int(text) for text in told if text.isdecimal()}


def unopened_cases() -> tuple[str, ...]:
    """Give the slugs of cases whose key is missing or damaged."""
    return tuple(case.slug for case in Case.objects.filter(destroyed_at=None) if not keyholder.opens(case.key_id))


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


def _forget_destroyed(keys_to: Path, destroyed: set[str]) -> None:
    """Destroy the keys of destroyed cases in every set; only those destroyed on purpose, never those missing.

    What is destroyed the register alone decides: what a set says of it, its medium may have been made to say.
    """
    for number in numbers(keys_to):
        keys = _set(keys_to, number)
        for key_id in destroyed & set(casekeys.ids(keys / CASE_KEYS)):
            casekeys.destroy(keys / CASE_KEYS, key_id)
        try:
            manifest = read_manifest(keys)
        except RegisterError:
            continue
        ours = is_ours(manifest)
        # of a set of somebody else no more is told than what was taken from it
        gone = destroyed if ours else destroyed & {key_of(name) for name in manifest.digests}
        if not gone <= set(manifest.destroyed):
            told = manifest._replace(destroyed=tuple(sorted(gone | set(manifest.destroyed))))
            write_manifest(keys, sealed(told) if ours else told)


def _remove_old(to: Path, keys_to: Path, keep: int, own: str) -> tuple[int, ...]:
    ours = (number for number in numbers(keys_to) if (_set(keys_to, number) / _key_file(own)).exists())
    old = sorted(ours)[: -max(keep, 1)]
    for number in old:
        keys = _set(keys_to, number)
        for key_id in casekeys.ids(keys / CASE_KEYS):
            casekeys.destroy(keys / CASE_KEYS, key_id)
        files.destroy(keys / RING)
        for path in {keys, _set(to, number)}:
            shutil.rmtree(path, ignore_errors=True)
    return tuple(old)


def _new_set(to: Path, keys_to: Path) -> int:
    """Make the folders of a set under a number that nobody has, and give it; others may write there at this moment."""
    for place in (to, keys_to):
        files.make_folder(place)
    places = [to] if to.samefile(keys_to) else [to, keys_to]
    number = max(numbers(to) | numbers(keys_to), default=0)
    while True:
        number += 1
        try:
            for place in places:
                files.make_new_folder(_set(place, number))
        except FileExistsError:
            continue
        return number


def _key_file(key_id: str) -> str:
    return f"{CASE_KEYS}/{key_id}{casekeys.ENDING}"


def _set(folder: Path, number: int) -> Path:
    return folder / f"{_NAME}{number:0{_DIGITS}d}"


def _sync(path: Path) -> str:
    """Make a file durable and give its SHA-256."""
    content = path.read_bytes()
    files.write_whole(path, content)
    return hashlib.sha256(content).hexdigest()
