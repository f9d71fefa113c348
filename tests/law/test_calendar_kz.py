"""The calendars of Kazakhstan, year by year: their shape, their sums, and a list written by hand beside them.

Every scalar is read as a word (`off`, `no` and dates stay text), as the strict reader of the law does.
"""

import datetime as dt
from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).parents[2] / "law" / "kz" / "calendar"
YEARS = range(2010, 2028)

# Non-working Mondays to Fridays, by hand from news and official calendars of the time, not from the files.
BY_HAND = {
    2014: "01-01 01-02 01-03 01-07 03-10 03-21 03-24 03-25 05-01 05-02 05-07 05-08 05-09 07-07 09-01 12-01 12-16 12-17",
    2023: "01-02 01-03 03-08 03-21 03-22 03-23 05-01 05-08 05-09 06-28 07-06 07-07 08-30 10-25 12-18",
    2026: "01-01 01-02 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-11 05-27 07-06 08-31 10-26 12-16",
}
WORKED_BY_HAND = {2014: {"05-04", "05-11"}, 2023: {"07-01"}, 2026: set()}


def read(year):
    return yaml.load((FOLDER / f"{year}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


def day_of(entry):
    return dt.date.fromisoformat(entry["day"])


@pytest.mark.parametrize("year", YEARS)
def test_a_year_says_where_it_comes_from_and_what_it_does_not_know(year):
    calendar = read(year)
    assert calendar["year"] == str(year)
    assert calendar["country"] == "kz"
    assert calendar["weekend"] == ["saturday", "sunday"]
    assert calendar["status"] == ("provisional" if year == 2027 else "confirmed")
    assert all(source["confidence"] in {"high", "medium", "low"} for source in calendar["sources"])
    assert all(source["title"] and source["url"].startswith("http") for source in calendar["sources"])
    assert all(gap["ru"] and gap["en"] for gap in calendar["not-established"])


@pytest.mark.parametrize("year", YEARS)
def test_days_are_of_their_year_in_order_and_each_says_why(year):
    entries = read(year)["days"]
    days = [day_of(entry) for entry in entries]
    assert days == sorted(set(days))
    assert all(day.year == year for day in days)
    for entry in entries:
        assert entry["is"] in {"off", "working"}
        assert entry["why"]["ru"].strip()
        assert entry["why"]["en"].strip()
        assert entry.get("status", "unconfirmed") == "unconfirmed"


@pytest.mark.parametrize("year", YEARS)
def test_a_moved_day_off_comes_from_a_weekend_or_a_worked_day_and_falls_on_a_weekday(year):
    worked = {entry["day"] for other in (year - 1, year) if other in YEARS for entry in worked_days(other)}
    for entry in read(year)["days"]:
        if "moved-from" not in entry:
            continue
        origin = dt.date.fromisoformat(entry["moved-from"])
        assert day_of(entry).weekday() < 5
        assert origin.weekday() >= 5 or entry["moved-from"] in worked
        assert "moves" not in entry


def worked_days(year):
    return [entry for entry in read(year)["days"] if entry["is"] == "working"]


@pytest.mark.parametrize("year", YEARS)
def test_every_holiday_on_a_weekend_that_moves_has_its_day_and_no_other_has(year):
    entries = read(year)["days"]
    moved = {entry["moved-from"] for entry in entries if "moved-from" in entry}
    by_day = {entry["day"]: entry for entry in entries}
    for entry in entries:
        on_weekend = day_of(entry).weekday() >= 5
        if entry.get("moves") == "yes" and on_weekend:
            # 9 May 2020 moved to 11 May by the law, and that day to 8 May by a decree
            assert entry["day"] in moved or entry["day"] == "2020-05-09"
        if entry.get("moves") == "no":
            assert entry["day"] not in moved
    for entry in worked_days(year):
        assert entry["day"] in moved or entry["day"] == "2013-12-28"
        assert day_of(entry).weekday() >= 5 or by_day["2020-05-09"]["is"] == "off"


@pytest.mark.parametrize("year", YEARS)
def test_christmas_and_kurban_ait_do_not_move(year):
    still = [entry for entry in read(year)["days"] if entry.get("moves") == "no"]
    names = [entry["why"]["en"] for entry in still]
    assert "Orthodox Christmas" in names
    assert "Kurban Ait, first day" in names
    assert next(entry["day"] for entry in still if entry["why"]["en"] == "Orthodox Christmas") == f"{year}-01-07"


def test_holidays_come_and_go_with_the_law():
    def has(year, month_day):
        return any(entry["day"] == f"{year}-{month_day}" and "moves" in entry for entry in read(year)["days"])

    assert [year for year in YEARS if has(year, "05-07")] == list(range(2013, 2028))
    assert [year for year in YEARS if has(year, "12-01")] == list(range(2012, 2022))
    assert [year for year in YEARS if has(year, "12-17")] == list(range(2010, 2022))
    assert [year for year in YEARS if has(year, "10-25")] == list(range(2022, 2028))
    assert [year for year in YEARS if has(year, "08-30")] == list(range(2010, 2026))
    assert [year for year in YEARS if has(year, "03-15")] == [2027]


@pytest.mark.parametrize("year", BY_HAND)
def test_the_file_agrees_with_a_list_written_by_hand(year):
    entries = read(year)["days"]
    off = {entry["day"][5:] for entry in entries if entry["is"] == "off" and day_of(entry).weekday() < 5}
    assert off == set(BY_HAND[year].split())
    assert {entry["day"][5:] for entry in worked_days(year)} == WORKED_BY_HAND[year]


def test_31_august_2026_keeps_both_dated_versions_and_is_not_confirmed():
    entry = next(entry for entry in read(2026)["days"] if entry["day"] == "2026-08-31")
    assert entry["is"] == "off"
    assert entry["status"] == "unconfirmed"
    assert entry["moved-from"] == "2026-08-30"
    assert entry["known-from"] < entry["dropped-on"] < entry["day"]


def test_17_june_2024_was_worked_after_the_ministry_said_so():
    assert "2024-06-17" not in {entry["day"] for entry in read(2024)["days"]}


def test_in_the_year_that_is_not_announced_only_days_named_by_the_law_are_fixed():
    for entry in read(2027)["days"]:
        fixed = entry.get("fixed") == "yes"
        assert not (fixed and "moved-from" in entry)
        assert not (fixed and "Kurban" in entry["why"]["en"])
        assert not (fixed and entry["day"] == "2027-03-15")
    assert sum(entry.get("fixed") == "yes" for entry in read(2027)["days"]) == 13


@pytest.mark.parametrize(
    ("zone", "changes"),
    [
        ("east", [("2005-03-15", "+06:00"), ("2024-03-01", "+05:00")]),
        ("west", [("2005-03-15", "+05:00")]),
        ("kyzylorda", [("2005-03-15", "+06:00"), ("2018-12-21", "+05:00")]),
    ],
)
def test_civil_time_changes_on_the_days_of_the_iana_database(zone, changes):
    plain = yaml.load((FOLDER.parent / "time-zones.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    offsets = {entry["id"]: [(step["from"], step["utc"]) for step in entry["offsets"]] for entry in plain["zones"]}
    assert offsets[zone] == changes
    assert {steps[-1][1] for steps in offsets.values()} == {"+05:00"}
