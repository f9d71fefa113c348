"""``panah calendar``: running deadlines as iCalendar, with neutral titles; ``--full-titles`` writes the real words."""

from __future__ import annotations

import sys

from panah.cli.arguments import DAYS, Request
from panah.cli.cases import find_cases, open_law
from panah.procedure.replay import replay
from panah.telling.awaited import case_code
from panah.telling.calendar import Events, frame

OPTIONS = {**DAYS, "full-titles": False}


def run(request: Request) -> int:
    """Write the calendar to standard output."""
    law = open_law(request.lang)
    if law is None:
        return 1
    cases = find_cases(request, law)
    events = Events(law, request.lang, full=request.has("full-titles"))
    begin, end = frame(request.lang)
    sys.stdout.flush()
    write = sys.stdout.buffer.write
    write(begin)
    for casefile in cases:
        position = replay(casefile, law, as_of=request.as_of, known_on=request.known_on)
        for event in events.of(casefile, position, case_code(casefile.case)):
            write(event)
    write(end)
    sys.stdout.buffer.flush()
    return cases.finish()
