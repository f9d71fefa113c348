"""What a text can name of the law in this case: limits, breaches, protections, presumed papers, routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.assembly.counting import count_in_words
from panah.assembly.filters import Length, Provisions
from panah.assembly.values import Gap, Keyed, Part
from panah.assembly.wording import date_text, day_text, days_text, length_text
from panah.dates import clock_words
from panah.lawmodel.vocabulary import in_language
from panah.timelimits import FAR_PAST, Span, day_of

if TYPE_CHECKING:
    from panah.assembly.case_parts import CaseParts
    from panah.assembly.citing import Citing
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
    from panah.routes.values import RouteFound


class LawParts:
    """Makes the parts that the law gives to one paper."""

    def __init__(self, case: CaseParts, citing: Citing, position: Position) -> None:
        self.case = case
        self.citing = citing
        self.position = position
        self.law = case.law
        self.book = case.book
        self.lang = case.lang

    def _words(self, text: dict[str, str]) -> str | None:
        return in_language(text, self.lang) or None

    def _cites(self, citations: tuple[str, ...]) -> Provisions | None:
        return Provisions(self.citing, citations) if citations else None

    def _day(self, path: str, day: int | None) -> Part | None:
        return None if day is None else Part(self.book, path, day_text(day, self.lang))

    def _acts(self, ids: tuple[str, ...]) -> list[Part]:
        found = [self.case.act_of(name) for name in dict.fromkeys(ids)]
        return [act for act in found if act is not None]

    def _ref(self, ids: tuple[str, ...]) -> str:
        acts = [self.case.casefile.act(name) for name in dict.fromkeys(ids)]
        return self.case.reference(
            tuple(dict.fromkeys(name for act in acts if act is not None for name in act.sources))
        )

    def limits(self) -> Keyed:
        """The last run of each limit, by its id; a limit that does not run in this case is a gap."""
        last = {item.limit.id: item for item in self.position.deadlines}
        return Keyed(
            self.book, "limits", {name: self.limit(item) for name, item in last.items()}, absent=self._no_limit
        )

    def _no_limit(self, name: str) -> Gap:
        pack = self.law.packs.get(name.partition("/")[0])
        limit = None if pack is None else pack.limit_by_id.get(name)
        return Gap(self.book, f"limits.{name}", "" if limit is None else in_language(limit.title, self.lang))

    def limit(self, item: Deadline) -> Part:
        """One limit: its days, its rival readings (that of the safe day first), how it stands."""
        path = f"limits.{item.limit.id}"
        limit, edition = item.limit, item.edition
        readings = sorted(item.readings, key=lambda one: one.first)
        parts: dict[str, object] = {
            "title": self._words(limit.title),
            "words": self._words(limit.words),
            "safe": self._day(f"{path}.safe", item.safe),
            "latest": self._day(f"{path}.latest", item.latest),
            "hour": None if item.minute is None else clock_words(item.minute),
            "readings": [self._reading(one, path, limit.binds, place) for place, one in enumerate(readings)],
            "disputed": len(readings) > 1,
            "article": self._cites(edition.cite),
            "length": None if edition.length is None
            else Length(self.book, f"{path}.length", length_text(edition.length, self.lang), edition.length),
            "state": self.law.vocabulary.word("states", item.state, self.lang),
            "running": item.state == "running",
            "met": item.state == "met",
            "missed": item.state == "missed",
            "late": item.safe < self.position.as_of and item.state != "met",
            "where": self._words(limit.where),
            "form": self._words(limit.form),
            "if_missed": self._words(limit.if_missed),
            "arithmetic": lambda: self._counted(item),
            "not_served": item.unknown_trigger,
            "restore": self._cites(limit.restore),
            "of": self._acts(item.of),
        }  # fmt: skip
        return Part(self.book, path, in_language(limit.title, self.lang), parts)

    def _reading(self, item: ReadingEnd, path: str, binds: str, place: int) -> Part:
        """One meaning of a text. Ours comes first: with it the defence is safest, or an authority is late soonest."""
        parts = {
            "argument": self._words(item.argument),
            "article": self._cites(item.cite),
            "day": self._day(f"{path}.day", day_of(item.first)),
            "last": None if item.last is None else self._day(f"{path}.last", day_of(item.last)),
            "ours": place == 0 or binds == "defence",
        }
        return Part(self.book, path, in_language(item.argument, self.lang), parts)

    def _counted(self, item: Deadline) -> list[str]:
        first = min(item.readings, key=lambda one: one.first, default=None)
        return [] if first is None else count_in_words(first, self.lang)

    def broken(self) -> list[Part]:
        """Every breach of the position."""
        return [self.breach(item) for item in self.position.breaches]

    def broken_by(self) -> Keyed:
        """The breaches of each rule, by its id."""
        found: dict[str, list[Part]] = {}
        for item in self.position.breaches:
            found.setdefault(item.breach.id, []).append(self.breach(item))
        return Keyed(self.book, "broken_by", found, absent=lambda _: [])

    def breach(self, item: BreachFound) -> Part:
        """One breach: from which day, by which rule, counted how, how sure."""
        path = f"broken.{item.breach.id}"
        first, last = item.on
        clocks = {(one.limit.id, one.of): one for one in self.position.deadlines}
        clock = None if item.limit is None else clocks.get((item.limit.id, item.clock))
        parts: dict[str, object] = {
            "id": item.breach.id,
            "title": self._words(item.breach.title),
            "words": self._words(item.breach.words),
            "on": self._day(f"{path}.on", first),
            "surely_on": self._day(f"{path}.surely_on", last),
            "article": self._cites(item.cite),
            "arithmetic": lambda: [] if clock is None else self._counted(clock),
            "certain": item.certain,
            "actor": self.law.vocabulary.label(item.actor, self.lang),
            "ref": lambda: self._ref(item.of),
            "of": self._acts(item.of),
        }
        return Part(self.book, path, in_language(item.breach.title, self.lang), parts)

    def protected(self) -> list[Part]:
        """Every protection of the position."""
        return [self.protection(item) for item in self.position.protections]

    def protected_by(self) -> Keyed:
        """The protection of each id."""
        found = {item.shield.id: self.protection(item) for item in self.position.protections}
        return Keyed(self.book, "protected_by", found)

    def protection(self, item: Protection) -> Part:
        """One protection: how strong, by which text, on which arguments."""
        path = f"protected.{item.shield.id}"
        vocabulary = self.law.vocabulary
        readings = [
            Part(self.book, path, in_language(words, self.lang), {"argument": self._words(words), "ours": True})
            for _, _, words in item.readings
        ]
        parts: dict[str, object] = {
            "id": item.shield.id,
            "title": self._words(item.shield.title),
            "words": self._words(item.shield.words),
            "strength": vocabulary.word("strengths", item.strength, self.lang),
            "article": self._cites(item.edition.cite),
            "argument": readings[0].text if readings else self._words(item.shield.words),
            "readings": readings,
            "against": ", ".join(vocabulary.word("against", one, self.lang) for one in item.shield.against),
            "source": item.edition.source,
            "surely": item.holds == "yes",
            "bars": item.strength == "bar",
            "suspends": item.strength == "suspends",
            "ref": lambda: self._ref(item.of),
            "of": self._acts(item.of),
        }
        return Part(self.book, path, in_language(item.shield.title, self.lang), parts)

    def presumed(self) -> list[Part]:
        """Papers that must exist and that the file does not show."""
        return [self._presumed(item) for item in self.position.presumed if item.move.ask_for]

    def _presumed(self, item: Presumed) -> Part:
        first, last = item.between
        between = date_text(Span(first, last), self.lang)
        label = self.law.vocabulary.label(item.act, self.lang)
        parts: dict[str, object] = {
            "act": label,
            "paper": self._words(item.move.ask_for),
            "article": self._cites(item.move.editions[-1].cite),
            "between": between,
            "authority": self.law.vocabulary.acts[item.act].by not in {"defence", "person"},
        }
        return Part(self.book, f"presumed.{item.act}", label, parts)

    def stages(self) -> list[Part]:
        """Where each track stands."""
        return [self._stage(item) for item in self.position.stages if item.stage != "none"]

    def stage_of(self) -> Keyed:
        """The stage of each track by its word; a track that has not begun, or is over, is a gap."""
        return Keyed(
            self.book,
            "stage_of",
            {item.track: self._stage(item) for item in self.position.stages if item.stage != "none"},
        )

    def _stage(self, item: Stage) -> Part:
        words = self.law.vocabulary
        stage = words.stage_label(item.track, item.stage, self.lang)
        first, last = item.since
        known = first is not None and first != FAR_PAST
        since = (
            days_text(day_of(first), None if last is None else day_of(last), self.lang)
            if known and first is not None
            else None
        )
        parts: dict[str, object] = {
            "track": words.label(item.track, self.lang),
            "stage": stage,
            "track_id": item.track,
            "stage_id": item.stage,
            "since": since,
            "presumed": item.presumed,
        }
        return Part(self.book, f"position.{item.track}", stage, parts)

    def remedies(self) -> list[Part]:
        """What the defence can file."""
        return [self._remedy(item) for item in self.position.remedies]

    def _remedy(self, item: Remedy) -> Part:
        path = f"open.{item.limit.id}"
        parts: dict[str, object] = {
            "id": item.limit.id,
            "title": self._words(item.limit.title),
            "until": self._day(f"{path}.until", item.until),
            "where": self._words(item.limit.where),
            "article": self._cites(item.edition.cite),
            "suspends": item.limit.suspends,
            "lapsed": item.state == "lapsed",
        }
        return Part(self.book, path, in_language(item.limit.title, self.lang), parts)

    def route(self, found: RouteFound) -> Part:
        """One route: its first day if nothing is filed, and its steps."""
        path = f"routes.{found.route.id}"
        parts: dict[str, object] = {
            "title": self._words(found.route.title),
            "words": self._words(found.route.words),
            "at_once": self._day(f"{path}.at_once", found.nothing_filed.at_once),
            "full_terms": self._day(f"{path}.full_terms", found.nothing_filed.full_terms),
            "article": self._cites(found.route.rule.cite),
            "steps": [in_language(link.step.words, self.lang) for link in found.chains[0]],
        }
        return Part(self.book, path, in_language(found.route.title, self.lang), parts)
