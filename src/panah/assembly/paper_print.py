"""A paper as a PDF; and the fullest one that fits a page. Its look stands in ``paper.typ``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from panah.assembly.paper import Table
from panah.assembly.typesetting import pages, typeset

if TYPE_CHECKING:
    from collections.abc import Callable

    from panah.assembly.paper import Paper

_LAYOUT = Path(__file__).with_name("paper.typ")


def pdf_file(paper: Paper) -> bytes:
    """Typeset a paper. The same paper gives the same bytes."""
    return typeset(_LAYOUT, _told(paper), paper.day)


def on_one_page(make: Callable[[int], Paper], most: int) -> Paper:
    """Make the fullest paper that fits a page, from ``most`` room down to none; the last one made where none fits."""
    paper = make(most)
    while most > 0 and pages(_LAYOUT, _told(paper), paper.day) > 1:
        most -= 1
        paper = make(most)
    return paper


def _told(paper: Paper) -> dict[str, object]:
    blocks = [
        {"head": block.head, "rows": block.rows, "widths": block.widths}
        if isinstance(block, Table)
        else block._asdict()
        for block in paper.blocks
    ]
    return {"title": paper.title, "lang": paper.lang, "blocks": blocks}
