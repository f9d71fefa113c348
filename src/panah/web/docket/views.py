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
from panah.telling.items import is_exposure
from panah.texts import say
from panah.timelimits import iso
from panah.web.cases.filing import Done, done_by, restored_by
from panah.web.desk import the_desk
from panah.web.shell import answer, lang_of, shows_names
from panah.web.standing import Said, all_standing, docket_of, said_of, short_key

if TYPE_CHECKING:
    from panah.telling.docket import Docket
    from panah.telling.lines import Line
    from panah.web.standing import Standing

_SHOWN = 25
"""Lines of a section shown at once; the book has all."""
_WEEK = 7


class Entry(NamedTuple):
    """A line of the docket on a page.

    Attributes:
        line: The line in words.
        who: The alias, and the name where names are shown.
        key: Its name in addresses; empty for what is no deadline.
        why: What it rests on, each reason with its steps.
        said: What the lawyer said of the day, if anything.
        counted_anew: The day was said of another count than today's.
        done: The acts that would meet it, to be added by one tap.
        restore: The acts that ask for a missed term to be restored.
        iso: The computed day, for the form.
    """

    line: Line
    who: str
    key: str
    why: tuple[tuple[str, tuple[str, ...]], ...]
    said: Said | None
    counted_anew: bool
    done: tuple[Done, ...]
    restore: tuple[Done, ...]
    iso: str


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
    """The docket on a page; ``unread`` are the aliases of cases whose deadlines it cannot show."""

    head: str
    columns: tuple[Column, ...]
    closing: tuple[str, ...]
    empty: bool
    book: bool
    unread: tuple[str, ...]


def docket(request: HttpRequest) -> HttpResponse:
    """Show what is due."""
    return _show(request, book=False)


def book(request: HttpRequest) -> HttpResponse:
    """Show every line, closed up, to print."""
    return _show(request, book=True)


def _show(request: HttpRequest, *, book: bool) -> HttpResponse:
    lang = lang_of(request)
    standings = all_standing()
    told = docket_of(standings, lang)
    read = {standing.case.slug for standing in standings}
    unread = tuple(case.slug for case in queries.cases(the_desk().member) if case.slug not in read)
    page = _Page(told, standings, names=shows_names(request), book=book)
    remark = told.law_words.remark()
    context = DocketPage(
        head=told.head(is_today=the_desk().fixed_day is None),
        columns=page.columns(),
        closing=(*told.closing(), *([remark] if remark else [])),
        empty=not standings and not unread,
        book=book,
        unread=unread,
    )
    title = say(lang, "page.book" if book else "page.docket")
    return answer(request, "docket/docket.html", context, title=title, here="docket")


class _Page:
    def __init__(self, told: Docket, standings: list[Standing], *, names: bool, book: bool) -> None:
        self.told = told
        self.lang = told.lang
        self.by_slug = {standing.case.slug: standing for standing in standings}
        self.said = said_of([standing.case for standing in standings])
        self.names = names
        self.book = book

    def columns(self) -> tuple[Column, ...]:
        groups = self.told.groups()
        defence, authority = groups.get("defence", []), groups.get("authority", [])
        gate = sorted((line for line in [*defence, *authority] if _at_gate(line)), key=lambda line: line.on)
        ours = [line for line in defence if not _at_gate(line)]
        today = self.told.today
        missed = [line for line in ours if isinstance(line.item, Deadline) and line.item.state == "missed"]
        ahead = [line for line in ours if line not in missed]
        us = {
            "today": [line for line in ahead if line.on <= today],
            "week": [line for line in ahead if today < line.on <= today + _WEEK],
            "later": [line for line in ahead if line.on > today + _WEEK],
            "missed": missed,
        }
        them = {
            "owed": [line for line in authority if not _at_gate(line)],
            "broken": groups.get("broken", []),
            "maybe-broken": groups.get("maybe-broken", []),
            "unknown": groups.get("unknown", []),
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
        key = "" if isinstance(item, BreachFound) else key_of(item)
        said = self.said.get((line.case, key))
        stamp = (self.by_slug[line.case].case.digest, self.told.today)
        kept = the_desk().kept
        place = ("line", line.case, self.lang, self.names, self.book)
        found = kept.get(place)
        if not isinstance(found, tuple) or found[0] != stamp:
            found = kept[place] = (stamp, {})
        written: dict[object, Written] = found[1]
        one = (line[:7], key, said)
        if one not in written:
            entry = self._entry(line, key, said)
            context = {"entry": entry, "page": {"book": self.book}, "shell": SimpleNamespace(lang=self.lang)}
            written[one] = Written(line.tone, render_to_string("docket/line.html", context))
        return written[one]

    def _entry(self, line: Line, key: str, said: Said | None) -> Entry:
        standing = self.by_slug[line.case]
        item = line.item
        who = f"{line.case} {line.name}" if self.names else line.case
        if isinstance(item, BreachFound):
            return Entry(line, who, "", self._why(standing, item), None, False, (), (), "")
        return Entry(
            line=line,
            who=who,
            key=short_key(line.case, key),
            why=self._why(standing, item),
            said=said,
            counted_anew=said is not None and said.computed != iso(item.safe),
            done=done_by(item, standing, self.told.law, self.lang),
            restore=restored_by(item, standing, self.told.law, self.lang),
            iso=iso(item.safe),
        )

    def _why(self, standing: Standing, item: Deadline | BreachFound) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Give the reasons, for the page only: the book has the short count of each line."""
        if self.book:
            return ()
        position = standing.position
        told = because(item, standing.casefile, self.told.law, self.lang, position, counts="short")
        return tuple((reason.split("\n")[0], tuple(reason.split("\n")[1:])) for reason in told)


def _at_gate(line: Line) -> bool:
    return isinstance(line.item, Deadline) and is_exposure(line.item)
