"""Taking values out of a case file: each is checked, each problem is kept with its line.

Whoever reads a part of a file asks here for a text, a word, a date, a period, a country; a wrong value gives None and
a problem, so that reading goes on and all problems are reported at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeAlias

from panah.errors import Problem
from panah.timelimits import DateFormError, Period, PeriodFormError, Span, parse_date, parse_period
from panah.yamlfiles import Data, Node, nearest

Path: TypeAlias = "tuple[str | int, ...]"
Table: TypeAlias = "dict[str, Data]"

_SLUG_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_ID_LETTERS = _SLUG_LETTERS | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ_.")
_LONGEST_ID = 100
_LONGEST_LIST = 16


class Checking:
    """The file being read and the problems found so far."""

    __slots__ = ("countries", "file", "node", "problems")

    def __init__(self, node: Node, file: str, countries: Collection[str]) -> None:
        self.node = node
        self.file = file
        self.countries = countries
        self.problems: list[Problem] = []

    def report(self, path: Path, code: str, /, **values: str) -> None:
        """Keep a problem with the part of the file that a path leads to."""
        self.problems.append(Problem(self.file, self.node.line(path), code, values))

    def keys(self, table: Table, path: Path, known: Collection[str]) -> None:
        """Refuse keys that are not known here."""
        for key in table:
            if key not in known:
                self.report((*path, key), "unknown-key", key=key, known=likely(key, known))

    def table(self, data: Data, path: Path, key: str) -> Table | None:
        """Take a table (keys with values)."""
        if isinstance(data, dict):
            return data
        self.report(path, "not-a-table", key=key, found=written(data))
        return None

    def items(self, data: Data, path: Path, key: str) -> list[Data]:
        """Take a list; nothing is an empty one."""
        if isinstance(data, list):
            return data
        if data is not None:
            self.report(path, "not-a-list", key=key, found=written(data))
        return []

    def text(self, table: Table, key: str, path: Path) -> str | None:
        """Take a text; a number counts as it is written. Nothing is None."""
        value = table.get(key)
        if type(value) is str:
            value = value.strip()
            if value:
                return value
            self.report((*path, key), "empty-text", key=key)
            return None
        if value is None:
            return None
        if isinstance(value, (bool, list, dict)):
            self.report((*path, key), "not-text", key=key, found=written(value))
            return None
        return str(value)

    def texts(self, table: Table, key: str, path: Path) -> tuple[str, ...]:
        """Take a list of texts."""
        found: list[str] = []
        for index, item in enumerate(self.items(table.get(key), (*path, key), key)):
            if isinstance(item, (bool, list, dict)) or item is None or (isinstance(item, str) and not item.strip()):
                self.report((*path, key, index), "not-text", key=key, found=written(item))
            else:
                found.append(str(item).strip())
        return tuple(found)

    def word(self, table: Table, key: str, path: Path, known: Collection[str]) -> str | None:
        """Take one of the known words."""
        value = table.get(key)
        if value is None:
            return None
        if isinstance(value, str) and value in known:
            return value
        self.report((*path, key), "unknown-word", key=key, found=written(value), known=likely(written(value), known))
        return None

    def country(self, value: Data, path: Path, key: str, *, also: str = "") -> str | None:
        """Take a country code, or the one other word that may stand for it."""
        if isinstance(value, str) and (value in self.countries or (also and value == also)):
            return value
        found = written(value)
        upper = found.upper()
        code = "country-in-capitals" if upper in self.countries else "unknown-country"
        self.report(path, code, key=key, found=found, code=upper)
        return None

    def date(self, table: Table, key: str, path: Path) -> tuple[Span, str] | None:
        """Take a date in any accepted form: its span and its text."""
        value = table.get(key)
        if type(value) is not str:
            if value is None:
                return None
            value = _date_text(value)
        try:
            return parse_date(value), value
        except DateFormError as error:
            code = "bad-date" if error.reason in {"form", "whitespace"} else f"date-{error.reason}"
            accepted = ", ".join(example for _, example in error.accepted)
            self.report((*path, key), code, key=key, found=value, accepted=accepted)
            return None

    def period(self, table: Table, key: str, path: Path) -> Period | None:
        """Take a period: a number and a unit of the law."""
        value = table.get(key)
        if value is None:
            return None
        text = written(value)
        try:
            return parse_period(text)
        except PeriodFormError as error:
            accepted = ", ".join(example for _, example in error.accepted)
            self.report((*path, key), "bad-period", key=key, found=text, accepted=accepted)
            return None

    def name(self, table: Table, key: str, path: Path, *, slug: bool = False) -> str | None:
        """Take an id (letters, digits, ``-``, ``_``, ``.``), or a slug (small letters, digits, ``-``)."""
        value = self.text(table, key, path)
        if value is None:
            return None
        letters = _SLUG_LETTERS if slug else _ID_LETTERS
        if is_name(value, letters):
            return value
        self.report((*path, key), "bad-slug" if slug else "bad-id", key=key, found=value)
        return None


def is_name(value: str, letters: Collection[str] = _ID_LETTERS) -> bool:
    """Tell whether a text can be an id: allowed letters, not too long, beginning and ending with a letter or digit."""
    return len(value) <= _LONGEST_ID and all(c in letters for c in value) and value[0].isalnum() and value[-1].isalnum()


def likely(found: str, known: Iterable[str]) -> str:
    """Name the known words most like what was found; where none is, the first of all of them."""
    every = sorted(known)
    near = nearest(found, every)
    if near:
        return ", ".join(near)
    return ", ".join(every[:_LONGEST_LIST]) + (" …" if len(every) > _LONGEST_LIST else "")


def written(data: Data) -> str:
    """Show a value nearly as it stands in the file."""
    if isinstance(data, dict):
        return "{" + ", ".join(list(data)[:3]) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(written(item) for item in data[:3]) + "]"
    if data is None:
        return "null"
    return str(data).lower() if isinstance(data, bool) else str(data)


def _date_text(value: Data) -> str:
    """Write what YAML took for something else than text: the year 2025, or a list that means *one of these*."""
    if isinstance(value, list) and all(isinstance(item, (str, int)) for item in value):
        return "[" + ",".join(str(item) for item in value) + "]"
    return written(value)
