"""Every worked example of every pack, as a lawyer counted it by hand; one test for each sentence."""

from pathlib import Path

import pytest

from panah.lawmodel import read_law
from panah.routes.examples import differences, run
from panah.yamlfiles import read_yaml

LAW = Path(__file__).parents[2] / "law"


def examples():
    for path in sorted(LAW.glob("*/examples/*.yaml")):
        node, problems = read_yaml(path.read_bytes(), path.name)
        assert problems == []
        for example in node.data["examples"]:
            yield pytest.param(example, id=f"{path.parent.parent.name}: {example['name']}")


@pytest.fixture(scope="module")
def law():
    read, problems = read_law(LAW)
    assert problems == []
    return read


@pytest.mark.parametrize("example", list(examples()))
def test_worked_example(example, law):
    assert run(example, law) == []


def test_names_of_examples_are_unique():
    names = [parameter.id for parameter in examples()]
    assert len(names) == len(set(names))


EMPTY = {
    "outcome": "in-custody", "stages": [], "deadlines": [], "remedies": [], "protections": [], "breaches": [],
    "presumed": [], "anomalies": [], "notes": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        ({"outcome": "at-liberty"}, "outcome: expected at-liberty, found in-custody"),
        ({"stages": {"custody": "bail"}}, "stages: custody: expected bail, found None"),
        ({"since": {"custody": ["2026-01-01", "2026-01-01"]}}, "since: custody"),
        ({"deadlines": [{"id": "xx/custody/appeal"}]}, "deadlines: expected {'id': 'xx/custody/appeal'}, found none"),
    ],
)
def test_a_difference_is_told(expected, told):
    assert [one for one in differences(expected, EMPTY) if one.startswith(told)]


def test_a_wrong_day_an_item_too_many_and_a_forbidden_item_are_told():
    deadline = {"id": "xx/custody/appeal", "due": {"safe": "2026-02-15", "latest": None, "time": None}, "readings": []}
    found = {**EMPTY, "deadlines": [deadline]}
    assert differences({"deadlines": [{"id": "xx/custody/appeal", "safe": "2026-02-15"}]}, found) == []
    assert len(differences({"deadlines": [{"id": "xx/custody/appeal", "safe": "2026-02-16"}]}, found)) == 1
    assert len(differences({"deadlines": []}, found)) == 1
    assert differences({"absent": ["xx/custody/appeal"]}, found) == ["absent: xx/custody/appeal appears"]


def test_a_case_that_cannot_be_read_is_told(law):
    case = {"stays": "XX", "acts": [{"date": "2026-01-01", "act": "detaned"}]}
    example = {"case": case, "as-of": "2026-01-01", "expect": {}}
    assert [one for one in run(example, law) if one.startswith("case: unknown-act")]
