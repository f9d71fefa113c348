"""Every test the threat model names is there, so that no protection is claimed without one."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "explanation" / "threat-model.md"
ATTACKERS = ["thief", "border officer", "raid while off", "raid while on", "coerced owner", "insider"]
ATTACKERS += ["administrator of a server", "backup thief", "hostile file", "hostile page"]
PLACES = ["swap", "hibernation", "crash dumps", "browser", "printer spool", "file names"]


def functions(path):
    return {node.name for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)}


def test_the_tests_named_are_there():
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", PAGE.read_text("utf-8"))
    assert len(named) > 15
    missing = [
        f"{file}::{name}"
        for file, name in named
        if not (ROOT / file).exists() or (name and name not in functions(ROOT / file))
    ]
    assert missing == []


def test_every_attacker_and_every_place_of_leaks_has_its_line():
    lines = [line.lower() for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")]
    for wanted in ATTACKERS + PLACES:
        assert [line for line in lines if line.startswith(f"| **{wanted}**")], wanted
