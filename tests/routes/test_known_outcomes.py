"""Published cases that ended in a surrender: on the eve the route that was used is in sight, and comes no later."""

from pathlib import Path

import pytest

from panah.lawmodel import read_law
from panah.procedure import read_casefile
from panah.procedure.replay import moments
from panah.routes.finding import find_routes
from panah.timelimits import parse_day

ROOT = Path(__file__).parents[2]
SURRENDERED = [
    # Archakov: granted in December 2024, surrendered some day of January or February 2025
    ("archakov-yakub", "2024-12-31", "2025-02-28"),
    # Utambetov: requested and in custody, surrendered some day of December 2024
    ("utambetov-rinat", "2024-11-30", "2024-12-31"),
    # Emelyanova: the copy was handed over on Thu 29 Jan 2026; ten сутки end Sun 8 Feb, moved to Mon 9 Feb
    ("emelyanova-yulia", "2026-02-09", "2026-02-10"),
]


@pytest.mark.parametrize(("name", "eve", "happened"), SURRENDERED)
def test_the_route_that_was_used_was_in_sight_on_the_eve(name, eve, happened):
    law, _ = read_law(ROOT / "law")
    casefile, _ = read_casefile((ROOT / f"examples/{name}.yaml").read_text(encoding="utf-8"), name, law.vocabulary)
    day = parse_day(eve)
    found = {one.route.id: one for one in find_routes(moments(casefile, law, as_of=day), day).found}
    extradition = found["kz/route/extradition"]
    assert extradition.in_sight
    assert extradition.nothing_filed.at_once <= parse_day(happened)
