"""The rules of the contract, section 1a, one by one: runs, presumed acts, versions, knowledge, countries."""

import pytest

from zedland import ask, zedland

REQUEST = "2025-03-01 extradition-requested country=XZ"
ARREST = ["2025-03-02 detained ground=wanted", REQUEST, "2025-03-03 custody-ordered kind=extradition-arrest"]
SERVED = "2025-03-04 served of=grant to=person"
GRANT = [REQUEST, "2025-03-02 extradition-granted id=grant"]


def test_detained_again_runs_again():
    """1a.8: items of different runs share an id; `of` tells them apart."""
    acts = ["2025-03-02 detained ground=wanted", "2025-03-04 released", "2025-03-20 detained ground=wanted"]
    asked = ask(acts, "2025-03-20")
    of = {tuple(item["of"]): item["due"]["latest"] for item in asked.all("deadlines", "court-within-48h")}
    assert of == {("detained",): "2025-03-04", ("detained-2",): "2025-03-22"}


def test_an_act_meets_a_limit_of_its_own_run_only():
    """1a.8: without `run` an act belongs to the open run."""
    acts = ["2025-03-02 detained ground=wanted", "2025-03-03 released", "2025-03-20 detained ground=wanted"]
    asked = ask([*acts, "2025-03-21 custody-ordered kind=temporary"], "2025-03-30")
    met = {tuple(item["of"]): item["met-by"] for item in asked.all("deadlines", "court-within-48h")}
    assert met == {("detained",): ["released"], ("detained-2",): ["custody-ordered"]}


def test_run_ties_an_act_to_an_earlier_run():
    """1a.8: two detentions on two cases; the order on the first comes after the second detention."""
    acts = ["2025-03-02 detained ground=wanted run=one id=first", "2025-03-03 detained ground=wanted run=two id=second"]
    asked = ask([*acts, "2025-03-04 custody-ordered kind=temporary run=one id=order"], "2025-03-30")
    met = {tuple(item["of"]): item["met-by"] for item in asked.all("deadlines", "court-within-48h")}
    assert met == {("first",): ["order"], ("second",): []}
    assert len(asked.all("deadlines", "short-custody-end")) == 1
    assert asked.deadline("short-custody-end")["of"] == ["first"]


def test_the_fewest_unrecorded_acts_are_presumed():
    """1a.9: arrest needs a detention and a request; short custody between them is not needed."""
    asked = ask(["2025-03-10 custody-ordered kind=extradition-arrest"], "2025-03-11")
    assert sorted(asked.presumed()) == ["detained", "extradition-requested"]
    assert {item["ask-for"] for item in asked["presumed"]} == {"record of detention", "copy of the request"}
    assert all(item["between"]["latest"] == "2025-03-10" for item in asked["presumed"])
    assert asked.stage("custody") == "extradition-arrest"


def test_a_presumed_act_stands_between_its_neighbours_and_names_itself():
    """1a.9."""
    asked = ask(
        ["2025-03-02 detained ground=wanted", "2025-03-10 custody-ordered kind=extradition-arrest"], "2025-03-11"
    )
    assert asked["presumed"][0]["between"] == {"earliest": "2025-03-02", "latest": "2025-03-10"}
    extradition = next(item for item in asked["stages"] if item["track"] == "extradition")
    assert extradition["by"] == ["presumed/extradition-requested"]
    assert extradition["presumed"] is True


def test_a_presumed_act_cannot_meet_a_limit_of_an_authority():
    """1a.9: the release presumed between two detentions does not show that the cap was kept."""
    acts = [*ARREST, "2025-12-01 detained ground=wanted"]
    asked = ask(acts, "2025-12-02")
    assert asked.presumed() == ["released"]
    assert asked.all("deadlines", "arrest-end")[0]["met-by"] == []


def test_what_no_chain_explains_is_an_anomaly():
    """1a.9: nobody is refused extradition after being surrendered."""
    asked = ask([*GRANT, "2025-04-01 surrendered", "2025-04-10 extradition-refused"], "2025-05-01")
    assert asked.anomalies() == [("extradition-refused", "not-allowed-here")]
    assert asked.stage("extradition") == "surrendered"


def test_presuming_does_not_hide_a_breach_that_the_sources_state():
    """1a.9: surrendered while the complaint was pending."""
    acts = [*GRANT, "2025-03-05 extradition-complaint-filed", "2025-03-06 surrendered"]
    breach = ask(acts, "2025-03-07").one("breaches", "surrendered-too-early")
    assert breach["certain"] is True
    assert breach["of"] == ["surrendered"]


