"""The strict reader of YAML files: plain values with line numbers, every problem with its place.

YAML 1.2 as people mean it: ``no`` and ``on`` are words, dates stay text, whole numbers are decimal, only ``true`` and
``false`` are booleans, only ``null``, ``~`` and nothing are empty. What can surprise or deceive is refused: duplicate
keys, keys that are not text, anchors, aliases, merge keys, tags, more than one document, control characters and
characters that turn the direction of the text. What the values mean is decided by the reader of each kind of file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Protocol, TypeAlias, TypeVar, cast

from yaml import YAMLError, events
from yaml._yaml import CParser

from panah.errors import Problem

Data: TypeAlias = "dict[str, Data] | list[Data] | str | int | float | bool | None"
_Lines: TypeAlias = "dict[str, _Entry] | list[_Entry] | None"
_Entry: TypeAlias = "tuple[int, _Lines]"
_Item = TypeVar("_Item")


class _Mark(Protocol):
    line: int


class _Event(Protocol):
    """What the parser tells; `value` and `style` belong to scalars only, `anchor` and `tag` to values."""

    start_mark: _Mark
    value: str
    style: str | None
    anchor: str | None
    tag: str | None


# Typed as objects: the stubs do not know that the C parser makes these events.
_STREAM_END: object = events.StreamEndEvent
_DOCUMENT_START: object = events.DocumentStartEvent
_SCALAR: object = events.ScalarEvent
_ALIAS: object = events.AliasEvent
_SEQUENCE_START: object = events.SequenceStartEvent
_SEQUENCE_END: object = events.SequenceEndEvent
_MAPPING_END: object = events.MappingEndEvent

#: Larger files are not written by people.
LARGEST_FILE = 2_000_000
#: Deeper nesting is not written by people.
DEEPEST = 40

# Control characters (without tab and line ends), line separators that no editor shows as such, bidi controls,
# a byte order mark inside the text, and what is no character at all.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_FRACTION = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_CONSTANTS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}


class Node:
    """The content of a file, and the line on which each part of it stands.

    `data` is plain: dict, list, str, int, float, bool, None; all keys are text.
    """

    __slots__ = ("_entry", "data")

    def __init__(self, data: Data, entry: _Entry) -> None:
        """Pair the data with its tree of lines."""
        self.data = data
        self._entry = entry

    def line(self, path: Iterable[str | int] = ()) -> int:
        """Give the line (from 1) of the key or list item that a path of keys and indexes leads to.

        A path that goes on where the file does not gives the line of the last part that exists.
        """
        line, lines = self._entry
        for step in path:
            entry: _Entry | None = None
            if isinstance(lines, dict) and isinstance(step, str):
                entry = lines.get(step)
            elif isinstance(lines, list) and isinstance(step, int) and 0 <= step < len(lines):
                entry = lines[step]
            if entry is None:
                break
            line, lines = entry
        return line

    def with_items(self, key: str, other: Node) -> Node:
        """Give the content with the items of another list behind those of the list of a key, each with its own line."""
        line, lines = self._entry
        table = self.data if isinstance(self.data, dict) else {}
        by_key = lines if isinstance(lines, dict) else {}
        at, own = by_key.get(key, (line, None))
        return Node(
            {**table, key: [*_items(table.get(key)), *_items(other.data)]},
            (line, {**by_key, key: (at, [*_items(own), *_items(other._entry[1])])}),
        )

    def with_data(self, data: Data) -> Node:
        """Give other content with the same lines: a part of this that was taken out or written otherwise."""
        return Node(data, self._entry)


def read_yaml(text: str | bytes, file: str) -> tuple[Node | None, list[Problem]]:
    """Read one YAML document strictly.

    Args:
        text: The whole file; bytes must be UTF-8.
        file: The name that problems carry.

    Returns:
        The content and every problem found, in the order of lines. The content may be there in spite of problems, so
        that the caller can look for more of them; it must not be used for anything else then. It is None where the
        file cannot be parsed or is empty.
    """
    if len(text) > LARGEST_FILE:
        return None, [Problem(file, 1, "file-too-large", {"limit": str(LARGEST_FILE)})]
    if isinstance(text, bytes):
        try:
            decoded = text.decode("utf-8")
        except UnicodeDecodeError as error:
            at = error.start
            return None, [Problem(file, text.count(b"\n", 0, at) + 1, "not-utf8", {"byte": f"0x{text[at]:02x}"})]
        text = decoded
    text = text.removeprefix("\ufeff")
    problems = [
        Problem(file, text.count("\n", 0, found.start()) + 1, "forbidden-character", {"character": _name(found[0])})
        for found in _FORBIDDEN.finditer(text)
    ][:20]
    if problems:
        # The parser refuses most of them anyway, with a poorer message.
        return None, problems
    return _Reading(text, file).document()


def _items(value: list[_Item] | object) -> list[_Item]:
    return value if isinstance(value, list) else []


def nearest(word: str, words: Iterable[str]) -> list[str]:
    """Give up to three of the words that are most like a word, the likest first."""
    import difflib

    return difflib.get_close_matches(word[:80], list(words), n=3, cutoff=0.55)


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"


class _Reading:
    """One pass over the events of a parser."""

    __slots__ = ("_file", "_last_line", "_next", "_problems")

    def __init__(self, text: str, file: str) -> None:
        # The type stubs give every event of the C parser the type of none.
        self._next = cast("Callable[[], _Event]", CParser(text).get_event)
        self._last_line = max(1, len(text.splitlines()))
        self._file = file
        self._problems: list[Problem] = []

    def document(self) -> tuple[Node | None, list[Problem]]:
        try:
            node = self._document()
        except YAMLError as error:
            self._problems.append(self._syntax_problem(error))
            node = None
        except _TooDeepError as error:
            self._report(error.line, "too-deep", limit=str(DEEPEST))
            node = None
        self._problems.sort(key=lambda problem: problem.line)
        return node, self._problems

    def _document(self) -> Node | None:
        get = self._next
        get()
        if type(get()) is _STREAM_END:
            self._report(1, "empty-file")
            return None
        event = get()
        line = event.start_mark.line + 1
        data, lines = self._value(event, 0)
        get()
        after = get()
        if type(after) is _DOCUMENT_START:
            self._report(after.start_mark.line + 1, "second-document")
        if data is None:
            self._report(line, "empty-file")
            return None
        return Node(data, (line, lines))

    def _value(self, event: _Event, depth: int) -> tuple[Data, _Lines]:
        """Build the value that begins with an event, and its tree of lines."""
        if type(event) is _SCALAR:
            if event.anchor is not None or event.tag is not None:
                self._refuse_marks(event)
            return self._scalar(event), None
        if depth >= DEEPEST:
            raise _TooDeepError(event.start_mark.line + 1)
        if type(event) is _ALIAS:
            self._report(event.start_mark.line + 1, "alias", name=str(event.anchor))
            return None, None
        self._refuse_marks(event)
        return self._list(depth + 1) if type(event) is _SEQUENCE_START else self._mapping(depth + 1)

    def _list(self, depth: int) -> tuple[Data, _Lines]:
        data: list[Data] = []
        lines: list[_Entry] = []
        get = self._next
        while type(event := get()) is not _SEQUENCE_END:
            value, inner = self._value(event, depth)
            data.append(value)
            lines.append((event.start_mark.line + 1, inner))
        return data, lines

    def _mapping(self, depth: int) -> tuple[Data, _Lines]:
        data: dict[str, Data] = {}
        lines: dict[str, _Entry] = {}
        get = self._next
        while type(event := get()) is not _MAPPING_END:
            line = event.start_mark.line + 1
            key = self._value(event, depth)[0]
            value, inner = self._value(get(), depth)
            if not isinstance(key, str):
                self._report(line, "key-not-text", key=_shown_key(key))
            elif key == "<<" and type(event) is _SCALAR and not event.style:
                self._report(line, "merge-key")
            elif key in data:
                self._report(line, "duplicate-key", key=key, first=str(lines[key][0]))
            else:
                data[key] = value
                lines[key] = (line, inner)
        return data, lines

    def _scalar(self, event: _Event) -> Data:
        value = event.value
        if event.style:
            if event.style == '"':
                self._refuse_escaped(value, event.start_mark.line + 1)
            return value
        if value in _CONSTANTS:
            return _CONSTANTS[value]
        if value[0] in "-0123456789":
            if _WHOLE_NUMBER.fullmatch(value):
                return int(value)
            # 207.30 stays text: as a number it would become another article.
            if _FRACTION.fullmatch(value) and repr(float(value)) == value:
                return float(value)
        return value

    def _refuse_escaped(self, value: str, line: int) -> None:
        found = _FORBIDDEN.search(value)
        if found is not None:
            self._report(line, "forbidden-character", character=_name(found[0]))

    def _refuse_marks(self, event: _Event) -> None:
        line = event.start_mark.line + 1
        if event.anchor is not None:
            self._report(line, "anchor", name=event.anchor)
        if event.tag is not None:
            self._report(line, "tag", tag=event.tag)

    def _syntax_problem(self, error: YAMLError) -> Problem:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        found = getattr(error, "problem", None) or getattr(error, "context", None) or "?"
        # At its end the parser counts one line more than there is.
        line = 1 if mark is None else min(mark.line + 1, self._last_line)
        return Problem(self._file, line, "yaml-syntax", {"found": str(found)})

    def _report(self, line: int, code: str, **values: str) -> None:
        self._problems.append(Problem(self._file, line, code, values))


class _TooDeepError(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _shown_key(key: Data) -> str:
    if isinstance(key, list):
        return "[…]"
    if isinstance(key, dict):
        return "{…}"
    return "null" if key is None else str(key).lower()
