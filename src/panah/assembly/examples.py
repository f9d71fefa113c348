"""The cases that documents are filled with to be looked at and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.errors import Problem
from panah.procedure import read_casefile

if TYPE_CHECKING:
    from pathlib import Path

    from panah.assembly.catalogue import Document
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile


def example_case(document: Document, number: int, law: Law, public: Path) -> tuple[CaseFile | None, list[Problem]]:
    """Read the case of an example: a file beside the document, or a public case by its name.

    Args:
        document: The document.
        number: Which of its examples.
        law: Gives the vocabulary.
        public: The folder of the public cases.
    """
    name = document.told.examples[number].case
    beside = document.folder / name
    path = beside if name.endswith(".yaml") else public / f"{name}.yaml"
    line = document.node.line(("examples", number))
    if path.parent not in {document.folder, public} or not path.is_file():
        return None, [Problem(document.file, line, "document-no-case", {"found": name})]
    return read_casefile(path.read_bytes(), path.name, law.vocabulary)
