"""A changed file of a known case: what it would change is told, taken whole or not at all, and nothing is lost.

Worked by hand on the case of `register_folders.CASE`: acts 1 detention, 2 custody-ordered, 3 decision, 4 served.
"""

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

import register_folders as folders
from panah.errors import PanahError
from panah.procedure import read_casefile
from panah.procedure.casefile_writing import write_casefile
from panah.procedure.updating import Replaced
from panah.register import actions, casefiles, queries, rows, updating
from panah.register.errors import RegisterError
from panah.register.models import Note, SourceRow
from strategies_casefiles import VOCABULARY
from strategies_casefiles import casefiles as any_casefile


@pytest.fixture
def case(tables, vocabulary):
    return actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, folders.AT)


def told(*changes, vocabulary, text=folders.CASE):
    """The case as a file with some of its words otherwise."""
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return folders.casefile(text, vocabulary=vocabulary)


def take(case, casefile, tables, vocabulary):
    return updating.take_update(case, casefile, vocabulary, tables.owner, folders.AT, "Before the import")


def sealed(case):
    return [bytes(row.sealed) for row in case.acts.order_by("number")]


def test_the_file_itself_changes_nothing(case, tables, vocabulary):
    casefile, _ = read_casefile(casefiles.text_of(case, vocabulary)[0], "K1.yaml", vocabulary)
    digest = case.digest
    assert updating.update_for(case, casefile, vocabulary).empty
    assert take(case, casefile, tables, vocabulary).empty
    case.refresh_from_db()
    assert case.digest == digest
    assert rows.rows(case, Note) == []


def test_a_new_act_and_its_source_are_recorded_and_the_rest_stays(case, tables, vocabulary):
    before = sealed(case)
    casefile = told(
        ("sources:\n", "sources:\n  nb: {title: Other, url: 'https://example.org/b'}\n"),
        ("acts:\n", "acts:\n  - {date: 2026-01-25, act: extradition-complaint-filed, sources: [nb]}\n"),
        vocabulary=vocabulary,
    )
    update = take(case, casefile, tables, vocabulary)
    assert [act.act.kind for act in update.acts] == ["extradition-complaint-filed"]
    assert [source.entries["id"] for source in update.sources] == ["nb"]
    assert (update.replaced, update.staying) == ((), 0)
    assert sealed(case)[:4] == before
    read = casefiles.load(case, vocabulary)[0]
    assert [act.kind for act in read.acts][4:] == ["extradition-complaint-filed"]
    assert set(read.sources) == {"az", "nb"}
    assert updating.update_for(case, casefile, vocabulary).empty


def test_an_act_told_otherwise_becomes_a_correction(case, tables, vocabulary):
    before = sealed(case)
    casefile = told(
        ("40 sutki", "30 sutki"), ("place: Markertown airport", "place: the station"), vocabulary=vocabulary
    )
    update = take(case, casefile, tables, vocabulary)
    assert [(act.corrects.id, act.replaced) for act in update.acts] == [
        ("detention", (Replaced("place", "Markertown airport", "the station"),)),
        ("custody-ordered", (Replaced("for", "40 sutki", "30 sutki"),)),
    ]
    assert sealed(case)[:4] == before
    acts = case.acts.order_by("number")
    assert [row.supersedes and row.supersedes.number for row in acts] == [None, None, None, None, 1, 2]
    assert updating.update_for(case, casefile, vocabulary).empty


def test_what_a_day_was_is_corrected_without_an_id(case, tables, vocabulary):
    update = take(case, told(("2026-01-22", "2026-01-23"), vocabulary=vocabulary), tables, vocabulary)
    assert [(act.corrects.id, act.replaced) for act in update.acts] == [
        ("served", (Replaced("date", "2026-01-22", "2026-01-23"),))
    ]


def test_an_act_of_the_same_kind_that_says_other_things_is_new(case, tables, vocabulary):
    other = "- {date: 2026-01-27, act: served, of: decision, to: counsel}"
    casefile = told(("- {date: 2026-01-22, act: served, of: decision, to: person}", other), vocabulary=vocabulary)
    update = take(case, casefile, tables, vocabulary)
    assert [act.corrects for act in update.acts] == [None]
    assert update.staying == 1
    assert [act.id for act in casefiles.load(case, vocabulary)[0].acts][3:] == ["served", "served-2"]


def test_an_act_put_before_others_of_its_kind_corrects_none_of_them(case, tables, vocabulary):
    first = "  - {date: 2026-01-21, act: served, of: decision, to: counsel}\n"
    casefile = told(("  - {date: 2026-01-22", first + "  - {date: 2026-01-22"), vocabulary=vocabulary)
    assert [act.id for act in casefile.acts][3:] == ["served", "served-2"]
    update = take(case, casefile, tables, vocabulary)
    assert [act.corrects for act in update.acts] == [None]
    assert [act.text for act in casefiles.load(case, vocabulary)[0].acts][3:] == ["2026-01-22", "2026-01-21"]


