"""A Word file as a package of parts: opened with suspicion, written the same way each time.

Only the parts a text needs are taken over; what could run, fetch or hide something is refused by name. Nothing is
written here that a template brought along besides its text, its styles, its lists and its page.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

LARGEST_PACKAGE, LARGEST_PART, MOST_PARTS = 10_000_000, 5_000_000, 200
DOCUMENT = "word/document.xml"
_DAY_ZERO = (1980, 1, 1, 0, 0, 0)

_KEPT = re.compile(r"word/(document|styles|numbering|fontTable|header\d*|footer\d*|theme/theme\d*)\.xml")
_HARMLESS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/[\w.]+|customXml/[\w./]+"
    r"|word/(settings|webSettings|stylesWithEffects|footnotes|endnotes|comments|people|_rels/[\w.]+)(\.xml|\.rels)?"
)
_KINDS = {
    "document": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "officeDocument"),
    "styles": ("application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml", "styles"),
    "numbering": ("application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml", "numbering"),
    "fontTable": ("application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml", "fontTable"),
    "header": ("application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml", "header"),
    "footer": ("application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml", "footer"),
    "theme": ("application/vnd.openxmlformats-officedocument.theme+xml", "theme"),
    "footnotes": ("application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml", "footnotes"),
}
_FIELDS = frozenset({"PAGE", "NUMPAGES"})


class WordError(Exception):
    """A file is no Word file that can be used; ``code`` and ``found`` tell why."""

    def __init__(self, code: str, found: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.found = found


class WordFile(NamedTuple):
    """The parts taken over, by name, and the relations of the text (id, kind, part)."""

    parts: dict[str, bytes]
    relations: tuple[tuple[str, str, str], ...]

    def body(self) -> etree._Element:
        """Parse the text anew and give its root."""
        return parse(self.parts[DOCUMENT])


def parse(data: bytes) -> etree._Element:
    """Parse XML without entities, network or a document type.

    Raises:
        WordError: ``word-not-xml``.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise WordError("word-not-xml", str(error)[:120]) from error
    if root.getroottree().docinfo.doctype:
        raise WordError("word-not-xml", "DOCTYPE")
    return root


def open_word(data: bytes, *, own: bool = False) -> WordFile:
    """Open a Word file.

    Args:
        data: The whole file.
        own: It is one that Panah wrote and a person may have edited: parts that are not known are passed over.

    Raises:
        WordError: ``word-no-package``, ``word-too-large``, ``word-part``, ``word-outside``, ``word-field`` or
            ``word-not-xml``.
    """
    parts = _unpacked(data, own=own)
    if DOCUMENT not in parts:
        raise WordError("word-no-package", DOCUMENT)
    names = {name for name in parts if _KEPT.fullmatch(name)}
    if not own:
        _refuse(parts)
    relations = tuple(
        (rel_id, kind, f"word/{target}")
        for rel_id, kind, target, _ in _relations(parts.get("word/_rels/document.xml.rels"))
        if f"word/{target}" in names
    )
    kept = {name: parts[name] for name in sorted(names)}
    if own and "word/footnotes.xml" in parts:
        kept["word/footnotes.xml"] = parts["word/footnotes.xml"]
    kept |= {name: part for name, part in parts.items() if own and name.startswith("customXml/")}
    return WordFile(kept, relations)


def _unpacked(data: bytes, *, own: bool) -> dict[str, bytes]:
    if len(data) > LARGEST_PACKAGE:
        raise WordError("word-too-large", str(LARGEST_PACKAGE))
    parts: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            listed = package.infolist()
            if len(listed) > MOST_PARTS or sum(one.file_size for one in listed) > LARGEST_PACKAGE * 3:
                raise WordError("word-too-large", str(LARGEST_PACKAGE))
            for one in listed:
                if one.is_dir():
                    continue
                known = _KEPT.fullmatch(one.filename) or _HARMLESS.fullmatch(one.filename)
                if not known and not own:
                    raise WordError("word-part", one.filename)
                if one.file_size > LARGEST_PART or one.filename in parts:
                    raise WordError("word-too-large", one.filename)
                if known:
                    parts[one.filename] = package.read(one)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, zlib.error) as error:
        raise WordError("word-no-package", type(error).__name__) from error
    return parts


