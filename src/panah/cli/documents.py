"""``panah documents``: which documents there are, what is wrong with them, their texts, and how they fill."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from panah.cli.arguments import Request, UsageError, nearest
from panah.cli.cases import open_law, tell
from panah.lawmodel.vocabulary import in_language
from panah.places import documents_folder, examples_folder, law_folder
from panah.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panah.assembly.catalogue import Catalogue, Document
    from panah.assembly.drafting import Draft
    from panah.errors import Problem
    from panah.lawmodel import Law

OPTIONS = {"o": True}
_WAYS = {"check": False, "list": False, "text": True, "try": None}
"""Each way, and whether it needs the name of a document."""


def run(request: Request) -> int:
    """Run one of them.

    Raises:
        UsageError: None of them was named, or the document is not there.
    """
    way, *rest = request.places or [""]
    needs = _WAYS.get(way, True)
    if way not in _WAYS or (needs is not None and needs != bool(rest)) or len(rest) > 1:
        raise UsageError([say(request.lang, "usage.documents")])
    law = open_law(request.lang)
    if law is None:
        return 1
    catalogue, problems = open_catalogue(request.lang)
    if catalogue is None:
        return 1
    if way == "check":
        return _check(catalogue, law, problems, request.lang)
    if way == "list":
        print("\n".join(_list(catalogue, request.lang)))
        return 1 if problems else 0
    wanted = [find_document(catalogue, name, request.lang) for name in rest] or list(catalogue.documents.values())
    return _text(wanted[0], request.lang) if way == "text" else _try(wanted, catalogue, law, request)


def open_catalogue(lang: str) -> tuple[Catalogue | None, list[Problem]]:
    """Read the documents; all their errors go to standard error."""
    from panah.assembly.catalogue import read_catalogue

    catalogue, problems = read_catalogue(documents_folder())
    tell(problems, lang)
    return catalogue, problems


def find_document(catalogue: Catalogue, name: str, lang: str) -> Document:
    """Find the one document of an id or remedy.

    Raises:
        UsageError: None or several are there.
    """
    found = catalogue.serving(name)
    if len(found) == 1:
        return found[0]
    if found:
        known = ", ".join(one.told.id for one in found)
        raise UsageError([say(lang, "usage.draft-several", found=name, known=known)])
    near = nearest(name, list(catalogue.documents)) or ", ".join(catalogue.documents)
    raise UsageError([say(lang, "usage.draft-none", found=name, known=near)])


def _check(catalogue: Catalogue, law: Law, problems: list[Problem], lang: str) -> int:
    from panah.assembly.citing import provisions_of
    from panah.assembly.examples import check_all
    from panah.yamlfiles import read_yaml

    nodes = [read_yaml(path.read_bytes(), path.name)[0] for path in sorted(law_folder().glob("*/*.yaml"))]
    provisions = provisions_of([node.data for node in nodes if node is not None])
    found = check_all(catalogue, law, provisions, examples_folder())
    tell(found, lang)
    if found or problems:
        return 1
    print(say(lang, "documents.none-wrong", number=len(catalogue.documents)))
    return 0


def _list(catalogue: Catalogue, lang: str) -> Iterator[str]:
    for one in catalogue.documents.values():
        yield f"{one.told.id} · {in_language(one.told.title, lang)}"
        if one.told.remedies:
            yield "  " + say(lang, "documents.serves", remedies=", ".join(one.told.remedies))
        yield "  " + say(lang, "documents.languages", languages=", ".join(one.told.languages))


def _text(document: Document, lang: str) -> int:
    from panah.assembly.filling import paragraphs_of
    from panah.assembly.wordfile import WordError, open_word
    from panah.errors import Problem

    spoken = lang if lang in document.texts else document.told.languages[0]
    try:
        lines = paragraphs_of(open_word(document.texts[spoken]).body())
    except WordError as error:
        tell([Problem(f"{document.folder.name}/{spoken}.docx", 1, error.code, {"found": error.found})], lang)
        return 1
    print("\n".join(lines))
    return 0


def _try(documents: list[Document], catalogue: Catalogue, law: Law, request: Request) -> int:
    from panah.assembly.examples import fillings
    from panah.dates import day_words

    problems: list[Problem] = []
    folder = request.chosen.get("o")
    for document in documents:
        for case, lang, made in fillings(document, catalogue, law, examples_folder(), problems):
            day = day_words(made.position.as_of, request.lang)
            told = {"document": document.told.id, "lang": lang, "case": case, "day": day}
            counted = {"gaps": len(made.missing), "notes": len(made.footnotes)}
            print(say(request.lang, "documents.filled", **told, **counted))
            if folder is None:
                print("\n".join(["", *made.paragraphs, *_notes(made), ""]))
            else:
                Path(folder).mkdir(parents=True, exist_ok=True)
                (Path(folder) / f"{document.folder.name}.{case}.{lang}.docx").write_bytes(made.word)
    tell(problems, request.lang)
    sys.stdout.flush()
    return 1 if problems else 0


def _notes(made: Draft) -> list[str]:
    return [f"[{number}] {text}" for number, text in enumerate(made.footnotes, 1)]