def test_of_two_alike_the_one_that_says_the_same_but_the_day_is_corrected(case, tables, vocabulary):
    """The new service on counsel has the day that the service on the person had; it is not taken for it."""
    moved = ("2026-01-22, act: served", "2026-01-21, act: served")
    added = ("to: person}\n", "to: person}\n  - {date: 2026-01-22, act: served, of: decision, to: counsel}\n")
    update = take(case, told(moved, added, vocabulary=vocabulary), tables, vocabulary)
    assert [(act.corrects and act.corrects.id, act.act.fields["to"]) for act in update.acts] == [
        ("served", "person"),
        (None, "counsel"),
    ]


def test_names_of_acts_follow_the_register(case, tables, vocabulary):
    """In the file the restoration is asked for the second `served`, which is the first in the register."""
    first = "  - {date: 2026-01-21, act: served, of: decision, to: counsel}\n"
    last = "to: person}\n  - {date: 2026-02-05, act: restoration-requested, of: served-2}\n"
    casefile = told(
        ("  - {date: 2026-01-22", first + "  - {date: 2026-01-22"), ("to: person}\n", last), vocabulary=vocabulary
    )
    take(case, casefile, tables, vocabulary)
    read = casefiles.load(case, vocabulary)[0]
    asked = next(act for act in read.acts if act.kind == "restoration-requested")
    assert read.act(asked.of).text == "2026-01-22"


def test_a_correction_made_here_stays_and_one_of_the_file_comes_after_it(case, tables, vocabulary):
    here = {"date": "2026-01-23", "act": "served", "of": "decision", "to": "person", "supersedes": "served"}
    actions.add_act(case, here, vocabulary, tables.owner, folders.AT)
    assert updating.update_for(case, told(vocabulary=vocabulary), vocabulary).empty
    update = take(case, told(("2026-01-22", "2026-01-24"), vocabulary=vocabulary), tables, vocabulary)
    assert [act.corrects.id for act in update.acts] == ["served-2"]
    assert updating.update_for(case, told(("2026-01-22", "2026-01-24"), vocabulary=vocabulary), vocabulary).empty


def test_a_correction_in_the_file_corrects_the_last_version_here(case, tables, vocabulary):
    here = {"date": "2026-01-23", "act": "served", "of": "decision", "to": "person", "supersedes": "served"}
    actions.add_act(case, here, vocabulary, tables.owner, folders.AT)
    there = (
        "to: person}\n  - {id: again, date: 2026-01-24, act: served, of: decision, to: person, supersedes: served}\n"
    )
    casefile = told(("to: person}\n", there), vocabulary=vocabulary)
    assert [act.corrects.id for act in take(case, casefile, tables, vocabulary).acts] == ["served-2"]
    assert casefiles.load(case, vocabulary)[0].act("again").supersedes == "served-2"
    assert updating.update_for(case, casefile, vocabulary).empty


def test_what_is_said_otherwise_of_the_person_and_of_a_source_is_kept_in_a_note(case, tables, vocabulary):
    casefile = told(
        ("en: Jane Doe-Marker}, aliases: [Dzhein]", "en: Jane Doe}"),
        ("title: Marker in the press", "title: The press"),
        ("with her aunt", "alone"),
        vocabulary=vocabulary,
    )
    update = take(case, casefile, tables, vocabulary)
    assert set(update.replaced) == {
        Replaced("person.name.en", "Jane Doe-Marker", "Jane Doe"),
        Replaced("note", "lives with her aunt in Markertown", "lives alone in Markertown"),
    }
    read = casefiles.load(case, vocabulary)[0]
    assert (read.names["en"], read.aliases, read.sources["az"].title) == ("Jane Doe", ("Dzhein",), "The press")
    [(_, note)] = rows.rows(case, Note)
    assert note["text"].splitlines() == [
        "Before the import",
        "person.name.en: Jane Doe-Marker → Jane Doe",
        "note: lives with her aunt in Markertown → lives alone in Markertown",
        "az: title: Marker in the press → The press",
    ]


def test_a_file_in_which_a_known_act_replaces_another_is_refused_whole(case, tables, vocabulary):
    before = sealed(case)
    casefile = told(
        ("act: custody-ordered,", "act: custody-ordered, supersedes: detention,"),
        ("40 sutki", "30 sutki"),
        ("with her aunt", "alone"),
        vocabulary=vocabulary,
    )
    with pytest.raises(PanahError) as caught:
        take(case, casefile, tables, vocabulary)
    assert [(problem.code, problem.line) for problem in caught.value.problems] == [("update-supersedes", 13)]
    assert sealed(case) == before
    assert casefiles.load(case, vocabulary)[0].note == "lives with her aunt in Markertown"


