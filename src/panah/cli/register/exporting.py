"""`panah export`: cases of the register as case files, named by their slugs: readable text, outside the register."""

from __future__ import annotations

import sys
from pathlib import Path

from panah.cli.arguments import Request, UsageError
from panah.cli.cases import open_law, tell
from panah.cli.register.doors import answered, opened
from panah.errors import Problem
from panah.lawmodel import Law
from panah.sealing import files
from panah.texts import say

OPTIONS = {"to": True, "all": False}


def run(request: Request) -> int:
    """Write one case to standard output, or several into the folder of `--to`."""
    asked = request.has("all") != bool(request.places)
    one = len(request.places) == 1 and not request.has("all")
    if not asked or not (one or request.has("to")):
        raise UsageError([say(request.lang, "register.what-to-export")])
    law = open_law(request.lang)
    return 1 if law is None else answered(request, lambda: _export(request, law))


def _export(request: Request, law: Law) -> int:
    problems: list[Problem] = []
    with opened(request) as owner:
        from panah.register import casefiles, queries

        cases = queries.cases(owner, closed=True)
        if request.places:
            cases = [queries.case(owner, slug) for slug in request.places]
        for case in cases:
            text, found = casefiles.text_of(case, law.vocabulary)
            problems += found
            if text is not None and request.has("to"):
                folder = Path(request.chosen["to"])
                files.make_folder(folder)
                files.write_whole(folder / f"{case.slug}.yaml", text.encode())
            elif text is not None:
                print(text, end="")
    print(say(request.lang, "register.exported"), file=sys.stderr)
    tell(problems, request.lang)
    return 1 if problems else 0
