"""Opening and sealing a register in a folder: first start, passphrase, recovery key, the mark that seals.

    register.db   everything, encrypted as a whole (with register.db-wal and -shm while it is open)
    register.db.before   the same as it was before its tables were last brought up to date (`panah.register.tables`)
    ring.json     the root key, wrapped by the passphrase and by the recovery key
    keys/         one wrapped key for each case
    sealed        while this mark is there every process seals itself and none opens

Django must have been started (`panah.register.starting`).
"""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.db import connections

from panah.accounts.models import Member, Role
from panah.register import keyholder, tables
from panah.register.errors import RegisterError
from panah.register.sqlcipher.base import DATABASE_ERRORS, connect
from panah.sealing import files, recovery, rings
from panah.sealing.errors import MistypedError
from panah.sealing.passphrases import USUAL, Cost
from panah.sealing.process import keep_from_dumps

DATABASE, RING, CASE_KEYS, SEAL_MARK = "register.db", "ring.json", "keys", "sealed"
PUT_ASIDE = "replaced-"
SHORTEST_PASSPHRASE = 12


class Beginning(NamedTuple):
    """A register about to be made: its ring and root, and the recovery key to be written down and typed back."""

    ring: rings.Ring
    root: bytes
    recovery_key: str


def exists(folder: Path) -> bool:
    """Whether a register lies in a folder."""
    return (folder / RING).exists()


def begin(passphrase: str, cost: Cost = USUAL) -> Beginning:
    """Begin a first start: nothing is written until the recovery key was typed back (`make`).

    Raises:
        RegisterError: The passphrase is too short.
    """
    must_be_long(passphrase)
    return Beginning(*rings.new_ring(passphrase, cost))


def must_be_long(passphrase: str) -> None:
    """Refuse a passphrase shorter than `SHORTEST_PASSPHRASE` letters."""
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise RegisterError("short-passphrase", least=str(SHORTEST_PASSPHRASE))


def make(folder: Path, beginning: Beginning, typed_back: str, at: datetime) -> Member:
    """Make the register once the recovery key was typed back, and leave it open.

    Returns:
        Its owner, M1.

    Raises:
        RegisterError: There is a register in the folder, or what was typed is not the recovery key.
    """
    if exists(folder):
        raise RegisterError("already-there")
    must_match(beginning.recovery_key, typed_back)
    # without a ring nothing here opens, but a backup may have the ring: it is put aside, not removed
    put_aside(folder)
    files.make_folder(folder / CASE_KEYS)
    files.make_private(folder / DATABASE)
    _hold(folder, beginning.root)
    tables.bring_up_to_date(folder / DATABASE)
    owner = Member.objects.create(alias="M1", role=Role.OWNER, created_at=at)
    # the ring last: a register that was half made is no register, and is begun anew
    write_ring(folder, beginning.ring)
    return owner


def must_match(recovery_key: str, typed_back: str) -> None:
    """Refuse what was typed back if it is not the recovery key.

    Raises:
        RegisterError: With the group that does not check, or all well written but another key.
    """
    try:
        same = recovery.read(typed_back) == recovery.read(recovery_key)
    except MistypedError as error:
        raise mistyped(error) from None
    if not same:
        raise RegisterError("not-this-recovery-key")


def mistyped(error: MistypedError) -> RegisterError:
    """Say which group of a recovery key does not check."""
    if error.group:
        return RegisterError("mistyped-group", group=str(error.group))
    return RegisterError("mistyped-recovery-key")


def read_ring(folder: Path) -> rings.Ring:
    """Read the ring of a register.

    Raises:
        RegisterError: There is no register in the folder; where one was put aside is told.
        DamagedError: The ring is none.
    """
    try:
        return rings.read_ring((folder / RING).read_bytes())
    except FileNotFoundError:
        aside = broken_off(folder)
        raise (RegisterError("broken-off", folder=str(aside)) if aside else RegisterError("no-register")) from None


def put_aside(folder: Path) -> str | None:
    """Put what lies in the place of a register into a folder beside it; gives its name, None if nothing lay there."""
    names = [
        name
        for name in (RING, DATABASE, *(DATABASE + end for end in ("-wal", "-shm", *tables.COPIES)), CASE_KEYS)
        if (folder / name).exists()
    ]
    if not names:
        return None
    aside = folder / f"{PUT_ASIDE}{1 + max(_put_aside(folder), default=0)}"
    files.make_folder(aside)
    for name in names:
        (folder / name).replace(aside / name)
    return aside.name


