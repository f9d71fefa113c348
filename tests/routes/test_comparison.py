"""Routes opened, closed, days gained: a route of two steps in Zedland, every day counted by hand."""

import pytest

from panah.procedure.replay import moments
from panah.routes.comparison import compare_routes, compared_routes, gained
from panah.routes.finding import find_routes
from zedland import casefile, day, zedland

WORDS = {"ru": "слово", "en": "word"}
DATED = {"from-day": "2020-01-01", "confidence": "high", "cite": ["xx-code 26"], "words": WORDS}
ROUTES = {
    "steps": {
        "term-over": {
            **DATED, "by": "time", "needs": ["granted"], "unless-filed": ["complaint"],
            "done": [{"stage": {"extradition": ["in-force"]}}], "shortest": {"end-of": "xx/extradition/complaint"},
        },
        "granted": {
            **DATED, "by": "prosecutor-general", "needs": [], "act": {"act": "extradition-granted"},
            "done": [{"stage": {"extradition": ["granted", "complaint-pending"]}}],
            "shortest": {"for": "9 days", "counting": "acts"},
        },
        "handed-over": {
            **DATED, "by": "police", "needs": ["term-over"], "act": {"act": "surrendered"}, "shortest": "same-day",
        },
    },
    "filings": {
        "complaint": {
            **DATED, "remedy": "xx/extradition/complaint", "act": {"act": "extradition-complaint-filed"},
            "needs": ["granted"], "done": [{"stage": {"extradition": ["complaint-pending"]}}],
        },
    },
    "routes": {
        "extradition": {
            **DATED, "id": "xx/route/extradition", "title": WORDS, "against": "extradition", "goal": "handed-over",
            "in-sight": [{"stage": {"extradition": ["requested", "granted", "complaint-pending"]}}],
            "filings": ["complaint"],
        },
    },
}  # fmt: skip


def with_routes(files):
    files["routes.yaml"] = ROUTES


LAW = zedland(with_routes)
REQUESTED = ["2025-03-02 detained ground=wanted", "2025-03-10 extradition-requested"]
GRANTED = [*REQUESTED, "2025-03-12 extradition-granted id=grant"]
SERVED = [*GRANTED, "2025-03-14 served of=grant to=person"]
FILED = [*SERVED, "2025-03-17 extradition-complaint-filed"]
ON = day("2025-03-17")


def routes(acts, law=LAW):
    return find_routes(moments(casefile(acts), law, as_of=ON), ON)


def only_change(before, after):
    (one,) = compare_routes(routes(before), routes(after))
    return one


def test_a_known_service_gains_the_days_by_which_the_term_moves():
    """The term ends on Wed 19 March or on Sun 23 March, the hand-over may come the day after."""
    one = only_change(GRANTED, SERVED)
    assert [found.nothing_filed.at_once for found in (one.before, one.after)] == [day("2025-03-20"), day("2025-03-24")]
    assert gained(one) == 4
    assert "if-nothing-filed" in one.differences
    assert gained(only_change(SERVED, GRANTED)) == -4


def test_a_complaint_closes_the_route_that_rests_on_the_term_running_out():
    one = only_change(SERVED, FILED)
    assert one.after.nothing_filed.at_once is None
    assert gained(one) is None


def test_a_route_that_is_in_sight_of_neither_is_left_out():
    assert compare_routes(routes(REQUESTED[:1]), routes(["2025-03-03 detained ground=wanted"])) == ()


@pytest.mark.parametrize("acts", [REQUESTED, GRANTED, SERVED, FILED])
def test_routes_are_not_otherwise_than_themselves(acts):
    assert compare_routes(routes(acts), routes(acts)) == ()


def test_plain_values_tell_both_routes_and_the_days_gained():
    before, after = routes(GRANTED), routes(SERVED)
    (plain,) = compared_routes(compare_routes(before, after), (before, LAW), (after, LAW), "en")
    assert (plain["change"], plain["gained-days"]) == ("changed", 4)
    assert [plain[side]["if-nothing-filed"]["at-once"] for side in ("before", "after")] == ["2025-03-20", "2025-03-24"]


@pytest.mark.parametrize(("on", "closes"), [("2024-12-31", False), ("2025-01-01", True)])
def test_by_the_law_of_a_day_without_a_filing_nothing_is_held_by_it(on, closes):
    """The filing is law from 2025 on; that the step names it, which is older, does no harm."""

    def younger(files):
        filing = {**ROUTES["filings"]["complaint"], "from-day": "2025-01-01"}
        files["routes.yaml"] = {**ROUTES, "filings": {"complaint": filing}}

    (found,) = routes(SERVED, zedland(younger, on=day(on))).found
    assert found.nothing_filed.at_once == day("2025-03-24")
    assert (found.all_filed.at_once is None) is closes
