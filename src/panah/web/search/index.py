"""What can be found, kept in memory only while the register is open and thrown away when it is sealed.

Found are names, acts, sources, tasks, notes and the names of others in a case. What lies in the compartments health,
family and whereabouts is never looked at, nor how somebody can be reached.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.procedure.act_words import act_named
from panah.procedure.casefile import Act, Source
from panah.register import rows
from panah.register.models import Body, Hearing, JudgeLimit, Note, Person, SealedRow, Task
from panah.web.cases.recorded_once import row_number
from panah.web.cases.timeline import numbered
from panah.web.desk import the_desk
from panah.web.keeping import once
from panah.web.search.words import Forms, Term, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panah.procedure.casefile import CaseFile
    from panah.register.sealed import Content
    from panah.web.standing import Standing

KINDS = ("people", "persons", "acts", "courts", "tasks", "notes", "sources")


class Beside(NamedTuple):
    """A table beside the case file: as what its rows are found, where they stand, the keys that are looked at."""

    kind: str
    place: str
    model: type[SealedRow]
    keys: tuple[str, ...]


_BESIDE = (
    Beside("persons", "people#people", Person, ("name", "relation")),
    Beside("courts", "courts#bodies", Body, ("name", "number")),
    Beside("courts", "courts#hearings", Hearing, ("at", "body", "subject", "result")),
    Beside("courts", "courts#limits", JudgeLimit, ("until", "body", "what")),
    Beside("tasks", "tasks#tasks", Task, ("text",)),
    Beside("notes", "notes#notes", Note, ("text",)),
)
"""How somebody can be reached and where they live is never looked at, nor what is noted of them."""


class Entry(NamedTuple):
    """Something that can be found.

    Attributes:
        kind: One of `KINDS`.
        slug: The alias of the case.
        place: Its place among the pages of the case.
        subject: What it is.
        named: What the law calls it, shared by all that it calls so.
        written: What was written of it.
    """

    kind: str
    slug: str
    place: str
    subject: Act | Source | tuple[str, ...]
    named: Text
    written: Text


class Indexed(NamedTuple):
    """What can be found in a case, as it stood when looked through."""

    stamp: tuple[object, ...]
    entries: tuple[Entry, ...]


def search(terms: list[Term], standings: list[Standing]) -> list[Entry]:
    """Find what holds every word that is looked for, case by case, oldest first."""
    if not terms:
        return []
    return [
        entry
        for indexed in _index(standings)
        for entry in indexed.entries
        if all(term.is_in_shared(entry.named) or term.is_in(entry.written) for term in terms)
    ]


def the_forms() -> Forms:
    """Give what takes texts apart while the register is open."""
    return once(the_desk().kept, "forms", None, Forms)


def told(entry: Entry, lang: str) -> tuple[str, str]:
    """Tell what was found: in words of Panah, and in what somebody wrote, which may name a person."""
    subject = entry.subject
    if isinstance(subject, Act):
        written = (subject.place, subject.by, subject.words or subject.fields.get("what"), subject.note)
        return act_named(subject, the_desk().law, lang), " · ".join(part for part in written if part)
    if isinstance(subject, Source):
        about = (subject.publisher, subject.published_text)
        return ", ".join(part for part in about if part), subject.title or subject.id
    vocabulary = the_desk().law.vocabulary
    return "", ", ".join(vocabulary.label(words, lang) for words in subject)


def _index(standings: list[Standing]) -> list[Indexed]:
    """Give what can be found in each case; only cases that changed are looked through anew."""
    memory, forms = the_desk().kept, the_forms()
    stamps = [rows.stamps(table.model) for table in _BESIDE]
    wanted = {one.case.slug: (one.digest, *(stamp.get(one.case.pk) for stamp in stamps)) for one in standings}
    kept = {slug: memory.get(("search", slug)) for slug in wanted}
    changed = [one for one in standings if not _is_of(kept[one.case.slug], wanted[one.case.slug])]
    if changed:
        beside = [rows.readable([one.case for one in changed], table.model) for table in _BESIDE]
        for one in changed:
            entries = (*_of_casefile(one.casefile, one.case.slug, forms), *_of_rows(one, beside, forms))
            memory["search", one.case.slug] = Indexed(wanted[one.case.slug], entries)
    return [memory["search", one.case.slug] for one in standings]  # type: ignore[misc]


def _is_of(kept: object, stamp: tuple[object, ...]) -> bool:
    return isinstance(kept, Indexed) and kept.stamp == stamp


def _of_casefile(casefile: CaseFile, slug: str, forms: Forms) -> Iterator[Entry]:
    """Give what can be found in a case file."""
    nothing = forms.shared("")
    names = tuple(dict.fromkeys((*casefile.names.values(), *casefile.aliases)))
    yield Entry("people", slug, "", names, nothing, forms.text(" ".join((slug, *names))))
    shown_by: dict[str, str] = {}
    for _, act in numbered(casefile):
        place = f"#act-{row_number(act)}"
        sides = (act.text, act.place, act.by, act.words, act.note, act.time_note, *act.fields.values())
        named = forms.shared(" ".join(_labels(act)))
        yield Entry("acts", slug, place, act, named, forms.text(" ".join(filter(None, sides))))
        shown_by.update(dict.fromkeys(act.sources, place))
    for name, source in casefile.sources.items():
        words = filter(None, (name, source.publisher, source.title, source.url))
        yield Entry("sources", slug, shown_by.get(name, "#acts"), source, nothing, forms.text(" ".join(words)))


def _labels(act: Act) -> Iterator[str]:
    """Give what the law calls an act and the words of its fields, in every language."""
    vocabulary = the_desk().law.vocabulary
    yield from vocabulary.acts[act.kind].label.values()
    for value in act.fields.values():
        yield from vocabulary.groups["values"].get(value, {}).values()
        yield from vocabulary.bodies.get(value, {}).values()


def _of_rows(
    standing: Standing, beside: list[dict[int, list[tuple[SealedRow, Content | None]]]], forms: Forms
) -> Iterator[Entry]:
    """Give what can be found in the rows beside a case file."""
    slug, bodies = standing.case.slug, the_desk().law.vocabulary.bodies
    for table, found in zip(_BESIDE, beside, strict=True):
        for row, content in found[standing.case.pk]:
            if content is None:
                continue
            said = tuple(str(content[key]) for key in table.keys if key in content)
            named = [label for words in said for label in bodies.get(words, {}).values()]
            place = f"/parts/{table.place}-{row.number}"
            written = forms.text(" ".join(said))
            yield Entry(table.kind, slug, place, said, forms.shared(" ".join(named)), written)
