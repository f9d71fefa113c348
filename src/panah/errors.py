"""What can be wrong with what people give Panah: problems with a place, and the one exception that carries them.

Reading collects every problem and returns them all; only a caller that cannot go on raises `PanahError`.
The words of a problem are not here: `panah.texts.render` makes them from the code, in a language.
"""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong with a file, and where.

    `file` is the name the caller used, `line` counts from 1, `code` is a stable kebab-case word of the error reference,
    and `values` fill the places in its text. Values come from the file: they are shown to its owner, never logged.
    """

    file: str
    line: int
    code: str
    values: dict[str, str]


class PanahError(Exception):
    """The input has problems; all of them are in `problems`, in the order of the files and lines.

    The text of the exception names codes and places only, so that no word of a case reaches a log.
    """

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems; there is at least one."""
        super().__init__("; ".join(f"line {problem.line}: {problem.code}" for problem in problems))
        self.problems = problems
