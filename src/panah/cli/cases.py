"""Finding and reading case files: a file, a folder, or the name of a case in the current folder.

What is wrong with files is collected in ``Cases.problems``; the good ones go on.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Self

from panah.cli.arguments import Request, UsageError
from panah.errors import Problem
from panah.places import cache_folder, examples_folder, law_folder
from panah.texts import render, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile

_ENDINGS = (".yaml", ".yml")
_HEAD = 4096
_LONG_WORK = 200


def open_law(lang: str, on: int | None = None) -> Law | None:
    """Read the shipped or chosen law, with a day only that of the day; all its errors go to standard error."""
    from panah.lawmodel import read_law

    law, problems = read_law(law_folder(), cache_folder(), on)
    tell(problems, lang)
    return law


def tell(problems: list[Problem], lang: str) -> None:
    """Write problems to standard error, one a line."""
    for problem in problems:
        print(render(problem, lang), file=sys.stderr)


class Cases:
    """The case files that were asked for; iterate to read them one by one.

    ``problems`` holds what is wrong with the files read so far; ``counted`` tells whether long work shows its progress.
    Of a file no more is kept than its place and the name of its case: there may be a hundred thousand.
    """

    def __init__(self, paths: list[str], law: Law, lang: str) -> None:
        """Keep the files to read."""
        self.paths = paths
        self.law = law
        self.lang = lang
        self.problems: list[Problem] = []
        self.bad_files = 0
        self.counted = True

    def __iter__(self) -> Iterator[CaseFile]:
        """Read each file; give those that have no errors."""
        from panah.procedure import read_casefile

        seen: dict[Path, dict[str, int]] = {}
        with Counter(len(self.paths) if self.counted else 0, self.lang) as counter:
            for number, path in enumerate(map(Path, self.paths)):
                counter.step()
                try:
                    text = path.read_bytes()
                except OSError as error:
                    self._refuse(
                        [Problem(str(path), 1, "cannot-read", {"reason": error.strerror or type(error).__name__})]
                    )
                    continue
                casefile, problems = read_casefile(text, str(path), self.law.vocabulary)
                if casefile is None:
                    self._refuse(problems)
                    continue
                first = seen.setdefault(path.parent, {}).setdefault(casefile.case, number)
                if first != number:
                    values = {"case": casefile.case, "other": Path(self.paths[first]).name}
                    self._refuse([Problem(str(path), 1, "case-twice", values)])
                    continue
                yield casefile

    def _refuse(self, problems: list[Problem]) -> None:
        self.bad_files += 1
        self.problems += problems

    def finish(self) -> int:
        """Write the banner of bad files, if any, and give the exit code."""
        if not self.problems:
            return 0
        from panah.dates import amount

        files = amount(self.bad_files, "files", self.lang)
        print(say(self.lang, "docket.bad-files", files=files), file=sys.stderr)
        tell(self.problems, self.lang)
        return 1


class Counter:
    """A line on a terminal that counts files, only where the work is long."""

    def __init__(self, total: int, lang: str) -> None:
        """Count to a total."""
        self.total = total
        self.lang = lang
        self.done = 0
        self.shown = total > _LONG_WORK and sys.stderr.isatty()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def step(self) -> None:
        """Count one file."""
        self.done += 1
        if self.shown and self.done % 50 == 0:
            line = say(self.lang, "docket.progress", done=self.done, total=self.total)
            print(f"\r{line}", end="", file=sys.stderr, flush=True)

    def __exit__(self, *_: object) -> None:
        """Clear the line."""
        if self.shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def find_cases(request: Request, law: Law, places: list[str] | None = None) -> Cases:
    """Find the files of the places asked for, ordered by the name of the case.

    Raises:
        UsageError: A place is not there, names several cases, or holds none.
    """
    faults: list[str] = []
    found: dict[str, str] = {}
    for place in (request.places or ["."]) if places is None else places:
        for path in _files_of(place, request.lang, faults):
            real, name = os.path.realpath(path), str(path)
            found.setdefault(real, real if real == name else name)
    if faults:
        raise UsageError(faults)
    return Cases(sorted(found.values(), key=_case_name), law, request.lang)


def find_one_case(request: Request, law: Law) -> Cases:
    """Find the file of the one case asked for.

    Raises:
        UsageError: None or several were named.
    """
    cases = find_cases(request, law)
    if len(cases.paths) != 1:
        names = ", ".join(Path(path).stem for path in cases.paths[:12]) + (" …" if len(cases.paths) > 12 else "")
        raise UsageError([say(request.lang, "usage.one-case", cases=names)])
    return cases


def _files_of(place: str, lang: str, faults: list[str]) -> Iterator[Path]:
    path = Path(place)
    try:
        if path.is_dir():
            yield from _in_folder(path, place, lang, faults)
        elif path.exists():
            yield path
        else:
            here = [item for item in Path().iterdir() if _is_case_file(item)]
            yield from _named(place, path, here, lang, faults)
    except OSError as error:
        faults.append(say(lang, "usage.cannot-look", place=place, reason=error.strerror or type(error).__name__))


def _in_folder(folder: Path, place: str, lang: str, faults: list[str]) -> Iterator[Path]:
    empty = True
    with os.scandir(folder) as items:
        for item in items:
            path = folder / item.name
            if _is_case_file(path):
                empty = False
                yield path
    if empty:
        faults.append(say(lang, "usage.no-cases-here", place=place))


def _named(place: str, path: Path, here: list[Path], lang: str, faults: list[str]) -> list[Path]:
    """Find the one case whose name begins so: by its file, else by what the file says, else among the published."""
    named = here if place.strip() == path.name else []
    exact = [item for item in named if item.stem == place]
    begun = exact or [item for item in named if item.stem.startswith(place)]
    begun = begun or [item for item in named if _written_name(item).startswith(place)]
    if not begun and place.strip() == path.name:
        begun = _published(place, lang)
    if len(begun) == 1:
        return begun
    if begun:
        cases = ", ".join(sorted(item.stem for item in begun))
        faults.append(say(lang, "usage.several-cases", place=place, cases=cases))
    else:
        faults.append(say(lang, "usage.no-such-place", place=place))
    return []


def _published(place: str, lang: str) -> list[Path]:
    """Look for a name among the published cases, when nothing here bears it; say so where one does."""
    begun = [item for item in examples_folder().glob("*.yaml") if item.stem.startswith(place)]
    if len(begun) == 1:
        print(say(lang, "docket.published", case=begun[0].stem), file=sys.stderr)
    return begun


def _is_case_file(path: Path) -> bool:
    return path.suffix in _ENDINGS and not path.name.startswith(".") and path.is_file()


def _case_name(path: str) -> tuple[str, str]:
    """Give what files are ordered by: the name of the case as its file says it."""
    return _written_name(Path(path)), path


def _written_name(path: Path) -> str:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return path.stem
    place = 0 if head.startswith(b"case:") else head.find(b"\ncase:") + 1
    if not place and not head.startswith(b"case:"):
        return path.stem
    line = head[place + len(b"case:") :].partition(b"\n")[0]
    name = line.partition(b" #")[0].strip().strip(b"'\"").decode("utf-8", "replace")
    return name or path.stem
