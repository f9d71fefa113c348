"""What an interrupted work left beside a register; it is cleared, and a destroying finished, at the next opening.

packing      a set that was to become one file (`panah.register.packing`)
received     one file that was laid out to be restored
restoring    a set that was checked and copied, before it was put in place (`panah.register.restoring`)
"""

from __future__ import annotations

import shutil
from pathlib import Path

from panah.register import keyholder
from panah.register.models import Case
from panah.sealing import casekeys, files

PACKING, RECEIVED, COPY = "packing", "received", "restoring"


def clear(folder: Path, name: str) -> Path:
    """Remove what lies in one of the places, the keys first; gives the place."""
    place = folder / name
    for path in place.rglob("*.key"):
        files.destroy(path)
    shutil.rmtree(place, ignore_errors=True)
    return place


def clear_all(folder: Path) -> None:
    """Remove what lies in any of the places: a key in a copy there would outlive the destroying of its case."""
    for name in (PACKING, RECEIVED, COPY):
        clear(folder, name)


def finish_destroying(keys: Path) -> None:
    """Destroy the keys of cases that are destroyed: the process may have been killed between the rows and the key."""
    for key_id in set(casekeys.ids(keys)) & destroyed():
        keyholder.destroy_case_key(key_id)


def destroyed() -> set[str]:
    """Give the ids of the keys of destroyed cases."""
    return set(Case.objects.exclude(destroyed_at=None).values_list("key_id", flat=True))
