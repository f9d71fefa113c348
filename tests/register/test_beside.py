"""What is kept beside the law of a case: what is done is left out, what is damaged told; on both databases."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import register_folders as folders
from panah.register import actions
from panah.register.beside import beside_of
from panah.register.models import Confirmation, Hearing, JudgeLimit, Task
from panah.register.rows import add_row
from panah.telling.beside import Dated
from panah.telling.said import Said

AT = folders.AT
TENTH = 739_657  # 10 February 2026


@pytest.fixture
def case(tables, vocabulary):
    return actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, AT)


def keep(tables, case, model, **content):
    return add_row(case, model, content, tables.owner, AT)


def test_hearings_limits_and_tasks_that_wait_are_given_and_done_ones_are_not(tables, case):
    keep(tables, case, Hearing, at="2026-02-10T10:30", body="supreme-court", subject="о выдаче")
    keep(tables, case, Hearing, at="2026-02-10", result="отложено")
    keep(tables, case, JudgeLimit, what="перевод", until="2026-02-10")
    keep(tables, case, JudgeLimit, what="справка", until="2026-02-10", done="2026-02-01")
    keep(tables, case, Task, text="позвонить", due="2026-02-10")
    keep(tables, case, Task, text="без дня")
    keep(tables, case, Task, text="сделано", due="2026-02-10", done="2026-02-01")
    assert beside_of([case])[case.pk].dated == (
        Dated("hearing", 1, TENTH, "10:30", "о выдаче", "supreme-court"),
        Dated("limit", 1, TENTH, "", "перевод", ""),
        Dated("task", 1, TENTH, "", "позвонить", ""),
    )


def test_what_was_said_last_of_a_day_counts(tables, case):
    said = {"deadline": "a", "computed": "2026-02-02"}
    keep(tables, case, Confirmation, **said, decision="confirmed", day="2026-02-02")
    keep(tables, case, Confirmation, **said, decision="overridden", day="2026-01-30", reason="суд закрыт")
    assert beside_of([case])[case.pk].said == {"a": Said("overridden", "2026-01-30", "2026-02-02", "суд закрыт")}


@pytest.mark.parametrize("model", [Confirmation, Hearing, JudgeLimit, Task])
def test_a_damaged_row_takes_no_other_with_it_and_its_case_is_told(tables, case, vocabulary, model):
    other = actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, AT)
    for one in (case, other):
        said = {"computed": "2026-02-02", "decision": "confirmed", "day": "2026-02-02"}
        for deadline in ("a", "b"):
            keep(tables, one, Confirmation, deadline=deadline, **said)
        for words in ("first", "second"):
            keep(tables, one, Hearing, at="2026-02-10", subject=words)
            keep(tables, one, JudgeLimit, what=words, until="2026-02-10")
            keep(tables, one, Task, text=words, due="2026-02-10")
    if model is Confirmation:
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER register_confirmation_" + trigger(tables))
    model.objects.filter(case=case, number=1).update(sealed=bytes(40))
    found = beside_of([case, other])
    assert (found[case.pk].damaged, found[other.pk].damaged) == (True, False)
    kept = [len(found[one.pk].said) + len(found[one.pk].dated) for one in (case, other)]
    assert kept == [7, 8]


def trigger(tables):
    return "append_only ON register_confirmation" if hasattr(tables, "schema") else "unchanged"


@pytest.mark.parametrize("at", ["завтра", "2026-02-31", "2026-02", "9999-12-31", "0205-05-04"])
def test_a_day_that_is_none_is_told_like_damage(tables, case, at):
    keep(tables, case, Hearing, at=at)
    found = beside_of([case])[case.pk]
    assert (found.damaged, found.dated) == (True, ())


def test_many_cases_are_read_with_one_query_a_table(tables, case, vocabulary):
    cases = [case, *(actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, AT) for _ in range(3))]
    for one in cases:
        keep(tables, one, Task, text="x", due="2026-02-10")
    with CaptureQueriesContext(connection) as asked:
        assert [len(one.dated) for one in beside_of(cases).values()] == [1, 1, 1, 1]
    assert len(asked) == 4
