"""The sandbox that texts are filled in: a small language of names, conditions and loops, and no code.

What a text may say is a closed list, checked on its syntax tree before anything runs; the sandbox refuses at run time
what slipped through. Templates are files of others: a hostile one must fail, not do something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from panah.assembly.values import Gap, Part, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

LARGEST_TEXT = 2_000_000
"""Characters of a filled text; a paper has a hundredth of it."""
DEEPEST_LOOP = 3
LOOP_NAMES = frozenset({"index", "first", "last"})

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const,
    nodes.Filter, nodes.If, nodes.For, nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.CondExpr,
)  # fmt: skip

Filters = "Mapping[str, Callable[..., object]]"


class TextError(Exception):
    """A text cannot be filled. ``line`` counts lines of the text, ``code`` and ``found`` tell what is wrong."""

    def __init__(self, line: int, code: str, found: str) -> None:
        super().__init__(code)
        self.line = line
        self.code = code
        self.found = found


class Sandbox(ImmutableSandboxedEnvironment):
    """Names, conditions, loops and the filters given; nothing else."""

    def __init__(self, filters: Mapping[str, Callable[..., object]]) -> None:
        super().__init__(undefined=StrictUndefined, finalize=written, keep_trailing_newline=True, cache_size=0)
        self.globals.clear()
        self.tests.clear()
        self.filters.clear()
        self.filters.update(filters)

    def getattr(self, obj: object, attribute: str) -> object:
        """Give a part by name."""
        return self._part(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Give a part by name: the same."""
        return self._part(obj, argument)

    def call(self, *_: object, **__: object) -> NoReturn:
        """Call nothing."""
        raise SecurityError("call")

    def _part(self, obj: object, name: object) -> object:
        if isinstance(obj, Part | Gap) and isinstance(name, str) and not name.startswith("_"):
            return obj.part(name)
        if name in LOOP_NAMES and type(obj).__name__ == "LoopContext":
            return getattr(obj, str(name))
        raise SecurityError(str(name))

    def tree(self, text: str) -> nodes.Template:
        """Parse a text and refuse everything that is not on the list.

        Raises:
            TextError: ``text-syntax``, ``text-not-allowed``, ``text-unknown-filter`` or ``text-too-deep``.
        """
        try:
            found = self.parse(text)
        except TemplateSyntaxError as error:
            raise TextError(error.lineno, "text-syntax", error.message or "") from error
        except RecursionError as error:
            raise TextError(1, "text-too-deep", "") from error
        for node in _every(found):
            if not isinstance(node, _ALLOWED):
                raise TextError(node.lineno, "text-not-allowed", type(node).__name__.lower())
            if isinstance(node, nodes.Filter) and node.name not in self.filters:
                raise TextError(node.lineno, "text-unknown-filter", node.name)
            if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
                raise TextError(node.lineno, "text-not-allowed", node.attr)
            if isinstance(node, nodes.For) and (node.recursive or not isinstance(node.target, nodes.Name)):
                raise TextError(node.lineno, "text-not-allowed", "for")
        if _depth(found) > DEEPEST_LOOP:
            raise TextError(1, "text-too-deep", str(DEEPEST_LOOP))
        return found

    def fill(self, text: str, context: Mapping[str, object]) -> str:
        """Fill a text.

        Raises:
            TextError: As :meth:`tree`; ``text-fails`` where it cannot be filled, ``text-too-long`` where it grows
                without end.
        """
        self.tree(text)
        length = 0
        pieces: list[str] = []
        try:
            for piece in self.from_string(text).generate(dict(context)):
                length += len(piece)
                if length > LARGEST_TEXT:
                    raise TextError(1, "text-too-long", str(LARGEST_TEXT))
                pieces.append(piece)
        except (TemplateError, TypeError, ValueError, LookupError, RecursionError) as error:
            raise TextError(getattr(error, "lineno", None) or 1, "text-fails", str(error)[:200]) from error
        return "".join(pieces)


def _every(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _every(child)


def _depth(node: nodes.Node) -> int:
    below = max((_depth(child) for child in node.iter_child_nodes()), default=0)
    return below + isinstance(node, nodes.For)
