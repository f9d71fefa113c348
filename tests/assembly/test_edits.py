"""A lawyer's edits survive: a file that a person changed is never written over, and the difference is shown."""

import zipfile

import docx
import pytest

import accepting
import drafts

CASE = drafts.DOCUMENTS / "xx-complaint" / "example.yaml"


@pytest.fixture
def out(tmp_path):
    return tmp_path / "жалоба.docx"


def draft(out, *options, case=CASE, as_of="2025-05-08"):
    command = ["draft", "xx/extradition/complaint", case, "--as-of", as_of, "-o", out, *options]
    return accepting.panah(*command, folder=out.parent)


def edit(path, number, words):
    made = docx.Document(path)
    made.paragraphs[number].runs[0].text = words
    made.save(path)


def test_the_first_line_says_by_when_then_what_is_missing_then_what_was_written(out):
    done = draft(out)
    assert done.code == 0, done.err
    lines = done.out.splitlines()
    # served on 5 May, seven days, the first not counted: 12 May 2025, a Monday
    assert lines[0] == "Подать сегодня; крайний день по самому раннему счёту — пн 12 мая 2025."
    assert lines[2] == "Чего нет в деле (отмечено в тексте, впишите):"
    assert lines[3].startswith("  · кто подаёт")
    assert lines[-1].startswith("Записано: ")
    assert out.exists()


def test_an_unchanged_draft_is_written_anew(out):
    draft(out)
    before = out.read_bytes()
    assert draft(out, as_of="2025-05-09").code == 0
    assert out.read_bytes() != before
    assert list(out.parent.iterdir()) == [out]


def test_a_draft_saved_again_by_another_program_counts_as_unchanged(out):
    draft(out)
    docx.Document(out).save(out)
    assert draft(out).code == 0
    assert list(out.parent.iterdir()) == [out]


def test_a_changed_draft_stays_as_it_is_and_the_new_one_lies_beside_it(out):
    draft(out)
    edit(out, 4, "Слова адвоката. ")
    kept = out.read_bytes()
    done = draft(out, as_of="2025-05-09")
    assert done.code == 1
    assert out.read_bytes() == kept
    assert (out.parent / "жалоба.new.docx").exists()
    assert "изменено вами:" in done.out
    assert "Слова адвоката." in done.out
    # the day of the paper is not the lawyer's: it is told apart
    ours = done.out.split("изменилось дело или право:")[1]
    assert "8 мая 2025 года" in ours
    assert "9 мая 2025 года" in ours


def test_what_a_person_took_out_or_added_counts_as_theirs(out):
    draft(out)
    made = docx.Document(out)
    made.paragraphs[5]._p.getparent().remove(made.paragraphs[5]._p)
    made.add_paragraph("Добавлено защитником.")
    made.save(out)
    done = draft(out)
    assert done.code == 1
    assert "Добавлено защитником." in done.out
    assert done.out.count("изменено вами:") == 2


def test_a_new_draft_that_was_changed_too_is_not_written_over_either(out):
    draft(out)
    edit(out, 4, "Раз. ")
    draft(out)
    second = out.parent / "жалоба.new.docx"
    edit(second, 4, "Два. ")
    kept = second.read_bytes()
    assert draft(out).code == 1
    assert second.read_bytes() == kept
    assert (out.parent / "жалоба.new2.docx").exists()


@pytest.mark.parametrize("content", [b"", b"not word", drafts.word("Чужой текст")])
def test_a_file_that_is_not_a_draft_is_never_written_over(out, content):
    out.write_bytes(content)
    assert draft(out).code == 1
    assert out.read_bytes() == content


def test_a_name_taken_out_of_a_draft_does_not_live_on_in_a_hidden_part(out):
    draft(out)
    made = docx.Document(out)
    for paragraph in made.paragraphs:
        if "Орлов" in paragraph.text:
            paragraph.clear()
    made.save(out)
    with zipfile.ZipFile(out) as package:
        for name in package.namelist():
            assert "Орлов" not in package.read(name).decode("utf-8", errors="replace"), name


def test_a_draft_is_readable_by_its_owner_only(out):
    draft(out)
    assert out.stat().st_mode & 0o077 == 0


def test_an_anonymous_draft_has_no_name_place_or_title_of_a_source(out):
    text = (
        CASE.read_text(encoding="utf-8")
        .replace("A man is held", "Орлов задержан")
        .replace("example.org/held", "example.org/orlov")
    )
    case = out.parent / "case.yaml"
    case.write_text(text, encoding="utf-8")
    assert draft(out, "--anonymous", case=case).code == 0
    with zipfile.ZipFile(out) as package:
        whole = "".join(package.read(name).decode("utf-8") for name in package.namelist())
    for marker in ("Орлов", "Orlov", "orlov", "Zed City", "Петрович"):
        assert marker not in whole
    assert "N." in whole


def test_usage_faults_are_told(tmp_path):
    for arguments, words in [
        (["draft"], "нужны два слова"),
        (["draft", "xx/extradition-complaint", CASE], "назовите файл"),
        (["draft", "xx/extradition-complain", CASE, "-o", "a.docx"], "xx/extradition-complaint"),
        (["draft", "xx/extradition-complaint", CASE, "-o", "a.docx", "--lang", "kk"], "ru, en"),
        (["documents"], "panah documents check"),
        (["documents", "text"], "panah documents check"),
    ]:
        done = accepting.panah(*arguments, folder=tmp_path)
        assert done.code == 2
        assert words in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told_and_nothing_is_left(tmp_path):
    done = accepting.panah("draft", "xx/extradition-complaint", CASE, "-o", tmp_path / "no" / "a.docx", folder=tmp_path)
    assert done.code == 2
    assert "не записан" in done.err
    assert list(tmp_path.iterdir()) == []


def test_the_pdf_is_written_beside(out):
    page = out.with_suffix(".pdf")
    assert draft(out, "--pdf", page).code == 0
    assert page.read_bytes().startswith(b"%PDF")
