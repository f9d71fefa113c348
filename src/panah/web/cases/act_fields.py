"""Fields of the form of an act: what its kind asks for, what any act may say, and what may be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.procedure.act_words import act_named
from panah.texts import say
from panah.web.cases.timeline import numbered
from panah.web.desk import the_desk
from panah.web.parts.filling import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from panah.lawmodel.vocabulary import ActKind, FieldKind
    from panah.procedure.casefile import CaseFile

MORE = (
    "body",
    "place",
    "by",
    "words",
    "time-note",
    "run",
    "country",
    "certainty",
    "supersedes",
    "alternative-to",
    "known-since",
    "leave-by",
    "note",
)
"""What any act may say beside the fields of its kind."""
_HOW = {"known-since": "page.field-known-since-how"}


class Field(NamedTuple):
    """A field of the form; ``choices`` empty: free text; ``instead``: what an empty one means."""

    name: str
    label: str
    value: str
    hint: str
    choices: tuple[Choice, ...]
    required: bool
    instead: str = ""


class Track(NamedTuple):
    """Acts of one track, to choose from."""

    label: str
    acts: tuple[Choice, ...]


def tracks_of(lang: str) -> list[Track]:
    """Give every act there is, by its track."""
    vocabulary = the_desk().law.vocabulary
    tracks: dict[str, list[Choice]] = {}
    for name, kind in vocabulary.acts.items():
        if name in vocabulary.user_acts:
            tracks.setdefault(kind.track, []).append(Choice(name, vocabulary.label(name, lang), chosen=False))
    return [
        Track(vocabulary.label(track, lang), tuple(sorted(acts, key=lambda one: one.words)))
        for track, acts in tracks.items()
    ]


def kind_of_field(name: str, act: ActKind) -> FieldKind | None:
    """Give what a field may hold."""
    return act.fields.get(name) or the_desk().law.vocabulary.every_act.get(name)


class Fields:
    """Makes the fields of one form."""

    def __init__(self, act: ActKind, casefile: CaseFile, values: Mapping[str, str], lang: str) -> None:
        """Keep what they are made of: the kind of act, the case, what stands in the form."""
        self.act = act
        self.casefile = casefile
        self.values = values
        self.lang = lang

    def first(self) -> tuple[Field, ...]:
        """Give the day and the fields of the kind itself."""
        date = Field(
            "date",
            say(self.lang, "page.field-date"),
            self.values.get("date", ""),
            say(self.lang, "page.field-date-how"),
            (),
            required=False,
            instead=say(self.lang, "dates.today"),
        )
        of = ["of"] if "of" not in self.act.fields and self.values.get("of") else []
        return date, *(self._field(name) for name in (*self.act.fields, *of))

    def more(self, *but: str) -> tuple[Field, ...]:
        """Give the fields of any act, without those named."""
        return tuple(self._field(name) for name in MORE if name not in self.act.fields and name not in but)

    def _field(self, name: str) -> Field:
        kind = kind_of_field(name, self.act)
        value = self.values.get(name, "")
        told = tuple(Choice(word, words, word == value) for word, words in self._choices(name, kind))
        how = "page.field-period-how" if kind is not None and kind.kind == "period" else _HOW.get(name)
        return Field(
            name,
            say(self.lang, f"page.field-{name}"),
            value,
            say(self.lang, how) if how else "",
            told,
            required=kind is not None and kind.required,
        )

    def _choices(self, name: str, kind: FieldKind | None) -> list[tuple[str, str]]:
        law = the_desk().law
        vocabulary = law.vocabulary
        if name == "body":
            return [(body, vocabulary.label(body, self.lang)) for body in vocabulary.bodies]
        if kind is not None and kind.kind == "word":
            group = "certainties" if name == "certainty" else "values"
            return [(word, vocabulary.word(group, word, self.lang)) for word in kind.words]
        if kind is not None and kind.kind == "act-id":
            acts = reversed(numbered(self.casefile))
            return [(act.id, f"{number}. {act_named(act, law, self.lang)}") for number, act in acts]
        return []
