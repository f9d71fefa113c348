"""``panah figures``: outcomes, durations of custody, limits and rules not kept over many cases; each with its cases."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from panah.cli.arguments import DAYS, Request, UsageError
from panah.cli.cases import find_cases, open_law
from panah.figures import Tally, label
from panah.procedure.replay import replay
from panah.texts import say

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure import CaseFile

OPTIONS = {**DAYS, "json": False, "no-colour": False, "cases": False, "citizenship": True, "stays": True}
_STATELESS = "stateless"


def run(request: Request) -> int:
    """Count the cases asked for.

    Raises:
        UsageError: A country is not a code of two letters known to the vocabulary.
    """
    law = open_law(request.lang)
    if law is None:
        return 1
    _check(request, law)
    cases = find_cases(request, law)
    if request.has("json"):
        cases.counted = not sys.stdout.isatty()
    tally = Tally(law, as_of=request.as_of, known_on=request.known_on)
    for casefile in cases:
        if _asked_for(casefile, request):
            tally.add(casefile, replay(casefile, law, as_of=request.as_of, known_on=request.known_on))
    if request.has("json"):
        _write_json(tally, law, request)
    elif tally.cases or not cases.problems:
        from panah.cli.figures_page import page_lines
        from panah.cli.screen import screen_for

        for line in page_lines(tally, law, request, screen_for(no_colour=request.has("no-colour"))):
            print(line)
    sys.stdout.flush()
    return cases.finish()


def _check(request: Request, law: Law) -> None:
    known = {"citizenship": law.vocabulary.countries | {_STATELESS}, "stays": law.vocabulary.countries}
    faults = [
        say(request.lang, "usage.country", option=name, found=request.chosen[name])
        for name, codes in known.items()
        if name in request.chosen and request.chosen[name] not in codes
    ]
    if faults:
        raise UsageError(faults)


def _asked_for(casefile: CaseFile, request: Request) -> bool:
    citizenship, stays = request.chosen.get("citizenship"), request.chosen.get("stays")
    return (citizenship is None or citizenship in casefile.citizenship) and (stays is None or stays == casefile.stays)


def _write_json(tally: Tally, law: Law, request: Request) -> None:
    """Write the figures as one JSON object, a figure a line."""
    import json

    from panah.procedure.answers import head

    def written(value: object) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))

    note = say(request.lang, "figures.no-rate")
    print(written(head(law, request.as_of, request.known_on))[:-1] + f', "note": {written(note)}, "figures": [')
    lines = [
        written({
            "id": figure.id,
            "label": label(figure.id, law, request.lang),
            "unit": figure.unit,
            "low": figure.number.low,
            "high": figure.number.high,
            "cases": figure.number.cases,
            "uncertain": figure.number.uncertain,
        })
        for figure in tally.figures()
    ]  # fmt: skip
    print(",\n".join(lines))
    print("]}")
