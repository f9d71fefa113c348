"""One item of a position in a few lines, for the page of ``panah what-if``; its reasons are told by ``--why``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.dates import clock_words, day_words, distance, span_words, weekday_words
from panah.lawmodel.citations import cites_words
from panah.procedure.position import BreachFound, Deadline, Position, Presumed, Protection, Remedy
from panah.texts import say
from panah.timelimits import FAR_PAST, day_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from panah.cli.law_words import LawWords
    from panah.cli.screen import Screen
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile
    from panah.routes.values import Routes

Block = list[str]
_EXPECTED_STATES = frozenset({"running", "undetermined"})


class Told(NamedTuple):
    """A case, its position and routes on the day asked, and the law they were derived by."""

    casefile: CaseFile
    position: Position
    law: Law
    routes: Routes


class Items:
    """Writes the items of one of the two positions."""

    def __init__(self, told: Told, law_words: LawWords, screen: Screen) -> None:
        """Keep what the items are of, and how to write."""
        self.told = told
        self.law = told.law
        self.vocabulary = told.law.vocabulary
        self.today = told.position.as_of
        self.law_words = law_words
        self.lang = law_words.lang
        self.screen = screen

    def deadline(self, item: Deadline, due: str = "", also: Sequence[str] = ()) -> Block:
        """Write a deadline: whose, when, what by which provision; how to plan, and where it is less than sure."""
        title = self.law_words.of(item.limit.title)
        cite = cites_words(item.edition.cite[:1], self.law, self.lang)
        words = self._say(item.limit.binds, due=due or self.due(item), title=f"{title} ({cite})")
        return self.named(words, item.limit.id, [*also, *self._details(item)])

    def passed_over(self, item: Deadline) -> Block:
        """Write a deadline that is gone: of it only the day matters."""
        words = self._say(item.limit.binds, due=self.day(item), title=self.law_words.of(item.limit.title))
        return self.named(words, item.limit.id)

    def standing(self, item: Deadline, state: str) -> Block:
        """Write a deadline of which only the state matters."""
        return self.named(f"{self.law_words.of(item.limit.title)} · {state}", item.limit.id)

    def state(self, item: Deadline) -> str:
        """Name the state of a deadline."""
        return self.vocabulary.word("states", item.state, self.lang)

    def day(self, item: Deadline) -> str:
        """Write the day of a deadline, or the days between which it ends."""
        if item.latest is not None and item.latest != item.safe:
            return span_words(item.safe, item.latest, self.lang)
        day = weekday_words(item.safe, self.lang)
        if item.minute is not None:
            day += " " + say(self.lang, "docket.until-clock", clock=clock_words(item.minute))
        return day

    def due(self, item: Deadline) -> str:
        """Write the day of a deadline and how far off it is."""
        return f"{self.day(item)} · {distance(item.safe, self.today, self.lang)}"

    def _details(self, item: Deadline) -> list[str]:
        told = [] if item.state in _EXPECTED_STATES else [self.state(item)]
        if item.limit.binds == "defence":
            if item.file_by is not None and self.today <= item.file_by < item.safe:
                told.append(say(self.lang, "docket.file-by", day=weekday_words(item.file_by, self.lang)))
            missed = self.law_words.of(item.limit.if_missed)
            told += [say(self.lang, "docket.if-missed", words=missed)] if missed else []
        if item.unknown_trigger:
            told.append(say(self.lang, "docket.unknown-trigger"))
        if item.confidence != "high":
            word = self.vocabulary.word("confidences", item.confidence, self.lang)
            told.append(say(self.lang, "docket.confidence", word=word))
        if item.in_versions:
            told.append(say(self.lang, "docket.in-versions"))
        verified = item.edition.verified_until
        if verified is not None and max(item.safe, self.today) > verified:
            told.append(self._say("unverified", day=day_words(verified, self.lang)))
        return told

    def remedy(self, item: Remedy) -> Block:
        """Write what can be filed, by when, and whether filing it suspends."""
        title = self.law_words.of(item.limit.title)
        if item.until is not None:
            key = "case.lapsed" if item.state == "lapsed" else "case.until"
            title += f" · {say(self.lang, key, day=weekday_words(item.until, self.lang))}"
        suspends = say(self.lang, "case.suspends" if item.limit.suspends else "case.suspends-not")
        return self.named(self._say("remedy", title=title), item.limit.id, [suspends])

    def protection(self, item: Protection, strength: str = "", also: Sequence[str] = ()) -> Block:
        """Write what stands against return, how strongly, and against which."""
        against = ", ".join(self.vocabulary.word("against", kind, self.lang) for kind in item.shield.against)
        words = f"{self.law_words.of(item.shield.title)} · {strength or self.strength(item)}"
        words += f" · {say(self.lang, 'case.against', kinds=against)}"
        return self.named(self._say("shield", title=words), item.shield.id, also)

    def strength(self, item: Protection) -> str:
        """Name how strongly something stands against return."""
        word = self.vocabulary.word("strengths", item.strength, self.lang)
        return word if item.holds == "yes" else word + say(self.lang, "case.maybe")

    def breach(self, item: BreachFound, sign: str) -> Block:
        """Write what was not kept, or perhaps not; ``sign`` says whether it is new."""
        perhaps = "" if item.certain else say(self.lang, "case.maybe")
        day = span_words(*item.on, self.lang)
        cite = cites_words(item.cite, self.law, self.lang)
        return self.named(sign + f"{day} · {self.law_words.of(item.breach.title)}{perhaps} ({cite})", item.breach.id)

    def paper(self, item: Presumed, sign: str) -> Block:
        """Write a paper that must exist; ``sign`` says whether it is new."""
        first, last = item.between
        label = self.vocabulary.label(item.act, self.lang)
        if first != FAR_PAST:
            label += f" · {span_words(day_of(first), None if last is None else day_of(last), self.lang)}"
        ask = self.law_words.of(item.move.ask_for)
        return self.named(
            sign + label, f"presumed/{item.act}", [say(self.lang, "case.ask-for", paper=ask)] if ask else []
        )

    def stages(self, track: str) -> str:
        """Name the stage of a track; where versions of the facts differ, every one."""
        found = [item.stage for item in self.told.position.stages if item.track == track and item.stage != "none"]
        names = [self.vocabulary.stage_label(track, stage, self.lang) for stage in dict.fromkeys(found)]
        return say(self.lang, "case.or").join(names) or "—"

    def named(self, words: str, item_id: str, details: Sequence[str] = ()) -> Block:
        """Write words, the id under them, and details."""
        lines = self.line(words)
        for detail in (item_id, *details):
            lines += self.screen.paragraph(detail, 4, 6)
        return lines

    def line(self, words: str) -> Block:
        """Write words alone."""
        return self.screen.paragraph(words, 2, 4)

    def _say(self, key: str, **values: object) -> str:
        return say(self.lang, f"what-if.{key}", **values)
