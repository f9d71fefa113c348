"""Nothing of a machine, a workplace or a key lies in what is published."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# written in pieces, or this file would be found by its own search
FOREIGN = {
    "a path of somebody's machine": "|".join(["/" + "work/", "/" + "root/", "/" + "home/[a-z]", "/" + "Users/[a-z]"]),
    "a name of the workplace": r"\b" + r"fa" + r"rm\b",
    "a registry's address": "|".join([r"pypi" + r"\.org", r"python" + r"hosted", r"npm" + r"js\.(org|com)"]),
    "a key": "|".join(["BEGIN [A-Z ]*PRIVATE" + " KEY", r"\bAK" + r"IA[0-9A-Z]{16}\b", r"\bgh[pousr]" + r"_\w{30,}"]),
}


def tracked() -> list[Path]:
    git = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]  # a clone may belong to another account
    listed = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize("kind", FOREIGN)
def test_no_tracked_file_has(kind):
    pattern = re.compile(FOREIGN[kind])
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in tracked()
        for number, line in enumerate(path.read_bytes().decode("utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


def test_text_files_are_utf8_with_plain_line_ends():
    for path in tracked():
        content = path.read_bytes()
        if b"\0" not in content:
            content.decode("utf-8")
            assert b"\r\n" not in content, path
