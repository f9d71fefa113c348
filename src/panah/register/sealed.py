"""Between what is recorded and the sealed bytes in the tables: JSON in, bytes bound to their place out, and back."""

from __future__ import annotations

import hashlib
import json
from typing import TypeAlias

from panah.register.keyholder import case_key
from panah.register.models import ActRow, Case, Compartment, SealedRow
from panah.sealing.boxes import derive, seal, unseal
from panah.yamlfiles import Data

Content: TypeAlias = "dict[str, Data]"


def written(content: object) -> bytes:
    """Write a content as JSON, always the same bytes for the same content in the same order."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def seal_compartment(case: Case, kind: str, version: int, content: Content) -> bytes:
    """Seal a compartment, under a key of its own, so that one may be handed on without the others."""
    return seal(_compartment_key(case, kind), written(content), _place(case, "compartment " + kind, 0, version))


def open_compartment(case: Case, row: Compartment) -> Content:
    """Open a compartment; raises `panah.sealing.errors.SealingError` if its bytes are not its own."""
    plain = unseal(
        _compartment_key(case, row.kind), row.sealed, _place(case, "compartment " + row.kind, 0, row.version)
    )
    return _read(plain)


def seal_act(case: Case, number: int, told: Content) -> bytes:
    """Seal an act as its table in a case file."""
    return seal(case_key(case.key_id), written(told), _place(case, "act", number))


def open_act(case: Case, row: ActRow) -> Content:
    """Open an act; raises as `open_compartment` does."""
    return _read(unseal(case_key(case.key_id), row.sealed, _place(case, "act", row.number)))


def seal_row(case: Case, model: type[SealedRow], number: int, version: int, content: Content) -> bytes:
    """Seal the content of a row."""
    return seal(case_key(case.key_id), written(content), _place(case, _table(model), number, version))


def open_row(case: Case, row: SealedRow) -> Content:
    """Open the content of a row; raises as `open_compartment` does."""
    place = _place(case, _table(type(row)), row.number, row.version)
    return _read(unseal(case_key(case.key_id), row.sealed, place))


def seal_file(case: Case, number: int, version: int, content: bytes) -> bytes:
    """Seal the file of a paper."""
    return seal(case_key(case.key_id), content, _place(case, "paper file", number, version))


def open_file(case: Case, number: int, version: int, sealed: bytes | memoryview) -> bytes:
    """Open the file of a paper; raises as `open_compartment` does."""
    return unseal(case_key(case.key_id), sealed, _place(case, "paper file", number, version))


def next_digest(case: Case, *changed: bytes | memoryview) -> str:
    """Give the digest of a case after something of its file was sealed anew."""
    digest = hashlib.sha256(case.digest.encode())
    for part in changed:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def _compartment_key(case: Case, kind: str) -> bytes:
    return derive(case_key(case.key_id), "compartment " + kind)


def _place(case: Case, table: str, number: int = 0, version: int = 0) -> tuple[str, ...]:
    return case.key_id, table, str(number), str(version)


def _table(model: type[SealedRow]) -> str:
    # what is sealed stays readable only under the name it was sealed with: these names may never change
    return model._meta.model_name or ""


def _read(plain: bytes) -> Content:
    content: Content = json.loads(plain)
    return content
