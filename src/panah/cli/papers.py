"""Papers about a case for others (``panah sheet``, ``panah chronology``): on the screen, as a Word file or as a PDF."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from panah.cli.arguments import DAYS, Request, UsageError
from panah.cli.cases import find_one_case, open_law
from panah.texts import say, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from panah.assembly.paper import Paper
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile

OPTIONS = {**DAYS, "anonymous": False, "o": True}


def make_paper(request: Request, make: Callable[[CaseFile, Law, Request], Paper]) -> int:
    """Make a paper about the one case asked for and print it, or write it where ``-o`` says.

    Raises:
        UsageError: No case or several were named, or the name of the file to write has another ending.
    """
    target = request.chosen.get("o")
    if target is not None and Path(target).suffix.lower() not in {".docx", ".pdf"}:
        raise UsageError([say(request.lang, "usage.paper-ending", found=target)])
    law = open_law(request.lang)
    if law is None:
        return 1
    cases = find_one_case(request, law)
    code = 0
    for casefile in cases:
        told = casefile
        if request.has("anonymous"):
            from panah.assembly.anonymous import without_identity

            told = without_identity(casefile, law)
            print(say(request.lang, "papers.days-remain"), file=sys.stderr)
        paper = make(told, law, request)
        if target is None:
            from panah.assembly.paper import plain_text

            print(plain_text(paper), end="")
        else:
            code = _write(paper, Path(target), request.lang)
    return cases.finish() or code


def _write(paper: Paper, target: Path, lang: str) -> int:
    """Write a paper into a new file that only its owner can read; a file that is there is never written over."""
    if target.suffix.lower() == ".pdf":
        from panah.assembly.paper_print import pdf_file as made
    else:
        from panah.assembly.paper_word import word_file as made
    data = made(paper)
    name = shown(str(target))
    try:
        if target.exists() and target.read_bytes() == data:
            print(say(lang, "papers.unchanged", file=name))
            return 0
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
    except FileExistsError:
        print(say(lang, "papers.exists", file=name), file=sys.stderr)
        return 1
    except OSError as error:
        reason = error.strerror or type(error).__name__
        print(say(lang, "papers.cannot-write", file=name, reason=reason), file=sys.stderr)
        return 1
    print(say(lang, "papers.written", file=name))
    return 0
