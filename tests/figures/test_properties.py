"""What holds for the figures of any cases of Zedland."""

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from figures_counted import tallied
from strategies_engine import as_of_days, cases

FEW = settings(max_examples=1000 if os.environ.get("PANAH_SOAK") == "1" else 100, deadline=None)
some_cases = st.lists(st.tuples(cases(), st.integers(1, 9)), max_size=4).map(
    lambda drawn: [one._replace(case=f"case-{place}", persons=heads) for place, (one, heads) in enumerate(drawn)]
)


@FEW
@given(some_cases, as_of_days)
def test_low_is_at_most_high_and_the_cases_tell_which(few, as_of):
    for name, figure in tallied(few, as_of).items():
        low, high, named, unsure = figure.number
        assert low >= 0, name
        assert high is None or low <= high, name
        assert set(unsure) <= set(named), name
        assert list(named) == sorted(set(named)), name
        if figure.unit in {"people", "cases"}:
            heads = {one.case: one.persons if figure.unit == "people" else 1 for one in few}
            assert high == sum(heads[case] for case in named), name
            assert low == sum(heads[case] for case in named if case not in unsure), name


@FEW
@given(some_cases, as_of_days)
def test_everybody_has_one_outcome(few, as_of):
    figures = tallied(few, as_of)
    people = sum(one.persons for one in few)
    outcomes = [figure.number for name, figure in figures.items() if name.startswith("outcome/")]
    assert sum(number.low for number in outcomes) <= people <= sum(number.high for number in outcomes)
    if not any(number.uncertain for number in outcomes):
        assert sum(number.low for number in outcomes) == people
    assert figures["people/all"].number[:2] == (people, people)


@FEW
@given(some_cases, as_of_days)
def test_the_outcome_of_the_position_is_among_those_counted(few, as_of):
    from panah.procedure import replay
    from zedland import LAW

    figures = tallied(few, as_of)
    for one in few:
        position = replay(one, LAW, as_of=as_of)
        for outcome in position.outcome_versions or (position.outcome,):
            assert one.case in figures[f"outcome/{outcome}"].number.cases


@FEW
@given(some_cases, as_of_days, st.randoms(use_true_random=False))
def test_the_order_of_the_cases_is_irrelevant(few, as_of, random):
    shuffled = list(few)
    random.shuffle(shuffled)
    assert tallied(shuffled, as_of) == tallied(few, as_of)


@FEW
@given(some_cases, some_cases, as_of_days)
def test_counts_of_two_sets_add_up(few, more, as_of):
    more = [one._replace(case=f"more-{one.case}") for one in more]
    apart, together = (tallied(few, as_of), tallied(more, as_of)), tallied(few + more, as_of)
    for name, figure in together.items():
        if figure.unit != "days":
            numbers = [side[name].number for side in apart if name in side]
            assert figure.number.low == sum(number.low for number in numbers)
            assert figure.number.high == sum(number.high for number in numbers)


@FEW
@given(some_cases, as_of_days)
def test_the_shortest_is_not_longer_than_the_middle_nor_that_than_the_longest(few, as_of):
    figures = tallied(few, as_of)
    for name in figures:
        if name.endswith("/median"):
            three = [figures[name.replace("median", place)].number for place in ("shortest", "median", "longest")]
            lows = [number.low for number in three]
            highs = [1 << 50 if number.high is None else number.high for number in three]
            assert lows == sorted(lows)
            assert highs == sorted(highs)
