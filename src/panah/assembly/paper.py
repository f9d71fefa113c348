"""A short paper as a value: headings, paragraphs, lists and tables, before it is a Word file, a PDF or plain text.

For papers that Panah lays out itself (fact sheet, chronology). Filings have templates, see ``drafting``.
"""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """One paragraph; ``style`` is title, lead, heading, body, item or small."""

    text: str
    style: str = "body"


class Table(NamedTuple):
    """Rows of cells under a head; ``widths`` share out the line."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


class Paper(NamedTuple):
    """What is printed, in order. ``title`` and ``day`` (ordinal) are the properties of the file: they name nobody."""

    title: str
    day: int
    lang: str
    blocks: tuple[Words | Table, ...]


def plain_text(paper: Paper) -> str:
    """Write a paper as plain text, a paragraph on a line; a row of a table is a paragraph with its cells parted."""
    lines: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Table):
            lines += ["", *(" | ".join(row) for row in block.rows)]
        elif block.style == "heading":
            lines += ["", block.text.upper()]
        elif block.style == "item":
            lines.append(f"- {block.text}")
        else:
            lines.append(block.text)
    return "\n".join(lines).strip("\n") + "\n"
