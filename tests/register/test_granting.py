"""Access given and withdrawn, and compartments that two write at once: the same on both databases."""

from datetime import timedelta

import pytest

import register_folders as folders
from panah.accounts.models import Member, Role
from panah.register import actions, granting, queries
from panah.register.errors import NotFoundError, RegisterError
from panah.register.models import Access, Kind, Note
from panah.register.models.access import Right
from panah.register.rows import add_row

AT = folders.AT
LATER = AT + timedelta(hours=1)


@pytest.fixture
def case(tables, vocabulary):
    return actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, AT)


@pytest.fixture
def lawyer(tables):
    return Member.objects.create(alias="M2", role=Role.LAWYER, created_at=AT)


def test_what_is_given_is_seen_written_and_opened_and_nothing_more(tables, case, lawyer, vocabulary):
    other = actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, AT)
    given = granting.grant_access(case, lawyer, Right.WRITE, {Kind.HEALTH, Kind.GENERAL}, tables.owner, AT)
    assert queries.cases(lawyer) == [case]
    with pytest.raises(NotFoundError):
        queries.case(lawyer, other.slug)
    add_row(case, Note, {"text": "x"}, lawyer, AT)
    actions.write_compartment(case, Kind.HEALTH, {"doctor": "x"}, vocabulary, lawyer)
    for kind in (Kind.IDENTITY, Kind.FAMILY, Kind.WHEREABOUTS):
        with pytest.raises(NotFoundError):
            queries.compartment(lawyer, case, kind)
        with pytest.raises(NotFoundError):
            actions.write_compartment(case, kind, {"text": "x"}, vocabulary, lawyer)
    assert given.wrapped_key is None


def test_access_given_again_takes_the_place_of_what_was_given_before(tables, case, lawyer):
    granting.grant_access(case, lawyer, Right.WRITE, [Kind.HEALTH], tables.owner, AT)
    granting.grant_access(case, lawyer, Right.READ, [], tables.owner, LATER)
    with pytest.raises(RegisterError, match="read-only"):
        add_row(case, Note, {"text": "x"}, lawyer, LATER)
    with pytest.raises(NotFoundError):
        queries.compartment(lawyer, case, Kind.HEALTH)
    told = [(one.right, one.opens, one.withdrawn_at) for one in granting.given(case, tables.owner)]
    assert told == [("write", "health", LATER), ("read", "", None)]


def test_withdrawn_access_shows_nothing_and_stays_told(tables, case, lawyer):
    granting.grant_access(case, lawyer, Right.WRITE, list(Kind), tables.owner, AT)
    granting.withdraw_access(case, lawyer, tables.owner, LATER)
    granting.withdraw_access(case, lawyer, tables.owner, LATER + timedelta(hours=1))
    assert queries.cases(lawyer) == []
    with pytest.raises(NotFoundError):
        queries.compartment(lawyer, case, Kind.HEALTH)
    assert [one.withdrawn_at for one in granting.given(case, tables.owner)] == [LATER]


def test_only_the_owner_gives_and_nobody_who_left_is_given_anything(tables, case, lawyer):
    granting.grant_access(case, lawyer, Right.WRITE, list(Kind), tables.owner, AT)
    for forbidden in (
        lambda: granting.grant_access(case, lawyer, Right.WRITE, list(Kind), lawyer, AT),
        lambda: granting.withdraw_access(case, lawyer, lawyer, AT),
        lambda: granting.given(case, lawyer),
    ):
        with pytest.raises(RegisterError, match="owner-only"):
            forbidden()
    lawyer.left_at = LATER
    lawyer.save()
    with pytest.raises(NotFoundError):
        queries.compartment(lawyer, case, Kind.HEALTH)
    with pytest.raises(RegisterError, match="member-left"):
        granting.grant_access(case, lawyer, Right.READ, [], tables.owner, LATER)
    assert Access.objects.count() == 1


@pytest.mark.parametrize("kind", [Kind.HEALTH, Kind.IDENTITY])
def test_of_two_who_write_one_compartment_the_second_is_refused(tables, case, vocabulary, kind):
    before = queries.compartment(tables.owner, case, kind)
    mine = {**before.content, "persons": 2} if kind == Kind.IDENTITY else {"doctor": "first"}
    actions.write_compartment(case, kind, mine, vocabulary, tables.owner, version=before.version)
    with pytest.raises(RegisterError, match="changed-meanwhile"):
        actions.write_compartment(case, kind, before.content, vocabulary, tables.owner, version=before.version)
    now = queries.compartment(tables.owner, case, kind)
    assert now == (mine, before.version + 1)
    actions.write_compartment(case, kind, mine, vocabulary, tables.owner, version=now.version)
