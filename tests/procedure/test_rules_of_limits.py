"""The rules of the contract, section 1a, one by one: what a limit's silence, trigger, readings and days mean.

Zedland rests on Friday and Saturday; 10 March 2025 is a day off. Every day is worked out by hand in the comment.
"""

import pytest

from zedland import ask

ARREST = [
    "2025-03-02 detained ground=wanted",
    "2025-03-05 extradition-requested country=XZ",
    "2025-03-10 custody-ordered kind=extradition-arrest",
]
GRANT = ["2025-03-01 extradition-requested country=XZ", "2025-03-02 extradition-granted id=grant"]


def test_silence_where_outsiders_rarely_see_is_undetermined_and_no_breach():
    """1a.1: no recorded act is not proof that it did not happen."""
    asked = ask(["2025-03-02 detained ground=wanted"], "2025-03-20")
    assert asked.state("court-within-48h") == "undetermined"
    assert asked["breaches"] == []


def test_silence_where_it_could_not_stay_unseen_is_missed_and_a_breach():
    """1a.1: six months, the day of detention counted: 2 March to 1 September; in breach from the 2nd."""
    assert ask(ARREST, "2025-09-01").state("arrest-end") == "running"
    asked = ask(ARREST, "2025-09-02")
    assert asked.state("arrest-end") == "missed"
    breach = asked.one("breaches", "held-past-cap")
    assert breach["on"] == {"earliest": "2025-09-02", "latest": "2025-09-02"}
    assert breach["certain"] is True


def test_an_act_counts_from_the_earliest_day_it_may_have_happened_and_is_not_clipped():
    """1a.2."""
    assert ask(["2025-03 detained ground=wanted"], "2025-02-28").stage("custody") == "none"
    asked = ask(["2025-03 detained ground=wanted"], "2025-03-01")
    assert asked["stages"][0]["since"] == {"earliest": "2025-03-01", "latest": "2025-03-31"}


def test_acts_are_ordered_by_day_and_not_by_the_file():
    """1a.2."""
    assert ask(ARREST[::-1], "2025-04-01").plain == ask(ARREST, "2025-04-01").plain


def test_without_service_the_act_itself_gives_the_safe_day_and_the_state_is_undetermined():
    """1a.3: 7 days from 2 March, its day not counted: Sunday 9 March, a working day."""
    asked = ask(GRANT, "2025-03-03")
    assert asked.due("complaint") == ("2025-03-09", None)
    assert asked.state("complaint") == "undetermined"
    assert asked.one("remedies", "complaint")["state"] == "open"
    assert ask(GRANT, "2025-12-01").state("complaint") == "undetermined"


def test_of_two_services_the_earlier_gives_the_safe_day():
    """1a.3, 1a.4: from 4 March: Tuesday 11 March; from 6 March: Thursday 13 March."""
    served = [*GRANT, "2025-03-04 served of=grant to=person", "2025-03-06 served of=grant to=counsel"]
    asked = ask(served, "2025-03-12")
    assert asked.due("complaint") == ("2025-03-11", "2025-03-13")
    assert asked.state("complaint") == "running"
    assert asked.deadline("complaint")["late-under"] == ["person"]
    assert [one["id"] for one in asked.deadline("complaint")["readings"]] == ["person", "counsel"]


@pytest.mark.parametrize(
    ("appealed", "state"),
    [
        (["2025-03-11 custody-appealed"], "met"),
        (["2025-03-12 custody-appealed"], "missed"),
        (["2025-03-10/2025-03-12 custody-appealed"], "undetermined"),
        (["2025-03-05/2025-03-11 custody-appealed"], "met"),
        (["2025-03-12/.. custody-appealed"], "missed"),
        (["2025-03-11/.. custody-appealed"], "undetermined"),
        ([], "undetermined"),
    ],
)
def test_met_by_its_latest_day_and_missed_by_its_earliest(appealed, state):
    """1a.4: 7 days from Monday 3 March: the 10th is a day off, so the 11th."""
    asked = ask(["2025-03-03 custody-ordered kind=temporary", *appealed], "2025-03-20")
    assert asked.due("appeal") == ("2025-03-11", "2025-03-11")
    assert asked.state("appeal") == state


def test_the_day_to_plan_for_is_the_last_working_day_before_the_roll():
    """Contract, section 3: unrolled end 10 March, a day off; the working day before it is Sunday the 9th."""
    asked = ask(["2025-03-03 custody-ordered kind=temporary"], "2025-03-04")
    assert asked.deadline("appeal")["file-by"] == "2025-03-09"


def test_an_extension_nobody_recorded_is_no_reading():
    """1a.5: 14 days from receipt on 2 April: Wednesday the 16th; a month more: 16 May."""
    filed = [*GRANT, "2025-04-01 extradition-complaint-filed", "2025-04-02 extradition-complaint-received"]
    asked = ask(filed, "2025-04-03")
    assert asked.due("court-decision") == ("2025-04-16", "2025-04-16")
    assert asked.deadline("court-decision")["may-extend-to"] == "2025-05-16"
    assert asked.deadline("court-decision")["readings"] == []


