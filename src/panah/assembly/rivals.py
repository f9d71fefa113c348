"""One fact told differently: the other versions of an act, and how a paper marks their days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.assembly.wording import date_text
from panah.texts import say
from panah.timelimits import day_of

if TYPE_CHECKING:
    from panah.assembly.values import Book
    from panah.lawmodel import Law
    from panah.procedure.casefile import Act, CaseFile


def versions(casefile: CaseFile, act: Act, as_of: int) -> list[Act]:
    """Give the other tellings of the same fact that may have happened by a day (an ordinal)."""
    return [one for one in casefile.acts if one.alternative_to == act.id and day_of(one.span.first) <= as_of]


def other_days(act: Act, rivals: list[Act], book: Book, law: Law) -> str:
    """Mark a day of which the sources differ, with the days that the others tell; another act by its name."""
    lang, label = book.lang, law.vocabulary.label
    told = dict.fromkeys(
        ("" if one.kind == act.kind else f"{label(one.kind, lang)}, ") + date_text(one.span, lang) for one in rivals
    )
    days = "; ".join(told)
    why = say(lang, "draft.differ", act=label(act.kind, lang), day=date_text(act.span, lang), days=days)
    return book.check(say(lang, "draft.differ-mark", days=days), why)