def broken_off(folder: Path) -> Path | None:
    """Give where the register lies that was put aside last, if there is none in its place: a restore was broken off."""
    numbers = _put_aside(folder)
    return None if exists(folder) or not numbers else folder / f"{PUT_ASIDE}{max(numbers)}"


def root_by(folder: Path, *, passphrase: str = "", recovery_key: str = "") -> bytes:
    """Give the root of a register by its passphrase or its recovery key.

    Raises:
        RegisterError: There is no register, or the recovery key is mistyped.
        WrongKeyError: It is not the passphrase or the recovery key.
    """
    ring = read_ring(folder)
    if not recovery_key:
        return rings.open_with_passphrase(ring, passphrase)
    try:
        return rings.open_with_recovery(ring, recovery_key)
    except MistypedError as error:
        raise mistyped(error) from None


def change_passphrase(folder: Path, root: bytes, passphrase: str, cost: Cost = USUAL) -> None:
    """Let another passphrase open the register; older copies of its ring still open with the old one."""
    must_be_long(passphrase)
    write_ring(folder, rings.with_passphrase(read_ring(folder), root, passphrase, cost))


def new_recovery_key(folder: Path, root: bytes) -> tuple[rings.Ring, str]:
    """Make another recovery key; it counts once it was typed back and the ring was written (`write_ring`)."""
    return rings.with_recovery(read_ring(folder), root)


def write_ring(folder: Path, ring: rings.Ring) -> None:
    """Put a ring in place of the one in the folder."""
    files.write_whole(folder / RING, rings.write_ring(ring))


def open_register(folder: Path, root: bytes) -> None:
    """Open a register in this process with its root: finishes what was interrupted, brings its tables up to date.

    Raises:
        RegisterError: It is marked sealed, its database is not there, or a newer Panah wrote it.
    """
    from panah.register import leftovers, rotating

    if is_marked_sealed(folder):
        raise RegisterError("marked-sealed")
    database = folder / DATABASE
    if connections["default"].vendor == "sqlite" and not (database.exists() and database.stat().st_size):
        # SQLite would make an empty one in its place, and the register would look as if nothing had ever been in it
        raise RegisterError("other-database")
    rotating.finish(folder, root)
    _hold(folder, root)
    try:
        tables.bring_up_to_date(database)
        leftovers.finish_destroying(folder / CASE_KEYS)
        leftovers.clear_all(folder)
    except Exception:
        seal()  # no key stays with a register that did not open
        raise


def owner() -> Member:
    """Give the owner of the open register."""
    return Member.objects.filter(role=Role.OWNER, left_at=None).earliest("id")


def seal() -> None:
    """Seal the register in this process: no key is held any more, the database is closed, its log folded in.

    Waits for nobody: where something else is at work in the database, its log stays, encrypted as the file is, until
    the last connection is closed.
    """
    settings = connections["default"].settings_dict
    key = keyholder.database_key() if keyholder.is_open() and connections["default"].vendor == "sqlite" else None
    keyholder.drop()
    connections.close_all()
    if key is not None:
        # a damaged file is sealed too
        with suppress(*DATABASE_ERRORS), closing(connect(key, database=settings["NAME"], timeout=0)) as opened:
            opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def mark_sealed(folder: Path) -> None:
    """Leave the mark on which every process that has this register open seals itself; needs no passphrase."""
    files.write_whole(folder / SEAL_MARK, b"")


def lift_mark(folder: Path) -> None:
    """Take the mark away; only for somebody who gave the passphrase."""
    (folder / SEAL_MARK).unlink(missing_ok=True)


def is_marked_sealed(folder: Path) -> bool:
    """Whether the mark is there."""
    return (folder / SEAL_MARK).exists()


def _put_aside(folder: Path) -> set[int]:
    told = (path.name.removeprefix(PUT_ASIDE) for path in folder.glob(PUT_ASIDE + "*"))
    return {int(text) for text in told if text.isdecimal()}


def _hold(folder: Path, root: bytes) -> None:
    keep_from_dumps()
    connection = connections["default"]
    connections.close_all()
    if connection.vendor == "sqlite":
        for told in (connections.settings["default"], connection.settings_dict):
            told["NAME"] = str(folder / DATABASE)
    keyholder.hold(root, folder / CASE_KEYS)
