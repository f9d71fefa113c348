"""What is kept beside the law of many cases, read with one query for each table.

What does not open is left out and its case is told: one damaged record takes no other with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple, TypeVar

from django.db.models import Count, Sum

from panah.register.models import Case, Confirmation, Hearing, JudgeLimit, SealedRow, Task
from panah.register.rows import readable
from panah.register.sealed import Content
from panah.telling.beside import HEARING, LIMIT, TASK, Beside, Dated
from panah.telling.said import Said
from panah.timelimits import parse_day

Told = TypeVar("Told")


class _Table(NamedTuple):
    """A table whose rows have a day: where the day and the words stand, and what says that nothing is left to do."""

    model: type[SealedRow]
    kind: str
    day: str
    words: str
    over: str

    def read(self, number: int, content: Content) -> Dated | None:
        """Read a row; None where nothing is left to do or no day was set."""
        told = str(content.get(self.day, ""))
        if not told or content.get(self.over):
            return None
        at, day = datetime.fromisoformat(told), parse_day(told[:10])
        clock = at.strftime("%H:%M") if "T" in told else ""
        words, body = str(content.get(self.words, "")), str(content.get("body", ""))
        return Dated(self.kind, number, day, clock, words, body)


_TABLES = (
    _Table(Hearing, HEARING, "at", "subject", "result"),
    _Table(JudgeLimit, LIMIT, "until", "what", "done"),
    _Table(Task, TASK, "due", "text", "done"),
)


def beside_of(cases: Sequence[Case]) -> dict[int, Beside]:
    """Give what is kept beside some cases, by primary key of the case."""
    by_id = {case.pk: case for case in cases}
    said: dict[int, dict[str, Said]] = {case: {} for case in by_id}
    dated: dict[int, list[Dated]] = {case: [] for case in by_id}
    damaged: set[int] = set()
    for case, (deadline, told) in _read(by_id, Confirmation, _said, damaged):
        said[case][deadline] = told
    for table in _TABLES:
        for case, one in _read(by_id, table.model, table.read, damaged):
            dated[case] += [one] if one is not None else []
    return {case: Beside(said[case], tuple(dated[case]), case in damaged) for case in by_id}


def stamp_of_all() -> tuple[object, ...]:
    """Give what changes whenever anything is kept beside any case, or is changed; opens nothing."""
    models: tuple[type[SealedRow], ...] = (Confirmation, *(table.model for table in _TABLES))
    told = (model._default_manager.aggregate(rows=Count("pk"), versions=Sum("version")) for model in models)
    return tuple((one["rows"], one["versions"]) for one in told)


def _read(
    cases: dict[int, Case], model: type[SealedRow], read: Callable[[int, Content], Told], damaged: set[int]
) -> Iterator[tuple[int, Told]]:
    """Give what each row of some cases tells, in the order of recording; a case with one that fails is `damaged`."""
    for case, found in readable(list(cases.values()), model).items():
        for row, content in found:
            if content is None:
                damaged.add(case)
                continue
            try:
                told = read(row.number, content)
            except (ValueError, KeyError):  # it opens, and what it says is not what was written
                damaged.add(case)
            else:
                yield case, told


def _said(_number: int, content: Content) -> tuple[str, Said]:
    told = {name: str(value) for name, value in content.items()}
    return told["deadline"], Said(told["decision"], told["day"], told["computed"], told.get("reason", ""))
