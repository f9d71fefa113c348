"""Counting where it would fail: no calendar, no first day, no last day. Nothing is refused, nothing is guessed."""

from zedland import ask

ARREST = [
    "2025-03-01 extradition-requested country=XZ",
    "2025-03-02 detained ground=wanted",
    "2025-03-03 custody-ordered kind=extradition-arrest",
    "2025-03-04 extradition-granted",
]


def test_without_a_calendar_the_end_is_counted_plainly_and_open_above():
    """The calendars of Zedland begin in 2024: 3 working days from Monday 1 May 2023 take 3 days at least."""
    asked = ask(["2023-05-01 custody-appealed"], "2023-05-02")
    assert asked.due("appeal-decision") == ("2023-05-04", None)
    assert asked.state("appeal-decision") == "undetermined"


def test_from_an_act_without_a_first_day_nothing_is_counted():
    asked = ask(["../2025-03-02 detained ground=wanted"], "2025-03-03")
    assert asked["deadlines"] == []
    assert asked.stage("custody") == "detained"
    assert asked["stages"][0]["since"] == {"earliest": None, "latest": "2025-03-02"}


def test_an_open_beginning_counts_from_the_act_before_it_in_the_file():
    """Contract, section 1: detained between 1 and 2 March."""
    asked = ask(["2025-03-01 wanted-listed country=XZ", "../2025-03-02 detained ground=wanted"], "2025-03-03")
    assert asked.due("court-within-48h") == ("2025-03-02", "2025-03-04")


def test_an_extension_past_the_last_day_that_can_be_written_ends_on_it():
    asked = ask([*ARREST, "2025-03-05 custody-extended for=9999_years"], "2026-01-01")
    assert asked.due("arrest-end") == ("9999-12-31", "9999-12-31")
    assert asked.state("arrest-end") == "running"


def test_an_extension_by_working_days_is_at_least_so_many_days():
    """1 September and five days."""
    asked = ask([*ARREST, "2025-03-05 custody-extended for=5_working-days"], "2025-03-06")
    assert asked.deadline("arrest-end")["due"]["safe"] == "2025-09-06"


def test_a_status_of_no_known_day_may_still_hold():
    acts = ["../2025-03-02 asylum-granted", "2025-03-05 extradition-granted"]
    protection = ask(acts, "2025-03-06").one("protections", "status-granted")
    assert protection["holds"] == "maybe"
