"""An act is corrected once, and after that its correction is; what rests on another state of the case is refused.

Worked by hand on the case of `register_folders.CASE`: acts 1 detention, 2 custody-ordered, 3 decision, 4 served.
"""

import pytest
from django.db import transaction

import register_folders as folders
from panah.errors import PanahError
from panah.register import actions, casefiles, updating
from panah.register.errors import RegisterError

FIRST = {"id": "first", "date": "2026-01-21", "act": "extradition-granted", "supersedes": "decision"}
SECOND = {"id": "second", "date": "2026-01-19", "act": "extradition-granted", "supersedes": "decision"}


@pytest.fixture
def case(tables, vocabulary):
    return actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, folders.AT)


def codes(caught):
    return [(problem.code, problem.values) for problem in caught.value.problems]


REFUSED = [("corrected-before", {"found": "decision", "other": "first"})]


def test_a_second_correction_of_an_act_is_refused_and_one_of_the_correction_is_not(case, tables, vocabulary):
    actions.add_act(case, FIRST, vocabulary, tables.owner, folders.AT)
    before = casefiles.text_of(case, vocabulary)
    with pytest.raises(PanahError) as caught:
        actions.add_act(case, SECOND, vocabulary, tables.owner, folders.AT)
    assert codes(caught) == REFUSED
    assert casefiles.text_of(case, vocabulary) == before
    row = actions.add_act(case, {**SECOND, "supersedes": "first"}, vocabulary, tables.owner, folders.AT)
    assert row.supersedes.number == 5


def test_two_corrections_of_an_act_are_refused_together(case, tables, vocabulary):
    with pytest.raises(PanahError) as caught:
        actions.add_acts(case, [FIRST, SECOND], vocabulary, tables.owner, folders.AT)
    assert codes(caught) == REFUSED
    assert case.acts.count() == 4


def forked():
    lines = "".join(
        f"  - {{id: {one['id']}, date: {one['date']}, act: {one['act']}, supersedes: decision}}\n"
        for one in (FIRST, SECOND)
    )
    return folders.CASE + lines


def test_a_changed_file_does_not_bring_a_second_correction(case, tables, vocabulary):
    """A new case is taken as its file tells it; what is recorded later in it may not fork it further."""
    told = folders.casefile(forked(), vocabulary=vocabulary)
    with pytest.raises(PanahError) as caught:
        updating.take_update(case, told, vocabulary, tables.owner, folders.AT, "Before the import")
    assert codes(caught) == REFUSED
    assert case.acts.count() == 4
    taken = actions.create_case(told, tables.owner, folders.AT)
    assert taken.acts.count() == 6
    actions.add_act(taken, {"date": "2026-01-30", "act": "bars-submitted"}, vocabulary, tables.owner, folders.AT)


def test_what_rests_on_another_state_of_the_case_is_refused(case, tables, vocabulary):
    seen = case.digest
    with transaction.atomic():
        actions.as_seen(case, seen)
    actions.add_act(case, FIRST, vocabulary, tables.owner, folders.AT)
    with pytest.raises(RegisterError, match="changed-meanwhile"), transaction.atomic():
        actions.as_seen(case, seen)
    with transaction.atomic():
        actions.as_seen(case, case.digest)
