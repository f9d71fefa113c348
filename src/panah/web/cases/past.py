"""A case on another day than today, by all that is known now or by what was known then. Nothing is written there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils.http import urlencode

from panah.dates import weekday_words
from panah.procedure.replay import replay_with_moments
from panah.texts import say
from panah.timelimits import DateFormError, iso, parse_day
from panah.web.cases.said_dates import read_said
from panah.web.desk import the_desk

if TYPE_CHECKING:
    from django.http import HttpRequest

    from panah.procedure.casefile import CaseFile
    from panah.web.standing import Standing


class Past(NamedTuple):
    """The days asked for.

    ``as_of`` is the day the page is for, ``known_on`` the last day whose knowledge counts (None: all that is known);
    ``words`` tell both to the reader; ``day`` and ``known`` stand in the form.
    """

    as_of: int
    known_on: int | None
    words: tuple[str, ...]
    day: str
    known: str

    @property
    def query(self) -> str:
        """Give what keeps a link on these days."""
        return "&" + urlencode({"day": self.day, "known": self.known})


def past_of(request: HttpRequest, lang: str) -> tuple[Past | None, str]:
    """Read which days are asked for, None where today; and a fault where one was not understood.

    With ``known`` alone the case is told as of that same day.
    """
    today = the_desk().day
    told = {name: request.GET.get(name, "").strip() for name in ("day", "known")}
    if not any(told.values()):
        return None, ""
    days: dict[str, int | None] = {}
    for name, words in told.items():
        read = read_said(words, today) if words else ""
        try:
            days[name] = None if read == "" else parse_day(read or "")
        except DateFormError:
            return None, say(lang, "page.whole-day-needed")
    known_on = days["known"]
    as_of = days["day"]
    if as_of is None:
        as_of = today if known_on is None else known_on
    told_words = [say(lang, "page.past-day", day=weekday_words(as_of, lang))]
    key = "page.past-all-known" if known_on is None else "page.past-known"
    told_words.append(say(lang, key, day="" if known_on is None else weekday_words(known_on, lang)))
    return Past(as_of, known_on, tuple(told_words), iso(as_of), "" if known_on is None else iso(known_on)), ""


def standing_on(standing: Standing, past: Past) -> Standing:
    """Give where a case stood on the days asked for; the terminal says the same with ``--as-of`` and ``--known-on``."""
    law = the_desk().law
    found = replay_with_moments(standing.casefile, law, as_of=past.as_of, known_on=past.known_on)
    return standing._replace(position=found[0], here=found[1])


def known_then(casefile: CaseFile, past: Past | None) -> CaseFile:
    """Give a case with the acts that were known by the day asked for."""
    if past is None or past.known_on is None:
        return casefile
    return casefile._replace(acts=tuple(act for act in casefile.acts if act.known_from <= past.known_on))
