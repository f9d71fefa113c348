"""What a set of a backup says of itself, and whether the register whose set it is wrote that.

A medium may pass through other hands. A manifest is therefore sealed by the key of the practice, which lies in the set
itself, wrapped as case keys are, and lives through a change of the root: only who opens the register can write one.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from panah.register.errors import RegisterError
from panah.register.opening import CASE_KEYS, DATABASE, RING
from panah.register.practice import open_own, seal_own
from panah.sealing import casekeys, files
from panah.sealing.errors import SealingError

MANIFEST = "manifest.json"
_FORMAT = 1
_PURPOSE = "manifest of a backup"


class Manifest(NamedTuple):
    """What a whole set says of itself.

    Attributes:
        digests: SHA-256 by the name of its file.
        destroyed: The ids of the keys of cases destroyed since; believed only where the manifest is sealed.
        seal: Made by the register that wrote it (`sealed`); empty where it could not.
    """

    digests: dict[str, str]
    destroyed: tuple[str, ...]
    seal: str = ""


def sealed(manifest: Manifest) -> Manifest:
    """Seal a manifest by the open register; it stays without a seal where the key of the practice is lost."""
    with suppress(SealingError):
        return manifest._replace(seal=seal_own(_told(manifest), _PURPOSE).hex())
    return manifest._replace(seal="")


def is_ours(manifest: Manifest) -> bool:
    """Whether the open register, or the one it was restored from or goes on in, wrote a manifest as it stands."""
    try:
        return open_own(bytes.fromhex(manifest.seal), _PURPOSE) == _told(manifest)
    except (ValueError, SealingError):
        return False


def read_manifest(keys: Path) -> Manifest:
    """Read what a set says of itself; whether it is to be believed is another question (`is_ours`).

    Raises:
        RegisterError: The set is not whole: its manifest is missing, is none, or names what is no part of a set.
    """
    try:
        told = json.loads((keys / MANIFEST).read_bytes())
        manifest = Manifest(dict(told["files"]), tuple(told["destroyed"]), told.get("sealed", ""))
        known = told["panah-backup"] == _FORMAT
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise RegisterError("no-backup") from None
    words = (*manifest.digests.values(), *manifest.destroyed, manifest.seal)
    whole = {DATABASE, RING} <= set(manifest.digests) and all(is_part(name) for name in manifest.digests)
    if not (known and whole and all(isinstance(word, str) for word in words)):
        raise RegisterError("no-backup")
    return manifest


def write_manifest(keys: Path, manifest: Manifest) -> None:
    """Write what a set says of itself."""
    told = {"panah-backup": _FORMAT, "files": manifest.digests, "destroyed": list(manifest.destroyed)}
    files.write_whole(keys / MANIFEST, (json.dumps(told | {"sealed": manifest.seal}, indent=1) + "\n").encode())


def is_part(name: str) -> bool:
    """Whether a set may have a file of this name, its manifest apart; no other name is read or written."""
    return name in (DATABASE, RING) or key_of(name) is not None


def key_of(name: str) -> str | None:
    """Give the id of the key that a file of a set holds; None if it holds none."""
    key_id = name.removeprefix(CASE_KEYS + "/").removesuffix(casekeys.ENDING)
    return key_id if name == f"{CASE_KEYS}/{key_id}{casekeys.ENDING}" and casekeys.is_id(key_id) else None


def _told(manifest: Manifest) -> str:
    told = json.dumps([sorted(manifest.digests.items()), sorted(manifest.destroyed)])
    return hashlib.sha256(told.encode()).hexdigest()
