"""What a draft must not pass over: rival days, words of another language, a group, a ground that no longer stands.

Days are counted by hand: ten сутки to the Supreme Court, the first day not counted, a last day off moves on.
"""

import os
import subprocess
import sys

import pytest

import accepting
from drafts import GRANTED, HELD, ROOT, case_text, drafted, missing, text

ON_PERSON = "  - {date: 2026-02-03, act: served, of: decision, to: person}\n"
DRAFT = [sys.executable, "-c", "import sys; from panah.cli.main import main; sys.exit(main())", "draft"]


def first_line(tmp_path, document_id, acts, as_of):
    case = tmp_path / "case.yaml"
    case.write_text(case_text(acts), encoding="utf-8")
    done = accepting.panah("draft", document_id, case, "--as-of", as_of, "-o", tmp_path / "paper.docx")
    assert done.code == 0, done.err
    return done.out.splitlines()[0]


def test_a_day_that_sources_tell_differently_is_printed_with_the_other_day():
    rival = "  - {date: 2026-02-04, alternative-to: decision, act: extradition-granted}\n"
    made = drafted("kz/bars-submission", GRANTED + rival, "2026-02-05")
    told = "Постановление о выдаче вынесено 2 февраля 2026 года [СВЕДЕНИЯ РАСХОДЯТСЯ: 4 февраля 2026 года]."
    assert told in "\n".join(made.paragraphs)
    assert any("4 февраля 2026 года" in words for words in made.to_check)
    # on the 3rd nobody has told the other day yet
    assert "РАСХОДЯТСЯ" not in text("kz/bars-submission", GRANTED + rival, "2026-02-03")


def test_a_rival_telling_of_another_act_is_named():
    rival = "  - {date: 2026-02-04, alternative-to: decision, act: extradition-refused}\n"
    told = text("kz/bars-submission", GRANTED + rival, "2026-02-05")
    assert "[СВЕДЕНИЯ РАСХОДЯТСЯ: отказ в выдаче, 4 февраля 2026 года]" in told


def test_words_of_another_language_are_a_gap_to_translate_listed_once():
    charges = "charges: [{text: taking part in a gang}, {text: участие в банде}]"
    made = drafted("kz/bars-submission", GRANTED, "2026-02-05", charges=charges)
    told = "\n".join(made.paragraphs)
    assert "«[ВПИСАТЬ: перевод слов «taking part in a gang»]»" in told
    assert "«участие в банде»" in told
    assert missing(made).count("перевод слов «taking part in a gang»") == 1


def test_english_paper_marks_cyrillic_words_and_not_its_own():
    acts = "  - {date: 2025-09-01, act: detained, ground: wanted, place: Актау}\n"
    assert "[TO ADD: a translation of “Актау”]" in text("un/hrc-communication", acts, "2025-09-05", "en")
    latin = acts.replace("Актау", "Aktau")
    assert "translation of" not in text("un/hrc-communication", latin, "2025-09-05", "en")


def test_a_place_that_the_paper_does_not_print_is_not_asked_for():
    acts = HELD.replace("ground: wanted", "ground: wanted, place: Aktau")
    assert not any("Aktau" in words for words in missing(drafted("kz/release-demand", acts, "2025-10-01")))


@pytest.mark.parametrize(("lang", "told"), [("ru", "группа, в деле 3 чел."), ("en", "a group, 3 persons in the case")])
def test_a_group_is_said_before_the_draft(lang, told):
    found = missing(drafted("un/cat-communication", HELD, "2025-10-01", lang, persons=3))
    assert any(words.startswith(told) for words in found)
    alone = missing(drafted("un/cat-communication", HELD, "2025-10-01", lang))
    assert not any(words.startswith(told[:8]) for words in alone)


@pytest.mark.parametrize(
    ("lang", "told"), [("ru", "Гражданство: лицо без гражданства"), ("en", "Citizenship: a stateless person")]
)
def test_a_person_without_citizenship_is_not_asked_for_one(lang, told):
    lines = drafted("un/hrc-communication", HELD, "2025-10-01", lang, citizenship="stateless").paragraphs
    assert told in lines


def test_a_withdrawn_request_frees_only_until_the_next_request():
    withdrawn = HELD + "  - {date: 2025-10-10, act: request-withdrawn}\n"
    again = withdrawn + "  - {date: 2025-10-20, act: extradition-requested}\n"
    second = again + "  - {date: 2025-11-05, act: request-withdrawn}\n"
    assert "Запрос о выдаче отозван 10 октября 2025 года" in text("kz/release-demand", again, "2025-10-15")
    assert "отозван" not in text("kz/release-demand", again, "2025-10-25")
    last = text("kz/release-demand", second, "2025-11-06")
    assert "Запрос о выдаче отозван 5 ноября 2025 года" in last
    assert "10 октября" not in last


