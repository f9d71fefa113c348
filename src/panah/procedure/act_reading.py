"""Reading the acts of a case file: each act by itself, then their ids and what they say of each other."""

from __future__ import annotations

from panah.lawmodel.vocabulary import ActKind, FieldKind, Vocabulary
from panah.procedure.casefile import Act, Source
from panah.procedure.checking import Checking, Path, Table, likely, written
from panah.timelimits import FAR_PAST, Period, Span, day_of, is_open_beginning
from panah.yamlfiles import Data, nearest

# What the file says of an act in a value of its own, beside `Act.fields`.
_BESIDE = frozenset(
    (
        "id",
        "date",
        "act",
        "run",
        "time-note",
        "place",
        "country",
        "by",
        "sources",
        "words",
        "note",
        "certainty",
        "supersedes",
        "alternative-to",
        "known-since",
        "leave-by",
    )
)
_CERTAINTIES = ("reported", "confirmed", "disputed")


def read_acts(
    data: Data, checking: Checking, vocabulary: Vocabulary, sources: dict[str, Source], stays: str | None
) -> tuple[Act, ...]:
    """Read all acts in the order of the file; problems go to `checking`.

    An act that cannot be read is left out; the caller must not use the rest then.
    """
    acts: list[Act] = []
    counts: dict[str, int] = {}
    before: Act | None = None
    for index, item in enumerate(checking.items(data, ("acts",), "acts")):
        path: Path = ("acts", index)
        table = checking.table(item, path, "acts")
        if table is None:
            continue
        act = _ActReading(table, path, checking, vocabulary, sources).act(index, counts, before, stays)
        if act is not None:
            acts.append(act)
            before = act
    _check_ids(acts, checking)
    return tuple(acts)


class _ActReading:
    """One act being read."""

    __slots__ = ("_checking", "_path", "_sources", "_table", "_vocabulary")

    def __init__(
        self, table: Table, path: Path, checking: Checking, vocabulary: Vocabulary, sources: dict[str, Source]
    ) -> None:
        self._table = table
        self._path = path
        self._checking = checking
        self._vocabulary = vocabulary
        self._sources = sources

    def act(self, order: int, counts: dict[str, int], before: Act | None, stays: str | None) -> Act | None:
        table, path, checking = self._table, self._path, self._checking
        kind = self._kind()
        dated = self._required_date()
        own_id = checking.name(table, "id", path)
        country = None
        if table.get("country") is not None:
            country = checking.country(table["country"], (*path, "country"), "country")
        fields, parsed, duration = self._fields(kind, abroad=country is not None and country != stays)
        sources = known_sources(table, path, checking, self._sources)
        certainty = checking.word(table, "certainty", path, _CERTAINTIES) or "reported"
        known_since = self._closed_date("known-since")
        leave_by = checking.date(table, "leave-by", path)
        if kind is None:
            return None
        if dated is None:
            # Its id may be named by other acts: without it they would be reported for nothing.
            dated = (Span(FAR_PAST, None), "")
        span = _begun(dated[0], dated[1], before)
        return Act(
            own_id or _default_id(kind.id, counts),
            kind.id,
            span,
            text=dated[1],
            country=country,
            fields=fields,
            of=fields.get("of"),
            run=checking.name(table, "run", path, slug=True) if "run" in table else None,
            place=checking.text(table, "place", path),
            by=checking.text(table, "by", path),
            body=fields.get("body"),
            sources=sources,
            certainty=certainty,
            supersedes=checking.text(table, "supersedes", path),
            alternative_to=checking.text(table, "alternative-to", path),
            known_since=None if known_since is None else known_since[1],
            known_from=_known_from(span, sources, self._sources, None if known_since is None else known_since[0]),
            leave_by=None if leave_by is None else leave_by[0],
            leave_by_text=None if leave_by is None else leave_by[1],
            set_for=parsed.get("set-for"),
            until=parsed.get("until"),
            duration=duration,
            note=checking.text(table, "note", path),
            words=checking.text(table, "words", path),
            time_note=checking.text(table, "time-note", path),
            own_id=own_id is not None,
            line=checking.node.line(path),
            order=order,
        )

    def _kind(self) -> ActKind | None:
        kind = self._checking.text(self._table, "act", self._path)
        if kind is None:
            if self._table.get("act") is None:
                self._checking.report(self._path, "missing-key", key="act", where="acts")
            return None
        known = self._vocabulary.acts.get(kind)
        path = (*self._path, "act")
        if known is None:
            near = nearest(kind, sorted(self._vocabulary.user_acts))
            if near:
                self._checking.report(path, "unknown-act", found=kind, known=", ".join(near))
            else:
                self._checking.report(path, "unknown-act-far", found=kind)
            return None
        if known.derived:
            self._checking.report(path, "derived-act", found=kind)
            return None
        return known

    def _required_date(self) -> tuple[Span, str] | None:
        if self._table.get("date") is None:
            where = self._table.get("act")
            self._checking.report(
                self._path, "missing-key", key="date", where=where if isinstance(where, str) else "acts"
            )
            return None
        return self._checking.date(self._table, "date", self._path)

    def _closed_date(self, key: str) -> tuple[Span, str] | None:
        found = self._checking.date(self._table, key, self._path)
        if found is not None and found[0].last is None:
            self._checking.report((*self._path, key), "date-open-end", key=key, found=found[1])
            return None
        return found

    def _fields(self, kind: ActKind | None, *, abroad: bool) -> tuple[dict[str, str], dict[str, Span], Period | None]:
        """Read what the act says of itself; keys nobody knows are refused."""
        fields: dict[str, str] = {}
        parsed: dict[str, Span] = {}
        duration: Period | None = None
        own = {} if kind is None else kind.fields
        generic = self._vocabulary.every_act
        for key in self._table:
            if key in _BESIDE:
                continue
            field = own.get(key) or generic.get(key)
            if field is None:
                if kind is not None:
                    known = [*own, *generic]
                    self._checking.report((*self._path, key), "unknown-key", key=key, known=likely(key, known))
                continue
            text = self._value(key, field)
            if key == "body" and text is not None and field.kind == "text" and not abroad:
                self._check_body(text)
            if text is None:
                continue
            fields[key] = text
            if field.kind == "date":
                dated = self._checking.date(self._table, key, self._path)
                if dated is not None:
                    fields[key], parsed[key] = dated[1], dated[0]
            elif field.kind == "period":
                duration = self._checking.period(self._table, key, self._path)
        for key, field in own.items():
            if field.required and self._table.get(key) is None:
                self._checking.report(self._path, "missing-key", key=key, where="" if kind is None else kind.id)
        return fields, parsed, duration

    def _value(self, key: str, field: FieldKind) -> str | None:
        """Take one value as text, a word checked against its list."""
        if field.kind == "word":
            return self._checking.word(self._table, key, self._path, field.words)
        if field.kind == "country":
            value = self._table[key]
            return None if value is None else self._checking.country(value, (*self._path, key), key)
        if field.kind == "date":
            return None if self._table[key] is None else written(self._table[key])
        return self._checking.text(self._table, key, self._path)

    def _check_body(self, body: str) -> None:
        if body not in self._vocabulary.bodies:
            known = likely(body, self._vocabulary.bodies)
            self._checking.report((*self._path, "body"), "unknown-body", found=body, known=known)


