"""Typed access to the plain values of a law file whose shape has already been checked.

``shapes`` refuses a file that does not fit; what arrives here fits, so a value of another kind is a fault of ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Plain:
    """A mapping of a law file, with getters by kind; an absent key gives the empty value of the kind."""

    __slots__ = ("data",)

    def __init__(self, data: object) -> None:
        """Wrap a mapping; nothing is an empty one."""
        if data is None:
            data = {}
        if not isinstance(data, dict):
            raise TypeError(f"expected a mapping, found {type(data).__name__}")
        self.data: dict[str, object] = data

    def __contains__(self, key: str) -> bool:
        return self.data.get(key) is not None

    def text(self, key: str, default: str = "") -> str:
        """Give a word or number as text."""
        value = self.data.get(key)
        return default if value is None else str(value)

    def flag(self, key: str, default: bool = False) -> bool:  # noqa: FBT001, FBT002 - a getter's default
        """Give true or false."""
        value = self.data.get(key)
        return default if value is None else value is True

    def number(self, key: str, default: int) -> int:
        """Give a whole number."""
        value = self.data.get(key)
        return value if isinstance(value, int) else default

    def words(self, key: str) -> tuple[str, ...]:
        """Give a list of words; one word stands for a list of one."""
        value = self.data.get(key)
        if value is None:
            return ()
        return tuple(str(item) for item in value) if isinstance(value, list) else (str(value),)

    def texts(self, key: str) -> dict[str, str]:
        """Give words by language."""
        value = self.data.get(key)
        return {str(lang): str(word) for lang, word in value.items()} if isinstance(value, dict) else {}

    def items(self, key: str) -> list[object]:
        """Give a list; one item stands for a list of one."""
        value = self.data.get(key)
        if value is None:
            return []
        return value if isinstance(value, list) else [value]

    def part(self, key: str) -> Plain:
        """Give a mapping inside."""
        return Plain(self.data.get(key))

    def parts(self, key: str) -> list[Plain]:
        """Give a list of mappings inside."""
        return [Plain(item) for item in self.items(key)]

    def named(self, key: str) -> Iterator[tuple[str, Plain]]:
        """Give the named mappings inside, in the order of the file."""
        value = self.data.get(key)
        if isinstance(value, dict):
            for name, item in value.items():
                yield str(name), Plain(item)

    def over(self, other: Mapping[str, object]) -> Plain:
        """Give the same mapping with the values of another under its own."""
        return Plain({**other, **self.data})
