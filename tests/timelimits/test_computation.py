"""Counting on cases worked by hand, counting back, and refusals to guess."""

import csv
from pathlib import Path

import pytest

from panah.timelimits import (
    CalendarMissingError,
    Period,
    TimeRangeError,
    before,
    calendar_from,
    clock,
    day_of,
    end_of,
    explain,
    iso,
    parse_date,
    parse_day,
    parse_period,
    regime_from,
)
from timelimits.little_calendars import YEARS_OF_WORKED_CASES, off, year

CALENDAR = calendar_from("xx", YEARS_OF_WORKED_CASES)
ROLLING = {"first-unit": "excluded", "rolls": "yes"}
REGIMES = {
    "criminal-procedure": regime_from("xx/criminal-procedure", ROLLING),
    "civil-procedure": regime_from("xx/civil-procedure", ROLLING),
    "administrative": regime_from("xx/administrative", ROLLING),
    "in-court": regime_from("xx/in-court", ROLLING | {"office-closes": "18:30"}),
    "plain": regime_from("xx/plain", {"first-unit": "excluded", "rolls": "no"}),
    "offences-arrest": regime_from("xx/offences-arrest", {"first-unit": "excluded", "rolls": "no"}),
    "custody": regime_from("xx/custody", {"first-unit": "included", "rolls": "no"}),
    "custody-from-next-day": regime_from("xx/custody-from-next-day", {"first-unit": "excluded", "rolls": "no"}),
    "first-counted": regime_from("xx/first-counted", {"first-unit": "included", "rolls": "yes"}),
}


def worked_cases():
    with (Path(__file__).parent / "worked_cases.csv").open(encoding="utf-8", newline="") as file:
        return [pytest.param(*list(row.values())[1:], id=row["case"]) for row in csv.DictReader(file)]


def count(start, period, regime, calendar=CALENDAR):
    return end_of(parse_date(start).first, parse_period(period), REGIMES[regime], calendar)


@pytest.mark.parametrize(("start", "period", "regime", "first", "last", "arithmetic"), worked_cases())
def test_a_case_worked_by_hand(start, period, regime, first, last, arithmetic):
    end = count(start, period, regime)
    assert (end.first, end.last) == (parse_date(first).last, parse_date(last).last), arithmetic
    told = explain(parse_date(start).first, parse_period(period), REGIMES[regime], CALENDAR)[-1].values
    assert told.get("first", told.get("at")) == f"{iso(day_of(end.first))}T{clock(end.first)}"


def test_the_end_before_the_roll_is_kept():
    end = count("2026-01-29", "10 sutki", "criminal-procedure")
    assert (iso(day_of(end.unrolled)), iso(day_of(end.last))) == ("2026-02-08", "2026-02-09")


def test_the_days_that_make_an_end_uncertain_are_named():
    assert count("2026-07-30", "1 month", "criminal-procedure").uncertain == (parse_day("2026-08-31"),)
    assert count("2026-07-29", "1 month", "plain").uncertain == ()


def test_a_limit_that_does_not_roll_needs_no_calendar():
    assert iso(day_of(count("2030-01-31", "1 month", "plain", calendar=None).last)) == "2030-02-28"


@pytest.mark.parametrize(
    ("start", "period", "regime", "year_missing"),
    [
        ("2027-12-20", "12 sutki", "criminal-procedure", 2028),
        ("2027-12-20", "15 working-days", "plain", 2028),
        ("2029-05-01", "1 month", "civil-procedure", 2029),
    ],
)
def test_nothing_is_counted_past_the_calendar(start, period, regime, year_missing):
    with pytest.raises(CalendarMissingError) as refusal:
        count(start, period, regime)
    assert refusal.value.year == year_missing
    with pytest.raises(CalendarMissingError):
        explain(parse_date(start).first, parse_period(period), REGIMES[regime], CALENDAR)


def test_without_any_calendar_the_year_needed_is_named():
    with pytest.raises(CalendarMissingError) as refusal:
        count("2026-01-29", "10 sutki", "criminal-procedure", calendar=None)
    assert (refusal.value.country, refusal.value.year) == (None, 2026)


def test_a_roll_over_the_last_day_of_the_calendar_is_refused_and_not_guessed():
    one_year = calendar_from("xx", [year(2026, [off("2026-12-31")])])
    with pytest.raises(CalendarMissingError):
        count("2026-12-21", "10 sutki", "criminal-procedure", one_year)


@pytest.mark.parametrize(
    ("start", "period"),
    [
        ("2025-01-01", "10000 years"),
        ("2025-01-01", "8000 years"),
        ("9800-01-01", "10000 months"),
        ("9899-12-31", "100 years"),
    ],
)
def test_an_end_after_the_last_year_is_refused(start, period):
    with pytest.raises(TimeRangeError):
        count(start, period, "plain")
    with pytest.raises(TimeRangeError):
        count(start, period, "custody")


def test_a_day_before_the_first_year_is_refused():
    with pytest.raises(TimeRangeError):
        before(parse_date("1001-01-01").first, parse_period("2000 years"), REGIMES["plain"])
    with pytest.raises(TimeRangeError):
        before(5 * 1440, parse_period("10 days"), REGIMES["plain"])


@pytest.mark.parametrize(
    ("end", "period", "regime", "expected", "arithmetic"),
    [
        ("2025-10-09", "10 sutki", "custody", "2025-09-29", "9-10 = -1; September 30 - 1"),
        ("2025-10-10T14:20", "10 sutki", "plain", "2025-09-30", "the day is looked at, not the hour"),
        ("2026-05-12", "1 month", "custody", "2026-04-12", "same number"),
        ("2026-03-31", "1 month", "plain", "2026-02-28", "no 31.02"),
        ("2024-02-29", "1 year", "plain", "2023-02-28", "no 29.02.2023"),
        ("2026-01-06", "5 working-days", "administrative", "2025-12-26", "5 = 1; 31 30 29 = 4; 26 = 5; 1 2 off"),
        ("2026-09-02", "2 working-days", "administrative", "2026-08-28", "1 = 1; 31 may be off; Fri 28 = 2"),
        ("2026-02-08", "3 working-days", "administrative", "2026-02-03", "a Sunday: Fri 6 Thu 5 Wed 4 lie between"),
        ("2026-02-23", "3 days", "in-court", "2026-02-20T18:30", "until the court closes"),
        ("2025-10-09T20:00", "12 hours", "custody", "2025-10-09T08:00", "720 minutes"),
    ],
)
def test_counting_back(end, period, regime, expected, arithmetic):
    assert (
        before(parse_date(end).first, parse_period(period), REGIMES[regime], CALENDAR) == parse_date(expected).last
    ), arithmetic


def test_the_same_question_has_the_same_answer_with_another_calendar_between():
    question = (parse_date("2026-01-29").first, Period(10, "sutki"), REGIMES["criminal-procedure"])
    other = calendar_from("xx", [year(2026, [off("2026-02-09")])])
    answers = [end_of(*question, CALENDAR), end_of(*question, other), end_of(*question, CALENDAR)]
    assert [iso(day_of(answer.last)) for answer in answers] == ["2026-02-09", "2026-02-10", "2026-02-09"]
