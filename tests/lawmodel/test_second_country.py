"""A country with other tracks, units and weekends is data only: it loads, is checked and answers without any code."""

from pathlib import Path

import pytest

from lawmodel_folders import LAW, lint_texts, zedland
from panah.lawmodel.linting import check_texts
from panah.lawmodel.reading import law_from, parse_files, plain_of
from panah.routes.examples import run
from panah.texts import render
from panah.yamlfiles import read_yaml

YDLAND = Path(__file__).parent / "xy"


@pytest.fixture(scope="module")
def texts():
    return {**zedland(), **lint_texts(YDLAND)}


def test_it_has_no_fault_beside_another_country(texts):
    assert LAW.is_dir()
    assert [render(problem, "en") for problem in check_texts(texts)] == []


def test_it_answers_as_counted_by_hand(texts):
    nodes, _ = parse_files({path: text for path, text in texts.items() if "/examples/" not in path})
    law = law_from(plain_of(nodes))
    node, _ = read_yaml(texts["xy/examples/expulsion.yaml"], "expulsion.yaml")
    assert [run(example, law) for example in node.data["examples"]] == [[]]
