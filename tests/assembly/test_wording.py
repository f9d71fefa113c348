"""Days, lengths, numbers and provisions in the words of a paper: tables written by hand."""

import pytest

import drafts
import zedland
from panah.assembly.citing import Citing
from panah.assembly.values import Book
from panah.assembly.wording import date_text, length_in_words, number_in_words, when_text
from panah.timelimits import Period, parse_date


@pytest.mark.parametrize(
    ("written", "ru", "en"),
    [
        ("2026-01-29", "29 января 2026 года", "on 29 January 2026"),
        ("2025-05", "в мае 2025 года", "in May 2025"),
        ("2025-12", "в декабре 2025 года", "in December 2025"),
        ("2025", "в 2025 году", "in 2025"),
        ("2025-05-04/2025-05-17", "между 4 и 17 мая 2025 года", "between 4 and 17 May 2025"),
        ("2025-05-10/..", "не ранее 10 мая 2025 года", "not before 10 May 2025"),
        ("../2025-05-10", "не позднее 10 мая 2025 года", "by 10 May 2025"),
    ],
)
def test_when_something_happened(written, ru, en):
    span = parse_date(written)
    assert (when_text(span, "ru"), when_text(span, "en")) == (ru, en)


def test_a_date_as_a_noun():
    assert date_text(parse_date("2025-05"), "ru") == "май 2025 года"
    assert date_text(parse_date("2026-01-29"), "ru") == "29 января 2026 года"


@pytest.mark.parametrize(
    ("length", "nom", "gen", "en"),
    [
        (Period(10, "sutki"), "десять суток", "десяти суток", "ten"),
        (Period(1, "sutki"), "одни сутки", "одних суток", "one"),
        (Period(3, "sutki"), "трое суток", "трёх суток", "three"),
        (Period(40, "sutki"), "сорок суток", "сорока суток", "forty"),
        (Period(72, "hours"), "семьдесят два часа", "семидесяти двух часов", "seventy-two"),
        (Period(1, "months"), "один месяц", "одного месяца", "one"),
        (Period(12, "months"), "двенадцать месяцев", "двенадцати месяцев", "twelve"),
        (Period(21, "days"), "двадцать один день", "двадцати одного дня", "twenty-one"),
        (Period(5, "working-days"), "пять рабочих дней", "пяти рабочих дней", "five"),
        (Period(2, "years"), "два года", "двух лет", "two"),
    ],
)
def test_a_length_in_words(length, nom, gen, en):
    assert length_in_words(length, "ru") == nom
    assert length_in_words(length, "ru", "gen") == gen
    assert length_in_words(length, "en").startswith(f"{en} ")


def test_numbers_above_ninety_nine_stay_figures():
    assert [number_in_words(number, "ru") for number in (99, 100, 0)] == ["девяносто девять", "100", "0"]


def citing(lang, as_of="2026-02-01"):
    return Citing(drafts.law(), drafts.catalogue().shared, Book(lang, {}), zedland.day(as_of))


@pytest.mark.parametrize(
    ("cite", "case", "words"),
    [
        ("kz-cpc 592", "nom", "статья 592 УПК"),
        ("kz-cpc 592(1)", "nom", "часть 1 статьи 592 УПК"),
        ("kz-cpc 590(1)(9)", "gen", "пункта 9 части 1 статьи 590 УПК"),
        ("kz-cpc 592(1)", "ins", "частью 1 статьи 592 УПК"),
        ("kz-refugees 8(1)(5)", "nom", "подпункт 5 пункта 1 статьи 8 Закона «О беженцах»"),
        ("kz-appk 138(2)", "pre", "части 2 статьи 138 АППК"),
        ("cat 3", "nom", "статья 3 Конвенции против пыток"),
        ("cat-rules 114", "ins", "правилом 114 Правил процедуры Комитета против пыток"),
    ],
)
def test_a_provision_in_russian(cite, case, words):
    assert citing("ru").cite(cite, case) == words


def test_a_provision_in_english_and_several_of_one_instrument():
    assert citing("en").article("kz-cpc 590(1)(9)") == "article 590(1)(9)"
    assert citing("en").cite("kz-cpc 592(1)").startswith("article 592(1) of the ")
    assert citing("ru").all(("kz-cpc 592(1)", "kz-cpc 594", "cat 3")) == (
        "часть 1 статьи 592, статья 594 УПК, статья 3 Конвенции против пыток"
    )


def test_a_text_not_read_for_the_day_is_marked_once_for_each_instrument():
    late = citing("ru", "2027-02-01")
    until = drafts.law().packs["kz"].instruments["kz-cpc"].verified_until
    assert until < zedland.day("2027-02-01")
    first, second = late.cite("kz-cpc 592(1)"), late.cite("kz-cpc 594")
    assert "НЕ ПРОВЕРЕНО: текст сверен до" in first
    assert second == "статья 594 УПК"
    assert len(late.book.to_check) == 1
