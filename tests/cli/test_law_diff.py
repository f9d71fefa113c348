"""``panah law diff``: its arguments, its answer for programs, and the cases it touches."""

import json
from pathlib import Path

import pytest

from accepting import panah

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize(
    "days",
    [(), ("2025-01-01",), ("2025-01-01", "yesterday"), ("2026-01-01", "2025-01-01"), ("20250101", "20260101")],
)
def test_two_days_are_needed_the_earlier_first(days):
    printed = panah("law", "diff", *days, "--lang", "en")
    assert printed.code == 2
    assert printed.out == ""
    assert ("two days are expected" if days else "diff DAY DAY") in printed.err


def test_the_answer_for_programs():
    printed = panah("law", "diff", "2025-01-15", "2025-03-05", "--json")
    assert (printed.code, printed.err) == (0, "")
    told = json.loads(printed.out)
    assert (told["first"], told["second"]) == ("2025-01-15", "2025-03-05")
    cap = next(change for change in told["changes"] if change["rule"] == "xx/custody/arrest-end")
    assert (cap["change"], cap["certain"]) == ("changed", False)
    assert cap["before"][0]["until"] == {"earliest": "2025-01-09", "latest": "2025-01-19"}
    assert cap["differences"] == [{"what": "length", "before": "4 месяца", "after": "6 месяцев"}]
    assert "cases" not in cap


def zedlander(folder, detained):
    text = (
        "panah: 1\ncase: a-case\nperson: {name: {en: Someone}}\nstays: XX\nwanted-by: XZ\nacts:\n"
        f"  - {{date: {detained}, act: detained, ground: wanted}}\n"
        f"  - {{date: {detained}, act: custody-ordered, kind: extradition-arrest}}\n"
    )
    (folder / "a-case.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("detained", "cases"), [("2025-02-01", ["a-case"]), ("2024-12-01", [])])
def test_a_change_touches_the_cases_that_rest_on_the_new_edition(tmp_path, detained, cases):
    zedlander(tmp_path, detained)
    printed = panah("law", "diff", "2025-01-01", "2025-02-20", "a-case.yaml", "--json", folder=tmp_path)
    assert printed.code == 0
    cap = next(one for one in json.loads(printed.out)["changes"] if one["rule"] == "xx/custody/arrest-end")
    assert cap["cases"] == cases


def test_a_case_with_errors_is_told_and_the_rest_answered(tmp_path):
    (tmp_path / "bad.yaml").write_text("panah: 2\n", encoding="utf-8")
    zedlander(tmp_path, "2025-02-01")
    printed = panah("law", "diff", "2025-01-01", "2025-02-20", ".", folder=tmp_path)
    assert printed.code == 1
    assert "a-case" in printed.out
    assert "bad.yaml:" in printed.err


def test_a_day_after_the_last_reading_of_the_texts_says_so():
    printed = panah("law", "diff", "2026-01-01", "2030-01-01", "--lang", "en")
    assert "not verified" in printed.out


def test_nothing_changed_is_said():
    printed = panah("law", "diff", "2024-01-01", "2024-01-01", "--lang", "en")
    assert "nothing changed" in printed.out


def test_other_ways_have_no_answer_for_programs():
    printed = panah("law", "list", "--json", "--lang", "en")
    assert printed.code == 2
    assert "--json" in printed.err


def test_a_text_that_reaches_cases_already_begun_says_so():
    words = {"en": "governs cases begun before that day too", "ru": "действует и для дел, начатых до этого дня"}
    for lang, said in words.items():
        assert said in panah("law", "show", "kz/review/venue-choice", "--lang", lang).out
        assert said not in panah("law", "show", "kz/review/claim", "--lang", lang).out
