"""From a Word text with names in braces to the filled text: the body as lines of a sandboxed text, and back.

Each paragraph, run, table, row and cell becomes a mark in one long text; the sandbox fills the text; the marks that
come out are built into paragraphs again with the properties they had. Values never meet XML. A paragraph (or a table
row) that holds nothing but ``{% … %}`` steers and is not printed; one whose names all came out empty is left out.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from panah.assembly.values import GAP_CLOSES, GAP_OPENS, NOTE_CLOSES, NOTE_OPENS
from panah.assembly.wordfile import W, WordError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MARK_OPENS, _MARK_CLOSES, _BREAK, _TAB = "\ue010", "\ue011", "\ue012", "\ue013"
_MARK = re.compile(f"{_MARK_OPENS}([a-z])(\\d*){_MARK_CLOSES}")
_OWN_LETTERS = re.compile("[\ue000-\uf8ff]")
_SPLIT_BRACE = re.compile(rf"([{{%#}}])((?:{_MARK.pattern})+)(?=[{{%#}}])")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_STEERING = re.compile(r"\s*(\{%[^%]*%\}\s*)+")
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"') | {"’": "'", "\u00a0": " "})
_PIECES = re.compile(f"({GAP_OPENS}[^{GAP_CLOSES}]*{GAP_CLOSES}|{NOTE_OPENS}\\d+{NOTE_CLOSES}|[{_BREAK}{_TAB}])")
_INSIDE = frozenset({f"{W}{name}" for name in ("hyperlink", "ins", "smartTag", "sdt", "sdtContent")})
_PASSED = frozenset(
    f"{W}{name}"
    for name in (
        "pPr", "rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "sdtPr", "sdtEndPr",
        "softHyphen", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "del",
    )
)  # fmt: skip


class Template:
    """The text of a Word body as one source for the sandbox; each line of it is one paragraph."""

    def __init__(self, root: etree._Element) -> None:
        """Read the body.

        Raises:
            WordError: ``word-not-text`` for what is neither text nor a table of text.
        """
        body = root.find(f"{W}body")
        if body is None:
            raise WordError("word-no-package", "w:body")
        self._kept: list[etree._Element] = []
        self._tagged: set[int] = set()
        self._root = root
        self.lines: list[str] = []
        self._blocks(body)

    @property
    def source(self) -> str:
        """The text for the sandbox."""
        return "".join(f"{line}\n" for line in self.lines)

    def _keep(self, element: etree._Element) -> int:
        self._kept.append(element)
        return len(self._kept) - 1

    def _mark(self, kind: str, element: etree._Element | None = None) -> str:
        number = "" if element is None else self._keep(element)
        return f"{_MARK_OPENS}{kind}{number}{_MARK_CLOSES}"

    def _blocks(self, parent: etree._Element) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                self.lines.append(self._paragraph(child))
            elif child.tag == f"{W}tbl":
                self._table(child)
            elif child.tag in _INSIDE:
                self._blocks(child)
            elif child.tag not in _PASSED | {f"{W}sectPr", f"{W}tcPr"}:
                raise WordError("word-not-text", etree.QName(child).localname)

    def _table(self, table: etree._Element) -> None:
        self.lines.append(self._mark("t", table))
        for row in table.iterchildren(f"{W}tr"):
            steering = "".join(self._plain(cell) for cell in row.iterchildren(f"{W}tc"))
            if _STEERING.fullmatch(steering):
                self.lines.append(steering)
                continue
            self.lines.append(self._mark("w", row))
            for cell in row.iterchildren(f"{W}tc"):
                self.lines.append(self._mark("c", cell))
                self._blocks(cell)
        self.lines.append(self._mark("e"))

    def _plain(self, cell: etree._Element) -> str:
        return " ".join(_MARK.sub("", _joined("".join(self._runs(paragraph)))) for paragraph in cell.iter(f"{W}p"))

    def _paragraph(self, paragraph: etree._Element) -> str:
        text = _joined("".join(self._runs(paragraph)))
        plain = _MARK.sub("", text)
        if _STEERING.fullmatch(plain):
            return plain.strip()
        mark = self._mark("p", paragraph)
        if _TAG.search(plain):
            self._tagged.add(len(self._kept) - 1)
        return mark + text

    def _runs(self, parent: etree._Element) -> Iterator[str]:
        for child in parent:
            if child.tag == f"{W}r":
                yield self._mark("r", child) + self._text(child)
            elif child.tag in _INSIDE:
                yield from self._runs(child)
            elif child.tag not in _PASSED:
                raise WordError("word-not-text", etree.QName(child).localname)

    def _text(self, run: etree._Element) -> str:
        told = ""
        for child in run:
            if child.tag == f"{W}t":
                told += _OWN_LETTERS.sub("", child.text or "")
            elif child.tag == f"{W}tab":
                told += _TAB
            elif child.tag in {f"{W}br", f"{W}cr"}:
                told += _BREAK
            elif child.tag == f"{W}noBreakHyphen":
                told += "\u2011"
            elif child.tag not in _PASSED:
                raise WordError("word-not-text", etree.QName(child).localname)
        return told

    def filled(self, text: str, footnote: Callable[[int], etree._Element]) -> etree._Element:
        """Build the document of a filled text; ``footnote`` makes the run that points to a footnote."""
        root = deepcopy(self._root)
        body = root.find(f"{W}body")
        section = body.find(f"{W}sectPr")
        for child in list(body):
            body.remove(child)
        _Builder(self._kept, self._tagged, footnote).build(text, body)
        if section is not None:
            body.append(section)
        return root


def _joined(text: str) -> str:
    """Take the marks of runs out of tags that Word has split, and straighten the quotes it has curled."""
    text = _SPLIT_BRACE.sub(r"\1", text)
    return _TAG.sub(lambda found: _MARK.sub("", found[0]).translate(_QUOTES), text)


class _Builder:
    """Builds paragraphs and tables from the marks of a filled text."""

    def __init__(self, kept: list[etree._Element], tagged: set[int], footnote: Callable[[int], etree._Element]) -> None:
        self._kept = kept
        self._tagged = tagged
        self._footnote = footnote

    def build(self, text: str, body: etree._Element) -> None:
        stack = [body]
        tables: list[etree._Element] = []
        paragraph: etree._Element | None = None
        pieces = _MARK.split(text)
        for kind, number, words in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
            element = self._kept[int(number)] if number else None
            if kind == "p" and element is not None:
                self._drop_empty(paragraph)
                paragraph = _copy(element, "pPr")
                paragraph.set("tagged", "1" if int(number) in self._tagged else "")
                stack[-1].append(paragraph)
            elif kind == "r" and element is not None and paragraph is not None:
                self._run(paragraph, element, words)
            elif kind == "t" and element is not None:
                tables.append(_copy(element, "tblPr", "tblGrid"))
                stack[-1].append(tables[-1])
                stack.append(tables[-1])
            elif kind == "w" and element is not None:
                row = _copy(element, "tblPrEx", "trPr")
                tables[-1].append(row)
            elif kind == "c" and element is not None:
                cell = _copy(element, "tcPr")
                tables[-1][-1].append(cell)
                stack[-1] = cell
            elif kind == "e":
                self._drop_empty(paragraph)
                paragraph = None
                stack.pop()
                _whole(tables.pop())
        self._drop_empty(paragraph)

    def _drop_empty(self, paragraph: etree._Element | None) -> None:
        if paragraph is None:
            return
        if paragraph.attrib.pop("tagged", "") and not "".join(paragraph.itertext()).strip():
            parent = paragraph.getparent()
            if parent is not None:
                parent.remove(paragraph)

    def _run(self, paragraph: etree._Element, run: etree._Element, words: str) -> None:
        for piece in _PIECES.split(words.replace("\n", "")):
            if not piece:
                continue
            if piece[0] == NOTE_OPENS:
                paragraph.append(self._footnote(int(piece[1:-1])))
                continue
            made = _copy(run, "rPr")
            if piece[0] == GAP_OPENS:
                _highlight(made)
                piece = piece[1:-1]  # noqa: PLW2901  (the same piece without its marks)
            if piece in {_BREAK, _TAB}:
                etree.SubElement(made, f"{W}br" if piece == _BREAK else f"{W}tab")
            else:
                text = etree.SubElement(made, f"{W}t")
                text.text = piece
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            paragraph.append(made)


def _copy(element: etree._Element, *properties: str) -> etree._Element:
    """Make an element of the same kind with the same properties and nothing in it."""
    made = element.makeelement(element.tag, nsmap=element.nsmap)
    for name in properties:
        found = element.find(f"{W}{name}")
        if found is not None:
            made.append(deepcopy(found))
    return made


def _whole(table: etree._Element) -> None:
    """Give each cell the paragraph it must end with, and leave out a table that lost all its rows."""
    for cell in table.iter(f"{W}tc"):
        if cell.find(f"{W}p") is None or cell[-1].tag != f"{W}p":
            etree.SubElement(cell, f"{W}p")
    parent = table.getparent()
    if parent is not None and table.find(f"{W}tr") is None:
        parent.remove(table)


#: What must stand behind a highlight among the properties of a run; before any of these it is put.
_AFTER_HIGHLIGHT = ("u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout")


def _highlight(run: etree._Element) -> None:
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = run.makeelement(f"{W}rPr")
        run.insert(0, properties)
    for old in properties.findall(f"{W}highlight"):
        properties.remove(old)
    place = next(
        (number for number, one in enumerate(properties) if etree.QName(one).localname in _AFTER_HIGHLIGHT),
        len(properties),
    )
    made = properties.makeelement(f"{W}highlight", {f"{W}val": "yellow"})
    properties.insert(place, made)


def paragraphs_of(root: etree._Element) -> list[str]:
    """Give the text of every paragraph of a Word document in order, also of those in tables."""
    return [_words(paragraph) for paragraph in root.iter(f"{W}p")]


def _words(paragraph: etree._Element) -> str:
    told = ""
    for one in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen"):
        if one.tag == f"{W}t":
            told += one.text or ""
        else:
            told += "\u2011" if one.tag == f"{W}noBreakHyphen" else "\t" if one.tag == f"{W}tab" else "\n"
    return told
