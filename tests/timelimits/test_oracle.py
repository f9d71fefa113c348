"""The counting against the naive counter of ``oracle``, on computations drawn from a seed."""

import itertools
import os
import random
from datetime import date, datetime, time, timedelta

import pytest

from panah.timelimits import Period, calendar_from, end_of, explain, regime_from, zone_from
from timelimits.little_calendars import YEARS_OF_WORKED_CASES, random_years
from timelimits.oracle import WallCalendar, count, count_hours_by_the_sun, days_between

SOAK = os.environ.get("PANAH_SOAK") == "1"
COUNT = 240_000 if SOAK else 14_000
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
LARGEST = {"hours": 400, "sutki": 400, "days": 120, "working-days": 70, "months": 30, "years": 3}
SHARES = {"hours": 5, "sutki": 30, "days": 15, "working-days": 25, "months": 20, "years": 5}

# Each rule twice: for panah as a law file has it, for the oracle in its own words.
RULES = {
    "criminal-procedure": (
        {"first-unit": "excluded", "rolls": "yes", "in-time": ["posted", "handed-to-facility"]},
        {"custody": False, "gives_way": True, "closes": None},
    ),
    "custody": ({"first-unit": "included", "rolls": "no"}, {"custody": True, "gives_way": False, "closes": None}),
    "civil-procedure": (
        {"first-unit": "excluded", "rolls": "yes"},
        {"custody": False, "gives_way": True, "closes": None},
    ),
    "in-court": (
        {"first-unit": "excluded", "rolls": "yes", "office-closes": "18:30"},
        {"custody": False, "gives_way": True, "closes": time(18, 30)},
    ),
    "offences-arrest": (
        {"first-unit": "excluded", "rolls": "no"},
        {"custody": False, "gives_way": False, "closes": None},
    ),
    "unheard-of": ({"first-unit": "included", "rolls": "yes"}, {"custody": True, "gives_way": True, "closes": None}),
    "unheard-of-in-court": (
        {"first-unit": "included", "rolls": "no", "office-closes": "17:00"},
        {"custody": True, "gives_way": False, "closes": time(17)},
    ),
}
REGIMES = {name: regime_from(f"xx/{name}", plain) for name, (plain, _) in RULES.items()}


def wall_calendar(years):
    """Turn the plain years into the oracle's sets, by another road than panah's."""
    weekend = {WEEKDAYS.index(name) + 1 for name in years[0]["weekend"]}
    off, on, unsure = set(), set(), set()
    for year in years:
        for entry in year["days"]:
            day = date.fromisoformat(entry["day"])
            if (year["status"] == "provisional" and "fixed" not in entry) or "status" in entry or "dropped-on" in entry:
                unsure.add(day)
            else:
                (off if entry["is"] == "off" else on).add(day)
    # A day off on a weekend is off in every version.
    unsure = {day for day in unsure if (day.isoweekday() in weekend) == (day in _listed_worked(years))}
    return WallCalendar(weekend, off, on, unsure)


def _listed_worked(years):
    return {date.fromisoformat(entry["day"]) for year in years for entry in year["days"] if entry["is"] == "working"}


def to_minute(moment):
    return moment.toordinal() * 1440 + moment.hour * 60 + moment.minute


def draw(chance, first_year, last_year):
    """Draw one computation; month ends, year ends and leap days come more often than chance would have it."""
    start = date(first_year, 1, 1) + timedelta(days=chance.randrange((last_year - first_year) * 365))
    if chance.random() < 0.3:
        start = start.replace(day=1) - timedelta(days=chance.choice([1, 1, 2, 0]))
    unit = chance.choices(list(SHARES), list(SHARES.values()))[0]
    amount = chance.randint(1, LARGEST[unit])
    if chance.random() < 0.5:
        amount = min(amount, chance.randint(1, 15))
    moment = datetime.combine(start, time(chance.randrange(24), chance.randrange(60)))
    return moment, amount, unit, chance.choice(list(RULES))


