"""``panah case``: one case in short; ``--all`` everything with its reasons, ``--why ID`` one item with its count."""

from __future__ import annotations

from panah.cli.arguments import DAYS, Request
from panah.cli.cases import find_one_case, open_law
from panah.cli.docket import stream
from panah.procedure.replay import replay_with_moments
from panah.routes.finding import find_routes

OPTIONS = {**DAYS, "json": False, "no-colour": False, "all": False, "why": True}


def run(request: Request) -> int:
    """Answer for one case.

    Raises:
        UsageError: No case or several were named.
    """
    law = open_law(request.lang)
    if law is None:
        return 1
    cases = find_one_case(request, law)
    if request.has("json"):
        return stream(cases, law, request)
    from panah.cli.case_brief import CaseBrief
    from panah.cli.case_page import CasePage
    from panah.cli.screen import screen_for

    for casefile in cases:
        position, here = replay_with_moments(casefile, law, as_of=request.as_of, known_on=request.known_on)
        page = CasePage(casefile, position, law, request.lang, screen_for(no_colour=request.has("no-colour")))
        why = request.chosen.get("why")
        if why is None and not request.has("all"):
            lines = CaseBrief(page, find_routes(here, request.as_of)).lines()
        else:
            lines = page.lines() if why is None else page.why(why)
        print("\n".join(lines))
    return cases.finish()
