"""Setting a paper by typst with the fonts it brings: as PDF/A-2b, and only to count its pages.

A layout (``*.typ``) is a fixed text; the paper goes there as data, so that its words can never be read as code.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_SECONDS_IN_DAY = 86_400


def typeset(layout: Path, paper: Mapping[str, object], day: int) -> bytes:
    """Make a PDF/A-2b; the same paper gives the same bytes.

    Args:
        layout: The typst file.
        paper: What it prints.
        day: The day (an ordinal) that stands in the file as the day it was made: no clock is asked.
    """
    import typst

    made = (day - date(1970, 1, 1).toordinal()) * _SECONDS_IN_DAY
    inputs = _inputs(paper, day)
    return bytes(
        typst.compile(
            layout.read_bytes(), sys_inputs=inputs, ignore_system_fonts=True, pdf_standards="a-2b", timestamp=made
        )
    )


def pages(layout: Path, paper: Mapping[str, object], day: int) -> int:
    """Count the pages a paper fills; its layout tells them under ``<pages>``."""
    import typst

    found = typst.query(
        layout.read_bytes(),
        "<pages>",
        field="value",
        one=True,
        sys_inputs=_inputs(paper, day),
        ignore_system_fonts=True,
    )
    return int(found)


def _inputs(paper: Mapping[str, object], day: int) -> dict[str, str]:
    at = date.fromordinal(day)
    return {"paper": json.dumps({**paper, "day": [at.year, at.month, at.day]}, ensure_ascii=False)}
