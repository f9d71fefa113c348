"""What a line of the docket says of its deadline besides day and title: the count, what it rests on, what if missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.dates import clock_words, weekday_words
from panah.procedure.arithmetic import short_count
from panah.texts import say

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.position import Deadline
    from panah.telling.law_words import LawWords


def details_of(item: Deadline, law: Law, law_words: LawWords, today: int) -> tuple[str, ...]:
    """Give the details of a deadline that runs, may run or was missed."""
    lang = law_words.lang
    told: list[str] = []
    if item.readings:
        leading = min(item.readings, key=lambda reading: reading.first)
        told.append(short_count(leading, lang))
    if item.minute is not None:
        told.append(say(lang, "docket.until-clock", clock=clock_words(item.minute)))
    if item.state == "suspended":
        told.append(say(lang, "docket.suspended"))
    if item.unknown_trigger:
        told.append(say(lang, "docket.unknown-trigger"))
    elif item.latest is not None and item.latest != item.safe:
        told.append(_span(item, item.latest, today, lang))
    if item.limit.binds == "defence":
        told += _for_us(item, law_words, today)
    if item.late_under:
        told.append(say(lang, "docket.late-under", day=weekday_words(item.safe, lang, short=True)))
    if item.confidence != "high":
        word = law.vocabulary.word("confidences", item.confidence, lang)
        told.append(say(lang, "docket.confidence", word=word))
    if item.in_versions:
        told.append(say(lang, "docket.in-versions"))
    return tuple(told)


def _span(item: Deadline, latest: int, today: int, lang: str) -> str:
    """Say what the days between the first and the last end mean to who is bound."""
    if item.limit.binds == "defence":
        early = weekday_words(item.safe, lang, short=True)
        key = "latest" if item.safe >= today else "passed-early"
        return say(lang, f"docket.{key}", early=early, day=weekday_words(latest, lang, short=True))
    days = [weekday_words(day + 1, lang, short=True) for day in (item.safe, latest)]
    return say(lang, "docket.late-between", first=days[0], last=days[1])


def _for_us(item: Deadline, law_words: LawWords, today: int) -> list[str]:
    lang = law_words.lang
    told: list[str] = []
    if item.state == "missed":
        told.append(say(lang, "docket.missed"))
    elif item.limit.remedy and item.file_by is not None and today <= item.file_by < item.safe:
        told.append(say(lang, "docket.file-by", day=weekday_words(item.file_by, lang, short=True, year=False)))
    missed = law_words.of(item.limit.if_missed)
    if missed and not item.met_by:
        told.append(say(lang, "docket.if-missed", words=missed))
    return told
