"""Break good case files in the ways people and machines break them, and see that the reader holds.

Whatever comes in, the answer is a case or at least one problem with the file and a line, never another exception,
and the same answer twice. A case that is read is written and read back as well.

    python tools/fuzz_casefiles.py --count 50000 [--seed 1] [--seconds 600]

Prints the counts and exits with 0, or prints the first input that breaks the promise and exits with 1.
"""

# ruff: noqa: ANN401, SIM905  (a part of a JSON tree may be anything; words are read best in a row)

from __future__ import annotations

import collections
import json
import random
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from fuzzing import Fuzzed, fuzz  # noqa: E402

from panah.lawmodel.vocabulary import Vocabulary, load_vocabulary  # noqa: E402
from panah.procedure.casefile_reading import read_casefile  # noqa: E402
from panah.procedure.casefile_writing import write_casefile  # noqa: E402
from panah.texts import render  # noqa: E402
from panah.yamlfiles import read_yaml  # noqa: E402

FILE = "fuzz.yaml"
# Pools of values, in rows.
# fmt: off
KEYS = (
    "panah case person persons stays wanted-by request note charges sources acts id date act of to run place country "
    "body by certainty supersedes alternative-to known-since leave-by for until set-for outcome kind ground instrument "
    "provision name aliases citizenship profile published url <<"
).split()
DATES = [
    "", " ", "2025-05 / 2025-06", "May 2025", "2025-05-04\n", "\u0662\u0660\u0662\u0665", "2\u00b2025",
    *(
        "2025-02-30 2025-13 2025-00 0000 9999 99999 2025-1-1 2025-05-XX 2025-XX-XX XXXX-05 2025-05~ 2025? 9899~ -2025 "
        "2025-05-04T24:00 2025-05-04T10:17:30Z ../.. ../2025 2025/.. /2025 2025/ 2025-06/2025-05 1000? "
        "[2025] [2025,2026] [,] [] [2025..2026] 2025-21 1000 9899-12-31 Y17E8 2025-05-04/2025-05-04T10"
    ).split(),
]
SCALARS: list[Any] = [
    None, True, False, 0, 1, -1, 2**63, 10**30, 1.5, -0.0, 1e300, "", " ", "no", "null", "~", "2025", "{}", "*a", "&a",
    "!!x", "x" * 5000, "a: b", "- a", "#", "%", "@", "`", "\t", "a\nb", "\u202e", "\u0000", "\ufeff", "\u2028", "😀",
]
PERIODS = [
    "40", "0", "-1", "40sutki", "40  sutki", "40 sutki", "10001 days", "1e3 days", "72 hours", "5 working-days",
    "9" * 30 + " days", "сутки 40", "40 суток",
]
BYTES = [
    b"\xff", b"\xfe\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\x00", b"\x1b[31m", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\x85",
]
SNIPPETS = [
    "{", "}", "[", "]", ":", ": ", "- ", "#", "\n", "\t", '"', "'", "&a ", "*a", "!t ", "---\n", "...\n", "? ", "| ",
    "> ", "%YAML 1.2\n", "<<: {a: 1}\n", "[" * 50, "{a: " * 50, "- " * 50, "\n  ", ",", "\\", "\\u202e", "\r",
]
# fmt: on


