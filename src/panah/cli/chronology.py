"""``panah chronology``: the acts of a case in order, each with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.cli.arguments import Request
from panah.cli.papers import OPTIONS as PAPER_OPTIONS
from panah.cli.papers import make_paper

if TYPE_CHECKING:
    from panah.assembly.paper import Paper
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile

OPTIONS = {**PAPER_OPTIONS, "notes": False}


def run(request: Request) -> int:
    """Print or write the chronology of one case.

    Raises:
        UsageError: As :func:`panah.cli.papers.make_paper`.
    """
    return make_paper(request, _chronology)


def _chronology(casefile: CaseFile, law: Law, request: Request) -> Paper:
    from panah.assembly.chronology import chronology

    notes = request.has("notes")
    return chronology(casefile, law, request.lang, as_of=request.as_of, known_on=request.known_on, notes=notes)
