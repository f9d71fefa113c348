"""The game against the replay: two descriptions of the law that must agree.

The steps of a fastest chain, added to the case as acts on their days, replay without breaking anything that binds by
domestic law; a chain of extradition or of a sentence that ends a day sooner breaks something.
"""

import json
from pathlib import Path

import pytest

from panah.lawmodel import read_law
from panah.procedure import read_casefile
from panah.procedure.replay import moments, replay
from panah.procedure.supposing import with_acts
from panah.routes.finding import find_routes
from panah.timelimits import iso, parse_day
from panah.yamlfiles import read_yaml

ROOT = Path(__file__).parents[2]
HEAD = {"panah": 1, "case": "worked-example", "person": {"name": {"en": "Worked Example"}}, "acts": []}
DAYS = ["2022-12-20", "2025-05-20", "2025-09-01", "2025-12-30", "2026-01-29", "2026-02-13"]
SHIELDED_TO_THE_DAY = {"kz/route/extradition", "kz/route/criminal-expulsion"}
"""Routes of which every waiting is also a protection; a day to leave that nobody has set yet is none."""


def cases():
    for path in sorted(ROOT.glob("law/*/examples/*.yaml")):
        node, _ = read_yaml(path.read_bytes(), path.name)
        texts = [(json.dumps({**HEAD, **example["case"]}), str(example["as-of"])) for example in node.data["examples"]]
        yield pytest.param(texts, id=f"{path.parent.parent.name}/{path.name}")
    for path in sorted(ROOT.glob("examples/*.yaml")):
        yield pytest.param([(path.read_text(encoding="utf-8"), day) for day in DAYS], id=path.name)


@pytest.fixture(scope="module")
def law():
    return read_law(ROOT / "law")[0]


@pytest.mark.parametrize("texts", list(cases()))
def test_a_fastest_chain_is_lawful_and_none_is_sooner(texts, law):
    for text, day in texts:
        casefile, _ = read_casefile(text, "case", law.vocabulary)
        today = parse_day(day)
        for found in find_routes(moments(casefile, law, as_of=today), today).found:
            if not found.chains[0]:
                continue
            last = found.chains[0][-1].day
            told = as_acts(found.chains[0], casefile)
            assert broken(text, told, last, law, certain=True) == [], (found.route.id, day, told)
            if last > today and found.route.id in SHIELDED_TO_THE_DAY and not keeps_the_file(found.chains[0], casefile):
                sooner = [line.replace(iso(last), iso(last - 1)) for line in told]
                assert broken(text, sooner, last - 1, law, certain=False), (found.route.id, day, sooner)


def keeps_the_file(chain, casefile):
    """Whether an appeal is filed and its term still runs: that a court keeps the file is no protection of the model."""
    appealed = any(one.kind == "sentence-appealed" for one in casefile.acts)
    return appealed and any(link.step.id == "appeal-term-over" for link in chain)


def as_acts(chain, casefile):
    """Write the steps of a chain as supposed acts; a step of time leaves no act."""
    told, made = [], {}
    for link in chain:
        act = link.step.act
        if act is None:
            continue
        words = f"{iso(link.day)} {act.act} id=played-{link.step.id}"
        for name, admitted, _ in act.fields:
            kind = min(admitted)
            if name == "of-act":
                recorded = [one.id for one in casefile.acts if one.kind == kind]
                words += f" of={made.get(kind) or recorded[-1]}"
            else:
                words += f" {name}={kind}"
        made[act.act] = f"played-{link.step.id}"
        told.append(words)
    return told


def broken(text, told, day, law, *, certain):
    """Name what the played acts break of what binds by domestic law, and those that do not fit."""
    casefile, problems = with_acts(text.encode(), "case", told, law.vocabulary)
    assert problems == []
    position = replay(casefile, law, as_of=day)
    breaches = [
        item.breach.id
        for item in position.breaches
        if (item.certain or not certain)
        and item.shield is not None
        and any(one.strength in {"bar", "suspends"} and one.source == "domestic" for one in item.shield.editions)
        and any(name.startswith("played-") for name in item.of)
    ]
    crossed = [item for item in position.anomalies if item.act.startswith("played-") and item.code != "dates-cross"]
    return breaches + [f"{item.kind} at {item.stage}" for item in crossed]
