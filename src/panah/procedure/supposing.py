"""A case as it would be: with acts that have not happened, or without acts that have. Nothing is written.

A supposed act is told in a line, ``2026-03-01 extradition-granted body=prosecutor-general``, and read as a case file
is: the same words, the same refusals.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from panah.errors import Problem
from panah.procedure.casefile_reading import casefile_from
from panah.procedure.checking import likely
from panah.procedure.facts import roots_of
from panah.yamlfiles import read_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from panah.lawmodel import Vocabulary
    from panah.procedure.casefile import Act, CaseFile

ADDED, DROPPED = "--add", "--drop"
"""What stands in the place of a file name in problems; the line is the number of the act."""


def with_acts(
    text: bytes, file: str, told: Sequence[str], vocabulary: Vocabulary
) -> tuple[CaseFile | None, list[Problem]]:
    """Read a case with supposed acts behind those of its file.

    Args:
        text: The case file; it has no problems of its own.
        file: Its name.
        told: The acts, each as ``DATE act field=value …``; a word without ``=`` belongs to the value before it.
        vocabulary: The words of acts.

    Returns:
        The case and no problems, or None and every problem of the supposed acts. They count as known on any day.
    """
    node, problems = read_yaml(text, file)
    if node is None:
        return None, problems
    supposed, problems = read_yaml("".join(f"- {_entry(line)}\n" for line in told) or "[]", ADDED)
    if supposed is None:
        return None, problems
    casefile, problems = casefile_from(node.with_items("acts", supposed), ADDED, vocabulary, problems)
    if casefile is None:
        return None, problems
    written = len(casefile.acts) - len(told)
    acts = casefile.acts[:written] + tuple(act.replace(known_from=0) for act in casefile.acts[written:])
    return casefile._replace(file=file, acts=acts), []


def _entry(told: str) -> str:
    """Write a supposed act as an entry of a case file; what it lacks, the reader of case files will miss."""
    day, words = told.split()[:1], told.split()[1:]
    entry = [("date", name) for name in day]
    place = next((number for number, word in enumerate(words) if "=" in word), len(words))
    if place:
        entry.append(("act", " ".join(words[:place])))
    for word in words[place:]:
        name, equals, value = word.partition("=")
        if equals:
            entry.append((name, value))
        else:
            entry[-1] = (entry[-1][0], f"{entry[-1][1]} {word}".strip())
    return "{" + ", ".join(f"{_quoted(name)}: {_quoted(value)}" for name, value in entry) + "}"


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)


def without_acts(
    casefile: CaseFile, dropped: Sequence[str], added: int = 0
) -> tuple[CaseFile | None, tuple[str, ...], list[Problem]]:
    """Leave acts out, with their corrections and with what cannot have happened without them (their service).

    What names one of several versions that is left out names another from then on.

    Args:
        casefile: The case.
        dropped: The ids of the acts.
        added: How many of the last acts are supposed: they may not rest on what is left out.

    Returns:
        The case, the ids of all acts left out, and no problems; or None and every problem.
    """
    acts = casefile.acts
    problems = [
        Problem(DROPPED, number, "unknown-id", {"key": DROPPED, "found": name, "known": likely(name, _ids(acts))})
        for number, name in enumerate(dropped, 1)
        if name not in _ids(acts)
    ]
    gone = _with_what_rests_on(set(dropped), acts)
    first_added = len(acts) - added
    for number, act in enumerate(acts[first_added:], 1):
        if act.id in gone and not problems:
            known = likely(act.of or "", _ids(acts[:first_added]) - gone)
            problems.append(Problem(ADDED, number, "unknown-id", {"key": "of", "found": act.of or "", "known": known}))
    if problems:
        return None, (), problems
    heirs = _heirs(acts, gone)
    kept = tuple(_told_anew(act, heirs) for act in acts if act.id not in gone)
    return casefile._replace(acts=kept), tuple(act.id for act in acts if act.id in gone), []


def _ids(acts: Sequence[Act]) -> set[str]:
    return {act.id for act in acts}


def _with_what_rests_on(gone: set[str], acts: tuple[Act, ...]) -> set[str]:
    while True:
        heirs = _heirs(acts, gone)
        more = {
            name
            for act in acts
            for name, falls in (
                (act.id, act.supersedes in gone or (act.of in gone and not heirs.get(act.of))),
                (act.supersedes, act.id in gone),
            )
            if falls and name is not None and name not in gone
        }
        if not more:
            return gone
        gone = gone | more


def _heirs(acts: tuple[Act, ...], gone: set[str]) -> dict[str | None, str]:
    """Give for each act left out the first other version of it that stays."""
    roots = roots_of(acts)
    first_kept: dict[str, str] = {}
    for act in acts:
        if act.id not in gone:
            first_kept.setdefault(roots[act.id], act.id)
    return {name: first_kept[roots[name]] for name in gone if name in roots and roots[name] in first_kept}


def _told_anew(act: Act, heirs: dict[str | None, str]) -> Act:
    of, other = heirs.get(act.of, act.of), heirs.get(act.alternative_to, act.alternative_to)
    if of != act.of and of is not None:
        act = act.replace(of=of, fields={**act.fields, "of": of})
    return act if other == act.alternative_to else act.replace(alternative_to=None if other == act.id else other)
