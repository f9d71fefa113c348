"""The read side: what a member may see. Every function takes the member who asks."""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

from panah.accounts.models import Member
from panah.errors import Problem
from panah.lawmodel import Vocabulary
from panah.procedure.casefile import CaseFile
from panah.register import casefiles
from panah.register.access import case_for, cases_visible_to, may_open
from panah.register.errors import NotFoundError
from panah.register.models import ActRow, Case, Kind
from panah.register.sealed import Content, open_act, open_compartment
from panah.sealing.errors import SealingError


def cases(member: Member, *, closed: bool = False) -> list[Case]:
    """Give the cases a member may see, oldest first; closed ones only if asked for."""
    found = cases_visible_to(member)
    return list(found if closed else found.filter(closed_at=None))


def case(member: Member, slug: str) -> Case:
    """Give one case by its slug; raises `NotFoundError`."""
    return case_for(member, slug)


def read_whole(cases: list[Case]) -> dict[int, Case]:
    """Read everything that makes the files of many cases with a few queries; gives the cases anew, by primary key.

    They are for `panah.register.casefiles.load` alone: what is read ahead does not see what is recorded later.
    """
    found = Case.objects.filter(pk__in=[case.pk for case in cases])
    return {case.pk: case for case in found.prefetch_related("compartments", "sourcerows", "acts")}


def casefile(member: Member, slug: str, vocabulary: Vocabulary) -> tuple[CaseFile | None, list[Problem]]:
    """Give one case as the engine takes it, or every problem; raises `NotFoundError`."""
    return casefiles.load(case_for(member, slug), vocabulary)


def acts(member: Member, slug: str) -> list[tuple[ActRow, Content]]:
    """Give the acts of a case as they were recorded, corrected ones too, in the order of recording."""
    found = case_for(member, slug)
    return [(row, open_act(found, row)) for row in found.acts.order_by("number")]


class Opened(NamedTuple):
    """A compartment that was opened: its content, and the version to name when writing it back (0: never written)."""

    content: Content
    version: int


def compartment(member: Member, case: Case, kind: str) -> Opened:
    """Open a compartment of a case; one that was never written is empty.

    Raises:
        NotFoundError: The member may not open it.
    """
    if not may_open(member, case, kind):
        raise NotFoundError
    row = case.compartments.filter(kind=kind).first()
    return Opened({}, 0) if row is None else Opened(open_compartment(case, row), row.version)


def slug_by_case_name(member: Member) -> dict[str, str]:
    """Give the slug of every case a member may see by the name its file gives it (`case:`).

    A case that does not open is left out: its name is not known, and the others are not to suffer.
    """
    told: dict[str, str] = {}
    for found in cases_visible_to(member).prefetch_related("compartments"):
        for row in found.compartments.all():
            if row.kind != Kind.IDENTITY:
                continue
            with suppress(SealingError):
                told[str(open_compartment(found, row)["case"])] = found.slug
    return told
