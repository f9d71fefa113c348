"""Hostile texts and hostile values do no harm: refused with words, or printed as the letters they are."""

import io
import time

import docx
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import drafts
import zedland
from panah.assembly.printing import pdf_of
from panah.assembly.values import clean
from panah.errors import PanahError
from panah.procedure.casefile import Act, CaseFile, Source
from panah.timelimits import Span

DAY = zedland.day("2025-03-02") * 1440


def hostile_case(value):
    """A case as a program could make it: the reader of files would have refused half of these letters."""
    act = Act("seized", "detained", Span(DAY, DAY), place=value, by=value, words=value, note=value, sources=("s",))
    return CaseFile(
        case="hostile",
        stays="XX",
        names={"ru": value, "en": value},
        aliases=(value,),
        citizenship=("XZ",),
        wanted_by=("XZ",),
        note=value,
        sources={"s": Source("s", title=value, publisher=value, url=value)},
        acts=(act,),
    )


TEXT = drafts.word(
    "{{ person.name }} {{ person.name|gen }} {{ person.aliases }}",
    "{{ acts.detained.place }} {{ acts.detained.by }} {{ acts.detained.words }} {{ note }}{{ acts.detained.ref }}",
)


@pytest.mark.parametrize(
    "text",
    [
        "{{ person.__class__ }}",
        "{{ person._book }}",
        "{{ person['__class__'] }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ person.name.upper() }}",
        "{{ range(10) }}",
        "{{ cycler('a').next() }}",
        "{{ lipsum() }}",
        "{{ 10 ** 10 }}",
        "{{ 'a' * 1000000 }}",
        "{{ 'a' ~ 'b' }}",
        "{{ person|attr('book') }}",
        "{{ person|map('upper') }}",
        "{% import 'os' as os %}",
        "{% include '/etc/passwd' %}",
        "{% extends 'x' %}",
        "{% macro f() %}{% endmacro %}",
        "{% set a = 1 %}",
        "{% for a in timeline recursive %}{% endfor %}",
        "{% for a in timeline %}" * 4 + "x" + "{% endfor %}" * 4,
        "{% block x %}{% endblock %}",
        "{% call f() %}{% endcall %}",
        "{% filter upper %}x{% endfilter %}",
        "{% raw %}{{ x }}{% endraw %}{{ y }}",
        "{{ unknown_name }}",
        "{{ (1,2,3) }}",
        "{{ {'a': 1} }}",
        "{{ person.name[0] }}",
        "{{ unclosed",
        "{% if person %}",
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    ],
)
def test_a_hostile_text_is_refused_with_the_file_and_the_paragraph(text):
    started = time.perf_counter()
    with pytest.raises(PanahError) as refused:
        drafts.fill(drafts.word("Первый абзац", text), hostile_case("Иван Орлов"))
    problem = refused.value.problems[0]
    assert problem.file == "xx-complaint/ru.docx"
    assert problem.code.startswith("text-")
    assert time.perf_counter() - started < 5


def test_loops_that_would_fill_the_memory_stop():
    acts = tuple(Act(f"a{number}", "detained", Span(DAY, DAY), order=number) for number in range(400))
    case = hostile_case("Иван Орлов")._replace(acts=acts)
    loops = "{% for a in timeline %}{% for b in timeline %}{% for c in timeline %}x{% endfor %}{% endfor %}{% endfor %}"
    with pytest.raises(PanahError) as refused:
        drafts.fill(drafts.word(loops), case)
    assert refused.value.problems[0].code == "text-too-long"


