"""Who is where, who was returned and how: small sets counted by hand."""

import pytest

from figures_counted import Counted, case

HELD = "2025-03-02 detained ground=wanted"


def test_people_are_counted_by_heads_and_every_number_names_its_cases():
    numbers = Counted(
        [case("alone", HELD), case("group", HELD, persons=6), case("free", "2025-01-01 entered how=lawful")],
        "2025-04-01",
    )
    assert numbers["people/cases"] == (3, 3)
    assert numbers["people/all"] == (8, 8)
    assert numbers.family("outcome") == {"in-custody": (7, 7), "at-liberty": (1, 1)}
    assert numbers.cases("outcome/in-custody") == ["alone", "group"]
    assert numbers["outcome/extradited"] == (0, 0)
    assert numbers.cases("outcome/extradited") == []


def test_an_act_that_may_lie_after_the_day_gives_a_span():
    cases = [case("sure", HELD, "2025-05-03 released"), case("open", HELD, "2025-05-03/2025-05-20 released")]
    numbers = Counted(cases, "2025-05-10")
    assert numbers["outcome/at-liberty"] == (1, 2)
    assert numbers["outcome/in-custody"] == (0, 1)
    assert numbers.cases("outcome/at-liberty") == ["open?", "sure"]
    later = Counted(cases, "2025-05-20")
    assert (later["outcome/at-liberty"], later["outcome/in-custody"]) == ((2, 2), (0, 0))


def test_several_open_acts_are_put_off_from_the_last_to_the_first():
    acts = [HELD, "2025-05-01/2025-06-30 released", "2025-05-02/2025-06-30 left to=DE how=third-country"]
    assert Counted([case("a", *acts)], "2025-05-10").family("outcome") == {
        "in-custody": (0, 1),
        "at-liberty": (0, 1),
        "left-to-third-country": (0, 1),
    }


def test_an_act_with_an_open_end_never_surely_happened():
    assert Counted([case("a", HELD, "2025-05-03/.. released")], "2030-01-01")["outcome/at-liberty"] == (0, 1)


def test_what_was_served_had_been_decided():
    acts = [
        HELD,
        {"id": "grant", "date": "2025-04-01/2025-06-01", "act": "extradition-granted"},
        {"date": "2025-04-20", "act": "served", "of": "grant", "to": "person"},
    ]
    assert Counted([case("a", *acts)], "2025-05-01")["stage/xx/extradition/granted"][0] == 1


def test_versions_of_one_act_give_a_span():
    acts = [
        HELD,
        {"id": "end", "date": "2025-06-01", "act": "surrendered", "to": "XZ"},
        {"date": "2025-06-01", "act": "returned-voluntarily", "to": "XZ", "alternative-to": "end"},
    ]
    numbers = Counted([case("a", *acts)], "2025-07-01")
    assert numbers.family("outcome") == {"extradited": (0, 1), "returned-voluntarily": (0, 1)}
    assert numbers["people/returned"] == (1, 1), "both versions lead to the seeking state"
    assert numbers.family("return") == {
        "extradited/surrendered": (0, 1),
        "returned-voluntarily/returned-voluntarily": (0, 1),
    }


@pytest.mark.parametrize(
    ("act", "wanted", "returned"),
    [
        ("deported to=XZ", "XZ", (1, 1)),
        ("deported", "XZ", (0, 1)),  # where to is not on record
        ("deported to=DE", "XZ", (0, 0)),
        ("deported to=Northtown", "XZ", (0, 1)),  # a place in words may be anywhere
        ("deported to=XZ", [], (0, 1)),  # the state of citizenship, not known to seek
        ("abducted to=XZ", "XZ", (1, 1)),
        ("abducted", "XZ", (0, 1)),
        ("surrendered", "XZ", (1, 1)),
        ("surrendered to=DE", "XZ", (0, 0)),
        ("handed-over", "XZ", (1, 1)),
        ("returned-under-pressure", "XZ", (1, 1)),
        ("returned-voluntarily", [], (0, 1)),
        ("left to=XZ", "XZ", (1, 1)),
        ("left to=DE how=third-country", "XZ", (0, 0)),
        ("died", "XZ", (0, 0)),
        ("released", "XZ", (0, 0)),
    ],
)
def test_returned_is_to_have_reached_the_seeking_state(act, wanted, returned):
    person = {"name": {"en": "Someone"}, "citizenship": ["XZ"]}
    one = case("a", HELD, f"2025-05-01 {act}", **{"wanted-by": wanted, "person": person})
    assert Counted([one], "2025-06-01")["people/returned"] == returned


