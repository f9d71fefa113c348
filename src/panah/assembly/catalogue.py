"""The documents there are: read from their folders, found by the remedy they serve or by their own id."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from panah.assembly.shapes import DocumentShape, SharedShape
from panah.errors import Problem
from panah.yamlfiles import Node, read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

SHARED = "words.yaml"
LARGEST_FILE = 10_000_000


class Document(NamedTuple):
    """A document: its folder, what its file says with the lines of it, and the Word text of each language."""

    folder: Path
    told: DocumentShape
    node: Node
    texts: dict[str, bytes]

    @property
    def file(self) -> str:
        """The name that problems of the file carry."""
        return f"{self.folder.name}/document.yaml"


class Catalogue(NamedTuple):
    """All documents by id, and the words they share."""

    documents: dict[str, Document]
    shared: SharedShape

    def serving(self, name: str) -> list[Document]:
        """Give the document of an id, else the documents that serve a remedy."""
        if name in self.documents:
            return [self.documents[name]]
        return [one for one in self.documents.values() if name in one.told.remedies]


def read_catalogue(folder: Path) -> tuple[Catalogue | None, list[Problem]]:
    """Read every document of a folder.

    Returns:
        The documents that can be read and every problem; None where the shared words cannot be read.
    """
    problems: list[Problem] = []
    shared = _read(folder / SHARED, SHARED, SharedShape, problems)
    documents: dict[str, Document] = {}
    for path in sorted(folder.glob("*/document.yaml")):
        name = f"{path.parent.name}/document.yaml"
        found = _read(path, name, DocumentShape, problems)
        if found is None:
            continue
        told, node = found
        if not isinstance(told, DocumentShape):
            continue
        texts = _texts(path.parent, told, name, node, problems)
        if told.id in documents:
            values = {"document": told.id, "first": documents[told.id].file}
            problems.append(Problem(name, node.line(("id",)), "document-twice", values))
        elif texts is not None:
            documents[told.id] = Document(path.parent, told, node, texts)
    if shared is None or not isinstance(shared[0], SharedShape):
        return None, problems
    return Catalogue(documents, shared[0]), problems


def _texts(
    folder: Path, told: DocumentShape, name: str, node: Node, problems: list[Problem]
) -> dict[str, bytes] | None:
    """Read the Word file of each language; note one that is missing, and one that stands there unnamed."""
    texts: dict[str, bytes] = {}
    for lang in told.languages:
        path = folder / f"{lang}.docx"
        if not path.is_file() or path.stat().st_size > LARGEST_FILE:
            problems.append(Problem(name, node.line(("languages",)), "document-no-text", {"file": f"{lang}.docx"}))
        else:
            texts[lang] = path.read_bytes()
    loose = [path.name for path in sorted(folder.glob("[!~]*.docx")) if path.stem not in told.languages]
    problems += [Problem(name, node.line(("languages",)), "document-loose-text", {"file": file}) for file in loose]
    return texts if len(texts) == len(told.languages) else None


def _read(path: Path, name: str, shape: type[BaseModel], problems: list[Problem]) -> tuple[BaseModel, Node] | None:
    try:
        text = path.read_bytes()
    except OSError as error:
        problems.append(Problem(name, 1, "cannot-read", {"reason": error.strerror or type(error).__name__}))
        return None
    node, found = read_yaml(text, name)
    problems += found
    if node is None or found:
        return None
    try:
        return shape.model_validate(node.data), node
    except ValidationError as error:
        problems += [
            Problem(
                name,
                node.line(detail["loc"]),
                "document-shape",
                {
                    "key": ".".join(str(step) for step in detail["loc"] if step != "[key]"),
                    "found": str(detail["input"])[:80],
                    "fault": detail["msg"],
                },
            )
            for detail in error.errors(include_url=False)
        ]
        return None
