"""Imprecise dates become spans of minutes; everything else is refused with the accepted forms."""

import csv
from pathlib import Path

import pytest

from panah.timelimits import FAR_PAST, DateFormError, clock, day_of, is_open_beginning, iso, parse_date, parse_day

HERE = Path(__file__).parent


def rows(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return [pytest.param(*row.values(), id=row["text"] or "nothing") for row in csv.DictReader(file)]


def written(minute):
    return f"{iso(day_of(minute))}T{clock(minute)}"


@pytest.mark.parametrize(("text", "first", "last", "why"), rows("dates.csv"))
def test_a_date_is_read_as_the_span_it_means(text, first, last, why):
    span = parse_date(text)
    assert span.first == FAR_PAST if first == "" else written(span.first) == first, why
    assert span.last is None if last == "" else written(span.last) == last, why


@pytest.mark.parametrize(("text", "reason"), rows("bad_dates.csv"))
def test_anything_else_is_refused_with_the_accepted_forms(text, reason):
    with pytest.raises(DateFormError) as refusal:
        parse_date(text)
    assert refusal.value.reason == reason
    assert refusal.value.text == text
    assert "2025-05-01/2025-05-10" in str(refusal.value)


def test_every_example_of_an_accepted_form_is_accepted():
    with pytest.raises(DateFormError) as refusal:
        parse_date("yesterday")
    assert len(refusal.value.accepted) > 10
    for _, example in refusal.value.accepted:
        parse_date(example)


@pytest.mark.parametrize("text", ["2025-05", "2025-05-04T10:17", "2025-05-04~", "../2025-05-04", "2025-02-30", "soon"])
def test_an_exact_day_takes_no_other_form(text):
    with pytest.raises(DateFormError):
        parse_day(text)


def test_a_day_is_written_as_it_is_read():
    assert iso(parse_day("2024-02-29")) == "2024-02-29"
    assert day_of(parse_date("2024-02-29T23:59").first) == parse_day("2024-02-29")


def test_an_open_beginning_is_told_from_other_dates_and_written_as_such():
    assert is_open_beginning("../2025-05-10")
    assert not is_open_beginning("2025-05-10/..")
    assert iso(day_of(parse_date("../2025-05-10").first)) == ".."
