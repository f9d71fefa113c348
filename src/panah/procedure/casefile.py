"""The case file as typed values: who, sought by whom, on what charges, and the acts with their sources.

Here are only the values. `panah.procedure.casefile_reading` makes them from text, `casefile_writing` writes them.
All times are spans of local minutes (`panah.timelimits.Span`); all days that stand alone are ordinals.
"""

from __future__ import annotations

from typing import NamedTuple

from panah.timelimits import Period, Span

#: The word for a person without citizenship, among the ISO codes of `CaseFile.citizenship`.
STATELESS = "stateless"


class Source(NamedTuple):
    """Where something was read. `published` is the span of its publication, None if not known; its text as written."""

    id: str
    title: str | None = None
    publisher: str | None = None
    published: Span | None = None
    url: str | None = None
    published_text: str | None = None


class Charge(NamedTuple):
    """What the seeking state alleges: an article, words, or both.

    `alleged` is when the deed is said to have been done, `alleged_text` the same as written.
    """

    instrument: str | None = None
    provision: str | None = None
    text: str | None = None
    alleged: Span | None = None
    sources: tuple[str, ...] = ()
    certainty: str = "reported"
    alleged_text: str | None = None


class Request(NamedTuple):
    """What the seeking state asks the person back for; the periods are those of its own law or sentence."""

    purpose: str | None = None
    sentence: Period | None = None
    unserved: Period | None = None
    foreign_maximum: Period | None = None


class Act:
    """One dated act of a case. Values do not change; `replace` makes an altered copy.

    `kind` is the word of the vocabulary (`act:` in the file), `span` when it happened and `text` the date as written.
    `fields` holds what the act says of itself, as written: its own fields (ground, kind, outcome, how, for, until,
    set-for, …) and `of`, `to` and `body`. Parsed forms of these stand beside: `of`, `body`, `duration` (of `for`),
    `until`, `set_for`, `leave_by` (`leave_by_text` as written). `known_since` is the day the act became known as the
    file says it; `known_from` the day (ordinal) from whose end it counts as known. `own_id` tells whether the file gave
    the id. `line` is where the act stands in the file (0: not from a file) and `order` its place among the acts.
    Two acts are equal when all but the line is equal.
    """

    __slots__ = (
        "alternative_to",
        "body",
        "by",
        "certainty",
        "country",
        "duration",
        "fields",
        "id",
        "kind",
        "known_from",
        "known_since",
        "leave_by",
        "leave_by_text",
        "line",
        "note",
        "of",
        "order",
        "own_id",
        "place",
        "run",
        "set_for",
        "sources",
        "span",
        "supersedes",
        "text",
        "time_note",
        "until",
        "words",
    )

    def __init__(  # noqa: PLR0913  (an act has many sides; all are given by name)
        self,
        id: str,  # noqa: A002  (the word of the format)
        kind: str,
        span: Span,
        *,
        text: str = "",
        country: str | None = None,
        fields: dict[str, str] | None = None,
        of: str | None = None,
        run: str | None = None,
        place: str | None = None,
        by: str | None = None,
        body: str | None = None,
        sources: tuple[str, ...] = (),
        certainty: str = "reported",
        supersedes: str | None = None,
        alternative_to: str | None = None,
        known_since: str | None = None,
        known_from: int = 0,
        leave_by: Span | None = None,
        leave_by_text: str | None = None,
        set_for: Span | None = None,
        until: Span | None = None,
        duration: Period | None = None,
        note: str | None = None,
        words: str | None = None,
        time_note: str | None = None,
        own_id: bool = True,
        line: int = 0,
        order: int = 0,
    ) -> None:
        self.id = id
        self.kind = kind
        self.span = span
        self.text = text
        self.country = country
        self.fields = {} if fields is None else fields
        self.of = of
        self.run = run
        self.place = place
        self.by = by
        self.body = body
        self.sources = sources
        self.certainty = certainty
        self.supersedes = supersedes
        self.alternative_to = alternative_to
        self.known_since = known_since
        self.known_from = known_from
        self.leave_by = leave_by
        self.leave_by_text = leave_by_text
        self.set_for = set_for
        self.until = until
        self.duration = duration
        self.note = note
        self.words = words
        self.time_note = time_note
        self.own_id = own_id
        self.line = line
        self.order = order

    def replace(self, **changes: object) -> Act:
        """Make a copy with some values changed, given by name."""
        copy = object.__new__(Act)
        for name in Act.__slots__:
            setattr(copy, name, changes.pop(name) if name in changes else getattr(self, name))
        if changes:
            raise TypeError(", ".join(changes))
        return copy

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Act) and all(
            getattr(self, name) == getattr(other, name) for name in Act.__slots__ if name != "line"
        )

    def __hash__(self) -> int:
        return hash((self.id, self.kind, self.span))

    def __repr__(self) -> str:
        return f"Act({self.id!r}, {self.kind!r}, {self.text!r})"


class CaseFile(NamedTuple):
    """One case as its file tells it.

    `names` maps ru, kk, en to the name of the person or group; `name_forms` holds forms of it that a dictionary would
    not find, by language and case (gen, dat, acc, ins, pre); `gender` is man, woman or empty.
    `citizenship` holds ISO 3166 codes or `stateless`;
    empty means not known. `stays` is the country whose law applies now; `wanted_by` the seeking states.
    `acts` stand in the order of the file.
    """

    case: str
    stays: str
    names: dict[str, str]
    aliases: tuple[str, ...] = ()
    citizenship: tuple[str, ...] = ()
    profile: tuple[str, ...] = ()
    persons: int = 1
    wanted_by: tuple[str, ...] = ()
    request: Request | None = None
    note: str | None = None
    charges: tuple[Charge, ...] = ()
    sources: dict[str, Source] = {}  # noqa: RUF012  (a NamedTuple's default; never written to)
    acts: tuple[Act, ...] = ()
    file: str = ""
    gender: str = ""
    name_forms: dict[str, dict[str, str]] = {}  # noqa: RUF012  (as `sources`)

    def act(self, act_id: str) -> Act | None:
        """Give the act with an id."""
        return next((act for act in self.acts if act.id == act_id), None)
