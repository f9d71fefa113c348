"""``panah docket``: what is due, for whom, worst first; what the authorities owe and what they did not keep.

``--json`` gives the whole answer for every case, written case by case.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from panah.cli.arguments import DAYS, Request
from panah.cli.cases import Cases, find_cases, open_law
from panah.procedure.replay import replay

if TYPE_CHECKING:
    from panah.lawmodel import Law

OPTIONS = {**DAYS, "within": True, "json": False, "no-colour": False}


def run(request: Request) -> int:
    """Answer for every case asked for."""
    law = open_law(request.lang)
    if law is None:
        return 1
    cases = find_cases(request, law)
    if request.has("json"):
        return stream(cases, law, request)
    return show(cases, law, request)


def show(cases: Cases, law: Law, request: Request, *, advice: bool = True) -> int:
    """Write the docket for people, with what to ask next unless the caller says that."""
    from panah.cli.docket_rows import docket_for, docket_lines
    from panah.cli.screen import screen_for

    docket = docket_for(request, law)
    for casefile in cases:
        docket.add(casefile, replay(casefile, law, as_of=request.as_of, known_on=request.known_on))
    if not docket.cases:
        # Nothing could be read: a page that says "nothing is due" would be wrong.
        return cases.finish()
    for line in docket_lines(docket, request, screen_for(no_colour=request.has("no-colour")), advice=advice):
        print(line)
    sys.stdout.flush()
    return cases.finish()


def stream(cases: Cases, law: Law, request: Request) -> int:
    """Write the answers as one JSON object, each case as soon as it is worked out."""
    import json

    from panah.procedure.answers import answer, head
    from panah.procedure.replay import replay_with_moments
    from panah.routes.answers import routes_answer

    def written(value: object) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))

    write = sys.stdout.write
    write(written(head(law, request.as_of, request.known_on))[:-1] + ', "cases": [')
    between = "\n"
    cases.counted = not sys.stdout.isatty()  # a counter would stand in the middle of the answer
    for casefile in cases:
        position, here = replay_with_moments(casefile, law, as_of=request.as_of, known_on=request.known_on)
        case = answer(position, casefile, law, request.lang)
        case["routes"] = routes_answer(here, law, request.lang, request.as_of)  # its place is kept by the answer
        write(between + written(case))
        between = ",\n"
    write("\n]}\n" if between == ",\n" else "]}\n")
    sys.stdout.flush()
    return cases.finish()
