"""The fact sheet and the chronology: one page, no name where none is wanted, nothing that would help a hunter."""

import io
import zipfile
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest

import drafts
import zedland
from accepting import accept, panah
from panah.assembly.anonymous import without_identity
from panah.assembly.paper_print import on_one_page, pdf_file
from panah.assembly.sheet import MOST_ROOM, sheet
from panah.procedure.casefile import Act, CaseFile, Charge, Source
from panah.procedure.replay import replay
from panah.timelimits import Span

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))
LAST_DAY = "2026-03-03"

MARKED = """
panah: 1
case: planted-case-slug
person:
  name: {ru: Пётр Плантов, en: Peter Plantov}
  aliases: [Planted Alias]
  citizenship: [RU]
  profile: [activist]
stays: KZ
wanted-by: RU
note: planted case note
charges:
  - {instrument: ru-cc, provision: "158(2)", text: planted charge, sources: [planted_source]}
  - {instrument: planted-code, provision: "1", sources: [planted_source]}
sources:
  planted_source: {title: planted title, publisher: The Daily, published: 2026-01-29, url: "https://news.example/planted"}
  campaign: {title: planted, publisher: "Свободу Петру Плантову", published: 2026-01-30, url: "https://other.example/x"}
acts:
  - {id: planted-detention, date: 2025-08-31, act: detained, ground: wanted, place: planted place, by: planted police,
     note: planted note, words: planted words, time-note: planted time, sources: [planted_source, campaign]}
  - {date: 2025-09-01, act: recorded, what: planted event, sources: [campaign]}
  - {date: 2025-09-02, act: detained, country: RU, body: planted body, sources: [campaign], run: planted-run}
  - {date: 2025-09-03, act: wanted-listed, country: RU, list: planted list}
  - {date: 2025-10-01, act: sentenced, provision: planted provision, penalty: planted penalty}
  - {date: 2026-01-20, act: left, country: RU, to: planted destination}
  - {id: planted-grant, date: 2026-01-23, act: extradition-granted, body: prosecutor-general}
  - {date: 2026-01-26, act: served, of: planted-grant, to: person}
"""
# the name in its cases and scripts, and the word that stands in every field a person can write
MARKERS = ["plant", "плант", "petr", "пётр", "петр", "peter", "news.example", "other.example"]