def test_late_notice_to_counsel_does_not_excuse_the_days_after_it():
    # counsel on Saturday 14 February: ten сутки end on Tuesday 24 February
    acts = GRANTED + ON_PERSON + "  - {date: 2026-02-14, act: served, of: decision, to: counsel}\n"
    reason = "; после получения им копии: [ВПИСАТЬ: почему жалоба не подана раньше"
    assert reason in text("kz/extradition-complaint", acts, "2026-02-25")
    assert reason not in text("kz/extradition-complaint", acts, "2026-02-24")


def test_a_complaint_already_filed_does_not_say_that_the_term_still_runs():
    acts = GRANTED + ON_PERSON + "  - {date: 2026-02-04, act: extradition-complaint-filed, of: decision}\n"
    told = text("kz/extradition-complaint", acts, "2026-02-20")
    assert "он соблюдён" in told
    assert "не истёк" not in told


@pytest.mark.parametrize(("ground", "objects"), [("wanted", True), ("illegal-entry", False), ("illegal-stay", False)])
def test_the_objection_that_only_illegal_entry_counts_is_not_raised_for_illegal_entry(ground, objects):
    acts = f"  - {{date: 2025-09-01, act: detained, ground: {ground}}}\n"
    told = text("kz/asylum-statement", acts, "2025-09-02")
    assert ("норма говорит о задержанных за незаконный въезд" in told) == objects


def test_the_first_line_for_a_late_paper_says_what_the_law_lets_one_do(tmp_path):
    # five days from the entry of 1 September end on the 6th; no term is restored there: one explains
    entered = "  - {date: 2025-09-01, act: entered, how: lawful}\n"
    line = first_line(tmp_path, "kz/asylum-statement", entered, "2025-09-20")
    assert line.startswith("Срок вышел сб 6 сентября 2025")
    assert "объяснить, почему раньше не вышло" in line
    assert "восстановить" not in line


def test_the_first_line_tells_one_reading_from_all(tmp_path):
    # the person on 3 February: until Friday the 13th; counsel on the 14th: until Tuesday the 24th
    acts = GRANTED + ON_PERSON + "  - {date: 2026-02-14, act: served, of: decision, to: counsel}\n"
    line = first_line(tmp_path, "kz/extradition-complaint", acts, "2026-02-16")
    assert line.startswith("При одном из прочтений срок вышел пт 13 февраля 2026")
    line = first_line(tmp_path, "kz/extradition-complaint", acts, "2026-02-25")
    assert line.startswith("Срок вышел вт 24 февраля 2026 и по самому позднему счёту: передача возможна")
    assert "восстановить срок" in line


def test_the_first_line_says_that_the_paper_was_filed(tmp_path):
    acts = GRANTED + ON_PERSON + "  - {date: 2026-02-04, act: extradition-complaint-filed, of: decision}\n"
    line = first_line(tmp_path, "kz/extradition-complaint", acts, "2026-02-20")
    assert line == "По записям такая бумага уже подана; составлен новый черновик."


def test_a_reader_who_takes_only_the_first_line_has_the_draft_all_the_same(tmp_path):
    out = tmp_path / "paper.docx"
    case = ROOT / "documents" / "xx-complaint" / "example.yaml"
    command = [*DRAFT, "xx/extradition-complaint", str(case), "--as-of", "2025-05-08", "-o", str(out)]
    # the reader has gone before a word is said
    with subprocess.Popen(["true"], stdin=subprocess.PIPE) as reader:
        reader.wait()
        # unbuffered, so that the first word finds the pipe closed
        told = {**os.environ, "PYTHONUNBUFFERED": "1"}
        subprocess.run(command, cwd=ROOT, env=told, stdout=reader.stdin, stderr=subprocess.PIPE, check=True)
    assert out.exists()


SENTENCE = "request: {purpose: sentence, sentence: 3 years, unserved: 5 months}\n"


