"""What can be wrong with an open register, looked for from the bytes of the file up to the words of the cases."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.db import connection

from panah.lawmodel import Vocabulary
from panah.register import casefiles, chain
from panah.register.models import ROW_MODELS, Case, PaperRow, Practice
from panah.register.opening import CASE_KEYS, DATABASE, PUT_ASIDE, RING
from panah.register.rows import file_of, rows
from panah.register.sealed import open_act, open_compartment
from panah.register.sqlcipher.base import DATABASE_ERRORS
from panah.sealing import casekeys
from panah.sealing.errors import KeyGoneError, SealingError

_SYNCED = (
    "dropbox",
    "onedrive",
    "google drive",
    "icloud",
    "yandex.disk",
    "yandexdisk",
    "nextcloud",
    "mobile documents",
)


class Finding(NamedTuple):
    """Something found: its code (`doctor.<code>` has the words), whether it is a fault or a warning, and values."""

    code: str
    is_fault: bool
    values: dict[str, str]


def examine(folder: Path, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Look through the open register in a folder; give what was found, faults of the file first."""
    try:
        yield from _file()
        for case in Case.objects.filter(destroyed_at=None):
            yield from _case(case, vocabulary)
        cases = Case.objects.filter(destroyed_at=None)
        known = {*cases.values_list("key_id", flat=True), *Practice.objects.values_list("key_id", flat=True)}
    except DATABASE_ERRORS:
        yield Finding("tables-damaged", True, {})
    else:
        orphans = sum(1 for key_id in casekeys.ids(folder / CASE_KEYS) if key_id not in known)
        if orphans:
            yield Finding("keys-without-case", False, {"count": str(orphans)})
    yield from surroundings(folder)


def surroundings(folder: Path) -> Iterator[Finding]:
    """Look at what the machine could let out: permissions, synchronised folders, swap, registers put aside."""
    paths = [folder, *(folder / name for name in (DATABASE, RING, CASE_KEYS))]
    if sys.platform != "win32":
        open_to_others = [
            path.name for path in paths if path.exists() and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
        ]
        if open_to_others:
            yield Finding("open-to-others", False, {"files": ", ".join(open_to_others), "folder": str(folder)})
    if any(word in str(folder.resolve()).lower() for word in _SYNCED):
        yield Finding("synchronised", False, {})
    if _swaps():
        yield Finding("swap", False, {})
    if list(folder.glob(PUT_ASIDE + "*")):
        yield Finding("put-aside", False, {})


def _file() -> Iterator[Finding]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        if cursor.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
            yield Finding("file-damaged", True, {})
        if cursor.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            yield Finding("tables-damaged", True, {})
        if cursor.execute("PRAGMA foreign_key_check").fetchone() is not None:
            yield Finding("rows-loose", True, {})


def _case(case: Case, vocabulary: Vocabulary) -> Iterator[Finding]:
    told = {"case": case.slug}
    broken = chain.first_broken(case)
    if broken is not None:
        yield Finding("chain-broken", True, {**told, "number": str(broken)})
    try:
        for compartment in case.compartments.all():
            open_compartment(case, compartment)
        for act in case.acts.all():
            open_act(case, act)
        for model in ROW_MODELS:
            for row, _ in rows(case, model):
                if isinstance(row, PaperRow):
                    file_of(row)
        problems = casefiles.load(case, vocabulary)[1]
    except KeyGoneError:
        yield Finding("key-gone", True, told)
    except SealingError:
        yield Finding("does-not-open", True, told)
    else:
        if problems:
            yield Finding("not-a-casefile", True, {**told, "count": str(len(problems))})


def _swaps() -> bool:
    try:
        lines = Path("/proc/swaps").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    return any("/dev/dm-" not in line and "zram" not in line for line in lines[1:])
