"""The law of one day governs everything: the cap of arrest in Zedland was four months, then six."""

import pytest

from lawmodel_folders import LAW as FOLDER
from panah.lawmodel import read_law
from zedland import ask, day

ARREST = [
    "2025-03-01 extradition-requested country=XZ",
    "2025-03-02 detained ground=wanted",
    "2025-03-03 custody-ordered kind=extradition-arrest",
]
SIX_MONTHS, FOUR_MONTHS = "2025-09-01", "2025-07-01"  # the day of detention is the first day of the term


def law_of(on):
    law, problems = read_law(FOLDER, on=day(on))
    assert problems == []
    return law


@pytest.mark.parametrize(
    ("on", "due"),
    [
        ("2024-06-01", (FOUR_MONTHS, FOUR_MONTHS)),
        ("2025-01-09", (FOUR_MONTHS, FOUR_MONTHS)),
        ("2025-01-10", (FOUR_MONTHS, SIX_MONTHS)),
        ("2025-01-19", (FOUR_MONTHS, SIX_MONTHS)),
        ("2025-01-20", (SIX_MONTHS, SIX_MONTHS)),
        ("2027-01-01", (SIX_MONTHS, SIX_MONTHS)),
    ],
)
def test_every_count_is_by_the_editions_of_the_day(on, due):
    """In the span in which the change may have come into force both texts are counted, the earlier end leads."""
    assert ask(ARREST, "2025-03-10", law=law_of(on)).due("arrest-end") == due


def test_a_later_text_governs_earlier_acts_too():
    acts = [act.replace("2025-03", "2024-03") for act in ARREST]
    assert ask(acts, "2024-03-10", law=law_of("2026-01-01")).due("arrest-end") == ("2024-09-01", "2024-09-01")


def test_what_was_not_law_on_the_day_is_not_there():
    """Bail came in March 2025: by the law of 2024 nothing moves on it, and a recorded bail does not fit."""
    acts = [*ARREST, "2025-04-01 bail-paid"]
    assert ask(acts, "2025-04-02", law=law_of("2024-06-01")).stage("custody") == "extradition-arrest"
    assert ask(acts, "2025-04-02", law=law_of("2025-06-01")).stage("custody") == "bail"


def test_before_the_first_edition_there_is_no_law():
    assert ask(ARREST, "2025-03-10", law=law_of("2019-12-31"))["deadlines"] == []