@pytest.mark.parametrize("seed", range(9))
def test_counting_agrees_with_the_naive_counter(seed):
    chance = random.Random(seed)  # noqa: S311
    years = random_years(chance, 2019, 2032) if seed else YEARS_OF_WORKED_CASES
    calendar, wall = calendar_from("xx", years), wall_calendar(years)
    first_year, last_year = (2020, 2028) if seed else (2025, 2027)
    for _ in range(COUNT):
        start, amount, unit, rule = draw(chance, first_year, last_year)
        if not seed and start.year < 2025:
            start = start.replace(year=2025)
        if not seed and (amount > 25 or unit == "years" or (unit in {"months", "hours"} and amount > 11)):
            amount, unit = 10, "sutki"
        period = Period(amount, unit)
        words = RULES[rule][1]
        early = count(start, amount, unit, words, wall, unsure_days_worked=wall.unsure)
        late = count(start, amount, unit, words, wall, unsure_days_worked=())
        end = end_of(to_minute(start), period, REGIMES[rule], calendar)
        where = f"{start} + {period} under {rule}, seed {seed}"
        assert (end.first, end.last) == (to_minute(early), to_minute(late)), where


@pytest.mark.parametrize("seed", range(3))
def test_first_and_last_are_the_ends_of_all_that_unsure_days_may_be(seed):
    chance = random.Random(100 + seed)  # noqa: S311
    years = random_years(chance, 2019, 2032)
    calendar, wall = calendar_from("xx", years), wall_calendar(years)
    for _ in range(COUNT // 30):
        start, amount, unit, rule = draw(chance, 2020, 2028)
        if unit not in {"sutki", "days", "working-days"}:
            continue
        end = end_of(to_minute(start), Period(amount, unit), REGIMES[rule], calendar)
        window = [day for day in days_between(start.date(), date.fromordinal(end.last // 1440)) if day in wall.unsure]
        choices = itertools.chain.from_iterable(
            itertools.combinations(window[-6:], size) for size in range(len(window[-6:]) + 1)
        )
        if unit == "working-days" and len(window) > 6:
            continue
        ends = [
            to_minute(count(start, amount, unit, RULES[rule][1], wall, unsure_days_worked=choice)) for choice in choices
        ]
        assert (end.first, end.last) == (min(ends), max(ends)), f"{start} + {amount} {unit} under {rule}"
        assert {date.fromordinal(day) for day in end.uncertain} <= set(window)
        assert bool(end.uncertain) == (end.first != end.last)


def test_hours_across_a_change_of_clocks_agree_with_hours_that_pass():
    back = zone_from(
        {"id": "xx-east", "offsets": [{"from": "2005-03-15", "utc": "+06:00"}, {"from": "2024-03-01", "utc": "+05:00"}]}
    )
    ahead = zone_from(
        {
            "id": "xx-south",
            "offsets": [{"from": "2005-03-15", "utc": "+05:00"}, {"from": "2018-12-21", "utc": "+06:00"}],
        }
    )
    regime = REGIMES["custody"]
    chance = random.Random(7)  # noqa: S311
    for zone, change, before, after in (
        (back, datetime(2024, 3, 1), 6, 5),  # noqa: DTZ001
        (ahead, datetime(2018, 12, 21), 5, 6),  # noqa: DTZ001
    ):
        clocks = [(datetime.min, before), (change - timedelta(hours=before), after)]  # noqa: DTZ901
        for _ in range(400):
            start = change + timedelta(minutes=chance.randrange(-100 * 60, 30 * 60))
            if abs(start - change) <= timedelta(hours=1):
                continue  # the clock showed it twice, or never: tried in test_zones
            hours = chance.randint(1, 96)
            end = end_of(to_minute(start), Period(hours, "hours"), regime, None, (zone,))
            expected = to_minute(count_hours_by_the_sun(start, hours, clocks))
            assert (end.first, end.last) == (expected, expected), f"{start} + {hours} h in {zone.id}"


@pytest.mark.parametrize("seed", range(4))
def test_explained_counting_ends_where_counting_ends(seed):
    chance = random.Random(200 + seed)  # noqa: S311
    calendar = calendar_from("xx", random_years(chance, 2019, 2032))
    for _ in range(COUNT // 30):
        start, amount, unit, rule = draw(chance, 2020, 2028)
        minute, period = to_minute(start), Period(amount, unit)
        end = end_of(minute, period, REGIMES[rule], calendar)
        told = explain(minute, period, REGIMES[rule], calendar)[-1]
        expected = [datetime.fromordinal(m // 1440) + timedelta(minutes=m % 1440) for m in (end.first, end.last)]
        written = [moment.strftime("%Y-%m-%dT%H:%M") for moment in expected]
        if told.what == "end":
            assert [told.values["at"]] * 2 == written
        else:
            assert [told.values["first"], told.values["last"]] == written
