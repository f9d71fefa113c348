"""Every draft is a sound package: what Word would repair is not in it, and other programs read the same text."""

import io
import posixpath
import re
import shutil
import subprocess
import zipfile

import docx
import pytest
from lxml import etree

import drafts


def parsed(content):
    return etree.fromstring(content if isinstance(content, bytes) else content.encode())


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

# the order that the schema of WordprocessingML demands, of the elements that papers have
RUN_ORDER = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "color",
    "spacing",
    "sz",
    "szCs",
    "highlight",
    "u",
    "vertAlign",
    "lang",
]
PARAGRAPH_ORDER = [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "widowControl",
    "numPr",
    "pBdr",
    "shd",
    "tabs",
    "spacing",
    "ind",
    "contextualSpacing",
    "jc",
    "outlineLvl",
    "rPr",
    "sectPr",
]
FIRST_IN = {"p": "pPr", "r": "rPr", "tbl": "tblPr", "tr": "trPr", "tc": "tcPr"}


def local(element):
    return element.tag.rpartition("}")[2]


@pytest.fixture(params=drafts.every_example(), ids=lambda one: f"{one[0]}-{one[1]}-{one[3]}")
def made(request):
    return drafts.filled(*request.param)


def test_every_part_has_a_type_and_every_relation_a_part(made):
    with zipfile.ZipFile(io.BytesIO(made.word)) as package:
        names = package.namelist()
        assert names[0] == "[Content_Types].xml"
        assert len(names) == len(set(names))
        types = parsed(package.read("[Content_Types].xml"))
        defaults = {one.get("Extension") for one in types.iter(f"{TYPES}Default")}
        overrides = [one.get("PartName") for one in types.iter(f"{TYPES}Override")]
        assert len(overrides) == len(set(overrides))
        assert {one.lstrip("/") for one in overrides} <= set(names)
        for name in names:
            root = parsed(package.read(name))
            assert name == "[Content_Types].xml" or name.rpartition(".")[2] in defaults
            if not name.endswith(".rels"):
                continue
            folder = posixpath.dirname(posixpath.dirname(name))
            ids = [one.get("Id") for one in root.iter(f"{REL}Relationship")]
            assert len(ids) == len(set(ids))
            for one in root.iter(f"{REL}Relationship"):
                assert one.get("TargetMode") is None
                assert posixpath.normpath(posixpath.join(folder, one.get("Target"))) in names


def test_properties_stand_first_and_in_the_order_of_the_schema(made):
    for name in ("word/document.xml", "word/footnotes.xml"):
        for element in parsed(drafts.part(made.word, name)).iter():
            kind, children = local(element), [local(child) for child in element]
            if FIRST_IN.get(kind) in children:
                assert children.index(FIRST_IN[kind]) == 0
            order = {"rPr": RUN_ORDER, "pPr": PARAGRAPH_ORDER}.get(kind)
            if order:
                places = [order.index(child) for child in children]
                assert places == sorted(places)
            if kind == "tc":
                assert children[-1] == "p"
            if kind == "body":
                assert children[-1] == "sectPr"


def test_every_footnote_is_pointed_to_once_and_in_order(made):
    text = drafts.part(made.word, "word/document.xml")
    pointed = re.findall(r'<w:footnoteReference w:id="(\d+)"/>', text)
    assert pointed == [str(number) for number in range(1, len(made.footnotes) + 1)]
    notes = parsed(drafts.part(made.word, "word/footnotes.xml"))
    assert [one.get(f"{W}id") for one in notes] == ["-1", "0", *pointed]


def test_relations_of_the_text_are_all_there(made):
    used = set(re.findall(r'r:id="(\w+)"', drafts.part(made.word, "word/document.xml")))
    known = set(re.findall(r'Id="(\w+)"', drafts.part(made.word, "word/_rels/document.xml.rels")))
    assert used <= known


def test_another_program_reads_the_same_text(made):
    read = docx.Document(io.BytesIO(made.word))
    found = [
        "".join(node.text or "" for node in paragraph.iter(f"{W}t")) for paragraph in read.element.body.iter(f"{W}p")
    ]
    assert [text for text in found if text] == [re.sub("[\t\n\u2011]", "", text) for text in made.paragraphs if text]


def test_libreoffice_converts_it_to_the_same_text(tmp_path):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice (libreoffice-writer) is not on this machine: no draft was converted by it")
    papers = {
        tmp_path / f"draft{number}.docx": drafts.filled(*one) for number, one in enumerate(drafts.every_example())
    }
    for path, made in papers.items():
        path.write_bytes(made.word)
    command = [office, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), *papers]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    for path, made in papers.items():
        text = " ".join(path.with_suffix(".txt").read_text(encoding="utf-8").split())
        for line in drafts.lines(made):
            # LibreOffice writes the number of a footnote where it stands
            numbered = r"\d{0,2}".join(re.escape(letter) for letter in " ".join(line.split()))
            assert re.search(numbered, text), line
