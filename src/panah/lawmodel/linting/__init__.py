"""What is wrong with the law as written, beyond its shape: every problem with file and line.

Only `panah law check` imports it.

In the parts: ``references`` (names that name nothing), ``soundness`` (editions, stages, circles, words),
``exposures`` and ``routes`` (what they name), ``coverage`` (rules without examples, provisions of the research that no
rule and no list mentions).
Replaying the worked examples is not done here, for the engine lies above the law (see ``tests/law``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.lawmodel.linting.coverage import uncovered
from panah.lawmodel.linting.exposures import loose_exposures
from panah.lawmodel.linting.references import loose_references
from panah.lawmodel.linting.routes import loose_routes
from panah.lawmodel.linting.sheets import Sheet, sheets_of
from panah.lawmodel.linting.soundness import unsound, unspoken_vocabulary
from panah.lawmodel.reading import law_from, law_texts, parse_files, plain_of
from panah.lawmodel.shapes import check_shapes

if TYPE_CHECKING:
    from pathlib import Path

    from panah.errors import Problem
    from panah.yamlfiles import Node

__all__ = ["at_run_time", "check", "check_nodes", "check_texts", "lint_texts"]


def lint_texts(folder: Path) -> dict[str, bytes]:
    """Give the bytes of all files that are checked: the law itself, and what only the check reads."""
    beside = sorted(folder.glob("*/research.yaml")) + sorted(folder.glob("*/examples/*.yaml"))
    return law_texts(folder) | {path.relative_to(folder).as_posix(): path.read_bytes() for path in beside}


def check(folder: Path) -> list[Problem]:
    """Check the law in a folder.

    Args:
        folder: The folder with ``vocabulary/`` and one folder for each pack.

    Returns:
        Every problem, files in their order, lines ascending; the paths are those below the folder. Where files cannot
        be read or have a wrong shape, only that is told: what they mean cannot be known.
    """
    return check_texts(lint_texts(folder))


def check_texts(texts: dict[str, bytes]) -> list[Problem]:
    """Check law given as the bytes of its files by their path below the folder; see `check`."""
    nodes, problems = parse_files(texts)
    return check_nodes(nodes, problems)


def check_nodes(nodes: dict[str, Node], unread: list[Problem]) -> list[Problem]:
    """Check law that was parsed already, with the problems of parsing it; see `check`."""
    problems = unread + check_shapes(nodes)
    if problems:
        return problems
    law = law_from(plain_of({path: node for path, node in nodes.items() if at_run_time(path)}))
    problems += unspoken_vocabulary(
        [Sheet(path, node) for path, node in nodes.items() if path.startswith("vocabulary/")]
    )
    for pack in law.packs.values():
        sheets = sheets_of(pack, nodes)
        problems += loose_references(sheets, pack, law)
        problems += loose_exposures(sheets, pack)
        problems += loose_routes(sheets, pack, law)
        problems += unsound(sheets, pack, law)
        problems += uncovered(sheets, pack, nodes)
    places = {path: number for number, path in enumerate(nodes)}
    return sorted(set_of(problems), key=lambda problem: (places.get(problem.file, -1), problem.line))


def set_of(problems: list[Problem]) -> list[Problem]:
    """Leave out problems that say the same of the same line."""
    kept = {(one.file, one.line, one.code, *sorted(one.values.items())): one for one in problems}
    return list(kept.values())


def at_run_time(path: str) -> bool:
    """Whether a file is law, or read by the check only."""
    return not path.endswith("/research.yaml") and "/examples/" not in path
