"""`panah import`: case files into the register, each whole or not at all; changed ones with `--update`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from panah.cli.arguments import Request
from panah.cli.cases import find_cases, open_law, tell
from panah.cli.register.asking import agrees
from panah.cli.register.doors import answered, now, opened
from panah.dates import day_words
from panah.errors import PanahError, Problem
from panah.lawmodel import Law
from panah.texts import say

if TYPE_CHECKING:
    from panah.accounts.models import Member
    from panah.procedure.casefile import CaseFile
    from panah.register.models import Case

OPTIONS = {"update": False, "yes": False}


def run(request: Request) -> int:
    """Take the case files of the places given; tell the slug of each."""
    law = open_law(request.lang)
    return 1 if law is None else answered(request, lambda: _import(request, law))


def _import(request: Request, law: Law) -> int:
    files = find_cases(request, law)
    problems: list[Problem] = []
    taken = False
    with opened(request) as owner:
        from panah.register import actions, queries

        slugs = queries.slug_by_case_name(owner)
        for casefile in files:
            slug = slugs.get(casefile.case)
            if slug is None:
                case = actions.create_case(casefile, owner, now())
                slugs[casefile.case] = case.slug
                taken = True
                print(say(request.lang, "register.imported", case=case.slug, file=Path(casefile.file).name))
                continue
            try:
                taken |= _update(request, law, queries.case(owner, slug), casefile, owner)
            except PanahError as error:
                problems += error.problems
        if taken:
            print(say(request.lang, "register.files-remain"), file=sys.stderr)
    tell(problems, request.lang)
    return max(files.finish(), 1 if problems else 0)


def _update(request: Request, law: Law, case: Case, casefile: CaseFile, owner: Member) -> bool:
    """Take a changed file of a known case, after its changes were seen; gives whether anything was taken.

    Raises:
        PanahError: The file differs and nobody asked for it to be taken, or it cannot be taken.
    """
    from panah.register import updating
    from panah.telling.updates import update_told

    def words(key: str) -> str:
        return say(request.lang, f"register.{key}", case=case.slug, file=Path(casefile.file).name)

    update = updating.update_for(case, casefile, law.vocabulary)
    if update.empty:
        print(words("unchanged"))
        return False
    if not request.has("update"):
        raise PanahError([Problem(casefile.file, 1, "case-in-register", {"case": case.slug})])
    print(words("would-update"))
    for changed in update_told(update, law, request.lang, str):
        print("\n".join([f"  {changed.words}", *(f"    {line}" for line in changed.details)]))
    if not request.has("yes") and not agrees(request.lang, "register.ask-update"):
        print(words("not-updated"))
        return False
    at = now()
    heading = say(request.lang, "update.note", day=day_words(at.date().toordinal(), request.lang))
    updating.take_update(case, casefile, law.vocabulary, owner, at, heading)
    print(words("updated"))
    return True
