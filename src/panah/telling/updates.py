"""What a changed file would change in a case, in words: the same in the terminal and on the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.procedure.act_words import act_named
from panah.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from panah.lawmodel import Law
    from panah.procedure.updating import ActUpdate, Replaced, SourceUpdate, Update

_NOTHING = "—"


class Changed(NamedTuple):
    """One change: its words, and what is said otherwise."""

    words: str
    details: tuple[str, ...]


def update_told(update: Update, law: Law, lang: str, label: Callable[[str], str]) -> list[Changed]:
    """Tell every change.

    Args:
        update: What would change.
        law: The law, for its words.
        lang: Language of the reader.
        label: Gives the name of a key of an act or source, or of another place in the file, for this reader.
    """
    told = [Changed(_said(one, label(one.path), lang), ()) for one in update.replaced]
    told += [_source(one, lang, label) for one in update.sources]
    told += [_act(one, law, lang, label) for one in update.acts]
    if update.staying:
        told.append(Changed(say(lang, "update.staying", count=update.staying), ()))
    return told


def _source(source: SourceUpdate, lang: str, label: Callable[[str], str]) -> Changed:
    parts = [source.entries.get(key) for key in ("publisher", "title")]
    title = ", ".join(str(part) for part in parts if part) or str(source.entries["id"])
    key = "update.changed-source" if source.replaced else "update.new-source"
    return Changed(say(lang, key, source=title), tuple(_said(one, label(one.path), lang) for one in source.replaced))


def _act(act: ActUpdate, law: Law, lang: str, label: Callable[[str], str]) -> Changed:
    if act.corrects is None:
        return Changed(say(lang, "update.new-act", act=act_named(act.act, law, lang)), ())
    told = [
        one._replace(before=_value(one.path, one.before, law, lang), after=_value(one.path, one.after, law, lang))
        for one in act.replaced
    ]
    words = say(lang, "update.corrected", act=act_named(act.corrects, law, lang))
    return Changed(words, tuple(_said(one, label(one.path), lang) for one in told))


def _value(key: str, value: str, law: Law, lang: str) -> str:
    if key in {"act", "body"}:
        return law.vocabulary.label(value, lang) if value else ""
    return law.vocabulary.word("certainties" if key == "certainty" else "values", value, lang)


def _said(one: Replaced, what: str, lang: str) -> str:
    return say(lang, "update.said", what=what, before=one.before or _NOTHING, after=one.after or _NOTHING)
