"""Replaying the worked examples of the law: what `panah law check` asks of a law without other faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.errors import Problem
from panah.lawmodel import read_law
from panah.routes.examples import run
from panah.yamlfiles import read_yaml

if TYPE_CHECKING:
    from pathlib import Path


def differing(folder: Path) -> list[Problem]:
    """Give a problem for each difference between what an example expects and what comes out."""
    law, problems = read_law(folder)
    if law is None:
        return problems
    for path in sorted(folder.glob("*/examples/*.yaml")):
        file = path.relative_to(folder).as_posix()
        node, _ = read_yaml(path.read_bytes(), file)
        data = None if node is None else node.data
        if node is None or not isinstance(data, dict) or not isinstance(data.get("examples"), list):
            continue
        for place, example in enumerate(data["examples"]):  # type: ignore[arg-type]
            if not isinstance(example, dict):
                continue
            line = node.line(("examples", place))
            problems += [
                Problem(file, line, "law-example-differs", {"name": str(example.get("name")), "difference": difference})
                for difference in run(example, law)
            ]
    return problems
