"""The Kazakh filings: their accepted texts, and what each says where a term, a reading or a fact differs.

Days are counted by hand. Criminal procedure: the first day is not counted, a last day that is no working day moves on;
custody counts its first day and never moves. Administrative procedure: months end on the same number.
"""

import re

import pytest

import zedland
from accepting import accept
from drafts import GRANTED, HELD, catalogue, every_example, filled, law, part
from panah.assembly.drafting import draft
from panah.procedure import read_casefile

KAZAKH = [one for one in every_example() if one[0].startswith("kz/")]

CASE = """
panah: 1
case: kz-test
person: {{name: {{ru: Образцов Иван Петрович}}, citizenship: [RU]}}
stays: KZ
wanted-by: RU
charges: [{{instrument: ru-cc, provision: "{charge}"}}]
acts:
{acts}
"""
REFUSED = """
  - {date: 2025-10-01, act: asylum-applied}
  - {date: 2025-10-02, act: asylum-registered}
  - {id: refusal, date: 2026-01-12, act: asylum-refused}
  - {date: 2026-01-15, act: served, of: refusal, to: person}
"""


def text_of(document_id, acts, as_of, charge="280.3(1)"):
    """The filled text of a shipped document for a case of these acts, one paragraph a line."""
    case, problems = read_casefile(CASE.format(charge=charge, acts=acts).encode(), "case.yaml", law().vocabulary)
    assert problems == []
    document = catalogue().documents[document_id]
    return "\n".join(draft(document, case, law(), catalogue().shared, "ru", zedland.day(as_of)).paragraphs)


def served(**days):
    """The decision served on each of these, on a day."""
    return "".join(f"  - {{date: {day}, act: served, of: decision, to: {to}}}\n" for to, day in days.items())


def asked(text, heading="Прошу"):
    """What is asked for: the lines between the heading and the annexes."""
    return text.split(f"\n{heading}\n")[1].split("\nПриложения\n")[0]


@pytest.mark.parametrize(("document_id", "case", "as_of", "lang"), KAZAKH)
def test_accepted_filings(document_id, case, as_of, lang):
    made = filled(document_id, case, as_of, lang)
    notes = [f"[{number}] {note}" for number, note in enumerate(made.footnotes, 1)]
    name = f"filing.{document_id.partition('/')[2]}.{case.removesuffix('.yaml')}.txt"
    accept(name, "\n".join([*made.paragraphs, "", *notes]) + "\n")


@pytest.mark.parametrize(("document_id", "case", "as_of", "lang"), KAZAKH)
def test_no_filing_promises_or_concedes(document_id, case, as_of, lang):
    text = "\n".join(filled(document_id, case, as_of, lang).paragraphs).lower()
    for word in (
        *("будет освобожд", "не будет выдан", "в безопасности", "виновен", "вину призна", "слишком поздно"),
        *("добровольное возвращение", "шанс", "вероятност", "экстрадирован", "депортирован"),
    ):
        assert word not in text, word


def test_a_complaint_in_time_asks_for_no_restoration():
    # served on Tuesday 3 February, ten days: 4 to 13 February
    acts = GRANTED + served(person="2026-02-03", counsel="2026-02-03")
    text = text_of("kz/extradition-complaint", acts, "2026-02-13")
    assert "На жалобу отведено десять суток" in text
    assert "осстановить срок" not in text


def test_a_complaint_after_both_readings_asks_to_restore_and_to_suspend_first_of_all():
    acts = GRANTED + served(person="2026-02-03", counsel="2026-02-03")
    text = text_of("kz/extradition-complaint", acts, "2026-02-16")
    assert "Последний день срока: 13 февраля 2026 года." in text
    assert asked(text).startswith("Восстановить срок подачи жалобы")
    assert "приостановить исполнение постановления" in asked(text).splitlines()[0]


def test_counsel_told_later_argues_counsels_own_term_first_and_the_other_after_it():
    # counsel on Saturday 14 February, after the person's term: ten days end on Tuesday 24 February
    acts = GRANTED + served(person="2026-02-03", counsel="2026-02-14")
    text = text_of("kz/extradition-complaint", acts, "2026-02-16")
    ours, theirs = (
        text.index("Последний день: 24 февраля 2026 года"),
        text.index("последний день: 13 февраля 2026 года"),
    )
    assert ours < theirs
    assert "Уважительная причина: защитник о решении вовремя не уведомлён" in text
    assert asked(text).startswith("Восстановить срок")


