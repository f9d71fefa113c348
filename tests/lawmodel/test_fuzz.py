"""Broken law files by chance: problems with a place, never an exception (`tools/fuzz_law.py` runs many more)."""

import os
import sys
from pathlib import Path

TOOLS = Path(__file__).parents[2] / "tools"


def test_broken_law_files_are_told_and_never_crash(capsys):
    sys.path.insert(0, str(TOOLS))
    try:
        from fuzz_law import main
    finally:
        sys.path.remove(str(TOOLS))
    count = "50000" if os.environ.get("PANAH_SOAK") else "500"
    assert main(["--count", count, "--seed", "20261124"]) == 0, capsys.readouterr().out
