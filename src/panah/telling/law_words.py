"""Words of the law in the language of the reader, remembering where they had to be in Russian.

Words of the law stand in Kazakh only where the official or a checked text gives them; whoever shows the others says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.lawmodel.vocabulary import in_language
from panah.texts import say

if TYPE_CHECKING:
    from panah.lawmodel.model import Text

_MARKED_LANGUAGE = "kk"


class LawWords:
    """Gives words of the law and remembers whether one had to be Russian for a reader of Kazakh."""

    def __init__(self, lang: str) -> None:
        """Begin in a language."""
        self.lang = lang
        self.lacking = False

    def of(self, text: Text) -> str:
        """Give words of the law; Russian ones where Kazakh has none."""
        if self.lang == _MARKED_LANGUAGE and text and self.lang not in text:
            self.lacking = True
        return in_language(text, self.lang)

    def remark(self) -> str:
        """Say that words of the law had to be Russian; nothing where none was lacking."""
        return say(self.lang, "law.words-in-russian") if self.lacking else ""
