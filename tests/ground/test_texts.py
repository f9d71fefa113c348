"""Words and problems as people see them; every code has its text in both languages and its place in the reference."""

import ast
import json
import os
import re
import string
import sys
from pathlib import Path

import pytest

from panah.errors import PanahError, Problem
from panah.texts import render, say, shown, words
from panah.timelimits import DateFormError, parse_date

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "src" / "panah" / "locale"
PAGE = ROOT / "docs" / "reference" / "errors.md"


def places(template):
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def problem_codes(lang):
    return {key.removeprefix("problem.") for key in words(lang) if key.startswith("problem.")}


def codes_used():
    """Find the codes that the source names where it makes a problem."""
    found = set()
    for path in (ROOT / "src" / "panah").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            at = {"Problem": 2, "report": 1, "_report": 1}.get(name)
            if at is not None and len(node.args) > at and isinstance(node.args[at], ast.Constant):
                found.add(node.args[at].value)
    return found


def test_every_code_used_has_its_text_in_each_language():
    used = codes_used()
    assert {"duplicate-key", "unknown-act", "no-name"} <= used
    assert used <= problem_codes("ru"), used - problem_codes("ru")
    assert problem_codes("ru") == problem_codes("en") == problem_codes("kk")


def test_every_text_is_used():
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src" / "panah").rglob("*.py"))
    made_from_a_reason = tuple(re.findall(r'f"([a-z-]+-)\{', source))
    unused = [code for code in problem_codes("en") if f'"{code}"' not in source]
    assert not [code for code in unused if not code.startswith(made_from_a_reason)]


def test_every_reason_to_refuse_a_date_has_its_text():
    tried = ["2025-02-30", "2025-05-04T25:00", "0205-01-01", "2025/2024", "../..", "[2025]"]
    reasons = set()
    for text in tried:
        with pytest.raises(DateFormError) as error:
            parse_date(text)
        reasons.add(f"date-{error.value.reason}")
    assert len(reasons) == len(tried)
    assert reasons <= problem_codes("en")


@pytest.mark.parametrize("lang", ["en", "kk"])
def test_each_language_fills_the_same_places(lang):
    for key, template in words("ru").items():
        assert places(template) == places(words(lang)[key]), key


@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_words_are_kept_sorted_one_on_a_line(lang):
    text = (LOCALE / f"{lang}.json").read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def test_the_reference_of_errors_is_up_to_date():
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        from errors_page import errors_page
    finally:
        sys.path.pop(0)
    if os.environ.get("PANAH_ACCEPT"):
        PAGE.write_text(errors_page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == errors_page(), "run: python tools/errors_page.py"


def test_a_language_without_a_word_takes_the_next(monkeypatch):
    monkeypatch.delitem(words("kk"), "problem.empty-file")
    assert say("kk", "problem.empty-file") == say("ru", "problem.empty-file")
    assert say("de", "problem.empty-file") == say("ru", "problem.empty-file")
    assert say("en", "no.such.word") == "<no.such.word>"


def test_a_place_without_a_value_stays():
    assert "{limit}" in say("en", "problem.too-deep")


def test_a_problem_begins_with_file_and_line():
    text = render(Problem("case.yaml", 7, "too-deep", {"limit": "40"}), "en")
    assert text.startswith("case.yaml:7: values are nested deeper than 40")


def test_what_a_file_says_cannot_disturb_the_terminal():
    hostile = "\x1b[2J\u202e\nforged.yaml:1: all is well" + "x" * 1000
    text = render(Problem("a\n.yaml", 1, "unknown-act", {"found": hostile, "known": "{found}"}), "ru")
    assert text.isprintable()
    assert len(text) < 1000
    assert "{found}" in text, "a value is never a template"
    assert shown("обычные слова") == "обычные слова"


def test_the_exception_names_codes_and_places_only():
    error = PanahError([Problem("ivan.yaml", 3, "unknown-key", {"key": "Secret Name"})])
    assert str(error) == "line 3: unknown-key"
    assert len(error.problems) == 1
