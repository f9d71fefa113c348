"""The acts of a case as a list: newest first, what was corrected under what corrects it, each with what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.dates import when_words
from panah.procedure.act_words import act_named
from panah.texts import say
from panah.timelimits import parse_date
from panah.web.cases.act_sources import source_words
from panah.web.cases.handing import handed_by
from panah.web.cases.recorded_once import row_number
from panah.web.cases.timeline import days_of, numbered
from panah.web.desk import the_desk

if TYPE_CHECKING:
    from panah.procedure.casefile import Act, CaseFile
    from panah.web.cases.filing import Done
    from panah.web.standing import Standing


class Version(NamedTuple):
    """What an act was told to be before it was corrected; ``row`` is the number it was recorded under."""

    row: int
    number: int
    words: str
    details: tuple[str, ...]


class ActTold(NamedTuple):
    """An act in the list of a case: ``row`` is the number it was recorded under, ``number`` the one it is shown with.

    ``before`` are the versions it replaces, the last one first; ``replaced`` where what replaces it is not in the list;
    ``handed`` leads to forms that record to whom the paper was handed.
    """

    row: int
    number: int
    words: str
    details: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    before: tuple[Version, ...]
    replaced: bool
    after: bool
    handed: tuple[Done, ...]


def acts_told(standing: Standing, casefile: CaseFile, lang: str) -> list[ActTold]:
    """Tell acts, newest first.

    Args:
        standing: Where the case stands.
        casefile: The case with the acts to tell.
        lang: Language of the reader.
    """
    law, day = the_desk().law, standing.position.as_of
    acts = {act.id: (number, act) for number, act in numbered(casefile)}
    handed = handed_by(standing, law, lang)
    told_under = {one.id for _, act in acts.values() for _, one in _before(act, acts)}
    replaced = {act.supersedes for act in casefile.acts}
    return [
        ActTold(
            row=row_number(act),
            number=number,
            words=act_named(act, law, lang),
            details=details_of(act, lang),
            sources=_sources(act, casefile),
            before=tuple(
                Version(row_number(one), place, act_named(one, law, lang), details_of(one, lang))
                for place, one in _before(act, acts)
            ),
            replaced=act.id in replaced,
            after=days_of(act)[0] > day,
            handed=handed.get(act.id, ()),
        )
        for number, act in reversed(acts.values())
        if act.id not in told_under
    ]


def _before(act: Act, acts: dict[str, tuple[int, Act]]) -> list[tuple[int, Act]]:
    """Give the versions that an act replaces, each with its number; it replaces one, which may replace another."""
    found: list[tuple[int, Act]] = []
    while act.supersedes in acts:
        found.append(acts[act.supersedes])
        act = found[-1][1]
    return found


def details_of(act: Act, lang: str) -> tuple[str, ...]:
    """Give what an act says beside its kind and its day."""
    vocabulary = the_desk().law.vocabulary
    told = []
    for name, value in act.fields.items():
        kind = vocabulary.acts[act.kind].fields.get(name) or vocabulary.every_act.get(name)
        if name == "body":
            told.append(vocabulary.label(value, lang))
        elif kind is not None and kind.kind == "date":
            span = parse_date(value)
            told.append(f"{say(lang, f'page.field-{name}')}: {when_words(span.first, span.last, lang)}")
        elif name != "of":
            told.append(vocabulary.word("values", value, lang))
    told += [words for words in (act.place, act.by, act.words, act.time_note, act.note) if words]
    if act.certainty != "reported":
        told.append(vocabulary.word("certainties", act.certainty, lang))
    return tuple(told)


def _sources(act: Act, casefile: CaseFile) -> tuple[tuple[str, str], ...]:
    """Give the sources of an act by title and address; only addresses of the web become links."""
    told = []
    for name in act.sources:
        source = casefile.sources[name]
        url = source.url or ""
        told.append((source_words(source), url if url.startswith(("https://", "http://")) else ""))
    return tuple(told)