class Fuzz:
    """Good files to begin with, and the ways to break them."""

    def __init__(self, rng: random.Random, vocabulary: Vocabulary) -> None:
        self.rng = rng
        self.words = [*KEYS, *sorted(vocabulary.acts), *sorted(vocabulary.bodies), *sorted(vocabulary.groups["values"])]
        paths = [*sorted((ROOT / "examples").glob("*.yaml")), *sorted((ROOT / "tests/casefiles/bad").glob("*.yaml"))]
        self.texts = [path.read_bytes() for path in paths if path.stat().st_size < 8_000]
        nodes = (read_yaml(text, FILE)[0] for text in self.texts)
        self.trees = [json.dumps(node.data) for node in nodes if node is not None and isinstance(node.data, dict)]

    def input(self) -> bytes:
        """Make one broken (or by luck good) file."""
        if self.rng.random() < 0.65:
            return self._broken_tree()
        text = self.rng.choice(self.texts)
        if self.rng.random() < 0.01:
            text = self._grow(text)
        for _ in range(self.rng.choice((1, 1, 1, 2, 3, 6))):
            text = self.rng.choice(self._TEXT_WAYS)(self, text)
        return text

    def _broken_tree(self) -> bytes:
        tree = json.loads(self.rng.choice(self.trees))
        acts = tree.get("acts")
        if isinstance(acts, list) and len(acts) > 6:
            # Fewer acts, so that most mutations meet one that matters.
            self.rng.shuffle(acts)
            del acts[self.rng.randint(1, 6) :]
        for _ in range(self.rng.choice((0, 1, 1, 1, 2, 4))):
            self._break_at(tree)
        return json.dumps(tree, ensure_ascii=self.rng.random() < 0.3).encode("utf-8", "surrogatepass")

    def _break_at(self, tree: dict[str, Any]) -> None:
        """Walk to some part of the tree and break it."""
        parent: Any = tree
        while True:
            steps = list(parent) if isinstance(parent, dict) else list(range(len(parent)))
            if not steps:
                return
            step = self.rng.choice(steps)
            if isinstance(parent[step], (dict, list)) and parent[step] and self.rng.random() < 0.85:
                parent = parent[step]
                continue
            self.rng.choice(self._TREE_WAYS)(self, parent, step)
            return

    def _rename(self, parent: Any, step: Any) -> None:
        if isinstance(parent, dict):
            parent[self._word(str(step))] = parent.pop(step)

    def _replace(self, parent: Any, step: Any) -> None:
        pools: list[list[Any]] = [SCALARS, DATES, self.words, PERIODS]
        parent[step] = self.rng.choice(self.rng.choice(pools))

    def _retype(self, parent: Any, step: Any) -> None:
        value = parent[step]
        parent[step] = self.rng.choice(([value], {"a": value}, str(value), [], {}, [[value]], {str(step): value}))

    def _add(self, parent: Any, step: Any) -> None:
        if isinstance(parent, dict):
            parent[self.rng.choice(self.words)] = parent[step]
        else:
            parent.append(parent[step])

    def _drop(self, parent: Any, step: Any) -> None:
        del parent[step]

    def _misspell(self, parent: Any, step: Any) -> None:
        if isinstance(parent[step], str):
            parent[step] = self._word(parent[step])

    def _refer(self, parent: Any, step: Any) -> None:
        if isinstance(parent, dict):
            key = self.rng.choice(("of", "supersedes", "alternative-to"))
            parent[key] = self.rng.choice(("detained", "detention", "released-2", "nobody", str(parent.get("id"))))
            parent.setdefault("id", self.rng.choice(("detention", "released-2", "a", str(step))))

    def _nest(self, parent: Any, step: Any) -> None:
        for _ in range(self.rng.choice((3, 30, 45, 120))):
            parent[step] = [parent[step]] if self.rng.random() < 0.5 else {"a": parent[step]}

    def _word(self, word: str) -> str:
        """Misspell a word, or take another."""
        if not word or self.rng.random() < 0.3:
            return str(self.rng.choice(self.words))
        at = self.rng.randrange(len(word))
        letter = self.rng.choice("abcdefghijklmnopqrstuvwxyz-_ .ЖA0:")
        return word[:at] + self.rng.choice((letter, "", letter + word[at])) + word[at + 1 :]

    _TREE_WAYS = (_rename, _replace, _replace, _replace, _retype, _add, _drop, _misspell, _misspell, _refer, _nest)

    def _truncate(self, text: bytes) -> bytes:
        return text[: self.rng.randrange(len(text) + 1)]

    def _insert(self, text: bytes) -> bytes:
        at = self.rng.randrange(len(text) + 1)
        piece = self.rng.choice((self.rng.choice(BYTES), self.rng.choice(SNIPPETS).encode(), self._byte()))
        return text[:at] + piece + text[at:]

    def _byte(self) -> bytes:
        return bytes((self.rng.randrange(256),))

    def _flip(self, text: bytes) -> bytes:
        if not text:
            return text
        at = self.rng.randrange(len(text))
        return text[:at] + self._byte() + text[at + 1 :]

    def _shuffle_lines(self, text: bytes) -> bytes:
        lines = text.splitlines(keepends=True)
        if not lines:
            return text
        line = self.rng.choice(lines)
        at = self.rng.randrange(len(lines) + 1)
        if self.rng.random() < 0.5:
            lines.remove(line)
        return b"".join([*lines[:at], line, *lines[at:]])

    def _cut_out(self, text: bytes) -> bytes:
        first, last = sorted(self.rng.randrange(len(text) + 1) for _ in range(2))
        return text[:first] + text[min(last, first + 200) :]

    def _indent(self, text: bytes) -> bytes:
        lines = text.splitlines(keepends=True)
        if lines:
            at = self.rng.randrange(len(lines))
            lines[at] = self.rng.choice((b" ", b"\t", b"    ")) + lines[at]
        return b"".join(lines)

    def _recode(self, text: bytes) -> bytes:
        return text.decode("utf-8", "replace").encode(
            self.rng.choice(("utf-16", "cp1251", "utf-8-sig", "koi8-r")), "replace"
        )

    def _exchange(self, text: bytes) -> bytes:
        """Exchange one word of the grammar for another."""
        old, new = (str(self.rng.choice(self.words)).encode() for _ in range(2))
        return text.replace(old, new, 1)

    def _grow(self, text: bytes) -> bytes:
        return (
            text
            + b"note: "
            + self.rng.choice((b"x", b'"x', "ж".encode())) * self.rng.choice((1_000, 100_000, 1_100_000))
        )

    _TEXT_WAYS: tuple[Callable[[Fuzz, bytes], bytes], ...] = (
        *(_truncate, _insert, _insert, _insert, _flip, _flip, _shuffle_lines, _shuffle_lines, _cut_out, _cut_out),
        *(_indent, _indent, _exchange, _exchange, _exchange, _recode),
    )


