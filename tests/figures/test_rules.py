"""Stages, caps on custody, limits by their state, rules not kept."""

from figures_counted import Counted, case

ARREST = [
    "2025-03-01 detained ground=wanted",
    "2025-03-02 extradition-requested",
    "2025-03-02 custody-ordered kind=extradition-arrest",
]
OPEN_GRANT = "2025-08-20/2025-10-20 extradition-granted"


def test_stages_of_each_track():
    numbers = Counted([case("a", *ARREST, persons=3), case("b", "2025-03-01 detained")], "2025-04-01")
    assert numbers.family("stage") == {
        "xx/custody/detained": (1, 1),
        "xx/custody/extradition-arrest": (3, 3),
        "xx/expulsion/none": (4, 4),
        "xx/extradition/none": (1, 1),
        "xx/extradition/requested": (3, 3),
    }


def test_a_cap_is_passed_surely_or_possibly():
    # six months from 1 March: they end on 31 August by one reading, on 1 September by the other
    cases = [
        case("long", *ARREST, "2025-10-01 released"),
        case("short", *ARREST, "2025-08-01 released"),
        case("about", *ARREST, "2025-08/2025-09 released"),
        case("before", "2025-03-01 detained"),
    ]
    numbers = Counted(cases, "2025-12-01")
    assert numbers["cap/xx/custody/arrest-end/applies"] == (3, 3)
    assert numbers["cap/xx/custody/arrest-end/past"] == (1, 2)
    assert numbers.cases("cap/xx/custody/arrest-end/past") == ["about?", "long"]
    assert numbers["breach/xx/custody/held-past-cap"] == (1, 2)
    assert numbers["limit/xx/custody/arrest-end/missed"] == (1, 1)
    assert numbers["limit/xx/custody/arrest-end/met"] == (1, 1)
    assert numbers["limit/xx/custody/arrest-end/undetermined"] == (1, 1)


def test_breaches_are_counted_in_cases_not_in_heads():
    numbers = Counted([case("group", *ARREST, "2025-10-01 released", persons=29)], "2025-12-01")
    assert numbers["breach/xx/custody/held-past-cap"] == (1, 1)
    assert numbers["cap/xx/custody/arrest-end/past"] == (29, 29)


def test_a_limit_may_stand_in_one_state_or_another():
    numbers = Counted([case("a", *ARREST, "2025-05-01/2025-07-01 released")], "2025-06-01")
    assert numbers["limit/xx/custody/arrest-end/running"] == (0, 1)
    assert numbers["limit/xx/custody/arrest-end/met"] == (0, 1)


def test_no_law_for_a_country_is_no_error():
    numbers = Counted([case("a", "2025-03-01 detained", stays="DE")], "2025-04-01")
    assert numbers["outcome/in-custody"] == (1, 1)
    assert numbers["custody/DE/longest"] == (31, None)
    assert numbers.family("stage") == {}
