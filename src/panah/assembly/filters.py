"""The filters a text may use: cases of a noun, provisions, words for figures, letters at the beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.assembly.names import CASES
from panah.assembly.values import Gap, Named, Part, written
from panah.assembly.wording import length_in_words, number_in_words
from panah.timelimits import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from panah.assembly.citing import Citing


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
    book = citing.book

    def in_case(case: str) -> Callable[[object], object]:
        def declined(value: object) -> object:
            return value.form(case) if isinstance(value, Named) else value

        return declined

    def cite(value: object, case: str = "nom") -> object:
        if isinstance(value, Gap):
            return value
        citations = value.citations if isinstance(value, Provisions) else (written(value),)
        told = [citing.cite(one, case) if number == len(citations) - 1 else citing.article(one, case)
                for number, one in enumerate(citations)]  # fmt: skip
        return ", ".join(told) if len({one.partition(" ")[0] for one in citations}) < 2 else citing.all(citations)

    def article(value: object, case: str = "nom") -> object:
        if isinstance(value, Gap):
            return value
        citations = value.citations if isinstance(value, Provisions) else (written(value),)
        return ", ".join(citing.article(one, case) for one in citations)

    def words(value: object, case: str = "nom") -> object:
        if isinstance(value, Length):
            return length_in_words(value.period, book.lang, case)
        return number_in_words(value, book.lang, case) if isinstance(value, int) else value

    def capital(value: object) -> str:
        told = written(value)
        return told[:1].upper() + told[1:]

    def small(value: object) -> str:
        told = written(value)
        return told if told[1:2].isupper() else told[:1].lower() + told[1:]

    def sentence(value: object) -> str:
        """End with one full stop, begin with a capital."""
        return f"{capital(value).rstrip('. ')}."

    def gendered(value: object, man: str, woman: str) -> str:
        if isinstance(value, Part) and value.parts.get("gender"):
            return woman if value.parts["gender"] == "woman" else man
        return book.check(f"{man}/{woman}", book.asked.get("person.gender", "person.gender"))

    def join(value: Iterable[object], between: str = ", ") -> str:
        return between.join(written(one) for one in value)

    return {
        **{case: in_case(case) for case in CASES[1:]},
        "cite": cite, "article": article, "words": words, "capital": capital, "small": small, "sentence": sentence,
        "gendered": gendered, "join": join, "length": len, "first": lambda value: next(iter(value), ""), "last": lambda value: next(reversed(list(value)), ""),
    }  # fmt: skip
