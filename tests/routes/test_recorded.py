"""What recorded cases show: days from a filing to its answer, and cases in which it happened; worked out by hand."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from panah.lawmodel import Law, read_law
from panah.lawmodel.exposures import Seen
from panah.lawmodel.reading import law_from, law_texts, parse_files, plain_of
from panah.procedure import read_casefile
from panah.routes.recorded import recorded
from zedland import casefile, zedland

ROOT = Path(__file__).parents[2]
FILING = {
    "remedy": "xx/extradition/complaint",
    "act": {"act": "extradition-complaint-filed"},
    "answered-by": [{"act": "extradition-complaint-decided"}],
    "from-day": "2020-01-01",
}
LAW = zedland(lambda files: files.__setitem__("routes.yaml", {"filings": {"complaint": FILING}, "routes": {}}))
FILED = "extradition-complaint-filed"
DECIDED = "extradition-complaint-decided outcome=dismissed"


def found(acts: list[Any], **head: Any) -> Any:
    return recorded([casefile(acts, **head)], LAW, LAW.packs["xx"])


def waited(*acts: Any, **head: Any) -> list[tuple[int | None, int | None]]:
    return [(seen.shortest, seen.longest) for seen in found(list(acts), **head).filings.get("complaint", ())]


def test_days_between_two_known_days() -> None:
    assert waited(f"2026-02-10 {FILED}", f"2026-02-24 {DECIDED}") == [(14, 14)]


def test_a_month_makes_a_span() -> None:
    """From 28 Feb 5 days, from 1 Feb 28 and 4 more."""
    assert waited(f"2026-02 {FILED}", f"2026-03-05 {DECIDED}") == [(5, 32)]


def test_dates_that_overlap_begin_at_the_same_day() -> None:
    """Both in February, in this order: on one day, or on the 1st and the 28th."""
    assert waited(f"2026-02 {FILED}", f"2026-02 {DECIDED}") == [(0, 27)]


def test_a_filing_known_only_to_be_before_a_day_bounds_nothing_above() -> None:
    assert waited(f"2026-02-10 {FILED}", f"2026-02-24/.. {DECIDED}") == [(14, None)]


def test_an_answer_of_a_month_may_follow_a_filing_inside_it() -> None:
    """Filed on 10 Feb, answered in February: between the same day and 28 Feb. Not so once the month is over."""
    assert waited(f"2026-02-10 {FILED}", f"2026-02 {DECIDED}") == [(0, 18)]
    assert waited(f"2026-03-01 {FILED}", f"2026-02 {DECIDED}") == []


def test_without_an_answer_nothing_is_told() -> None:
    assert waited(f"2026-02-10 {FILED}") == []
    assert waited(f"2026-02-09 {DECIDED}", f"2026-02-10 {FILED}") == []


def test_each_answer_is_that_of_the_last_filing_before_it() -> None:
    acts = [f"2026-02-01 {FILED}", f"2026-02-03 {DECIDED}", f"2026-02-10 {FILED}", f"2026-02-15 {DECIDED}"]
    assert waited(*acts) == [(2, 2), (5, 5)]


def test_an_answer_that_names_its_filing_is_that_of_this_one() -> None:
    acts = [
        f"2026-02-01 {FILED} id=first",
        f"2026-02-05 {FILED} id=second",
        f"2026-02-08 {DECIDED} of=first",
    ]
    assert waited(*acts) == [(7, 7)]


def test_versions_of_an_answer_make_one_span() -> None:
    acts = [
        f"2026-02-10 {FILED}",
        f"2026-02-20 {DECIDED} id=told",
        f"2026-02-24 {DECIDED} alternative-to=told",
    ]
    assert waited(*acts) == [(10, 14)]


def test_what_happened_in_another_country_shows_nothing_here() -> None:
    assert waited(f"2026-02-10 {FILED} country=KG", f"2026-02-24 {DECIDED} country=KG") == []
    assert waited(f"2026-02-10 {FILED}", f"2026-02-24 {DECIDED}", stays="KG") == []


HELD = ["2026-02-02 detained ground=wanted", "2026-02-03 custody-ordered kind=temporary"]
GATE, CELL, EARLY = "xx/exposure/at-the-gate", "xx/exposure/from-custody", "xx/exposure/day-set-early"


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        (["2026-02-10 released", "2026-02-13 abducted"], {GATE: (3, 3)}),
        (["2026-02-10 released", "2026-02-14 abducted"], {}),  # the fourth day
        (["2026-02-10/2026-02-12 released", "2026-02-14 abducted"], {GATE: (2, 4)}),  # within three days, perhaps
        (["2026-02-10 released", "2026-02 abducted"], {GATE: (0, 18)}),  # from the same day to 28 Feb
        (["2026-02-13 abducted", "2026-02-14 released"], {}),  # never released before it
        (["2026-02-13 handed-over"], {CELL: (None, None)}),
        # Twenty days end on 21 or 22 Feb; three days after the later end is 25 Feb.
        (["2026-02-24 surrendered"], {EARLY: (2, 3)}),
        (["2026-02-25 surrendered"], {EARLY: (3, 4)}),
        (["2026-02-26 surrendered"], {}),
        (["2026-02-20 surrendered"], {}),  # before the end
    ],
)
def test_it_happened_at_such_a_moment(acts: list[str], expected: dict[str, tuple[int | None, int | None]]) -> None:
    seen = found([*HELD, *acts]).exposures
    assert {name: [(one.shortest, one.longest) for one in cases] for name, cases in seen.items()} == {
        name: [days] for name, days in expected.items()
    }


def test_the_last_such_moment_counts() -> None:
    acts = [*HELD, "2026-02-10 released", "2026-02-11 detained ground=wanted", "2026-02-12 released"]
    assert found([*acts, "2026-02-13 abducted"]).exposures == {GATE: (Seen("a-case", 1, 1),)}


def test_the_files_shipped_are_those_of_the_public_cases() -> None:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        from recorded import pages
    finally:
        sys.path.remove(str(ROOT / "tools"))
    law, problems = read_law(ROOT / "law")
    assert law is not None, problems
    made = pages(law)
    assert sorted(made) == sorted((ROOT / "law").glob("*/recorded.yaml")), "run: python tools/recorded.py"
    stale = [path.name for path, text in made.items() if path.read_text("utf-8") != text]
    assert not stale, "run: python tools/recorded.py"


def public_cases(law: Law) -> list[Any]:
    paths = sorted((ROOT / "examples").glob("*.yaml"))
    return [read_casefile(path.read_text("utf-8"), path.name, law.vocabulary)[0] for path in paths]


def filing(act: str, answer: str) -> dict[str, object]:
    return {"remedy": "kz/any", "act": {"act": act}, "answered-by": [{"act": answer}], "from-day": "2015-01-01"}


def test_how_long_filings_waited_in_published_cases() -> None:
    """Worked by hand from the dates of the files.

    Movlaev: complaint of 30 Jan to 12 Feb, ruling of 24 Feb 2026; claim of 31 Dec to 18 Jan, judgment of 26 or 27 Feb.
    Korobov: claim of 1 Sep 2025 to 4 Feb, judgment of 5 Feb 2026. Sodaba: of 2 Oct to 31 Dec, judgment in Dec 2024.
    Zhilin: appeal of 2 to 28 Dec, decided on 28 Dec 2022. Yuldasheva: of 16 to 25 Nov, decided on 25 Nov 2022.
    """
    nodes, problems = parse_files(law_texts(ROOT / "law"))
    assert problems == []
    plain = plain_of(nodes)
    filings = {
        "complaint": filing("extradition-complaint-filed", "extradition-complaint-decided"),
        "claim": filing("claim-filed", "judgment"),
        "sentence-appeal": filing("sentence-appealed", "sentence-appeal-decided"),
        "custody-complaint": filing("custody-appealed", "custody-appeal-decided"),
    }
    plain["kz"]["routes.yaml"] = {"filings": filings, "routes": {}}
    law = law_from(plain)
    assert recorded(public_cases(law), law, law.packs["kz"]).filings == {
        "complaint": (Seen("movlaev-mansur", 12, 25),),
        "claim": (Seen("korobov-evgeny", 1, 157), Seen("movlaev-mansur", 39, 58), Seen("sodaba-afghan-student", 0, 90)),
        "sentence-appeal": (Seen("zhilin-mikhail", 0, 26),),
        "custody-complaint": (Seen("yuldasheva-tleubike", 0, 9),),
    }


def test_what_happened_at_such_moments_in_published_cases() -> None:
    """Worked by hand from the dates of the files.

    Kasimov: let go and seized in April 2024. Kachkurkin: ruling of 28 Jan, on the plane by 31 Jan 2026. Zhilin: the
    appeal upheld on 28 Dec 2022, refused asylum on 30 Nov, at the border on 29 or 30 Dec.
    """
    law, problems = read_law(ROOT / "law")
    assert law is not None, problems
    assert {name.rpartition("/")[2]: cases for name, cases in law.packs["kz"].recorded.exposures.items()} == {
        "abducted-at-release": (Seen("kasimov-kamil", 0, 29),),
        "abducted-at-liberty": (Seen("kasimov-kamil", None, None), Seen("unnamed-astana-attempt", None, None)),
        "expelled-when-stopped": (Seen("kachkurkin-alexander", 0, 3),),
        "expelled-before-appeal": (Seen("kachkurkin-alexander", 0, 3), Seen("zhilin-mikhail", 1, 2)),
        "expelled-after-refusal": (Seen("zhilin-mikhail", 29, 30),),
    }