def _relations(data: bytes | None) -> list[tuple[str, str, str, bool]]:
    """Give id, kind, target and whether it lies outside, of every relation of a part."""
    if data is None:
        return []
    return [
        (
            str(one.get("Id")),
            str(one.get("Type")).rpartition("/")[2],
            str(one.get("Target")),
            one.get("TargetMode") == "External",
        )
        for one in parse(data)
        if one.tag == f"{{{_RELS}}}Relationship"
    ]


def _refuse(parts: Mapping[str, bytes]) -> None:
    """Refuse what fetches from outside, and fields other than the number of the page."""
    for name, data in parts.items():
        if name.endswith(".rels"):
            for _, kind, target, outside in _relations(data):
                if outside and kind != "hyperlink":
                    raise WordError("word-outside", target)
        elif _KEPT.fullmatch(name):
            root = parse(data)
            for field in [*root.iter(f"{W}instrText"), *root.iter(f"{W}fldSimple")]:
                words = (field.text or "") if field.tag == f"{W}instrText" else str(field.get(f"{W}instr"))
                if (words.split() or [""])[0].upper() not in _FIELDS:
                    raise WordError("word-field", words.strip()[:80])


def write_word(parts: Mapping[str, bytes], relations: list[tuple[str, str, str]], about: Mapping[str, str]) -> bytes:
    """Write a package: the same parts, the same bytes.

    Args:
        parts: The parts by name; those of ``customXml`` are related to the text.
        relations: Relations of the text: id, kind, part.
        about: ``title``, ``language`` and ``day`` (ISO) for the properties of the file.
    """
    custom = sorted(name for name in parts if re.fullmatch(r"customXml/item\d+\.xml", name))
    links = [(rel_id, kind, name.removeprefix("word/")) for rel_id, kind, name in relations]
    links += [(f"rIdPanah{number}", "customXml", f"../{name}") for number, name in enumerate(custom)]
    whole = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _rels_xml([("rId1", "officeDocument", DOCUMENT)], core=True),
        "docProps/core.xml": _core(about),
        "word/_rels/document.xml.rels": _rels_xml(links),
        **parts,
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ["[Content_Types].xml", *sorted(set(whole) - {"[Content_Types].xml"})]:
            info = zipfile.ZipInfo(name, _DAY_ZERO)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 3
            package.writestr(info, whole[name])
    return out.getvalue()


def _content_types(parts: Mapping[str, bytes]) -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    for ending, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=ending, ContentType=kind)
    named = {"docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml"}
    for name in sorted(parts):
        found = re.fullmatch(r"word/(?:theme/)?([A-Za-z]+?)\d*\.xml", name)
        if found:
            named[name] = _KINDS[found[1]][0]
        elif name.startswith("customXml/itemProps"):
            named[name] = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    for name, kind in sorted(named.items()):
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
    return xml(root)


def _rels_xml(links: list[tuple[str, str, str]], *, core: bool = False) -> bytes:
    root = etree.Element(f"{{{_RELS}}}Relationships", nsmap={None: _RELS})
    for rel_id, kind, target in links:
        etree.SubElement(root, f"{{{_RELS}}}Relationship", Id=rel_id, Type=f"{OFFICE}/{kind}", Target=target)
    if core:
        kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        etree.SubElement(root, f"{{{_RELS}}}Relationship", Id="rId2", Type=kind, Target="docProps/core.xml")
    return xml(root)


def _core(about: Mapping[str, str]) -> bytes:
    """Write the properties of the file: a title and a day, and nobody's name."""
    core, dc = (
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "http://purl.org/dc/elements/1.1/",
    )
    terms, kinds = "http://purl.org/dc/terms/", "http://www.w3.org/2001/XMLSchema-instance"
    root = etree.Element(f"{{{core}}}coreProperties", nsmap={"cp": core, "dc": dc, "dcterms": terms, "xsi": kinds})
    etree.SubElement(root, f"{{{dc}}}title").text = about["title"]
    etree.SubElement(root, f"{{{dc}}}language").text = about["language"]
    for name in ("created", "modified"):
        day = etree.SubElement(root, f"{{{terms}}}{name}", {f"{{{kinds}}}type": "dcterms:W3CDTF"})
        day.text = f"{about['day']}T00:00:00Z"
    return xml(root)


def xml(root: etree._Element) -> bytes:
    """Write XML as Word expects it."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
