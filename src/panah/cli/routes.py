"""``panah routes``: how a person could be sent back, how soon, what each filing holds; the ways outside the law apart.

``--past DAY`` asks for the smallest set of filings with which no lawful return comes before that day.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from panah.cli.arguments import DAYS, Request, UsageError
from panah.cli.cases import find_one_case, open_law
from panah.procedure.replay import replay_with_moments
from panah.routes.answers import outside_answer, past_answer, plain_routes
from panah.routes.exposures import exposures_of
from panah.routes.finding import find_routes
from panah.texts import say
from panah.timelimits import iso

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile

OPTIONS = {**DAYS, "past": True, "svg": True, "json": False, "no-colour": False}


def run(request: Request) -> int:
    """Answer for one case.

    Raises:
        UsageError: No case or several were named, or the day of ``--past`` does not lie after the day asked.
    """
    if request.past is not None and request.past <= request.as_of:
        raise UsageError([say(request.lang, "usage.past", found=iso(request.past), day=iso(request.as_of))])
    law = open_law(request.lang)
    if law is None:
        return 1
    cases = find_one_case(request, law)
    for casefile in cases:
        if "svg" in request.chosen:
            from panah.cli.routes_picture import write_picture

            write_picture(casefile, law, request)
        if request.has("json"):
            _stream(casefile, law, request)
        else:
            _show(casefile, law, request)
    sys.stdout.flush()
    return cases.finish()


def _stream(casefile: CaseFile, law: Law, request: Request) -> None:
    import json

    from panah.procedure.answers import head

    lang = request.lang
    position, here = replay_with_moments(casefile, law, as_of=request.as_of, known_on=request.known_on)
    routes = find_routes(here, request.as_of)
    case: dict[str, object] = {
        "case": casefile.case,
        "routes": [*plain_routes(routes, law, lang), *outside_answer(here, lang)],
    }
    if request.past is not None:
        case["past"] = past_answer(routes.past(request.past), routes, position, law, lang)
    whole = {**head(law, request.as_of, request.known_on), "cases": [case]}
    print(json.dumps(whole, ensure_ascii=False, indent=1))


def _show(casefile: CaseFile, law: Law, request: Request) -> None:
    from panah.cli.routes_page import RoutesPage
    from panah.cli.screen import screen_for
    from panah.telling.routes import RouteWords

    position, here = replay_with_moments(casefile, law, as_of=request.as_of, known_on=request.known_on)
    routes = find_routes(here, request.as_of)
    asked = None if request.past is None else routes.past(request.past)
    words = RouteWords(casefile, position, law, routes, request.lang)
    page = RoutesPage(words, screen_for(no_colour=request.has("no-colour")))
    for line in page.lines(exposures_of(here), asked):
        print(line)
