"""How long custody lasted: spans of days counted by hand, with their shortest, middle and longest."""

from figures_counted import Counted, case


def days(numbers, country="XX"):
    found = numbers.family("custody").items()
    return {name.removeprefix(f"{country}/"): number for name, number in found if name.startswith(country)}


def test_from_seizure_to_release_in_days():
    numbers = Counted([case("a", "2025-03-02T10:00 detained ground=wanted", "2025-03-12 released")], "2025-06-01")
    assert days(numbers) == {
        "runs": (1, 1),
        "shortest": (10, 10),
        "median": (10, 10),
        "longest": (10, 10),
    }


def test_seized_and_let_go_on_one_day_is_nought():
    numbers = Counted([case("a", "2025-03-02 detained", "2025-03-02 released")], "2025-06-01")
    assert numbers["custody/XX/longest"] == (0, 0)
    assert numbers["custody/XX/runs"] == (1, 1)


def test_imprecise_days_give_a_span():
    numbers = Counted([case("a", "2025-03 detained", "2025-05-10/2025-05-12 released")], "2025-06-01")
    assert numbers["custody/XX/median"] == (40, 72)  # 31 March to 10 May, 1 March to 12 May


def test_whoever_is_still_held_has_been_held_at_least_so_long():
    numbers = Counted(
        [case("a", "2025-03-02 detained"), case("b", "2025-03-02 detained", "2025-03-06 left")], "2025-06-01"
    )
    assert numbers["custody/XX/unfinished"] == (1, 1)
    assert numbers["custody/XX/shortest"] == (4, 4)
    assert numbers["custody/XX/longest"] == (91, None)
    assert numbers["custody/XX/median"] == (47, None)  # between 4 and at least 91


def test_a_release_that_may_lie_after_the_day_may_not_have_ended_it():
    numbers = Counted([case("a", "2025-03-02 detained", "2025-05-01/2025-07-01 released")], "2025-06-01")
    assert numbers["custody/XX/unfinished"] == (0, 1)
    assert numbers["custody/XX/longest"] == (60, None)
    assert Counted([case("a", "2025-03-02 detained", "2025-05-01/2025-07-01 released")], "2025-07-01")[
        "custody/XX/longest"
    ] == (60, 121)


def test_a_second_detention_is_a_time_of_its_own_and_status_does_not_end_one():
    acts = [
        "2025-01-01 detained",
        "2025-01-05 asylum-granted",
        "2025-01-11 released",
        "2025-02-01 detained",
        "2025-02-21 custody-ordered kind=temporary",
        "2025-03-03 released",
    ]
    numbers = Counted([case("a", *acts)], "2025-06-01")
    assert days(numbers) == {
        "runs": (2, 2),
        "shortest": (10, 10),
        "median": (20, 20),
        "longest": (30, 30),
    }


def test_custody_in_another_country_is_counted_there():
    acts = [
        {"date": "2025-01-01", "act": "detained", "country": "KG"},
        {"date": "2025-01-31", "act": "released", "country": "KG"},
        "2025-03-01 detained",
    ]
    numbers = Counted([case("a", *acts)], "2025-03-11")
    assert numbers["custody/KG/longest"] == (30, 30)
    assert numbers["custody/XX/longest"] == (10, None)


def test_an_order_that_presumes_a_seizure_does_not_tell_how_long_before():
    numbers = Counted([case("a", "2025-03-01 custody-ordered kind=temporary", "2025-03-11 released")], "2025-06-01")
    assert numbers["custody/XX/longest"] == (10, None)


def test_versions_of_the_seizure_widen_one_time():
    acts = [
        {"id": "first", "date": "2025-03-02", "act": "detained"},
        {"date": "2025-03-05", "act": "detained", "alternative-to": "first"},
        "2025-03-03 custody-ordered kind=temporary",
        "2025-03-22 released",
    ]
    numbers = Counted([case("a", *acts)], "2025-06-01")
    assert numbers["custody/XX/runs"] == (1, 1)
    assert numbers["custody/XX/longest"] == (19, 20), "from the order of the 3rd where the seizure is told for the 5th"


def test_a_time_that_may_not_have_begun_widens_the_middle():
    cases = [
        case("a", "2025-03-01 detained", "2025-03-11 released"),
        case("b", "2025-03-01 detained", "2025-03-21 released"),
        case("c", "2025-03-30/2025-04-10 detained"),
    ]
    numbers = Counted(cases, "2025-04-01")
    assert numbers["custody/XX/runs"] == (2, 3)
    assert numbers["custody/XX/shortest"] == (0, 10)
    assert numbers["custody/XX/median"] == (10, 20)


def test_a_group_is_held_as_one():
    assert Counted([case("a", "2025-03-02 detained", persons=29)], "2025-06-01")["custody/XX/runs"] == (1, 1)
