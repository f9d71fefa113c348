"""The docket in words: from positions to groups of lines, worst first; the same in a terminal and on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.dates import amount, day_words, distance, span_words, weekday_words
from panah.lawmodel.citations import cite_words
from panah.procedure.act_words import excused_by
from panah.procedure.outcome import surely_gone
from panah.procedure.position import BreachFound, Deadline, Position
from panah.telling.awaited import key_of
from panah.telling.beside import HEARING, LIMIT, NOTHING, Beside
from panah.telling.details import details_of
from panah.telling.law_words import LawWords
from panah.telling.lines import AUTHORITY, DEFENCE, OVER, Entry, Line, column_day, short_name, year_of
from panah.telling.said import day_to_work_to, is_missed, last_day, said_words
from panah.texts import say
from panah.timelimits import iso

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile
    from panah.telling.beside import Dated

GROUPS = ("defence", "authority", "broken", "maybe-broken", "unknown")
WITHIN = 30
"""Days ahead within which limits are counted in the head."""
_TONES = {"defence": DEFENCE, "authority": AUTHORITY, "broken": AUTHORITY, "maybe-broken": AUTHORITY, "unknown": OVER}
UNVERIFIED = "*"
_LONG_AGO = 60
"""Days after which what cannot be told is only counted: the page of the case has it."""


class Docket:
    """Collects the cases one by one; ``groups`` gives what is told, ``head`` the sentence above it."""

    def __init__(self, law: Law, lang: str, today: int, *, within: int = WITHIN, only_within: bool = False) -> None:
        """Begin an empty docket.

        Args:
            law: The law.
            lang: Language of the reader.
            today: The day (ordinal) it is for.
            within: Days ahead within which limits are counted.
            only_within: Leave out limits further ahead.
        """
        self.law = law
        self.lang = lang
        self.law_words = LawWords(lang)
        self.today = today
        self.within, self.only_within = within, only_within
        self.cases = 0
        self.soon = 0
        self.long_ago = 0
        self.entries: list[Entry] = []
        self.unverified: set[int] = set()
        self.worst: tuple[int, int, str] | None = None

    def add(self, casefile: CaseFile, position: Position, beside: Beside = NOTHING) -> None:
        """Take one case in, with what is kept beside it."""
        self.cases += 1
        name = short_name(casefile, self.lang)
        here = not surely_gone(position)
        broken = {breach.limit.id for breach in position.breaches if breach.limit is not None}
        if here:
            for deadline in position.deadlines:
                self._deadline(deadline, name, casefile.case, beside)
        for deadline in position.deadlines:
            if deadline.state == "missed" and deadline.limit.binds == "authority" and deadline.limit.id not in broken:
                self._late(deadline, name, casefile.case, beside, here=here)
        for breach in position.breaches:
            self._breach(breach, name, casefile, here=here)
        for one in beside.dated:
            if not one.is_gone(self.today):
                self._dated(one, name, casefile.case)

    def take(self, other: Docket) -> None:
        """Take in what another docket of the same day and language has told."""
        self.cases += other.cases
        self.soon += other.soon
        self.long_ago += other.long_ago
        self.entries += other.entries
        self.unverified |= other.unverified
        self.law_words.lacking = self.law_words.lacking or other.law_words.lacking
        if other.worst is not None:
            self.worst = other.worst if self.worst is None else min(self.worst, other.worst)

    def _deadline(self, item: Deadline, name: str, case: str, beside: Beside) -> None:
        binds = item.limit.binds
        ours = beside.set_day(key_of(item), item)
        group = self._group(item, ours)
        if not group:
            return
        day = day_to_work_to(item, self.today, ours)
        if group == "unknown" and day < self.today - _LONG_AGO:
            self.long_ago += 1
            return
        if group in {"defence", "authority"} and item.state != "missed" and self.today <= day:
            if day > self.today + self.within:
                if self.only_within:
                    return
            else:
                self.soon += 1
            if binds == "defence":
                worst = (self._rank(item, day), day, case)
                self.worst = worst if self.worst is None else min(self.worst, worst)
        title = self.law_words.of(item.limit.title)
        if group == "unknown":
            title = self._say("undetermined-met" if item.met_by else "undetermined", title=title)
        line = Line(
            on=day,
            day=self._mark(self._due(item, day, ours), item, day),
            distance=distance(day, self.today, self.lang, short=True),
            name=name,
            title=title,
            cite=cite_words(item.edition.cite[0], self.law, self.lang) if item.edition.cite else "",
            details=() if group == "unknown" else details_of(item, self.law, self.law_words, self.today),
            tone=OVER if item.state == "suspended" or is_missed(item, self.today, ours) else _TONES[group],
            case=case,
            item=item,
            said=self._said(item, beside),
        )
        place = -day if group == "unknown" else day
        rank = self._rank(item, day) if group == "defence" else 0
        self.entries.append(Entry(group, (rank, place, case, item.limit.id), line))

    def _rank(self, item: Deadline, day: int) -> int:
        """Put what holds back the return before all else of the next days: missed, the person may be gone."""
        soon = self.today <= day <= self.today + WITHIN
        return 0 if item.limit.suspends and item.state != "missed" and soon else 1

    def _said(self, item: Deadline, beside: Beside) -> str:
        said = beside.said.get(key_of(item))
        return "" if said is None else said_words(said, item, self.today, self.lang)

    def _dated(self, item: Dated, name: str, case: str) -> None:
        """Take in a hearing, a limit that was set or a task; a hearing stands with what holds back the return."""
        if item.kind == LIMIT and self.today <= item.day <= self.today + self.within:
            self.soon += 1
        line = Line(
            on=item.day,
            day=column_day(item.day, self.lang, year=year_of(item.day) != year_of(self.today)),
            distance=distance(item.day, self.today, self.lang, short=True),
            name=name,
            title=item.title(self.law, self.lang),
            cite="",
            details=(self._say("not-done"),) if item.day < self.today else (),
            tone=DEFENCE,
            case=case,
            item=item,
        )
        rank = 0 if item.kind == HEARING and item.day <= self.today + WITHIN else 1
        self.entries.append(Entry("defence", (rank, item.day, case, f"{item.clock or '~'}{item.key}"), line))

    def _group(self, item: Deadline, ours: int | None) -> str:
        """Choose the group: what still runs binds somebody; what cannot be told stands apart, shortly."""
        binds = item.limit.binds
        if item.state in {"running", "suspended"}:
            return binds
        if item.state == "missed":
            return "defence" if binds == "defence" else ""
        if item.state == "undetermined":
            ahead = last_day(item, ours) >= self.today
            return binds if ahead and not item.met_by else "unknown"
        return ""

    def _due(self, item: Deadline, day: int, ours: int | None) -> str:
        """Write the day to work to; for an authority the span within which it surely is or may be late."""
        year = year_of(day) != year_of(self.today)
        if item.limit.binds == "authority" and item.latest is not None and item.latest != item.safe and ours is None:
            if iso(item.safe)[:7] == iso(item.latest)[:7]:
                return "~" + span_words(item.safe, item.latest, self.lang, short=True, year=year)
            # two months are too wide for the column: the end that the distance counts to, the other in the details
            return "~" + span_words(day, day, self.lang, short=True, year=year)
        return column_day(day, self.lang, year=year)

    def _mark(self, words: str, item: Deadline, day: int) -> str:
        verified = item.edition.verified_until
        if verified is None or max(day, self.today) <= verified:
            return words
        self.unverified.add(verified)
        return words + UNVERIFIED

    def _breach(self, item: BreachFound, name: str, casefile: CaseFile, *, here: bool) -> None:
        first, last = item.on
        case = casefile.case
        details = []
        if not item.certain and excused_by(item, casefile):
            details.append(self._say("excused"))
        elif last is not None and last != first and item.limit is not None and (item.certain or last > self.today):
            details.append(self._say("surely-from", day=day_words(last, self.lang, short=True)))
        elif not item.certain and not item.in_versions:
            details.append(self._say("not-certain"))
        if item.in_versions:
            details.append(self._say("in-versions"))
        verified = self._verified(item)
        if verified is not None and self.today > verified:
            self.unverified.add(verified)
        line = Line(
            on=first,
            day=self._since(first, last, limit=item.limit is not None)
            + (UNVERIFIED if verified is not None and max(first, self.today) > verified else ""),
            distance=distance(first, self.today, self.lang, short=True),
            name=name,
            title=self.law_words.of(item.breach.title),
            cite=cite_words(item.cite[0], self.law, self.lang) if item.cite else "",
            details=tuple(details),
            tone=AUTHORITY if here and item.certain else OVER,
            case=case,
            item=item,
        )
        group = "broken" if item.certain else "maybe-broken"
        self.entries.append(Entry(group, (0 if here else 1, -first, case, item.breach.id), line))

    @staticmethod
    def _verified(item: BreachFound) -> int | None:
        rule = item.limit or item.shield
        return None if rule is None else rule.editions[-1].verified_until

    def _since(self, first: int, last: int | None, *, limit: bool) -> str:
        year = year_of(first) != year_of(self.today)
        if limit:
            return self._say("since", day=day_words(first, self.lang, short=True, year=year))
        if last is None or last == first:
            return column_day(first, self.lang, year=year)
        return "~" + span_words(first, last, self.lang, short=True)

    def _late(self, item: Deadline, name: str, case: str, beside: Beside, *, here: bool) -> None:
        day = item.safe + 1
        line = Line(
            on=day,
            day=self._mark(self._since(day, None, limit=True), item, day),
            distance=distance(day, self.today, self.lang, short=True),
            name=name,
            title=self.law_words.of(item.limit.title),
            cite=cite_words(item.edition.cite[0], self.law, self.lang) if item.edition.cite else "",
            details=(self._say("warning" if item.limit.warning else "not-kept"),),
            tone=AUTHORITY if here else OVER,
            case=case,
            item=item,
            said=self._said(item, beside),
        )
        self.entries.append(Entry("broken", (0 if here else 1, -day, case, item.limit.id), line))

    def groups(self) -> dict[str, list[Line]]:
        """Give the lines of each group that has any, in the order of the groups, worst first."""
        found: dict[str, list[Line]] = {group: [] for group in GROUPS}
        for entry in sorted(self.entries, key=lambda entry: (entry.place, entry.line[1:7])):
            found[entry.group].append(entry.line)
        return {group: lines for group, lines in found.items() if lines}

    def head(self, *, is_today: bool) -> str:
        """Say the day, how many cases, and how many limits end soon."""
        return self._say(
            "head" if is_today else "head-on",
            day=weekday_words(self.today, self.lang),
            cases=amount(self.cases, "cases", self.lang),
            limits=amount(self.soon, "limits", self.lang),
            within=amount(self.within, "days", self.lang),
        )

    def closing(self, long_ago: str = "docket.long-ago") -> list[str]:
        """Say what is only counted, and what a mark of the page means; `long_ago` words where the rest is found."""
        told = [say(self.lang, long_ago, count=self.long_ago, days=_LONG_AGO)] if self.long_ago else []
        told += [] if self.entries else [self._say("nothing")]
        return told + [self._say("unverified", day=day_words(day, self.lang)) for day in sorted(self.unverified)]

    def _say(self, key: str, **values: object) -> str:
        return say(self.lang, f"docket.{key}", **values)