@pytest.fixture
def marked(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(MARKED, encoding="utf-8")
    return path


def text_of_pdf(data):
    document = pypdfium2.PdfDocument(data)
    told = "".join(page.get_textpage().get_text_range() for page in document)
    return told + str(document.get_metadata_dict())


def all_words(path):
    """Everything a file says, with its properties: the text of a PDF, every part of a Word file."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return text_of_pdf(data) + data.decode("latin-1")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "".join(name + package.read(name).decode("utf-8") for name in package.namelist())


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("command", ["sheet", "chronology"])
def test_nothing_that_names_the_person_is_in_an_anonymous_paper(marked, tmp_path, command, lang):
    common = (command, marked, "--as-of", LAST_DAY, "--lang", lang)
    open_words = panah(*common, *(["--notes"] if command == "chronology" else [])).out.casefold()
    assert "plant" in open_words
    printed = panah(*common, "--anonymous")
    told = [printed.out]
    for ending in ("docx", "pdf"):
        target = tmp_path / f"out.{ending}"
        assert panah(*common, "--anonymous", "-o", target).code == 0
        told.append(all_words(target))
    for words in told:
        assert [marker for marker in MARKERS if marker in words.casefold()] == []
    # what names nobody is still told: days, kinds of acts, the publisher that is not a campaign for the person
    day = {"ru": "31 августа 2025", "en": "31 August 2025"}[lang]
    assert day in printed.out
    assert "The Daily" in printed.out
    assert printed.err.strip()


def test_each_field_of_a_case_was_decided_on_before_it_may_stand_in_an_anonymous_paper():
    """A field that is new to the format must be thought of in `without_identity`; then it is named here."""
    kept = {"stays", "citizenship", "profile", "persons", "wanted_by", "request"}
    rebuilt = {"case", "names", "charges", "sources", "acts"}
    left_out = {"aliases", "note", "file", "gender", "name_forms"}
    assert set(CaseFile._fields) == kept | rebuilt | left_out
    marked = CaseFile(
        case="marker", stays="KZ", names={"en": "marker"}, aliases=("marker",), note="marker", file="marker",
        gender="marker", name_forms={"ru": {"gen": "marker"}}, profile=("activist",),
        charges=(Charge("marker", "1", "marker", sources=("marker",)), Charge("ru-cc", "marker")),
        sources={"marker": Source("marker", "marker", "marker", None, "marker", None)},
        acts=(
            Act(
                "marker", "served", Span(0, 0), text="2025-01-01", of="marker", run="marker", place="marker",
                by="marker", body="marker", sources=("marker",), note="marker", words="marker", time_note="marker",
                fields={"of": "marker", "to": "person", "body": "marker", "list": "marker", "provision": "marker 1"},
            ),
        ),
    )  # fmt: skip
    told = without_identity(marked, drafts.law())
    everything = [told, *([getattr(act, name) for name in Act.__slots__] for act in told.acts)]
    assert "marker" not in repr(everything)
    assert told.acts[0].of == told.acts[0].id
    assert told.acts[0].fields["to"] == "person"


def test_notes_of_the_file_are_told_only_when_asked_for(marked):
    assert "planted note" not in panah("chronology", marked, "--as-of", LAST_DAY).out
    assert "Planted note" in panah("chronology", marked, "--as-of", LAST_DAY, "--notes").out
    assert "planted note" not in panah("sheet", marked, "--as-of", LAST_DAY).out


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("case", CASES)
def test_a_sheet_is_one_page(case, lang):
    casefile = drafts.public_case(case)
    position = replay(casefile, drafts.law(), as_of=zedland.day(LAST_DAY))
    paper = on_one_page(lambda room: sheet(casefile, position, drafts.law(), lang, room), MOST_ROOM)
    assert len(pypdfium2.PdfDocument(pdf_file(paper))) == 1


def test_a_sheet_of_a_long_and_hostile_case_is_one_page_and_harmless(tmp_path):
    name = r"Имя {{ 7*7 }} #panic() =HYPERLINK(1) \\" + "Я" * 10_000
    acts = "\n".join(
        f"  - {{date: 2025-0{month}-{day:02}, act: detained, ground: wanted, place: '{'{% x %} ' + 'место ' * 60}'}}"
        for month in range(1, 10)
        for day in range(1, 29)
    )
    charges = "\n".join(f"  - {{text: 'обвинение {number} {'слово ' * 80}'}}" for number in range(40))
    head = "panah: 1\ncase: long\nstays: KZ\nwanted-by: RU\n"
    person = f'person:\n  name: {{ru: "{name}"}}\n'
    path = tmp_path / "long.yaml"
    path.write_text(f"{head}{person}charges:\n{charges}\nacts:\n{acts}\n", encoding="utf-8")
    for ending in ("pdf", "docx"):
        printed = panah("sheet", path, "--as-of", "2025-12-01", "-o", tmp_path / f"out.{ending}")
        assert (printed.code, printed.err) == (0, "")
    data = (tmp_path / "out.pdf").read_bytes()
    assert len(pypdfium2.PdfDocument(data)) == 1
    told = text_of_pdf(data)
    assert "{{ 7*7 }}" in told
    assert "#panic()" in told
    assert "…" in told
    assert (
        docx.Document(tmp_path / "out.docx").paragraphs[0].text.startswith("Имя {{ 7*7 }} #panic() =HYPERLINK(1) \\Я")
    )


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_sheet_says_neither_when_custody_ends_nor_what_the_defence_may_file(lang):
    told = panah("sheet", EXAMPLES / "movlaev-mansur.yaml", "--as-of", "2026-02-12", "--lang", lang).out
    # held since 13 May 2025: the twelve months end on 12 or 13 May 2026; a complaint was due on 26 March 2026
    for day in ("12 мая 2026", "13 мая 2026", "26 марта 2026", "12 May 2026", "13 May 2026", "26 March 2026"):
        assert day not in told
    assert {"ru": "13 мая 2025", "en": "13 May 2025"}[lang] in told


def test_a_sheet_does_not_say_where_one_who_is_free_is_or_went(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(
        "panah: 1\ncase: two\nstays: KZ\nwanted-by: RU\nperson: {name: {en: Ann}, profile: [other]}\nacts:\n"
        "  - {date: 2025-01-05, act: detained, place: Held Town}\n"
        "  - {date: 2025-02-01, act: released, place: Gate Town}\n"
        "  - {date: 2025-02-10, act: visa-issued, by-country: FR}\n"
        "  - {date: 2025-02-11, act: left, to: FR, place: Exit Town}\n"
        "  - {date: 2025-03-01, act: abducted, to: RU}\n",
        encoding="utf-8",
    )
    told = panah("sheet", path, "--as-of", "2025-12-01", "--lang", "en").out
    assert [word for word in ("Gate Town", "Exit Town", "France", "other") if word in told] == []
    assert "Held Town" in told
    assert "to: Russia" in told
    full = panah("chronology", path, "--as-of", "2025-12-01", "--lang", "en").out
    assert full.count("France") == 2
    assert "Gate Town" in full


def test_a_sheet_with_kazakh_letters_is_an_archive_pdf(tmp_path):
    path = tmp_path / "case.yaml"
    name = "Әбдіғани Қаңтөре Ұлықүн Һәрү"
    head = f"panah: 1\ncase: two\nstays: KZ\nperson: {{name: {{kk: {name}}}}}\n"
    path.write_text(head + "acts:\n  - {date: 2025-01-05, act: detained}\n", encoding="utf-8")
    target = tmp_path / "out.pdf"
    assert panah("sheet", path, "--as-of", "2025-12-01", "--lang", "kk", "-o", target).code == 0
    assert name in text_of_pdf(target.read_bytes())
    with pikepdf.open(target) as pdf:
        with pdf.open_metadata() as about:
            assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "B")
        assert "/OutputIntents" in pdf.Root
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            described = font.DescendantFonts[0].FontDescriptor
            assert {"/FontFile2", "/FontFile3"} & set(described.keys())


def test_days_that_reports_tell_differently_all_stand_in_the_sheet():
    told = panah("sheet", EXAMPLES / "movlaev-mansur.yaml", "--as-of", "2026-02-12", "--lang", "en").out
    assert "27 January 2026 or 29 January 2026 or 30 January 2026" in told


def test_a_report_of_something_else_lends_no_day_to_an_act():
    told = panah("sheet", EXAMPLES / "emelyanova-yulia.yaml", "--as-of", "2026-02-24", "--lang", "en").out
    # on 11 February her lawyer said that the request is still considered: no day on which it was refused
    assert "11 September 2025 – 29 January 2026 · Asylum refused" in told


def test_an_act_after_the_day_or_not_yet_known_is_not_told():
    common = ("chronology", EXAMPLES / "movlaev-mansur.yaml", "--lang", "en")
    assert "Interim measures" not in panah(*common, "--as-of", "2026-02-22").out
    assert "Interim measures" in panah(*common, "--as-of", "2026-02-23").out
    assert "Interim measures" not in panah(*common, "--as-of", "2026-02-24", "--known-on", "2026-02-23").out


def test_a_correction_replaces_and_versions_stand_together(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(
        "panah: 1\ncase: two\nstays: KZ\nperson: {name: {en: Ann}}\nacts:\n"
        "  - {id: a, date: 2025-01-05, act: detained, certainty: disputed}\n"
        "  - {date: 2025-02-01, act: released}\n"
        "  - {date: 2025-03-01, act: detained, alternative-to: a, certainty: disputed}\n"
        "  - {id: b, date: 2025-02-10, act: asylum-applied}\n"
        "  - {date: 2025-02-11, act: asylum-applied, supersedes: b}\n",
        encoding="utf-8",
    )
    told = panah("chronology", path, "--as-of", "2025-12-01", "--lang", "en").out
    days = [line.partition(" | ")[0] for line in told.splitlines() if " | " in line]
    assert days == ["5 January 2025", "1 March 2025", "1 February 2025", "11 February 2025"]
    assert "Another report: Detention" in told


def test_a_file_that_is_there_is_not_written_over(tmp_path):
    target = tmp_path / "sheet.docx"
    common = ("sheet", EXAMPLES / "kasimov-kamil.yaml", "--as-of", LAST_DAY, "-o", target)
    assert panah(*common).code == 0
    assert target.stat().st_mode & 0o077 == 0
    first = target.read_bytes()
    assert panah(*common).code == 0  # the same again
    target.write_bytes(b"my own words")
    printed = panah(*common)
    assert printed.code == 1
    assert "sheet.docx" in printed.err
    assert target.read_bytes() == b"my own words"
    assert first[:2] == b"PK"


def test_another_ending_is_refused_with_words(tmp_path):
    printed = panah("sheet", EXAMPLES / "kasimov-kamil.yaml", "-o", tmp_path / "sheet.odt", "--lang", "en")
    assert printed.code == 2
    assert ".docx or .pdf" in printed.err


def test_the_word_file_says_what_the_screen_says(tmp_path):
    common = ("chronology", EXAMPLES / "kasimov-kamil.yaml", "--as-of", LAST_DAY, "--lang", "en")
    printed = [line for line in panah(*common).out.splitlines() if line]
    assert panah(*common, "-o", tmp_path / "out.docx").code == 0
    document = docx.Document(tmp_path / "out.docx")
    rows = [" | ".join(cell.text for cell in row.cells) for row in document.tables[0].rows]
    assert rows[0] == "when | what happened | sources"
    assert rows[1:] == [line for line in printed if " | " in line]
    assert [one.text for one in document.paragraphs if one.text][:2] == printed[:2]


@pytest.mark.parametrize("case", ["movlaev-mansur", "emelyanova-yulia"])
@pytest.mark.parametrize("hidden", ["", "anonymous"])
@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("command", ["sheet", "chronology"])
def test_accepted_papers(command, lang, hidden, case):
    options = ["--anonymous"] if hidden else []
    printed = panah(command, EXAMPLES / f"{case}.yaml", "--as-of", "2026-02-24", "--lang", lang, *options)
    assert printed.code == 0
    name = case.partition("-")[0]
    accept(f"{command}.{name}.{hidden + '.' if hidden else ''}{lang}.txt", printed.out)
