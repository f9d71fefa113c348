"""Hours of the law are real hours, also when the clocks are changed or the zone is not known."""

import pytest

from panah.timelimits import Period, ZoneFormError, clock, day_of, end_of, iso, parse_date, regime_from, zone_from
from panah.timelimits.computation import before

EAST = zone_from(
    {"id": "xx-east", "offsets": [{"from": "2005-03-15", "utc": "+06:00"}, {"from": "2024-03-01", "utc": "+05:00"}]}
)
WEST = zone_from({"id": "xx-west", "offsets": [{"from": "2005-03-15", "utc": "+05:00"}]})
SPRING = zone_from(
    {
        "id": "xx-spring",
        "offsets": [{"from": "2020-01-01", "utc": "+01:00"}, {"from": "2024-03-31T02:00", "utc": "+02:00"}],
    }
)
CUSTODY = regime_from("xx/custody", {"first-unit": "included", "rolls": "no"})


def ends(start, hours, *zones):
    end = end_of(parse_date(start).first, Period(hours, "hours"), CUSTODY, None, zones)
    return [f"{iso(day_of(minute))}T{clock(minute)}" for minute in (end.first, end.last)]


@pytest.mark.parametrize(
    ("start", "hours", "zones", "first", "last", "why"),
    [
        (
            "2024-02-28T14:20",
            72,
            [EAST],
            "2024-03-02T13:20",
            "2024-03-02T13:20",
            "28+3 = 2 March (29 days), one hour earlier on the wall",
        ),
        ("2024-02-28T14:20", 72, [WEST], "2024-03-02T14:20", "2024-03-02T14:20", "no change in the west"),
        ("2024-02-28T14:20", 72, [EAST, WEST], "2024-03-02T13:20", "2024-03-02T14:20", "the place is not known"),
        ("2024-02-28T14:20", 24, [EAST, WEST], "2024-02-29T14:20", "2024-02-29T14:20", "over before the change"),
        ("2025-08-31T14:20", 72, [EAST, WEST], "2025-09-03T14:20", "2025-09-03T14:20", "long after the change"),
        ("2024-02-29T22:30", 1, [EAST], "2024-02-29T23:30", "2024-02-29T23:30", "the first 23:30 of two"),
        ("2024-02-29T22:30", 2, [EAST], "2024-02-29T23:30", "2024-02-29T23:30", "the second 23:30 of two"),
        ("2024-02-29T23:30", 2, [EAST], "2024-03-01T00:30", "2024-03-01T01:30", "which 23:30 is not known"),
        ("2024-02-29T23:00", 1, [EAST], "2024-02-29T23:00", "2024-03-01T00:00", "the first minute shown twice"),
        ("2024-03-01T00:00", 1, [EAST], "2024-03-01T01:00", "2024-03-01T01:00", "shown once"),
        ("2024-03-31T01:30", 1, [SPRING], "2024-03-31T03:30", "2024-03-31T03:30", "the hour from 2 to 3 is not shown"),
        (
            "2024-03-31T02:30",
            1,
            [SPRING],
            "2024-03-31T04:30",
            "2024-03-31T04:30",
            "02:30 by a clock not yet put forward is 03:30",
        ),
    ],
)
def test_hours_pass_in_real_time(start, hours, zones, first, last, why):
    assert ends(start, hours, *zones) == [first, last], why


def test_without_zones_hours_pass_on_the_wall():
    assert ends("2024-02-28T14:20", 72) == ["2024-03-02T14:20"] * 2


def test_counting_back_also_passes_real_hours():
    back = before(parse_date("2024-03-02T13:20").first, Period(72, "hours"), CUSTODY, zones=(EAST,))
    assert back == parse_date("2024-02-28T14:20").first


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ({"offsets": [{"from": "2024-03-01", "utc": "+05:00"}]}, "id"),
        ({"id": "a"}, "offsets"),
        ({"id": "a", "offsets": []}, "offsets"),
        ({"id": "a", "offsets": ["+05:00"]}, "expected"),
        ({"id": "a", "offsets": [{"from": "2024-03-01", "utc": "5"}]}, "+05:00"),
        ({"id": "a", "offsets": [{"from": "2024-03-01", "utc": "+15:00"}]}, "14 hours"),
        ({"id": "a", "offsets": [{"from": "soon", "utc": "+05:00"}]}, "not a date"),
        (
            {"id": "a", "offsets": [{"from": "2024-03-01", "utc": "+05:00"}, {"from": "2023-03-01", "utc": "+06:00"}]},
            "order",
        ),
    ],
)
def test_a_zone_that_cannot_be_read_is_refused(plain, words):
    with pytest.raises(ZoneFormError) as refusal:
        zone_from(plain)
    assert words in str(refusal.value)


def test_an_offset_west_of_utc_is_negative():
    assert zone_from({"id": "a", "offsets": [{"from": "2024-03-01", "utc": "-03:30"}]}).changes[0][1] == -210
