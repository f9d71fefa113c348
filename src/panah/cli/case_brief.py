"""One case in short: where it stands, what comes next, what stands against return, what was broken.

What comes next is told for the defence, for the authorities, and for the moments of exposure (at the gate). All the
rest is counted, with the words that show it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from panah.cli.arguments import DEFAULT_WITHIN
from panah.cli.how_soon import how_soon
from panah.cli.screen import AUTHORITY, DEFENCE, OVER
from panah.dates import day_words, distance, weekday_words
from panah.lawmodel.citations import cite_words
from panah.procedure.act_words import act_words
from panah.procedure.lifting import lifted_by
from panah.procedure.outcome import surely_gone
from panah.procedure.reasons import anomaly_words, note_words
from panah.telling.items import is_done
from panah.telling.routes import RouteWords
from panah.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from panah.cli.case_page import CasePage
    from panah.lawmodel import Edition
    from panah.procedure.position import Deadline, Protection, Remedy
    from panah.routes.values import Routes

_FAR, _LONG_AGO = 180, 730
"""Days ahead from which a filing is only named, and behind which one whose term is surely over is only counted."""
_NEAREST = 4
_RELEASE = "released"
Block = list[list[str]]


class CaseBrief:
    """Writes the short page of one case, with the words and days of the long one."""

    def __init__(self, page: CasePage, routes: Routes) -> None:
        """Keep the page whose case is to be told in short, and the routes of that case."""
        self.page = page
        self.routes = routes
        self.position = page.position
        self.today = page.position.as_of
        self.lang = page.lang
        self.screen = page.screen
        self.unverified: set[int] = set()
        self.told = 0
        self.article = ""

    def lines(self) -> list[str]:
        """Write the page."""
        page, position = self.page, self.position
        notes: list[Block] = [[page.bullet(note_words(note, page.law, self.lang))] for note in position.notes]
        anomalies: list[Block] = [
            [page.bullet(anomaly_words(item, page.casefile, page.law, self.lang))] for item in position.anomalies
        ]
        lines = page.head()
        lines += page.section("remains", self._remains()) if surely_gone(position) else self._next()
        lines += page.section("soon", self._soon())
        lines += page.section("protects", [self._protection(item) for item in position.protections])
        lines += page.section("broken", self._broken())
        lines += page.section("ask", self._ask())
        lines += page.section("anomalies", anomalies)
        lines += page.section("notes", notes)
        for day in sorted(self.unverified):
            words = say(self.lang, "docket.unverified", day=day_words(day, self.lang))
            lines += ["", *self.screen.paragraph(words, 2, 4)]
        return [*lines, *page.law_words.footnote(self.screen), "", *self._rest()]

    def _next(self) -> list[str]:
        groups = {"defence": self._for_us(), "authority": self._for_them(), "gate": self._at_the_gate()}
        items: list[Block] = []
        for group, blocks in groups.items():
            if blocks:
                items += [[["  " + self._say(f"next-{group}")]], *blocks]
        return self.page.section("next", items or [[self.page.bullet(self._say("next-nothing"))]])

    def _soon(self) -> list[Block]:
        page = self.page
        words = RouteWords(page.casefile, self.position, page.law, self.routes, self.lang)
        words.law_words, words.unverified = page.law_words, self.unverified
        return how_soon(words, self.screen)

    def _for_us(self) -> list[Block]:
        """Tell what is to be filed: first what holds back the return, late or not, then by days; then what is late."""
        found = [item for item in self.position.deadlines if _to_file(item)]
        open_now = [item for item in found if self._is_open(item)]
        open_now += self._late(found, {item.limit.id for item in open_now})
        near = [item for item in open_now if item.safe <= self.today + _FAR]
        far = [item for item in open_now if item.safe > self.today + _FAR]
        alike = Counter(item.limit.id for item in near)
        blocks = [self._filing(item, of_many=alike[item.limit.id] > 1) for item in sorted(near, key=self._urgency)]
        blocks += self._joined("later", [f"{self._title(item)} ({self.page.due(item)})" for item in far])
        any_time = [self.page.law_words.of(item.limit.title) for item in self.position.remedies if item.until is None]
        self.told += len(far)
        return blocks + self._joined("any-time-all", any_time)

    def _late(self, found: list[Deadline], running: set[str]) -> list[Deadline]:
        """Give what is late and can still be filed with a request to restore: the last of each limit, not long ago."""
        lapsed = {(item.limit.id, item.of) for item in self.position.remedies if item.state == "lapsed"}
        late: dict[str, Deadline] = {}
        for item in found:
            if (item.limit.id, item.of) in lapsed and item.limit.id not in running and not self._is_old(item):
                late[item.limit.id] = item
        return list(late.values())

    def _is_old(self, item: Deadline) -> bool:
        return item.latest is not None and item.latest < self.today - _LONG_AGO

    def _urgency(self, item: Deadline) -> tuple[bool, bool, int]:
        passed = item.safe < self.today
        soon = item.limit.suspends and item.safe <= self.today + DEFAULT_WITHIN
        return not soon, passed, -item.safe if passed else item.safe

    def _is_open(self, item: Deadline) -> bool:
        return item.safe >= self.today or item.latest is None or item.latest >= self.today

    def _filing(self, item: Deadline, *, of_many: bool) -> Block:
        limit = item.limit
        passed, late = item.safe < self.today, not self._is_open(item)
        day = self._say("now") if passed else self.page.due(item)
        told = [act_words(item.of[0], self.page.casefile, self.page.law, self.lang)] if of_many and item.of else []
        told += [self._passed(item)] if passed else [*self._days(item), *self._file_by(item)]
        if limit.suspends and not late:
            told.append(self._say("suspends"))
        missed = self.page.law_words.of(limit.if_missed)
        if missed:
            told.append(missed if late else say(self.lang, "docket.if-missed", words=missed))
        return self._entry(item, day, told, OVER if late else DEFENCE)

    def _days(self, item: Deadline) -> list[str]:
        told = []
        if item.unknown_trigger:
            told.append(say(self.lang, "docket.unknown-trigger"))
        elif item.latest is not None and item.latest != item.safe:
            told.append(say(self.lang, "docket.latest", day=weekday_words(item.latest, self.lang)))
        return told

    def _file_by(self, item: Deadline) -> list[str]:
        if item.file_by is None or not self.today <= item.file_by < item.safe:
            return []
        return [self._say("file-by", day=weekday_words(item.file_by, self.lang))]

    def _passed(self, item: Deadline, *, gate: bool = False) -> str:
        early = weekday_words(item.safe, self.lang)
        if item.latest is None:
            return self._say("passed-early", early=early)
        if item.latest == item.safe:
            return self._say("ended" if gate else "passed", day=early)
        key = "passed-between" if item.latest >= self.today else "ended-between"
        return self._say(key, early=early, late=weekday_words(item.latest, self.lang))

    def _for_them(self) -> list[Block]:
        return [
            self._entry(item, self.page.due(item), [self.page.late(item)], AUTHORITY)
            for item in self._running_for_them()[:_NEAREST]
        ]

    def _running_for_them(self) -> list[Deadline]:
        found = [
            item
            for item in self.position.deadlines
            if item.limit.binds == "authority" and not _frees(item) and not is_done(item) and not item.met_by
        ]
        return sorted((item for item in found if self._ahead(item)), key=lambda item: item.safe)

    def _ahead(self, item: Deadline) -> bool:
        return (item.safe if item.latest is None else item.latest) >= self.today

    def _at_the_gate(self) -> list[Block]:
        """Tell when the person may be let out or becomes exposed: ends of custody, papers that end, days to leave."""
        shown: dict[str, Deadline] = {}
        for item in self.position.deadlines:
            exposed = item.limit.binds == "defence" and not item.limit.remedy
            if is_done(item) or not ((exposed and not item.met_by) or (_frees(item) and self._ahead(item))):
                continue
            shown[item.limit.id] = item
        blocks, hinted = [], False
        for item in sorted(shown.values(), key=lambda one: (one.safe < self.today, one.safe)):
            passed = item.limit.binds == "defence" and item.safe < self.today
            told = [self._passed(item, gate=True)] if passed else self._days(item)
            if item.limit.binds == "authority":
                told = [self.page.late(item)] + ([] if hinted else [self._say("gate-hint")])
                hinted = True
            day = distance(item.safe, self.today, self.lang) if passed else self.page.due(item)
            blocks.append(self._entry(item, day, told, OVER if passed else AUTHORITY))
        return blocks

    def _remains(self) -> list[Block]:
        """Tell what can still be filed for a person who is gone; nothing of it is urgent by its term."""
        blocks: list[Block] = []
        for item in self.position.remedies:
            if item.state != "open":
                continue
            until = self._say("any-time")
            if item.until is not None:
                key = "until" if item.until >= self.today else "until-arguable"
                until = self._say(key, day=self._marked(weekday_words(item.until, self.lang), item.edition, item.until))
            blocks.append([self.page.bullet(f"{until} · {self._remedy_title(item)}")])
        return blocks or [[self.page.bullet(self._say("remains-nothing"))]]

    def _protection(self, item: Protection) -> Block:
        lifting = lifted_by(item, self.position.deadlines, self.page.casefile, self.page.law, self.lang)
        told = [say(self.lang, "because.lifted-by", acts=", ".join(lifting))] if lifting else []
        if item.in_versions:
            told.append(say(self.lang, "docket.in-versions"))
        return [self.page.protection_title(item), *(self.screen.paragraph(words, 6, 8) for words in told)]

    def _broken(self) -> list[Block]:
        """Tell the breaches, the certain first; then what an authority did not do in time without its being one."""
        breaches = sorted(self.position.breaches, key=lambda item: (not item.certain, -item.on[0]))
        blocks: list[Block] = [[self.page.breach_title(item)] for item in breaches]
        told = {item.limit.id for item in breaches if item.limit is not None}
        for item in self.position.deadlines:
            if item.state == "missed" and item.limit.binds == "authority" and item.limit.id not in told:
                key = "warning" if item.limit.warning else "not-kept"
                told_of = [say(self.lang, f"docket.{key}")]
                blocks.append(self._entry(item, self.page.due(item), told_of, AUTHORITY, indent=2))
        return blocks

    def _ask(self) -> list[Block]:
        papers = [self.page.law_words.of(item.move.ask_for) for item in self.position.presumed if item.move.ask_for]
        return [[self.page.bullet("; ".join(dict.fromkeys(papers)))]] if papers else []

    def _rest(self) -> list[str]:
        """Count what the page does not show, and say how to see it."""
        done = sum(1 for item in self.position.deadlines if is_done(item))
        other = max(len(self.position.deadlines) - done - self.told, 0)
        counts = [
            self._say(f"rest-{key}", count=count)
            for key, count in (("other", other), ("met", done), ("presumed", len(self.position.presumed)))
            if count
        ]
        lines = self.screen.paragraph(self._say("rest", counts="; ".join(counts))) if counts else []
        lines += self.screen.paragraph(self._say("see-all", case=self.position.case))
        if self.article:
            see_one = self._say("see-one", case=self.position.case, article=self.article)
            lines += self.screen.paragraph(see_one)
        return lines

    def _entry(self, item: Deadline, day: str, told: Sequence[str], colour: str, indent: int = 4) -> Block:
        """Write a deadline in a line, what is to be known of it below."""
        self.told += 1
        self.article = self.article or item.edition.cite[0].partition(" ")[2]
        words = list(told)
        if item.in_versions:
            words.append(say(self.lang, "docket.in-versions"))
        if item.confidence != "high":
            word = self.page.law.vocabulary.word("confidences", item.confidence, self.lang)
            words.append(say(self.lang, "docket.confidence", word=word))
        lead = self._marked(day, item.edition, max(item.safe, self.today))
        lines = self.page.titled(lead, self._title(item), colour, indent)
        details = "; ".join(one for one in words if one)
        return [lines, self.screen.paragraph(details, indent + 2, indent + 2)] if details else [lines]

    def _marked(self, words: str, edition: Edition, day: int) -> str:
        verified = edition.verified_until
        if verified is None or max(day, self.today) <= verified:
            return words
        self.unverified.add(verified)
        return f"{words}*"

    def _title(self, item: Deadline) -> str:
        return self._cited(self.page.law_words.of(item.limit.title), item.edition.cite)

    def _remedy_title(self, item: Remedy) -> str:
        return self._cited(self.page.law_words.of(item.limit.title), item.edition.cite)

    def _cited(self, title: str, cite: tuple[str, ...]) -> str:
        return f"{title} · {cite_words(cite[0], self.page.law, self.lang)}"

    def _joined(self, key: str, titles: Iterable[str]) -> list[Block]:
        found = list(dict.fromkeys(titles))
        return [[self.screen.paragraph(self._say(key, titles="; ".join(found)), 4, 6)]] if found else []

    def _say(self, key: str, **values: object) -> str:
        return say(self.lang, f"case.{key}", **values)


def _to_file(item: Deadline) -> bool:
    limit = item.limit
    return limit.binds == "defence" and limit.remedy and not is_done(item) and not item.met_by


def _frees(item: Deadline) -> bool:
    """Whether the end of a limit is a moment of release: a release meets it."""
    limit = item.limit
    return limit.binds == "authority" and any(one.act == _RELEASE for one in (*limit.met_by, *limit.shown_by))
