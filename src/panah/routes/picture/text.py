"""Words in a picture: how wide they are, where a line ends, what may stand in the file.

No font is carried along: the reader's own is used. Widths are those of DejaVu Sans, rounded up: it is among the widest
of the common fonts that have all Kazakh letters, so that words laid out by it keep their place in any other.
"""

from __future__ import annotations

from html import escape

FONTS = "'Noto Sans','Segoe UI','DejaVu Sans','Liberation Sans',Arial,sans-serif"
_BOLD = 1.2
_WIDEST = 1.1
_LETTERS_BY_WIDTH = {
    0.3: "'IJijlІЇЈіїјӀ",
    0.35: " ,./:;\\|·‘’",
    0.4: "()-[]ft",
    0.45: "!r",
    0.5: '"*_`–§°',
    0.55: "?csz“”гзсэѓєѕ",
    0.6: "FLkvxyвтухчьўғұү",
    0.65: "$0123456789EPSTYabdeghnopqu{}«»ЀЁЃЅЎГЕЗРТУабеийклоряѐёђќѝәқөҰҮһ",
    0.7: "ABCKRVXZЄАБВСХЧЬЭЯднпцћџҒңҺ",
    0.75: "NUЌЍИЙКъҚ",
    0.8: "&DGHOQЂЋЏДЛНОПЦмыӘҢӨ",
    0.85: "#+<=>^w~×≤≥→←Ъю",
    0.9: "MМФЫфњ",
    0.95: "жшщљ",
    1.0: "%@Wm—…№Њ",
}
_WIDTH = {letter: width for width, letters in _LETTERS_BY_WIDTH.items() for letter in letters}


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """Give a width that words surely keep to, in the unit of ``size``."""
    ems = sum(_WIDTH.get(letter, _WIDEST) for letter in words)
    return ems * size * (_BOLD if bold else 1)


def lines_of(words: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Break words into lines no wider than ``width``; a word that is wider alone is broken where the line ends."""
    lines: list[str] = []
    line = ""
    for word in clean(words).split(" "):
        longer = f"{line} {word}" if line else word
        if width_of(longer, size, bold=bold) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while width_of(line, size, bold=bold) > width and len(line) > 1:
            fits = _fitting(line, width, size, bold=bold)
            lines.append(line[:fits])
            line = line[fits:]
    return [*lines, line] if line else lines


def clean(words: str) -> str:
    """Make one line of words from anybody's file: single spaces, nothing that steers or turns the text."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape", "surrogatepass").decode()
        for letter in " ".join(words.split())
    )


def escaped(words: str) -> str:
    """Write words for XML."""
    return escape(clean(words), quote=True)


def _fitting(word: str, width: float, size: float, *, bold: bool) -> int:
    count = len(word) - 1
    while count > 1 and width_of(word[:count], size, bold=bold) > width:
        count -= 1
    return count