def test_a_sentence_to_be_served_is_no_charge():
    charges = 'charges: [{instrument: ru-cc, provision: "158(2)"}]\n' + SENTENCE
    complaint = text("kz/extradition-complaint", GRANTED + ON_PERSON, "2026-02-05", charges=charges)
    assert "Выдачи требуют для исполнения приговора; статьи приговора: часть 2 статьи 158 УК РФ." in complaint
    assert "Назначенное наказание: три года." in complaint
    assert "Обвинение" not in complaint
    bars = text("kz/bars-submission", GRANTED, "2026-02-05", charges=charges)
    assert "Не отбытая часть наказания: пять месяцев." in bars
    assert "Вменяется" not in bars


def test_the_part_not_served_is_asked_for_where_the_case_does_not_say():
    charges = 'charges: [{instrument: ru-cc, provision: "158(2)"}]\nrequest: {purpose: sentence}'
    made = drafted("kz/bars-submission", GRANTED, "2026-02-05", charges=charges)
    assert "не отбытая часть наказания по приговору" in missing(made)
    prosecution = drafted("kz/bars-submission", GRANTED, "2026-02-05")
    assert "не отбытая часть наказания по приговору" not in missing(prosecution)


def test_a_name_declined_by_grammar_is_marked_and_to_be_checked():
    made = drafted("kz/release-demand", HELD, "2025-12-01", name="ru: Гайтукиева Хеда Ахмедовна")
    assert "немедленно освободить Гайтукиеву Хеду Ахмедовну" in "\n".join(made.paragraphs)
    assert any("имя склонено по правилам" in one for one in made.to_check)


CANCELLED = HELD + "  - {date: 2025-10-01, act: custody-appeal-decided, outcome: cancelled}\n"
ORDERED_AGAIN = CANCELLED + "  - {date: 2025-11-10, act: custody-ordered, kind: extradition-arrest}\n"


def test_an_order_cancelled_on_appeal_frees_until_a_new_order_and_is_told_as_cancelled_after_it():
    assert "отменил постановление о страже 1 октября 2025 года" in text("kz/release-demand", CANCELLED, "2025-10-02")
    again = text("kz/release-demand", ORDERED_AGAIN, "2025-11-11")
    assert "Областной суд отменил" not in again
    assert "[ВПИСАТЬ: какой срок истёк или какое решение отпало]" in again
    assert "25 сентября 2025 года (отменено 1 октября 2025 года)" in again
    assert "10 ноября 2025 года." in again


def test_an_order_is_cancelled_by_the_decision_on_it_and_no_other():
    acts = HELD.replace("{date: 2025-09-02", "{id: first, date: 2025-09-02")
    acts += "  - {date: 2025-10-01, act: custody-appeal-decided, outcome: cancelled, of: first}\n"
    told = text("kz/release-demand", acts, "2025-10-02")
    assert "2 сентября 2025 года (отменено 1 октября 2025 года)" in told
    assert "25 сентября 2025 года." in told
    assert "Областной суд отменил" not in told


def test_a_cancelled_notice_frees_only_until_a_new_one():
    cancelled = HELD + "  - {date: 2025-10-01, act: wanted-cancelled}\n"
    again = cancelled + "  - {date: 2025-10-20, act: wanted-listed, list: interstate}\n"
    assert "Розыск прекращён 1 октября 2025 года" in text("kz/release-demand", cancelled, "2025-10-02")
    told = text("kz/release-demand", again, "2025-10-21")
    assert "Розыск прекращён" not in told
    assert "[ВПИСАТЬ: какой срок истёк или какое решение отпало]" in told


@pytest.mark.parametrize(("day", "told"), [("2025-09-24", True), ("2025-09-25", True), ("2025-10-05", False)])
@pytest.mark.parametrize(
    ("act", "words"),
    [("counsel-denied", "Защитника %s не допустили"), ("interpreter-absent", "Переводчика %s не было")],
)
def test_a_complaint_argues_only_what_did_not_come_after_the_order(day, told, act, words):
    # the order complained of is of 25 September
    acts = HELD + f"  - {{date: {day}, act: {act}}}\n"
    said = words % {"2025-09-24": "24 сентября 2025 года", "2025-09-25": "25 сентября 2025 года"}.get(day, "")
    found = text("kz/custody-complaint", acts, "2025-10-06")
    assert (said in found) is told
    assert ("не допустили" in found or "Переводчика" in found) is told


def test_a_woman_is_not_told_as_a_man():
    acts = HELD.replace("date: 2025-09-02", "date: 2025-09-08")
    found = text("kz/custody-complaint", acts, "2025-09-28", name="ru: Образцова Анна Петровна")
    assert "Не доставлена к судье за семьдесят два часа" in found
