"""Accepted outputs: what a command prints is compared with a file beside the tests; `make accept` rewrites the file."""

import contextlib
import io
import os
from pathlib import Path
from typing import NamedTuple

import pytest

ACCEPTED = Path(__file__).parent / "cli" / "accepted"


class Printed(NamedTuple):
    code: int
    out: str
    err: str


def panah(*arguments, folder=None, columns=None):
    """Run a command in this process, in a folder, on a page of a width, and give what it prints."""
    from panah.cli.main import main

    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True, newline="") for _ in range(2))
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.redirect_stdout(out))
        stack.enter_context(contextlib.redirect_stderr(err))
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.delenv("COLUMNS", raising=False)
        if columns is not None:
            patch.setenv("COLUMNS", str(columns))
        if folder is not None:
            stack.enter_context(contextlib.chdir(folder))
        code = main([str(argument) for argument in arguments])
    texts = []
    for page in (out, err):
        page.flush()
        texts.append(page.buffer.getvalue().decode("utf-8"))
    return Printed(code, *texts)


def accept(name, text):
    """Compare a text with the accepted one; with PANAH_ACCEPT=1 it becomes the accepted one."""
    path = ACCEPTED / name
    if os.environ.get("PANAH_ACCEPT") == "1":
        path.write_bytes(text.encode("utf-8"))
    assert path.exists(), f"{name} is not accepted yet: read the output, then run `make accept`"
    assert text == path.read_bytes().decode("utf-8"), f"{name} differs; if it should, run `make accept`"
