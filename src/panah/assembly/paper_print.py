"""A paper as a PDF (PDF/A-2b), set by typst with its own fonts; and how many pages it fills.

The layout stands in ``paper.typ``; the paper goes there as data, so that its words can never be read as code.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from panah.assembly.paper import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from panah.assembly.paper import Paper

_LAYOUT = Path(__file__).with_name("paper.typ")


def pdf_file(paper: Paper) -> bytes:
    """Typeset a paper. The same paper gives the same bytes."""
    import typst

    inputs = {"paper": _data(paper)}
    # the property of the file that says when it was made is the day of the paper: no clock is asked
    made = (paper.day - date(1970, 1, 1).toordinal()) * 86_400
    return bytes(
        typst.compile(
            _LAYOUT.read_bytes(), sys_inputs=inputs, ignore_system_fonts=True, pdf_standards="a-2b", timestamp=made
        )
    )


def pages(paper: Paper) -> int:
    """Count the pages a paper fills."""
    import typst

    inputs = {"paper": _data(paper)}
    found = typst.query(
        _LAYOUT.read_bytes(), "<pages>", field="value", one=True, sys_inputs=inputs, ignore_system_fonts=True
    )
    return int(found)


def on_one_page(make: Callable[[int], Paper], most: int) -> Paper:
    """Make the fullest paper that fits a page, from ``most`` room down to none; the last one made where none fits."""
    paper = make(most)
    while most > 0 and pages(paper) > 1:
        most -= 1
        paper = make(most)
    return paper


def _data(paper: Paper) -> str:
    at = date.fromordinal(paper.day)
    blocks = [
        {"head": block.head, "rows": block.rows, "widths": block.widths}
        if isinstance(block, Table)
        else block._asdict()
        for block in paper.blocks
    ]
    told = {"title": paper.title, "lang": paper.lang, "day": [at.year, at.month, at.day], "blocks": blocks}
    return json.dumps(told, ensure_ascii=False)
