"""The items of a position in words: how a stage, a deadline, a protection, a breach, a missing paper is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.dates import amount, clock_words, day_words, distance, span_words, weekday_words
from panah.lawmodel.citations import cites_words
from panah.lawmodel.vocabulary import in_language
from panah.texts import say
from panah.timelimits import FAR_PAST, day_of

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile
    from panah.procedure.position import BreachFound, Deadline, Position, Presumed, Protection, Remedy, Stage
    from panah.telling.law_words import LawWords

_OVER_STATES = frozenset({"met", "not-started"})
_RELEASE = "released"


def is_done(item: Deadline) -> bool:
    """Whether nothing is left to do about a deadline."""
    return item.state in _OVER_STATES


def is_exposure(item: Deadline) -> bool:
    """Whether the end of a limit is a moment of exposure: a paper that ends, a day to leave, or a release."""
    limit = item.limit
    if limit.binds == "defence":
        return not limit.remedy
    return any(one.act == _RELEASE for one in (*limit.met_by, *limit.shown_by))


class ItemWords:
    """Tells the items of one position."""

    def __init__(self, casefile: CaseFile, position: Position, law: Law, law_words: LawWords) -> None:
        """Keep what the items are of."""
        self.casefile = casefile
        self.position = position
        self.law = law
        self.law_words = law_words
        self.lang = law_words.lang

    def name(self) -> str:
        """Name the person or the group, a group with its number."""
        names = in_language(self.casefile.names, self.lang) or self.casefile.case
        people = self.casefile.persons
        return names if people == 1 else f"{names} ({amount(people, 'persons', self.lang)})"

    def outcome(self) -> str:
        """Say where the person is."""
        outcomes = self.position.outcome_versions or (self.position.outcome,)
        word = self.law.vocabulary.word
        return say(self.lang, "case.or").join(word("outcomes", outcome, self.lang) for outcome in outcomes)

    def sentence(self) -> str:
        """Tell the position in a sentence: where each track stands, since when."""
        tracks = dict.fromkeys(item.track for item in self._standing())
        words = ". ".join(self._stand(track) for track in tracks)
        return f"{words}." if words else ""

    def _standing(self) -> list[Stage]:
        return [item for item in self.position.stages if item.stage != "none"]

    def _stand(self, track: str) -> str:
        """Say where a track stands; where versions of the facts differ, every stage by its name alone."""
        words = self.law.vocabulary
        found = [item for item in self._standing() if item.track == track]
        stages = list(dict.fromkeys(words.stage_label(track, item.stage, self.lang) for item in found))
        since = self.since(found[0]) if len(found) == 1 and not found[0].in_versions else ""
        stage = say(self.lang, "case.or").join(stages)
        label = words.label(track, self.lang)
        return self._say("stands", track=label[:1].upper() + label[1:], stage=stage, since=since)

    def since(self, item: Stage) -> str:
        """Say since when a stage stands; nothing where that is not known."""
        first, last = item.since
        if first is None or first == FAR_PAST:
            return ""
        days = day_of(first), None if last is None else day_of(last)
        return self._say("since" if days[0] == days[1] else "since-between", day=span_words(*days, self.lang))

    def stage(self, item: Stage) -> str:
        """Name a stage with its track."""
        words = self.law.vocabulary
        stage = words.stage_label(item.track, item.stage, self.lang)
        mark = self._say("presumed-mark") if item.presumed else ""
        return f"{words.label(item.track, self.lang)}: {stage}{self.since(item)}{mark}"

    def due(self, item: Deadline) -> str:
        """Write the day or days of a deadline and how far off they are."""
        if item.latest is None or item.latest == item.safe:
            day = weekday_words(item.safe, self.lang)
            if item.minute is not None:
                day += " " + say(self.lang, "docket.until-clock", clock=clock_words(item.minute))
        else:
            day = span_words(item.safe, item.latest, self.lang)
        today = self.position.as_of
        near = item.safe if item.safe >= today or item.latest is None or item.latest < today else item.latest
        return f"{day} · {distance(near, today, self.lang)}"

    def late(self, item: Deadline) -> str:
        """Say from when an authority is late: after a minute, or from a day it may be and a day it surely is."""
        if item.minute is not None:
            return self._say("late-after", clock=clock_words(item.minute), first=weekday_words(item.safe, self.lang))
        late = weekday_words(item.safe + 1, self.lang)
        surely = "" if item.latest is None else weekday_words(item.latest + 1, self.lang)
        key = "late-between" if surely and item.latest != item.safe else "late-from"
        return self._say(key, first=late, last=surely)

    def until(self, item: Remedy) -> str:
        """Say until when something can be filed."""
        if item.until is None:
            return self._say("any-time")
        if item.state == "lapsed":
            return self._say("lapsed", day=weekday_words(item.until, self.lang))
        key = "until" if item.until >= self.position.as_of else "until-arguable"
        return self._say(key, day=weekday_words(item.until, self.lang))

    def remedy(self, item: Remedy) -> list[str]:
        """Say where and how something is filed, and whether that suspends."""
        limit = item.limit
        where = "; ".join(words for words in (self.law_words.of(limit.where), self.law_words.of(limit.form)) if words)
        return [*([where] if where else []), self._say("suspends" if limit.suspends else "suspends-not")]

    def protection(self, item: Protection) -> tuple[str, str]:
        """Say how strongly something stands against which return: the strength, and what it is."""
        words = self.law.vocabulary
        against = ", ".join(words.word("against", kind, self.lang) for kind in item.shield.against)
        strength = words.word("strengths", item.strength, self.lang)
        lead = f"{strength}{'' if item.holds == 'yes' else self._say('maybe')}"
        return lead, f"{self.law_words.of(item.shield.title)} · {self._say('against', kinds=against)}"

    def breach(self, item: BreachFound) -> tuple[str, str]:
        """Say since when a rule was not kept, or perhaps was not: the day, and what it is."""
        first, last = item.on
        day = span_words(first, last, self.lang) if item.limit is None else day_words(first, self.lang)
        lead = day if item.limit is None else say(self.lang, "docket.since", day=day)
        title = self.law_words.of(item.breach.title)
        if not item.certain:
            title += self._say("maybe")
        return lead, f"{title} · {cites_words(item.cite, self.law, self.lang)}"

    def presumed(self, item: Presumed) -> tuple[str, str, str]:
        """Name an act that must have happened, say when, and which paper to ask for (empty where none is named)."""
        label = self.law.vocabulary.label(item.act, self.lang)
        first, last = item.between
        if first == FAR_PAST:
            day = "" if last is None else say(self.lang, "dates.by", day=day_words(day_of(last), self.lang))
        else:
            day = span_words(day_of(first), None if last is None else day_of(last), self.lang)
        ask = self.law_words.of(item.move.ask_for)
        return label, day, self._say("ask-for", paper=ask) if ask else ""

    def _say(self, key: str, **values: object) -> str:
        return say(self.lang, f"case.{key}", **values)
