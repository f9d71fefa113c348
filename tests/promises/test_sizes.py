"""No file and no function longer than a reader can hold, unless allowed_sizes.toml says why."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ALLOWED = tomllib.loads((ROOT / "tests/promises/allowed_sizes.toml").read_text("utf-8"))

FILE_LINES = {"src/**/*.py": 300, "tests/**/*.py": 300, "tools/**/*.py": 300, "law/**/*.yaml": 400}
FUNCTION_LINES = {"src/**/*.py": 60, "tools/**/*.py": 60}


def sizes() -> Iterator[tuple[str, int, int]]:
    """What, its lines, its limit; for every file and function that has a limit."""
    for pattern, limit in FILE_LINES.items():
        for path in ROOT.glob(pattern):
            yield path.relative_to(ROOT).as_posix(), len(path.read_text("utf-8").splitlines()), limit
    for pattern, limit in FUNCTION_LINES.items():
        for path in ROOT.glob(pattern):
            tree = ast.parse(path.read_text("utf-8"))
            for name, lines in functions(tree.body, ""):
                yield f"{path.relative_to(ROOT).as_posix()}::{name}", lines, limit


def functions(body: list[ast.stmt], prefix: str) -> Iterator[tuple[str, int]]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield prefix + node.name, node.end_lineno - node.lineno + 1
        elif isinstance(node, ast.ClassDef):
            yield from functions(node.body, f"{prefix}{node.name}.")


def test_nothing_is_longer_than_its_limit():
    long = {
        what: f"{lines} lines, limit {ALLOWED.get(what, {}).get('lines', limit)}"
        for what, lines, limit in sizes()
        if lines > ALLOWED.get(what, {}).get("lines", limit)
    }
    assert long == {}, "split it, or give a reason in tests/promises/allowed_sizes.toml"


@pytest.mark.parametrize("what", ALLOWED)
def test_every_exception_has_a_reason_and_is_still_needed(what):
    assert len(ALLOWED[what].get("why", "")) > 20
    now = {name: (lines, limit) for name, lines, limit in sizes()}
    assert what in now, "it is gone; take the line out"
    assert now[what][0] > now[what][1], "it is within the limit; take the line out"
