"""A position as the plain object of the contract, section 3: stable keys, stable order, days as ISO dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.lawmodel import in_language
from panah.procedure.reasons import because, note_words
from panah.timelimits import FAR_PAST, clock, day_of, iso

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile
    from panah.procedure.position import (
        BreachFound,
        Deadline,
        Position,
        Presumed,
        Protection,
        ReadingEnd,
        Remedy,
        Stage,
    )

Plain = dict[str, object]


def answer(position: Position, casefile: CaseFile, law: Law, lang: str) -> Plain:
    """Give one case of an answer as plain values, ready for JSON, its reasons in a language."""
    spoken = _Spoken(position, casefile, law, lang)
    plain: Plain = {"case": position.case, "outcome": position.outcome}
    if position.outcome_versions:
        plain["outcome-versions"] = list(position.outcome_versions)
    plain["stages"] = [spoken.stage(item) for item in position.stages]
    plain["deadlines"] = [spoken.deadline(item) for item in position.deadlines]
    plain["remedies"] = [spoken.remedy(item) for item in position.remedies]
    plain["protections"] = [spoken.protection(item) for item in position.protections]
    plain["breaches"] = [spoken.breach(item) for item in position.breaches]
    plain["presumed"] = [spoken.presumed(item) for item in position.presumed]
    plain["anomalies"] = [
        {
            "act": item.act,
            "kind": item.kind,
            "track": item.track,
            "stage": item.stage,
            "why": item.code,
            **versions(item.in_versions),
        }
        for item in position.anomalies
    ]
    plain["routes"] = []
    plain["notes"] = [
        {"code": note.code, **dict(note.values), "words": note_words(note, law, lang)} for note in position.notes
    ]
    return plain


def head(law: Law, as_of: int, known_on: int | None) -> Plain:
    """Give the head of an answer: format, days, versions of the law."""
    return {
        "panah": 1,
        "as_of": iso(as_of),
        "known_on": None if known_on is None else iso(known_on),
        "law": law.versions,
    }


def versions(ids: tuple[str, ...]) -> Plain:
    """Name the versions in which an item exists, where it is not in all."""
    return {"in-versions": list(ids)} if ids else {}


class _Spoken:
    def __init__(self, position: Position, casefile: CaseFile, law: Law, lang: str) -> None:
        self.position = position
        self.casefile = casefile
        self.law = law
        self.lang = lang

    def _because(self, item: object) -> list[str]:
        return because(item, self.casefile, self.law, self.lang, self.position)

    def stage(self, item: Stage) -> Plain:
        first, last = item.since
        return {
            "track": item.track,
            "stage": item.stage,
            "since": {"earliest": _day(first), "latest": _day(last)},
            "by": list(item.by),
            "presumed": item.presumed,
            "cite": list(item.move.editions[0].cite) if item.move else [],
            **versions(item.in_versions),
        }

    def deadline(self, item: Deadline) -> Plain:
        limit, edition = item.limit, item.edition
        plain: Plain = {
            "id": limit.id,
            "track": limit.track,
            "title": in_language(limit.title, self.lang),
            "binds": limit.binds,
            "actor": limit.actor,
            "state": item.state,
            "due": {
                "safe": iso(item.safe),
                "latest": None if item.latest is None else iso(item.latest),
                "time": _time(item),
            },
            "may-extend-to": None if item.may_extend_to is None else iso(item.may_extend_to),
            "extendable": "without-cap" if edition.without_cap else None,
            "file-by": None if item.file_by is None else iso(item.file_by),
            "readings": [self._reading(one) for one in item.readings] if len(item.readings) > 1 else [],
            "late-under": list(item.late_under),
            "of": list(item.of),
            "met-by": list(item.met_by),
            "cite": list(edition.cite),
            "confidence": item.confidence,
            "because": self._because(item),
        }
        if edition.verified_until is not None and self.position.as_of > edition.verified_until:
            plain["not-verified-after"] = iso(edition.verified_until)
        return {**plain, **versions(item.in_versions)}

    def _reading(self, item: ReadingEnd) -> Plain:
        latest = None if item.last is None else iso(day_of(item.last))
        return {
            "id": item.id,
            "due": iso(day_of(item.first)),
            "latest": latest,
            "argument": in_language(item.argument, self.lang),
            "cite": list(item.cite),
        }

    def remedy(self, item: Remedy) -> Plain:
        limit = item.limit
        return {
            "id": limit.id,
            "title": in_language(limit.title, self.lang),
            "state": item.state,
            "until": None if item.until is None else iso(item.until),
            "where": in_language(limit.where, self.lang),
            "suspends": limit.suspends,
            "if-missed": in_language(limit.if_missed, self.lang),
            "of": list(item.of),
            "cite": list(item.edition.cite),
            "because": self._because(item),
            **versions(item.in_versions),
        }

    def protection(self, item: Protection) -> Plain:
        return {
            "id": item.shield.id,
            "title": in_language(item.shield.title, self.lang),
            "against": list(item.shield.against),
            "strength": item.strength,
            "holds": item.holds,
            "source": item.edition.source,
            "lifted-by": list(item.edition.lifted_by),
            "readings": [
                {"of": of, "strength": strength, "argument": in_language(argument, self.lang)}
                for of, strength, argument in item.readings
            ],
            "of": list(item.of),
            "cite": list(item.edition.cite),
            "confidence": item.edition.confidence,
            "because": self._because(item),
            **versions(item.in_versions),
        }

    def breach(self, item: BreachFound) -> Plain:
        first, last = item.on
        return {
            "id": item.breach.id,
            "title": in_language(item.breach.title, self.lang),
            "actor": item.actor,
            "on": {"earliest": iso(first), "latest": None if last is None else iso(last)},
            "certain": item.certain,
            "of": list(item.of),
            "cite": list(item.cite),
            "because": self._because(item),
            **versions(item.in_versions),
        }

    def presumed(self, item: Presumed) -> Plain:
        first, last = item.between
        return {
            "act": item.act,
            "between": {"earliest": _day(first), "latest": _day(last)},
            "ask-for": in_language(item.move.ask_for, self.lang),
            "track": item.move.track,
            "to": item.move.to,
            "because-of": item.because_of,
            "cite": list(item.move.editions[0].cite),
            **versions(item.in_versions),
        }


def _day(minute: int | None) -> str | None:
    return None if minute is None or minute == FAR_PAST else iso(day_of(minute))


def _time(item: Deadline) -> str | None:
    return None if item.minute is None else clock(item.minute)
