"""A sample of small changes of the law: each is noticed by a worked example (`tools/mutate_law.py` runs them all)."""

import os
import random
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tool():
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import mutate_law
    finally:
        sys.path.pop(0)
    return mutate_law


def test_changes_of_the_law_are_noticed(tool):
    pack = tool.Pack("kz")
    known = tool.equivalents()
    changes = [one for one in pack.mutants() if f"kz/{one.name}" not in known]
    count = len(changes) if os.environ.get("PANAH_SOAK") else 40
    chosen = random.Random(20261124).sample(changes, count)  # noqa: S311 - a sample, not a secret
    assert [one.name for one in chosen if pack.notices(one) is None] == []


def test_every_change_listed_as_equivalent_is_a_change_and_has_its_reason(tool):
    names = {f"kz/{one.name}" for one in tool.Pack("kz").mutants()}
    assert {name for name in tool.equivalents() if name.startswith("kz/")} <= names
    assert all(len(why) > 30 for why in tool.equivalents().values())


def test_a_change_nobody_notices_is_told(tool):
    pack = tool.Pack("kz")
    file = next(name for name, data in pack.files.items() if "court-within-72h" in data.get("limits", {}))
    harmless = tool.Mutant(file, "custody", ("limits", "court-within-72h", "warning"), False, True)
    assert pack.notices(harmless) is None


@pytest.fixture(scope="module")
def routes_tool(tool):
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import mutate_routes
    finally:
        sys.path.pop(0)
    return mutate_routes


@pytest.mark.parametrize(
    "change",
    [
        "routes steps.granted.needs.0: requested -> nothing",
        "routes steps.handed-over.needs.1: in-hand -> nothing",
        "routes steps.requested.longest: no-term -> same-day",
        "routes filings.bars.asked: True -> False",
        "routes routes.civil-expulsion.filings.1: protest-request -> nothing",
        "routes routes.readmission.in-sight.0.until.1: {'act': 'left'} -> nothing",
    ],
)
def test_a_change_of_the_routes_is_noticed(tool, routes_tool, change):
    pack = tool.Pack("kz")
    assert routes_tool.notices(pack, next(one for one in routes_tool.mutants(pack) if one.name == change))


@pytest.mark.parametrize("pack", ["kz", "xx"])
def test_every_change_of_the_routes_listed_as_equivalent_is_a_change_and_has_its_reason(tool, routes_tool, pack):
    names = {f"{pack}/{one.name}" for one in routes_tool.mutants(tool.Pack(pack))}
    known = tool.equivalents("equivalent-routes")
    assert {name for name in known if name.startswith(f"{pack}/")} <= names
    assert all(len(why) > 30 for why in known.values())


def test_a_change_of_the_routes_that_nobody_notices_is_told(tool, routes_tool):
    pack = tool.Pack("kz")
    harmless = tool.Mutant("routes.yaml", "routes", ("steps", "requested", "confidence"), "high", "high")
    assert routes_tool.notices(pack, harmless) is None