def test_a_last_day_on_a_sunday_moves_and_a_reason_nobody_recorded_is_asked_for():
    # counsel on Thursday 12 February: ten days end on Sunday 22 and move to Monday 23 February
    acts = GRANTED + served(person="2026-02-03", counsel="2026-02-12")
    text = text_of("kz/extradition-complaint", acts, "2026-02-16")
    assert "Последний день: 23 февраля 2026 года" in text
    assert "Уважительная причина: [ВПИСАТЬ: почему жалоба не подана раньше" in text


def test_a_copy_that_nobody_has_seen_served_starts_no_term():
    text = text_of("kz/extradition-complaint", GRANTED, "2026-02-10")
    assert "Пока копия не вручена, срок не идёт" in text
    assert "[ВПИСАТЬ: день вручения копии лицу]" in text


def test_suspension_is_asked_for_while_asylum_is_open_and_only_then():
    words = "приостановить решение о выдаче до окончательного разрешения вопроса об убежище"
    seeking = GRANTED + "  - {date: 2025-10-01, act: asylum-applied}\n"
    assert words in asked(text_of("kz/extradition-complaint", seeking, "2026-02-05"))
    assert words not in asked(text_of("kz/extradition-complaint", GRANTED, "2026-02-05"))


def test_interim_measures_alone_are_a_ground_to_ask_for_suspension():
    acts = GRANTED + "  - {date: 2026-02-04, act: interim-measures, body: hrc}\n"
    asks = asked(text_of("kz/extradition-complaint", acts, "2026-02-05"))
    assert "приостановить решение о выдаче до рассмотрения сообщения органом, который просит о временных мерах" in asks


@pytest.mark.parametrize("one", [one for one in KAZAKH if one[0] == "kz/bars-submission"])
def test_every_ground_of_refusal_and_the_threshold_are_answered(one):
    text = "\n".join(filled(*one).paragraphs).lower()
    grounds = set(range(1, 13)) - ({4} if "убежищ" not in text else set())
    for number in grounds:
        assert f"пункт {number} части 1 статьи 590 упк" in text, number
    assert "часть 1 статьи 579 упк" in text


@pytest.mark.parametrize(
    ("charge", "said", "unsaid"),
    [
        ("280.3(1)", "Соответствующей статьи в Уголовном кодексе Казахстана не найдено", "воинских преступлений"),
        ("338(1)", "статья 442 УК («дезертирство»)", "не найдено"),
        ("282.2(2)", "Статья 405 требует вступившего в силу решения суда о запрете", "не найдено"),
        ("163(2)", "пункт 7", "не найдено"),
    ],
)
def test_a_charge_brings_its_own_ground_and_no_other(charge, said, unsaid):
    text = text_of("kz/bars-submission", HELD, "2025-10-01", charge)
    assert said in text or said.capitalize() in text
    assert unsaid not in text


def test_the_other_reading_of_a_doubtful_counterpart_follows_ours():
    text = text_of("kz/bars-submission", HELD, "2025-10-01", "207.3(2)")
    assert text.index("деяние под неё не подпадает") < text.index("Если прокуратура видит соответствие в статье 274 УК")


def test_forty_days_are_told_by_both_counts_ours_first():
    # detained 1 September: with the first day counted the fortieth is 10 October, without it 11 October
    acts = "".join(HELD.splitlines(keepends=True)[:3])
    text = text_of("kz/release-demand", acts, "2025-10-20")
    assert "сорок суток" in text
    assert "последний день: 10 октября 2025 года" in text
    assert "экстрадиционный арест применён, прошу предъявить" in text


def test_twelve_months_without_a_decision_end_on_the_eve_by_our_count():
    text = text_of("kz/release-demand", HELD, "2026-09-02")
    ours, theirs = (
        text.index("последний день: 31 августа 2026 года"),
        text.index("последний день: 1 сентября 2026 года"),
    )
    assert ours < theirs
    assert "О решении о выдаче защите не сообщено" in text


def test_a_decision_does_not_prolong_custody_by_itself():
    text = text_of("kz/release-demand", GRANTED, "2026-09-02")
    assert "Решение о выдаче, принятое 2 февраля 2026 года, само срока не продлевает" in text


def test_prolongation_by_the_supreme_court_is_answered_as_a_floor():
    acts = f"""{GRANTED}
  - {{date: 2026-02-04, act: extradition-complaint-filed}}
  - {{date: 2026-03-03, act: extradition-complaint-decided, outcome: suspended}}
"""
    text = text_of("kz/release-demand", acts, "2026-09-02")
    assert "Верховный Суд 3 марта 2026 года продлил стражу" in text
    assert "называет наименьшее продление" in text


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("{date: 2026-01-20, act: extradition-refused}", "В выдаче отказано 20 января 2026 года"),
        ("{date: 2026-01-20, act: request-withdrawn}", "Запрос о выдаче отозван 20 января 2026 года"),
        ("{date: 2026-01-20, act: wanted-cancelled}", "Розыск прекращён 20 января 2026 года"),
        (
            "{date: 2026-01-20, act: custody-appeal-decided, outcome: cancelled}",
            "отменил постановление о страже 20 января 2026 года",
        ),
    ],
)
def test_each_ground_of_release_is_told_by_its_own_act(act, said):
    text = text_of("kz/release-demand", HELD + f"  - {act}\n", "2026-01-21")
    assert said in text
    assert "Предельный срок" not in text
    assert "[ВПИСАТЬ: какой срок истёк" not in text


