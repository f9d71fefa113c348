"""Giving members access to a case and taking it back. Nothing given is ever removed: it is withdrawn, and stays told.

On a laptop the root of the owner opens every case, so no key is wrapped for a member. An office wraps the case key for
the member when access is given, and gives the case a new key when it is withdrawn.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from panah.accounts.models import Member
from panah.register.errors import RegisterError
from panah.register.models import Access, Case, Kind
from panah.register.models.access import Right


def grant_access(case: Case, member: Member, right: Right, opens: Collection[Kind], by: Member, at: datetime) -> Access:
    """Give a member access to a case, in place of what the member had there.

    Args:
        case: The case.
        member: To whom.
        right: To read, or to write too.
        opens: The compartments the member may open; none is opened by the right alone.
        by: Who gives.
        at: When.

    Raises:
        RegisterError: Who gives is not the owner of the register, or the member has left.
    """
    _must_own(by)
    if member.left_at is not None:
        raise RegisterError("member-left", member=member.alias)
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=case.pk)
        _withdraw(case, member, at)
        return Access.objects.create(
            case=case,
            member=member,
            right=right,
            opens=" ".join(kind.value for kind in Kind if kind in opens),
            granted_at=at,
            granted_by=by,
        )


def withdraw_access(case: Case, member: Member, by: Member, at: datetime) -> None:
    """Take from a member all access to a case; does nothing where there is none.

    Raises:
        RegisterError: Who takes it back is not the owner of the register.
    """
    _must_own(by)
    _withdraw(case, member, at)


def given(case: Case, asked_by: Member) -> list[Access]:
    """Give every giving of access to a case in the order of giving, withdrawn ones too.

    Raises:
        RegisterError: Who asks is not the owner: who else works on a case is not for every member to know.
    """
    _must_own(asked_by)
    return list(case.access.select_related("member", "granted_by"))


def _must_own(member: Member) -> None:
    if not member.sees_every_case:
        raise RegisterError("owner-only")


def _withdraw(case: Case, member: Member, at: datetime) -> None:
    case.access.filter(member=member, withdrawn_at=None).update(withdrawn_at=at)
