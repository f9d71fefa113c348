"""The filters a text may use: cases of a noun, provisions, words for figures, letters at the beginning."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from panah.assembly.names import CASES
from panah.assembly.values import Gap, Named, Part, written
from panah.assembly.wording import length_in_words, number_in_words
from panah.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from panah.assembly.citing import Citing
    from panah.timelimits import Period


class Provisions(Part):
    """Provisions of the law, told in full until a filter asks for less."""

    __slots__ = ("citations",)

    def __init__(self, citing: Citing, citations: tuple[str, ...]) -> None:
        super().__init__(citing.book, "", "")
        self.citations = citations
        self.parts = {"citing": citing}

    def __str__(self) -> str:
        citing: Citing = self.parts["citing"]  # type: ignore[assignment]
        return citing.all(self.citations)


class Length(Part):
    """A length of time in the law's own unit."""

    __slots__ = ("period",)

    def __init__(self, book: object, path: str, text: str, period: Period) -> None:
        super().__init__(book, path, text)  # type: ignore[arg-type]
        self.period = period


def filters_for(citing: Citing) -> Mapping[str, Callable[..., object]]:
    """Give the filters of one paper."""
    by = _Filters(citing)
    return {
        **{case: partial(by.in_case, case) for case in CASES[1:]},
        "cite": by.cite,
        "article": by.article,
        "words": by.words,
        "capital": capital,
        "small": small,
        "sentence": sentence,
        "gendered": by.gendered,
        "join": join,
        "length": len,
        "first": first,
        "last": last,
    }


class _Filters:
    """The filters that need the language of the paper or its citations."""

    def __init__(self, citing: Citing) -> None:
        self.citing = citing
        self.book = citing.book

    def in_case(self, case: str, value: object) -> object:
        return value.form(case) if isinstance(value, Named) else value

    def cite(self, value: object, case: str = "nom") -> object:
        if isinstance(value, Gap):
            return value
        citations = _citations(value)
        if len({one.partition(" ")[0] for one in citations}) > 1:
            return self.citing.all(citations)
        *before, final = citations
        return ", ".join([*(self.citing.article(one, case) for one in before), self.citing.cite(final, case)])

    def article(self, value: object, case: str = "nom") -> object:
        if isinstance(value, Gap):
            return value
        return ", ".join(self.citing.article(one, case) for one in _citations(value))

    def words(self, value: object, case: str = "nom") -> object:
        if isinstance(value, Length):
            return length_in_words(value.period, self.book.lang, case)
        return number_in_words(value, self.book.lang, case) if isinstance(value, int) else value

    def gendered(self, value: object, man: str, woman: str) -> str:
        gender = value.parts.get("gender") if isinstance(value, Part) else ""
        if gender:
            return woman if gender == "woman" else man
        return self.book.check(f"{man}/{woman}", say(self.book.lang, "draft.unsure-gender"))


def _citations(value: object) -> tuple[str, ...]:
    return value.citations if isinstance(value, Provisions) else (written(value),)


def capital(value: object) -> str:
    """Begin with a capital."""
    told = written(value)
    return told[:1].upper() + told[1:]


def small(value: object) -> str:
    """Begin with a small letter, unless the word is an abbreviation."""
    told = written(value)
    return told if told[1:2].isupper() else told[:1].lower() + told[1:]


def sentence(value: object) -> str:
    """Begin with a capital, end with one full stop."""
    return f"{capital(value).rstrip('. ')}."


def join(value: Iterable[object], between: str = ", ") -> str:
    """Write the items of a list with something between them."""
    return between.join(written(one) for one in value)


def first(value: Iterable[object]) -> object:
    """Give the first item of a list; nothing of an empty one."""
    return next(iter(value), "")


def last(value: Iterable[object]) -> object:
    """Give the last item of a list; nothing of an empty one."""
    return next(reversed(list(value)), "")
