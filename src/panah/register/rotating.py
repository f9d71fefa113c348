"""Changing the root of a register: every case key wrapped anew, the database written anew under another key.

Safe to be killed at any moment: the new ring holds the old root until all is done, and `finish` goes on from wherever
it stopped. No other process may have the register open.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from panah.register import tables
from panah.register.errors import RegisterError
from panah.register.sqlcipher.base import WrongDatabaseKeyError, connect
from panah.sealing import boxes, casekeys, files, rings
from panah.sealing.passphrases import USUAL, Cost

_DATABASE, _RING, _CASE_KEYS = "register.db", "ring.json", "keys"


def rotate(folder: Path, ring: rings.Ring, root: bytes) -> None:
    """Change the root to the one of a ring that holds this one (`rings.with_new_root`).

    Raises:
        RegisterError: Another process has the register open.
    """
    _must_be_alone(folder / _DATABASE, root)
    files.write_whole(folder / _RING, rings.write_ring(ring))


def new_root(root: bytes, passphrase: str, cost: Cost = USUAL) -> tuple[rings.Ring, bytes, str]:
    """Make another root for a register; see `rings.with_new_root`."""
    return rings.with_new_root(root, passphrase, cost)


def finish(folder: Path, root: bytes) -> None:
    """Finish a change of the root that was begun; nothing happens if none was."""
    ring = rings.read_ring((folder / _RING).read_bytes())
    before = rings.previous_root(ring, root)
    if before is None:
        return
    casekeys.wrap_anew(folder / _CASE_KEYS, before, root)
    _write_database_anew(folder / _DATABASE, before, root)
    tables.forget_copies(folder / _DATABASE)  # the new root does not open them
    files.write_whole(folder / _RING, rings.write_ring(ring._replace(previous=None)))


def _write_database_anew(path: Path, before: bytes, root: bytes) -> None:
    old_key, new_key = boxes.derive(before, "database"), boxes.derive(root, "database")
    beside = path.with_name(path.name + ".rotated")
    try:
        connection = connect(old_key, database=str(path), isolation_level=None)
    except WrongDatabaseKeyError:
        connect(new_key, database=str(path)).close()  # put in place before the interruption
        files.destroy(beside)
        return
    try:
        files.destroy(beside)
        files.make_private(beside)
        connection.execute("ATTACH DATABASE ? AS rotated KEY ?", (str(beside), f"x'{new_key.hex()}'"))
        connection.execute("SELECT sqlcipher_export('rotated')")
        connection.execute("DETACH DATABASE rotated")
        _fold_log_in(connection)
    finally:
        connection.close()
    copy = connect(new_key, database=str(beside), isolation_level=None)
    whole = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    _fold_log_in(copy)
    copy.close()
    if not whole:
        raise RegisterError("damaged")
    beside.replace(path)
    files.sync_folder(path.parent)


def _must_be_alone(path: Path, root: bytes) -> None:
    connection = connect(boxes.derive(root, "database"), database=str(path), isolation_level=None, timeout=1)
    try:
        _fold_log_in(connection)
    finally:
        connection.close()


def _fold_log_in(connection: Any) -> None:  # noqa: ANN401  (the driver carries no types)
    """Leave one whole file without a log; not possible while another process has it open."""
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlcipher.OperationalError:
        raise RegisterError("in-use") from None
