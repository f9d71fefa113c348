"""A proposal beside the law: replaces rules of the same id, adds others, is checked as the law is, changes no file."""

import shutil

import pytest

from lawmodel_folders import LAW as FOLDER
from panah.lawmodel import read_law
from panah.lawmodel.amending import amend
from panah.procedure.comparison import compare
from zedland import ask, day

ARREST = [
    "2025-03-01 extradition-requested country=XZ",
    "2025-03-02 detained ground=wanted",
    "2025-03-03 custody-ordered kind=extradition-arrest",
]
THREE_MONTHS = """
track: custody
defaults: {from-day: 2020-01-01, verified-until: 2027-12-31, confidence: medium}
limits:
  arrest-end:
    title: {ru: предел ареста, en: the cap of arrest}
    words: {ru: Арест длится не больше трёх месяцев., en: Arrest lasts at most three months.}
    binds: authority
    actor: prosecutor
    starts: [{act: custody-ordered, kind: [extradition-arrest]}]
    counts-from: {act: detained, first-run: true}
    met-by: [{act: released}]
    if-unrecorded: missed
    breach: held-past-cap
    length: 3 months
    counting: custody-first-day
    cite: [xx-code 12(2)]
"""
MEDICAL = """
track: custody
defaults: {from-day: 2020-01-01, verified-until: 2027-12-31, confidence: medium}
limits:
  medical:
    title: {ru: осмотр врача, en: medical examination}
    words: {ru: Осмотр в 3 дня., en: An examination within 3 days.}
    binds: authority
    actor: facility
    starts: [{act: detained}]
    met-by: [{act: medical-exam}]
    if-unrecorded: undetermined
    length: 3 days
    counting: custody-anniversary
    cite: [xx-code 10]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Zedland alone."""
    path = tmp_path_factory.mktemp("law")
    for name in ("vocabulary", "xx"):
        shutil.copytree(FOLDER / name, path / name)
    return path


def proposed(folder, text, on=None):
    law, problems = read_law(folder)
    assert problems == []
    return amend(folder, text.encode(), "proposal.yaml", law.packs["xx"], on)


def test_a_rule_of_the_same_id_is_replaced_whole(folder):
    """Three months with the first day counted from 2 March end on 1 June; the edition of six months is gone."""
    amended, problems = proposed(folder, THREE_MONTHS)
    assert problems == []
    assert (amended.replaced, amended.added) == (("xx/custody/arrest-end",), ())
    assert ask(ARREST, "2025-03-10", law=amended.law).due("arrest-end") == ("2025-06-01", "2025-06-01")


def test_a_rule_of_another_id_is_added(folder):
    amended, problems = proposed(folder, MEDICAL)
    assert problems == []
    assert (amended.replaced, amended.added) == ((), ("xx/custody/medical",))
    asked = ask(ARREST, "2025-03-10", law=amended.law)
    assert asked.due("medical") == ("2025-03-05", "2025-03-05")
    assert asked.due("arrest-end") == ("2025-09-01", "2025-09-01")


@pytest.mark.parametrize("name", ["custody.yaml", "extradition.yaml"])
def test_a_proposal_of_what_is_law_already_changes_nothing(folder, name):
    amended, problems = proposed(folder, (folder / "xx" / name).read_text("utf-8"))
    assert problems == []
    assert amended.added == ()
    acts = [*ARREST, "2025-03-12 extradition-granted id=grant", "2025-03-14 served of=grant to=person"]
    positions = [ask(acts, "2025-03-20", law=law).position for law in (amended.law, read_law(folder)[0])]
    assert compare(*positions).empty


def test_the_law_of_a_day_and_a_proposal_go_together(folder):
    amended, problems = proposed(folder, MEDICAL, on=day("2024-06-01"))
    assert problems == []
    assert ask(ARREST, "2025-03-10", law=amended.law).due("arrest-end") == ("2025-07-01", "2025-07-01")


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("custody-first-day", "custody-frist-day", 16, "law-loose-reference"),
        ("breach: held-past-cap", "breach: held-too-long", 14, "law-loose-reference"),
        ("actor: prosecutor", "actor: prosecuter", 9, "law-loose-reference"),
        ("binds: authority", "bind: authority", 8, "law-unknown-key"),
        ("if-unrecorded: missed", "if-unrecorded: lost", 13, "law-word-not-known"),
        ("track: custody", "track: [custody", 3, "yaml-syntax"),
    ],
)
def test_a_proposal_is_checked_as_the_law_is(folder, old, new, line, code):
    amended, problems = proposed(folder, THREE_MONTHS.replace(old, new))
    assert amended is None
    assert ("proposal.yaml", line, code) in [(problem.file, problem.line, problem.code) for problem in problems]
    assert {problem.file for problem in problems} == {"proposal.yaml"}


def test_all_faults_of_a_proposal_are_told_at_once(folder):
    wrong = THREE_MONTHS.replace("actor: prosecutor", "actor: x").replace("xx-code 12(2)", "yy-code 1")
    assert len(proposed(folder, wrong)[1]) >= 2


def test_nothing_is_written(folder):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    proposed(folder, THREE_MONTHS)
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_case_without_the_rule_is_not_touched(folder):
    amended, _ = proposed(folder, THREE_MONTHS)
    assert ask(ARREST[:1], "2025-03-10", law=amended.law)["deadlines"] == []
