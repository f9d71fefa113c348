"""`panah import`: case files into the register, each whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

from panah.cli.arguments import Request
from panah.cli.cases import find_cases, open_law, tell
from panah.cli.register.doors import answered, now, opened
from panah.errors import Problem
from panah.lawmodel import Law
from panah.texts import say

OPTIONS: dict[str, bool] = {}


def run(request: Request) -> int:
    """Take the case files of the places given; tell the slug of each."""
    law = open_law(request.lang)
    return 1 if law is None else answered(request, lambda: _import(request, law))


def _import(request: Request, law: Law) -> int:
    files = find_cases(request, law)
    problems: list[Problem] = []
    taken = False
    with opened(request) as owner:
        from panah.procedure.casefile_writing import write_casefile
        from panah.register import actions, casefiles, queries

        slugs = queries.slug_by_case_name(owner)
        for casefile in files:
            name = Path(casefile.file).name
            slug = slugs.get(casefile.case)
            if slug is None:
                case = actions.create_case(casefile, owner, now())
                slugs[casefile.case] = case.slug
                taken = True
                print(say(request.lang, "register.imported", case=case.slug, file=name))
                continue
            text, _ = casefiles.text_of(queries.case(owner, slug), law.vocabulary)
            if text == write_casefile(casefile):
                print(say(request.lang, "register.unchanged", case=slug, file=name))
            else:
                problems.append(Problem(casefile.file, 1, "case-in-register", {"case": slug}))
        if taken:
            print(say(request.lang, "register.files-remain"), file=sys.stderr)
    tell(problems, request.lang)
    return max(files.finish(), 1 if problems else 0)
