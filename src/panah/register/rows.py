"""Writing and reading the numbered rows of a case; all the tables of `panah.register.models.rows` alike.

Sources are part of the case file and are written by `panah.register.actions`, which reads the whole case again.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import TypeVar

from django.db import transaction
from django.db.models import Count, Max, Sum

from panah.accounts.models import Member
from panah.register.access import must_write
from panah.register.errors import RegisterError
from panah.register.models import Case, PaperRow, SealedRow, SourceRow
from panah.register.sealed import Content, next_digest, open_file, open_row, seal_file, seal_row
from panah.sealing.errors import SealingError

Row = TypeVar("Row", bound=SealedRow)


def add_row(case: Case, model: type[Row], content: Content, by: Member, at: datetime) -> Row:
    """Record a row.

    Args:
        case: The case.
        model: The table, such as `Task`.
        content: Its keys as the table names them; empty values are left out.
        by: Who records; must have the right to write.
        at: When.

    Raises:
        RegisterError: The member may only read, or the keys are not those of the table.
    """
    _must_stand_alone(model)
    return add_unchecked(case, model, content, by, at)


def add_unchecked(case: Case, model: type[Row], content: Content, by: Member, at: datetime) -> Row:
    """Record a row of any table, one of the case file too; the caller reads the case again."""
    must_write(by, case)
    kept = _checked(model, content)
    with transaction.atomic():
        # two who record at once would take one number; on SQLite a transaction waits for the other anyway
        Case.objects.select_for_update().get(pk=case.pk)
        number = (model._default_manager.filter(case=case).aggregate(last=Max("number"))["last"] or 0) + 1
        sealed = seal_row(case, model, number, 1, kept)
        row = model._default_manager.create(case=case, number=number, sealed=sealed, recorded_at=at, recorded_by=by)
        _changed(case, model, sealed)
    return row


def change_row(row: Row, content: Content, by: Member, at: datetime) -> Row:
    """Change a row that was read before; a file that belongs to it is sealed anew with it.

    Raises:
        RegisterError: As `add_row`; the table is append-only; or somebody changed the row since it was read.
    """
    _must_stand_alone(type(row))
    return change_unchecked(row, content, by, at)


def change_unchecked(row: Row, content: Content, by: Member, at: datetime) -> Row:
    """Change a row of any table, one of the case file too; the caller reads the case again."""
    must_write(by, row.case)
    if row.APPEND_ONLY:
        raise RegisterError("append-only")
    kept = _checked(type(row), content)
    with transaction.atomic():
        now = type(row)._default_manager.select_for_update().get(pk=row.pk)
        if now.version != row.version:
            raise RegisterError("changed-meanwhile", case=row.case.slug)
        if isinstance(now, PaperRow) and now.content is not None:
            plain = open_file(row.case, now.number, now.version, now.content)
            now.content = seal_file(row.case, now.number, now.version + 1, plain)
        now.version += 1
        now.sealed = seal_row(row.case, type(row), now.number, now.version, kept)
        now.recorded_at, now.recorded_by = at, by
        now.save()
        _changed(row.case, type(row), now.sealed)
    return now


def rows(case: Case, model: type[Row]) -> list[tuple[Row, Content]]:
    """Give the rows of a case in one table with their opened content, in the order of recording."""
    found = model._default_manager.filter(case=case).order_by("number")
    return [(row, open_row(case, row)) for row in found]


def keep_file(row: PaperRow, content: bytes, by: Member) -> None:
    """Keep the file of a paper; what was kept before is gone."""
    must_write(by, row.case)
    row.content = seal_file(row.case, row.number, row.version, content)
    row.save(update_fields=["content"])


def file_of(row: PaperRow) -> bytes | None:
    """Give the file of a paper, None where none is kept."""
    return None if row.content is None else open_file(row.case, row.number, row.version, row.content)


def _checked(model: type[SealedRow], content: Content) -> Content:
    kept: Content = {key: value for key, value in content.items() if value not in (None, "")}
    if not set(kept) >= model.NEEDED or set(kept) - model.NEEDED - model.ALLOWED:
        raise RegisterError("row-keys", table=str(model._meta.model_name))
    return kept


def _must_stand_alone(model: type[SealedRow]) -> None:
    if model is SourceRow:
        raise TypeError("sources are written by panah.register.actions")


def _changed(case: Case, model: type[SealedRow], sealed: bytes) -> None:
    """Let answers computed before be computed anew where the row belongs to the case file."""
    if model is SourceRow:
        case.digest = next_digest(case, sealed)
        case.save(update_fields=["digest"])


def readable(cases: Sequence[Case], model: type[Row]) -> dict[int, list[tuple[Row, Content | None]]]:
    """Give the rows of some cases in one table, in the order of recording, with one query; by primary key of the case.

    The content is None where a row does not open: of what is shown, one damaged row must not take the others with it.
    """
    by_id = {case.pk: case for case in cases}
    found: dict[int, list[tuple[Row, Content | None]]] = {case: [] for case in by_id}
    for row in model._default_manager.filter(case__in=by_id).order_by("case", "number"):
        content = None
        with suppress(SealingError):
            content = open_row(by_id[row.case_id], row)
        found[row.case_id].append((row, content))
    return found


def stamps(model: type[SealedRow]) -> dict[int, tuple[int, int]]:
    """Give what changes whenever a row of a case is added or changed, by primary key of the case; opens nothing."""
    counted = model._default_manager.order_by().values_list("case").annotate(Count("pk"), Sum("version"))
    return {case: (count, versions) for case, count, versions in counted}