@pytest.mark.parametrize(
    ("detained", "due"),
    [
        ("2025-01-05", ("2025-05-04", "2025-05-04")),
        ("2025-01-15", ("2025-05-14", "2025-07-14")),
        ("2025-01-25", ("2025-07-24", "2025-07-24")),
    ],
)
def test_an_imprecise_first_day_of_an_edition_makes_both_texts_readings(detained, due):
    """1a.5: four months before the amendment, six after; it came into force between 10 and 20 January 2025."""
    acts = [f"{detained} detained ground=wanted", "2025-02-01 extradition-requested country=XZ"]
    asked = ask([*acts, "2025-02-02 custody-ordered kind=extradition-arrest"], "2025-02-03")
    assert asked.due("arrest-end") == due
    assert len(asked.deadline("arrest-end")["readings"]) == (2 if due[0] != due[1] else 0)


def test_an_answer_later_than_the_text_was_checked_says_so():
    """1a.5."""
    assert ask(ARREST, "2028-01-01").deadline("arrest-end")["not-verified-after"] == "2027-12-31"
    assert "not-verified-after" not in ask(ARREST, "2027-12-31").deadline("arrest-end")


def test_custody_counts_to_both_ends_and_never_rolls():
    """1a.6: 20 days from 2 March: Friday 21 March with the first day counted, Saturday the 22nd without."""
    acts = ["2025-03-02 detained ground=wanted", "2025-03-03 custody-ordered kind=temporary"]
    assert ask(acts, "2025-03-04").due("short-custody-end") == ("2025-03-21", "2025-03-22")
    # bound by the Accord, XY has 25 days from the order as one more reading: 28 March
    bound = {"wanted-by": "XY"}
    assert ask(acts, "2025-03-04", **bound).due("short-custody-end") == ("2025-03-21", "2025-03-28")


def test_hours_from_a_day_give_a_span_without_a_time():
    """1a.6: 48 hours from some minute of 2 March end on 4 March; at the earliest with the last minute of the 3rd."""
    asked = ask(["2025-03-02 detained ground=wanted"], "2025-03-02")
    assert asked.deadline("court-within-48h")["due"] == {"safe": "2025-03-03", "latest": "2025-03-04", "time": None}


def test_hours_from_a_minute_end_at_a_minute_by_the_clock_of_the_place():
    """1a.6: clocks go forward by an hour in the night to 1 June 2025."""
    asked = ask(["2025-03-02T14:20 detained ground=wanted"], "2025-03-02")
    assert asked.deadline("court-within-48h")["due"] == {"safe": "2025-03-04", "latest": "2025-03-04", "time": "14:20"}
    assert asked.deadline("motion")["due"] == {"safe": "2025-03-04", "latest": "2025-03-04", "time": "02:20"}
    asked = ask(["2025-05-31T10:00 detained ground=wanted"], "2025-05-31")
    assert asked.deadline("court-within-48h")["due"]["time"] == "11:00"


def test_a_minute_too_late_is_late():
    """1a.4 in hours."""
    acts = ["2025-03-02T14:20 detained ground=wanted"]
    assert (
        ask([*acts, "2025-03-04T14:20 custody-ordered kind=temporary"], "2025-03-05").state("motion") == "undetermined"
    )
    on_time = ask([*acts, "2025-03-04T14:20 custody-ordered kind=temporary"], "2025-03-05")
    assert on_time.state("court-within-48h") == "met"
    late = ask([*acts, "2025-03-04T14:21 custody-ordered kind=temporary"], "2025-03-05")
    assert late.state("court-within-48h") == "missed"
    assert late.one("breaches", "no-court-in-48h")["certain"] is True


def test_what_a_later_act_shows_to_be_over_runs_no_more():
    """Held on a day at an unknown hour, 48 hours end on 3 or 4 March; freed on the 4th, nothing runs."""
    asked = ask(["2025-03-02 detained ground=wanted", "2025-03-04 released"], "2025-03-04")
    assert asked.deadline("court-within-48h")["due"] == {"safe": "2025-03-03", "latest": "2025-03-04", "time": None}
    assert asked.state("court-within-48h") == "undetermined"
    assert "awaited no more" in asked.deadline("court-within-48h")["because"][-1]
    assert asked["breaches"] == []
    assert ask(["2025-03-02 detained ground=wanted"], "2025-03-04").state("court-within-48h") == "running"


def test_a_term_that_ends_makes_law_and_moves_nobody():
    """1a.7: the cap of 1 September passed: release may be demanded, the record still shows arrest."""
    assert ask(ARREST, "2025-09-01").all("remedies", "demand-release") == []
    asked = ask(ARREST, "2025-09-02")
    assert asked.one("remedies", "demand-release")["until"] is None
    assert asked.stage("custody") == "extradition-arrest"
    assert asked["outcome"] == "in-custody"


def test_a_lapsed_term_starts_what_follows_from_it():
    """1a.7: complaint by 11 March; in force from the 12th; a month: Saturday 12 April, so Sunday the 13th."""
    served = [*GRANT, "2025-03-04 served of=grant to=person", "2025-03-04 served of=grant to=counsel"]
    assert ask(served, "2025-03-11").all("deadlines", "surrender-window") == []
    asked = ask(served, "2025-03-12")
    assert asked.deadline("surrender-window")["due"]["safe"] == "2025-04-13"
    assert asked.state("surrender-window") == "undetermined"
    assert asked.stage("extradition") == "granted"
    assert (
        ask([*served, "2025-03-10 extradition-complaint-filed"], "2025-03-12").all("deadlines", "surrender-window")
        == []
    )
