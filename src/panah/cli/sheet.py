"""``panah sheet``: one page about a case, for colleagues and the press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.cli.arguments import Request
from panah.cli.papers import OPTIONS, make_paper

if TYPE_CHECKING:
    from panah.assembly.paper import Paper
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile

__all__ = ["OPTIONS", "run"]


def run(request: Request) -> int:
    """Print or write the fact sheet of one case.

    Raises:
        UsageError: As :func:`panah.cli.papers.make_paper`.
    """
    return make_paper(request, _sheet)


def _sheet(casefile: CaseFile, law: Law, request: Request) -> Paper:
    """Make the fullest sheet that fits a page."""
    from panah.assembly.paper_print import on_one_page
    from panah.assembly.sheet import MOST_ROOM, sheet
    from panah.procedure.replay import replay

    position = replay(casefile, law, as_of=request.as_of, known_on=request.known_on)
    return on_one_page(lambda room: sheet(casefile, position, law, request.lang, room), MOST_ROOM)
