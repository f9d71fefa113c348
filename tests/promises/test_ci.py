"""CI runs what the README tells people to run."""

import os
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_ci_runs_the_test_command_of_the_readme():
    told = re.search(
        r"<!-- test command -->\n+```sh\n(?P<command>[^\n]+)\n```", (ROOT / "README.md").read_text("utf-8")
    )
    assert told, "README.md has no block of one line after <!-- test command -->"
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    run = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert run == [told["command"]]


def test_ci_script_can_be_run():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
