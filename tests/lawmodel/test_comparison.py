"""What changed in the law between two days: certain, uncertain and settled changes of Zedland's rules."""

import pytest

from panah.lawmodel.comparison import changes, editions_on, last_days
from zedland import PACK, day

CAP = PACK.limit_by_id["xx/custody/arrest-end"]


def compared(first, second):
    return {change.rule.id: change for change in changes(PACK, day(first), day(second))}


def test_nothing_changes_between_days_of_the_same_editions():
    assert compared("2021-01-01", "2024-12-31") == {}
    assert compared("2025-06-01", "2025-06-01") == {}


def test_a_longer_cap_is_told_as_a_difference_of_length():
    change = compared("2025-01-01", "2025-02-01")["xx/custody/arrest-end"]
    assert (change.kind, change.certain, change.differences) == ("changed", True, ("length",))
    assert [item.edition.length.amount for item in (*change.before, *change.after)] == [4, 6]
    assert change.is_new(CAP.editions[1])
    assert not change.is_new(CAP.editions[0])


@pytest.mark.parametrize(
    ("on", "lengths", "surely"),
    [
        ("2025-01-09", [4], [True]),
        ("2025-01-10", [4, 6], [False, False]),
        ("2025-01-19", [4, 6], [False, False]),
        ("2025-01-20", [6], [True]),
    ],
)
def test_within_the_span_of_the_change_both_editions_are_perhaps_in_force(on, lengths, surely):
    found = editions_on(CAP, day(on))
    assert [item.edition.length.amount for item in found] == lengths
    assert [item.surely for item in found] == surely


def test_a_change_within_the_span_is_only_perhaps_one():
    change = compared("2025-01-01", "2025-01-15")["xx/custody/arrest-end"]
    assert (change.kind, change.certain, change.differences) == ("changed", False, ("length",))


def test_a_rule_that_begins_is_new_and_settles_when_its_span_is_over():
    assert compared("2025-02-28", "2025-03-05")["xx/custody/bail"].kind == "new"
    assert not compared("2025-02-28", "2025-03-05")["xx/custody/bail"].certain
    assert compared("2025-02-28", "2025-03-10")["xx/custody/bail"].certain
    assert compared("2025-03-05", "2025-03-10")["xx/custody/bail"].kind == "settled"


def test_backwards_a_rule_has_ended():
    assert compared("2025-04-01", "2025-02-01")["xx/custody/bail"].kind == "ended"


def test_the_end_of_an_edition_is_as_uncertain_as_the_beginning_of_the_next():
    assert last_days(CAP.editions[0]) == (day("2025-01-09"), day("2025-01-19"))
