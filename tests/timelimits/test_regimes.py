"""A regime is read from a law file; all that is wrong with it is said at once."""

import pytest

from panah.timelimits import RegimeFormError, regime_from


def test_a_regime_keeps_what_the_file_says_and_passes_over_what_is_for_others():
    plain = {
        "first-unit": "excluded",
        "rolls": "yes",
        "office-closes": "18:30",
        "in-time": ["received", "posted"],
        "month-end": "same-number-or-last-day",
        "cite": "xx-code 12",
    }
    regime = regime_from("xx/court", plain)
    assert regime == ("xx/court", "excluded", True, 1110, ("received", "posted"), "same-number-or-last-day")


def test_what_is_not_said_is_the_end_of_the_day_and_receipt():
    regime = regime_from("xx/plain", {"first-unit": "included", "rolls": False})
    assert (regime.rolls, regime.office_closes, regime.in_time) == (False, None, ("received",))


@pytest.mark.parametrize("closes", ["24:00", None])
def test_an_office_that_closes_at_midnight_closes_with_the_day(closes):
    assert regime_from("xx/a", {"first-unit": "excluded", "rolls": "no", "office-closes": closes}).office_closes is None


@pytest.mark.parametrize("closes", [1080, "6 pm", "25:00", "18:60", "8:00", "", ["18:00"], True])
def test_an_hour_that_cannot_be_read_is_refused(closes):
    with pytest.raises(RegimeFormError, match="office-closes"):
        regime_from("xx/a", {"first-unit": "excluded", "rolls": "no", "office-closes": closes})


def test_every_problem_is_said_at_once():
    with pytest.raises(RegimeFormError) as refusal:
        regime_from("xx/broken", {"first-unit": "maybe", "in-time": ["sent"], "month-end": "thirty-days", "rolls": []})
    assert [key for key, _, _ in refusal.value.problems] == ["first-unit", "rolls", "in-time", "month-end"]
    assert "xx/broken" in str(refusal.value)


def test_nothing_is_assumed_about_the_first_unit_and_the_roll():
    with pytest.raises(RegimeFormError) as refusal:
        regime_from("xx/empty", {})
    assert [key for key, _, _ in refusal.value.problems] == ["first-unit", "rolls"]
