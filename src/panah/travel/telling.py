"""What a travel file tells: the position, what is due and what was broken, what is open, and the acts.

Days stand without how far off they are: the file is read on another day than it was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from panah.assembly.anonymous import without_identity
from panah.assembly.chronology import act_sentence, told_acts
from panah.dates import weekday_words
from panah.procedure.act_words import when_of
from panah.procedure.replay import replay
from panah.telling.awaited import key_of
from panah.telling.beside import NOTHING, Beside
from panah.telling.docket import Docket
from panah.telling.items import ItemWords
from panah.telling.law_words import LawWords
from panah.texts import say

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile
    from panah.procedure.position import Position
    from panah.telling.lines import Line as DocketLine

GOOD_FOR = 7
"""Days after which the reader is told not to rely on the file."""
Line: TypeAlias = "dict[str, str | list[str]]"


def content(
    casefile: CaseFile,
    law: Law,
    lang: str,
    *,
    as_of: int,
    alias: str,
    beside: Beside = NOTHING,
) -> dict[str, object]:
    """Give what the page shows once opened, as plain values for JSON.

    Args:
        casefile: The case.
        law: The law.
        lang: Language of the reader.
        as_of: The day (ordinal) it is made for.
        alias: What stands for the name, and the case is told without what says who the person is; empty: names and
            free words are told too.
        beside: What is kept beside the case; its days are always told, its words only with the names.
    """
    known = without_identity(casefile, law) if alias else casefile
    if alias:
        known = known._replace(names=dict.fromkeys(known.names or {lang: ""}, alias))
    position = replay(known, law, as_of=as_of)
    if alias and beside is not NOTHING:
        beside = _without_identity(beside, replay(casefile, law, as_of=as_of), position)
    law_words = LawWords(lang)
    words = ItemWords(known, position, law, law_words)
    head = alias or words.name()
    sections = [
        *_docket(known, position, law, law_words, beside),
        *_open(words, position, lang),
        _acts(known, law, lang, as_of),
    ]
    until = as_of + GOOD_FOR
    return {
        "title": f"{head} · {words.outcome()}",
        "sentence": words.sentence(),
        "made": say(lang, "travel.made", day=weekday_words(as_of, lang), until=weekday_words(until, lang)),
        "expired": say(lang, "travel.expired", day=weekday_words(until, lang)),
        "until": until,
        "sections": [one for one in sections if one["lines"]],
        "remarks": [text for text in (law_words.remark(), say(lang, "travel.how-to-read")) if text],
    }


def _without_identity(beside: Beside, whole: Position, position: Position) -> Beside:
    """Give what is kept beside the case for its file without identity, in which the acts have other names."""
    keys = {key_of(one): key_of(other) for one, other in zip(whole.deadlines, position.deadlines, strict=True)}
    told = beside.without_words()
    return told._replace(said={keys[key]: said for key, said in told.said.items() if key in keys})


def _docket(
    casefile: CaseFile, position: Position, law: Law, law_words: LawWords, beside: Beside
) -> list[dict[str, object]]:
    lang = law_words.lang
    docket = Docket(law, lang, position.as_of)
    docket.add(casefile, position, beside)
    law_words.lacking = law_words.lacking or docket.law_words.lacking
    found: list[dict[str, object]] = [
        {
            "title": say(lang, f"docket.group-{group}"),
            "lines": [
                _line(one.day, f"{one.title} · {one.cite}" if one.cite else one.title, _more(one)) for one in lines
            ],
        }
        for group, lines in docket.groups().items()
    ]
    closing = [_line("", words) for words in docket.closing(long_ago="travel.long-ago")]
    return [*found, {"title": "", "lines": closing}]


def _more(line: DocketLine) -> tuple[str, ...]:
    return (line.said, *line.details) if line.said else line.details


def _open(words: ItemWords, position: Position, lang: str) -> list[dict[str, object]]:
    remedies = [
        _line(words.until(one), words.law_words.of(one.limit.title), tuple(words.remedy(one)))
        for one in position.remedies
    ]
    shields = [_line(*words.protection(one)) for one in position.protections]
    return [
        {"title": say(lang, "case.section-open"), "lines": remedies},
        {"title": say(lang, "case.section-protects"), "lines": shields},
    ]


def _acts(casefile: CaseFile, law: Law, lang: str, as_of: int) -> dict[str, object]:
    lines = [
        _line(when_of(act.span, lang), act_sentence(act, casefile, law, lang))
        for act, _ in reversed(told_acts(casefile, as_of, None))
    ]
    return {"title": say(lang, "travel.acts"), "lines": lines}


def _line(lead: str, text: str, more: tuple[str, ...] = ()) -> Line:
    return {"lead": lead, "text": text, "more": list(more)}
