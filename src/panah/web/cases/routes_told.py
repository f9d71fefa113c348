"""Routes of return as lists for a page: days, what each filing holds, what closes; ways outside the law apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.procedure.outcome import surely_gone
from panah.routes.exposures import exposures_of
from panah.telling.routes import RouteWords
from panah.web.desk import the_desk
from panah.web.standing import routes_of

if TYPE_CHECKING:
    from panah.routes.values import Held, RouteFound
    from panah.telling.law_words import LawWords
    from panah.web.standing import Standing


class GateTold(NamedTuple):
    """A filing that stands on a route: when to file it, what it is, what it holds."""

    state: str
    title: str
    holds: str
    words: str


class RouteTold(NamedTuple):
    """A route in sight. ``days`` are sentences; ``chain`` the steps of the fastest way under their days."""

    title: str
    days: tuple[str, ...]
    closed: tuple[tuple[str, str], ...]
    chain: tuple[tuple[str, tuple[str, ...]], ...]
    gates: tuple[GateTold, ...]
    arguments: tuple[str, ...]


class RoutesTold(NamedTuple):
    """All routes of a case: the earliest day first, each route, the ways outside the law, the remarks."""

    verdict: str
    routes: tuple[RouteTold, ...]
    outside: tuple[tuple[str, str, str], ...]
    outside_title: str
    remarks: tuple[str, ...]
    drawn: bool


def routes_told(standing: Standing, law_words: LawWords) -> RoutesTold:
    """Tell the routes of a case."""
    words = RouteWords(standing.casefile, standing.position, the_desk().law, routes_of(standing), law_words.lang)
    words.law_words = law_words
    seen = [found for found in words.routes.found if found.in_sight]
    gone = surely_gone(standing.position)
    routes = () if gone else tuple(_route(found, words) for found in seen)
    exposures = [] if gone else exposures_of(standing.here)
    unseen = [words.of(found.route.title) for found in words.routes.found if not found.in_sight]
    outside = {words.exposed(one): one for one in exposures}
    remarks = [words.say("not-in-sight", titles="; ".join(unseen))] if unseen and not gone else []
    return RoutesTold(
        verdict=words.verdict(),
        routes=routes,
        outside=tuple(
            (
                lead,
                words.of(one.exposure.words),
                words.say("recorded", cases=words.seen(one.seen)) if one.seen else words.say("recorded-none"),
            )
            for lead, one in outside.items()
        ),
        outside_title=words.of(exposures[0].exposure.route.title) if exposures else "",
        remarks=tuple(remarks + words.footnotes()),
        drawn=bool(routes),
    )


def _route(found: RouteFound, words: RouteWords) -> RouteTold:
    days = [words.say("picture.without-days"), words.of(found.route.words)]
    if not found.route.without_days:
        days = [words.say("picture.nothing-filed", days=words.days(found.nothing_filed, found))]
        if found.nothing_filed.at_once is not None:
            same = found.nothing_filed == found.all_filed
            filed = words.say("picture.same") if same else words.days(found.all_filed, found)
            days.append(words.say("picture.all-filed", days=filed))
    holding = [held for held in found.filings if not held.filing.asked and held.state != "not-open"]
    if not holding and not found.route.without_days:
        days.append(words.say("stops-nothing"))
    titles = dict.fromkeys(words.cited(words.of(one.shield.title), one.edition.cite[:1]) for one in found.arguments)
    return RouteTold(
        title=words.of(found.route.title),
        days=tuple(days),
        closed=tuple(words.closed(one, shut=found.nothing_filed.at_once is None) for one in found.closed),
        chain=tuple((day, tuple(steps)) for day, steps in words.chain(found.chains[0])),
        gates=tuple(_gate(held, words) for held in holding),
        arguments=(words.say("picture.arguments", titles="; ".join(titles)),) if titles else (),
    )


def _gate(held: Held, words: RouteWords) -> GateTold:
    return GateTold(
        state=words.state(held),
        title=words.cited(words.remedy(held.filing), held.filing.rule.cite),
        holds="" if held.state == "lapsed" else words.holds(held),
        words=" ".join([words.of(held.filing.words), *words.doubt(held.filing.rule.confidence)]),
    )
