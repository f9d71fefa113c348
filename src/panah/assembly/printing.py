"""A filled draft as a PDF (PDF/A-2b): the Word file read paragraph by paragraph and set by typst with its own fonts.

What is printed is what stands in the Word file, so a draft that a person has edited prints with the edits. Styles are
known by the names Word gives them in every language of its own: title, heading, list number.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from panah.assembly.footnotes import PART as FOOTNOTES
from panah.assembly.typesetting import typeset
from panah.assembly.wordfile import W, open_word, parse

if TYPE_CHECKING:
    from lxml import etree

    from panah.assembly.wordfile import WordFile

_LAYOUT = Path(__file__).with_name("filing.typ")
_TWENTIETHS_IN_MM = 56.7
_SIDES = {"both": "both", "center": "center", "right": "right", "end": "right"}

Block = dict[str, object]


def pdf_of(data: bytes, lang: str, title: str, day: int) -> bytes:
    """Typeset a draft; the same draft gives the same bytes.

    Args:
        data: The Word file.
        lang: Its language, for hyphens and for those who have it read aloud.
        title: The title among the properties of the PDF; it names nobody.
        day: The day (an ordinal) that stands there as the day it was made: no clock is asked.

    Raises:
        WordError: The file cannot be read.
    """
    blocks = _Reading(open_word(data, own=True)).blocks()
    return typeset(_LAYOUT, {"title": title, "lang": lang, "blocks": blocks}, day)


class _Reading:
    """One pass over a Word file."""

    def __init__(self, word: WordFile) -> None:
        self.body = word.body().find(f"{W}body")
        self.styles = _styles(word.parts.get("word/styles.xml"))
        self.kinds = _list_kinds(word.parts.get("word/numbering.xml"))
        self.notes = _notes(word.parts.get(FOOTNOTES))
        self.counted: dict[str, int] = {}

    def blocks(self) -> list[Block]:
        found: list[Block] = []
        for child in self.body:
            if child.tag == f"{W}p":
                found.append(self._paragraph(child))
            elif child.tag == f"{W}tbl":
                rows = [
                    [{"runs": self._cell(cell)} for cell in row.iterchildren(f"{W}tc")]
                    for row in child.iterchildren(f"{W}tr")
                ]
                columns = max((len(row) for row in rows), default=1)
                padded = [[*row, *({"runs": []} for _ in range(columns - len(row)))] for row in rows]
                found.append({"rows": padded, "columns": columns})
        return found

    def _cell(self, cell: etree._Element) -> list[Block]:
        runs: list[Block] = []
        for number, paragraph in enumerate(cell.iter(f"{W}p")):
            runs += [*([_run("\n")] if number else []), *self._runs(paragraph)]
        return runs

    def _paragraph(self, paragraph: etree._Element) -> Block:
        properties = paragraph.find(f"{W}pPr")
        style_id = _value(properties, "pStyle")
        of_style = self.styles.get(style_id, _NO_STYLE)
        name = of_style.name
        side = _value(properties, "jc") or of_style.side
        left = _left(properties) or of_style.left or "0"
        number = self._number(properties, of_style.list)
        style = "title" if name == "title" else "heading" if name.startswith("heading") else "body"
        runs = self._runs(paragraph)
        if style != "body":
            runs = [{**run, "bold": True} for run in runs]
        return {
            "style": style,
            "align": _SIDES.get(side, "left"),
            "indent": 0
            if number
            else max(0, min(int(left) if left.lstrip("-").isdigit() else 0, 7000)) / _TWENTIETHS_IN_MM,
            "number": number,
            "runs": runs,
        }

    def _number(self, properties: etree._Element | None, style_list: str) -> str:
        """Count a paragraph of a list: one count for each list, as Word does."""
        own = None if properties is None else properties.find(f"{W}numPr")
        list_id = style_list if own is None else _value(own, "numId")
        if not list_id or list_id == "0":
            return ""
        if self.kinds.get(list_id) == "bullet":
            return "–"
        self.counted[list_id] = self.counted.get(list_id, 0) + 1
        return f"{self.counted[list_id]}."

    def _runs(self, paragraph: etree._Element) -> list[Block]:
        found: list[Block] = []
        for run in paragraph.iter(f"{W}r"):
            properties = run.find(f"{W}rPr")
            marks = {
                "bold": _on(properties, "b"),
                "italic": _on(properties, "i"),
                "marked": _value(properties, "highlight") not in {"", "none"},
            }
            for child in run:
                if child.tag == f"{W}t":
                    found.append(_run(child.text or "", **marks))
                elif child.tag == f"{W}tab":
                    found.append(_run("\u2003", **marks))
                elif child.tag in {f"{W}br", f"{W}cr"}:
                    found.append(_run("\n", **marks))
                elif child.tag == f"{W}noBreakHyphen":
                    found.append(_run("\u2011", **marks))
                elif child.tag == f"{W}footnoteReference":
                    found.append({**_run(""), "note": self.notes.get(str(child.get(f"{W}id")), "")})
        return found


def _run(text: str, *, bold: bool = False, italic: bool = False, marked: bool = False) -> Block:
    return {"text": text, "bold": bold, "italic": italic, "marked": marked, "note": None}


def _value(properties: etree._Element | None, name: str) -> str:
    found = None if properties is None else properties.find(f"{W}{name}")
    return "" if found is None else str(found.get(f"{W}val") or "")


def _on(properties: etree._Element | None, name: str) -> bool:
    found = None if properties is None else properties.find(f"{W}{name}")
    return found is not None and found.get(f"{W}val") not in {"0", "false", "off"}


class _Style(NamedTuple):
    """What a paragraph has from its style: the name, the list, the side and the indent on the left."""

    name: str
    list: str
    side: str
    left: str


_NO_STYLE = _Style("", "", "", "")


def _styles(data: bytes | None) -> dict[str, _Style]:
    """Give what each style sets, by its id."""
    found: dict[str, _Style] = {}
    for style in () if data is None else parse(data).iter(f"{W}style"):
        properties = style.find(f"{W}pPr")
        own_list = None if properties is None else properties.find(f"{W}numPr")
        name = _value(style, "name").lower()
        found[str(style.get(f"{W}styleId"))] = _Style(
            name, _value(own_list, "numId"), _value(properties, "jc"), _left(properties)
        )
    return found


def _left(properties: etree._Element | None) -> str:
    """Give the indent on the left, in twentieths of a point; nothing where none is set."""
    indent = None if properties is None else properties.find(f"{W}ind")
    return "" if indent is None else indent.get(f"{W}left") or indent.get(f"{W}start") or ""


def _list_kinds(data: bytes | None) -> dict[str, str]:
    """Give the kind of each list by its id: decimal, bullet and the like."""
    if data is None:
        return {}
    root = parse(data)
    kinds = {
        str(one.get(f"{W}abstractNumId")): _value(one.find(f"{W}lvl"), "numFmt") for one in root.iter(f"{W}abstractNum")
    }
    return {str(one.get(f"{W}numId")): kinds.get(_value(one, "abstractNumId"), "") for one in root.iter(f"{W}num")}


def _notes(data: bytes | None) -> dict[str, str]:
    if data is None:
        return {}
    return {
        str(note.get(f"{W}id")): re.sub(r"\s+", " ", "".join(text.text or "" for text in note.iter(f"{W}t"))).strip()
        for note in parse(data).iter(f"{W}footnote")
    }
