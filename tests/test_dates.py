"""Days, spans, amounts and distances in words."""

from datetime import date

import pytest

from panah.dates import amount, day_words, distance, moment_words, span_words, weekday_words, when_words


def on(text):
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("number", "unit", "ru", "en"),
    [
        (1, "days", "1 день", "1 day"),
        (2, "days", "2 дня", "2 days"),
        (5, "days", "5 дней", "5 days"),
        (11, "days", "11 дней", "11 days"),
        (12, "months", "12 месяцев", "12 months"),
        (14, "hours", "14 часов", "14 hours"),
        (21, "hours", "21 час", "21 hours"),
        (22, "working-days", "22 рабочих дня", "22 working days"),
        (72, "hours", "72 часа", "72 hours"),
        (111, "days", "111 дней", "111 days"),
        (1, "sutki", "1 сутки", "1 day (сутки)"),
        (3, "sutki", "3 суток", "3 days (сутки)"),
        (40, "sutki", "40 суток", "40 days (сутки)"),
        (1, "years", "1 год", "1 year"),
        (26, "cases", "26 дел", "26 cases"),
        (0, "limits", "0 сроков", "0 deadlines"),
    ],
)
def test_amounts_take_the_form_of_their_number(number, unit, ru, en):
    assert amount(number, unit, "ru") == ru
    assert amount(number, unit, "en") == en


@pytest.mark.parametrize(
    ("first", "last", "ru", "en"),
    [
        ("2026-05-04", "2026-05-04", "4 мая 2026", "4 May 2026"),
        ("2026-05-04", "2026-05-17", "4–17 мая 2026", "4–17 May 2026"),
        ("2026-04-28", "2026-05-03", "28 апреля – 3 мая 2026", "28 April – 3 May 2026"),
        ("2025-12-28", "2026-01-03", "28 декабря 2025 – 3 января 2026", "28 December 2025 – 3 January 2026"),
        ("2025-08-01", "2025-08-31", "август 2025", "August 2025"),
        ("2025-01-01", "2025-12-31", "2025", "2025"),
        ("2024-02-01", "2024-02-29", "февраль 2024", "February 2024"),
        ("2025-02-01", "2025-03-31", "1 февраля – 31 марта 2025", "1 February – 31 March 2025"),
        ("2026-05-04", None, "не раньше 4 мая 2026", "not before 4 May 2026"),
    ],
)
def test_spans_say_no_more_than_is_known(first, last, ru, en):
    end = None if last is None else on(last)
    assert span_words(on(first), end, "ru") == ru
    assert span_words(on(first), end, "en") == en


@pytest.mark.parametrize(
    ("day", "ru", "en"),
    [
        ("2026-01-29", "сегодня", "today"),
        ("2026-01-30", "завтра", "tomorrow"),
        ("2026-01-28", "вчера", "yesterday"),
        ("2026-02-01", "через 3 дня", "in 3 days"),
        ("2026-02-09", "через 11 дней", "in 11 days"),
        ("2026-01-24", "5 дней назад", "5 days ago"),
        ("2026-08-31", "через 7 месяцев", "in 7 months"),
        ("2020-01-29", "6 лет назад", "6 years ago"),
    ],
)
def test_distances(day, ru, en):
    today = on("2026-01-29")
    assert distance(on(day), today, "ru") == ru
    assert distance(on(day), today, "en") == en


def test_a_day_has_its_weekday():
    assert weekday_words(on("2026-02-09"), "ru", year=False) == "пн 9 февраля"
    assert weekday_words(on("2026-02-08"), "en") == "Sun 8 February 2026"
    assert day_words(on("2026-05-09"), "ru", short=True) == "9 мая 2026"


def test_a_minute_is_told_only_where_it_is_known():
    minute = on("2025-08-31") * 1440 + 14 * 60 + 20
    assert moment_words(minute, "ru") == "31 августа 2025, 14:20"
    assert when_words(minute, minute, "en") == "31 August 2025, 14:20"
    assert when_words(on("2025-08-31") * 1440, on("2025-08-31") * 1440 + 1439, "en") == "31 August 2025"


@pytest.mark.parametrize(
    ("day", "kk"),
    [
        ("2026-01-29", "бүгін"),
        ("2026-01-30", "ертең"),
        ("2026-01-28", "кеше"),
        ("2026-02-01", "3 күннен кейін"),
        ("2026-08-31", "7 айдан кейін"),
        ("2029-01-29", "3 жылдан кейін"),
        ("2026-01-24", "5 күн бұрын"),
        ("2025-08-29", "5 ай бұрын"),
    ],
)
def test_kazakh_distances_have_their_case_endings(day, kk):
    assert distance(on(day), on("2026-01-29"), "kk") == kk
    assert distance(on(day), on("2026-01-29"), "kk", short=True) == kk


@pytest.mark.parametrize(
    ("first", "last", "kk"),
    [
        ("2026-05-04", "2026-05-04", "2026 жылғы 4 мамыр"),
        ("2026-05-04", "2026-05-17", "2026 жылғы 4–17 мамыр"),
        ("2026-04-28", "2026-05-03", "2026 жылғы 28 сәуір – 3 мамыр"),
        ("2025-12-28", "2026-01-03", "2025 жылғы 28 желтоқсан – 2026 жылғы 3 қаңтар"),
        ("2025-08-01", "2025-08-31", "2025 жылғы тамыз"),
        ("2025-01-01", "2025-12-31", "2025 жыл"),
    ],
)
def test_kazakh_puts_the_year_first(first, last, kk):
    assert span_words(on(first), on(last), "kk") == kk


def test_kazakh_weekdays_and_amounts():
    assert weekday_words(on("2026-02-09"), "kk") == "2026 жылғы 9 ақпан (дс)"
    assert weekday_words(on("2026-02-08"), "kk", short=True) == "жс 8 ақп 2026"
    assert moment_words(on("2025-08-31") * 1440 + 860, "kk") == "2025 жылғы 31 тамыз, 14:20"
    assert [amount(number, "sutki", "kk") for number in (1, 3, 40)] == ["1 тәулік", "3 тәулік", "40 тәулік"]
    assert amount(5, "working-days", "kk") == "5 жұмыс күні"
