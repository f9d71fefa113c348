"""Lines on a terminal: width, wrapping, columns, and the few colours. A pipe gets plain text of a fixed width.

Colour only repeats what words and places say: one accent for what binds the defence, one for what an authority owes or
broke, grey for what is over.
"""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

NARROWEST, STACKED_BELOW, PIPE_WIDTH, WIDEST = 40, 80, 100, 112
DEFENCE, AUTHORITY, OVER, HEADING = "1;33", "31", "90", "1"
COLOURS = {"defence": DEFENCE, "authority": AUTHORITY, "over": OVER}
"""Colours of the tones of `panah.telling.docket`."""


class Screen(NamedTuple):
    """How wide to write, and whether in colour."""

    width: int
    colour: bool

    @property
    def stacked(self) -> bool:
        """Whether columns give way to lines one under the other."""
        return self.width < STACKED_BELOW

    def paint(self, words: str, colour: str) -> str:
        """Put words in a colour, where there are colours."""
        return f"\033[{colour}m{words}\033[0m" if self.colour and colour and words.strip() else words

    def paragraph(self, words: str, indent: int = 0, hanging: int | None = None) -> list[str]:
        """Wrap words to the width, indented; further lines by ``hanging``."""
        further = indent if hanging is None else hanging
        lines = wrapped(words, max(self.width - max(indent, further), 20))
        return [" " * (further if number else indent) + line for number, line in enumerate(lines)]


def screen_for(*, no_colour: bool) -> Screen:
    """Look at standard output and the environment.

    The width is that of the terminal, or ``COLUMNS``; a pipe without it gets a fixed width: the same input, the same
    bytes.
    """
    tty = sys.stdout.isatty()
    width = _columns() or (_terminal_width() if tty else PIPE_WIDTH)
    plain = no_colour or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return Screen(max(NARROWEST, min(width, WIDEST)), tty and not plain)


def _columns() -> int:
    text = os.environ.get("COLUMNS", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _terminal_width() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or PIPE_WIDTH
    except OSError:
        return PIPE_WIDTH


def wrapped(words: str, width: int) -> list[str]:
    """Break words into lines of at most a width; words joined by ``UNBROKEN`` stay together, longer ones are cut."""
    lines: list[str] = []
    line = ""
    for word in words.split(" "):
        if not word:
            continue
        rest = word.replace(UNBROKEN, " ")
        while len(rest) > width:
            if line:
                lines.append(line)
                line = ""
            lines.append(rest[:width])
            rest = rest[width:]
        if not rest:
            continue
        if line and len(line) + 1 + len(rest) > width:
            lines.append(line)
            line = rest
        else:
            line = f"{line} {rest}" if line else rest
    if line:
        lines.append(line)
    return lines or [""]


class Row(NamedTuple):
    """One entry of a list with days.

    Attributes:
        day: The day in words.
        distance: How far off it is.
        name: Whose case.
        title: What is due, or was broken.
        cite: The provision.
        details: What stands below, a sentence each.
        colour: Colour of the day.
    """

    day: str
    distance: str
    name: str
    title: str
    cite: str
    details: tuple[str, ...]
    colour: str


class Columns(NamedTuple):
    """Widths of the first three columns, so that all groups of a page stand under each other."""

    day: int
    distance: int
    name: int


_LONGEST_NAME = 16
UNBROKEN = "\u00a0"
"""Joins words that a line is not broken between; written as a space."""
_NARROWEST_TITLE = 30
_NARROWEST_BESIDE = 44


def columns_for(rows: list[Row]) -> Columns:
    """Take the widest entry of each column; a very long name is cut."""
    return Columns(
        max((len(row.day) for row in rows), default=0),
        max((len(row.distance) for row in rows), default=0),
        min(max((len(row.name) for row in rows), default=0), _LONGEST_NAME),
    )


def row_lines(row: Row, columns: Columns, screen: Screen) -> list[str]:
    """Write an entry: in columns on a wide screen, stacked where too little room is left beside them."""
    indent = 2 + columns.day + 2 + columns.distance + 2 + (columns.name + 2 if columns.name else 0)
    if screen.stacked or (columns.name and screen.width - indent < _NARROWEST_BESIDE):
        head = f"{screen.paint(row.day, row.colour)} · {row.distance}" if row.distance else row.day
        length = len(f"  {row.day} · {row.distance} · {row.name}" if row.distance else f"  {row.day} · {row.name}")
        if length <= screen.width:
            lines = [f"  {head}{f' · {row.name}' if row.name else ''}"]
        else:
            lines = [f"  {head}", *screen.paragraph(row.name, 4)]
        cite = f" ·{UNBROKEN}{row.cite.replace(' ', UNBROKEN)}" if row.cite else ""
        lines += screen.paragraph(row.title + cite, 4)
        for detail in row.details:
            lines += screen.paragraph(detail, 4, 6)
        return lines
    name = row.name if len(row.name) <= columns.name else row.name[: columns.name - 1] + "…"
    day = screen.paint(row.day, row.colour) + " " * (columns.day - len(row.day))
    left = f"  {day}  {row.distance:<{columns.distance}}  "
    if columns.name:
        left += f"{name:<{columns.name}}  "
    lines = _titled(row, indent, screen.width)
    lines[0] = left + lines[0].lstrip()
    for detail in row.details:
        lines += screen.paragraph(detail, indent, indent + 2)
    return lines


def _titled(row: Row, indent: int, width: int) -> list[str]:
    """Put the title beside the columns and the provision at the right edge, or below where it does not fit."""
    room = max(width - indent, 20)
    beside = room - len(row.cite) - 2 if row.cite else room
    if beside < _NARROWEST_TITLE:
        lines = wrapped(f"{row.title} · {row.cite.replace(' ', UNBROKEN)}", room)
    else:
        lines = wrapped(row.title, beside)
        lines[0] += row.cite.rjust(room - len(lines[0]))
    return [" " * indent + line for line in lines]
