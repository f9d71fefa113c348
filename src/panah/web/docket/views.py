"""The docket: for us, for them, at the gate."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from panah.procedure.position import BreachFound, Deadline
from panah.procedure.reasons import because
from panah.register import queries
from panah.telling.awaited import key_of
from panah.telling.beside import HEARING, LIMIT, TASK, Dated
from panah.telling.items import is_exposure
from panah.telling.said import is_missed
from panah.texts import say
from panah.web.cases.filing import Done, done_by, restored_by
from panah.web.desk import the_desk
from panah.web.keeping import once
from panah.web.preferences.backups import lacking_told
from panah.web.shell import answer, lang_of, shows_names
from panah.web.standing import all_standing, beside_all, docket_of, short_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from panah.telling.beside import Beside
    from panah.telling.docket import Docket
    from panah.telling.lines import Line
    from panah.web.standing import Standing

_SHOWN = 25
"""Lines of a section shown at once; the book has all."""
_WEEK = 7
_PARTS = {HEARING: "hearings", LIMIT: "limits", TASK: "tasks"}


class Entry(NamedTuple):
    """A line of the docket on a page.

    Attributes:
        line: The line in words.
        who: The alias, and the name where names are shown.
        key: Its name in addresses; empty for what is no deadline.
        why: What it rests on, each reason with its steps.
        done: The acts that would meet it, to be added by one tap.
        restore: The acts that ask for a missed term to be restored.
        change: Where a hearing, a limit that was set or a task is changed; empty for what the law gives.
    """

    line: Line
    who: str
    key: str = ""
    why: tuple[tuple[str, tuple[str, ...]], ...] = ()
    done: tuple[Done, ...] = ()
    restore: tuple[Done, ...] = ()
    change: str = ""


class Written(NamedTuple):
    """A line as it stands on the page: tone and markup, kept while the case, the day and what was said stay."""

    tone: str
    html: str


class Section(NamedTuple):
    """Lines under a heading; ``more`` are left for the book."""

    id: str
    title: str
    lines: tuple[Written, ...]
    more: int


class Column(NamedTuple):
    """One of the three columns."""

    id: str
    title: str
    sections: tuple[Section, ...]
    nothing: str


class DocketPage(NamedTuple):
    """The docket on a page.

    Attributes:
        head: The day, how many cases, how many limits end soon.
        columns: The lines.
        closing: What is only counted, and what marks mean.
        empty: There is no case.
        book: Every line, closed up, to print.
        unread: Aliases of cases whose deadlines it cannot show.
        damaged: Aliases of cases of which a record does not open, so that a line may be missing.
        lacking: That a backup is due.
    """

    head: str
    columns: tuple[Column, ...]
    closing: tuple[str, ...]
    empty: bool
    book: bool
    unread: tuple[str, ...]
    damaged: tuple[str, ...]
    lacking: str


def docket(request: HttpRequest) -> HttpResponse:
    """Show what is due."""
    return _show(request, book=False)


def book(request: HttpRequest) -> HttpResponse:
    """Show every line, closed up, to print."""
    return _show(request, book=True)


def _show(request: HttpRequest, *, book: bool) -> HttpResponse:
    lang = lang_of(request)
    standings = all_standing()
    beside = beside_all([standing.case for standing in standings])
    told = docket_of(standings, lang, beside)
    read = {standing.case.slug for standing in standings}
    unread = tuple(case.slug for case in queries.cases(the_desk().member) if case.slug not in read)
    page = _Page(told, standings, beside, names=shows_names(request), book=book)
    remark = told.law_words.remark()
    context = DocketPage(
        head=told.head(is_today=the_desk().fixed_day is None),
        columns=page.columns(),
        closing=(*told.closing(long_ago="page.long-ago"), *([remark] if remark else [])),
        empty=not standings and not unread,
        book=book,
        unread=unread,
        damaged=tuple(one.case.slug for one in standings if beside[one.case.pk].damaged),
        lacking=lacking_told(lang),
    )
    title = say(lang, "page.book" if book else "page.docket")
    return answer(request, "docket/docket.html", context, title=title, here="docket")


class _Page:
    def __init__(
        self, told: Docket, standings: list[Standing], beside: dict[int, Beside], *, names: bool, book: bool
    ) -> None:
        self.told = told
        self.lang = told.lang
        self.by_slug = {standing.case.slug: standing for standing in standings}
        self.beside = {standing.case.slug: beside[standing.case.pk] for standing in standings}
        self.names = names
        self.book = book

    def columns(self) -> tuple[Column, ...]:
        groups = self.told.groups()
        defence, authority = groups.get("defence", []), groups.get("authority", [])
        unknown = groups.get("unknown", [])
        gate = sorted((line for line in [*defence, *authority] if _at_gate(line)), key=lambda line: line.on)
        ours = [line for line in defence if not _at_gate(line)]
        today = self.told.today
        missed = [line for line in ours if self._is_missed(line)]
        ahead = [line for line in ours if line not in missed]
        us = {
            "today": [line for line in ahead if line.on <= today],
            "week": _by_day(line for line in ahead if today < line.on <= today + _WEEK),
            "later": _by_day(line for line in ahead if line.on > today + _WEEK),
            "missed": missed,
            "unknown": [line for line in unknown if _binds_us(line)],
        }
        them = {
            "owed": [line for line in authority if not _at_gate(line)],
            "broken": groups.get("broken", []),
            "maybe-broken": groups.get("maybe-broken", []),
            "unknown": [line for line in unknown if not _binds_us(line)],
        }
        return (
            self._column("us", us),
            self._column("them", them),
            self._column("gate", {"gate": gate}),
        )

    def _column(self, name: str, groups: dict[str, list[Line]]) -> Column:
        sections = tuple(self._section(key, lines) for key, lines in groups.items() if lines)
        nothing = "" if sections else say(self.lang, f"page.nothing-{name}")
        return Column(name, say(self.lang, f"page.column-{name}"), sections, nothing)

    def _section(self, key: str, lines: list[Line]) -> Section:
        shown = lines if self.book else lines[:_SHOWN]
        written = tuple(self._written(line) for line in shown)
        return Section(key, say(self.lang, f"page.section-{key}"), written, len(lines) - len(shown))

    def _written(self, line: Line) -> Written:
        """Write a line, or take it as it was written before: of the whole page this is what takes the time."""
        item = line.item
        key = key_of(item) if isinstance(item, Deadline) else ""
        standing = self.by_slug[line.case]
        stamp = (standing.digest, self.told.today)
        place = ("line", line.case, self.lang, self.names, self.book)
        written: dict[object, Written] = once(standing.memory, place, stamp, dict)
        one = (line[:7], line.said, key)
        if one not in written:
            entry = self._entry(line, key)
            context = {"entry": entry, "page": {"book": self.book}, "shell": SimpleNamespace(lang=self.lang)}
            written[one] = Written(line.tone, render_to_string("docket/line.html", context))
        return written[one]

    def _is_missed(self, line: Line) -> bool:
        item = line.item
        if isinstance(item, Deadline):
            return is_missed(item, self.told.today, self.beside[line.case].set_day(key_of(item), item))
        return isinstance(item, Dated) and item.kind == LIMIT and item.day < self.told.today

    def _entry(self, line: Line, key: str) -> Entry:
        standing = self.by_slug[line.case]
        item = line.item
        who = f"{line.case} {line.name}" if self.names else line.case
        if isinstance(item, BreachFound):
            return Entry(line, who, why=self._why(standing, item))
        if isinstance(item, Dated):
            return Entry(line, who, change=f"/cases/{line.case}/parts/{_PARTS[item.kind]}/{item.number}")
        return Entry(
            line=line,
            who=who,
            key=short_key(line.case, key),
            why=self._why(standing, item),
            done=done_by(item, standing, self.told.law, self.lang),
            restore=restored_by(item, standing, self.told.law, self.lang),
        )

    def _why(self, standing: Standing, item: Deadline | BreachFound) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Give the reasons, for the page only: the book has the short count of each line."""
        if self.book:
            return ()
        position = standing.position
        told = because(item, standing.casefile, self.told.law, self.lang, position, counts="short")
        return tuple((reason.split("\n")[0], tuple(reason.split("\n")[1:])) for reason in told)


def _by_day(lines: Iterable[Line]) -> list[Line]:
    """Order lines by their day, those of one day worst first: who reads a section of days expects the days in order."""
    return sorted(lines, key=lambda line: line.on)


def _binds_us(line: Line) -> bool:
    return isinstance(line.item, Deadline) and line.item.limit.binds == "defence"


def _at_gate(line: Line) -> bool:
    return isinstance(line.item, Deadline) and is_exposure(line.item)