def test_reports_that_cross_are_one_detention():
    """The order is dated a day before the detention it rests on: no second detention is presumed."""
    asked = ask(["2025-03-02 custody-ordered kind=temporary", "2025-03-03 detained ground=wanted"], "2025-03-04")
    assert asked.presumed() == []
    assert asked.anomalies() == [("detained", "dates-cross")]
    assert asked.stage("custody") == "temporary-custody"


TOLD_TWICE = [*ARREST, "2025-08-01 released id=early", "2025-10-01 released id=late alternative-to=early"]


def test_versions_are_joined():
    """1a.10: released within the cap of 1 September, or a month past it."""
    asked = ask(TOLD_TWICE, "2025-11-01")
    assert asked.state("arrest-end") == "undetermined"
    breach = asked.one("breaches", "held-past-cap")
    assert breach["certain"] is False
    assert breach["in-versions"] == ["late"]
    custody = asked["stages"][0]
    assert custody["since"] == {"earliest": "2025-08-01", "latest": "2025-10-01"}


def test_versions_may_be_different_acts_and_the_first_is_the_outcome():
    """1a.10."""
    acts = [*GRANT, "2025-05-01 released id=free", "2025-05-02 surrendered id=gone alternative-to=free"]
    for told in (acts, [*acts[:2], acts[3], acts[2]]):
        asked = ask(told, "2025-06-01")
        assert asked["outcome"] == "at-liberty"
        assert asked["outcome-versions"] == ["at-liberty", "extradited"]


def test_of_the_first_version_holds_in_all():
    """1a.10: served on 4 March, whenever the grant was: by 11 March."""
    acts = [
        *GRANT,
        "2025-03-03 extradition-granted id=other alternative-to=grant",
        "2025-03-04 served of=grant to=person",
    ]
    asked = ask(acts, "2025-03-05")
    assert asked.due("complaint") == ("2025-03-11", "2025-03-11")
    assert "in-versions" not in asked.deadline("complaint")


def test_of_follows_corrections():
    """1a.10: a correction of the grant keeps its service."""
    acts = [*GRANT, "2025-03-03 extradition-granted id=other supersedes=grant", SERVED]
    assert ask(acts, "2025-03-05").deadline("complaint")["due"]["latest"] == "2025-03-11"


def test_disputed_alone_changes_nothing():
    """1a.10."""
    disputed = [{"date": "2025-08-01", "act": "released", "certainty": "disputed"}]
    plain = [{"date": "2025-08-01", "act": "released"}]
    one, other = ask([*ARREST, *disputed], "2025-11-01"), ask([*ARREST, *plain], "2025-11-01")
    assert one.state("arrest-end") == other.state("arrest-end") == "met"
    assert one["breaches"] == other["breaches"] == []


@pytest.mark.parametrize("groups", [6, 7, 12])
def test_many_versions_are_told_one_group_at_a_time(groups):
    """1a.10: up to 64 combinations together; an item is still found in its versions beyond that."""
    pairs = [
        f"2025-0{number % 6 + 3}-{number + 10} recorded what=x id={name}{number}{also.format(number)}"
        for number in range(groups - 1)
        for name, also in (("a", ""), ("b", " alternative-to=a{}"))
    ]
    asked = ask([*TOLD_TWICE, *pairs], "2025-11-01")
    assert asked.one("breaches", "held-past-cap")["in-versions"] == ["late"]


def test_what_was_not_yet_known_is_left_out_and_corrections_too():
    """1a.11."""
    release = {"date": "2025-08-01", "act": "released", "id": "free", "known-since": "2025-09-20"}
    corrected = {"date": "2025-09-10", "act": "released", "supersedes": "free", "known-since": "2025-10-20"}
    acts = [*ARREST, release, corrected]
    assert ask(acts, "2025-09-15", known_on="2025-09-15").state("arrest-end") == "missed"
    assert ask(acts, "2025-09-15", known_on="2025-09-20").state("arrest-end") == "met"
    assert ask(acts, "2025-11-01", known_on="2025-10-20").state("arrest-end") == "missed"


def test_a_source_published_before_the_act_does_not_make_it_known_before_it_happened():
    """1a.11."""
    sources = {"early": {"published": "2025-01-01"}}
    acts = [{"date": "2025-03-02", "act": "detained", "sources": ["early"]}]
    assert ask(acts, "2025-03-05", known_on="2025-03-01", sources=sources).stage("custody") == "none"
    assert ask(acts, "2025-03-05", known_on="2025-03-02", sources=sources).stage("custody") == "detained"


