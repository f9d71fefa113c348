"""The steps of a counting, as a reader would check them by hand."""

from panah.timelimits import calendar_from, explain, parse_date, parse_period, regime_from, zone_from
from timelimits.little_calendars import YEARS_OF_WORKED_CASES

CALENDAR = calendar_from("xx", YEARS_OF_WORKED_CASES)
PROCEDURE = regime_from("xx/procedure", {"first-unit": "excluded", "rolls": "yes"})
IN_COURT = regime_from("xx/in-court", {"first-unit": "excluded", "rolls": "yes", "office-closes": "18:30"})
CUSTODY = regime_from("xx/custody", {"first-unit": "included", "rolls": "no"})


def told(start, period, regime, *zones, lang="en"):
    return explain(parse_date(start).first, parse_period(period), regime, CALENDAR, zones, lang)


def test_ten_sutki_that_end_on_a_sunday():
    assert told("2026-01-29T15:00", "10 sutki", PROCEDURE) == [
        ("start", {"day": "2026-01-29", "weekday": 4, "amount": 10, "unit": "sutki", "regime": "xx/procedure"}),
        ("first-day-not-counted", {"day": "2026-01-30", "weekday": 5}),
        ("raw-end", {"day": "2026-02-08", "weekday": 7}),
        ("skipped", {"day": "2026-02-08", "weekday": 7, "reason": "weekend", "why": ""}),
        ("rolled", {"from": "2026-02-08", "day": "2026-02-09", "weekday": 1}),
        ("end", {"at": "2026-02-09T23:59", "weekday": 1}),
    ]


def test_months_of_custody_with_the_first_day_counted():
    steps = told("2025-08-31", "12 months", CUSTODY)
    assert [step.what for step in steps] == [
        "start",
        "first-day-counted",
        "eve-of-same-number",
        "raw-end",
        "not-rolled",
        "end",
    ]
    assert steps[-1].values["at"] == "2026-08-30T23:59"


def test_a_month_that_lacks_the_number_and_a_court_that_closes():
    steps = told("2026-01-30", "1 month", IN_COURT)
    assert ("no-such-number", {"number": 30, "day": "2026-02-28", "weekday": 6}) in steps
    assert ("office-closes", {"clock": "18:30"}) in steps
    assert steps[-1].values["at"] == "2026-03-02T18:30"


def test_feasts_among_working_days_are_named_with_their_reason():
    skipped = [
        step.values for step in told("2026-03-03", "10 working-days", PROCEDURE, lang="ru") if step.what == "skipped"
    ]
    assert [values["day"] for values in skipped] == [
        "2026-03-07",
        "2026-03-08",
        "2026-03-09",
        "2026-03-14",
        "2026-03-15",
    ]
    assert [values["why"] for values in skipped] == ["", "праздник", "праздник", "", ""]


def test_a_day_nobody_is_sure_of_is_told_and_the_end_is_a_span():
    steps = told("2026-07-30", "1 month", PROCEDURE)
    assert [step.values["day"] for step in steps if step.what == "uncertain"] == ["2026-08-31"]
    assert steps[-1] == (
        "end-between",
        {"first": "2026-08-31T23:59", "last": "2026-09-01T23:59", "weekday": 2},
    )


def test_a_change_of_clocks_within_the_hours_is_told():
    offsets = [{"from": "2005-03-15", "utc": "+06:00"}, {"from": "2024-03-01", "utc": "+05:00"}]
    steps = told("2024-02-28T14:20", "72 hours", CUSTODY, zone_from({"id": "xx-east", "offsets": offsets}))
    assert ("clocks-change", {"zone": "xx-east", "at": "2024-03-01T00:00", "minutes": -60}) in steps
    assert steps[-1].values["at"] == "2024-03-02T13:20"
