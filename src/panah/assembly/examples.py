"""Filling documents from the cases that they name as examples, to look at them and to check them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.assembly.drafting import draft
from panah.assembly.linting import check, unmet
from panah.errors import PanahError, Problem
from panah.procedure import read_casefile
from panah.timelimits import parse_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from panah.assembly.catalogue import Catalogue, Document
    from panah.assembly.drafting import Draft
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile


def check_all(catalogue: Catalogue, law: Law, provisions: set[str], public: Path) -> list[Problem]:
    """Check every document, and fill each that has no fault from its examples to go through its checklist.

    Args:
        catalogue: The documents.
        law: Every pack there is.
        provisions: Every provision that files of the law name.
        public: The folder of the public cases.
    """
    found = check(catalogue, law, provisions)
    wrong = {problem.file.partition("/")[0] for problem in found}
    for document in catalogue.documents.values():
        if document.folder.name not in wrong:
            for _, lang, made in fillings(document, catalogue, law, public, found):
                found += unmet(document, made, lang)
    return found


def fillings(
    document: Document, catalogue: Catalogue, law: Law, public: Path, problems: list[Problem]
) -> Iterator[tuple[str, str, Draft]]:
    """Fill a document from each of its examples in each of its languages: the case, the language, the draft.

    What cannot be read or filled is added to ``problems``.
    """
    for number, example in enumerate(document.told.examples):
        casefile, found = _case(document, number, law, public)
        problems += found
        if casefile is None:
            continue
        for lang in document.told.languages:
            try:
                made = draft(document, casefile, law, catalogue.shared, lang, parse_day(example.as_of))
            except PanahError as error:
                problems += error.problems
            else:
                yield casefile.case, lang, made


def _case(document: Document, number: int, law: Law, public: Path) -> tuple[CaseFile | None, list[Problem]]:
    """Read the case of an example: a file beside the document, or a public case by its name."""
    name = document.told.examples[number].case
    path = document.folder / name if name.endswith(".yaml") else public / f"{name}.yaml"
    if path.parent not in {document.folder, public} or not path.is_file():
        line = document.node.line(("examples", number))
        return None, [Problem(document.file, line, "document-no-case", {"found": name})]
    return read_casefile(path.read_bytes(), path.name, law.vocabulary)