VALUES = {
    "template syntax": "{{ person.name }}{% for x in timeline %}{{ 7*7 }}{% endfor %}{# gone #}",
    "formula": '=HYPERLINK("https://example.org","x")',
    "field": 'INCLUDETEXT "/etc/passwd" DDEAUTO c:\\windows cmd',
    "markup": "</w:t></w:r><w:p/><script>&amp;&lt; <![CDATA[",
    "typst": '#eval("1") $x$ *b* _i_ @ref <label> #image("/etc/passwd") \\ //',
    "controls": "a\x00b\x07c\x1bd\x7fe\x85f\u2028g\u2029h\r\ni\tj",
    "direction": "Иван\u202eвонавИ\u202c \u2066Орлов\u2069 \u200f\u200e\u061c\ufeff",
    "own marks": "\ue010p0\ue011\ue020x\ue021\ue0220\ue023\ue012",
    "surrogate": "a\ud800b",
    "no characters": "\ufffe\uffff\U0001fffe",
    "very long": "Ы" * 10_000,
    "long words": "слово " * 10_000,
    "combining": "a" + "\u0301" * 5_000,
    "empty": " \u200b ",
    "wide": "𝕳𝖊𝖑𝖑𝖔 🏴 漢字",
}


def check_harmless(value):
    made = drafts.fill(TEXT, hostile_case(value))
    text = "\n".join(made.paragraphs)
    read = docx.Document(io.BytesIO(made.word))
    assert [one.text for one in read.paragraphs] == made.paragraphs
    assert len(made.paragraphs) == 2
    assert len(text) < 20_000
    assert all(letter.isprintable() or letter == "\n" for letter in text), [hex(ord(one)) for one in text]
    document = drafts.part(made.word, "word/document.xml")
    assert "instrText" not in document
    assert "fldSimple" not in document
    pages = pypdfium2.PdfDocument(pdf_of(made.word, "ru", "Проба", zedland.day("2025-05-08")))
    assert 1 <= len(pages) < 15
    return made


@pytest.mark.parametrize("kind", VALUES)
def test_a_hostile_value_is_printed_as_letters_or_visibly_cut(kind):
    made = check_harmless(VALUES[kind])
    if kind == "template syntax":
        assert "{{ person.name }}{% for x in timeline %}{{ 7*7 }}" in made.paragraphs[0]
        assert "49" not in made.paragraphs[0]
    if kind == "formula":
        assert '=HYPERLINK("https://example.org","x")' in made.paragraphs[0]
    if kind == "very long":
        assert made.paragraphs[0].startswith("Ы" * 199 + "…")
    if kind == "direction":
        assert made.paragraphs[0].startswith("ИванвонавИ Орлов")


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_no_text_does_harm(value):
    check_harmless(value)


@given(st.text(st.characters(exclude_categories=()), max_size=300), st.integers(1, 50))
def test_cleaned_words_are_one_printable_line_of_a_length_at_most(value, longest):
    told = clean(value, longest)
    assert len(told) <= longest
    assert told.isprintable()
    assert clean(told, longest) == told


RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
    'Target="https://example.org/t.dotm" TargetMode="External"/></Relationships>'
)
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;'
    "</w:t></w:r></w:p></w:body></w:document>"
)
FIELD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    '<w:instrText>INCLUDEPICTURE "https://example.org/x"</w:instrText></w:r></w:p></w:body></w:document>'
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"not a package", "word-no-package"),
        (b"", "word-no-package"),
        (b"PK\x03\x04" + b"\0" * 100, "word-no-package"),
        (drafts.with_part(drafts.word("x"), "word/vbaProject.bin", b"code"), "word-part"),
        (drafts.with_part(drafts.word("x"), "word/embeddings/oleObject1.bin", b"x"), "word-part"),
        (drafts.with_part(drafts.word("x"), "word/media/image1.png", b"x"), "word-part"),
        (drafts.with_part(drafts.word("x"), "../outside.xml", b"x"), "word-part"),
        (drafts.with_part(drafts.word("x"), "word/_rels/settings.xml.rels", RELS), "word-outside"),
        (drafts.with_part(drafts.word("x"), "word/document.xml", FIELD), "word-field"),
        (drafts.with_part(drafts.word("x"), "word/document.xml", BOMB), "word-not-xml"),
        (drafts.with_part(drafts.word("x"), "word/document.xml", "<w:p"), "word-not-xml"),
        (drafts.with_part(drafts.word("x"), "word/header1.xml", b"\0" * 6_000_000), "word-too-large"),
    ],
)
def test_a_hostile_word_file_is_refused(data, code):
    with pytest.raises(PanahError) as refused:
        drafts.fill(data, hostile_case("Иван Орлов"))
    assert [problem.code for problem in refused.value.problems] == [code]
