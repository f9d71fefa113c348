"""Break good law files in the ways people and machines break them, and see that reading and checking hold.

Whatever stands in one file of Zedland's law, the answer is at least one problem with a file and a line, or a law; never
another exception. A law without a problem is replayed against one of its worked examples: it may answer otherwise,
but it must answer.

    python tools/fuzz_law.py --count 50000 [--seed 1] [--seconds 3600]

Prints the counts and exits with 0, or prints the first input that breaks the promise and exits with 1.
"""

# ruff: noqa: ANN401, SLF001  (a part of a JSON tree may be anything; the ways to break a tree are shared)

from __future__ import annotations

import collections
import json
import random
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from fuzz_casefiles import DATES, PERIODS, SCALARS, Fuzz  # noqa: E402
from fuzzing import Fuzzed, fuzz  # noqa: E402

from panah.lawmodel.linting import check_nodes, lint_texts  # noqa: E402
from panah.lawmodel.reading import law_from, parse_files, plain_of  # noqa: E402
from panah.routes.examples import run  # noqa: E402
from panah.texts import render  # noqa: E402
from panah.yamlfiles import Node  # noqa: E402

LENGTHS = [
    "1 hour",
    "10000 years",
    "10000 months",
    "9999 sutki",
    "1 working-day",
    "10000 working-days",
    "none",
    "same-day",
]


class LawFuzz(Fuzz):
    """The files of the vocabulary and of Zedland, and the ways to break one of them."""

    def __init__(self, rng: random.Random) -> None:
        """Read the good law once; only the broken file is read again."""
        self.rng = rng
        texts = lint_texts(ROOT / "law")
        self.files = {path: text for path, text in texts.items() if path.startswith(("vocabulary/", "xx/"))}
        self.nodes, problems = parse_files(self.files)
        if problems:
            raise SystemExit(f"the law has problems; run `panah law check`: {problems[0]}")
        self.words = sorted({word for node in self.nodes.values() for word in _words(node.data)})
        self.examples = [
            example
            for path, node in self.nodes.items()
            if "/examples/" in path
            for example in node.data["examples"]  # type: ignore[union-attr,index,call-overload]
        ]
        # Rules and the head of the country are what people change most.
        self.paths = [path for path in self.files for _ in range(8 if "track:" in self.files[path].decode() else 1)]
        self.path = ""

    def input(self) -> bytes:
        """Break one file, named by ``path``."""
        self.path = self.rng.choice(self.paths)
        self.texts = [self.files[self.path]]
        self.trees = [json.dumps(self.nodes[self.path].data)]
        return super().input()

    def _replace(self, parent: Any, step: Any) -> None:
        pools: list[list[Any]] = [SCALARS, DATES, self.words, PERIODS, LENGTHS, LENGTHS]
        parent[step] = self.rng.choice(self.rng.choice(pools))

    def _refer(self, parent: Any, step: Any) -> None:
        """Name another rule, a stage, an act: right words in wrong places."""
        parent[step] = self.rng.choice(self.words)

    _TREE_WAYS = (  # type: ignore[assignment]
        Fuzz._rename, _replace, _replace, _replace, Fuzz._retype, Fuzz._add, Fuzz._drop, Fuzz._drop, Fuzz._misspell,
        _refer, _refer, Fuzz._nest,
    )  # fmt: skip


def _words(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _words(value)
    elif isinstance(data, list):
        for item in data:
            yield from _words(item)
    elif isinstance(data, str) and len(data) < 60:
        yield data


def broken_promise(fuzz: LawFuzz, text: bytes, counts: collections.Counter[str]) -> str | None:
    """Check one broken law and say which promise is broken, if one is; count what came out."""
    try:
        broken, problems = parse_files({fuzz.path: text})
        nodes: dict[str, Node] = {path: node for path, node in fuzz.nodes.items() if path != fuzz.path} | broken
        problems = check_nodes(nodes, problems)
        for problem in problems:
            counts[problem.code] += 1
            if problem.file not in fuzz.files or problem.line < 1:
                return f"no place: {problem}"
            if problem.file == fuzz.path and problem.line > text.count(b"\n") + text.count(b"\r") + 1:
                return f"a line past the end: {problem}"
            if not (render(problem, "ru").isprintable() and render(problem, "en").isprintable()):
                return f"not printable: {problem}"
        if problems:
            return None
        counts["(no problem)"] += 1
        law = law_from(plain_of({path: node for path, node in nodes.items() if "/examples/" not in path}))
        run(fuzz.rng.choice(fuzz.examples), law)
    except Exception:  # noqa: BLE001  (that none comes is what is tested)
        return traceback.format_exc()
    return None


def main(arguments: list[str] | None = None) -> int:
    """Run as the module says."""
    fuzzed = Fuzzed(
        what="Fuzz the reading and checking of the law.",
        seconds=3600,
        inputs=LawFuzz,
        broken=broken_promise,
        good=("(no problem)", "had no problem"),
        shown=lambda law, text: f"--- {law.path} ---\n{text[:6000].decode(errors='replace')}",
    )
    return fuzz(fuzzed, arguments)


if __name__ == "__main__":
    sys.exit(main())
