"""The PDF of a draft: PDF/A-2b as far as it can be looked at from here, Kazakh letters right, nothing left out.

No veraPDF runs here: what is looked at are the marks of PDF/A-2b (identification, output intent, embedded fonts with
their letters, no encryption, no scripts, no attachments); typst refuses to write what breaks the standard.
"""

import io
import re

import docx
import pikepdf
import pypdfium2
import pytest

import drafts
import zedland
from panah.assembly.printing import pdf_of

DAY = zedland.day("2026-02-12")
KAZAKH = "Әбіл Ғани, Қазақстан, Маңғыстау, Өскемен, Ұлытау, Үржар, Һауа, Іле — ӘҒҚҢӨҰҮҺІ әғқңөұүһі"


def printed(word, lang="ru"):
    return pdf_of(word, lang, "Проба", DAY)


def text_of(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_range() for page in pages]
    return " ".join(" ".join(found).replace("\ufffe", "").split())


@pytest.fixture(scope="module")
def pdf():
    return printed(drafts.filled("kz/extradition-complaint", "emelyanova-yulia", "2026-02-12", "ru").word)


def test_it_says_that_it_is_pdf_a_2b_with_an_output_intent(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as file:
        metadata = file.Root.Metadata.read_bytes().decode("utf-8")
        assert re.search(r"<pdfaid:part>2</pdfaid:part>", metadata)
        assert re.search(r"<pdfaid:conformance>B</pdfaid:conformance>", metadata)
        assert [str(one.S) for one in file.Root.OutputIntents] == ["/GTS_PDFA1"]
        assert not file.is_encrypted
        assert "/Names" not in file.Root or "/JavaScript" not in file.Root.Names
        assert "/OpenAction" not in file.Root


def test_every_font_is_embedded_and_maps_to_letters(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as file:
        fonts = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        described = [
            one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        ]
        assert described
        assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(one.keys()) for one in described)
        assert all("/ToUnicode" in one for one in fonts if one.get("/Subtype") == "/Type0")


def test_kazakh_letters_come_out_as_they_went_in():
    assert KAZAKH in text_of(printed(drafts.saved(_document(KAZAKH)), "kk"))


def _document(*lines):
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    return made


def test_every_word_of_the_draft_is_printed_footnotes_too(pdf):
    made = drafts.filled("kz/extradition-complaint", "emelyanova-yulia", "2026-02-12", "ru")
    text = re.sub(r"\s", "", text_of(pdf))
    for line in drafts.lines(made):
        for word in line.split():
            assert re.sub(r"\s", "", word).rstrip(".,;:") in text  # a footnote may stand before the stop
    for note in made.footnotes:
        assert re.sub(r"\s", "", note)[:40] in text


def test_lists_are_counted_as_word_counts_them():
    made = docx.Document()
    for style, text in (
        ("List Number", "а"),
        ("List Number", "б"),
        ("Normal", "между"),
        ("List Number", "в"),
        ("List Bullet", "г"),
        ("List Number 2", "д"),
    ):
        made.add_paragraph(text, style=style)
    assert text_of(printed(drafts.saved(made))) == "1. а 2. б между 3. в – г 1. д"


def test_the_same_draft_prints_the_same_bytes_and_prints_the_edits_of_a_person():
    word = drafts.filled("xx/extradition-complaint", "example.yaml", "2025-05-08", "ru").word
    assert printed(word) == printed(word)
    edited = docx.Document(io.BytesIO(word))
    edited.paragraphs[3].add_run(" — с правкой адвоката")
    assert "с правкой адвоката" in text_of(printed(drafts.saved(edited)))


def test_letters_that_no_font_has_print_as_boxes_and_nothing_fails():
    assert "□" in text_of(printed(drafts.saved(_document("имя: 漢字 ۺ 🏴"))))


def test_it_names_nobody_among_its_properties(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as file:
        told = {str(name): str(value) for name, value in file.docinfo.items()} if "/Info" in file.trailer else {}
        told["xmp"] = file.Root.Metadata.read_bytes().decode("utf-8")
    assert not [name for name, value in told.items() if "Емельянов" in value]
