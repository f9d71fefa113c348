"""The engine and a second telling of Zedland's law, from the law alone, give the same days and sets."""

from datetime import date

import pytest
from hypothesis import given, settings

from panah.procedure.replay import moments
from panah.routes.finding import find_routes
from zedland import LAW, casefile
from zedland_drawn import cases
from zedland_facts import read
from zedland_positions import POSITIONS
from zedland_routes import ROUTES, between_readings, in_sight, smallest


def parted(acts):
    """Acts as the second telling reads them."""
    for act in acts:
        when, kind, *fields = act.split()
        told = dict(field.split("=") for field in fields)
        if "leave-by" in told:
            told["leave-by"] = date.fromisoformat(told["leave-by"])
        yield date.fromisoformat(when), kind, told


def engine(acts, today, **head):
    return find_routes(moments(casefile(acts, **head), LAW, as_of=today.toordinal()), today.toordinal())


def days_of(found):
    return (
        found.nothing_filed.at_once,
        found.nothing_filed.full_terms,
        found.all_filed.at_once,
        found.all_filed.full_terms,
    )


def told_days(facts, name):
    solve, filings = ROUTES[name]
    return tuple(_number(solve(facts, made, slowly).goal) for made in (set(), set(filings)) for slowly in (False, True))


def _number(day):
    return None if day is None else day.toordinal()


def _day(text):
    return text and date.fromisoformat(text)


@pytest.mark.parametrize("position", POSITIONS, ids=lambda position: position[0])
def test_twenty_positions_solved_on_paper(position):
    _, acts, today, name, days, sets = position
    facts = read(list(parted(acts)), _day(today))
    routes = engine(acts, _day(today))
    expected = tuple(_number(_day(day)) for day in days)
    assert told_days(facts, name) == expected
    assert days_of(found_in(routes, name)) == expected
    for day, words in sets:
        allowed = [] if words is None else [frozenset(some.split()) for some in words.split("|")]
        own = smallest(facts, _day(day))
        assert (set(own[1]) if own else set()) == set(allowed)
        assert set_past(routes, _day(day)) in (allowed or [None])


def found_in(routes, name):
    return next(item for item in routes.found if item.route.id == f"xx/route/{name}")


def set_past(routes, day):
    filings = routes.past(day.toordinal()).filings
    return None if filings is None else frozenset(filing.id for filing in filings)


@settings(max_examples=1500, deadline=None)
@given(cases())
def test_engine_and_the_second_telling_agree(case):
    acts, today, no_crime = case
    facts = read(list(parted(acts)), today, no_crime=no_crime)
    charges = [{"instrument": "xy-cc", "provision": "2"}] if no_crime else []
    routes = engine(acts, today, charges=charges)
    seen = in_sight(facts)
    assert [name for name in ROUTES if found_in(routes, name).in_sight] == seen
    for name in seen:
        found = found_in(routes, name)
        step = (
            2 if between_readings(facts) else 1
        )  # slowly, the month that began under one reading only is not told apart
        assert days_of(found)[::step] == told_days(facts, name)[::step]
        assert held_of(found) == {one: told_held(facts, name, one) for one in held_of(found)}
    goals = {day for name in seen for day in told_days(facts, name)[::2] if day is not None}
    for day in sorted({goal + more for goal in goals for more in (-1, 0, 1, 2)} | {today.toordinal() + 5}):
        own, got = smallest(facts, date.fromordinal(day)), set_past(routes, date.fromordinal(day))
        assert got in (own[1] if own else [None]), date.fromordinal(day)


def held_of(found):
    """For each filing of the engine that can be made: what it holds alone and on top of all others."""
    return {
        item.filing.id: (item.guaranteed, item.on_top)
        for item in found.filings
        if item.state in ("open", "later") and not item.filing.asked
    }


def told_held(facts, name, one):
    solve, filings = ROUTES[name]
    every = set(filings)

    def gain(without, made):
        before, then = solve(facts, without, False).goal, solve(facts, made, False).goal
        return 0 if before is None else None if then is None else (then - before).days

    return gain(set(), {one}), gain(every - {one}, every)
