"""From the plain values of one file of rules to moves, limits, shields and breaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.lawmodel.model import Anchor, Breach, Edition, Guard, Limit, Move, Pattern, Reading, Shield
from panah.lawmodel.plain import Plain
from panah.timelimits import Period, Regime, parse_date, parse_day, parse_period

if TYPE_CHECKING:
    from panah.lawmodel.packs import Pack

_DAY = 1440
EDITION_KEYS = (
    "from-day", "until-day", "verified-until", "cite", "confidence", "length", "counting", "readings", "may-extend",
    "may-extend-cite", "may-extend-from", "may-extend-unless", "without-cap", "pending-too", "strength", "source",
    "while", "stops", "breaks", "at-most", "lifted-by", "strength-readings", "doubts",
)  # fmt: skip


class Rules:
    """One file of rules, to be added to its pack."""

    def __init__(self, pack: Pack, rules: Plain, file: str) -> None:
        """Take the content of the file; ``file`` is its name below the folder of the law."""
        self.pack = pack
        self.rules = rules
        self.file = file
        self.track = rules.text("track")
        self.defaults = rules.part("defaults").data

    def add(self) -> None:
        """Add the file's moves, limits, shields and breaches to the pack."""
        for name, part in self.rules.named("moves"):
            self.pack.moves += self._moves(name, part)
        self.pack.limits += tuple(self._limit(name, part) for name, part in self.rules.named("limits"))
        self.pack.shields += tuple(self._shield(name, part) for name, part in self.rules.named("shields"))
        for name, part in self.rules.named("breaches"):
            key = self._id(name)
            self.pack.breaches[key] = Breach(
                key, part.texts("title"), part.texts("words"), part.text("actor"), part.words("cite"), self.file, 0
            )

    def _id(self, name: str) -> str:
        return name if "/" in name or not name else f"{self.pack.id}/{self.track}/{name}"

    def _ids(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._id(name) for name in names)

    def _moves(self, name: str, part: Plain) -> tuple[Move, ...]:
        editions = self._editions(part)
        return tuple(
            Move(
                id=self._id(name),
                track=self.track,
                words=part.texts("words"),
                on=pattern,
                from_stages=frozenset(part.words("from")),
                to=part.text("to"),
                opens_run=part.flag("opens-run"),
                cost=part.number("cost", 1) if part.flag("presumable", default=True) else 0,
                requires=_stages(part.part("requires")),
                ask_for=part.texts("ask-for"),
                editions=editions,
                left=frozenset(part.words("left")),
                file=self.file,
                line=0,
            )
            for pattern in patterns_of(part.items("on"))
        )

    def _limit(self, name: str, part: Plain) -> Limit:
        return Limit(
            id=self._id(part.text("id", name)),
            track=self.track,
            title=part.texts("title"),
            words=part.texts("words"),
            binds=part.text("binds"),
            actor=part.text("actor"),
            starts=patterns_of(part.items("starts")),
            starts_on_lapse=self._ids(part.words("starts-on-lapse")),
            starts_presumed=part.flag("starts-presumed"),
            when=self.guard(part.part("when")) if "when" in part else None,
            anchor=self._anchor(part.part("counts-from")),
            before=self._id(part.text("before")),
            met_by=patterns_of(part.items("met-by")),
            shown_by=patterns_of(part.items("shown-by")),
            ended_by=patterns_of(part.items("ended-by")),
            extended_by=tuple(
                (pattern_of(item), self.guard(item.part("when")) if "when" in item else None)
                for item in part.parts("extended-by")
            ),
            suspended_while=self.guard(part.part("suspended-while")) if "suspended-while" in part else None,
            if_unrecorded=part.text("if-unrecorded", "undetermined"),
            excused_by=patterns_of(part.items("excused-by")),
            excuse_ended_by=patterns_of(part.items("excuse-ended-by")),
            breach=self._id(part.text("breach")),
            lapse=part.text("lapse", "time-lapsed"),
            where=part.texts("where"),
            form=part.texts("form"),
            suspends=part.flag("suspends"),
            if_missed=part.texts("if-missed"),
            restore=part.words("restore"),
            governed_by=part.text("governed-by", "start"),
            warning=part.flag("warning"),
            once_per_run=part.flag("once-per-run"),
            any_run=part.flag("any-run"),
            until_field=part.flag("until-field"),
            never_missed=part.flag("never-missed"),
            remedy=part.flag("remedy", default=True),
            after_removal=part.flag("after-removal"),
            extends_unseen=part.flag("extends-unseen"),
            restored_by=patterns_of(part.items("restored-by")),
            lapse_counts_from_end=part.text("lapse-counts-from") == "end",
            editions=self._editions(part),
            file=self.file,
            line=0,
        )

    def _shield(self, name: str, part: Plain) -> Shield:
        return Shield(
            id=self._id(part.text("id", name)),
            track=self.track,
            title=part.texts("title"),
            words=part.texts("words"),
            against=part.words("against"),
            listed=part.flag("listed", default=True),
            editions=self._editions(part),
            file=self.file,
            line=0,
        )

    def _editions(self, part: Plain) -> tuple[Edition, ...]:
        shared = {key: value for key, value in part.data.items() if key in EDITION_KEYS}
        given = part.parts("editions") or [Plain({})]
        return tuple(self._edition(edition.over({**self.defaults, **shared})) for edition in given)

    def _edition(self, part: Plain) -> Edition:
        first, first_latest = day_span(part.text("from-day"))
        until_earliest, until = day_span(part.text("until-day")) if "until-day" in part else (None, None)
        return Edition(
            first=first,
            first_latest=first_latest,
            until=until,
            until_earliest=until_earliest,
            verified_until=parse_day(part.text("verified-until")) if "verified-until" in part else None,
            cite=part.words("cite"),
            confidence=part.text("confidence"),
            length=_length(part.text("length")),
            counting=self.regime(part.text("counting")),
            readings=tuple(self._reading(item) for item in part.parts("readings")),
            may_extend=tuple(parse_period(length) for length in part.words("may-extend")),
            may_extend_from=part.text("may-extend-from", "end"),
            may_extend_unless=patterns_of(part.items("may-extend-unless")),
            may_extend_cite=part.words("may-extend-cite"),
            without_cap=part.flag("without-cap"),
            pending_too=part.flag("pending-too"),
            strength=part.text("strength"),
            source=part.text("source"),
            guard=self.guard(part.part("while")) if "while" in part else None,
            stops=tuple((pattern_of(item), self._id(item.text("breach"))) for item in part.parts("stops")),
            breaks=part.flag("breaks"),
            only_maybe=part.text("at-most") == "maybe",
            doubts=part.words("doubts"),
            lifted_by=part.words("lifted-by"),
            readings_of_strength=tuple(
                (item.text("id"), item.text("strength"), item.texts("argument"))
                for item in part.parts("strength-readings")
            ),
        )

    def _reading(self, part: Plain) -> Reading:
        return Reading(
            id=part.text("id"),
            argument=part.texts("argument"),
            cite=part.words("cite"),
            counting=self.regime(part.text("counting")),
            length=_length(part.text("length")),
            anchor=self._anchor(part.part("counts-from")) if "counts-from" in part else None,
            when=self.guard(part.part("when")) if "when" in part else None,
            confidence=part.text("confidence"),
            length_of=part.text("length-of"),
            may_extend=tuple(parse_period(length) for length in part.words("may-extend")),
        )

    def regime(self, name: str) -> Regime | None:
        """Give a way of counting by its name, in this pack where the name says no other."""
        return self.pack.regimes.get(name if "/" in name else f"{self.pack.id}/{name}") if name else None

    def _anchor(self, part: Plain) -> Anchor:
        if "served-to" in part:
            kind = "served-or-unknown" if part.flag("or-unknown") else "served"
            return Anchor(kind, recipient=part.text("served-to"), or_later=part.flag("or-later"))
        if "field" in part:
            return Anchor("field", field=part.text("field"))
        if "end-of" in part:
            kind = "end-unknown" if part.flag("unknown") else "end"
            return Anchor(kind, limit=self._id(part.text("end-of")), reading=part.text("reading"))
        if part.flag("end-of-previous"):
            return Anchor("previous")
        if "act" in part:
            kind = "act-or-unknown" if part.flag("or-unknown") else "act"
            return Anchor(kind, pattern=pattern_of(part), first_run=part.flag("first-run"))
        return Anchor("unknown" if part.flag("unknown") else "start")

    def guard(self, part: Plain) -> Guard:
        """Read a condition."""
        return Guard(
            stage=_stages(part.part("stage")),
            stage_at_start=_stages(part.part("stage-at-start")),
            left_stage=_stages(part.part("left-stage")),
            limit_open=self._id(part.text("limit-open")),
            within_term=self._id(part.text("within-term")),
            after=patterns_of(part.items("after")),
            until=patterns_of(part.items("until")),
            lasts=_length(part.text("lasts")),
            charges=part.text("charges"),
            purpose=frozenset(part.words("purpose")),
            treaty=part.text("treaty"),
            unless=patterns_of(part.items("unless")),
            unless_shield=self._ids(part.words("unless-shield")),
            always=part.flag("always"),
            arrived_before=self._id(part.part("arrived-before").text("limit")),
            arrived_on_the_day_maybe=part.part("arrived-before").text("on-the-day") == "maybe",
        )


_NOT_FIELDS = frozenset({"act", "breach", "when", "first-run", "or-unknown", "has", "field"})


def patterns_of(items: list[object]) -> tuple[Pattern, ...]:
    """Read patterns of acts."""
    return tuple(pattern_of(Plain(item)) for item in items)


def pattern_of(part: Plain) -> Pattern:
    """Read a pattern of acts."""
    fields = []
    for name in part.data:
        if name in _NOT_FIELDS:
            continue
        admitted = part.words(name)
        fields.append((name, frozenset(admitted) - {"unknown"}, "unknown" in admitted))
    return Pattern(part.text("act"), tuple(fields), has=part.text("has"))


def _stages(part: Plain) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((track, frozenset(part.words(track))) for track in part.data)


def _length(text: str) -> Period | None:
    return None if text in {"", "none", "same-day"} else parse_period(text)


def day_span(text: str) -> tuple[int, int]:
    """Give the first and the last day (ordinals) that a date of the law may mean."""
    span = parse_date(text)
    return span.first // _DAY, (span.first if span.last is None else span.last) // _DAY
