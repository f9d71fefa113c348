"""One page: marks and words, written as SVG with nothing but attributes, so that the strictest page can hold it."""

from __future__ import annotations

from typing import NamedTuple

from panah.routes.picture.text import FONTS, escaped, lines_of, width_of

WIDTH, HEIGHT = 1123, 794
"""A4 lying, in units of which there are 96 to the inch."""
MARGIN = 30
_BLACK, _GREY, _PALE, _WHITE = "#000", "#555", "#ddd", "#fff"
LEADING = 1.28
"""Distance of two lines, in sizes of the letters."""
_BOX = 14.0
_HATCH = (
    '<defs><pattern id="panah-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="5" height="5" fill="#fff"/><path d="M0 0V5" stroke="#000" stroke-width="2"/></pattern></defs>'
)


class Look(NamedTuple):
    """How words look."""

    size: float
    bold: bool = False
    fill: str = _BLACK

    def width_of(self, words: str) -> float:
        """Give a width that words of this look surely keep to."""
        return width_of(words, self.size, bold=self.bold)

    def lines_of(self, words: str, width: float) -> list[str]:
        """Break words of this look into lines of a width."""
        return lines_of(words, width, self.size, bold=self.bold)

    def height_of(self, words: str, width: float) -> float:
        """Give the height of a paragraph."""
        return len(self.lines_of(words, width)) * self.size * LEADING


BODY, STRONG, PALER = Look(9.5), Look(9.5, bold=True), Look(9.5, fill=_GREY)
SMALL, NOTE, MARKED = Look(8.5), Look(8.5, fill=_GREY), Look(8.5, bold=True)
HEAD, FIRST, TITLE = Look(13, bold=True), Look(11, bold=True), Look(16, bold=True)


class Stroke(NamedTuple):
    """How a line looks."""

    wide: float = 1
    dashes: str = ""
    fill: str = _BLACK


THIN, FAINT = Stroke(0.5), Stroke(0.8, fill=_GREY)
_LOOK_OF_MARK = {
    # corner, fill, words, line
    "step": (7, _WHITE, _BLACK, Stroke(1.2)),
    "return": (7, _BLACK, _WHITE, Stroke(1.2)),
    "step-full": (7, _WHITE, _GREY, Stroke(1, "2 2")),
    "return-full": (7, _PALE, _BLACK, Stroke(1, "2 2")),
    "gate": (0, _WHITE, _BLACK, Stroke(2.2)),
    "gate-filed": (0, _BLACK, _WHITE, Stroke(2.2)),
    "gate-later": (0, _WHITE, _BLACK, Stroke(1.2, "3 2")),
    "gate-lapsed": (0, _WHITE, _GREY, Stroke(0.8, "1 2")),
    "bar": (0, "url(#panah-hatch)", _BLACK, Stroke(1)),
}


class Sheet:
    """Draws on one page; places are those of the page, y downwards. Later marks lie over earlier ones.

    ``height`` is that of A4; a route with more words than a page holds makes its page longer: nothing may be cut off.
    """

    def __init__(self) -> None:
        """Begin an empty page."""
        self.parts: list[str] = []
        self.height = HEIGHT

    def words(self, x: float, y: float, words: str, look: Look, anchor: str = "start") -> None:
        """Write one line of words; ``y`` is the line they stand on, ``anchor`` tells which end of them is at ``x``."""
        weight = ' font-weight="bold"' if look.bold else ""
        at = "" if anchor == "start" else f' text-anchor="{anchor}"'
        self.parts.append(
            f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(look.size)}" fill="{look.fill}"{weight}{at}>'
            f"{escaped(words)}</text>"
        )

    def backed(self, x: float, middle: float, words: str, look: Look) -> None:
        """Write one line of words on white, over the lines that pass there."""
        top = middle - look.size * 0.65
        wide = look.width_of(words) + 2
        self.parts.append(
            f'<rect x="{_n(x - 1)}" y="{_n(top)}" width="{_n(wide)}" height="{_n(look.size * 1.3)}" fill="{_WHITE}"/>'
        )
        self.words(x, middle + look.size * 0.35, words, look)

    def paragraph(self, x: float, y: float, words: str, width: float, look: Look) -> float:
        """Write words on as many lines as they need, from a top edge; give the edge below them."""
        for line in look.lines_of(words, width):
            y += look.size * LEADING
            self.words(x, y - look.size * 0.3, line, look)
        return y

    def line(self, begin: tuple[float, float], end: tuple[float, float], stroke: Stroke) -> None:
        """Draw a line."""
        dashed = f' stroke-dasharray="{stroke.dashes}"' if stroke.dashes else ""
        way = f"M{_n(begin[0])} {_n(begin[1])}L{_n(end[0])} {_n(end[1])}"
        self.parts.append(f'<path d="{way}" stroke="{stroke.fill}" stroke-width="{_n(stroke.wide)}"{dashed}/>')

    def rule(self, y: float, wide: float) -> None:
        """Draw a line across the page."""
        self.line((MARGIN, y), (WIDTH - MARGIN, y), Stroke(wide))

    def arrow(self, x: float, y: float) -> None:
        """Draw the head of an arrow that points to the right."""
        self.parts.append(f'<path d="M{_n(x)} {_n(y)}l-7 -4v8z" fill="{_BLACK}"/>')

    def hatched(self, left: float, middle: float, right: float) -> None:
        """Draw a hatched bar along a row."""
        self._rect(left, middle, right - left, "bar")

    def mark(self, x: float, middle: float, kind: str, name: str) -> float:
        """Draw a mark with its name in it, from its left edge and the middle of its row; give its right edge."""
        width = mark_width(name)
        self._rect(x, middle, width, kind)
        if name:
            look = MARKED._replace(fill=_LOOK_OF_MARK[kind][2])
            self.words(x + width / 2, middle + look.size * 0.36, name, look, "middle")
        return x + width

    def _rect(self, x: float, middle: float, width: float, kind: str) -> None:
        corner, fill, _, stroke = _LOOK_OF_MARK[kind]
        dashed = f' stroke-dasharray="{stroke.dashes}"' if stroke.dashes else ""
        self.parts.append(
            f'<rect class="mark" x="{_n(x)}" y="{_n(middle - _BOX / 2)}" width="{_n(width)}" height="{_n(_BOX)}" '
            f'rx="{corner}" fill="{fill}" stroke="{_BLACK}" stroke-width="{_n(stroke.wide)}"{dashed}/>'
        )

    def svg(self, title: str, told: str, lang: str) -> str:
        """Give the page as the text of a file; ``told`` is what a reader hears who does not see it."""
        size = f'width="297mm" height="{_n(self.height * 210 / HEIGHT)}mm" viewBox="0 0 {WIDTH} {self.height}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" xml:lang="{lang}" font-family="{FONTS}">'
        told_parts = [f"<title>{escaped(title)}</title>", f"<desc>{escaped(told)}</desc>"]
        paper = f'<rect width="{WIDTH}" height="{self.height}" fill="{_WHITE}"/>'
        return "\n".join([head, *told_parts, _HATCH, paper, *self.parts, "</svg>", ""])


def mark_width(name: str) -> float:
    """Give the width of a mark with a name in it."""
    return max(16.0, MARKED.width_of(name) + 8)


def _n(number: float) -> str:
    """Write a number as short as it can be: the same on every machine."""
    return f"{number:.1f}".removesuffix(".0")
