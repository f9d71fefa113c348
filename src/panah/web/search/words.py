"""Words as search compares them: small letters, stems of three languages, and names across alphabets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from panah.web.search.kazakh import kazakh_stems
from panah.web.search.names import name_keys

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_BETWEEN_LETTERS = re.compile(r"(?<=\w)['’ʼʹ`](?=\w)")
"""Signs that transliterations put inside a name: Emel'yanova."""
SHORTEST_PREFIX = 3
_SHORTEST_KEY = 3


class Stemmer(Protocol):
    """What a stemmer of a language does."""

    def stemWord(self, word: str) -> str:  # noqa: N802  (the library's own name)
        """Give the stem of a word."""


def words_of(text: str) -> list[str]:
    """Give the words of a text in small letters, ё as е; one with a hyphen also by its parts."""
    return [word.lower() for word in _written(text)]


def _written(text: str) -> list[str]:
    found: list[str] = []
    for word in _WORD.findall(_BETWEEN_LETTERS.sub("", text.replace("ё", "е").replace("Ё", "Е"))):
        found += [word, *word.split("-")] if "-" in word else [word]
    return found


def stems(word: str) -> frozenset[str]:
    """Give the stems of a word: English for Latin letters, else Russian and Kazakh, for the letters do not tell which.

    A stem is marked with its language, so that the stem of one is never taken for that of another.
    """
    russian, english = _stemmers()
    if word[:1].isascii():
        return frozenset((f"en {english.stemWord(word)}",))
    return frozenset((f"ru {russian.stemWord(word)}", *(f"kk {stem}" for stem in kazakh_stems(word))))


@lru_cache(maxsize=1)
def _stemmers() -> tuple[Stemmer, Stemmer]:
    from snowballstemmer import stemmer

    return stemmer("russian"), stemmer("english")


class Text(NamedTuple):
    """A text to look in: its words, their stems, and the keys of what may be a name in it."""

    words: frozenset[str]
    stems: frozenset[str]
    keys: frozenset[str]


class Term:
    """A word that is looked for."""

    __slots__ = ("_answered", "keys", "stems", "word")

    def __init__(self, word: str) -> None:
        """Keep its stems and, where it is long enough to tell anything, its keys as a name."""
        self.word = word
        self.stems = stems(word)
        self.keys = frozenset(key for key in name_keys(word) if len(key) >= _SHORTEST_KEY)
        self._answered: dict[int, bool] = {}

    def is_in(self, text: Text) -> bool:
        """Whether a text holds the word in any form, one that begins so, or the name as others write it."""
        return (
            self.word in text.words
            or not self.stems.isdisjoint(text.stems)
            or not self.keys.isdisjoint(text.keys)
            or (len(self.word) >= SHORTEST_PREFIX and any(one.startswith(self.word) for one in text.words))
        )

    def is_in_shared(self, text: Text) -> bool:
        """The same of a text that many things share, looked through once."""
        found = self._answered.get(id(text))
        if found is None:
            found = self._answered[id(text)] = self.is_in(text)
        return found


def terms_of(wanted: str) -> list[Term]:
    """Give what is looked for, word by word."""
    return [Term(word) for word in dict.fromkeys(words_of(wanted))]


class Forms:
    """Takes texts apart, each word once, each shared text once.

    What it remembers are words of cases: it lives where everything is thrown away when the register is sealed.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._stems: dict[str, frozenset[str]] = {}
        self._keys: dict[str, frozenset[str]] = {}
        self._shared: dict[str, Text] = {}

    def text(self, said: str) -> Text:
        """Take a text apart; what begins with a capital may be a name."""
        written = dict.fromkeys(_written(said))
        words = frozenset(word.lower() for word in written)
        names = {word.lower() for word in written if word[:1].isupper()}
        return Text(
            words,
            frozenset(stem for word in words for stem in self._of(word, self._stems, stems)),
            frozenset(key for word in names for key in self._of(word, self._keys, name_keys)),
        )

    def shared(self, said: str) -> Text:
        """Take apart a text that many things share, such as what the law calls an act."""
        found = self._shared.get(said)
        if found is None:
            found = self._shared[said] = self.text(said)
        return found

    @staticmethod
    def _of(word: str, known: dict[str, frozenset[str]], work: Callable[[str], frozenset[str]]) -> frozenset[str]:
        found = known.get(word)
        if found is None:
            found = known[word] = work(word)
        return found
