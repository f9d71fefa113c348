"""What a text is filled with: parts with names, gaps where the case does not say, the book that keeps count of them.

Every value becomes plain text, never XML. Gaps and footnotes travel through the text as marks from the private-use
area, which `clean` takes out of everything that comes from a case.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from panah.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

GAP_OPENS, GAP_CLOSES, NOTE_OPENS, NOTE_CLOSES = "\ue020", "\ue021", "\ue022", "\ue023"
LONGEST_NAME, LONGEST_TEXT = 200, 2000

_CYRILLIC, _LATIN = re.compile("[Ѐ-ӿ]"), re.compile("[A-Za-z]")
# what has no place in a line of a paper: controls, direction marks, invisible letters, the private use of our own marks
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def clean(text: str, longest: int = LONGEST_TEXT) -> str:
    """Make words of a case fit for one line: no control, direction or private characters; too long ones visibly cut."""
    spaced = re.sub(r"[\s\u2028\u2029]+", " ", text[: longest * 4])
    kept = "".join(letter for letter in spaced if unicodedata.category(letter) not in _INVISIBLE)
    kept = unicodedata.normalize("NFC", kept).strip()
    return kept if len(kept) <= longest and len(text) <= longest * 4 else kept[: longest - 1].rstrip() + "…"


class Missing(NamedTuple):
    """A fact that the text needs and the case does not say: its name in the text, and what to write in its place."""

    path: str
    words: str


class Book:
    """What filling leaves behind: the gaps that were printed, what a person must check, the footnotes."""

    def __init__(self, lang: str, asked: Mapping[str, str]) -> None:
        """Begin; ``asked`` says by name what to write where a fact is missing."""
        self.lang = lang
        self.asked = asked
        self.missing: dict[str, Missing] = {}
        self.to_check: dict[str, None] = {}
        self.footnotes: list[str] = []

    def gap(self, path: str, words: str = "") -> str:
        """Give the marked text of a missing fact and note it."""
        fact = self._fact(path)
        told = self.asked.get(fact) or words or path
        return self._asked(fact or path, told)

    def check(self, text: str, why: str) -> str:
        """Mark a text that a person must look at, and note why."""
        self.to_check[why] = None
        return f"{GAP_OPENS}{text}{GAP_CLOSES}"

    def foreign(self, text: str) -> bool:
        """Whether words are in the alphabet of another language than the paper's."""
        own, other = (_CYRILLIC, _LATIN) if self.lang == "ru" else (_LATIN, _CYRILLIC)
        return not own.search(text) and other.search(text) is not None

    def translated(self, text: str) -> str:
        """Give words of the case; in another alphabet than the paper's they are marked for translation."""
        if not self.foreign(text):
            return text
        return self._asked(f"words.{text}", say(self.lang, "draft.translate", words=text))

    def other_letters(self, name: str) -> str:
        """Mark a name that the case has in another alphabet only: how it is spelt here, only a document tells."""
        return self._asked("person.name.letters", say(self.lang, "draft.other-letters", name=name))

    def _asked(self, path: str, told: str) -> str:
        self.missing.setdefault(path, Missing(path, told))
        return f"{GAP_OPENS}{say(self.lang, 'draft.gap', words=told)}{GAP_CLOSES}"

    def footnote(self, text: str) -> str:
        """Give the mark of a footnote with a text."""
        self.footnotes.append(text)
        return f"{NOTE_OPENS}{len(self.footnotes) - 1}{NOTE_CLOSES}"

    def _fact(self, path: str) -> str:
        """Find the longest beginning of a name that the document describes; nothing where there is none."""
        told = path
        while told and told not in self.asked:
            told = told.rpartition(".")[0]
        return told


class Part:
    """Something the text can name: its words, and its own parts by name. A part without a value is a gap."""

    __slots__ = ("book", "parts", "path", "text")

    def __init__(self, book: Book, path: str, text: str, parts: Mapping[str, object] | None = None) -> None:
        """Keep it. A part that is a function is worked out when it is asked for."""
        self.book = book
        self.path = path
        self.text = text
        self.parts = {} if parts is None else parts

    def part(self, name: str) -> object:
        """Give a part by name; a gap where there is none."""
        found = self.parts.get(name)
        if callable(found):
            found = found()
        return Gap(self.book, f"{self.path}.{name}") if found is None else found

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return self.text


class Keyed(Part):
    """Parts by any key, as `limits["kz/…"]`; what is not there is a gap, or what ``absent`` gives."""

    __slots__ = ("absent",)

    def __init__(
        self, book: Book, path: str, parts: Mapping[str, object], absent: Callable[[str], object] | None = None
    ) -> None:
        super().__init__(book, path, "", parts)
        self.absent = absent

    def part(self, name: str) -> object:
        """Give a part by any key."""
        if name not in self.parts and self.absent is not None:
            return self.absent(name)
        return super().part(name)


class Named(Part):
    """A name or noun in its cases; ``forms`` by the words of `CASES`. A form that is not known is printed marked.

    ``built`` says of a form that is printed, by its case, why a person must check it.
    """

    __slots__ = ("built", "forms", "unsure")

    def __init__(
        self,
        book: Book,
        path: str,
        forms: Mapping[str, str],
        unsure: str = "",
        built: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(book, path, forms["nom"])
        self.forms = forms
        self.unsure = unsure
        self.built = {} if built is None else built

    def form(self, case: str) -> str:
        """Give a form; where it is not known, the first form, marked for a person."""
        found = self.forms.get(case)
        if found is None:
            return self.book.check(self.forms["nom"], self.unsure)
        why = self.built.get(case)
        return found if why is None else self.book.check(found, why)


class Gap:
    """A fact the case does not say. False in a condition; printed, it is a marked gap; its parts are gaps."""

    __slots__ = ("book", "path", "words")

    def __init__(self, book: Book, path: str, words: str = "") -> None:
        self.book = book
        self.path = path
        self.words = words

    def part(self, name: str) -> Gap:
        """Give a part of what is missing: missing too."""
        return Gap(self.book, f"{self.path}.{name}", self.words)

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> object:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __str__(self) -> str:
        return self.book.gap(self.path, self.words)


def written(value: object) -> str:
    """Write a value into the text: words as they are, lists with commas."""
    if isinstance(value, list | tuple):
        return ", ".join(written(item) for item in value)
    if value is None or value is False or value is True:
        return ""
    return str(value)
