"""The rules of the house, one test each, so that `make test` keeps them without `make check`."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent

RULES = {
    "the code has the shape the formatter gives it; mend with `make format`": ["ruff", "format", "--check", "."],
    "the linter has nothing to say": ["ruff", "check", "--output-format=concise", "."],
    "the types hold, strictly": ["mypy"],
    "imports point down only": ["lint-imports", "--no-cache"],
    "the law has no fault": ["panah", "law", "check"],
    "the documents have no fault": ["panah", "documents", "check"],
}


@pytest.mark.parametrize("rule", RULES)
def test_house_rule(rule):
    program, *arguments = RULES[rule]
    done = subprocess.run(
        [str(BIN / program), *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{rule}:\n{done.stdout}{done.stderr}"
