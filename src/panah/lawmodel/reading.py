"""Reading the folder of the law: YAML once, a cache afterwards.

The cache holds the plain content of files that were found well-formed, under a key made of every byte of them: a change
anywhere gives another key, so it is never stale, and it may be deleted at any time. Its first line is a digest of the
rest, so that a damaged one is never taken for the law. It holds nothing of a case.
"""

from __future__ import annotations

import json
import os
from hashlib import blake2b
from typing import TYPE_CHECKING

from panah.errors import Problem
from panah.lawmodel.building import build_pack
from panah.lawmodel.packs import Head, Law, Packs
from panah.lawmodel.plain import Plain as Fields
from panah.lawmodel.vocabulary import vocabulary_from
from panah.yamlfiles import Node, read_yaml

if TYPE_CHECKING:
    from pathlib import Path

_FORMAT = b"panah law cache 2"
VOCABULARY = "vocabulary"
NOT_AT_RUN_TIME = frozenset({"research.yaml"})
"""Files that only `law check` reads."""
_NOT_PACKS = frozenset({VOCABULARY, "examples"})

Plain = dict[str, dict[str, object]]
"""Content by folder (a pack, or the vocabulary) and file name."""


def read_law(folder: Path, cache: Path | None = None, on: int | None = None) -> tuple[Law | None, list[Problem]]:
    """Read the law.

    Args:
        folder: The folder with ``vocabulary/`` and one folder for each pack.
        cache: Where parsed content may be kept; None keeps nothing.
        on: The day (ordinal) whose editions govern everything; None: each in its time.

    Returns:
        The law, or None with every problem that stops it from being read. What reads well may still be wrong:
        :func:`panah.lawmodel.linting.check` looks for that.
    """
    texts = law_texts(folder)
    if not texts:
        return None, [Problem(str(folder), 1, "no-law", {"folder": str(folder)})]
    kept = None if cache is None else cache / f"law-{_key(texts)}.json"
    plain = _from_cache(kept)
    if plain is None:
        plain, problems = _parse(texts)
        if problems:
            return None, problems
        _to_cache(kept, plain)
    return law_from(plain, on), []


def law_from(plain: Plain, on: int | None = None) -> Law:
    """Build the law from plain content whose shape has been checked; with a day, only what is in force on it."""
    vocabulary = vocabulary_from({name.removesuffix(".yaml"): content for name, content in plain[VOCABULARY].items()})  # type: ignore[misc]
    heads = {name: _head(files) for name, files in plain.items() if name != VOCABULARY}
    return Law(vocabulary, Packs(heads, lambda name: build_pack(plain[name], vocabulary, on)))


def _head(files: dict[str, object]) -> Head:
    head = Fields(files["country.yaml"])
    return Head(head.text("country"), head.text("version"), frozenset(head.part("applies-to").data))


def law_texts(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file of the law that matters at run time, by its path below the folder."""
    texts: dict[str, bytes] = {}
    for path in sorted(folder.glob("*/*.yaml")) + sorted(folder.glob("*/calendar/*.yaml")):
        if path.name not in NOT_AT_RUN_TIME and path.parent.name not in _NOT_PACKS - {VOCABULARY}:
            texts[path.relative_to(folder).as_posix()] = path.read_bytes()
    return texts


def parse_files(texts: dict[str, bytes]) -> tuple[dict[str, Node], list[Problem]]:
    """Read each file strictly; give what could be read, by path, and every problem."""
    nodes: dict[str, Node] = {}
    problems: list[Problem] = []
    for path, text in texts.items():
        node, found = read_yaml(text, path)
        problems += found
        if node is not None:
            nodes[path] = node
    return nodes, problems


def plain_of(nodes: dict[str, Node]) -> Plain:
    """Sort the content of files by folder."""
    plain: Plain = {}
    for path, node in nodes.items():
        folder, _, name = path.partition("/")
        plain.setdefault(folder, {})[name] = node.data
    return plain


def _parse(texts: dict[str, bytes]) -> tuple[Plain, list[Problem]]:
    from panah.lawmodel.shapes import check_shapes

    nodes, problems = parse_files(texts)
    problems += check_shapes(nodes)
    return plain_of(nodes), problems


def _key(texts: dict[str, bytes]) -> str:
    digest = blake2b(_FORMAT, digest_size=16)
    for path, text in texts.items():
        digest.update(f"{path} {len(text)}\n".encode())
        digest.update(text)
    return digest.hexdigest()


def _from_cache(path: Path | None) -> Plain | None:
    if path is None:
        return None
    try:
        digest, _, body = path.read_bytes().partition(b"\n")
        if digest.decode("ascii") != blake2b(body, digest_size=16).hexdigest():
            return None
        content: Plain = json.loads(body)
    except (OSError, ValueError):
        return None
    return content


def _to_cache(path: Path | None, plain: Plain) -> None:
    if path is None:
        return
    body = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob("law-*.json"):
            old.unlink(missing_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}.tmp")
        unfinished.write_bytes(blake2b(body, digest_size=16).hexdigest().encode() + b"\n" + body)
        unfinished.replace(path)
    except OSError:
        # A cache that cannot be written costs time and nothing else.
        return
