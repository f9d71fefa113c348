"""Bringing the tables of a register up to date with this program, after a copy of them was put beside.

    register.db.updating    the copy, from before the first step until the last is done
    register.db.before      the copy of the last time, kept until the next

Each step is one transaction: killed in the middle of one, the file is as before it, and the next opening goes on. The
copy is encrypted as the file itself. On PostgreSQL no copy is made: its server has means of its own.
"""

from __future__ import annotations

from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from panah.register import keyholder
from panah.register.errors import RegisterError
from panah.register.sqlcipher.base import DATABASE_ERRORS, connect
from panah.sealing import files

_BEFORE, _UPDATING = ".before", ".updating"
COPIES = (_BEFORE, _UPDATING)


def bring_up_to_date(database: Path) -> None:
    """Bring the tables of the open register up to date.

    Args:
        database: Its file, where it is one.

    Raises:
        RegisterError: A newer Panah has changed the tables, or the copy does not check.
    """
    executor = MigrationExecutor(connection)
    done = executor.loader.applied_migrations
    if set(done) - set(executor.loader.disk_migrations):
        raise RegisterError("newer")
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    copies = bool(done) and connection.vendor == "sqlite"
    if copies and _steps_done(_beside(database, _UPDATING)) in (None, len(done)):
        # a copy with fewer steps is of an update that was interrupted: it is the one from before
        _copy(database, len(done))
    call_command("migrate", verbosity=0, interactive=False)
    if copies:
        _beside(database, _UPDATING).replace(_beside(database, _BEFORE))
        files.sync_folder(database.parent)


def forget_copies(database: Path) -> None:
    """Destroy the copies."""
    for end in COPIES:
        files.destroy(_beside(database, end))


def _copy(database: Path, steps: int) -> None:
    beside, whole = _beside(database, ".copying"), _beside(database, _UPDATING)
    files.destroy(beside)
    files.make_private(beside)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(beside)])
    if _steps_done(beside) != steps:
        raise RegisterError("damaged")
    files.write_whole(whole, beside.read_bytes())
    files.destroy(beside)


def _steps_done(copy: Path) -> int | None:
    """Give how many steps a copy has behind it; None where there is none, or it does not open."""
    if not copy.exists():
        return None
    try:
        opened = connect(keyholder.database_key(), database=str(copy), isolation_level=None)
        try:
            found: int = opened.execute("SELECT count(*) FROM django_migrations").fetchone()[0]
            opened.execute("PRAGMA journal_mode = DELETE")
        finally:
            opened.close()
    except DATABASE_ERRORS:
        return None
    return found


def _beside(database: Path, end: str) -> Path:
    return database.with_name(database.name + end)
