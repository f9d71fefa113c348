"""What a judge would stumble over: marks told twice, spans that read as periods, counts of a machine, another alphabet.

Counts are made by hand: 72 hours run from minute to minute; three months from 11 September end on 11 December.
"""

import pytest

from drafts import GRANTED, HELD, drafted, missing, text

RIVAL = "  - {date: 2026-02-04, alternative-to: decision, act: extradition-granted}\n"
CYRILLIC, LATIN = "ru: Образцов Иван Петрович", "en: Ivan Obraztsov"


def line(told, beginning):
    return next(one for one in told.split("\n") if one.startswith(beginning))


@pytest.mark.parametrize(
    ("name", "lang", "asked"),
    [
        (CYRILLIC, "en", "the name in Latin letters, as in the passport (Образцов Иван Петрович)"),
        (LATIN, "ru", "имя по-русски, как в документе (Ivan Obraztsov)"),
    ],
)
def test_a_name_that_the_case_has_in_another_alphabet_only_is_a_gap_listed_once(name, lang, asked):
    made = drafted("un/hrc-communication", HELD, "2025-10-01", lang, name=name)
    assert missing(made).count(asked) == 1
    told = "\n".join(made.paragraphs)
    assert asked in told
    shown = name.partition(": ")[2]
    assert told.count(shown) == told.count(f"({shown})]")


@pytest.mark.parametrize("name", [f"{CYRILLIC}, {LATIN}"])
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_name_in_the_alphabet_of_the_paper_is_no_gap(name, lang):
    assert not any(
        "Obraztsov)" in one or "Петрович)" in one
        for one in missing(drafted("un/hrc-communication", HELD, "2025-10-01", lang, name=name))
    )


@pytest.mark.parametrize(
    ("document", "lang", "beginning", "mark"),
    [
        ("kz/extradition-complaint", "ru", "День постановления", "[СВЕДЕНИЯ РАСХОДЯТСЯ"),
        ("un/hrc-communication", "ru", "День решения о выдаче", "[СВЕДЕНИЯ РАСХОДЯТСЯ"),
        ("un/hrc-communication", "en", "A decision to extradite", "[REPORTS DIFFER"),
        ("un/cat-communication", "ru", "Выдача разрешена", "[СВЕДЕНИЯ РАСХОДЯТСЯ"),
        ("un/cat-communication", "en", "Extradition was granted", "[REPORTS DIFFER"),
    ],
)
def test_a_day_that_sources_tell_differently_carries_one_mark(document, lang, beginning, mark):
    found = line(text(document, GRANTED + RIVAL, "2026-02-05", lang), beginning)
    assert found.count("[") == 1
    assert mark in found


def test_a_disputed_day_without_another_is_asked_for_by_the_paper_itself():
    acts = GRANTED.replace("body: prosecutor-general", "body: prosecutor-general, certainty: disputed")
    found = line(text("kz/extradition-complaint", acts, "2026-02-05"), "День постановления")
    assert found == "День постановления: 2 февраля 2026 года [ВПИСАТЬ: точный день по тексту постановления]."


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2025-09-02/2025-09-20", "между 2 и 20 сентября 2025 года"),
        ("2025-09-02/2025-10-20", "между 2 сентября и 20 октября 2025 года"),
        ("2025-09-02/2026-01-20", "между 2 сентября 2025 года и 20 января 2026 года"),
        ("2025-09", "в сентябре 2025 года"),
        ("2025-09-02", "2 сентября 2025 года"),
    ],
)
def test_the_uncertain_day_of_an_order_does_not_read_as_its_term(date, told):
    acts = f"""
  - {{date: 2025-09-01, act: detained, ground: wanted}}
  - {{date: {date}, act: custody-ordered, kind: extradition-arrest}}
"""
    found = line(text("kz/release-demand", acts, "2026-02-05"), "Экстрадиционный арест")
    assert found == f"Экстрадиционный арест: постановление вынесено {told}."


@pytest.mark.parametrize(
    ("lang", "told"), [("ru", "между 2 и 20 сентября 2025 года"), ("en", "between 2 and 20 September 2025")]
)
def test_an_uncertain_day_is_between_two_days(lang, told):
    acts = "  - {date: 2025-09-02/2025-09-20, act: detained, ground: wanted}\n"
    assert told in text("un/hrc-communication", acts, "2025-10-01", lang)


HOURS = """
  - {date: 2025-09-01T10:17, act: detained, ground: wanted}
  - {date: 2025-09-08T12:00, act: custody-ordered, kind: temporary}
"""


def test_hours_are_counted_in_a_sentence_of_a_person():
    told = text("kz/custody-complaint", HOURS, "2025-09-09")
    assert "Расчёт: семьдесят два часа с 10:17 1 сентября 2025 года истекают в 10:17 4 сентября 2025 года." in told


@pytest.mark.parametrize(
    ("lang", "count"),
    [
        ("ru", "три месяца с 11 сентября 2025 года без учёта этого дня; последний день: 11 декабря 2025 года"),
        ("en", "three months from 11 September 2025, that day not counted; the last day: 11 December 2025"),
    ],
)
def test_months_are_counted_in_a_sentence_of_a_person(lang, count):
    acts = HELD + "  - {date: 2025-09-10, act: asylum-applied}\n  - {date: 2025-09-11, act: asylum-registered}\n"
    assert count in text("un/hrc-communication", acts, "2026-01-20", lang)


def test_a_count_that_moves_over_days_off_says_so():
    # three months from 14 September end on Sunday 14 December; the next working day is Monday the 15th
    acts = HELD + "  - {date: 2025-09-12, act: asylum-applied}\n  - {date: 2025-09-14, act: asylum-registered}\n"
    told = text("un/hrc-communication", acts, "2026-01-20")
    assert "14 декабря 2025 года — нерабочий день, последний день: 15 декабря 2025 года" in told


def test_a_limit_that_the_law_does_not_count_shows_no_count():
    acts = GRANTED + "  - {date: 2026-02-03, act: served, of: decision, to: person}\n"
    told = text("un/hrc-communication", acts, "2026-03-20")
    assert "числа дней в законе нет" not in told


def test_a_paper_to_demand_is_told_with_the_days_between_which_it_was_made():
    told = text(
        "kz/extradition-complaint",
        GRANTED.replace("  - {date: 2025-09-20, act: extradition-requested}\n", ""),
        "2026-02-05",
    )
    assert "Истребовать и показать защите следующее: копия запроса о выдаче (между " in told


def test_every_state_of_the_public_cases_has_a_name_in_its_cases():
    for code in ("US", "FR", "DE", "SE"):
        told = text("un/hrc-communication", HELD, "2025-10-01", citizenship=code)
        assert "название государства" not in told
