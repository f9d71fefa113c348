"""`panah docket` on the public cases from a cold start, against a Python that only imports yaml and pydantic.

Whole processes, in pairs. The law's cache is there, as from the second start on.
"""

import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from histories import ROOT
from rounds import ratio, verdict

ROUNDS = 15
TARGET = 3
DOCKET = "panah docket examples"
REFERENCE = 'python -c "import yaml, pydantic"'


def commands():
    program = Path(sys.executable).with_name("panah")
    panah = [str(program)] if program.exists() else [sys.executable, "-m", "panah.cli.main"]
    return {
        DOCKET: [*panah, "docket", str(ROOT / "examples"), "--as-of", "2026-11-01"],
        REFERENCE: [sys.executable, "-c", "import yaml, pydantic"],
        'python -c "pass"': [sys.executable, "-c", "pass"],
    }


def main():
    if shutil.which(sys.executable) is None:
        raise SystemExit("no Python to start")
    times = {name: [] for name in commands()}
    for round_number in range(ROUNDS + 1):
        for name, command in commands().items():
            begin = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            if round_number:
                times[name].append(time.perf_counter() - begin)
    for name, took in times.items():
        print(f"  {name:40s} {statistics.median(took) * 1e3:7.1f} ms [{min(took) * 1e3:.1f} .. {max(took) * 1e3:.1f}]")
    found = ratio(times[DOCKET], times[REFERENCE])
    verdict(f"{DOCKET} : {REFERENCE}", found, f"< {TARGET}", reached=found.median < TARGET)


if __name__ == "__main__":
    main()