def test_what_somebody_changed_meanwhile_is_looked_at_again(case, tables, vocabulary):
    seen = queries.case(tables.owner, case.slug)
    actions.add_act(case, {"date": "2026-01-30", "act": "bars-submitted"}, vocabulary, tables.owner, folders.AT)
    with pytest.raises(RegisterError) as caught:
        take(seen, told(("40 sutki", "30 sutki"), vocabulary=vocabulary), tables, vocabulary)
    assert caught.value.code == "changed-meanwhile"
    assert case.acts.count() == 5


def test_a_failure_in_the_middle_leaves_everything_as_it_was(case, tables, vocabulary, monkeypatch):
    text = casefiles.text_of(case, vocabulary)
    casefile = told(("40 sutki", "30 sutki"), ("Jane Doe-Marker", "J"), ("Marker in", "M in"), vocabulary=vocabulary)

    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr(actions, "seal_act", fail)
    with pytest.raises(RuntimeError):
        take(case, casefile, tables, vocabulary)
    assert casefiles.text_of(queries.case(tables.owner, case.slug), vocabulary) == text
    assert rows.rows(case, Note) == []


def test_a_new_source_and_its_act_are_recorded_together_or_not_at_all(case, tables, vocabulary):
    paper = {"id": "s1", "title": "A copy in our hands"}
    act = {"date": "2026-01-30", "act": "bars-submitted", "sources": ["s1"]}
    assert actions.with_act(case, act, vocabulary, [paper]).sources["s1"].title == "A copy in our hands"
    with pytest.raises(PanahError):
        actions.add_act(case, {**act, "date": "2026-02-30"}, vocabulary, tables.owner, folders.AT, [paper])
    assert len(rows.rows(case, SourceRow)) == 1
    actions.add_act(case, act, vocabulary, tables.owner, folders.AT, [paper])
    assert casefiles.load(case, vocabulary)[0].acts[-1].sources == ("s1",)
    with pytest.raises(RegisterError):
        actions.add_act(case, act, vocabulary, tables.owner, folders.AT, [paper])
    assert case.acts.count() == 5


def test_an_act_whose_name_would_be_that_of_another_gets_one_of_its_own(case, tables, vocabulary):
    taken = {"id": "served-2", "date": "2026-01-30", "act": "bars-submitted"}
    actions.add_act(case, taken, vocabulary, tables.owner, folders.AT)
    told = {"date": "2026-02-01", "act": "served", "of": "decision", "to": "counsel"}
    actions.add_act(case, told, vocabulary, tables.owner, folders.AT)
    assert [act.id for act in casefiles.load(case, vocabulary)[0].acts][3:] == ["served", "served-2", "served-3"]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=any_casefile())
def test_any_case_given_out_goes_in_elsewhere_and_comes_out_the_same(register, text):
    casefile, _ = read_casefile(text, "f.yaml", VOCABULARY)
    given_out, _ = casefiles.text_of(actions.create_case(casefile, register.owner, folders.AT), VOCABULARY)
    again, _ = read_casefile(given_out, "g.yaml", VOCABULARY)
    there = actions.create_case(again, register.owner, folders.AT)
    assert casefiles.text_of(there, VOCABULARY)[0] == given_out
    assert updating.update_for(there, again, VOCABULARY).empty


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=any_casefile(), other=any_casefile(), draw=st.data())
def test_any_file_is_taken_once_and_loses_nothing(register, text, other, draw):
    """The file has some acts of the case and all acts of another, in any order; it says the rest as the other does."""
    first, second = (read_casefile(one, "f.yaml", VOCABULARY)[0] for one in (text, other))
    kept = draw.draw(st.sets(st.sampled_from([act for act in first.acts if not act.own_id] or [None])))
    acts = draw.draw(st.permutations([*second.acts, *filter(None, kept)]))
    mixed = second._replace(case=first.case, sources={**first.sources, **second.sources}, acts=tuple(acts))
    file, problems = read_casefile(write_casefile(mixed), "f.yaml", VOCABULARY)
    assume(not problems)
    case = actions.create_case(first, register.owner, folders.AT)
    before = sealed(case)
    try:
        take(case, file, register, VOCABULARY)
    except PanahError:
        event("refused")
        assert sealed(case) == before
        return
    event("taken")
    assert sealed(case)[: len(before)] == before
    read = casefiles.load(case, VOCABULARY)[0]
    assert set(read.sources) >= set(first.sources) | set(file.sources)
    assert updating.update_for(case, file, VOCABULARY).empty
    again, _ = read_casefile(casefiles.text_of(case, VOCABULARY)[0], "f.yaml", VOCABULARY)
    assert updating.update_for(case, again, VOCABULARY).empty
