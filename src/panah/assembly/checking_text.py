"""Which names a text uses, of what kind each is, and which of them do not exist: read off its syntax tree."""

from __future__ import annotations

from typing import NamedTuple

from jinja2 import nodes

from panah.assembly.names import FILTERS, KINDS, TEXT
from panah.assembly.sandbox import Sandbox


class Used(NamedTuple):
    """A name of a text, the paragraph it stands in, and ``loose`` (what is wrong with it; empty: nothing)."""

    path: str
    line: int
    loose: str


class _Told(NamedTuple):
    kind: str
    path: str


def names_of(source: str) -> list[Used]:
    """Give every name a text uses, in its order; a name of a loop as the name of what the loop goes through.

    Raises:
        TextError: The text is not one that could be filled.
    """
    tree = Sandbox(dict.fromkeys(FILTERS, len)).tree(source)
    walk = _Walk()
    walk.block(tree.body, {})
    return walk.used


def citations_of(source: str) -> list[Used]:
    """Give every citation that a text writes itself (``"xx-code 12"|cite``)."""
    tree = Sandbox(dict.fromkeys(FILTERS, len)).tree(source)
    return [
        Used(str(one.node.value), one.lineno, "")
        for one in tree.find_all(nodes.Filter)
        if one.name in {"cite", "article"} and isinstance(one.node, nodes.Const)
    ]


class _Walk:
    def __init__(self) -> None:
        self.used: list[Used] = []

    def block(self, body: list[nodes.Node], bound: dict[str, _Told]) -> None:
        for node in body:
            if isinstance(node, nodes.For):
                self._loop(node, bound)
            elif isinstance(node, nodes.If):
                self._kind(node.test, bound)
                self.block(node.body, bound)
                self.block([*node.elif_, *([] if not node.else_ else node.else_)], bound)
            elif isinstance(node, nodes.Output):
                for child in node.nodes:
                    if not isinstance(child, nodes.TemplateData):
                        self._kind(child, bound)
            elif isinstance(node, nodes.Template):
                self.block(node.body, bound)

    def _loop(self, node: nodes.For, bound: dict[str, _Told]) -> None:
        told = self._kind(node.iter, bound)
        if not told.kind.startswith("list:") and told.kind:
            self._loose(node.lineno, told.path, "not-a-list")
        item = _Told(told.kind.removeprefix("list:"), told.path)
        inner = {**bound, str(getattr(node.target, "name", "")): item, "loop": _Told("loop", "loop")}
        if node.test is not None:
            self._kind(node.test, inner)
        self.block(node.body, inner)
        self.block(node.else_, bound)

    def _kind(self, node: nodes.Node, bound: dict[str, _Told]) -> _Told:
        """Find what an expression gives; every name in it is noted."""
        if isinstance(node, nodes.Name):
            told = bound.get(node.name) or _Told(KINDS["paper"].get(node.name, "?"), node.name)
            return self._noted(node.lineno, told)
        if isinstance(node, nodes.Getattr | nodes.Getitem):
            return self._part(node, bound)
        if isinstance(node, nodes.Filter):
            return self._filtered(node, bound)
        parts = [self._kind(child, bound) for child in node.iter_child_nodes()]
        return parts[1] if isinstance(node, nodes.CondExpr) and len(parts) > 1 else _Told(TEXT, "")

    def _part(self, node: nodes.Getattr | nodes.Getitem, bound: dict[str, _Told]) -> _Told:
        before = self._kind(node.node, bound)
        name = node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", None)
        path = f"{before.path}.{name}"
        if not isinstance(name, str):
            self._loose(node.lineno, before.path, "not-a-word")
            return _Told("", path)
        if not before.kind:
            return _Told("", path)
        parts = KINDS.get(before.kind, {})
        return self._noted(node.lineno, _Told(parts.get("*") or parts.get(name, "?"), path))

    def _filtered(self, node: nodes.Filter, bound: dict[str, _Told]) -> _Told:
        before = _Told("", "") if node.node is None else self._kind(node.node, bound)
        for child in node.args:
            self._kind(child, bound)
        accepted, gives = FILTERS[node.name]
        fits = before.kind.startswith("list:") if not accepted else before.kind in accepted
        if before.kind and not fits:
            self._loose(node.lineno, f"{before.path}|{node.name}", "not-for-this")
        if gives:
            return _Told(gives, before.path)
        return _Told(before.kind.removeprefix("list:"), before.path)

    def _noted(self, line: int, told: _Told) -> _Told:
        if told.kind == "?":
            self._loose(line, told.path, "unknown")
            return _Told("", told.path)
        self.used.append(Used(told.path, line, ""))
        return told

    def _loose(self, line: int, path: str, why: str) -> None:
        self.used.append(Used(path, line, why))
