"""Documents that run: finds commands in Markdown, runs them, compares or rewrites what they print.

In a document:

    <!-- in: examples -->                           a fresh copy of that folder of the checkout is where commands run,
    <!-- in: nothing -->                            or an empty folder (so at the start of every document)
    <!-- in: law -->                                a copy of the law, which the commands then use (`PANAH_LAW`)
    <!-- file: my-client.yaml -->                   the block that follows is written to that file
    <!-- run: panah demo --as-of 2026-01-29 -->     the block that follows is exactly what the command prints

and in a block marked `console` every line `$ panah …` is run, and the lines up to the next `$` are what it prints.
`| head -n N` and `; echo $?` may follow a command, and mean what they mean in a shell. Standard error is shown too.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unittest import mock

ROOT = Path(__file__).parents[1]

_FENCE = re.compile(r"^(`{3,})(\w*)$")
_TELL = re.compile(r"^<!-- (in|file|run): (.+?) -->$")
_HEAD = re.compile(r" \| head -n (\d+)$")
_ECHO = "; echo $?"


class DocumentError(AssertionError):
    """A document tells the machine something it does not understand."""


class Block(NamedTuple):
    """A fenced block: where its content lies in the lines of the document, and what was told before it."""

    kind: str
    first: int
    end: int
    tell: str
    told: str


def tells(lines: list[str]) -> Iterator[Block]:
    """Every `in`, and every block that has something to do, in order."""
    tell, told, fence, first, kind = "", "", "", 0, ""
    for number, line in enumerate(lines):
        if fence:
            if line == fence:
                yield Block(kind, first, number, tell, told)
                tell, told, fence = "", "", ""
        elif opened := _FENCE.match(line):
            fence, kind, first = opened[1], opened[2], number + 1
        elif found := _TELL.match(line):
            if tell:
                msg = f"line {number + 1}: <!-- {tell}: {told} --> is not followed by a block"
                raise DocumentError(msg)
            if found[1] == "in":
                yield Block("", number, number, "in", found[2])
            else:
                tell, told = found[1], found[2]
        elif line.strip() and tell:
            msg = f"line {number + 1}: expected the block that <!-- {tell}: {told} --> speaks of"
            raise DocumentError(msg)


def replay(text: str, folder: Path) -> str:
    """Run what the document shows and give the document as it should be."""
    lines = text.splitlines()
    out: list[str] = []
    here, copied, folders = 0, folder / "0", 0
    copied.mkdir()
    for block in tells(lines):
        out += lines[here : block.first]
        body, here = lines[block.first : block.end], block.end
        if block.tell == "in":
            folders += 1
            copied = _fresh(block.told, folder / str(folders))
        elif block.tell == "file":
            (copied / block.told).write_text("\n".join(body) + "\n", encoding="utf-8")
        elif block.tell == "run":
            body = run(block.told, copied)
        elif block.kind == "console":
            body = _rerun(body, copied, block.first)
        out += body
    return "\n".join(out + lines[here:]) + "\n"


def run(command: str, folder: Path) -> list[str]:
    """Run one `panah …` in a folder, in this process, and give the lines it prints."""
    shown = command
    with_code = shown.endswith(_ECHO)
    shown = shown.removesuffix(_ECHO)
    head = _HEAD.search(shown)
    program, *arguments = shlex.split(shown[: head.start()] if head else shown)
    if program != "panah":
        msg = f"`{command}`: only panah is run in documents; put other commands in a block marked sh"
        raise DocumentError(msg)
    from panah.cli.main import main

    page = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    law = {"PANAH_LAW": str(folder)} if (folder / "vocabulary").is_dir() else {}
    with (
        mock.patch.dict(os.environ, law),
        contextlib.redirect_stdout(page),
        contextlib.redirect_stderr(page),
        contextlib.chdir(folder),
    ):
        try:
            code = main(arguments)
        except SystemExit as leaving:
            code = leaving.code
    page.flush()
    printed = page.buffer.getvalue().decode("utf-8").splitlines()
    printed = [line.rstrip() for line in printed[: int(head[1]) if head else None]]
    return [*printed, str(code or 0)] if with_code else printed


def _fresh(name: str, folder: Path) -> Path:
    if name == "nothing":
        folder.mkdir()
    else:
        shutil.copytree(ROOT / name, folder)
    return folder


def _rerun(body: list[str], folder: Path, first: int) -> list[str]:
    if body and not body[0].startswith("$ "):
        msg = f"line {first + 1}: a console block begins with `$ panah …`"
        raise DocumentError(msg)
    out: list[str] = []
    for line in body:
        if line.startswith("$ "):
            out += [line, *run(line.removeprefix("$ "), folder)]
    return out
