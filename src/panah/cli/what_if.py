"""``panah what-if``: what would be otherwise if acts were added or left out, or if the law were another.

Both positions are of the same day, so that nothing differs for the passing of time. Nothing is written to disk.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from panah.cli.arguments import DAYS, Request, UsageError
from panah.cli.cases import find_one_case, open_law, tell
from panah.cli.screen import HEADING, Screen, screen_for
from panah.cli.what_if_items import Told
from panah.dates import day_words
from panah.errors import Problem
from panah.lawmodel.vocabulary import in_language
from panah.places import law_folder
from panah.procedure.act_words import act_named
from panah.procedure.comparison import Comparison, compare
from panah.procedure.replay import moments, replay
from panah.procedure.supposing import with_acts, without_acts
from panah.routes.comparison import compare_routes, compared_routes
from panah.routes.finding import find_routes
from panah.texts import say
from panah.timelimits import day_of, iso

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.casefile import Act, CaseFile

OPTIONS = {**DAYS, "add": True, "drop": True, "law-as-of": True, "amend": True}
OPTIONS |= {"why": True, "json": False, "no-colour": False}
_SUPPOSITIONS = ("add", "drop", "law-as-of", "amend")


class Supposed(NamedTuple):
    """What was supposed: the acts added, those left out, and the rules of another text."""

    added: tuple[Act, ...]
    dropped: tuple[Act, ...]
    law_as_of: int | None
    amendment: str
    replaced: tuple[str, ...]
    new_rules: tuple[str, ...]
    day_moved: bool


def run(request: Request) -> int:
    """Answer for one case.

    Raises:
        UsageError: No case or several were named, or nothing was supposed.
    """
    if not any(request.has(name) for name in _SUPPOSITIONS):
        raise UsageError([say(request.lang, "usage.what-if")])
    law = open_law(request.lang)
    if law is None:
        return 1
    cases = find_one_case(request, law)
    code = 0
    for casefile in cases:
        code = _answer(casefile, law, request)
    return cases.finish() or code


def _answer(casefile: CaseFile, law: Law, request: Request) -> int:
    text = Path(casefile.file).read_bytes()
    problems: list[Problem] = []
    supposed_case, gone = _with_and_without(casefile, text, law, request, problems)
    supposed_law, replaced, new_rules = _another_law(casefile, law, request, problems)
    if supposed_case is None or supposed_law is None or problems:
        tell(problems, request.lang)
        return 1
    added = supposed_case.acts[len(supposed_case.acts) - len(request.all("add")) :] if request.has("add") else ()
    last_day = max((day_of(act.span.first) for act in added), default=request.as_of)
    moved = "as-of" not in request.chosen and last_day > request.as_of
    as_of = last_day if moved else request.as_of
    before = _told(casefile, law, as_of, request.known_on)
    after = _told(supposed_case, supposed_law, as_of, request.known_on)
    dropped = tuple(act for act in casefile.acts if act.id in gone)
    amendment = request.chosen.get("amend", "")
    supposed = Supposed(added, dropped, request.law_as_of, amendment, replaced, new_rules, moved)
    _write(before, after, supposed, request)
    return 0


def _told(casefile: CaseFile, law: Law, as_of: int, known_on: int | None) -> Told:
    position = replay(casefile, law, as_of=as_of, known_on=known_on)
    routes = find_routes(moments(casefile, law, as_of=as_of, known_on=known_on), as_of)
    return Told(casefile, position, law, routes)


def _with_and_without(
    casefile: CaseFile, text: bytes, law: Law, request: Request, problems: list[Problem]
) -> tuple[CaseFile | None, tuple[str, ...]]:
    added = request.all("add")
    supposed, found = with_acts(text, casefile.file, added, law.vocabulary)
    problems += found
    if supposed is None:
        return None, ()
    supposed, gone, found = without_acts(supposed, request.all("drop"), len(added))
    problems += found
    return supposed, gone


def _another_law(
    casefile: CaseFile, law: Law, request: Request, problems: list[Problem]
) -> tuple[Law | None, tuple[str, ...], tuple[str, ...]]:
    """Read the law that is supposed, if another is, and the ids of the rules that a proposal replaces and adds."""
    if "amend" in request.chosen:
        from panah.lawmodel.amending import amend

        pack = law.pack_of(casefile.stays)
        if pack is None:
            raise UsageError([say(request.lang, "usage.amend-country", country=casefile.stays)])
        path = Path(request.chosen["amend"])
        try:
            proposal = path.read_bytes()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            problems.append(Problem(str(path), 1, "cannot-read", {"reason": reason}))
            return None, (), ()
        amended, found = amend(law_folder(), proposal, str(path), pack, request.law_as_of)
        problems += found
        return (None, (), ()) if amended is None else amended
    if request.law_as_of is None:
        return law, (), ()
    return open_law(request.lang, request.law_as_of), (), ()


def _write(before: Told, after: Told, supposed: Supposed, request: Request) -> None:
    comparison = compare(before.position, after.position)
    if request.has("json"):
        import json

        print(json.dumps(_plain(before, after, comparison, supposed, request.lang), ensure_ascii=False, indent=1))
        return
    screen = screen_for(no_colour=request.has("no-colour"))
    if "why" in request.chosen:
        lines = _why(before, after, request.chosen["why"], request.lang, screen)
    else:
        from panah.cli.what_if_page import WhatIfPage

        told = _sentences(supposed, after, request.lang)
        page = WhatIfPage(before, after, comparison, told, request.lang, screen)
        page.routes = compare_routes(before.routes, after.routes)
        lines = page.lines()
    for line in lines:
        print(line)
    sys.stdout.flush()


def _why(before: Told, after: Told, item_id: str, lang: str, screen: Screen) -> list[str]:
    """Write one item with its reasons, as it would be and as it is.

    Raises:
        UsageError: Neither position has it.
    """
    from panah.cli.case_page import CasePage

    lines: list[str] = []
    refused: list[UsageError] = []
    for key, told in (("with", after), ("without", before)):
        lines += ["", screen.paint(say(lang, f"what-if.why-{key}"), HEADING)]
        try:
            lines += CasePage(told.casefile, told.position, told.law, lang, screen).why(item_id)
        except UsageError as error:
            refused.append(error)
            lines.append(say(lang, "what-if.why-absent"))
    if len(refused) > 1:
        raise refused[0]
    return lines[1:]


def _sentences(supposed: Supposed, after: Told, lang: str) -> list[str]:
    """Say what was supposed, and where the day asked needs a word."""

    def named(act: Act) -> str:
        return act_named(act, after.law, lang)

    told = [say(lang, "what-if.supposed", act=named(act)) for act in supposed.added]
    told += [say(lang, "what-if.dropped", act=named(act), id=act.id) for act in supposed.dropped]
    if supposed.law_as_of is not None:
        told.append(say(lang, "what-if.law-as-of", day=day_words(supposed.law_as_of, lang)))
        told += _not_known(supposed.law_as_of, after, lang)
    for key, rules in (("replaced", supposed.replaced), ("added", supposed.new_rules)):
        if rules:
            told.append(say(lang, f"what-if.{key}", file=supposed.amendment, rules=", ".join(rules)))
    if supposed.day_moved:
        told.append(say(lang, "what-if.day-moved"))
    told += [
        say(lang, "what-if.not-counted", act=named(act), day=iso(day_of(act.span.first)))
        for act in supposed.added
        if day_of(act.span.first) > after.position.as_of
    ]
    return told


def _not_known(day: int, told: Told, lang: str) -> list[str]:
    """Say where the day whose law is taken lies before the first edition known, or after the last text read."""
    pack = told.law.pack_of(told.casefile.stays)
    if pack is None:
        return []
    label = in_language(pack.label, lang)
    if day < pack.covers_from:
        return [say(lang, "law.diff-before", pack=label, day=day_words(pack.covers_from, lang))]
    if pack.verified_until is not None and day > pack.verified_until:
        return [say(lang, "note.not-verified-after", pack=label, day=day_words(pack.verified_until, lang))]
    return []


def _plain(before: Told, after: Told, comparison: Comparison, supposed: Supposed, lang: str) -> dict[str, object]:
    """Give the same as plain values: each item as ``panah case --json`` gives it, as it is and as it would be."""
    from panah.procedure.answers import head
    from panah.procedure.compared import compared

    as_of, known_on = after.position.as_of, after.position.known_on
    routes = compare_routes(before.routes, after.routes)
    return {
        **head(after.law, as_of, known_on),
        "case": after.casefile.case,
        "supposed": {
            "added": [{"id": act.id, "date": act.text, "act": act.kind} for act in supposed.added],
            "not-counted": [act.id for act in supposed.added if day_of(act.span.first) > as_of],
            "dropped": [act.id for act in supposed.dropped],
            "law-as-of": None if supposed.law_as_of is None else iso(supposed.law_as_of),
            "rules-replaced": list(supposed.replaced),
            "rules-added": list(supposed.new_rules),
        },
        "changes": {
            **compared(comparison, before[:3], after[:3], lang),
            "routes": compared_routes(routes, (before.routes, before.law), (after.routes, after.law), lang),
        },
    }
