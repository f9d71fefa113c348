"""A changed file of a case that the register has: what it would change, and taking that in, whole or not at all."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from panah.accounts.models import Member
from panah.errors import PanahError
from panah.lawmodel import Vocabulary
from panah.procedure.casefile import CaseFile
from panah.procedure.updating import Replaced, Update, update_of
from panah.register import actions, casefiles, rows
from panah.register.access import must_write
from panah.register.errors import RegisterError
from panah.register.models import Case, Kind, Note, SourceRow


def update_for(case: Case, told: CaseFile, vocabulary: Vocabulary) -> Update:
    """Work out what a file would change in a case; nothing is kept.

    Raises:
        PanahError: The case cannot be read, or the file cannot be taken.
    """
    before, problems = casefiles.load(case, vocabulary)
    if before is None:
        raise PanahError(problems)
    return update_of(before, told)


def take_update(case: Case, told: CaseFile, vocabulary: Vocabulary, by: Member, at: datetime, heading: str) -> Update:
    """Take in what a file would change, and keep in a note what was said otherwise before; gives what was taken.

    Args:
        case: The case, as it was when the changes were shown.
        told: The file.
        vocabulary: The words of the law.
        by: Who takes it in.
        at: When.
        heading: The first line of the note.

    Raises:
        PanahError: As `update_for`, or the case would be no case file any more.
        RegisterError: The member may only read, or the case was changed after the changes were shown.
    """
    must_write(by, case)
    with transaction.atomic():
        locked = Case.objects.select_for_update().get(pk=case.pk)
        if locked.digest != case.digest:
            raise RegisterError("changed-meanwhile", case=case.slug)
        update = update_for(locked, told, vocabulary)
        _take_sources(locked, update, vocabulary, by, at)
        if update.replaced:
            identity, general = casefiles.apart(update.head)
            before = casefiles.parts_of(_read(locked, vocabulary))
            for kind, content, had in (
                (Kind.IDENTITY, identity, before.identity),
                (Kind.GENERAL, general, before.general),
            ):
                if content != had:
                    actions.write_compartment(locked, kind, content, vocabulary, by)
        if update.acts:
            actions.add_acts(locked, [act.entries for act in update.acts], vocabulary, by, at)
        _keep_replaced(locked, update, by, at, heading)
        locked.refresh_from_db()
    case.digest = locked.digest
    return update


def _take_sources(case: Case, update: Update, vocabulary: Vocabulary, by: Member, at: datetime) -> None:
    known = {str(content["id"]): row for row, content in rows.rows(case, SourceRow)}
    for source in update.sources:
        row = known.get(str(source.entries["id"]))
        if row is None:
            actions.add_source(case, source.entries, vocabulary, by, at)
        else:
            actions.change_source(row, source.entries, vocabulary, by, at)


def _keep_replaced(case: Case, update: Update, by: Member, at: datetime, heading: str) -> None:
    """Keep in a note what no row keeps: acts stay as they were, compartments and sources are written over."""
    told = [_line(one) for one in update.replaced if one.before]
    told += [
        f"{source.entries['id']}: {_line(one)}" for source in update.sources for one in source.replaced if one.before
    ]
    if told:
        rows.add_row(case, Note, {"text": "\n".join([heading, *told])}, by, at)


def _line(replaced: Replaced) -> str:
    return f"{replaced.path}: {replaced.before} → {replaced.after}"


def _read(case: Case, vocabulary: Vocabulary) -> CaseFile:
    casefile, problems = casefiles.load(case, vocabulary)
    if casefile is None:
        raise PanahError(problems)
    return casefile
