"""Periods are read in the law's own units and written as they are read."""

import pytest

from panah.timelimits import Period, PeriodFormError, parse_period


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("72 hours", 72, "hours"),
        ("1 hour", 1, "hours"),
        ("40 sutki", 40, "sutki"),
        ("1 sutki", 1, "sutki"),
        ("10 days", 10, "days"),
        ("5 working-days", 5, "working-days"),
        ("1 working-day", 1, "working-days"),
        ("12 months", 12, "months"),
        ("1 year", 1, "years"),
        ("10000 hours", 10000, "hours"),
        ("72 часа", 72, "hours"),
        ("40 суток", 40, "sutki"),
        ("1 сутки", 1, "sutki"),
        ("5 дней", 5, "days"),
        ("20 рабочих дней", 20, "working-days"),
        ("1 рабочий день", 1, "working-days"),
        ("12 месяцев", 12, "months"),
        ("1 год", 1, "years"),
        ("5 лет", 5, "years"),
    ],
)
def test_a_period_keeps_its_number_and_unit(text, amount, unit):
    assert parse_period(text) == Period(amount, unit)
    assert parse_period(str(parse_period(text))) == Period(amount, unit)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "form"),
        ("40", "form"),
        ("sutki", "form"),
        ("40sutki", "form"),
        ("40  sutki", "unit"),
        ("forty sutki", "form"),
        ("-3 days", "form"),
        ("1.5 months", "form"),
        ("٤ days", "form"),
        ("40 weeks", "unit"),
        ("40 Sutki", "unit"),
        ("0 days", "amount"),
        ("10001 hours", "amount"),
        ("9" * 5000 + " hours", "amount"),
        ("P40D", "form"),
    ],
)
def test_anything_else_is_refused_with_the_accepted_forms(text, reason):
    with pytest.raises(PeriodFormError) as refusal:
        parse_period(text)
    assert refusal.value.reason == reason
    assert "40 sutki" in str(refusal.value)


def test_every_example_of_an_accepted_form_is_accepted():
    with pytest.raises(PeriodFormError) as refusal:
        parse_period("soon")
    for unit, example in refusal.value.accepted:
        assert parse_period(example).unit == unit


def test_one_is_written_in_the_singular():
    assert [str(Period(1, unit)) for unit in ("hours", "sutki", "working-days")] == [
        "1 hour",
        "1 sutki",
        "1 working-day",
    ]
