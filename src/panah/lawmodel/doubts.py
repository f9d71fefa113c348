"""The open doubts of a pack: what the research could not settle, and the rules that rest on it all the same.

Doubts stand in ``<pack>/research.yaml``; a rule or an edition names those that touch it (key ``doubts``). Only
``panah law doubts`` and ``--why`` read them: no count and no state depends on a doubt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.lawmodel.plain import Plain
from panah.yamlfiles import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from panah.lawmodel.model import Limit, Move, Shield, Text
    from panah.lawmodel.packs import Law


class Doubt(NamedTuple):
    """A question a lawyer of the country must answer: its id, its words, the provisions it is about."""

    id: str
    pack: str
    words: Text
    touches: tuple[str, ...]


def read_doubts(folder: Path) -> dict[str, Doubt]:
    """Read the doubts of all packs, by id, in the order of the files.

    Args:
        folder: The folder of the law. A pack without research, or with research that cannot be read, has no doubts
            here; ``panah law check`` tells what is wrong with it.
    """
    found: dict[str, Doubt] = {}
    for path in sorted(folder.glob("*/research.yaml")):
        node, _ = read_yaml(path.read_bytes(), path.name)
        for part in Plain(None if node is None else node.data).parts("doubts"):
            words = {lang: part.text(lang) for lang in ("ru", "kk", "en") if lang in part}
            found[part.text("id")] = Doubt(part.text("id"), path.parent.name, words, part.words("touches"))
    return found


def doubtful_rules(law: Law) -> dict[str, list[Limit | Shield | Move]]:
    """Give the rules of which an edition names a doubt, by the id of the doubt; limits come first."""
    found: dict[str, list[Limit | Shield | Move]] = {}
    for pack in law.packs.values():
        rules: list[Limit | Shield | Move] = [
            *sorted(pack.limits, key=lambda rule: rule.id),
            *pack.shields,
            *pack.moves,
        ]
        for rule in rules:
            for doubt in dict.fromkeys(name for edition in rule.editions for name in edition.doubts):
                found.setdefault(doubt, []).append(rule)
    return found
