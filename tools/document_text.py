"""Makes the Word text of a document from plain paragraphs, in the styles of all documents.

    python tools/document_text.py TEXT.txt documents/<slug>/ru.docx

The text has one paragraph a line: ``# `` a title, ``## `` a heading, ``1. `` a numbered paragraph (Word counts them),
``1) `` one of a second count (what is asked for), ``> `` the head of the paper at the right (addressee, applicant),
``| a | b |`` a row of a table; an empty line parts nothing. Names, conditions and loops stand in braces, as
documents/README.md tells. Afterwards the Word file is the text: a lawyer edits it in Word, and this program is not
needed again. Needs python-docx (`make tools`).
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

_FONT = "Times New Roman"


def make(lines: list[str], lang: str) -> WordDocument:
    """Make the Word document of lines."""
    document = Document()
    _page(document, lang)
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip().strip("|").split(" | ")])
            continue
        if rows:
            _table(document, rows)
            rows = []
        if line.strip():
            _paragraph(document, line.rstrip())
    return document


def _paragraph(document: WordDocument, line: str) -> None:
    for mark, style in (("# ", "Title"), ("## ", "Heading 1"), ("1. ", "List Number"), ("1) ", "List Number 2")):
        if line.startswith(mark):
            document.add_paragraph(line.removeprefix(mark), style=style)
            return
    if line.startswith("> "):
        head = document.add_paragraph(line.removeprefix("> "))
        head.paragraph_format.left_indent = Mm(80)
        head.paragraph_format.space_after = Pt(2)
        return
    body = document.add_paragraph(line)
    if not line.startswith("{%"):
        body.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _table(document: WordDocument, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=max(map(len, rows)), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text


def _page(document: WordDocument, lang: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    for name, size, bold in (
        ("Normal", 12, None),
        ("Title", 14, True),
        ("Heading 1", 12, True),
        ("List Number", 12, None),
    ):
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.font.color.rgb = None
        properties = style.element.get_or_add_rPr()
        fonts = properties.find(qn("w:rFonts"))
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]
        for side in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{side}"), _FONT)
        if bold is not None:
            style.font.bold = bold
        style.paragraph_format.space_after = Pt(6)
    _own_language(document, lang)
    title = document.styles["Title"]
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    border = title.element.pPr.find(qn("w:pBdr"))
    if border is not None:
        title.element.pPr.remove(border)


def _own_language(document: WordDocument, lang: str) -> None:
    code = {"ru": "ru-RU", "kk": "kk-KZ"}.get(lang, "en-GB")
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), code)


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    made = make(source.read_text(encoding="utf-8").splitlines(), target.stem)
    properties = made.core_properties
    properties.author, properties.comments, properties.title = "", "", ""
    properties.created = properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    made.save(target)
