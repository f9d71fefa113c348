"""The name of a person as a paper prints it: in its cases, in the alphabet of the paper; what is not sure is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.assembly.anonymous import NOBODY
from panah.assembly.declining import decline
from panah.assembly.names import CASES
from panah.assembly.values import LONGEST_NAME, Gap, Named, clean
from panah.lawmodel.vocabulary import in_language
from panah.texts import say

if TYPE_CHECKING:
    from panah.assembly.values import Book
    from panah.procedure.casefile import CaseFile

_PATH = "person.name"


def name_of(case: CaseFile, book: Book) -> Named | Gap:
    """Give the name of a case's person for the paper of a book."""
    lang = book.lang
    name = clean(in_language(case.names, lang), LONGEST_NAME)
    if not name:
        return Gap(book, _PATH)
    if name != NOBODY and book.foreign(name):
        return _unchanging(book, book.other_letters(name))
    if lang != "ru" or "ru" not in case.names or name == NOBODY:
        return _unchanging(book, name)
    given = {form: clean(text, LONGEST_NAME) for form, text in case.name_forms.get(lang, {}).items()}
    unsure = say(lang, "draft.unsure-name")
    if case.persons > 1:
        return Named(book, _PATH, {"nom": name, **given}, unsure)
    told = decline(name, case.gender, given)
    built = dict.fromkeys(told.built, say(lang, "draft.built-name"))
    return Named(book, _PATH, told.forms, unsure, built)


def _unchanging(book: Book, name: str) -> Named:
    return Named(book, _PATH, dict.fromkeys(CASES, name))
