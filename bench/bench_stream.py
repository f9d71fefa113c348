"""`panah docket --json` holds one case at a time: the peak of its memory over 1 000, 10 000 and 100 000 case files.

The files are made here, in a folder in memory where there is one. `--count N` sets the largest number.
"""

import argparse
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from histories import ROOT, shipped_law, walks

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  (a folder of its own is made in it)
ALLOWED_GROWTH = 1.5
CHILD = """
import resource, sys
from panah.cli.main import main
code = main(sys.argv[1:])
print(code, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


def write_files(folder, count, pack):
    """Few histories, many files: what differs from file to file is the name of the case."""
    bodies = []
    for history in walks(pack, 200, 8, noise=0.1, seed=5):
        acts = []
        for event, day in history:
            fields = "".join(f", {name}: {value}" for name, value in event.fields.items() if name != "of-act")
            acts.append(f"  - {{date: {date.fromordinal(day).isoformat()}, act: {event.act}{fields}}}\n")
        bodies.append(f"person: {{name: {{en: Someone}}}}\nstays: {pack.code}\nwanted-by: XY\nacts:\n{''.join(acts)}")
    for number in range(count):
        name = f"case-{number:06d}"
        (folder / f"{name}.yaml").write_text(f"panah: 1\ncase: {name}\n{bodies[number % len(bodies)]}", "utf-8")


def peak(folder):
    """Run the docket over a folder; give its exit code, peak memory in MiB and the bytes written."""
    arguments = ["docket", str(folder), "--as-of", "2026-11-01", "--json"]
    with tempfile.TemporaryFile() as out:
        done = subprocess.run(
            [sys.executable, "-c", CHILD, *arguments],
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            check=False,
        )
        size = out.seek(0, 2)
    code, kibibytes = done.stderr.split()[-2:]
    if code not in {"0", "None"}:
        raise SystemExit(done.stderr[-2000:])
    return int(kibibytes) / 1024, size


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    largest = parser.parse_args().count
    pack = shipped_law().packs["xx"]
    peaks = []
    for count in [size for size in (1_000, 10_000, 100_000) if size <= largest] or [largest]:
        where = SHARED_MEMORY if SHARED_MEMORY.is_dir() else None
        with tempfile.TemporaryDirectory(dir=where) as folder:
            write_files(Path(folder), count, pack)
            mebibytes, size = peak(Path(folder))
        peaks.append(mebibytes)
        print(f"  {count:7d} files: peak {mebibytes:7.1f} MiB, {size / 1e6:8.1f} MB written", flush=True)
    growth = peaks[-1] / peaks[0]
    print(
        f"memory, largest : smallest: {growth:.2f}; target < {ALLOWED_GROWTH}: "
        f"{'reached' if growth < ALLOWED_GROWTH else 'NOT REACHED'}"
    )


if __name__ == "__main__":
    main()
