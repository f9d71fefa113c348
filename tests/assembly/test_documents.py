"""What `panah documents` says: the shipped documents have no fault, and each kind of fault is told with its place."""

import shutil
from typing import NamedTuple

import pytest

import accepting
import drafts
from panah.assembly.catalogue import read_catalogue
from panah.assembly.examples import check_all
from panah.places import documents_folder
from panah.texts import render


def test_the_shipped_documents_have_no_fault_and_meet_their_checklists():
    done = accepting.panah("documents", "check")
    assert (done.code, done.err) == (0, "")
    assert f"Документов: {len(drafts.catalogue().documents)}" in done.out


@pytest.fixture
def folder(tmp_path, monkeypatch):
    shutil.copytree(drafts.DOCUMENTS / "xx-complaint", tmp_path / "xx-complaint")
    shutil.copy(drafts.DOCUMENTS / "words.yaml", tmp_path)
    monkeypatch.setenv("PANAH_DOCUMENTS", str(tmp_path))
    return tmp_path


class Checked(NamedTuple):
    code: int
    err: str


def check():
    """What `panah documents check --lang en` says; the law is read once for all tests."""
    catalogue, problems = read_catalogue(documents_folder())
    found = [*problems, *check_all(catalogue, drafts.law(), drafts.provisions(), drafts.EXAMPLES)]
    return Checked(1 if found else 0, "\n".join(render(problem, "en") for problem in found))


def change(folder, old, new):
    path = folder / "xx-complaint" / "document.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_copy_without_a_change_has_no_fault(folder):
    assert check().code == 0


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("document: 1", "document: 2", 2, "document"),
        ("remedies: [xx/extradition/complaint]", "remedies: [xx/extradition/complain]", 5, "xx/extradition/complaint"),
        ("  en: Complaint against the decision to extradite\n", "", 6, "title has no words in en"),
        ("cite: [xx-code 23]", "cite: [xx-code 777]", 14, "the provision xx-code 777 is not in the law"),
        ("languages: [ru, en]", "languages: [ru]", 10, "en.docx is not named in languages"),
        ("languages: [ru, en]", "languages: [ru, en, kk]", 10, "kk.docx is not there"),
        ("    acts.detained.place:", "    acts.released:", 25, "acts.released does not stand in the text"),
        ("    acts.detained.place:", "    acts.detaned:", 25, "there is no name acts.detaned"),
        (
            "    blanks.ruling_number: {words: {ru: номер решения, en: number of the decision}}\n",
            "",
            6,
            "blanks.ruling_number is not declared",
        ),
        ("when: acts.extradition_granted}", "when: acts.extradited}", 28, "there is no name acts.extradited"),
        (
            "found-by: {ru: Прошу, en: I ask}",
            "found-by: {ru: Требую, en: I ask}",
            31,
            "“Требую” was not found in the draft (ru)",
        ),
        ("examples:\n  - {case: example.yaml, as-of: 2025-05-08}\n", "", 3, "the document has no example"),
        ("case: example.yaml", "case: nobody", 35, "the case nobody is not there"),
        ("id: xx/extradition-complaint", "id: xx/extradition-complaint\nodd: yes", 4, "odd"),
    ],
)
def test_a_fault_of_document_yaml_is_told_with_its_line(folder, old, new, line, words):
    change(folder, old, new)
    done = check()
    assert done.code == 1
    told = [one for one in done.err.splitlines() if words in one]
    assert told, done.err
    if "is not declared" not in words:
        assert f"document.yaml:{line}: " in told[0], told[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ person.nam }}", "there is no name person.nam"),
        ("{{ acts.arrested.date }}", "there is no name acts.arrested"),
        ('{{ limits["xx/extradition/complain"].safe }}', "there is no rule xx/extradition/complain"),
        ('{{ "xx-code 999"|cite }}', "the provision xx-code 999 is not in the law"),
        ("{% for a in person.name %}x{% endfor %}", "is no list"),
        ("{{ today|gen }}", "this filter is not for such a value"),
        ("{{ acts.interviewed.date }}", "the fact acts.interviewed"),
        ("{% for b in broken %}{{ b.titel }}{% endfor %}", "there is no name broken.titel"),
        ("{{ person.name.upper() }}", "call"),
        ("{{ today|shout }}", "there is no filter shout"),
    ],
)
def test_a_fault_of_a_text_is_told_with_its_paragraph(folder, text, words):
    (folder / "xx-complaint" / "ru.docx").write_bytes(drafts.word("Первый абзац", text))
    done = check()
    assert done.code == 1
    told = [one for one in done.err.splitlines() if words in one]
    assert told, done.err
    assert "ru.docx:2: " in told[0]


def test_a_text_that_cannot_be_read_is_told_alone_and_no_fact_is_called_unused(folder):
    (folder / "xx-complaint" / "ru.docx").write_bytes(drafts.word("Первый абзац", "{% if person.name %}"))
    (folder / "xx-complaint" / "en.docx").write_bytes(b"no Word file")
    done = check()
    assert done.code == 1
    assert "ru.docx:2: " in done.err
    assert "en.docx:1: " in done.err
    assert "does not stand in the text" not in done.err


def test_two_documents_of_one_id_are_told(folder):
    shutil.copytree(folder / "xx-complaint", folder / "xx-second")
    assert "stands in xx-complaint/document.yaml already" in check().err


def test_try_prints_the_text_with_gaps_and_notes_and_writes_files(folder):
    done = accepting.panah("documents", "try", "xx/extradition-complaint", "-o", folder / "out", "--lang", "en")
    assert done.code == 0
    # in Russian the place, told in English, is a third gap: it is to be translated
    assert done.out.splitlines() == [
        "xx/extradition-complaint (ru) from xx-example as of 8 May 2025: gaps 3, footnotes 4",
        "xx/extradition-complaint (en) from xx-example as of 8 May 2025: gaps 2, footnotes 4",
    ]
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "xx-complaint.xx-example.en.docx",
        "xx-complaint.xx-example.ru.docx",
    ]


def test_list_and_text_show_what_there_is(folder):
    assert "serves: xx/extradition/complaint" in accepting.panah("documents", "list", "--lang", "en").out
    assert "{{ person.name|gen }}" in accepting.panah("documents", "text", "xx/extradition-complaint").out