def known_sources(table: Table, path: Path, checking: Checking, sources: dict[str, Source]) -> tuple[str, ...]:
    """Take a list of sources, each of which the file must describe."""
    named = checking.texts(table, "sources", path)
    for index, name in enumerate(named):
        if name not in sources:
            known = likely(name, sources) or "-"
            checking.report((*path, "sources", index), "unknown-source", found=name, known=known)
    return named


def _default_id(kind: str, counts: dict[str, int]) -> str:
    """Name an act without an id of its own by its kind; from the second of a kind on, with its number."""
    counts[kind] = number = counts.get(kind, 0) + 1
    return kind if number == 1 else f"{kind}-{number}"


def _begun(span: Span, text: str, before: Act | None) -> Span:
    """Give an open beginning the first minute of the act before it in the file, never later than its own last."""
    if before is None or not is_open_beginning(text) or span.last is None:
        return span
    return Span(min(before.span.first, span.last), span.last)


def _known_from(span: Span, named: tuple[str, ...], sources: dict[str, Source], known_since: Span | None) -> int:
    """Find the day from whose end the act counts as known (contract: `known-since`)."""
    if known_since is not None and known_since.last is not None:
        return day_of(known_since.last)
    earliest = day_of(span.first)
    published: list[int] = []
    for name in named:
        source = sources.get(name)
        if source is not None and source.published is not None and source.published.last is not None:
            published.append(day_of(source.published.last))
    if published:
        # A source published before the act's day does not make it known before it happened.
        return max(min(published), earliest)
    return earliest if span.last is None else day_of(span.last)


def _check_ids(acts: list[Act], checking: Checking) -> None:
    """Refuse ids given twice, and names of acts that are not there, of the act itself, or in a circle."""
    by_id: dict[str, Act] = {}
    for act in acts:
        first = by_id.setdefault(act.id, act)
        if first is not act:
            path: Path = ("acts", act.order)
            checking.report(path, "duplicate-id", found=act.id, first=str(first.line))
    for act in acts:
        for key, name in (("of", act.of), ("supersedes", act.supersedes), ("alternative-to", act.alternative_to)):
            if name is None:
                continue
            path = ("acts", act.order, key)
            if name not in by_id:
                checking.report(path, "unknown-id", key=key, found=name, known=likely(name, by_id))
            elif name == act.id:
                checking.report(path, "self-reference", key=key, found=name)
    for key, named in (
        ("of", {act.id: act.of for act in acts}),
        ("supersedes", {act.id: act.supersedes for act in acts}),
        ("alternative-to", {act.id: act.alternative_to for act in acts}),
    ):
        _check_circles(key, named, by_id, checking)


def _check_circles(key: str, named: dict[str, str | None], by_id: dict[str, Act], checking: Checking) -> None:
    done: set[str] = set()
    for start in named:
        chain: list[str] = []
        at: str | None = start
        while at is not None and at in by_id and at not in done and at not in chain:
            chain.append(at)
            at = named.get(at)
        if at in chain:
            circle = chain[chain.index(at) :]
            if len(circle) > 1:
                path: Path = ("acts", by_id[circle[0]].order, key)
                checking.report(path, "circular-reference", key=key, found=" → ".join([*circle, circle[0]]))
        done.update(chain)
