"""A calendar says working, off, or either, and refuses a year that it does not hold."""

from datetime import date

import pytest

from panah.timelimits import (
    CalendarFormError,
    CalendarMissingError,
    calendar_from,
    last_working_day_on_or_before,
    parse_day,
)
from timelimits.little_calendars import YEARS_OF_WORKED_CASES, off, worked, year

CALENDAR = calendar_from("xx", YEARS_OF_WORKED_CASES)


@pytest.mark.parametrize(
    ("day", "status", "why"),
    [
        ("2026-02-02", "working", "a Monday"),
        ("2026-02-07", "off", "a Saturday"),
        ("2026-02-08", "off", "a Sunday"),
        ("2026-01-07", "off", "a feast on a Wednesday"),
        ("2026-03-08", "off", "a feast on a Sunday"),
        ("2026-03-09", "off", "the Monday it moved to"),
        ("2026-01-17", "working", "a Saturday worked"),
        ("2026-08-31", "either", "off in one version, a plain Monday in the later one"),
        ("2027-01-01", "off", "fixed, also in a provisional year"),
        ("2027-01-04", "either", "listed, in a provisional year"),
        ("2027-01-05", "working", "not listed, in a provisional year"),
        ("2027-01-09", "off", "a weekend, in a provisional year"),
    ],
)
def test_a_day_is_worked_or_off_or_nobody_is_sure(day, status, why):
    assert CALENDAR.status(parse_day(day)) == status, why


@pytest.mark.parametrize(
    ("entries", "status", "why"),
    [
        ([off("2026-05-04", status="unconfirmed")], "either", "not confirmed, a plain Monday otherwise"),
        ([off("2026-05-02", status="unconfirmed")], "off", "not confirmed, but a Saturday anyway"),
        ([worked("2026-05-02", status="unconfirmed")], "either", "a worked Saturday not confirmed"),
        ([off("2026-05-04", **{"dropped-on": "2026-02-01"})], "either", "dropped later"),
        ([off("2026-05-04", **{"known-from": "2026-02-01"})], "off", "known late, never dropped"),
        (
            [off("2026-05-04", **{"dropped-on": "2026-02-01"}), worked("2026-05-04", **{"known-from": "2026-02-01"})],
            "either",
            "two versions that differ",
        ),
        ([{**off("2026-05-04"), "is": False}], "off", "the word off as a reader of YAML 1.1 gives it"),
        ([off(date(2026, 5, 4))], "off", "a date that the reader has already made"),
    ],
)
def test_versions_of_a_day_are_joined(entries, status, why):
    calendar = calendar_from("xx", [year(2026, entries)])
    day = entries[0]["day"]
    assert calendar.status(day.toordinal() if isinstance(day, date) else parse_day(day)) == status, why


def test_a_year_that_is_not_held_is_refused_by_country_and_year():
    with pytest.raises(CalendarMissingError, match="xx for 2028") as refusal:
        CALENDAR.status(parse_day("2028-01-03"))
    assert (refusal.value.code, refusal.value.country, refusal.value.year) == ("calendar-missing", "xx", 2028)


def test_only_years_that_are_not_provisional_are_confirmed():
    assert CALENDAR.confirmed_years == {2025, 2026}


def test_the_day_to_file_by_is_surely_worked():
    assert last_working_day_on_or_before(parse_day("2026-02-08"), CALENDAR) == parse_day("2026-02-06")
    assert last_working_day_on_or_before(parse_day("2026-02-06"), CALENDAR) == parse_day("2026-02-06")
    # 31 August may be off, 29 and 30 are a weekend: Friday 28.
    assert last_working_day_on_or_before(parse_day("2026-08-31"), CALENDAR) == parse_day("2026-08-28")


def test_a_reason_is_given_in_the_language_asked_or_in_another():
    assert CALENDAR.why(parse_day("2026-03-09"), "ru") == "праздник"
    assert CALENDAR.why(parse_day("2026-03-09"), "kk") == "feast"
    assert CALENDAR.why(parse_day("2026-03-10"), "ru") == ""


def test_every_problem_of_a_calendar_is_said_at_once():
    broken = year(2026, [off("2025-01-01"), off("2026-02-30"), {**off("2026-01-02"), "is": "closed"}, "2026-01-03"])
    broken["days"] += [
        {"day": "2026-01-06", "is": "off"},
        off("2026-01-07"),
        off("2026-01-07"),
        off("2026-01-08", status="?"),
    ]
    broken |= {"weekend": ["sunday", "restday"], "status": "perhaps", "country": "yy"}
    with pytest.raises(CalendarFormError) as refusal:
        calendar_from("xx", [broken, year(2026, [])])
    said = str(refusal.value)
    for words in (
        "another year",
        "no-such-day",
        "'closed'",
        "2026-01-03",
        "why",
        "listed twice",
        "confirmed or unconfirmed",
        "restday",
        "'perhaps'",
        "'yy'",
        "each year once",
    ):
        assert words in said
