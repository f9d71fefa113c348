"""Routes as plain values of the contract, section 3: days as ISO dates, words in a language, no promise anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.dates import day_words
from panah.lawmodel import in_language
from panah.lawmodel.citations import cites_words
from panah.routes.building import lifting_acts
from panah.routes.exposures import exposures_answer, exposures_of
from panah.routes.finding import find_routes
from panah.routes.remaining import GONE, NOT_KNOWN, STAYS_OPEN, despite_filings, not_counted, remaining, why
from panah.timelimits import iso

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.lawmodel.exposures import Seen
    from panah.procedure.position import Position, Protection
    from panah.procedure.running import Moment
    from panah.routes.values import Closed, Days, Held, Link, Past, RouteFound, Routes

Plain = dict[str, object]


def routes_answer(here: list[Moment], law: Law, lang: str, as_of: int) -> list[Plain]:
    """Give every route of a case, the way outside the law last and without days.

    Args:
        here: The end of the day asked in each world (:func:`panah.procedure.replay.moments`).
        law: Every pack there is.
        lang: Language of the words.
        as_of: The day (ordinal).
    """
    return [*plain_routes(find_routes(here, as_of), law, lang), *outside_answer(here, lang)]


def plain_routes(routes: Routes, law: Law, lang: str) -> list[Plain]:
    """Give the lawful routes found as plain values."""
    return [_Spoken(law, lang, routes).route(found) for found in routes.found]


def outside_answer(here: list[Moment], lang: str) -> list[Plain]:
    """Give the way outside the law: no day of it is a lawful one, only moments at which to be there."""
    exposures = exposures_of(here)
    if not exposures:
        return []
    outside = exposures[0].exposure.route
    return [
        {
            "id": outside.id,
            "title": in_language(outside.title, lang),
            "words": in_language(outside.words, lang),
            "lawful": False,
            "in-sight": True,
            "if-nothing-filed": {"at-once": None, "full-terms": None},
            "if-all-filed": {"at-once": None, "full-terms": None},
            "steps": [],
            "filings": [],
            "exposures": exposures_answer(exposures, lang),
        }
    ]


def past_answer(past: Past, routes: Routes, position: Position, law: Law, lang: str) -> Plain:
    """Give whether lawful return before a day can be made impossible: the filings, or what stays open and remains."""
    filings = past.filings
    code = why(past, routes, position)
    known = code not in {GONE, NOT_KNOWN}
    spoken = _Spoken(law, lang, routes)
    return {
        "day": iso(past.day),
        "set": None if filings is None or not known else [filing.id for filing in filings],
        "remedies": None if filings is None or not known else [filing.remedy for filing in filings],
        "why": code,
        "open-routes": [
            {
                "id": found.route.id,
                "at-once": _day(found.nothing_filed.at_once),
                "at-once-if-all-filed": _day(found.all_filed.at_once),
                "title": in_language(found.route.title, lang),
                "chain-if-all-filed": [spoken.link(link) for link in despite_filings(routes, found)],
            }
            for found in past.open_routes
        ],
        "not-counted": [found.route.id for found in not_counted(routes)],
        "remains": _remains(past, position, law, lang) if code == STAYS_OPEN else [],
    }


def _remains(past: Past, position: Position, law: Law, lang: str) -> list[Plain]:
    left = remaining(past, position, law)
    found: list[Plain] = [
        {
            "kind": "remedy",
            "id": one.limit.id,
            "title": in_language(one.limit.title, lang),
            "until": _day(one.until),
            "cite": list(one.edition.cite),
        }
        for one in left.remedies
    ]
    found += [{"kind": "argument", **_argument(one, lang)} for one in left.arguments]
    return [*found, {"kind": "third-country"}]


class _Spoken:
    def __init__(self, law: Law, lang: str, routes: Routes) -> None:
        self.law = law
        self.lang = lang
        self.as_of = routes.as_of
        self.observed = routes.observed

    def route(self, found: RouteFound) -> Plain:
        route = found.route
        at_once, full_terms = found.chains
        plain: Plain = {
            "id": route.id,
            "title": in_language(route.title, self.lang),
            "words": in_language(route.words, self.lang),
            "lawful": route.lawful,
            "in-sight": found.in_sight,
            "open": found.nothing_filed.at_once is not None,
            "if-nothing-filed": _days(found.nothing_filed),
            "if-all-filed": _days(found.all_filed),
            "steps": [self.step(link) for link in at_once],
            "chain": {
                "at-once": [self.link(link) for link in at_once],
                "full-terms": [self.link(link) for link in full_terms],
            },
            "no-term": list(found.no_term) if found.nothing_filed.full_terms is None else [],
            "closed-by": [self.closed(one) for one in found.closed],
            "arguments": [_argument(one, self.lang) for one in found.arguments],
            "filings": [self.filing(held) for held in found.filings],
            "cite": list(route.rule.cite),
            "confidence": route.rule.confidence,
        }
        verified = [link.step.rule.verified_until for link in at_once if link.step.rule.verified_until is not None]
        if verified and any(link.day > min(verified) for link in at_once):
            plain["not-verified-after"] = iso(min(verified))
        return plain

    def step(self, link: Link) -> str:
        words = in_language(link.step.words, self.lang)
        return f"{day_words(link.day, self.lang)}: {words} ({cites_words(link.step.rule.cite, self.law, self.lang)})"

    def link(self, link: Link) -> Plain:
        step = link.step
        return {
            "step": step.id,
            "act": None if step.act is None else step.act.act,
            "by": step.by,
            "day": iso(link.day),
            "words": in_language(step.words, self.lang),
            "cite": list(step.rule.cite),
            "confidence": step.rule.confidence,
        }

    def closed(self, closed: Closed) -> Plain:
        protection = closed.protection
        return {
            "protection": protection.shield.id,
            "title": in_language(protection.shield.title, self.lang),
            "strength": protection.strength,
            "until": _day(closed.until),
            "lifted-by": list(lifting_acts(protection)),
            "of": list(protection.of),
            "cite": list(protection.edition.cite),
        }

    def filing(self, held: Held) -> Plain:
        filing = held.filing
        seen = self.observed.get(filing.id, ())
        return {
            "remedy": filing.remedy,
            "filing": filing.id,
            "state": held.state,
            "until": _day(held.until),
            "asked": filing.asked,
            "closes-route": held.guaranteed is None,
            "holds": {
                "guaranteed-days": None if held.guaranteed is None else max(held.guaranteed, 0),
                "legal-maximum-days": held.longest,
                "observed-days": _shortest(seen),
            },
            "on-top": {"guaranteed-days": None if held.on_top is None else max(held.on_top, 0)},
            "without-cap": held.without_cap,
            "may-hasten-days": max(-(held.guaranteed or 0), 0),
            "observed": [{"case": one.case, "shortest": one.shortest, "longest": one.longest} for one in seen],
            "words": in_language(filing.words, self.lang),
            "cite": list(filing.rule.cite),
            "confidence": filing.rule.confidence,
        }


def _argument(protection: Protection, lang: str) -> Plain:
    return {
        "protection": protection.shield.id,
        "title": in_language(protection.shield.title, lang),
        "strength": protection.strength,
        "holds": protection.holds,
        "source": protection.edition.source,
        "cite": list(protection.edition.cite),
    }


def _shortest(seen: tuple[Seen, ...]) -> int | None:
    return min((one.shortest for one in seen if one.shortest is not None), default=None)


def _days(days: Days) -> Plain:
    return {"at-once": _day(days.at_once), "full-terms": _day(days.full_terms)}


def _day(day: int | None) -> str | None:
    return None if day is None else iso(day)
