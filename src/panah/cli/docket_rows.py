"""The docket in a terminal: the lines that are told, in columns, and what to ask next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.cli.screen import COLOURS, HEADING, Row, Screen, columns_for, row_lines
from panah.dates import day_words
from panah.telling.docket import Docket
from panah.telling.lines import Line
from panah.texts import say

if TYPE_CHECKING:
    from panah.cli.arguments import Request
    from panah.lawmodel import Law


def docket_for(request: Request, law: Law) -> Docket:
    """Begin the docket that was asked for."""
    within, only_within = request.within
    return Docket(law, request.lang, request.as_of, within=within, only_within=only_within)


def docket_lines(docket: Docket, request: Request, screen: Screen, *, advice: bool) -> list[str]:
    """Write the page, with what to ask next unless the caller says that."""
    lang = docket.lang
    head = docket.head(is_today="as-of" not in request.chosen)
    lines = [screen.paint(line, HEADING) for line in screen.paragraph(head)]
    if request.known_on is not None:
        lines += screen.paragraph(say(lang, "docket.known-on", day=day_words(request.known_on, lang)))
    groups = {name: [_row(line) for line in found] for name, found in docket.groups().items()}
    columns = columns_for([row for rows in groups.values() for row in rows])
    for name, rows in groups.items():
        lines += ["", f"  {screen.paint(say(lang, f'docket.group-{name}'), HEADING)}"]
        for row in rows:
            lines += row_lines(row, columns, screen)
    for words in docket.closing():
        lines += ["", *screen.paragraph(words, 2, 4)]
    remark = docket.law_words.remark()
    lines += ["", *screen.paragraph(remark, 2)] if remark else []
    if advice and docket.worst is not None:
        lines += ["", *screen.paragraph(say(lang, "docket.next", case=docket.worst[2]))]
    return lines


def _row(line: Line) -> Row:
    return Row(line.day, line.distance, line.name, line.title, line.cite, line.details, COLOURS[line.tone])
