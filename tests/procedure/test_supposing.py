"""Acts supposed and acts left out: read as a case file is, refused as a case file is, nothing else changed."""

import json

import pytest
from hypothesis import given

from panah.procedure.supposing import with_acts, without_acts
from strategies_engine import case_texts, read
from zedland import LAW, casefile

CASE = {
    "panah": 1,
    "case": "a-case",
    "person": {"name": {"en": "Someone"}},
    "stays": "XX",
    "acts": [
        {"date": "2025-03-02", "act": "detained", "ground": "wanted"},
        {"date": "2025-03-12", "act": "extradition-granted", "id": "grant"},
    ],
}
TEXT = json.dumps(CASE).encode()


def supposed(*told, text=TEXT):
    case, problems = with_acts(text, "a-case.yaml", told, LAW.vocabulary)
    assert problems == []
    return case


def refused(*told):
    case, problems = with_acts(TEXT, "a-case.yaml", told, LAW.vocabulary)
    assert case is None
    return [(problem.file, problem.line, problem.code) for problem in problems]


def test_an_act_is_told_as_people_write_it():
    case = supposed("2025-03-14 served of=grant to=person", "2025-03 custody-ordered kind=temporary for=40 sutki")
    served, ordered = case.acts[2:]
    assert (served.kind, served.of, served.fields["to"]) == ("served", "grant", "person")
    assert (ordered.duration.amount, ordered.duration.unit) == (40, "sutki")


def test_the_acts_of_the_file_stay_as_they_are():
    assert supposed("2025-03-14 served of=grant to=person").acts[:2] == supposed().acts
    assert supposed() == read(json.dumps(CASE))


def test_a_second_act_of_a_kind_gets_the_next_id():
    assert [act.id for act in supposed("2025-04-01 detained ground=wanted").acts] == ["detained", "grant", "detained-2"]


def test_what_is_supposed_counts_as_known_on_any_day():
    assert supposed("2025-03-14 served of=grant to=person").acts[-1].known_from == 0


def test_a_file_without_acts_can_have_some_supposed():
    text = json.dumps({**CASE, "acts": None}).encode()
    assert [act.id for act in supposed("2025-03-14 detained", text=text).acts] == ["detained"]


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ("2025-03-14 servd of=grant", ["unknown-act"]),
        ("14.03.2025 detained", ["bad-date"]),
        ("2025-02-30 detained", ["date-no-such-day"]),
        ("detained", ["missing-key", "bad-date"]),
        ("2025-03-14", ["missing-key"]),
        ("", ["missing-key", "missing-key"]),
        ("2025-03-14 served of=grnt to=person", ["unknown-id"]),
        ("2025-03-14 served of=grant to=persn", ["unknown-word"]),
        ("2025-03-14 detained colour=red", ["unknown-key"]),
        ("2025-03-14 detained ground=wanted ground=crime", ["duplicate-key"]),
        ("2025-03-14 extradition granted", ["unknown-act"]),
    ],
)
def test_what_a_case_file_may_not_say_is_refused_with_the_number_of_the_act(told, codes):
    assert sorted(code for _, _, code in refused("2025-03-13 detained", told)) == sorted(codes)
    assert {(file, line) for file, line, _ in refused("2025-03-13 detained", told)} == {("--add", 2)}


def test_all_supposed_acts_are_refused_at_once():
    assert [line for _, line, _ in refused("x detained", "2025-03-14 detained", "2025-03-14 y")] == [1, 3]


def test_an_id_of_the_file_is_taken_and_told_with_its_line():
    text = (
        "panah: 1\ncase: a\nperson: {name: {en: A}}\nstays: XX\nacts:\n  - {date: 2025-03-02, act: detained, id: one}\n"
    )
    _, problems = with_acts(text.encode(), "a.yaml", ["2025-03-14 released id=one"], LAW.vocabulary)
    assert [(one.file, one.line, one.code, one.values["first"]) for one in problems] == [
        ("--add", 1, "duplicate-id", "6")
    ]


def test_a_file_that_has_become_empty_is_refused():
    assert [one.file for one in with_acts(b"", "a.yaml", ["2025-03-14 released"], LAW.vocabulary)[1]] == ["a.yaml"]


# ── leaving out ─────────────────────────────────────────────────────────────────────────────────────────────────────

GRANT = ["2025-03-12 extradition-granted id=grant", "2025-03-14 served of=grant to=person", "2025-03-15 released"]


def left(case, *dropped):
    kept, gone, problems = without_acts(case, dropped)
    assert problems == []
    return [act.id for act in kept.acts], list(gone)


def test_without_an_act_its_service_has_not_happened_either():
    assert left(casefile(GRANT), "grant") == (["released"], ["grant", "served"])
    assert left(casefile(GRANT), "served") == (["grant", "released"], ["served"])


def test_a_correction_is_the_same_fact_and_goes_with_what_it_corrects():
    acts = [*GRANT, "2025-03-11 extradition-granted id=right supersedes=grant"]
    assert left(casefile(acts), "grant") == (["released"], ["grant", "served", "right"])
    assert left(casefile(acts), "right") == (["released"], ["grant", "served", "right"])


def test_without_one_version_the_others_stand_and_what_named_it_names_them():
    acts = [*GRANT, "2025-03-11 extradition-granted id=other alternative-to=grant"]
    kept, gone, _ = without_acts(casefile(acts), ["grant"])
    assert gone == ("grant",)
    assert [(act.id, act.of, act.alternative_to) for act in kept.acts] == [
        ("served", "other", None),
        ("released", None, None),
        ("other", None, None),
    ]


def test_an_unknown_id_is_refused_with_the_ids_there_are():
    case, _, problems = without_acts(casefile(GRANT), ["grnt", "served"])
    assert case is None
    assert [(problem.file, problem.line, problem.code) for problem in problems] == [("--drop", 1, "unknown-id")]
    assert "grant" in problems[0].values["known"]


def test_a_supposed_act_may_not_rest_on_what_is_left_out():
    _, _, problems = without_acts(casefile(GRANT), ["grant"], added=2)
    assert [(problem.file, problem.line, problem.code) for problem in problems] == [("--add", 1, "unknown-id")]


@given(case_texts())
def test_what_is_supposed_and_left_out_again_leaves_the_case_as_it_was(text):
    case = read(text)
    longer, problems = with_acts(text.encode(), case.file, ["2025-03-14 detained id=supposed"], LAW.vocabulary)
    assert problems == []
    assert without_acts(longer, ["supposed"])[:2] == (case, ("supposed",))
