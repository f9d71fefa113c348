"""What a changed file of a case would change in it: nothing is lost, and what is told otherwise stands beside.

Acts are never edited: an act told otherwise becomes a correction that supersedes the one before. What the file does not
have stays. Of everything else the newer value counts, and the one before is told with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from panah.errors import PanahError, Problem
from panah.procedure.casefile_writing import entries_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from panah.procedure.casefile import Act, CaseFile
    from panah.yamlfiles import Data

Entries: TypeAlias = "dict[str, Data]"
_REFERENCES = ("of", "alternative-to")
_NOT_SAID = frozenset(("id", "supersedes"))
_APART = frozenset(("panah", "sources", "acts"))


class Replaced(NamedTuple):
    """A value told otherwise: where (``person.name.en``), as it was, as it would be; empty where there is none."""

    path: str
    before: str
    after: str


class SourceUpdate(NamedTuple):
    """A source that is new (``replaced`` empty) or told otherwise; ``entries`` are all of it, with its id."""

    entries: Entries
    replaced: tuple[Replaced, ...]


class ActUpdate(NamedTuple):
    """An act to be recorded.

    Attributes:
        entries: The act as its table in a case file, its references by the ids of the case.
        act: The act as the file has it.
        corrects: The act of the case that it corrects; None: it is new.
        replaced: What it says otherwise than that one.
    """

    entries: Entries
    act: Act
    corrects: Act | None
    replaced: tuple[Replaced, ...]


class Update(NamedTuple):
    """Everything a file would change.

    Attributes:
        head: All that is neither source nor act, as it would be.
        replaced: What of that is told otherwise.
        sources: Sources that are new or told otherwise.
        acts: Acts to be recorded, in the order of the file.
        staying: How many acts the case has and the file lacks.
    """

    head: Entries
    replaced: tuple[Replaced, ...]
    sources: tuple[SourceUpdate, ...]
    acts: tuple[ActUpdate, ...]
    staying: int

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.replaced or self.sources or self.acts)


def update_of(before: CaseFile, after: CaseFile) -> Update:
    """Work out what a file would change in a case.

    Args:
        before: The case as it is.
        after: The file that tells it anew.

    Raises:
        PanahError: An act replaces another one in the file and did not in the case, or the other way round: two
            corrections of that kind cannot be put in one row.
    """
    old, new = entries_of(before), entries_of(after)
    replaced: list[Replaced] = []
    head = _merged(_head(old), _head(new), "", replaced)
    known = _table(old.get("sources", {}))
    sources = []
    for name, entries in _table(new.get("sources", {})).items():
        told: list[Replaced] = []
        merged = _merged(_table(known.get(name, {})), _table(entries), "", told)
        if name not in known or told:
            sources.append(SourceUpdate({"id": name, **merged}, tuple(told) if name in known else ()))
    acts = _Acts((before, _tables(old["acts"])), (after, _tables(new["acts"])))
    return Update(head, tuple(replaced), tuple(sources), tuple(acts.updates()), acts.staying())


def name_apart(told: Entries, acts: list[Entries]) -> Entries:
    """Give an act that would stand last an id of its own where the one it would get is that of another act."""
    if told.get("id") is not None:
        return told
    kind = str(told.get("act"))
    taken = {str(act["id"]) for act in acts if act.get("id") is not None}
    number = 1 + sum(1 for act in acts if _is_unnamed(act, kind))
    if _default(kind, number) not in taken:
        return told
    taken |= {_default(kind, count) for count in range(1, number)}
    while _default(kind, number) in taken:
        number += 1
    return {"id": _default(kind, number), **told}


class _Acts:
    """The acts of a case beside those of a file."""

    def __init__(self, before: tuple[CaseFile, list[Entries]], after: tuple[CaseFile, list[Entries]]) -> None:
        (old, self.old_entries), (new, self.new_entries) = before, after
        self.old, self.new, self.file = old.acts, new.acts, new.file
        self.pairs: dict[int, int] = {}
        self._pair(lambda old, new: old.own_id and new.own_id and old.id == new.id)
        self._pair(lambda old, new: not (old.own_id or new.own_id) and self._bare(old, new))
        self._pair(lambda old, new: old.own_id != new.own_id and self._bare(old, new))
        self._pair(lambda old, new: old.own_id != new.own_id and (old.id, old.kind) == (new.id, new.kind))
        self._pair(lambda old, new: self._alike(old, new) and self._bare(old, new, "date"))
        self._pair(lambda old, new: self._alike(old, new) and old.text == new.text)
        self.ids = {self.new[one].id: self.old[other].id for one, other in self.pairs.items()}

    def _pair(self, same: Callable[[Act, Act], bool]) -> None:
        """Pair what is not paired yet and is the same act by one more sign, in the order of both."""
        left = [number for number in range(len(self.old)) if number not in self.pairs.values()]
        for place, act in enumerate(self.new):
            if place not in self.pairs:
                found = next((number for number in left if same(self.old[number], act)), None)
                if found is not None:
                    self.pairs[place] = found
                    left.remove(found)

    def _alike(self, old: Act, new: Act) -> bool:
        return not old.own_id and not new.own_id and old.kind == new.kind

    def _bare(self, old: Act, new: Act, *but: str) -> bool:
        """Whether two acts say the same, apart from the names they give to themselves and to others."""
        left_out = {*_NOT_SAID, *_REFERENCES, *but}
        tables = self.old_entries[old.order], self.new_entries[new.order]
        told = [{key: value for key, value in table.items() if key not in left_out} for table in tables]
        return told[0] == told[1]

    def staying(self) -> int:
        """Count the acts that the case has and the file lacks."""
        return len(self.old) - len(self.pairs)

    def updates(self) -> list[ActUpdate]:
        """Give what is to be recorded."""
        replaced_in_file = {act.supersedes for act in self.new}
        wanted: list[_Wanted] = []
        for place, act in enumerate(self.new):
            first = self._corrected(place, act)
            if first is None:
                wanted.append(_Wanted(act, None, own_id=act.own_id))
                continue
            versions = self._versions(first)
            same = next((version for version in versions if self._says(version, act)), None)
            if same is not None:
                self.ids.setdefault(act.id, same.id)
            # a version that the file itself replaces counts for nothing, and would undo what replaced it
            elif place not in self.pairs or act.id not in replaced_in_file:
                wanted.append(_Wanted(act, versions[-1], own_id=act.own_id and place not in self.pairs))
        return self._recorded(wanted)

    def _corrected(self, place: int, act: Act) -> Act | None:
        """Give the act of the case that an act of the file is, or says to correct."""
        by_id = {old.id: old for old in self.old}
        named = None if act.supersedes is None else by_id.get(self._named(act.supersedes))
        if place not in self.pairs:
            return named
        first = self.old[self.pairs[place]]
        chain, at = {first.id}, first
        while at.supersedes is not None:
            at = by_id[at.supersedes]
            chain.add(at.id)
        if act.supersedes is not None and (named is None or named.id not in chain):
            values = {"found": act.id, "other": act.supersedes}
            raise PanahError([Problem(self.file, act.line, "update-supersedes", values)])
        return first

    def _versions(self, first: Act) -> list[Act]:
        """Give an act of the case and what corrected it, one after the other."""
        versions = [first]
        for act in self.old:
            if act.supersedes in {version.id for version in versions}:
                versions.append(act)
        return versions

    def _says(self, old: Act, new: Act) -> bool:
        return not self._replaced(old, self._mapped(new))

    def _replaced(self, old: Act, told: Entries) -> list[Replaced]:
        before = {key: value for key, value in self.old_entries[old.order].items() if key not in _NOT_SAID}
        after = {key: value for key, value in told.items() if key not in _NOT_SAID}
        return [
            Replaced(key, shown(before.get(key)), shown(after.get(key)))
            for key in {**before, **after}
            if before.get(key) != after.get(key)
        ]

    def _named(self, name: str) -> str:
        return self.ids.get(name, name)

    def _mapped(self, act: Act) -> Entries:
        """Give an act of the file with its references by the ids of the case."""
        entries = self.new_entries[act.order]
        return {
            key: self._named(value) if key in {*_REFERENCES, "supersedes"} and isinstance(value, str) else value
            for key, value in entries.items()
        }

    def _recorded(self, wanted: list[_Wanted]) -> list[ActUpdate]:
        """Name what is to be recorded, first all of it, for each may name the others."""
        standing = list(self.old_entries)
        # an id that the file gives is kept for it
        standing += [{"id": one.act.id, "act": one.act.kind} for one in wanted if one.own_id]
        names: list[Data] = []
        for one in wanted:
            given: Entries = {"id": one.act.id} if one.own_id else name_apart({"act": one.act.kind}, standing)
            names.append(given.get("id"))
            if not one.own_id:
                standing.append(given)
                count = sum(1 for entries in standing if _is_unnamed(entries, one.act.kind))
                self.ids.setdefault(one.act.id, str(given.get("id") or _default(one.act.kind, count)))
        told = []
        for one, name in zip(wanted, names, strict=True):
            entries: Entries = {} if name is None else {"id": name}
            entries |= {key: value for key, value in self._mapped(one.act).items() if key != "id"}
            replaced: tuple[Replaced, ...] = ()
            if one.corrects is not None:
                replaced = tuple(self._replaced(one.corrects, entries))
                entries["supersedes"] = one.corrects.id
            told.append(ActUpdate(entries, one.act, one.corrects, replaced))
        return told


class _Wanted(NamedTuple):
    """An act of the file that is to be recorded, what it corrects, whether it keeps the id that the file gives it."""

    act: Act
    corrects: Act | None
    own_id: bool


def _merged(before: Entries, after: Entries, path: str, replaced: list[Replaced]) -> Entries:
    """Lay one table over another: what the newer one lacks stays; every difference goes to `replaced`."""
    merged = dict(before)
    for key, value in after.items():
        had = before.get(key)
        if isinstance(value, dict) and (had is None or isinstance(had, dict)):
            merged[key] = _merged(had or {}, value, f"{path}{key}.", replaced)
        elif had != value:
            merged[key] = value
            replaced.append(Replaced(f"{path}{key}", shown(had), shown(value)))
    return merged


def shown(value: Data) -> str:
    """Write a value of a case file in one line for a person."""
    if isinstance(value, dict):
        return ", ".join(f"{key} {shown(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return "; ".join(shown(inner) for inner in value)
    return "" if value is None else str(value)


def _is_unnamed(entries: Entries, kind: str) -> bool:
    return entries.get("id") is None and entries.get("act") == kind


def _default(kind: str, number: int) -> str:
    return kind if number == 1 else f"{kind}-{number}"


def _head(entries: Entries) -> Entries:
    return {key: value for key, value in entries.items() if key not in _APART}


def _table(data: Data) -> Entries:
    if not isinstance(data, dict):
        raise TypeError(type(data).__name__)
    return data


def _tables(data: Data) -> list[Entries]:
    if not isinstance(data, list):
        raise TypeError(type(data).__name__)
    return [_table(item) for item in data]
