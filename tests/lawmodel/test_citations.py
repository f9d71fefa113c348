"""What a provision is called, and where its official text stands."""

from pathlib import Path

import pytest

from panah.lawmodel import read_law
from panah.lawmodel.citations import cite_url, cite_words, cites_words


@pytest.fixture(scope="module")
def law():
    found, problems = read_law(Path(__file__).parents[2] / "law")
    assert not problems
    return found


def test_a_citation_takes_the_short_title_of_its_instrument(law):
    assert cite_words("xx-code 12(3)", law, "en") == "Code 12(3)"
    assert cite_words("xx-code 12(3)", law, "ru") == "Кодекс 12(3)"
    assert cite_words("xx-code 12(3)", law, "kk") == "Кодекс 12(3)"


def test_an_instrument_nobody_described_keeps_its_id(law):
    assert cite_words("yy-act 5", law, "en") == "yy-act 5"
    assert cite_url("yy-act 5", law) is None


def test_provisions_of_one_instrument_share_its_title(law):
    assert cites_words(("xx-code 12(3)", "xx-code 14", "xx-accord 4"), law, "en") == "Code 12(3), 14, Accord 4"


def test_the_address_has_the_nearest_anchor(law):
    assert cite_url("xx-code 12", law) == "https://example.org/xx-code#a12"
    assert cite_url("xx-code 12(3)(1)", law) == "https://example.org/xx-code#a12"
    assert cite_url("xx-code 13", law) == "https://example.org/xx-code"
