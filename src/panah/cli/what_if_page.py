"""The page of ``panah what-if``: what appears, falls away, moves, stands otherwise; days of the defence first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.cli.law_words import LawWords
from panah.cli.screen import HEADING, Screen
from panah.cli.what_if_items import Block, Items, Told
from panah.dates import amount, day_words, weekday_words
from panah.lawmodel.vocabulary import in_language
from panah.procedure.comparison import Change, Comparison, appeared, changed, moved_by, vanished
from panah.procedure.outcome import GONE
from panah.procedure.position import Deadline, Remedy
from panah.procedure.reasons import anomaly_words, note_words
from panah.routes.comparison import gained
from panah.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from panah.routes.values import Days, RouteFound

_DONE = frozenset({"met", "not-started"})
_PACED = {"if-nothing-filed", "if-all-filed", "appeared", "vanished"}
"""What changes of a route are told; what can be filed on it is told as remedies."""
_FACTS = {
    "cite": "rule.fact-cite",
    "confidence": "rule.fact-confidence",
    "may-extend-to": "rule.fact-may-extend",
    "extendable": "rule.fact-without-cap",
    "lifted-by": "rule.fact-lifted-by",
    "unknown-trigger": "what-if.fact-start",
    "in-versions": "what-if.fact-versions",
}
"""Words for what differs and is not a day, a state or a strength."""


class WhatIfPage:
    """Writes a comparison for a person to read."""

    def __init__(
        self, before: Told, after: Told, comparison: Comparison, supposed: Sequence[str], lang: str, screen: Screen
    ) -> None:
        """Keep what is to be written; ``supposed`` are the sentences that say what was supposed."""
        self.comparison = comparison
        self.routes: Sequence[Change[RouteFound]] = ()
        self.supposed = supposed
        self.lang = lang
        self.screen = screen
        self.law_words = LawWords(lang)
        self.old = Items(before, self.law_words, screen)
        self.new = Items(after, self.law_words, screen)

    def lines(self) -> list[str]:
        """Write the page."""
        found = self.comparison
        lines = self._head()
        routes = self._routes()
        if found.empty and not routes:
            return [*lines, "", *self.screen.paragraph(self._say("nothing"), 2)]
        lines += self._section("misfit", self._misfits())
        lines += self._section("routes", routes)
        lines += self._section("appears", self._appears())
        lines += self._section("gone", self._gone())
        lines += self._section("moved", self._moved())
        lines += self._section("otherwise", self._otherwise())
        lines += self._section("broken", self._broken())
        lines += self._section("stages", self._stages())
        lines += self._section("papers", self._papers())
        lines += self._section("notes", self._notes())
        return lines + self.law_words.footnote(self.screen)

    def _head(self) -> list[str]:
        told = self.new.told
        names = in_language(told.casefile.names, self.lang) or told.casefile.case
        lines = [self.screen.paint(line, HEADING) for line in self.screen.paragraph(self._say("head", name=names))]
        for sentence in self.supposed:
            lines += self.screen.paragraph(sentence, 2, 4)
        lines += self.screen.paragraph(self._say("as-of", day=weekday_words(told.position.as_of, self.lang)))
        if told.position.known_on is not None:
            day = day_words(told.position.known_on, self.lang)
            lines += self.screen.paragraph(say(self.lang, "docket.known-on", day=day))
        return lines

    def _section(self, key: str, blocks: Sequence[Block]) -> list[str]:
        if not blocks:
            return []
        heading = f"  {self.screen.paint(self._say(f'section-{key}'), HEADING)}"
        return ["", heading, *(line for block in blocks for line in block)]

    def _misfits(self) -> list[Block]:
        """Write which acts would not fit: first, for then the rest is of a case that cannot be."""
        told = self.new.told
        return [
            self.new.line(anomaly_words(item, told.casefile, told.law, self.lang))
            for item in appeared(self.comparison.anomalies)
        ]

    def _routes(self) -> list[Block]:
        """Write the routes on which a return would come on another day, or on none, at both paces."""
        if {self.old.told.position.outcome, self.new.told.position.outcome} & GONE:
            return []  # where the person is gone, no route is left to be told of
        blocks = [self._route(one) for one in self.routes if _PACED & {*one.differences, one.kind}]
        if not blocks:
            return []
        sooner = any((gained(one) or 0) < 0 for one in self.routes)
        closing = ["route-sooner", "route-outside"] if sooner else ["route-outside"]
        return [*blocks, *[self.new.line(self._say(key)) for key in closing]]

    def _route(self, one: Change[RouteFound]) -> Block:
        item = one.after or one.before
        if item is None:
            return []
        title = self.law_words.of(item.route.title)
        told = [None if found is None else found.nothing_filed for found in (one.before, one.after)]
        filed = [None if found is None else found.all_filed for found in (one.before, one.after)]
        shift = gained(one)
        words = self._say("route", title=title, days=self._return(told, full=False))
        further = [
            self._say(key, days=self._return(days, full=full))
            for key, days, full in (
                ("route-full-terms", told, True),
                ("route-all-filed", filed, False),
                ("route-all-filed-full", filed, True),
            )
            if self._differ(days, full=full)
        ]
        return self.new.named(f"{words} · {self._shift(shift)}" if shift else words, item.route.id, further)

    def _differ(self, days: list[Days | None], *, full: bool) -> bool:
        return len({None if day is None else day[full] for day in days}) > 1

    def _return(self, days: list[Days | None], *, full: bool) -> str:
        """Write the day of a return as it is and as it would be, at once or at full terms."""
        told = [self._return_day(day, full=full) for day in days]
        return self._to(*told) if told[0] != told[1] else told[0]

    def _return_day(self, days: Days | None, *, full: bool) -> str:
        if days is None or days.at_once is None:
            return self._say("route-none")
        day = days.full_terms if full else days.at_once
        return self._say("route-no-term") if day is None else weekday_words(day, self.lang)

    def _appears(self) -> list[Block]:
        ahead = sorted([item for item in appeared(self.comparison.deadlines) if not _done(item)], key=_ours_first)
        return [
            *[self.new.deadline(item) for item in ahead],
            *[self.new.remedy(item) for item in appeared(self._remedies())],
            *[self.new.protection(item) for item in appeared(self.comparison.protections)],
        ]

    def _gone(self) -> list[Block]:
        """Write what is lost: what stands against return first, then what can be filed, then days."""
        gone = sorted(vanished(self.comparison.deadlines), key=_ours_first)
        return [
            *[self.old.protection(item) for item in vanished(self.comparison.protections)],
            *[self.old.remedy(item) for item in vanished(self._remedies())],
            *[self.old.passed_over(item) for item in gone],
        ]

    def _moved(self) -> list[Block]:
        """Write the deadlines that would end on another day, and by how many days."""
        moved = [one for one in self.comparison.deadlines if one.after is not None and _moved(one)]
        return [
            self.new.deadline(after, self._move(before, after), self._state_changed(before, after))
            for before, after, _ in sorted(changed(moved), key=lambda pair: _ours_first(pair[1]))
        ]

    def _state_changed(self, before: Deadline, after: Deadline) -> list[str]:
        states = self.old.state(before), self.new.state(after)
        return [] if states[0] == states[1] else [self._to(*states)]

    def _move(self, before: Deadline, after: Deadline) -> str:
        days = moved_by(Change(before, after))
        words = self._to(self.old.day(before), self.new.day(after))
        return f"{words} · {self._shift(days)}" if days else words

    def _shift(self, days: int) -> str:
        """Say by how many days something moves."""
        return self._say("later" if days > 0 else "earlier", length=amount(abs(days), "days", self.lang))

    def _otherwise(self) -> list[Block]:
        """Write what stays and stands otherwise: kept, passed, weaker, only perhaps."""
        blocks = [
            self.new.standing(item, self.new.state(item)) for item in appeared(self.comparison.deadlines) if _done(item)
        ]
        for one in self.comparison.deadlines:
            for before, after, differences in changed([one]):
                if _moved(one):
                    continue
                if "state" in differences:
                    blocks.append(self.new.standing(after, *self._state_changed(before, after)))
                else:
                    blocks.append(self.new.deadline(after, also=self._facts(differences)))
        for was, now, differences in changed(self.comparison.protections):
            strengths = dict.fromkeys((self.old.strength(was), self.new.strength(now)))
            strength = self._to(*strengths) if len(strengths) > 1 else ""
            blocks.append(self.new.protection(now, strength, self._facts(differences)))
        return blocks + [self.new.remedy(after) for _, after, _ in changed(self._remedies())]

    def _facts(self, differences: tuple[str, ...]) -> list[str]:
        """Name what differs beside the day, the state and the strength."""
        facts = ", ".join(say(self.lang, _FACTS[name]) for name in differences if name in _FACTS)
        return [self._say("differs", facts=facts)] if facts else []

    def _remedies(self) -> list[Change[Remedy]]:
        """Give the remedies that are otherwise, without those of which a deadline tells already."""
        told = {item.limit.id for one in self.comparison.deadlines for item in (one.before, one.after) if item}
        return [
            one
            for one in self.comparison.remedies
            if not told & {item.limit.id for item in (one.before, one.after) if item}
        ]

    def _broken(self) -> list[Block]:
        found = self.comparison.breaches
        return [
            *[self.new.breach(item, self._say("new")) for item in appeared(found)],
            *[self.new.breach(item, "") for _, item, _ in changed(found)],
            *[self.old.breach(item, self._say("no-longer")) for item in vanished(found)],
        ]

    def _papers(self) -> list[Block]:
        found = self.comparison.presumed
        return [
            *[self.new.paper(item, self._say("new")) for item in appeared(found)],
            *[self.new.paper(item, "") for _, item, _ in changed(found)],
            *[self.old.paper(item, self._say("no-longer")) for item in vanished(found)],
        ]

    def _notes(self) -> list[Block]:
        found = self.comparison.notes
        law = self.new.law
        return [
            *[self.new.line(note_words(item, law, self.lang)) for item in appeared(found)],
            *[self.new.line(self._say("no-longer") + note_words(item, law, self.lang)) for item in vanished(found)],
        ]

    def _stages(self) -> list[Block]:
        words = self.new.vocabulary
        blocks: list[Block] = []
        if self.comparison.outcome is not None:
            outcomes = [
                say(self.lang, "case.or").join(words.word("outcomes", outcome, self.lang) for outcome in versions)
                for versions in self.comparison.outcome
            ]
            blocks.append(self.new.line(self._to(*outcomes)))
        tracks = [item.track for one in self.comparison.stages for item in (one.after, one.before) if item is not None]
        for track in dict.fromkeys(tracks):
            before, after = self.old.stages(track), self.new.stages(track)
            if before != after:
                blocks.append(self.new.line(f"{words.label(track, self.lang)}: {self._to(before, after)}"))
        return blocks

    def _to(self, before: str, after: str) -> str:
        return self._say("from-to", before=before, after=after)

    def _say(self, key: str, **values: object) -> str:
        return say(self.lang, f"what-if.{key}", **values)


def _done(item: Deadline) -> bool:
    return item.state in _DONE


def _moved(one: Change[Deadline]) -> bool:
    return "due" in one.differences and one.after is not None and not _done(one.after)


def _ours_first(item: Deadline) -> tuple[bool, int, str]:
    return item.limit.binds != "defence", item.safe, item.limit.id
