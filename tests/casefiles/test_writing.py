"""A case that is written reads back to the same case, and is written the same way again."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from panah.procedure.casefile_reading import read_casefile
from panah.procedure.casefile_writing import write_casefile
from strategies_casefiles import VOCABULARY, casefiles

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
COUNT = 3000 if os.environ.get("PANAH_SOAK") else 150


def there_and_back(text):
    casefile, problems = read_casefile(text, "f.yaml", VOCABULARY)
    assert problems == []
    written = write_casefile(casefile)
    again, problems = read_casefile(written, "f.yaml", VOCABULARY)
    assert problems == [], written
    assert again == casefile
    assert write_casefile(again) == written
    return written


@settings(max_examples=COUNT, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(casefiles())
def test_any_case_is_the_same_after_writing_and_reading(text):
    there_and_back(text)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_public_case_is_the_same_after_writing_and_reading(path):
    written = there_and_back(path.read_text(encoding="utf-8"))
    assert written.startswith("panah: 1\ncase: " + path.stem)


def test_what_other_readers_mistake_is_quoted():
    text = (
        'panah: 1\ncase: "no"\nperson: {name: {en: "no"}}\nstays: "NO"\nsources: {}\n'
        'acts:\n  - {date: "2025", act: sentenced, expulsion: no, penalty: "1"}\n'
    )
    written = there_and_back(text)
    for quoted in ('case: "no"', 'en: "no"', 'stays: "NO"', 'date: "2025"', 'expulsion: "no"', 'penalty: "1"'):
        assert quoted in written
