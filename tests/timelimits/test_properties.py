"""What holds for every date, period and counting."""

import contextlib
import os
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from panah.timelimits import (
    DateFormError,
    Period,
    PeriodFormError,
    Regime,
    before,
    calendar_from,
    end_of,
    iso,
    parse_date,
    parse_day,
    parse_period,
)
from timelimits.little_calendars import random_years

EXAMPLES = 20_000 if os.environ.get("PANAH_SOAK") == "1" else 200
CALENDAR = calendar_from("xx", random_years(random.Random(11), 2019, 2036))  # noqa: S311
UNITS = ["hours", "sutki", "days", "working-days", "months", "years"]

days = st.integers(parse_day("2020-01-01"), parse_day("2030-12-31"))
regimes = st.builds(
    Regime,
    st.just("xx/any"),
    st.sampled_from(["excluded", "included"]),
    st.booleans(),
    st.sampled_from([None, 1080]),
)
periods = st.builds(Period, st.integers(1, 48), st.sampled_from(UNITS)).filter(
    lambda p: p.unit != "years" or p.amount < 4
)
plain_dates = days.map(iso).flatmap(
    lambda day: st.sampled_from([day, day[:7], day[:4], day[:8] + "XX", day[:4] + "-XX-XX"])
)


@settings(max_examples=EXAMPLES, deadline=None)
@given(days)
def test_a_day_survives_writing_and_reading(day):
    assert parse_day(iso(day)) == day
    assert parse_date(iso(day)) == (day * 1440, day * 1440 + 1439)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.builds(Period, st.integers(1, 10_000), st.sampled_from(UNITS)))
def test_a_period_survives_writing_and_reading(period):
    assert parse_period(str(period)) == period


@settings(max_examples=EXAMPLES, deadline=None)
@given(plain_dates, st.sampled_from("~?"))
def test_about_a_date_is_wider_on_both_sides(text, mark):
    narrow, wide = parse_date(text), parse_date(text + mark)
    assert wide.first < narrow.first
    assert wide.last > narrow.last


@settings(max_examples=EXAMPLES, deadline=None)
@given(plain_dates, plain_dates)
def test_an_interval_or_a_list_covers_both_its_ends(one, other):
    if parse_date(one).first > parse_date(other).first:
        one, other = other, one
    first, last = parse_date(one), parse_date(other)
    covering = [f"[{one},{other}]"] if first != last else []
    for text in covering:
        assert parse_date(text) == (first.first, max(first.last, last.last))
    if last.last >= first.last:
        assert parse_date(f"{one}/{other}") == (first.first, last.last)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.text(alphabet="0123456789-/.,[]~?XT: суток", max_size=24))
def test_any_text_is_read_or_refused_in_one_way(text):
    for read, refusal in ((parse_date, DateFormError), (parse_period, PeriodFormError)):
        with contextlib.suppress(refusal):
            value = read(text)
            assert read(text) == value
            if read is parse_date:
                assert value.last is None or value.first <= value.last


@settings(max_examples=EXAMPLES, deadline=None)
@given(days, st.integers(0, 60), periods, regimes)
def test_a_later_start_never_ends_earlier(day, later, period, regime):
    one = end_of(day * 1440, period, regime, CALENDAR)
    other = end_of((day + later) * 1440, period, regime, CALENDAR)
    assert one.first <= other.first
    assert one.last <= other.last
    assert one.unrolled <= other.unrolled


@settings(max_examples=EXAMPLES, deadline=None)
@given(days, periods, regimes)
def test_a_longer_limit_never_ends_earlier(day, period, regime):
    longer = Period(period.amount + 1, period.unit)
    assert end_of(day * 1440, period, regime, CALENDAR).last <= end_of(day * 1440, longer, regime, CALENDAR).last


@settings(max_examples=EXAMPLES, deadline=None)
@given(days, st.integers(0, 1439), periods, regimes)
def test_ends_are_in_order_and_differ_only_for_a_reason(day, minute, period, regime):
    end = end_of(day * 1440 + minute, period, regime, CALENDAR)
    assert end.unrolled <= end.first <= end.last
    assert bool(end.uncertain) == (end.first != end.last)
    assert all(CALENDAR.status(unsure) == "either" for unsure in end.uncertain)
    if period.unit != "hours":
        assert end == end_of(day * 1440, period, regime, CALENDAR)
    if regime.rolls and period.unit != "hours":
        assert CALENDAR.status(end.last // 1440) == "working"


@settings(max_examples=EXAMPLES, deadline=None)
@given(days, periods, regimes)
def test_a_counted_first_day_ends_a_day_earlier_or_a_working_day(day, period, regime):
    counted = regime._replace(first_unit="included", rolls=False)
    not_counted = counted._replace(first_unit="excluded")
    early, late = (end_of(day * 1440, period, way, CALENDAR).first for way in (counted, not_counted))
    if period.unit == "hours":
        assert early == late
    elif period.unit == "working-days":
        assert early <= late
    else:
        assert early == late - 1440


@settings(max_examples=EXAMPLES, deadline=None)
@given(days, periods.filter(lambda p: p.unit in {"hours", "sutki", "days"}), regimes)
def test_counting_back_undoes_counting(day, period, regime):
    plain = regime._replace(first_unit="excluded", rolls=False, office_closes=None)
    start = day * 1440 + 1439
    assert before(end_of(start, period, plain, CALENDAR).last, period, plain, CALENDAR) == start


@settings(max_examples=EXAMPLES, deadline=None)
@given(days, periods.filter(lambda p: p.unit != "hours"), regimes)
def test_what_is_done_in_time_counting_back_leaves_the_whole_period(day, period, regime):
    plain = regime._replace(first_unit="excluded", rolls=False, office_closes=None)
    back = before(day * 1440, period, plain, CALENDAR)
    assert end_of(back, period, plain, CALENDAR).last <= day * 1440 + 1439
