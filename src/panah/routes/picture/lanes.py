"""One route on a page: its title and days, its marks on the calendar, the words of each mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.routes.picture.sheet import (
    BODY,
    FAINT,
    HEAD,
    LEADING,
    MARGIN,
    NOTE,
    PALER,
    SMALL,
    STRONG,
    WIDTH,
    Stroke,
    mark_width,
)
from panah.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from panah.routes.picture.calendar import Calendar
    from panah.routes.picture.sheet import Look, Sheet
    from panah.routes.picture.told import Entry, Gate, Lane, Made

LEFT, RIGHT = MARGIN + 118.0, WIDTH - MARGIN - 4.0
"""The ends of the calendar: before it stand the words of each row."""
FULL = WIDTH - 2.0 * MARGIN
_LABEL = LEFT - MARGIN - 8
_ROW = 18.0
_GAP = 5.0
_MARKED = 17.0
_PLAIN = {"argument": "–", "outside": "×"}
"""Signs of entries that have no mark on the calendar."""
_DAY_ASKED, _GATE = Stroke(2.5), Stroke(2.2)
_AT_ONCE, _FULL_TERMS, _ANSWER = Stroke(2), Stroke(1.2, "3 3"), Stroke(1, "1 2")


class _Placed(NamedTuple):
    """Something with its ends on a row, and how it is drawn there."""

    left: float
    right: float
    draw: Callable[[float], None]


def draw_lane(sheet: Sheet, lane: Lane, calendar: Calendar, top: float, lang: str) -> float:
    """Draw a route from a top edge; give the edge below it."""
    sheet.rule(top, 1.5)
    y = sheet.paragraph(MARGIN, top + 3, lane.title, FULL, HEAD)
    y = sheet.paragraph(MARGIN, y, ". ".join(lane.days), FULL, STRONG)
    y = _Strip(sheet, lane, calendar, lang).draw(y + 6)
    y = draw_entries(sheet, lane.entries, y + 2, columns=2)
    for words in lane.remarks:
        y = sheet.paragraph(MARGIN, y + 1, words, FULL, NOTE)
    return y


class _Strip:
    """The part of a lane on which days count."""

    def __init__(self, sheet: Sheet, lane: Lane, calendar: Calendar, lang: str) -> None:
        self.sheet = sheet
        self.lane = lane
        self.calendar = calendar
        self.lang = lang

    def draw(self, top: float) -> float:
        lane = self.lane
        bands: dict[str, list[_Placed]] = {}
        if lane.bars:
            bands["bars"] = [self._bar(bar.until, bar.words) for bar in lane.bars]
        if lane.gates:
            bands["gates"] = [self._gate(gate) for gate in lane.gates]
        if lane.at_once:
            bands["at-once"] = [self._made(made, "") for made in lane.at_once]
            bands["full-terms"] = [self._made(made, "-full") for made in lane.full_terms] or [self._without_term()]
        rows = {name: _rows_of(placed) for name, placed in bands.items()}
        edges: dict[str, float] = {}
        bottom = top
        for name, placed in rows.items():
            edges[name] = bottom
            words = SMALL.height_of(self._label(name), _LABEL) + 4
            bottom += max(_ROW * len(placed), words)
        if rows:
            self._behind(edges, top, bottom)
        for name, placed in rows.items():
            self.sheet.paragraph(MARGIN, edges[name] + 2, self._label(name), _LABEL, SMALL)
            for number, row in enumerate(placed):
                for item in row:
                    item.draw(edges[name] + _ROW * (number + 0.5))
        return bottom

    def _label(self, name: str) -> str:
        return say(self.lang, f"picture.row-{name}")

    def _behind(self, edges: dict[str, float], top: float, bottom: float) -> None:
        """Draw what lies under the marks: the day asked, the cuts, the ways of the two paces, the gates across them."""
        line = self.sheet.line
        line((LEFT, top), (LEFT, bottom), _DAY_ASKED)
        for cut in self.calendar.cuts():
            line((cut - 3, bottom), (cut + 3, top), FAINT)
            line((cut + 1, bottom), (cut + 7, top), FAINT)
        for gate in self.lane.gates:
            if gate.kind != "gate-later":
                at = self.calendar.at(gate.day) + 4
                line((at, edges["gates"] + _ROW / 2), (at, bottom), _GATE)
        chains = (("at-once", self.lane.at_once, _AT_ONCE), ("full-terms", self.lane.full_terms, _FULL_TERMS))
        for name, chain, stroke in chains:
            if chain:
                y = edges[name] + _ROW / 2
                line((LEFT, y), (self.calendar.at(chain[-1].day), y), stroke)

    def _made(self, made: Made, suffix: str) -> _Placed:
        look = STRONG if made.returned else PALER if suffix else BODY
        marks = [(kind + suffix, name) for kind, name in _marks_of(made)]
        return self._marked(self.calendar.at(made.day) + 3, marks, made.words, look)

    def _gate(self, gate: Gate) -> _Placed:
        left = self.calendar.at(gate.day) + 3
        placed = self._marked(left, [(gate.kind, gate.name)], gate.words, BODY)

        def draw(y: float) -> None:
            under = y + _ROW / 2 - 1
            if gate.longest is not None and gate.longest > 0:
                end = self.calendar.at(gate.day + gate.longest)
                self.sheet.line((left, under), (end, under), _ANSWER)
                if gate.without_cap:
                    self.sheet.arrow(end, under)
            placed.draw(y)

        return placed._replace(draw=draw)

    def _marked(self, left: float, marks: list[tuple[str, str]], words: str, look: Look) -> _Placed:
        """Place marks with their words behind them; before them where the page ends."""
        edge = left + sum(mark_width(name) + 2 for _, name in marks)
        begin = edge + 1
        wide = look.width_of(words)
        if begin + wide > WIDTH - MARGIN:
            begin = left - wide - 3

        def draw(y: float) -> None:
            x = left
            for kind, name in marks:
                x = self.sheet.mark(x, y, kind, name) + 2
            self.sheet.backed(begin, y, words, look)

        return _Placed(min(left, begin), max(edge, begin + wide), draw)

    def _bar(self, until: int | None, words: str) -> _Placed:
        end = RIGHT - 8 if until is None else max(self.calendar.at(until), LEFT + 12)
        first, *others = SMALL.lines_of(words, (RIGHT - LEFT) / 2 - 40)
        shown = f"{first} …" if others else first
        begin = LEFT + 8 if LEFT + 16 + SMALL.width_of(shown) < end else end + 5

        def draw(y: float) -> None:
            self.sheet.hatched(LEFT, y, end)
            if until is None:
                self.sheet.arrow(RIGHT, y)
            self.sheet.backed(begin, y, shown, SMALL)

        return _Placed(LEFT, RIGHT, draw)

    def _without_term(self) -> _Placed:
        words = self.lane.full_words

        def draw(y: float) -> None:
            self.sheet.line((LEFT, y), (RIGHT - 6, y), _FULL_TERMS)
            self.sheet.arrow(RIGHT, y)
            self.sheet.backed((LEFT + RIGHT - PALER.width_of(words)) / 2, y, words, PALER)

        return _Placed(LEFT, RIGHT, draw)


def draw_entries(sheet: Sheet, entries: Sequence[Entry], top: float, *, columns: int) -> float:
    """Draw a list in columns of about the same height; give the edge below it."""
    gap = 16.0
    width = (FULL - gap * (columns - 1)) / columns
    rooms = [max(20.0, mark_width(entry.name) + 5) for entry in entries]
    heights = [
        max(BODY.height_of(entry.words, width - room) + 2, 0 if entry.kind in _PLAIN else _MARKED)
        for entry, room in zip(entries, rooms, strict=True)
    ]
    limit = _column_height(heights, columns)
    column, y, lowest = 0, top, top
    for entry, room, height in zip(entries, rooms, heights, strict=True):
        if y > top and y + height > top + limit:
            column, y = column + 1, top
        x = MARGIN + column * (width + gap)
        if entry.kind in _PLAIN:
            sheet.words(x + 8, y + BODY.size, _PLAIN[entry.kind], STRONG)
        else:
            sheet.mark(x, y + BODY.size * LEADING / 2 + 2, entry.kind, entry.name)
        sheet.paragraph(x + room, y, entry.words, width - room, BODY)
        y += height
        lowest = max(lowest, y)
    return lowest


def _column_height(heights: list[float], columns: int) -> float:
    """Give about the least height of columns that hold all entries in order."""
    tried = max(heights, default=0.0) + 0.1
    while True:
        used, y = 1, 0.0
        for height in heights:
            if y and y + height > tried:
                used, y = used + 1, 0.0
            y += height
        if used <= columns:
            return tried
        tried += LEADING


def _marks_of(made: Made) -> list[tuple[str, str]]:
    """Give the marks of one day: its steps together, the return apart."""
    names = made.names[:-1] if made.returned else made.names
    marks = [("step", names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}")] if names else []
    return [*marks, ("return", made.names[-1])] if made.returned else marks


def _rows_of(items: list[_Placed]) -> list[list[_Placed]]:
    """Put items on as few rows as keep them apart, each on the first row where it has room."""
    rows: list[list[_Placed]] = []
    for item in items:
        for row in rows:
            if all(item.right + _GAP <= other.left or other.right + _GAP <= item.left for other in row):
                row.append(item)
                break
        else:
            rows.append([item])
    return rows
