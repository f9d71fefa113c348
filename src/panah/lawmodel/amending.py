"""The law with changes that somebody proposes: a file of rules beside the law, read in the place of what it changes.

A rule of the file replaces the rule of the same id, whole, with all its editions; another is added. Nothing of the law
is written to. Only ``panah what-if`` imports this; it needs the linter, and the linter needs pydantic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.lawmodel.linting import at_run_time, check_nodes, lint_texts
from panah.lawmodel.linting.sheets import KINDS, full_id, rules_of, sheets_of, table
from panah.lawmodel.reading import law_from, parse_files, plain_of
from panah.yamlfiles import Node, read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from panah.errors import Problem
    from panah.lawmodel.packs import Law, Pack

_NAME = "amendment.yaml"
_NOT_ASKED = frozenset({"law-no-example"})
"""What a proposal need not have: nobody has worked an example of it yet."""


class Amended(NamedTuple):
    """The law with a proposal in it, and the ids of the rules that the proposal replaces and adds."""

    law: Law
    replaced: tuple[str, ...]
    added: tuple[str, ...]


def amend(
    folder: Path, proposal: bytes, file: str, pack: Pack, on: int | None = None
) -> tuple[Amended | None, list[Problem]]:
    """Read the law with a proposal in it.

    Args:
        folder: The folder of the law.
        proposal: A file of the shape of a file of rules.
        file: The name that its problems carry.
        pack: The law it changes, as it stands.
        on: The day (ordinal) whose law governs everything; None: every edition in its time.

    Returns:
        The law, or None with all problems. The law is checked as ``panah law check`` does; only examples are not asked.
    """
    node, problems = read_yaml(proposal, file)
    if node is None:
        return None, problems
    nodes, unread = parse_files(lint_texts(folder))
    path = f"{pack.id}/{_NAME}"
    replaced, added = _change(nodes, node, path, pack)
    unread += [problem._replace(file=path) for problem in problems]
    found = [
        problem._replace(file=file) if problem.file == path else problem
        for problem in check_nodes(nodes, unread)
        if not (problem.file == path and problem.code in _NOT_ASKED)
    ]
    if found:
        return None, found
    law = law_from(plain_of({name: one for name, one in nodes.items() if at_run_time(name)}), on)
    return Amended(law, replaced, added), []


def _change(nodes: dict[str, Node], proposal: Node, path: str, pack: Pack) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Put the proposal among the files of a pack and take out what it replaces; give the ids replaced and added."""
    track = str(table(proposal.data).get("track"))
    named = [
        (kind, full_id(str(table(rule).get("id") or name), pack, track))
        for kind in KINDS
        for name, rule in table(table(proposal.data).get(kind)).items()
    ]
    standing = {(rule.kind, rule.id): rule for rule in rules_of(sheets_of(pack, nodes), pack)}
    for key in named:
        rule = standing.get(key)
        if rule is not None:
            kind, name = rule.at
            nodes[rule.sheet.path] = _without(nodes[rule.sheet.path], str(kind), str(name))
    nodes[path] = proposal
    return (
        tuple(rule_id for kind, rule_id in named if (kind, rule_id) in standing),
        tuple(rule_id for kind, rule_id in named if (kind, rule_id) not in standing),
    )


def _without(node: Node, kind: str, name: str) -> Node:
    data = dict(table(node.data))
    data[kind] = {key: rule for key, rule in table(data[kind]).items() if key != name}
    return node.with_data(data)  # type: ignore[arg-type]
