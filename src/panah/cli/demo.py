"""``panah demo``: the docket of the published cases that come with Panah, and what to try next."""

from __future__ import annotations

from panah.cli.arguments import DAYS, Request
from panah.cli.cases import find_cases, open_law
from panah.cli.docket import show
from panah.places import examples_folder
from panah.texts import say
from panah.timelimits import parse_day

OPTIONS = {**DAYS, "within": True, "no-colour": False}
DAY = "2026-01-29"
"""A day on which the published cases have something due."""
_CASE = "emelyanova"


def run(request: Request) -> int:
    """Write the docket of the published cases."""
    law = open_law(request.lang)
    if law is None:
        return 1
    if "as-of" not in request.chosen:
        request = request._replace(as_of=parse_day(DAY), chosen={**request.chosen, "as-of": DAY})
    code = show(find_cases(request, law, [str(examples_folder())]), law, request, advice=False)
    print()
    print(say(request.lang, "demo.try-one", case=_CASE))
    print(say(request.lang, "demo.try-pages"))
    print(say(request.lang, "demo.try-own"))
    return code
