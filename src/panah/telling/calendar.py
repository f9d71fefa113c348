"""Deadlines as iCalendar, event by event; the same from case files and from the register.

Titles are neutral: a number within the case and a short code of it, so that a calendar on a phone or a server tells no
name and no procedure. The same input gives the same bytes: identifiers come from the case, the rule and its acts, and
the stamp from the day asked.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar, Event

from panah import __version__
from panah.dates import day_words, weekday_words
from panah.lawmodel.citations import cites_words
from panah.lawmodel.vocabulary import in_language
from panah.procedure.arithmetic import short_count
from panah.telling.awaited import Awaited, awaited, moment_of
from panah.telling.beside import HEARING, NOTHING, Beside, Dated
from panah.telling.lines import short_name
from panah.texts import say

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile
    from panah.procedure.position import Deadline, Position

_MORNING = timedelta(hours=9)
_WARNINGS = (timedelta(days=3), timedelta(days=1))
_BEFORE_A_HEARING = (timedelta(days=1), timedelta(hours=2))
"""The day before, and the same morning: at seven where no hour is known."""


def frame(lang: str) -> tuple[bytes, bytes]:
    """Give what stands before the events and after them."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Panah//Panah {__version__}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", say(lang, "feed.calendar"))
    text: bytes = calendar.to_ical()
    end = b"END:VCALENDAR\r\n"
    return text.removesuffix(end), end


class Events:
    """Writes the deadlines of cases as events, in one language."""

    def __init__(self, law: Law, lang: str, *, full: bool = False) -> None:
        """Begin.

        Args:
            law: The law.
            lang: Language of the titles.
            full: Write the real words instead of neutral ones.
        """
        self.law = law
        self.lang = lang
        self.full = full

    def of(self, casefile: CaseFile, position: Position, code: str, beside: Beside = NOTHING) -> list[bytes]:
        """Give the events of a case.

        Args:
            casefile: The case.
            position: Where it stands.
            code: What stands for it in neutral titles.
            beside: What is kept beside it.
        """
        today = position.as_of
        told = [self._event(one, casefile, today, code) for one in awaited(position, beside)]
        return told + [self._dated(one, casefile, today, code) for one in beside.dated if one.day >= today]

    def _event(self, one: Awaited, casefile: CaseFile, today: int, code: str) -> bytes:
        item, lang = one.item, self.lang
        pack = self.law.packs[item.limit.id.partition("/")[0]]
        event = _begun([casefile.case, item.limit.id, str(item.run), *item.of], today)
        _place(event, one.day, None if one.minute is None else moment_of(one.minute, pack))
        if self.full:
            title = in_language(item.limit.title, lang)
            cite = cites_words(item.edition.cite, self.law, lang)
            summary = say(lang, "feed.full", name=short_name(casefile, lang), title=title, cite=cite)
            told = self._details(item)
        else:
            summary = say(lang, "feed.neutral", number=one.number, code=code)
            told = []
        verified = item.edition.verified_until
        if verified is not None and max(one.day, today) > verified:
            told.append(say(lang, "feed.not-verified", day=day_words(verified, lang)))
        if told:
            event.add("description", "\n".join(told))
        warnings = _WARNINGS if item.limit.binds == "defence" else ()
        return _ended(event, summary, warnings, timed=one.minute is not None)

    def _dated(self, one: Dated, casefile: CaseFile, today: int, code: str) -> bytes:
        """Write a hearing, a limit that was set or a task; the hour of a hearing is that of the country of the case."""
        event = _begun([casefile.case, one.key], today)
        moment = None
        if one.clock:
            hours, minutes = one.clock.split(":")
            moment = moment_of(one.day * 1440 + int(hours) * 60 + int(minutes), self.law.pack_of(casefile.stays))
        _place(event, one.day, moment)
        warnings = _BEFORE_A_HEARING if one.kind == HEARING else _WARNINGS
        return _ended(event, one.neutral(code, self.lang), warnings, timed=moment is not None)

    def _details(self, item: Deadline) -> list[str]:
        lang = self.lang
        told = [short_count(item.readings[0], lang)] if item.readings else []
        if item.latest is not None and item.latest != item.safe:
            told.append(say(lang, "feed.latest", day=weekday_words(item.latest, lang)))
        if item.state == "undetermined":
            told.append(say(lang, "feed.not-determined"))
        missed = in_language(item.limit.if_missed, lang)
        return [*told, say(lang, "docket.if-missed", words=missed)] if missed else told


def _begun(known_by: list[str], today: int) -> Event:
    event = Event()
    told = "\0".join(known_by)
    event.add("uid", f"{blake2b(told.encode(), digest_size=12).hexdigest()}@panah")
    event.add("dtstamp", datetime.combine(date.fromordinal(today), time(), UTC))
    return event


def _place(event: Event, day: int, moment: datetime | None) -> None:
    """Put an event at a moment, or on a whole day."""
    if moment is not None:
        event.add("dtstart", moment)
        return
    event.add("dtstart", date.fromordinal(day))
    event.add("dtend", date.fromordinal(day) + timedelta(days=1))


def _ended(event: Event, summary: str, warnings: tuple[timedelta, ...], *, timed: bool) -> bytes:
    event.add("summary", summary)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    for before in warnings:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        # A whole day begins at midnight; the warning comes at nine in the morning.
        alarm.add("trigger", -before if timed else _MORNING - before)
        event.add_component(alarm)
    written: bytes = event.to_ical()
    return written
