"""Setting a paper by typst with the fonts it brings: as PDF/A-2b, and only to count its pages.

A layout (``*.typ``) is a fixed text; the paper goes there as data, so that its words can never be read as code.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_SECONDS_IN_DAY = 86_400
# tried letter by letter against the fonts that typst brings
_NOT_IN_THE_FONTS = re.compile(
    "[^\x20-\u04ff\u1e00-\u1eff\u2010-\u2027\u2030-\u2040\u2044-\u2052\u2054-\u205e\u20a0-\u20c0\u2100-\u211e\u2190-\u22ff\u25a0-\u25ff]"
)


def typeset(layout: Path, paper: Mapping[str, object], day: int) -> bytes:
    """Make a PDF/A-2b; the same paper gives the same bytes.

    PDF/A allows no letter that a font lacks: where one is found, all letters outside the scripts that the fonts have
    whole (Latin, Greek, Cyrillic with Kazakh) are printed as □.

    Args:
        layout: The typst file.
        paper: What it prints.
        day: The day (an ordinal) that stands in the file as the day it was made: no clock is asked.
    """
    import typst

    made = (day - date(1970, 1, 1).toordinal()) * _SECONDS_IN_DAY
    inputs = _inputs(paper, day)

    def compiled() -> bytes:
        return bytes(
            typst.compile(
                layout.read_bytes(), sys_inputs=inputs, ignore_system_fonts=True, pdf_standards="a-2b", timestamp=made
            )
        )

    try:
        return compiled()
    except typst.TypstError:
        inputs = {"paper": _NOT_IN_THE_FONTS.sub("□", inputs["paper"])}
        return compiled()


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
