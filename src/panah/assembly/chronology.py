"""The acts of a case in order of time, each with its sources by number: for colleagues and the press.

Only what the file says stands here, nothing derived. Versions of one fact stand under the first of them, and what a
correction replaced is left out. Words are those of the vocabulary and of the locale (``chronology.*``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.assembly.paper import Paper, Table, Words
from panah.assembly.values import clean
from panah.dates import day_words, moment_words, span_words
from panah.lawmodel.citations import cite_words
from panah.lawmodel.vocabulary import in_language
from panah.procedure.act_words import when_of
from panah.procedure.arithmetic import length_words
from panah.procedure.facts import roots_of
from panah.texts import say
from panah.timelimits import FAR_PAST, day_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from panah.lawmodel import Law
    from panah.procedure.casefile import Act, CaseFile, Source
    from panah.timelimits import Span

_LONGEST_NAME = 90
_WIDTHS = (22, 66, 12)
_FREE = frozenset({"at-liberty", "left-to-third-country"})
"""What an act tells of a person who is free and may be looked for."""


def chronology(
    casefile: CaseFile, law: Law, lang: str, *, as_of: int, known_on: int | None = None, notes: bool = False
) -> Paper:
    """Tell the acts of a case up to a day: a table of acts, the list of sources, and how to read it.

    Args:
        casefile: The case, with or without what tells who the person is.
        law: Gives the words of acts, bodies and articles.
        lang: Language of the reader. What the file says in free words stays as it is there.
        as_of: The day (ordinal); an act counts from the day it may have happened.
        known_on: Only what was known by the end of this day; None: everything.
        notes: Tell the notes of the file too: they may be the defence's own.
    """
    numbers = Numbered(casefile.sources)
    rows = []
    for act, version in told_acts(casefile, as_of, known_on):
        words = act_sentence(act, casefile, law, lang, notes=notes)
        told = say(lang, "chronology.version", words=words) if version else words
        sources = ", ".join(map(str, numbers.of(act.sources))) or say(lang, "chronology.no-source")
        rows.append((when_of(act.span, lang), told, sources))
    head = tuple(say(lang, f"chronology.column-{name}") for name in ("when", "what", "sources"))
    blocks: list[Words | Table] = [
        Words(clean(in_language(casefile.names, lang), _LONGEST_NAME), "title"),
        Words(say(lang, "chronology.as-of", day=day_words(as_of, lang)), "lead"),
    ]
    blocks += [Table(head, tuple(rows), _WIDTHS)] if rows else [Words(say(lang, "chronology.nothing"))]
    sources_told = numbers.lines(lang)
    if sources_told:
        blocks.append(Words(say(lang, "chronology.heading-sources"), "heading"))
        blocks += [Words(clean(f"{number}. {words}"), "small") for number, words in enumerate(sources_told, 1)]
    blocks.append(Words(say(lang, "chronology.how-to-read"), "small"))
    return Paper(say(lang, "chronology.title"), as_of, lang, tuple(blocks))


class Numbered:
    """Numbers for sources, in the order in which they are first named."""

    def __init__(self, sources: dict[str, Source]) -> None:
        """Keep the sources that may be named."""
        self._sources = sources
        self._numbers: dict[str, int] = {}

    def of(self, names: Iterable[str]) -> tuple[int, ...]:
        """Give the numbers of some sources."""
        return tuple(self._numbers.setdefault(name, len(self._numbers) + 1) for name in names)

    def known(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Give the first of some sources that has a number already; nothing where none has."""
        return tuple(name for name in names if name in self._numbers)[:1]

    def lines(self, lang: str) -> tuple[str, ...]:
        """Write every source that has a number: title, publisher, day, address."""
        return tuple(source_words(self._sources[name], lang) for name in self._numbers)


def source_words(source: Source, lang: str) -> str:
    """Write one source: what is known of its title, publisher, day and address."""
    title = None if source.title is None else say(lang, "chronology.source-title", title=source.title)
    day = None
    if source.published is not None:
        first, last = source.published
        day = span_words(day_of(first), None if last is None else day_of(last), lang)
    parts = [part for part in (title, source.publisher, day, source.url) if part]
    return ", ".join(parts) or say(lang, "chronology.source-withheld")


