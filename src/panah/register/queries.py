"""The read side: what a member may see. Every function takes the member who asks."""

from __future__ import annotations

from panah.accounts.models import Member
from panah.errors import Problem
from panah.lawmodel import Vocabulary
from panah.procedure.casefile import CaseFile
from panah.register import casefiles
from panah.register.access import case_for, cases_visible_to
from panah.register.models import ActRow, Case, Kind
from panah.register.sealed import Content, open_act, open_compartment


def cases(member: Member, *, closed: bool = False) -> list[Case]:
    """Give the cases a member may see, oldest first; closed ones only if asked for."""
    found = cases_visible_to(member)
    return list(found if closed else found.filter(closed_at=None))


def case(member: Member, slug: str) -> Case:
    """Give one case by its slug; raises `NotFoundError`."""
    return case_for(member, slug)


def casefile(member: Member, slug: str, vocabulary: Vocabulary) -> tuple[CaseFile | None, list[Problem]]:
    """Give one case as the engine takes it, or every problem; raises `NotFoundError`."""
    return casefiles.load(case_for(member, slug), vocabulary)


def acts(member: Member, slug: str) -> list[tuple[ActRow, Content]]:
    """Give the acts of a case as they were recorded, corrected ones too, in the order of recording."""
    found = case_for(member, slug)
    return [(row, open_act(found, row)) for row in found.acts.order_by("number")]


def slug_by_case_name(member: Member) -> dict[str, str]:
    """Give the slug of every case a member may see by the name its file gives it (`case:`)."""
    told: dict[str, str] = {}
    for found in cases_visible_to(member).prefetch_related("compartments"):
        for row in found.compartments.all():
            if row.kind == Kind.IDENTITY:
                told[str(open_compartment(found, row)["case"])] = found.slug
    return told
