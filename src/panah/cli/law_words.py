"""Words of the law on a page: in the language of the reader, with one mark where they had to be in Russian.

Words of the law stand in Kazakh only where the official or a checked text gives them; a page says once that the others
are in Russian.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from panah.lawmodel.vocabulary import in_language
from panah.texts import say

if TYPE_CHECKING:
    from collections.abc import Collection

    from panah.cli.screen import Screen
    from panah.lawmodel.doubts import Doubt
    from panah.lawmodel.model import Text

_MARKED_LANGUAGE = "kk"


class LawWords:
    """Gives words of the law and remembers whether a page had to do with Russian."""

    def __init__(self, lang: str) -> None:
        """Begin a page in a language."""
        self.lang = lang
        self.lacking = False

    def of(self, text: Text) -> str:
        """Give words of the law; Russian ones where Kazakh has none."""
        if self.lang == _MARKED_LANGUAGE and text and self.lang not in text:
            self.lacking = True
        return in_language(text, self.lang)

    def footnote(self, screen: Screen) -> list[str]:
        """Write the mark, after an empty line; nothing where no word was lacking."""
        if not self.lacking:
            return []
        return ["", *screen.paragraph(say(self.lang, "law.words-in-russian"), 2)]


def open_questions(doubts: Collection[str], words: LawWords) -> list[str]:
    """Write the doubts with these ids, a sentence each; only here, and for ``law doubts``, the research is read."""
    if not doubts:
        return []
    known = _known_doubts()
    return [
        say(words.lang, "law.doubt", id=name, words=words.of(known[name].words))
        for name in dict.fromkeys(doubts)
        if name in known
    ]


@cache
def _known_doubts() -> dict[str, Doubt]:
    """Read the research once for a command; one rule may be asked about many times."""
    from panah.lawmodel.doubts import read_doubts
    from panah.places import law_folder

    return read_doubts(law_folder())
