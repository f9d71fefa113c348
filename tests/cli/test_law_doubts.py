"""``panah law doubts``, and the open questions that ``--why`` and ``law show`` tell beside a rule."""

import json
from pathlib import Path

import pytest

from accepting import panah

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = ("--as-of", "2026-01-29")


def test_every_doubt_is_told_with_its_rules():
    printed = panah("law", "doubts", "--json", "--lang", "en")
    assert (printed.code, printed.err) == (0, "")
    doubts = {doubt["id"]: doubt for doubt in json.loads(printed.out)["doubts"]}
    assert "kz/asylum/leave" in doubts["D-5"]["rules"]
    assert doubts["D-11"]["rules"] == []
    assert "cases" not in doubts["D-5"]


def test_the_cases_that_rest_on_a_doubtful_rule_are_told():
    printed = panah("law", "doubts", "--json", "zhilin", "utambetov", *DAY, folder=EXAMPLES)
    doubts = {doubt["id"]: doubt for doubt in json.loads(printed.out)["doubts"]}
    assert doubts["D-5"]["cases"] == ["zhilin-mikhail"]
    assert doubts["D-6"]["cases"] == []


def test_a_case_with_errors_gives_its_code(tmp_path):
    (tmp_path / "bad.yaml").write_text("panah: 2\n", encoding="utf-8")
    printed = panah("law", "doubts", ".", folder=tmp_path)
    assert printed.code == 1
    assert "bad.yaml:" in printed.err


def test_open_questions_stand_in_why_alone():
    whole = panah("case", "movlaev", *DAY, "--lang", "en", folder=EXAMPLES)
    one = panah("case", "movlaev", *DAY, "--lang", "en", "--why", "temporary-custody-end", folder=EXAMPLES)
    assert "open question" not in whole.out
    assert "open question check-1" in one.out
    assert panah("law", "show", "kz/asylum/leave", "--lang", "en").out.count("open question D-5") == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("list", *DAY), 2), (("diff", "2025-01-01", "2025-02-01", *DAY), 2), (("check", "here"), 2), (("doubts",), 0)],
)
def test_what_a_way_does_not_understand_is_refused(arguments, code):
    assert panah("law", *arguments, "--lang", "en").code == code
