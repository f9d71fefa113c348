"""Acts as reasons: what happened, when as far as is known, on how many sources; and which act may excuse a delay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.dates import amount, clock_words, day_words, span_words, when_words
from panah.texts import say
from panah.timelimits import FAR_PAST, day_of

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.casefile import Act, CaseFile
    from panah.procedure.position import BreachFound, Deadline


def act_words(act_id: str, casefile: CaseFile, law: Law, lang: str) -> str:
    """Name an act by its word, day and sources: ``задержание: 31 августа 2025 (источников: 4)``."""
    act = casefile.act(act_id)
    if act is None:
        origin, _, kind = act_id.partition("/")
        label = law.vocabulary.label(kind or act_id, lang)
        return say(lang, f"act.{origin}", act=label) if kind else label
    doubts = [amount(len(act.sources), "sources", lang) if act.sources else say(lang, "act.no-source")]
    if act.certainty != "reported":
        doubts.append(law.vocabulary.word("certainties", act.certainty, lang))
    return f"{act_named(act, law, lang)} ({', '.join(doubts)})"


def act_named(act: Act, law: Law, lang: str) -> str:
    """Name an act by its word and day alone: ``задержание: 31 августа 2025``."""
    label = law.vocabulary.label(act.kind, lang)
    if "to" in act.fields and act.kind == "served":
        label = f"{label} {law.vocabulary.word('values', act.fields['to'], lang)}"
    return f"{label}: {when_of(act.span, lang)}"


def when_of(span: tuple[int, int | None], lang: str) -> str:
    """Write when an act happened, with its clock only where the minute is known."""
    first, last = span
    if first == FAR_PAST:
        if last is None:
            return say(lang, "dates.not-known")
        return say(lang, "dates.by", day=day_words(day_of(last), lang))
    if first == last:
        return when_words(first, last, lang)
    return span_words(day_of(first), None if last is None else day_of(last), lang)


def hour_unknown(item: Deadline, casefile: CaseFile, lang: str) -> list[str]:
    """Say that an act met a limit of hours by its day alone: on the last day, at an hour that nobody noted."""
    acts = [act for name in item.met_by if (act := casefile.act(name)) is not None]
    if item.minute is None or not any(_on_the_day(act, day_of(item.minute)) for act in acts):
        return []
    return [say(lang, "because.met-hour-unknown", clock=clock_words(item.minute))]


def _on_the_day(act: Act, day: int) -> bool:
    first, last = act.span
    return last is not None and first != last and day_of(last) == day


def excused_by(item: BreachFound, casefile: CaseFile) -> tuple[str, ...]:
    """Name the acts on record after which the limit that was passed may have been prolonged."""
    patterns = () if item.limit is None else item.limit.excused_by
    return tuple(act.id for act in casefile.acts if any(pattern.matches(act.kind, act.fields) for pattern in patterns))
