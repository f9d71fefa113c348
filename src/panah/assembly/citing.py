"""Provisions in the words of a paper: *пункт 9 части 1 статьи 590 УПК*, *article 590(1)(9) of the CPC*.

What the parts of a provision are called is data (``documents/words.yaml``). Where the text of an instrument was checked
only up to a day before the one asked, the first citation of it in a paper says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from panah.dates import day_words
from panah.lawmodel.citations import instrument_of
from panah.lawmodel.vocabulary import in_language
from panah.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from panah.assembly.shapes import SharedShape
    from panah.assembly.values import Book
    from panah.lawmodel import Law

_PARTS = re.compile(r"([^()]+)((?:\([^()]+\))*)")


class Citing:
    """Writes citations of one paper, in one language, as of one day (an ordinal)."""

    def __init__(self, law: Law, shared: SharedShape, book: Book, as_of: int) -> None:
        self.law = law
        self.shared = shared
        self.book = book
        self.as_of = as_of
        self._marked: set[str] = set()

    def cite(self, citation: str, case: str = "nom") -> str:
        """Write a provision with its instrument; Russian in a case of the noun (``gen`` *части 1 статьи 592 УПК*)."""
        name = citation.partition(" ")[0]
        instrument = instrument_of(citation, self.law)
        lang = self.book.lang
        title = name if instrument is None else in_language(instrument.short or instrument.title, lang)
        article = self.article(citation, case)
        if lang == "ru":
            told = f"{article} {self._of(name) or title}".strip()
        else:
            levels = self.shared.levels.get(name)
            title = title if levels is None else levels.of_en or title
            told = say(lang, "draft.of-instrument", article=article, title=title) if article else title
        return told + self._not_verified(name)

    def article(self, citation: str, case: str = "nom") -> str:
        """Write a provision without its instrument."""
        name, _, provision = citation.partition(" ")
        found = _PARTS.fullmatch(provision)
        if found is None:
            return provision
        levels = self.shared.levels.get(name) or self.shared.levels["default"]
        if self.book.lang != "ru":
            return f"{levels.en or self.shared.levels['default'].en} {provision}"
        numbers = [found[1], *re.findall(r"\(([^()]+)\)", found[2])]
        names = [levels.ru[0], levels.ru[-1]] if found[1] in levels.undivided else levels.ru
        if len(numbers) > len(names):
            return f"{self._noun(names[0], case)} {provision}"
        told = [
            f"{self._noun(level, case if place == len(numbers) - 1 else 'gen')} {number}"
            for place, (level, number) in enumerate(zip(names, numbers, strict=False))
        ]
        return " ".join(reversed(told))

    def all(self, citations: tuple[str, ...]) -> str:
        """Write several provisions; the instrument once where it stays the same."""
        told: list[str] = []
        for place, citation in enumerate(citations):
            name = citation.partition(" ")[0]
            follows = citations[place + 1].partition(" ")[0] if place + 1 < len(citations) else ""
            told.append(self.article(citation) if follows == name else self.cite(citation))
        return ", ".join(told)

    def _noun(self, level: str, case: str) -> str:
        forms = self.shared.parts_of_a_provision.get(level, {})
        return forms.get(case, level)

    def _of(self, name: str) -> str:
        levels = self.shared.levels.get(name)
        return "" if levels is None else levels.of

    def _not_verified(self, name: str) -> str:
        """Mark the first citation of an instrument whose text was not read for the day asked."""
        instrument = instrument_of(name, self.law)
        until = None if instrument is None else instrument.verified_until
        if until is None or until >= self.as_of or name in self._marked:
            return ""
        self._marked.add(name)
        lang = self.book.lang
        title = name if instrument is None else in_language(instrument.short or instrument.title, lang)
        why = say(lang, "draft.not-verified", title=title, day=day_words(until, lang))
        return " " + self.book.check(say(lang, "draft.not-verified-mark", day=day_words(until, lang)), why)


def provisions_of(contents: Iterable[object]) -> set[str]:
    """Collect every provision that files of the law name anywhere, each with what it is a part of."""
    found: set[str] = set()
    for content in contents:
        _collect(content, found)
    for provision in list(found):
        rest = provision
        while "(" in rest:
            rest = rest[: rest.rfind("(")]
            found.add(rest)
    return found


def _collect(value: object, found: set[str]) -> None:
    if isinstance(value, dict):
        if "instrument" in value and "provision" in value:
            found.add(f"{value['instrument']} {value['provision']}")
        for inner in value.values():
            _collect(inner, found)
    elif isinstance(value, list):
        for inner in value:
            _collect(inner, found)
    elif isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9-]+ [0-9A-Z][\w().-]*", value):
        found.add(value)
