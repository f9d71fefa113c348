"""A terminal gets colour, a pipe does not; a narrow one gets stacked lines."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from accepting import panah
from panah.cli.screen import Screen, wrapped

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "import sys; from panah.cli.main import main; sys.exit(main())", "docket", "examples"]
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def on_a_terminal(*options, **environment):
    """Run the docket with its output on a terminal of our own, and give what it wrote there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "--as-of", "2026-01-29", *options],
        cwd=ROOT,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100", **environment},
    ) as process:
        os.close(theirs)
        read = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            read += part
        os.close(ours)
    assert process.returncode == 0
    return read.decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_gets_colour_that_only_repeats_the_words():
    coloured = on_a_terminal()
    assert ESCAPE.search(coloured)
    assert (
        ESCAPE.sub("", coloured) == panah("docket", "examples", "--as-of", "2026-01-29", folder=ROOT, columns=100).out
    )


@pytest.mark.parametrize(
    ("options", "environment"), [(["--no-colour"], {}), ([], {"NO_COLOR": "1"}), ([], {"TERM": "dumb"})]
)
def test_colour_can_be_refused(options, environment):
    assert "\x1b" not in on_a_terminal(*options, **environment)


def test_a_pipe_gets_none():
    assert "\x1b" not in panah("docket", "examples", "--as-of", "2026-01-29", folder=ROOT).out


def test_a_reader_that_goes_away_is_no_error():
    # more than a pipe holds is written, and nobody reads on
    script = f'"{sys.executable}" -c "{COMMAND[2]}" docket examples --json | head -c 10'
    done = subprocess.run(["sh", "-c", script], cwd=ROOT, capture_output=True, check=False)
    assert done.stdout == b'{"panah": '
    assert done.stderr == b""


def test_lines_break_between_words_and_never_pass_the_width():
    words = "передача возможна со следующего дня; подать сейчас же"
    for width in range(5, 60):
        lines = wrapped(words, width)
        assert max(len(line) for line in lines) <= width
        assert "".join(lines).replace(" ", "") == words.replace(" ", "")


def test_a_word_longer_than_the_line_is_cut():
    assert wrapped("https://example.org", 10) == ["https://ex", "ample.org"]


def test_joined_words_stay_on_one_line():
    assert wrapped("a УПК\u00a0592(1)", 11) == ["a", "УПК 592(1)"]


def test_further_lines_hang():
    assert Screen(22, colour=False).paragraph("one two three four five six", 2, 4) == [
        "  one two three four",
        "    five six",
    ]
