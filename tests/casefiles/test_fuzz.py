"""The reader holds whatever comes in: a short run of the fuzz of case files (a long one is part of `make soak`)."""

import subprocess
import sys
from pathlib import Path

TOOL = Path(__file__).parents[2] / "tools" / "fuzz_casefiles.py"


def test_two_thousand_broken_files_break_no_promise():
    run = subprocess.run(
        [sys.executable, str(TOOL), "--count", "2000", "--seed", "7"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout[:4000] + run.stderr[-4000:]
    assert run.stdout.startswith("2000 inputs, every promise held")
