"""The chain of acts shows what somebody changed who can write to the database; chains of an older Panah go on."""

import hashlib
from datetime import UTC

import pytest
from django.db import connection

import register_folders as folders
from panah.accounts.models import Member, Role
from panah.register import actions, chain
from panah.register.models import ActRow

CORRECTION = {
    "date": "2026-01-21",
    "act": "extradition-granted",
    "body": "prosecutor-general",
    "supersedes": "decision",
}


@pytest.fixture
def case(tables, vocabulary):
    """Four acts of the file, and a fifth that corrects the third."""
    made = actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, folders.AT)
    actions.add_act(made, CORRECTION, vocabulary, tables.owner, folders.AT)
    return made


def change(what, number):
    """Change an act in the database, with its triggers out of the way as an administrator can."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS register_actrow_unchanged")
        else:
            cursor.execute("ALTER TABLE register_actrow DISABLE TRIGGER ALL")
    assert ActRow.objects.filter(number=number).update(**what) == 1


def test_the_correction_points_back_and_the_chain_is_whole(case):
    assert case.acts.get(number=5).supersedes.number == 3
    assert chain.first_broken(case) is None


@pytest.mark.parametrize("number", [1, 3, 5])
def test_who_recorded_an_act_cannot_be_exchanged_unseen(case, number):
    other = Member.objects.create(alias="M2", role=Role.LAWYER, created_at=folders.AT)
    change({"recorded_by": other}, number)
    assert chain.first_broken(case) == number


@pytest.mark.parametrize("to", [None, 4])
def test_what_an_act_corrects_cannot_be_exchanged_unseen(case, to):
    change({"supersedes": to and case.acts.get(number=to)}, 5)
    assert chain.first_broken(case) == 5


def test_an_act_cannot_be_made_a_correction_unseen(case):
    change({"supersedes": case.acts.get(number=1)}, 2)
    assert chain.first_broken(case) == 2


def older_link(before, row):
    """Link an act as was done before who recorded it was bound; written out here, it may never change."""
    told = f"{before} {row.number} {row.recorded_at.astimezone(UTC).isoformat(timespec='microseconds')} "
    return hashlib.sha256(told.encode() + bytes(row.sealed)).hexdigest()


def test_a_chain_of_an_older_panah_is_whole_and_goes_on(case, tables, vocabulary):
    before = chain.first_link(case)
    for row in case.acts.order_by("number"):
        before = older_link(before, row)
        change({"chain": before}, row.number)
    assert chain.first_broken(case) is None
    told = {"date": "2026-01-23", "act": "bail-requested"}
    assert actions.add_act(case, told, vocabulary, tables.owner, folders.AT).number == 6
    assert chain.first_broken(case) is None
    other = Member.objects.create(alias="M2", role=Role.LAWYER, created_at=folders.AT)
    change({"recorded_by": other}, 6)
    assert chain.first_broken(case) == 6


def test_no_link_of_an_older_panah_follows_one_of_today(case):
    first, second = case.acts.order_by("number")[:2]
    change({"chain": older_link(first.chain, second)}, 2)
    assert chain.first_broken(case) == 2


def test_a_link_fits_its_column(case):
    assert {len(row.chain) for row in case.acts.all()} == {64}
