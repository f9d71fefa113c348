"""Why: the reasons of every item of a position, in the language of the reader.

A reason names the provision with its edition, the acts it rests on, the arithmetic step by step, the rival readings,
and what is not certain. Words are in the locale (keys ``because.*`` and ``note.*``), words of the law beside the rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.dates import day_words, span_words, weekday_words
from panah.lawmodel.citations import cites_words
from panah.lawmodel.vocabulary import in_language
from panah.procedure.act_words import act_words, excused_by, hour_unknown
from panah.procedure.arithmetic import length_words, reading_steps, short_count
from panah.procedure.lifting import lifted_by
from panah.procedure.position import (
    Anomaly,
    BreachFound,
    Deadline,
    Note,
    Position,
    Presumed,
    Protection,
    ReadingEnd,
    Remedy,
    Stage,
)
from panah.texts import say
from panah.timelimits import day_of

if TYPE_CHECKING:
    from panah.lawmodel import Edition, Law, Pack
    from panah.procedure.casefile import CaseFile

Item = Deadline | Protection | BreachFound | Remedy | Presumed | Stage | Anomaly


def because(
    item: object, casefile: CaseFile, law: Law, lang: str, position: Position | None = None, *, counts: str = "whole"
) -> list[str]:
    """Give the reasons of an item, one sentence or counting each.

    Args:
        item: A deadline, protection, breach, remedy, presumed act, stage or anomaly of the position.
        casefile: The case it is of.
        law: The law it was derived by.
        lang: Language of the reader.
        position: What the item is of: past the day until which a text was checked the reason says *not verified*, and
            the term whose end lifts a protection is named from its deadlines.
        counts: How a counting is told: ``whole`` in one sentence, ``steps`` each step on a line of its own within its
            reason, ``short`` without the days off it skips.

    Raises:
        TypeError: Something else was given.
    """
    spoken = _Spoken(casefile, law, lang, position, counts)
    if isinstance(item, Deadline):
        return spoken.deadline(item)
    if isinstance(item, Remedy):
        return spoken.remedy(item)
    if isinstance(item, Protection):
        return spoken.protection(item)
    if isinstance(item, BreachFound):
        return spoken.breach(item)
    if isinstance(item, Presumed):
        return spoken.presumed(item)
    if isinstance(item, Stage):
        return spoken.stage(item)
    if isinstance(item, Anomaly):
        return [anomaly_words(item, casefile, law, lang)]
    raise TypeError(item)


def note_words(note: Note, law: Law, lang: str) -> str:
    """Write a note: what the model does not cover here."""
    values = dict(note.values)
    told: dict[str, object] = dict(values)
    pack = law.packs.get(values.get("pack", ""))
    if pack is not None:
        told["pack"] = in_language(pack.label, lang)
        if "track" in values:
            told["why"] = in_language(pack.tracks_not_modelled.get(values["track"], {}), lang)
    if "track" in values:
        told["track"] = law.vocabulary.label(values["track"], lang)
    if "day" in values:
        from datetime import date

        told["day"] = day_words(date.fromisoformat(values["day"]).toordinal(), lang)
    return say(lang, f"note.{note.code}", **told)


def anomaly_words(item: Anomaly, casefile: CaseFile, law: Law, lang: str) -> str:
    """Say which recorded act does not fit where it stands."""
    words = law.vocabulary
    return say(
        lang,
        f"anomaly.{item.code}",
        act=act_words(item.act, casefile, law, lang),
        track=words.label(item.track, lang),
        stage=words.stage_label(item.track, item.stage, lang),
    )


def _rests_on(item: Deadline) -> tuple[str, ...]:
    return item.of + tuple(name for reading in item.readings for name in reading.of)


def _in_hours(reading: ReadingEnd) -> bool:
    return reading.length is not None and reading.length.unit == "hours"


class _Spoken(NamedTuple):
    casefile: CaseFile
    law: Law
    lang: str
    position: Position | None
    counts: str

    def deadline(self, item: Deadline) -> list[str]:
        pack = self._pack(item.limit.id)
        told = list(dict.fromkeys(self._provision(edition) for edition in self._editions(item)))
        if item.confidence != item.edition.confidence:
            told.append(self._confidence(item.confidence))
        told += self._acts(_rests_on(item) + item.met_by)
        if item.unknown_trigger:
            told.append(self._say("unknown-trigger"))
        for reading in item.readings:
            told += self._reading(reading, pack, alone=len(item.readings) == 1)
        if item.calendar_missing is not None:
            told.append(self._say("calendar-missing", year=item.calendar_missing))
        told += self._extension(item)
        told += self._standing(item)
        return told + self._versions(item.in_versions)

    def _editions(self, item: Deadline) -> list[Edition]:
        all_of_them = [*(reading.edition for reading in item.readings), item.edition]
        return list({id(edition): edition for edition in all_of_them}.values())

    def _reading(self, reading: ReadingEnd, pack: Pack, *, alone: bool) -> list[str]:
        told: list[str] = []
        count = self._count(reading, pack)
        if reading.id and not alone:
            argument = in_language(reading.argument, self.lang).rstrip(".")
            cite = cites_words(reading.cite, self.law, self.lang)
            told.append(self._say("reading", argument=argument, cite=cite, count=count))
        else:
            told.append(self._say("count", count=count))
        if reading.confidence != reading.edition.confidence:
            told.append(self._confidence(reading.confidence))
        first, last = reading.start
        counted = reading.length is not None and not reading.back
        if counted and last is not None and day_of(first) == day_of(last) and first != last and _in_hours(reading):
            told.append(self._say("uncertain-hour", day=weekday_words(day_of(first), self.lang)))
        elif counted and last is not None and day_of(first) != day_of(last):
            told.append(self._say("uncertain-start", span=span_words(day_of(first), day_of(last), self.lang)))
        if reading.uncertain:
            days = ", ".join(weekday_words(day, self.lang) for day in reading.uncertain)
            told.append(self._say("calendar-unconfirmed", days=days))
        return told

    def _count(self, reading: ReadingEnd, pack: Pack) -> str:
        if self.counts == "short":
            return short_count(reading, self.lang)
        return ("\n" if self.counts == "steps" else "; ").join(reading_steps(reading, pack, self.lang))

    def _extension(self, item: Deadline) -> list[str]:
        edition = item.edition
        cite = cites_words(edition.may_extend_cite or edition.cite, self.law, self.lang)
        if item.may_extend_to is not None:
            length = " + ".join(length_words(one, self.lang) for one in edition.may_extend)
            return [self._say("may-extend", length=length, day=day_words(item.may_extend_to, self.lang), cite=cite)]
        if edition.without_cap:
            return [self._say("without-cap", cite=cite)]
        return []

    def _standing(self, item: Deadline) -> list[str]:
        """Say what makes the deadline stand as it does, where the days alone do not."""
        if item.shown:
            return [self._say("shown-met" if item.state == "met" else "shown-unsure")]
        if item.state == "met":
            return hour_unknown(item, self.casefile, self.lang)
        if item.state in {"running", "suspended", "not-started"}:
            late = [reading.id for reading in item.readings if reading.id in item.late_under]
            return [self._say("late-under", count=len(late))] if late else []
        if item.met_by:
            return [self._say("met-late" if item.state == "missed" else "met-unsure")]
        return [self._say("unseen" if item.state == "undetermined" else "unrecorded-missed")]

    def remedy(self, item: Remedy) -> list[str]:
        limit = item.limit
        rests_on = item.of if item.deadline is None else _rests_on(item.deadline)
        told = [self._provision(item.edition), *self._acts(rests_on)]
        if item.deadline is not None:
            pack = self._pack(limit.id)
            for reading in item.deadline.readings:
                told += self._reading(reading, pack, alone=len(item.deadline.readings) == 1)
            if item.deadline.unknown_trigger:
                told.append(self._say("unknown-trigger"))
        else:
            told.append(self._say("no-term"))
        if item.state == "lapsed":
            told.append(self._say("restore", cite=cites_words(limit.restore, self.law, self.lang)))
        return told + self._versions(item.in_versions)

    def protection(self, item: Protection) -> list[str]:
        edition = item.edition
        told = [self._provision(edition), in_language(item.shield.words, self.lang), *self._acts(item.of)]
        told.append(self._say(f"strength-{item.strength}"))
        if edition.source in {"international", "policy"}:
            told.append(self._say(f"source-{edition.source}"))
        if item.holds != "yes":
            told.append(self._say("holds-maybe"))
        deadlines = () if self.position is None else self.position.deadlines
        lifting = lifted_by(item, deadlines, self.casefile, self.law, self.lang)
        if lifting:
            told.append(self._say("lifted-by", acts=", ".join(lifting)))
        told += [
            self._say("strength-reading", argument=in_language(argument, self.lang).rstrip("."))
            for _, _, argument in item.readings
            if argument
        ]
        return [sentence for sentence in told if sentence] + self._versions(item.in_versions)

    def breach(self, item: BreachFound) -> list[str]:
        told = [self._say("provision-alone", cite=cites_words(item.cite, self.law, self.lang))]
        words = in_language(item.breach.words, self.lang)
        told += [words] if words else []
        told += self._acts(item.of)
        first, last = item.on
        if item.limit is not None:
            told.append(self._say("past-limit", title=in_language(item.limit.title, self.lang)))
            early = weekday_words(first, self.lang)
            if last is None:
                told.append(self._say("breach-from", first=early))
            elif first != last:
                told.append(self._say("breach-between", first=early, last=weekday_words(last, self.lang)))
        if item.shield is not None:
            told.append(self._say("against-shield", title=in_language(item.shield.title, self.lang)))
        excuses = () if item.certain else excused_by(item, self.casefile)
        if excuses:
            told.append(self._say("excused", acts="; ".join(self._acts(excuses))))
        else:
            told.append(self._say("certain" if item.certain else "not-certain"))
        return told + self._versions(item.in_versions)

    def presumed(self, item: Presumed) -> list[str]:
        told = [
            self._say("presumed", act=self.law.vocabulary.label(item.act, self.lang)),
            self._say("presumed-by", act=act_words(item.because_of, self.casefile, self.law, self.lang)),
            self._provision(item.move.editions[-1]),
        ]
        return told + self._versions(item.in_versions)

    def stage(self, item: Stage) -> list[str]:
        told = self._acts(item.by)
        if item.move is not None:
            words = in_language(item.move.words, self.lang)
            told = [self._provision(item.move.editions[-1]), *([words] if words else []), *told]
        if item.presumed:
            told.append(self._say("stage-presumed"))
        return told + self._versions(item.in_versions)

    def _provision(self, edition: Edition) -> str:
        """Name the provision, the edition and until when its text was checked; more where it is less than sure."""
        cite = cites_words(edition.cite, self.law, self.lang)
        since = span_words(edition.first, edition.first_latest, self.lang)
        parts = [self._say("edition", cite=cite, since=since)]
        if edition.until is not None:
            parts.append(self._say("edition-until", day=day_words(edition.until - 1, self.lang)))
        verified = edition.verified_until
        if verified is not None:
            parts.append(self._say("verified-until", day=day_words(verified, self.lang)))
            if self.position is not None and self.position.as_of > verified:
                parts.append(self._say("not-verified", day=day_words(self.position.as_of, self.lang)))
        if edition.confidence != "high":
            parts.append(self._confidence(edition.confidence))
        return "; ".join(parts)

    def _confidence(self, confidence: str) -> str:
        return self._say("confidence", word=self.law.vocabulary.word("confidences", confidence, self.lang))

    def _acts(self, ids: tuple[str, ...]) -> list[str]:
        return [act_words(name, self.casefile, self.law, self.lang) for name in dict.fromkeys(ids)]

    def _versions(self, versions: tuple[str, ...]) -> list[str]:
        if not versions:
            return []
        acts = "; ".join(act_words(name, self.casefile, self.law, self.lang) for name in versions)
        return [self._say("in-versions", acts=acts)]

    def _pack(self, rule: str) -> Pack:
        return self.law.packs[rule.partition("/")[0]]

    def _say(self, key: str, **values: object) -> str:
        return say(self.lang, f"because.{key}", **values)
