"""What drafting needs is imported only when drafting: a docket must start at once."""

import json
import subprocess
import sys

import pytest

import drafts

HEAVY = ["jinja2", "lxml", "typst", "pymorphy3"]


@pytest.mark.parametrize("command", [["docket"], ["case", "movlaev-mansur"], ["routes", "movlaev-mansur"]])
def test_other_commands_import_nothing_of_drafting(command):
    code = (
        "import contextlib, io, json, sys\n"
        "from panah.cli.main import main\n"
        "with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding='utf-8')):\n"
        f"    code = main({[*command, '--as-of', '2026-02-01']!r})\n"
        f"print(json.dumps([code, [name for name in {HEAVY!r} if name in sys.modules]]))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=drafts.EXAMPLES)
    assert json.loads(done.stdout) == [0, []]
