"""What would be otherwise, in words: groups of lines, days of the defence first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.dates import amount, span_words, weekday_words
from panah.procedure.comparison import appeared, changed, vanished
from panah.procedure.outcome import GONE
from panah.procedure.reasons import anomaly_words, note_words
from panah.telling.items import ItemWords, is_done
from panah.texts import say

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile
    from panah.procedure.comparison import Change, Comparison
    from panah.procedure.position import BreachFound, Deadline, Position
    from panah.routes.values import Days, RouteFound
    from panah.telling.law_words import LawWords


class Group(NamedTuple):
    """Lines under a heading; ``kind`` is the word of the heading, such as appears, gone, moved."""

    kind: str
    title: str
    lines: tuple[str, ...]


class Consequences:
    """Tells a comparison of two positions of one case."""

    def __init__(
        self, before: tuple[CaseFile, Position], after: tuple[CaseFile, Position], law: Law, law_words: LawWords
    ) -> None:
        """Keep the two positions: as it is, as it would be."""
        self.old = ItemWords(*before, law, law_words)
        self.new = ItemWords(*after, law, law_words)
        self.law = law
        self.law_words = law_words
        self.lang = law_words.lang

    def groups(self, found: Comparison, routes: tuple[Change[RouteFound], ...]) -> list[Group]:
        """Give what is otherwise; empty where nothing is."""
        told = {
            "misfit": [anomaly_words(one, self.new.casefile, self.law, self.lang) for one in appeared(found.anomalies)],
            "routes": self._routes(routes),
            "appears": self._appears(found),
            "gone": self._gone(found),
            "moved": self._moved(found),
            "otherwise": self._otherwise(found),
            "broken": [self._breach(one) for one in appeared(found.breaches)],
            "papers": [" · ".join(filter(None, self.new.presumed(one))) for one in appeared(found.presumed)],
            "notes": [note_words(one, self.law, self.lang) for one in appeared(found.notes)],
        }
        return [Group(kind, self._say(f"section-{kind}"), tuple(lines)) for kind, lines in told.items() if lines]

    def _routes(self, changes: tuple[Change[RouteFound], ...]) -> list[str]:
        if {self.old.position.outcome, self.new.position.outcome} & GONE:
            return []  # where the person is gone, no route is left to be told of
        lines = []
        for one in changes:
            item = one.after or one.before
            if item is None:
                continue
            nothing = [None if found is None else found.nothing_filed for found in one[:2]]
            filed = [None if found is None else found.all_filed for found in one[:2]]
            if nothing[0] == nothing[1] and filed[0] == filed[1]:
                continue
            title = self.law_words.of(item.route.title)
            line = self._say("route", title=title, days=self._return(nothing))
            if filed[0] != filed[1]:
                line += "; " + self._say("route-all-filed", days=self._return(filed))
            lines.append(line)
        return [*lines, self._say("route-outside")] if lines else []

    def _return(self, days: list[Days | None]) -> str:
        told = [
            self._say("route-none") if day is None or day.at_once is None else weekday_words(day.at_once, self.lang)
            for day in days
        ]
        return told[1] if told[0] == told[1] else self._say("from-to", before=told[0], after=told[1])

    def _appears(self, found: Comparison) -> list[str]:
        ahead = sorted((one for one in appeared(found.deadlines) if not is_done(one)), key=_ours_first)
        told_by = {(one.limit.id, one.of) for one in ahead}
        lines = [self._deadline(one, self.new) for one in ahead]
        for remedy in appeared(found.remedies):
            if (remedy.limit.id, remedy.of) not in told_by:
                title = f"{self.law_words.of(remedy.limit.title)} · {self.new.until(remedy)}"
                lines.append(self._say("remedy", title=title))
        for protection in appeared(found.protections):
            lead, title = self.new.protection(protection)
            lines.append(self._say("shield", title=f"{title} · {lead}"))
        return lines

    def _gone(self, found: Comparison) -> list[str]:
        lines = [self._deadline(one, self.old) for one in vanished(found.deadlines) if not is_done(one)]
        for protection in vanished(found.protections):
            lead, title = self.old.protection(protection)
            lines.append(self._say("shield", title=f"{title} · {lead}"))
        return lines + [self._breach(one, old=True) for one in vanished(found.breaches)]

    def _moved(self, found: Comparison) -> list[str]:
        lines = []
        for before, after, differences in changed(found.deadlines):
            if "due" in differences and not is_done(after):
                title = self._whose(after, self._day(after), self.law_words.of(after.limit.title))
                told = self._say("from-to", before=self._day(before), after=self._day(after))
                lines.append(f"{title} · {told}{self._shift(after.safe - before.safe)}")
        return lines

    def _shift(self, days: int) -> str:
        if not days:
            return ""
        return " · " + self._say("later" if days > 0 else "earlier", length=amount(abs(days), "days", self.lang))

    def _otherwise(self, found: Comparison) -> list[str]:
        words = self.law.vocabulary
        lines = []
        for before, after, differences in changed(found.deadlines):
            if "state" in differences:
                states = [words.word("states", one.state, self.lang) for one in (before, after)]
                told = self._say("from-to", before=states[0], after=states[1])
                lines.append(f"{self.law_words.of(after.limit.title)} · {told}")
        for earlier, later, differences in changed(found.protections):
            if {"strength", "holds"} & set(differences):
                told = self._say("from-to", before=self.old.protection(earlier)[0], after=self.new.protection(later)[0])
                lines.append(f"{self.law_words.of(later.shield.title)} · {told}")
        stages = [self.new.stage(one) for one in appeared(found.stages)]
        stages += [self.new.stage(after) for _, after, differences in changed(found.stages) if "stage" in differences]
        return [*lines, *stages]

    def _breach(self, item: BreachFound, *, old: bool = False) -> str:
        lead, title = (self.old if old else self.new).breach(item)
        return f"{lead} · {title}"

    def _deadline(self, item: Deadline, words: ItemWords) -> str:
        line = self._whose(item, words.due(item), self.law_words.of(item.limit.title))
        missed = self.law_words.of(item.limit.if_missed)
        if missed and item.limit.binds == "defence" and words is self.new:
            line += "; " + say(self.lang, "docket.if-missed", words=missed)
        return line

    def _whose(self, item: Deadline, due: str, title: str) -> str:
        return self._say("defence" if item.limit.binds == "defence" else "authority", due=due, title=title)

    def _day(self, item: Deadline) -> str:
        if item.latest is not None and item.latest != item.safe:
            return span_words(item.safe, item.latest, self.lang)
        return weekday_words(item.safe, self.lang)

    def _say(self, key: str, **values: object) -> str:
        return say(self.lang, f"what-if.{key}", **values)


def _ours_first(item: Deadline) -> tuple[bool, int]:
    return item.limit.binds != "defence", item.safe