def test_a_refusal_that_a_new_decision_replaced_frees_nobody():
    acts = HELD + "  - {date: 2026-01-20, act: extradition-refused}\n  - {date: 2026-01-27, act: extradition-granted}\n"
    assert "В выдаче отказано" not in text_of("kz/release-demand", acts, "2026-01-28")


@pytest.mark.parametrize(("outcome", "told"), [("cancelled", True), ("dismissed", False)])
def test_a_decision_the_supreme_court_cancelled_frees_and_one_it_left_standing_does_not(outcome, told):
    acts = f"""{GRANTED}
  - {{date: 2026-02-04, act: extradition-complaint-filed}}
  - {{date: 2026-03-03, act: extradition-complaint-decided, outcome: {outcome}}}
"""
    text = text_of("kz/release-demand", acts, "2026-03-04")
    assert ("Верховный Суд отменил решение о выдаче 3 марта 2026 года" in text) is told
    assert ("[ВПИСАТЬ: какой срок истёк" in text) is not told


def test_a_complaint_without_a_decision_on_record_says_nothing_of_its_term():
    text = text_of("kz/extradition-complaint", HELD, "2026-01-21")
    assert "Срок исчисляется с получения копии постановления" in text
    assert "осстановить срок" not in text


def test_without_any_ground_the_demand_asks_for_it():
    assert "[ВПИСАТЬ: какой срок истёк или какое решение отпало]" in text_of("kz/release-demand", HELD, "2026-01-21")


def test_custody_abroad_is_no_custody_here():
    text = "\n".join(filled("kz/release-demand", "movlaev-mansur", "2026-05-20", "ru").paragraphs)
    assert "2023" not in text


def test_arrest_is_argued_within_its_own_scope_and_temporary_custody_by_the_absence_of_bars():
    arrest = text_of("kz/custody-complaint", HELD, "2025-09-26")
    assert "Пределы проверки" in arrest
    assert "Условие стражи" not in arrest
    temporary = text_of("kz/custody-complaint", HELD, "2025-09-03")
    assert "Условие стражи" in temporary
    assert "Пределы проверки" not in temporary


def test_bail_is_pleaded_where_the_law_of_the_day_has_it():
    acts = HELD.replace("2025-", "2024-")
    assert "Залог." not in text_of("kz/custody-complaint", acts, "2024-09-26")
    assert "Залог." in text_of("kz/custody-complaint", HELD.replace("-09-", "-10-"), "2025-10-26")


def test_a_status_complaint_after_three_months_rests_on_the_six_first():
    # learned on 15 January: three months end on Wednesday 15 April, six on Wednesday 15 July
    text = text_of("kz/status-complaint", REFUSED, "2026-05-04")
    assert text.index("15 июля 2026 года") < text.index("15 апреля 2026 года")
    assert "прошу восстановить срок" in text


def test_a_status_complaint_in_time_names_its_last_day():
    text = text_of("kz/status-complaint", REFUSED, "2026-03-02")
    assert "Последний день: 15 апреля 2026 года; он не прошёл." in text
    assert "осстановить срок" not in text


def test_a_claim_is_not_said_to_follow_silence_while_the_answer_may_still_come():
    # registered on Monday 2 February: twenty working days end on Monday 2 March
    acts = REFUSED + "  - {date: 2026-02-02, act: complaint-filed}\n  - {date: 2026-02-02, act: complaint-registered}\n"
    early, late = (text_of("kz/status-claim", acts, day) for day in ("2026-02-20", "2026-03-10"))
    assert "считается отклонённой" not in early
    assert "считается отклонённой" in late
    assert "двадцать рабочих дней" in late


def test_arguments_and_requests_are_numbered_apart():
    """Lists of Word count on their own: arguments, requests and annexes each from one."""
    for document_id in {one[0] for one in KAZAKH}:
        document = catalogue().documents[document_id]
        found = re.findall(r'<w:numId w:val="(\d)"', part(document.texts["ru"], "word/document.xml"))
        assert list(dict.fromkeys(found)) == ["1", "2", "3"], document_id
