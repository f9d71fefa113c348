"""Whether a person has changed a draft, and how: their work is never written over.

A draft carries digests of its paragraphs, not their text: a name that a lawyer takes out of a paper must not live on in
a hidden part of the file.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from hashlib import blake2b
from typing import NamedTuple

from lxml import etree

from panah.assembly.filling import paragraphs_of
from panah.assembly.wordfile import WordError, open_word, parse, xml

_NAMESPACE = "urn:panah:draft:1"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM_ID = "{9B1A5C52-6A0E-4F0B-9D5B-50414E414831}"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"


class Change(NamedTuple):
    """One place where a file and a new draft differ; ``theirs`` tells that a person wrote what stands in the file."""

    stands: list[str]
    drafted: list[str]
    theirs: bool


def marked_parts(document: str, paragraphs: list[str]) -> dict[str, bytes]:
    """Write the part of a draft that tells later what was drafted: the document and a digest of each paragraph."""
    root = etree.Element(f"{{{_NAMESPACE}}}draft", nsmap={None: _NAMESPACE}, document=document)
    for text in paragraphs:
        if text.strip():
            etree.SubElement(root, f"{{{_NAMESPACE}}}paragraph", digest=_digest(text))
    store = etree.Element(f"{{{_PROPERTIES}}}datastoreItem", nsmap={"ds": _PROPERTIES})
    store.set(f"{{{_PROPERTIES}}}itemID", _ITEM_ID)
    etree.SubElement(store, f"{{{_PROPERTIES}}}schemaRefs")
    links = etree.Element(f"{{{_REL}}}Relationships", nsmap={None: _REL})
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
    etree.SubElement(links, f"{{{_REL}}}Relationship", Id="rId1", Type=kind, Target="itemProps1.xml")
    return {
        "customXml/item1.xml": xml(root),
        "customXml/itemProps1.xml": xml(store),
        "customXml/_rels/item1.xml.rels": xml(links),
    }


def changes(data: bytes, drafted: list[str]) -> list[Change] | None:
    """Compare a file with a new draft, paragraph by paragraph.

    Returns:
        None where the file stands as Panah wrote it: it may be written over. Else every place where it differs from
        the new draft (none where it says the same). A file that Panah did not write is all of a person's work.
    """
    try:
        word = open_word(data, own=True)
        stands = [text for text in paragraphs_of(word.body()) if text.strip()]
    except WordError:
        return [Change([], [], theirs=True)]
    known = _digests(word.parts)
    if known is not None and [_digest(text) for text in stands] == known:
        return None
    written = set(known or ())
    new = [text for text in drafted if text.strip()]
    matcher = SequenceMatcher(None, stands, new, autojunk=False)
    return [
        Change(
            stands[first:last],
            new[start:end],
            theirs=any(_digest(text) not in written for text in stands[first:last]) or first == last,
        )
        for tag, first, last, start, end in matcher.get_opcodes()
        if tag != "equal"
    ]


def _digests(parts: dict[str, bytes]) -> list[str] | None:
    for name in sorted(parts):
        if not re.fullmatch(r"customXml/item\d+\.xml", name):
            continue
        try:
            root = parse(parts[name])
        except WordError:
            continue
        if root.tag == f"{{{_NAMESPACE}}}draft":
            return [str(one.get("digest")) for one in root]
    return None


def _digest(text: str) -> str:
    """Give the digest of a paragraph; spaces that a program may change do not count."""
    return blake2b(" ".join(text.split()).encode(), digest_size=8).hexdigest()