def act_sentence(
    act: Act, casefile: CaseFile, law: Law, lang: str, *, notes: bool = False, whereabouts: bool = True
) -> str:
    """Tell an act: its word, what it says of itself, who and where, and the notes of the file if they are wanted.

    An act told in free words (``recorded``) is those words. A dispute is said. Without ``whereabouts`` nothing is told
    of where a person who is free was, or went, unless it is a seeking state.
    """
    told_of = [*_details(act, casefile, law, lang), *_places(act, casefile, law, lang, whereabouts=whereabouts)]
    label, details = _label(act, law, lang), "; ".join(filter(None, told_of))
    if act.kind == "recorded":
        told = f"{label} ({details})" if details else label
    else:
        told = f"{label}: {details}" if details else label
    sentences = [told, *(text for text in (act.note, act.time_note) if text and notes)]
    if act.certainty == "disputed":
        sentences.append(law.vocabulary.word("certainties", act.certainty, lang))
    return " ".join(f"{_capital(clean(text)).rstrip('.')}." for text in sentences)


def state_words(code: str, law: Law, lang: str) -> str:
    """Name a state by its code; a place told in words stays as it is."""
    return law.vocabulary.word("countries", code, lang)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _label(act: Act, law: Law, lang: str) -> str:
    if act.kind == "recorded":
        return act.fields.get("what", "")
    label = law.vocabulary.label(act.kind, lang)
    if act.kind == "served" and "to" in act.fields:
        label = f"{label} {law.vocabulary.word('values', act.fields['to'], lang)}"
    return label


def _details(act: Act, casefile: CaseFile, law: Law, lang: str) -> list[str]:
    words = law.vocabulary
    fields = act.fields
    told = [words.word("values", fields[name], lang) for name in ("ground", "kind", "how", "outcome") if name in fields]
    of = casefile.act(act.of) if act.of else None
    if of is not None:
        told.append(words.label(of.kind, lang))
    if act.duration is not None:
        told.append(length_words(act.duration, lang))
    if fields.get("expulsion") == "yes":
        told.append(say(lang, "chronology.with-expulsion"))
    if fields.get("suspended") == "yes":
        told.append(say(lang, "chronology.suspended"))
    if "provision" in fields:
        told.append(cite_words(fields["provision"], law, lang))
    told += [fields[name] for name in ("penalty", "treaty", "list") if name in fields]
    dated = (("until", act.until), ("set-for", act.set_for), ("leave-by", act.leave_by))
    told += [say(lang, f"chronology.{name}", day=_day(span, lang)) for name, span in dated if span is not None]
    return [*told, (words.label(act.body, lang) if act.body else act.by) or ""]


def _places(act: Act, casefile: CaseFile, law: Law, lang: str, *, whereabouts: bool) -> list[str]:
    """Tell where an act happened and where it led."""
    free = law.vocabulary.acts[act.kind].whereabouts in _FREE
    told = [act.place or ""] if whereabouts or not free else []
    if act.country not in {None, casefile.stays}:
        told.append(state_words(act.country or "", law, lang))
    led_to = [act.fields[name] for name in ("by-country", "to") if name in act.fields and act.kind != "served"]
    told += [
        say(lang, "chronology.to", place=state_words(place, law, lang))
        for place in led_to
        if whereabouts or place in casefile.wanted_by
    ]
    return told


def _day(span: Span, lang: str) -> str:
    first, last = span
    if first == last:
        return moment_words(first, lang)
    return span_words(day_of(first), None if last is None else day_of(last), lang)


def told_acts(casefile: CaseFile, as_of: int, known_on: int | None) -> list[tuple[Act, bool]]:
    """Give the acts up to a day by time, each with whether it is another version of the one above it.

    Left out are corrected acts, those that were not known by ``known_on``, and those told in free words whose words are
    withheld.
    """
    known = [act for act in casefile.acts if known_on is None or act.known_from <= known_on]
    corrected = {act.supersedes for act in known}
    facts: dict[str, list[Act]] = {}
    roots = roots_of(casefile.acts)
    for act in known:
        withheld = act.kind == "recorded" and "what" not in act.fields
        if act.id not in corrected and not withheld and day_of(_from(act)) <= as_of:
            facts.setdefault(roots[act.id], []).append(act)
    ordered = sorted(facts.values(), key=lambda versions: (day_of(_from(versions[0])), versions[0].order))
    return [(act, place > 0) for versions in ordered for place, act in enumerate(versions)]


def _from(act: Act) -> int:
    """Give the minute an act is placed at: its first, or its last where nothing bounds the first."""
    first, last = act.span
    return first if first != FAR_PAST or last is None else last
