"""``panah case``: one case in short; ``--all`` everything with its reasons, ``--why ID`` one item with its count."""

from __future__ import annotations

from pathlib import Path

from panah.cli.arguments import DAYS, Request, UsageError
from panah.cli.cases import find_cases, open_law
from panah.cli.docket import stream
from panah.procedure.replay import replay
from panah.texts import say

OPTIONS = {**DAYS, "json": False, "no-colour": False, "all": False, "why": True}


def run(request: Request) -> int:
    """Answer for one case.

    Raises:
        UsageError: No case or several were named.
    """
    law = open_law(request.lang)
    if law is None:
        return 1
    cases = find_cases(request, law)
    if len(cases.paths) != 1:
        names = ", ".join(Path(path).stem for path in cases.paths[:12]) + (" …" if len(cases.paths) > 12 else "")
        raise UsageError([say(request.lang, "usage.one-case", cases=names)])
    if request.has("json"):
        return stream(cases, law, request)
    from panah.cli.case_brief import CaseBrief
    from panah.cli.case_page import CasePage
    from panah.cli.screen import screen_for

    for casefile in cases:
        position = replay(casefile, law, as_of=request.as_of, known_on=request.known_on)
        page = CasePage(casefile, position, law, request.lang, screen_for(no_colour=request.has("no-colour")))
        why = request.chosen.get("why")
        if why is None and not request.has("all"):
            lines = CaseBrief(page).lines()
        else:
            lines = page.lines() if why is None else page.why(why)
        print("\n".join(lines))
    return cases.finish()
