"""What the law leaves untold: rules that no worked example works, provisions and doubts that nothing mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.lawmodel.linting.sheets import At, Rule, Sheet, entries, rules_of, table, walk
from panah.yamlfiles import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from panah.errors import Problem
    from panah.lawmodel.packs import Pack
    from panah.yamlfiles import Node


_WORKED_WITH_A_ROUTE = frozenset({"steps", "filings"})
"""Kinds of rules that have no example of their own: the examples of a route go through its steps and filings."""


def uncovered(sheets: list[Sheet], pack: Pack, nodes: Mapping[str, Node]) -> list[Problem]:
    """Find rules without a worked example, examples that name no rule, and provisions neither cited nor listed."""
    examples = [Sheet(path, node) for path, node in nodes.items() if path.startswith(f"{pack.id}/examples/")]
    rules = list(rules_of(sheets, pack))
    ids = {rule.id for rule in rules}
    problems = [problem for sheet in examples for problem in _loose_names(sheet, ids)]
    worked = {
        str(name) for sheet in examples for example in entries(sheet.data.get("examples")) for name in _named(example)
    }
    problems += [
        rule.sheet.problem("law-no-example", rule.at, rule=rule.id)
        for rule in rules
        if rule.id not in worked and rule.kind not in _WORKED_WITH_A_ROUTE
    ]
    known, named = _doubts(nodes)
    for rule in rules:
        problems += _loose_doubts(rule, known)
    for sheet in sheets:
        if sheet.path.endswith("/research.yaml"):
            problems += _unmentioned(sheet, sheets, pack)
            problems += _idle_doubts(sheet, sheets, named)
    return problems


def _doubts(nodes: Mapping[str, Node]) -> tuple[set[str], set[str]]:
    """Give the ids of the doubts of all packs, and those that some rule of any pack names."""
    known: set[str] = set()
    named: set[str] = set()
    for path, node in nodes.items():
        if path.endswith("/research.yaml"):
            known.update(str(table(doubt).get("id")) for doubt in entries(table(node.data).get("doubts")))
        else:
            named.update(str(name) for _, key, value in walk(node.data) if key == "doubts" for name in entries(value))
    return known, named


def _loose_doubts(rule: Rule, known: set[str]) -> Iterator[Problem]:
    """Find doubts that a rule names and no research describes."""
    for at, key, value in walk(rule.data, rule.at):
        for name in entries(value) if key == "doubts" else ():
            if str(name) not in known:
                near = ", ".join(nearest(str(name), known)) or "-"
                yield rule.sheet.problem("law-loose-reference", at, what="doubt", found=str(name), known=near)


def _idle_doubts(research: Sheet, sheets: list[Sheet], named: set[str]) -> Iterator[Problem]:
    """Find doubts that no rule names and that are about nothing listed as not modelled."""
    left_out = {
        str(provision)
        for sheet in sheets
        if sheet is not research
        for _, key, value in walk(sheet.data)
        if key == "provisions"
        for provision in entries(value)
    }
    for number, entry in enumerate(entries(research.data.get("doubts"))):
        doubt, touches = str(table(entry).get("id")), entries(table(entry).get("touches"))
        if doubt not in named and not any(_covered(str(provision), left_out) for provision in touches):
            yield research.problem("law-doubt-idle", ("doubts", number), doubt=doubt)


def _named(example: object) -> list[object]:
    return entries(table(example).get("rules"))


def _loose_names(sheet: Sheet, ids: set[str]) -> Iterator[Problem]:
    """Find ids in examples that name no rule: an ``absent`` id that nothing has would always be absent."""
    for number, example in enumerate(entries(sheet.data.get("examples"))):
        at = ("examples", number)
        named: list[tuple[At, object]] = [(("rules",), name) for name in _named(example)]
        expect = table(table(example).get("expect"))
        named += [(("expect", "absent"), name) for name in entries(expect.get("absent")) if "/" in str(name)]
        for part in ("deadlines", "remedies", "protections", "breaches", "exposures", "routes"):
            named += [
                (("expect", part), table(item)["id"]) for item in entries(expect.get(part)) if "id" in table(item)
            ]
        for where, name in named:
            if str(name) not in ids:
                near = ", ".join(nearest(str(name), ids)) or "-"
                yield sheet.problem("law-loose-reference", (*at, *where), what="rule", found=str(name), known=near)


def _unmentioned(research: Sheet, sheets: list[Sheet], pack: Pack) -> Iterator[Problem]:
    """Find provisions that the research names and that are neither cited by a rule nor listed as not modelled.

    A provision is covered by itself and by what it is a part of: ``590(1)``, or its instrument, covers ``590(1)(7)``.
    Those of a topic that is a track not modelled are listed with the track.
    """
    mentioned: set[str] = set()
    for sheet in sheets:
        if sheet is research:
            continue
        for _, key, value in walk(sheet.data):
            if key in {"cite", "may-extend-cite", "restore", "provisions"}:
                mentioned.update(str(cite) for cite in entries(value))
            elif key == "here":
                mentioned.update(
                    f"{table(one).get('instrument')} {table(one).get('provision')}" for one in entries(value)
                )
    for number, entry in enumerate(entries(research.data.get("provisions"))):
        provision, topic = str(table(entry).get("provision")), str(table(entry).get("topic"))
        if topic in pack.tracks_not_modelled or _covered(provision, mentioned):
            continue
        yield research.problem("law-unmentioned", ("provisions", number), provision=provision, topic=topic)


def _covered(provision: str, mentioned: set[str]) -> bool:
    while provision:
        if provision in mentioned:
            return True
        provision = provision[: max(provision.rfind("("), provision.rfind(" "), 0)]
    return False
