"""Drafts for tests: the shipped documents, texts of a test's own, and cases of the public folder or of Zedland."""

import io
import zipfile
from functools import cache
from pathlib import Path

import docx

import zedland
from panah.assembly.catalogue import Catalogue, Document, read_catalogue
from panah.assembly.citing import provisions_of
from panah.assembly.drafting import draft
from panah.lawmodel import read_law
from panah.procedure import read_casefile
from panah.yamlfiles import read_yaml

ROOT = Path(__file__).parents[1]
DOCUMENTS = ROOT / "documents"
EXAMPLES = ROOT / "examples"


@cache
def law():
    found, problems = read_law(ROOT / "law")
    assert problems == []
    return found


@cache
def catalogue() -> Catalogue:
    found, problems = read_catalogue(DOCUMENTS)
    assert problems == []
    return found


@cache
def provisions():
    """Every provision that files of the law name."""
    paths = sorted((ROOT / "law").glob("*/*.yaml"))
    return provisions_of([read_yaml(path.read_bytes(), path.name)[0].data for path in paths])


def case_of(document: Document, name: str):
    """The case of an example: a file beside the document, or a public case."""
    path = document.folder / name if name.endswith(".yaml") else EXAMPLES / f"{name}.yaml"
    found, problems = read_casefile(path.read_bytes(), path.name, law().vocabulary)
    assert problems == []
    return found


def public_case(name: str):
    found, problems = read_casefile((EXAMPLES / f"{name}.yaml").read_bytes(), name, law().vocabulary)
    assert problems == []
    return found


@cache
def filled(document_id: str, case: str, as_of: str, lang: str):
    """A shipped document filled from a case."""
    document = catalogue().documents[document_id]
    return draft(document, case_of(document, case), law(), catalogue().shared, lang, zedland.day(as_of))


def every_example():
    """Every document with every language and example it has."""
    return [
        (document.told.id, example.case, example.as_of, lang)
        for document in catalogue().documents.values()
        for example in document.told.examples
        for lang in document.told.languages
    ]


def word(*lines: str, table=None) -> bytes:
    """A Word file of these paragraphs; `table` is a list of rows of cells behind them."""
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    if table:
        grid = made.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
    return saved(made)


def saved(made) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def fill(text: bytes, case, as_of="2025-05-08", lang="ru"):
    """Fill a text of a test's own from a case of Zedland; the text may name anything."""
    document = catalogue().documents["xx/extradition-complaint"]
    document = document._replace(texts={lang: text})
    return draft(document, case, zedland.LAW, catalogue().shared, lang, zedland.day(as_of))


def lines(made) -> list[str]:
    return [line for line in made.paragraphs if line.strip()]


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode("utf-8")


def with_part(data: bytes, name: str, content: bytes | str) -> bytes:
    """The same package with one part more, or another content of it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as made:
        for one in package.namelist():
            if one != name:
                made.writestr(one, package.read(one))
        made.writestr(name, content)
    return out.getvalue()


CASE = """
panah: 1
case: kz-test
person: {{name: {{{name}}}, citizenship: [{citizenship}]}}
persons: {persons}
stays: KZ
wanted-by: RU
{charges}
acts:
{acts}
"""
HELD = """
  - {date: 2025-09-01, act: detained, ground: wanted}
  - {date: 2025-09-02, act: custody-ordered, kind: temporary}
  - {date: 2025-09-20, act: extradition-requested}
  - {date: 2025-09-25, act: custody-ordered, kind: extradition-arrest}
"""
GRANTED = HELD + "  - {id: decision, date: 2026-02-02, act: extradition-granted, body: prosecutor-general}\n"
NAME = "ru: Образцов Иван Петрович, en: Ivan Obraztsov"


def case_text(acts, *, charges="charges: []", persons=1, citizenship="RU", name=NAME):
    return CASE.format(acts=acts, charges=charges, persons=persons, citizenship=citizenship, name=name)


def drafted(document_id, acts, as_of, lang="ru", **case):
    """A shipped document filled for a case of these acts."""
    found, problems = read_casefile(case_text(acts, **case).encode(), "case.yaml", law().vocabulary)
    assert problems == []
    return draft(catalogue().documents[document_id], found, law(), catalogue().shared, lang, zedland.day(as_of))


def text(*order, **case):
    return "\n".join(drafted(*order, **case).paragraphs)


def missing(made):
    return [gap.words for gap in made.missing]
