"""A case taken into the register and given out again is the same to the byte, and means the same to the engine."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import register_folders as folders
from panah.errors import PanahError
from panah.procedure import read_casefile
from panah.procedure.casefile_writing import write_casefile
from panah.register import actions, casefiles, queries
from panah.register.models import ActRow, Case, SourceRow
from strategies_casefiles import VOCABULARY
from strategies_casefiles import casefiles as any_casefile

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


def test_every_public_case_comes_out_as_it_went_in(tables, vocabulary):
    for path in EXAMPLES:
        casefile = folders.casefile(path.read_bytes(), str(path), vocabulary)
        case = actions.create_case(casefile, tables.owner, folders.AT)
        assert casefiles.text_of(case, vocabulary) == (write_casefile(casefile), [])
        assert casefiles.load(case, vocabulary)[0]._replace(file=str(path)) == casefile
    assert [case.slug for case in queries.cases(tables.owner)] == [f"K{n}" for n in range(1, len(EXAMPLES) + 1)]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=any_casefile())
def test_any_case_comes_out_as_it_went_in(register, text):
    casefile, _ = read_casefile(text, "f.yaml", VOCABULARY)
    case = actions.create_case(casefile, register.owner, folders.AT)
    assert casefiles.text_of(case, VOCABULARY) == (write_casefile(casefile), [])


def test_an_act_that_is_added_stands_last_and_changes_no_other(tables, vocabulary):
    case = actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, folders.AT)
    before = [bytes(row.sealed) for row in case.acts.all()]
    row = actions.add_act(case, {"date": "2026-01-30", "act": "bars-submitted"}, vocabulary, tables.owner, folders.AT)
    assert row.number == 5
    assert [bytes(row.sealed) for row in case.acts.all()][:4] == before
    text, _ = casefiles.text_of(case, vocabulary)
    assert (
        text
        == write_casefile(folders.casefile(vocabulary=vocabulary)) + "  - {date: 2026-01-30, act: bars-submitted}\n"
    )


def test_a_correction_is_another_act_and_the_first_stays(tables, vocabulary):
    case = actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, folders.AT)
    corrected = {"date": "2026-01-23", "act": "served", "of": "decision", "to": "person", "supersedes": "served"}
    row = actions.add_act(case, corrected, vocabulary, tables.owner, folders.AT)
    assert row.supersedes.number == 4
    told = [entries.get("date") for _, entries in queries.acts(tables.owner, case.slug)]
    assert told == ["2025-12-31", "2026-01-02", "2026-01-20", "2026-01-22", "2026-01-23"]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"date": "2026-13-01", "act": "served"}, "date-no-such-day"),
        ({"date": "2026-01-01", "act": "sarved"}, "unknown-act"),
        ({"date": "2026-01-01", "act": "served", "of": "nothing"}, "unknown-id"),
    ],
)
def test_an_act_that_no_file_could_have_is_refused_and_nothing_is_kept(register, vocabulary, told, code):
    case = actions.create_case(folders.casefile(vocabulary=vocabulary), register.owner, folders.AT)
    with pytest.raises(PanahError) as caught:
        actions.add_act(case, told, vocabulary, register.owner, folders.AT)
    assert code in [problem.code for problem in caught.value.problems]
    assert {problem.file for problem in caught.value.problems} == {"K1"}
    assert "2026" not in str(caught.value)
    assert case.acts.count() == 4


def test_a_preview_keeps_nothing(register, vocabulary):
    case = actions.create_case(folders.casefile(vocabulary=vocabulary), register.owner, folders.AT)
    digest = case.digest
    preview = actions.with_act(case, {"date": "2026-01-30", "act": "bars-submitted"}, vocabulary)
    assert [act.kind for act in preview.acts][-1] == "bars-submitted"
    case.refresh_from_db()
    assert (case.digest, case.acts.count()) == (digest, 4)


def test_a_case_that_does_not_open_is_a_problem_of_its_own_and_of_no_other(register, vocabulary):
    good, bad = (
        actions.create_case(
            folders.casefile(folders.CASE.replace("doe-jane", name), vocabulary=vocabulary), register.owner, folders.AT
        )
        for name in ("roe", "poe")
    )
    for row in (bad.compartments.get(kind="identity"), bad.sourcerows.get()):
        row.sealed = bytes(40)
        row.save()
    casefile, problems = casefiles.load(bad, vocabulary)
    assert casefile is None
    assert [(problem.file, problem.code) for problem in problems] == [("K2", "case-does-not-open")]
    assert casefiles.text_of(bad, vocabulary) == (None, problems)
    assert casefiles.load(good, vocabulary)[1] == []
    assert queries.slug_by_case_name(register.owner) == {"roe": "K1"}


def test_words_that_other_programs_would_run_come_out_as_they_went_in(register, vocabulary):
    hostile = [
        "<script>alert(1)</script>",
        '=HYPERLINK("http://evil")',
        "{{ secrets }}",
        "../../etc/passwd",
        "%s %(a)s",
        "'; --",
    ]
    casefile = folders.casefile(vocabulary=vocabulary)._replace(aliases=tuple(hostile), note=" ".join(hostile))
    case = actions.create_case(casefile, register.owner, folders.AT)
    assert casefiles.load(case, vocabulary)[0] == casefile._replace(file=case.slug)
    assert casefiles.text_of(case, vocabulary)[0] == write_casefile(casefile)


def test_an_import_that_fails_in_the_middle_leaves_no_row(tables, vocabulary, monkeypatch):
    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr(actions, "seal_act", fail)
    with pytest.raises(RuntimeError):
        actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, folders.AT)
    assert (Case.objects.count(), SourceRow.objects.count(), ActRow.objects.count()) == (0, 0, 0)
