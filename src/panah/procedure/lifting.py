"""What lifts a protection, in words: acts by their names, and a term that passes in silence by its name and day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.dates import span_words, weekday_words
from panah.lawmodel.vocabulary import in_language
from panah.procedure.counting import later
from panah.texts import say
from panah.timelimits import FAR_PAST, day_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile
    from panah.procedure.position import Deadline, Protection

_LAPSE = "time-lapsed"


def lifted_by(item: Protection, deadlines: Iterable[Deadline], casefile: CaseFile, law: Law, lang: str) -> list[str]:
    """Name what lifts a protection.

    «A term passes» tells nobody which: it is named with its day, from the open limit on which the protection rests, or
    from the time it lasts. Where no term runs that could lift it, and acts can, only the acts are named.
    """
    acts = [law.vocabulary.label(act, lang) for act in item.edition.lifted_by if act != _LAPSE]
    if _LAPSE not in item.edition.lifted_by:
        return acts
    terms = _terms(item, deadlines, lang) + _lasting(item, casefile, lang)
    return acts + (terms or ([] if acts else [law.vocabulary.label(_LAPSE, lang)]))


def _terms(item: Protection, deadlines: Iterable[Deadline], lang: str) -> list[str]:
    guard = item.edition.guard
    if guard is None or not guard.limit_open:
        return []
    return [
        say(
            lang,
            "because.lifted-by-limit",
            title=in_language(one.limit.title, lang),
            day=weekday_words(one.safe, lang) if one.safe == one.latest else span_words(one.safe, one.latest, lang),
        )
        for one in deadlines
        if one.limit.id == guard.limit_open and not one.met_by
    ]


def _lasting(item: Protection, casefile: CaseFile, lang: str) -> list[str]:
    guard = item.edition.guard
    act = casefile.act(item.of[0]) if item.of else None
    if guard is None or guard.lasts is None or act is None or act.span[0] == FAR_PAST:
        return []
    first, last = act.span
    days = (later(day_of(first), guard.lasts), None if last is None else later(day_of(last), guard.lasts))
    if act.until is not None:
        days = (day_of(act.until.first), None if act.until.last is None else day_of(act.until.last))
    words = weekday_words(days[0], lang) if days[0] == days[1] else span_words(*days, lang)
    return [say(lang, "because.lifted-by-time", day=words)]
