"""Moments of exposure: which are shown, on which days, in which cases they were seen; days are worked out by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from panah.lawmodel import Law, read_law
from panah.lawmodel.exposures import Day
from panah.procedure import read_casefile
from panah.procedure.replay import moments
from panah.routes.exposures import exposures_answer, exposures_of
from zedland import LAW, casefile, zedland

ROOT = Path(__file__).parents[2]
GATE = "xx/exposure/at-the-gate"
SET_EARLY = "xx/exposure/day-set-early"

KINDS = {
    "abducted": "abducted",
    "abduction-attempted": "abducted",
    "handed-over": "handed-over-outside-procedure",
    "returned-under-pressure": "returned-under-pressure",
    "deported": "expelled-before-appeal",
}
EVES = {
    ("abdramanov-zhetkerbai", "2022-12-31", "deported"),
    ("kachkurkin-alexander", "2026-01-27", "deported"),
    ("kasimov-kamil", "2024-03-31", "abducted"),
    ("unnamed-astana-attempt", "2026-01-28", "abduction-attempted"),
    ("zhilin-mikhail", "2022-12-28", "deported"),
}
"""The day before the first on which it may have happened; of the attempt only the day by which it had is known."""


def ordinal(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def shown(case: Any, as_of: str, law: Law = LAW) -> list[dict[str, Any]]:
    return exposures_answer(exposures_of(moments(case, law, as_of=ordinal(as_of))), "en")


def days(found: list[dict[str, Any]], name: str) -> list[Any]:
    return [(one["on"], one["of"]) for one in found if one["id"] == name]


def between(first: str, last: str) -> dict[str, str]:
    return {"earliest": first, "latest": last}


@pytest.fixture(scope="module")
def law() -> Law:
    found, problems = read_law(ROOT / "law")
    assert found is not None, problems
    return found


def public_cases(law: Law) -> dict[str, Any]:
    read = {path: read_casefile(path.read_text("utf-8"), path.name, law.vocabulary)[0] for path in PUBLIC}
    return {case.case: case for case in read.values() if case is not None}


PUBLIC = sorted((ROOT / "examples").glob("*.yaml"))


def test_on_the_eve_of_every_published_return_of_its_kind_the_kind_was_shown(law: Law) -> None:
    cases = public_cases(law)
    for name, eve, act in sorted(EVES):
        kinds = {one["kind"] for one in shown(cases[name], eve, law)}
        assert KINDS[act] in kinds, (name, eve)


def test_no_published_return_of_such_a_kind_is_left_out(law: Law) -> None:
    found = {
        (case.case, act.kind)
        for case in public_cases(law).values()
        if law.pack_of(case.stays) is not None
        for act in case.acts
        if act.kind in KINDS
    }
    assert found == {(name, act) for name, _, act in EVES}


def test_whoever_is_in_the_country_is_shown_every_kind(law: Law) -> None:
    """In custody, at liberty, with a status, or nobody knows where: nothing on record rules a kind out."""
    for case in public_cases(law).values():
        for as_of in ("2024-06-15", "2025-09-15", "2026-01-29"):
            here = moments(case, law, as_of=ordinal(as_of))
            kinds = {one.exposure.kind for one in exposures_of(here)}
            present = bool(here) and any(moment.gone is None for moment in here)
            assert kinds == (set(KINDS.values()) if present else set()), (case.case, as_of)


def test_no_stage_of_custody_leaves_a_kind_out(law: Law) -> None:
    """Wherever the track of custody stands, each kind may be at any hour."""
    at_any_hour = [one for one in law.packs["kz"].exposures if any(day == Day() for day in one.days)]
    for stage in law.vocabulary.stages["custody"]:
        kinds = {
            one.kind
            for one in at_any_hour
            for guard in one.when
            if guard.always or stage in dict(guard.stage).get("custody", ())
        }
        assert kinds == set(KINDS.values()), stage


def test_two_versions_of_a_day_make_one_span() -> None:
    """Detained on 2 or on 4 Feb: twenty days end from 21 Feb (the first counted) to 24 Feb (not counted)."""
    case = casefile(
        [
            {"date": "2026-02-02", "act": "detained", "id": "first", "ground": "wanted"},
            {"date": "2026-02-04", "act": "detained", "alternative-to": "first", "ground": "wanted"},
            "2026-02-05 custody-ordered kind=temporary",
        ]
    )
    assert days(shown(case, "2026-02-10"), GATE) == [
        ("now", None),
        (between("2026-02-21", "2026-02-24"), "xx/custody/short-custody-end"),
    ]


def test_two_days_set_are_two_days_to_be_there() -> None:
    case = casefile(
        [
            "2026-02-01 extradition-requested",
            "2026-02-05 extradition-granted",
            "2026-02-06 surrender-date-set set-for=2026-02-09",
            "2026-02-07 surrender-date-set set-for=2026-02-11",
        ]
    )
    assert days(shown(case, "2026-02-09"), SET_EARLY) == [
        (between("2026-02-09", "2026-02-09"), "surrender-date-set"),
        (between("2026-02-11", "2026-02-11"), "surrender-date-set-2"),
    ]
    assert [of for _, of in days(shown(case, "2026-02-10"), SET_EARLY)] == ["surrender-date-set-2"]


def test_what_may_be_at_any_hour_stands_before_days_and_days_in_order() -> None:
    case = casefile(
        [
            "2026-02-02 detained ground=wanted",
            "2026-02-03 custody-ordered kind=temporary",
            "2026-02-04 extradition-requested",
            "2026-02-05 extradition-granted",
            "2026-02-06 surrender-date-set set-for=2026-02-09",
        ]
    )
    order = [one["on"] if one["on"] == "now" else one["on"]["earliest"] for one in shown(case, "2026-02-07")]
    assert order == ["now", "now", "2026-02-09", "2026-02-21"]


def test_the_cases_in_which_it_happened_stand_beside_it() -> None:
    seen = {"at-the-gate": [{"case": "a", "shortest": 0, "longest": 2}, {"case": "b"}, {"case": "c", "shortest": 1}]}
    law = zedland(lambda files: files.__setitem__("recorded.yaml", {"cases": 3, "exposures": seen}))
    found = shown(casefile(["2026-02-02 detained ground=wanted"]), "2026-02-02", law)
    assert [one["cases"] for one in found if one["id"] == GATE] == [
        [
            {"case": "a", "days": {"shortest": 0, "longest": 2}},
            {"case": "b", "days": None},
            {"case": "c", "days": {"shortest": 1, "longest": None}},
        ]
    ]


def test_a_day_after_the_last_one_for_which_the_texts_were_read_says_so(law: Law) -> None:
    """Twelve months from 31 Aug 2025 end on 30 or 31 Aug 2026; the codes were read as of 30 Apr 2026."""
    acts = ["2025-08-31 detained ground=wanted", "2025-10-05 custody-ordered kind=extradition-arrest"]
    gate = [
        one for one in shown(casefile(acts, stays="KZ"), "2026-01-29", law) if one["id"].endswith("abducted-at-release")
    ]
    assert [(one["on"], one.get("not-verified-after")) for one in gate] == [
        ("now", None),
        (between("2026-08-30", "2026-08-31"), "2026-04-30"),
    ]


@pytest.mark.parametrize("gone", ["handed-over", "surrendered", "died", "left"])
def test_whoever_is_gone_is_shown_nothing(gone: str) -> None:
    case = casefile(["2026-02-02 detained ground=wanted", f"2026-02-05 {gone}"])
    assert shown(case, "2026-02-04") != []
    assert shown(case, "2026-02-05") == []


def test_a_country_without_law_has_no_exposures() -> None:
    assert shown(casefile(["2026-02-02 detained"], stays="KG"), "2026-02-04") == []