def test_an_act_with_an_open_end_is_known_from_its_sources():
    """1a.11."""
    sources = {"later": {"published": "2025-03-20"}}
    acts = [{"date": "2025-03-02/..", "act": "detained", "sources": ["later"]}]
    assert ask(acts, "2025-03-25", known_on="2025-03-19", sources=sources).stage("custody") == "none"
    assert ask(acts, "2025-03-25", known_on="2025-03-20", sources=sources).stage("custody") == "detained"


def test_a_track_moves_only_on_acts_in_its_country():
    """1a.12."""
    asked = ask(["2025-03-02 detained ground=wanted country=KG"], "2025-03-03")
    assert asked.stage("custody") == "none"
    assert asked["deadlines"] == []
    assert "no-law-for-country" in [note["code"] for note in asked["notes"]]


def test_acts_of_the_seeking_state_move_its_extradition_here():
    """1a.12."""
    asked = ask(["2025-03-01 wanted-listed country=XZ", REQUEST], "2025-03-03")
    assert asked.stage("extradition") == "requested"
    assert ask(["2025-03-02 detained ground=wanted country=XZ"], "2025-03-03").stage("custody") == "none"


def test_acts_before_the_first_edition_are_named_and_not_judged():
    """1a.12, section 1: Zedland is known from 2020."""
    asked = ask(["2019-03-02 detained ground=wanted"], "2019-04-01")
    assert asked["deadlines"] == []
    assert "before-first-edition" in [note["code"] for note in asked["notes"]]


def test_an_extension_counts_only_after_a_grant():
    """The cap of 1 September moves by a month where a grant stands, and not otherwise."""
    extended = "2025-08-20 custody-extended for=1_month"
    assert ask([*ARREST, extended], "2025-08-21").due("arrest-end") == ("2025-09-01", "2025-09-01")
    asked = ask([*ARREST, "2025-08-10 extradition-granted", extended], "2025-08-21")
    assert asked.due("arrest-end") == ("2025-10-01", "2025-10-01")


def test_a_halt_suspends_the_window():
    """A grant in force and halted: the month for the hand-over stands still."""
    acts = [
        *GRANT,
        "2025-03-05 extradition-complaint-filed",
        "2025-03-20 extradition-complaint-decided outcome=dismissed",
    ]
    assert ask(acts, "2025-03-25").state("surrender-window") == "running"
    assert ask([*acts, "2025-03-24 extradition-suspended"], "2025-03-25").state("surrender-window") == "suspended"


def test_nothing_is_due_of_those_who_are_gone():
    """Handed over on 12 April: what would end later is not due, nothing is left to file, the past stays."""
    acts = [*ARREST, "2025-04-02 extradition-granted", "2025-04-12 surrendered"]
    asked = ask(acts, "2025-05-01")
    assert asked["outcome"] == "extradited"
    assert asked["remedies"] == []
    assert asked["protections"] == []
    assert asked.state("arrest-end") == "met"
    assert all(item["due"]["safe"] <= "2025-04-12" for item in asked["deadlines"] if item["state"] != "met")


def _complaint_shield_ends(between):
    def change(plain):
        plain["extradition.yaml"]["shields"]["complaint-pending"]["until-day"] = between

    return zedland(change)


@pytest.mark.parametrize(
    ("surrendered", "certain"), [("2026-02-09", True), ("2026-02-10", False), ("2026-02-11", None)]
)
def test_of_an_old_text_whose_last_day_is_uncertain_no_breach_is_sure(surrendered, certain):
    """1a.5: in force until 9 or 10 February; on the 10th perhaps, on the 11th no more. Time for complaint is past."""
    law = _complaint_shield_ends("2026-02-10/2026-02-11")
    asked = ask(
        [
            "2026-01-05 extradition-requested country=XZ",
            "2026-01-20 extradition-granted id=grant",
            "2026-01-21 served of=grant to=person",
            "2026-01-23 extradition-complaint-filed",
            f"{surrendered} surrendered to=XZ",
        ],
        "2026-02-20",
        law=law,
    )
    found = [one["certain"] for one in asked["breaches"] if one["id"] == "xx/extradition/surrendered-too-early"]
    assert found == ([] if certain is None else [certain])
