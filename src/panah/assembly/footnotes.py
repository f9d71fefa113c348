"""Footnotes of a paper as Word has them: a part of their own, and a small raised number in the text."""

from __future__ import annotations

from lxml import etree

from panah.assembly.wordfile import W, xml

PART = "word/footnotes.xml"
_NAMESPACE = W[1:-1]
_FIRST = 1
"""Id of the first footnote; the two before it are the lines that part notes from the text."""


def reference(number: int) -> etree._Element:
    """Make the run of the text that points to a footnote (counted from 0)."""
    run = _run(raised=True)
    etree.SubElement(run, f"{W}footnoteReference").set(f"{W}id", str(number + _FIRST))
    return run


def footnotes_part(texts: list[str]) -> bytes:
    """Write the part that holds the footnotes, each one paragraph."""
    root = etree.Element(f"{W}footnotes", nsmap={"w": _NAMESPACE})
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        note = etree.SubElement(root, f"{W}footnote", {f"{W}type": kind, f"{W}id": str(number)})
        paragraph = etree.SubElement(note, f"{W}p")
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}{kind}")
    for number, text in enumerate(texts):
        note = etree.SubElement(root, f"{W}footnote", {f"{W}id": str(number + _FIRST)})
        paragraph = etree.SubElement(note, f"{W}p")
        spacing = etree.SubElement(etree.SubElement(paragraph, f"{W}pPr"), f"{W}spacing")
        for side, value in (("before", "0"), ("after", "0"), ("line", "240"), ("lineRule", "auto")):
            spacing.set(f"{W}{side}", value)
        mark = _run(raised=True)
        etree.SubElement(mark, f"{W}footnoteRef")
        paragraph.append(mark)
        words = _run(raised=False)
        told = etree.SubElement(words, f"{W}t")
        told.text = f" {text}"
        told.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        paragraph.append(words)
    return xml(root)


def _run(*, raised: bool) -> etree._Element:
    run = etree.Element(f"{W}r", nsmap={"w": _NAMESPACE})
    properties = etree.SubElement(run, f"{W}rPr")
    if raised:
        etree.SubElement(properties, f"{W}vertAlign").set(f"{W}val", "superscript")
    else:
        etree.SubElement(properties, f"{W}sz").set(f"{W}val", "18")
    return run
