"""``panah calendar``: running deadlines as iCalendar, written event by event.

Titles are neutral: a number within the case and a short code of it, so that a calendar on a phone or a server tells no
name and no procedure. ``--full-titles`` writes the real words. The same input gives the same bytes: identifiers come
from the case, the rule and its acts, and the stamp from the day asked.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar, Event

from panah import __version__
from panah.cli.arguments import DAYS, Request
from panah.cli.cases import find_cases, open_law
from panah.dates import day_words, weekday_words
from panah.lawmodel.citations import cites_words
from panah.lawmodel.vocabulary import in_language
from panah.procedure.arithmetic import short_count
from panah.procedure.outcome import surely_gone
from panah.procedure.replay import replay
from panah.telling.docket import short_name
from panah.texts import say
from panah.timelimits import day_of

if TYPE_CHECKING:
    from panah.lawmodel import Law, Pack
    from panah.procedure.casefile import CaseFile
    from panah.procedure.position import Deadline

OPTIONS = {**DAYS, "full-titles": False}
_CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_MORNING = timedelta(hours=9)
_WARNINGS = (timedelta(days=3), timedelta(days=1))


def run(request: Request) -> int:
    """Write the calendar to standard output."""
    law = open_law(request.lang)
    if law is None:
        return 1
    cases = find_cases(request, law)
    begin, end = _frame(request.lang)
    sys.stdout.flush()
    write = sys.stdout.buffer.write
    write(begin)
    for casefile in cases:
        for event in _events(casefile, law, request):
            write(event.to_ical())
    write(end)
    sys.stdout.buffer.flush()
    return cases.finish()


def _frame(lang: str) -> tuple[bytes, bytes]:
    """Give what stands before the events and after them."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Panah//Panah {__version__}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", say(lang, "feed.calendar"))
    text: bytes = calendar.to_ical()
    end = b"END:VCALENDAR\r\n"
    return text.removesuffix(end), end


def _events(casefile: CaseFile, law: Law, request: Request) -> list[Event]:
    position = replay(casefile, law, as_of=request.as_of, known_on=request.known_on)
    if surely_gone(position):
        return []
    running = [item for item in position.deadlines if _is_shown(item, request.as_of)]
    return [_event(item, number, casefile, law, request) for number, item in enumerate(running, start=1)]


def _is_shown(item: Deadline, today: int) -> bool:
    """Whether a deadline is ahead and somebody must watch it: all of the defence, of authorities those that bind."""
    if item.limit.binds == "authority" and not item.limit.breach:
        return False
    if item.met_by or item.state not in {"running", "suspended", "undetermined"}:
        return False
    return _day(item, today) >= today


def _day(item: Deadline, today: int) -> int:
    """Give the day to work to: today, where it has passed by an earlier count and not yet by a later one."""
    if item.safe >= today or item.latest is None or item.latest < today:
        return item.safe
    return today if item.limit.binds == "defence" else item.latest


def _event(item: Deadline, number: int, casefile: CaseFile, law: Law, request: Request) -> Event:
    lang = request.lang
    full = request.has("full-titles")
    event = Event()
    event.add("uid", _uid(item, casefile))
    event.add("dtstamp", datetime.combine(date.fromordinal(request.as_of), time(), UTC))
    pack = law.packs[item.limit.id.partition("/")[0]]
    timed = item.minute is not None
    if item.minute is not None:
        event.add("dtstart", _moment(item.minute, pack))
    else:
        day = date.fromordinal(_day(item, request.as_of))
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
    if full:
        title = in_language(item.limit.title, lang)
        cite = cites_words(item.edition.cite, law, lang)
        summary = say(lang, "feed.full", name=short_name(casefile, lang), title=title, cite=cite)
        told = _details(item, lang)
    else:
        summary = say(lang, "feed.neutral", number=number, code=case_code(casefile.case))
        told = []
    verified = item.edition.verified_until
    if verified is not None and max(_day(item, request.as_of), request.as_of) > verified:
        told.append(say(lang, "feed.not-verified", day=day_words(verified, lang)))
    if told:
        event.add("description", "\n".join(told))
    event.add("summary", summary)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    if item.limit.binds == "defence":
        for before in _WARNINGS:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", summary)
            # A whole day begins at midnight; the warning comes at nine in the morning.
            alarm.add("trigger", -before if timed else _MORNING - before)
            event.add_component(alarm)
    return event


def _details(item: Deadline, lang: str) -> list[str]:
    told = [short_count(item.readings[0], lang)] if item.readings else []
    if item.latest is not None and item.latest != item.safe:
        told.append(say(lang, "feed.latest", day=weekday_words(item.latest, lang)))
    if item.state == "undetermined":
        told.append(say(lang, "feed.not-determined"))
    missed = in_language(item.limit.if_missed, lang)
    return [*told, say(lang, "docket.if-missed", words=missed)] if missed else told


def _uid(item: Deadline, casefile: CaseFile) -> str:
    told = "\0".join([casefile.case, item.limit.id, str(item.run), *item.of])
    return f"{blake2b(told.encode(), digest_size=12).hexdigest()}@panah"


def case_code(case: str) -> str:
    """Give a short code of a case that stays the same and does not spell its name: ``K7QX``."""
    number = int.from_bytes(blake2b(f"case {case}".encode(), digest_size=8).digest())
    letters = "".join(_CODE_LETTERS[number >> shift & 31] for shift in (0, 5, 10))
    return f"K{letters}"


def _moment(minute: int, pack: Pack) -> datetime:
    """Turn a local minute into a moment of the world; where the zone is not certain it stays a clock time."""
    local = datetime.combine(date.fromordinal(day_of(minute)), time()) + timedelta(minutes=minute % 1440)
    offsets = {
        next((offset for since, offset in reversed(zone.changes) if since <= minute), zone.changes[0][1])
        for zone in pack.zones
    }
    if len(offsets) != 1:
        return local
    return (local - timedelta(minutes=offsets.pop())).replace(tzinfo=UTC)
