"""A paper as a Word file, in the styles that Word knows by name, so that a person can go on working in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from panah.assembly.paper import Paper, Table, Words
from panah.assembly.wordfile import DOCUMENT, write_word
from panah.timelimits import iso

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES_PART = "word/styles.xml"
_LINE = 9638
"""Width of the text on A4 with margins of 20 mm, in twentieths of a point."""
# style of a paper: its id and name in Word, size in half points, bold, space before and after in twentieths of a point
_STYLES = {
    "body": ("Normal", "Normal", 19, False, 0, 50),
    "title": ("Title", "Title", 32, True, 0, 20),
    "lead": ("Subtitle", "Subtitle", 20, False, 0, 60),
    "heading": ("Heading1", "heading 1", 20, True, 110, 30),
    "item": ("ListParagraph", "List Paragraph", 19, False, 0, 30),
    "small": ("FootnoteText", "footnote text", 15, False, 0, 10),
}


def word_file(paper: Paper) -> bytes:
    """Write a paper as a DOCX package. The same paper gives the same bytes."""
    parts = {DOCUMENT: _document(paper).encode(), _STYLES_PART: _styles(paper.lang).encode()}
    about = {"title": paper.title, "language": paper.lang, "day": iso(paper.day)}
    return write_word(parts, [("rId1", "styles", _STYLES_PART)], about)


def _document(paper: Paper) -> str:
    body = "".join(_table(block) if isinstance(block, Table) else _paragraph(block) for block in paper.blocks)
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="850" w:right="1134" w:bottom="850" w:left="1134" w:header="400" w:footer="400" w:gutter="0"/>'
        "</w:sectPr>"
    )
    return f'{_HEAD}<w:document xmlns:w="{_WORD}"><w:body>{body}{page}</w:body></w:document>'


def _paragraph(words: Words) -> str:
    style = _STYLES[words.style][0]
    text = f"– {words.text}" if words.style == "item" else words.text
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(text)}</w:p>'


def _run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _table(table: Table) -> str:
    widths = [_LINE * share // sum(table.widths) for share in table.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>' for side in ("top", "bottom", "insideH")
    )
    rows = "".join(_rows(table, widths))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{_paragraph(Words(""))}'
    )


def _rows(table: Table, widths: list[int]) -> Iterator[str]:
    yield _row(table.head, widths, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", "<w:rPr><w:b/></w:rPr>")
    for row in table.rows:
        yield _row(row, widths, "<w:trPr><w:cantSplit/></w:trPr>", "")


def _row(cells: tuple[str, ...], widths: list[int], row_properties: str, run_properties: str) -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{_run(cell, run_properties)}</w:p></w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{row_properties}{written}</w:tr>"


def _styles(lang: str) -> str:
    language = {"ru": "ru-RU", "kk": "kk-KZ"}.get(lang, "en-GB")
    styles = "".join(
        f'<w:style w:type="paragraph" {"w:default=" + chr(34) + "1" + chr(34) + " " if id_ == "Normal" else ""}'
        f'w:styleId="{id_}"><w:name w:val="{name}"/>'
        + ("" if id_ == "Normal" else '<w:basedOn w:val="Normal"/>')
        + f"<w:qFormat/><w:pPr>{'<w:keepNext/>' if id_ == 'Heading1' else ''}"
        f'<w:spacing w:before="{before}" w:after="{after}"/>'
        + ('<w:ind w:left="227" w:hanging="227"/>' if id_ == "ListParagraph" else "")
        + f'</w:pPr><w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="{size}"/></w:rPr></w:style>'
        for id_, name, size, bold, before, after in _STYLES.values()
    )
    return (
        f'{_HEAD}<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
        f'<w:lang w:val="{language}"/></w:rPr></w:rPrDefault></w:docDefaults>{styles}</w:styles>'
    )
