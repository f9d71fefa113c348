"""Words of the law on a page: in the language of the reader, with one mark where they had to be in Russian.

A page says once that words it had no Kazakh for are in Russian (`panah.telling.law_words`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from panah.telling import law_words as telling
from panah.texts import say

if TYPE_CHECKING:
    from collections.abc import Collection

    from panah.cli.screen import Screen
    from panah.lawmodel.doubts import Doubt


class LawWords(telling.LawWords):
    """Gives words of the law and remembers whether a page had to do with Russian."""

    def footnote(self, screen: Screen) -> list[str]:
        """Write the mark, after an empty line; nothing where no word was lacking."""
        remark = self.remark()
        return ["", *screen.paragraph(remark, 2)] if remark else []


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