def test_whoever_is_arrested_on_return_has_returned():
    acts = [HELD, "2025-05-01 abducted", {"date": "2025-05-20", "act": "arrested-on-return", "country": "XZ"}]
    assert Counted([case("a", *acts)], "2025-05-10")["people/returned"] == (0, 1)
    assert Counted([case("a", *acts)], "2025-06-01")["people/returned"] == (1, 1)


def test_destinations_are_countries_and_words_are_not_repeated():
    cases = [
        case("a", "2025-05-01 left to=DE how=third-country", persons=2),
        case("b", "2025-05-01 left to=European_Union"),
        case("c", "2025-05-01 left"),
    ]
    assert Counted(cases, "2025-06-01").family("destination") == {
        "DE": (2, 2),
        "in-words": (1, 1),
        "not-recorded": (1, 1),
    }


def test_citizenship_grounds_and_years():
    people = {"name": {"en": "Someone"}, "citizenship": ["XZ", "XY"]}
    cases = [
        case("a", "2024-12-15/2025-01-15 detained ground=wanted", "2025-06-01 surrendered to=XZ", person=people),
        case(
            "b",
            "2023 entered how=unlawful",
            "2025-02-01 detained",
            "2025-02-03 released",
            "2025-03-01 detained ground=wanted",
        ),
    ]
    numbers = Counted(cases, "2025-07-01")
    assert numbers.family("citizenship") == {"XZ": (1, 1), "XY": (1, 1), "not-recorded": (1, 1)}
    assert numbers.family("ground") == {"wanted": (2, 2), "not-recorded": (1, 1)}
    assert numbers.family("year") == {
        "detained/2024": (0, 1),
        "detained/2025": (1, 2),
        "entered/2023": (1, 1),
        "outcome/2025": (1, 1),
    }


def test_of_a_group_with_several_citizenships_nobody_knows_how_many_hold_which():
    mixed = {"name": {"en": "Someone and others"}, "citizenship": ["XZ", "XY"]}
    one = {"name": {"en": "Others"}, "citizenship": ["XZ"]}
    cases = [
        case("mixed", "2025-01-01 detained ground=wanted", person=mixed, persons=29),
        case("group", "2025-01-01 detained ground=wanted", person=one, persons=3),
    ]
    assert Counted(cases, "2025-07-01").family("citizenship") == {"XZ": (3, 32), "XY": (0, 29)}


def test_asylum_is_counted_by_the_acts_even_without_law_for_it():
    cases = [
        case("granted", "2025-01-01 asylum-applied", "2025-03-01 asylum-granted"),
        case("refused", "2025-01-01 asylum-sought", "2025-03-01 asylum-refused"),
        case("again", "2025-01-01 asylum-refused", "2025-03-01 asylum-applied"),
        case("paper", "2025-01-01 asylum-certificate-issued"),
        case("open", "2025-01-01 asylum-applied", "2025-02-01/2025-09-01 asylum-refused"),
        case("never", HELD),
        case("elsewhere", {"date": "2025-01-01", "act": "asylum-refused", "country": "DE"}),
    ]
    numbers = Counted(cases, "2025-04-01")
    assert numbers.family("asylum") == {"asked": (5, 5), "granted": (1, 1), "refused": (1, 2), "undecided": (2, 3)}


def test_only_what_was_known_counts():
    acts = [HELD, {"date": "2025-05-01", "act": "released", "known-since": "2025-08-01"}]
    assert Counted([case("a", *acts)], "2025-06-01")["outcome/at-liberty"] == (1, 1)
    assert Counted([case("a", *acts)], "2025-06-01", known_on="2025-06-01")["outcome/in-custody"] == (1, 1)
