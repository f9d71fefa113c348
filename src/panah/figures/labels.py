"""Words for the id of a figure, in the language of the reader: from the vocabulary, the law, and the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.figures.people import IN_WORDS, UNTOLD
from panah.lawmodel import in_language
from panah.texts import say

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.lawmodel.model import Text


def label(figure_id: str, law: Law, lang: str) -> str:
    """Give the words for a figure; an id that no file knows any more stands for itself."""
    family, _, rest = figure_id.partition("/")
    last = rest.rpartition("/")[2]
    if rest in {UNTOLD, IN_WORDS} or last == UNTOLD:
        return say(lang, f"figures.{last}")
    vocabulary = law.vocabulary
    if family == "outcome":
        return vocabulary.word("outcomes", rest, lang)
    if family == "return":
        outcome, _, kind = rest.partition("/")
        return f"{vocabulary.word('outcomes', outcome, lang)} · {vocabulary.label(kind, lang)}"
    if family == "ground":
        return vocabulary.word("values", rest, lang)
    if family in {"harm", "abroad"}:
        return vocabulary.label(rest, lang)
    if family == "stage":
        _, track, stage = rest.split("/", 2)
        return vocabulary.stage_label(track, stage, lang)
    if family in {"people", "asylum"}:
        return say(lang, f"figures.{family}.{rest}")
    if family == "custody":
        return say(lang, f"figures.custody.{last}")
    return _of_law(family, rest, law, lang)


def law_title(family: str, rule_id: str, law: Law) -> Text:
    """Give the title of a time limit (families ``limit``, ``cap``) or of a breach, in the languages the law has."""
    for pack in law.packs.values():
        found = pack.breaches.get(rule_id) if family == "breach" else pack.limit_by_id.get(rule_id)
        if found is not None:
            return found.title
    return {}


def rule_of(figure_id: str) -> tuple[str, str]:
    """Give the family of a figure that rests on a rule, and the rule's id."""
    family, _, rest = figure_id.partition("/")
    return family, rest if family == "breach" else rest.rpartition("/")[0]


def _of_law(family: str, rest: str, law: Law, lang: str) -> str:
    rule, _, last = rest.rpartition("/")
    if family == "breach":
        return in_language(law_title(family, rest, law), lang) or rest
    title = in_language(law_title(family, rule, law), lang) or rule
    if family == "limit":
        return f"{title}: {law.vocabulary.word('states', last, lang)}"
    if family == "cap":
        return f"{title}: {say(lang, f'figures.cap.{last}')}"
    return last or rest