def broken_promise(text: bytes, vocabulary: Vocabulary, counts: collections.Counter[str]) -> str | None:
    """Read one input and say which promise is broken, if one is; count what came out."""
    try:
        casefile, problems = read_casefile(text, FILE, vocabulary)
        again = read_casefile(text, FILE, vocabulary)
        if again != (casefile, problems):
            return "two readings differ"
        if casefile is None:
            lines = text.count(b"\n") + text.count(b"\r") + 1
            if not problems:
                return "neither a case nor a problem"
            for problem in problems:
                counts[problem.code] += 1
                if problem.file != FILE or not 1 <= problem.line <= lines:
                    return f"no place: {problem}"
                if not (render(problem, "ru").isprintable() and render(problem, "en").isprintable()):
                    return f"not printable: {problem}"
            return None
        counts["(read)"] += 1
        if problems:
            return "a case in spite of problems"
        written = write_casefile(casefile)
        if read_casefile(written, FILE, vocabulary) != (casefile, []):
            return f"written and read back it differs:\n{written}"
    except Exception:  # noqa: BLE001  (that none comes is what is tested)
        return traceback.format_exc()
    return None


def main(arguments: list[str] | None = None) -> int:
    """Run as the module says."""
    vocabulary = load_vocabulary(ROOT / "law" / "vocabulary")
    fuzzed = Fuzzed(
        what="Fuzz the reader of case files.",
        seconds=1200,
        inputs=lambda rng: Fuzz(rng, vocabulary),
        broken=lambda _, text, counts: broken_promise(text, vocabulary, counts),
        good=("(read)", "were good"),
        shown=lambda _, text: f"--- the input ---\n{text[:4000]!r}",
    )
    return fuzz(fuzzed, arguments)


if __name__ == "__main__":
    sys.exit(main())
