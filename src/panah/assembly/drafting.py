"""Drafting: from a document, a case and a day to a Word file. This module is the table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from panah.assembly.checking_text import names_of
from panah.assembly.context import Order, has, tell
from panah.assembly.edited import marked_parts
from panah.assembly.filling import Template, paragraphs_of
from panah.assembly.filters import filters_for
from panah.assembly.footnotes import PART as FOOTNOTES
from panah.assembly.footnotes import footnotes_part, reference
from panah.assembly.sandbox import Sandbox, TextError
from panah.assembly.values import Missing
from panah.assembly.wordfile import DOCUMENT, WordError, open_word, write_word, xml
from panah.errors import PanahError, Problem
from panah.lawmodel.vocabulary import in_language
from panah.texts import say
from panah.timelimits import iso

if TYPE_CHECKING:
    from panah.assembly.catalogue import Document
    from panah.assembly.shapes import SharedShape
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile
    from panah.procedure.position import Position


class Draft(NamedTuple):
    """A filled paper.

    ``word`` is the file, ``paragraphs`` its text, ``footnotes`` theirs. ``missing`` are the facts marked in the text
    and those the document needs though the text did not come to them; ``to_check`` what a person must look at.
    """

    document: Document
    position: Position
    word: bytes
    paragraphs: list[str]
    footnotes: list[str]
    missing: list[Missing]
    to_check: list[str]


def draft(document: Document, casefile: CaseFile, law: Law, shared: SharedShape, lang: str, as_of: int) -> Draft:
    """Fill a document from a case, as of a day (an ordinal).

    Raises:
        PanahError: The text of the document cannot be filled; the problem names the file and the paragraph.
    """
    name = f"{document.folder.name}/{lang}.docx"
    try:
        word = open_word(document.texts[lang])
        template = Template(word.body())
    except WordError as error:
        raise PanahError([Problem(name, 1, error.code, {"found": error.found})]) from error
    try:
        used = frozenset(path.partition(".")[0] for path, _, _ in names_of(template.source))
        told = tell(Order(document, lang, as_of), casefile, law, shared, used)
        filled = Sandbox(filters_for(told.citing)).fill(template.source, told.names)
    except TextError as error:
        raise PanahError([Problem(name, error.line, error.code, {"found": error.found})]) from error
    root = template.filled(filled, reference)
    paragraphs = paragraphs_of(root)
    parts = {**word.parts, DOCUMENT: xml(root), FOOTNOTES: footnotes_part(told.book.footnotes)}
    relations = [*word.relations, ("rIdPanahNotes", "footnotes", FOOTNOTES)]
    title = in_language(document.told.title, lang)
    about = {"title": title, "language": lang, "day": iso(as_of)}
    parts |= marked_parts(document.told.id, paragraphs)
    missing = dict(told.book.missing)
    for path, fact in document.told.facts.needed.items():
        if path not in missing and not has(told.names, path):
            missing[path] = Missing(path, in_language(fact.words, lang))
    if casefile.persons > 1:
        # the texts speak of one person: whom of the group the paper is for, only a lawyer can say
        missing["person.persons"] = Missing("person.persons", say(lang, "draft.several", persons=casefile.persons))
    return Draft(
        document=document,
        position=told.position,
        word=write_word(parts, relations, about),
        paragraphs=paragraphs,
        footnotes=told.book.footnotes,
        missing=list(missing.values()),
        to_check=list(told.book.to_check),
    )


def text_of(data: bytes) -> list[str]:
    """Give the paragraphs of a Word file that Panah wrote and a person may have changed.

    Raises:
        WordError: It cannot be read as a Word file.
    """
    root: etree._Element = open_word(data, own=True).body()
    return paragraphs_of(root)
