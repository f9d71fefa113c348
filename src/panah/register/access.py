"""Which cases a member may see and write. The one place that decides; queries and actions ask it."""

from __future__ import annotations

from django.db.models import QuerySet

from panah.accounts.models import Member
from panah.register.errors import NotFoundError, RegisterError
from panah.register.models import Case, Kind
from panah.register.models.access import Right


def cases_visible_to(member: Member) -> QuerySet[Case]:
    """Give the cases a member may see; destroyed ones are seen by nobody."""
    cases = Case.objects.filter(destroyed_at=None)
    if member.sees_every_case:
        return cases
    if member.left_at is not None:
        return cases.none()
    return cases.filter(access__member=member, access__withdrawn_at=None).distinct()


def case_for(member: Member, slug: str) -> Case:
    """Give a case by its slug.

    Raises:
        NotFoundError: There is none, or the member may not see it.
    """
    case = cases_visible_to(member).filter(slug=slug).first()
    if case is None:
        raise NotFoundError
    return case


def may_write(member: Member, case: Case) -> bool:
    """Whether a member may record anything in a case."""
    if member.sees_every_case:
        return True
    given = case.access.filter(member=member, withdrawn_at=None, right=Right.WRITE)
    return member.left_at is None and given.exists()


def must_write(member: Member, case: Case) -> None:
    """Refuse a member who may not record anything in a case.

    Raises:
        RegisterError: With the code read-only.
    """
    if not may_write(member, case):
        raise RegisterError("read-only", case=case.slug)


def may_open(member: Member, case: Case, kind: str) -> bool:
    """Whether a member may open a compartment of a case that the member may see."""
    if member.sees_every_case:
        return True
    given = case.access.filter(member=member, withdrawn_at=None).values_list("opens", flat=True)
    return member.left_at is None and kind in Kind and any(kind in opens.split() for opens in given)
