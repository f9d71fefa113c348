"""Names in the law that name nothing: acts and their fields, limits, breaches, regimes, instruments, stages, words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.lawmodel.citations import instrument_of
from panah.lawmodel.linting.sheets import At, Rule, Sheet, entries, full_id, rules_of, table, walk
from panah.yamlfiles import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from panah.errors import Problem
    from panah.lawmodel.packs import Law, Pack

_PATTERNS = frozenset({
    "on", "starts", "met-by", "shown-by", "ended-by", "extended-by", "excused-by", "excuse-ended-by",
    "stops", "after", "until", "unless",
    "counts-from", "acts", "set-by",
})  # fmt: skip
_NOT_FIELDS = frozenset({"act", "of-act", "breach", "when", "first-run", "or-unknown", "has", "field"})
_CITES = frozenset({"cite", "may-extend-cite", "restore"})
_OPEN = frozenset({"unknown"})


def loose_references(sheets: list[Sheet], pack: Pack, law: Law) -> list[Problem]:
    """Find every name that names nothing, with the nearest known names."""
    looking = _Looking(pack, law, {f"{kind} {rule.id}" for rule in rules_of(sheets, pack) for kind in (rule.kind,)})
    problems = [problem for rule in rules_of(sheets, pack) for problem in looking.rule(rule)]
    for sheet in sheets:
        if sheet.path.endswith("/research.yaml"):
            continue
        problems += looking.cites(sheet)
        if "track" in sheet.data and not table(sheet.data.get("tracks")):
            problems += looking.one("track", str(sheet.data["track"]), pack.tracks, sheet, ("track",))
    problems += looking.head(next(sheet for sheet in sheets if sheet.path.endswith("/country.yaml")))
    problems += [
        problem for sheet in sheets if sheet.path.endswith("/offences.yaml") for problem in looking.bars(sheet)
    ]
    return problems


class _Looking:
    """The names there are, and the search for others."""

    def __init__(self, pack: Pack, law: Law, rules: set[str]) -> None:
        self.pack = pack
        self.law = law
        words = law.vocabulary
        self.acts = words.acts
        self.actors = {*words.bodies, *words.groups.get("actors", ())}
        self.against = words.groups.get("against", {})
        self.purposes = {*words.groups.get("purposes", ()), *_OPEN}
        self.limits = {rule.partition(" ")[2] for rule in rules if rule.startswith("limits ")}
        self.shields = {shield.id for shield in pack.shields}
        self.breaches = {rule.partition(" ")[2] for rule in rules if rule.startswith("breaches ")}
        self.bar_words: set[str] = {bar for offence in pack.offences for bar in offence.bars}
        self.bar_words |= {bar for offence in pack.offences for bar, _ in offence.arguable}

    def one(self, what: str, name: str, known: Collection[str], sheet: Sheet, at: At) -> Iterator[Problem]:
        """Give a problem if a name is not among those known."""
        if name not in known:
            near = ", ".join(nearest(name, known)) or "-"
            yield sheet.problem("law-loose-reference", at, what=what, found=name, known=near)

    def cites(self, sheet: Sheet) -> Iterator[Problem]:
        known = [name for pack in self.law.packs.values() for name in pack.instruments]
        for at, key, value in walk(sheet.data):
            if key not in _CITES:
                continue
            for cite in entries(value):
                name, _, provision = str(cite).partition(" ")
                instrument = instrument_of(str(cite), self.law)
                if instrument is None:
                    yield from self.one("instrument", name, known, sheet, at)
                elif not provision and not instrument.unread:
                    yield sheet.problem("law-cite-whole", at, found=name)

    def head(self, sheet: Sheet) -> Iterator[Problem]:
        """Look at the tracks of ``country.yaml``."""
        for number, track in enumerate(self.pack.tracks):
            yield from self.one("track", track, self.law.vocabulary.stages, sheet, ("tracks", number))
        for track in self.pack.tracks_not_modelled:
            yield from self.one("track", track, self.law.vocabulary.stages, sheet, ("tracks-not-modelled", track))
        countries = self.law.vocabulary.countries
        # A pack that countries have accepted is the law of no country, and its code is no country's.
        if not self.pack.applies_to:
            yield from self.one("country", self.pack.code, countries, sheet, ("country",))
        for country in self.pack.applies_to:
            yield from self.one("country", country, countries, sheet, ("applies-to", country))

    def bars(self, sheet: Sheet) -> Iterator[Problem]:
        """Look at the classes of offences that ``offences.yaml`` names."""
        known = table(sheet.data.get("bar-words"))
        for at, key, value in walk(sheet.data.get("offences"), ("offences",)):
            if key == "bars" or (key == "bar" and isinstance(value, str)):
                for bar in entries(value):
                    yield from self.one("class of offences", str(bar), known, sheet, at)

    def rule(self, rule: Rule) -> Iterator[Problem]:
        """Look at every name inside a rule."""
        if "actor" in rule.data:
            yield from self.one("body", str(rule.data["actor"]), self.actors, rule.sheet, (*rule.at, "actor"))
        if rule.kind == "moves":
            yield from self._move(rule)
        for at, key, value in walk(rule.data, rule.at):
            if key in _PATTERNS and not isinstance(value, str):  # an act may also be a word inside a pattern
                for number, pattern in enumerate(entries(value)):
                    place = (*at, number) if isinstance(value, list) else at
                    yield from self._pattern(table(pattern), rule.sheet, place)
            yield from self._named(key, value, rule, at)

    def _move(self, rule: Rule) -> Iterator[Problem]:
        stages = self.law.vocabulary.stages.get(rule.track, {})
        for stage in entries(rule.data.get("from")):
            yield from self.one("stage", str(stage), stages, rule.sheet, (*rule.at, "from"))
        for stage in entries(rule.data.get("left")):
            yield from self.one("stage", str(stage), stages, rule.sheet, (*rule.at, "left"))
        yield from self.one("stage", str(rule.data["to"]), {*stages, "same"}, rule.sheet, (*rule.at, "to"))
        yield from self._stages(rule.data.get("requires"), rule.sheet, (*rule.at, "requires"))

    def _named(self, key: str, value: object, rule: Rule, at: At) -> Iterator[Problem]:
        """Look at a key that names one thing, or several."""
        sheet = rule.sheet
        if key in {"stage", "stage-at-start", "left-stage"} and isinstance(value, dict):
            yield from self._stages(value, sheet, at)
        elif key in {"before", "end-of", "limit-open", "within-term", "starts-on-lapse"}:
            for name in entries(value):
                yield from self.one("limit", full_id(str(name), self.pack, rule.track), self.limits, sheet, at)
        elif key in {"breach", "unless-shield"}:
            what, known = ("breach", self.breaches) if key == "breach" else ("shield", self.shields)
            for name in entries(value):
                yield from self.one(what, full_id(str(name), self.pack, rule.track), known, sheet, at)
        elif key == "counting":
            name = str(value) if "/" in str(value) else f"{self.pack.id}/{value}"
            yield from self.one("regime", name, self.pack.regimes, sheet, at)
        elif key in {"lapse", "lifted-by"}:
            for name in entries(value):
                yield from self.one("act", str(name), self.acts, sheet, at)
        elif key == "reading" and isinstance(value, str):
            yield from self._reading(value, rule, at)
        else:
            words = {
                "treaty": self.pack.treaties,
                "charges": self.bar_words,
                "against": self.against,
                "purpose": self.purposes,
            }
            if key in words and len(at) > len(rule.at):
                for name in entries(value):
                    yield from self.one(key, str(name), words[key], sheet, at)

    def _reading(self, name: str, rule: Rule, at: At) -> Iterator[Problem]:
        of = table(rule.data.get("counts-from")).get("end-of")
        limit = self.pack.limit_by_id.get(full_id(str(of), self.pack, rule.track))
        if limit is not None:
            known = {reading.id for edition in limit.editions for reading in edition.readings}
            yield from self.one("reading", name, known, rule.sheet, at)

    def _stages(self, value: object, sheet: Sheet, at: At) -> Iterator[Problem]:
        for track, stages in table(value).items():
            yield from self.one("track", track, self.pack.tracks, sheet, (*at, track))
            for stage in entries(stages):
                known = self.law.vocabulary.stages.get(track, {})
                yield from self.one("stage", str(stage), known, sheet, (*at, track))

    def _pattern(self, pattern: dict[str, object], sheet: Sheet, at: At) -> Iterator[Problem]:
        name = pattern.get("act")
        if name is None:
            return
        yield from self.one("act", str(name), self.acts, sheet, (*at, "act"))
        if "of-act" in pattern:
            yield from self.one("act", str(pattern["of-act"]), self.acts, sheet, (*at, "of-act"))
        kind = self.acts.get(str(name))
        if kind is None:
            return
        for field, admitted in pattern.items():
            if field in _NOT_FIELDS:
                continue
            about = kind.fields.get(field) or self.law.vocabulary.every_act.get(field)
            if about is None:
                yield from self.one("field", field, kind.fields, sheet, (*at, field))
                continue
            words: Collection[str] = about.words or (self.law.vocabulary.bodies if field == "body" else ())
            for word in entries(admitted):
                if words:
                    yield from self.one("word", str(word), {*words, *_OPEN}, sheet, (*at, field))
