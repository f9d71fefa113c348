"""What can be found, kept in memory only while the register is open and thrown away when it is sealed.

Found are names, acts, sources, tasks, notes and the names of others in a case. What lies in the compartments health,
family and whereabouts is never looked at, nor how somebody can be reached.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.procedure.act_words import act_named
from panah.procedure.casefile import Act, Source
from panah.register import rows
from panah.register.models import Note, Person, Task
from panah.web.cases.timeline import numbered
from panah.web.desk import the_desk
from panah.web.search.words import Term, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panah.procedure.casefile import CaseFile
    from panah.register.models import SealedRow
    from panah.register.sealed import Content
    from panah.web.standing import Standing

KINDS = ("people", "persons", "acts", "tasks", "notes", "sources")
_ROWS: tuple[tuple[str, type[SealedRow], tuple[str, ...]], ...] = (
    ("persons", Person, ("name", "relation")),
    ("tasks", Task, ("text",)),
    ("notes", Note, ("text",)),
)
"""The tables beside the case file, with the keys that are looked at."""


class Entry(NamedTuple):
    """Something that can be found: its kind, the case, its place on the page of the case, what it is."""

    kind: str
    slug: str
    anchor: str
    subject: Act | Source | tuple[str, ...]
    text: Text


class Indexed(NamedTuple):
    """What can be found in a case; ``whole`` tells at once that nothing can."""

    stamp: tuple[object, ...]
    entries: tuple[Entry, ...]
    whole: Text


def search(terms: list[Term], standings: list[Standing]) -> list[Entry]:
    """Find what holds every word that is looked for, case by case, oldest first."""
    if not terms:
        return []
    return [
        entry
        for indexed in _index(standings)
        if all(term.is_in(indexed.whole) for term in terms)
        for entry in indexed.entries
        if all(term.is_in(entry.text) for term in terms)
    ]


def told(entry: Entry, lang: str) -> tuple[str, str]:
    """Tell what was found: in words of Panah, and in what somebody wrote, which may name a person."""
    subject = entry.subject
    if isinstance(subject, Act):
        written = (subject.place, subject.by, subject.words or subject.fields.get("what"), subject.note)
        return act_named(subject, the_desk().law, lang), " · ".join(part for part in written if part)
    if isinstance(subject, Source):
        return ", ".join(
            part for part in (subject.publisher, subject.published_text) if part
        ), subject.title or subject.id
    return "", ", ".join(subject)


def _index(standings: list[Standing]) -> list[Indexed]:
    """Give what can be found in each case; only cases that changed are looked through anew."""
    memory = the_desk().kept
    stamps = [rows.stamps(model) for _, model, _ in _ROWS]
    wanted = {one.case.slug: (one.case.digest, *(stamp.get(one.case.pk) for stamp in stamps)) for one in standings}
    changed = [one for one in standings if not _is_kept(one.case.slug, wanted[one.case.slug])]
    if changed:
        beside = [rows.rows_of_all([one.case for one in changed], model) for _, model, _ in _ROWS]
        for one in changed:
            entries = (*_of_casefile(one.casefile, one.case.slug), *_of_rows(one, beside))
            whole = Text.of_all(entry.text for entry in entries)
            memory["search", one.case.slug] = Indexed(wanted[one.case.slug], entries, whole)
    return [memory["search", one.case.slug] for one in standings]  # type: ignore[misc]


def _is_kept(slug: str, stamp: tuple[object, ...]) -> bool:
    kept = the_desk().kept.get(("search", slug))
    return isinstance(kept, Indexed) and kept.stamp == stamp


def _of_casefile(casefile: CaseFile, slug: str) -> Iterator[Entry]:
    """Give what can be found in a case file."""
    vocabulary = the_desk().law.vocabulary
    spoken = vocabulary.groups["values"]
    names = tuple(dict.fromkeys((*casefile.names.values(), *casefile.aliases)))
    yield Entry("people", slug, "", names, Text(" ".join((slug, *names))))
    shown_by: dict[str, str] = {}
    for number, act in numbered(casefile):
        anchor = f"act-{number}"
        sides = (act.place, act.by, act.words, act.note, act.time_note, *act.fields.values())
        values = [label for value in act.fields.values() for label in spoken.get(value, {}).values()]
        bodies = [label for value in act.fields.values() for label in vocabulary.bodies.get(value, {}).values()]
        labels = vocabulary.acts[act.kind].label.values()
        yield Entry(
            "acts", slug, anchor, act, Text(" ".join((*labels, *values, *bodies, act.text, *filter(None, sides))))
        )
        shown_by.update(dict.fromkeys(act.sources, anchor))
    for name, source in casefile.sources.items():
        words = filter(None, (name, source.publisher, source.title, source.url))
        yield Entry("sources", slug, shown_by.get(name, "acts"), source, Text(" ".join(words)))


def _of_rows(standing: Standing, beside: list[dict[int, list[tuple[SealedRow, Content]]]]) -> Iterator[Entry]:
    """Give what can be found in the rows beside a case file."""
    for (kind, _, keys), found in zip(_ROWS, beside, strict=True):
        for row, content in found[standing.case.pk]:
            said = tuple(str(content[key]) for key in keys if key in content)
            anchor = f"{kind.removesuffix('s')}-{row.number}"
            yield Entry(kind, standing.case.slug, anchor, said, Text(" ".join(said)))
