"""The moment from which routes are found, where more than one pack judges the facts of a case."""

import json
from pathlib import Path

from panah.lawmodel import read_law
from panah.procedure import read_casefile
from panah.procedure.replay import moments, replay_with_moments
from panah.timelimits import parse_day

LAW = Path(__file__).parents[2] / "law"
TOLD = {
    "panah": 1,
    "case": "two-packs",
    "person": {"name": {"en": "Two Packs"}},
    "stays": "KZ",
    "acts": [
        {"date": "2025-10-20", "act": "protocol-drawn"},
        {"date": "2025-11-20", "act": "deported"},
        {"date": "2026-01-10", "act": "entered", "how": "lawful"},
    ],
}


def test_another_pack_does_not_move_the_facts_of_the_pack_at_home():
    law = read_law(LAW)[0]
    casefile, _ = read_casefile(json.dumps(TOLD), "case", law.vocabulary)
    day = parse_day("2026-02-05")
    assert law.accepted_by("KZ") != []
    # the ruling on which the expulsion rests is presumed: it comes after the record and before the expulsion
    in_order = ["protocol-drawn", "expulsion-ordered", "deported", "entered"]
    for moment in (*replay_with_moments(casefile, law, as_of=day)[1], *moments(casefile, law, as_of=day)):
        assert [(fact.at, fact.kind) for fact in moment.path.facts] == list(enumerate(in_order))
