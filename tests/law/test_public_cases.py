"""The published cases, worked by hand on the eve, on the day and after, in ``public_cases/``.

Of each day a file tells ``outcome`` (``outcomes``: of all versions), ``stages`` (every track, with the stage of every
version), ``since``, ``certain`` (every breach that is certain), ``perhaps`` (breaches that must stand uncertain),
``protections`` (strength, whether it holds, source), ``deadlines``, ``remedies``, ``presumed`` (parts of it),
``absent``.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from panah.lawmodel import Law, read_law
from panah.procedure import read_casefile
from panah.procedure.answers import answer
from panah.procedure.replay import replay

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "public_cases"
TODAY = "2026-01-29"


def _days() -> list[tuple[str, dict[str, Any]]]:
    found: list[tuple[str, dict[str, Any]]] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for case in yaml.load(path.read_text("utf-8"), yaml.BaseLoader):  # noqa: S506 - every value a word, as written
            found += [(case["case"], day) for day in case["days"]]
    return found


@pytest.fixture(scope="module")
def law(tmp_path_factory: pytest.TempPathFactory) -> Law:
    found, problems = read_law(ROOT / "law", tmp_path_factory.mktemp("cache"))
    assert found is not None, problems
    return found


def _words(value: object) -> str:
    return "none" if value is None else str(value)


def _stages(answered: dict[str, Any]) -> dict[str, list[str]]:
    stages: dict[str, list[str]] = {}
    for item in answered["stages"]:
        stages.setdefault(item["track"], []).append(item["stage"])
    return {track: sorted(set(found)) for track, found in stages.items() if set(found) != {"none"}}


def _protection(item: dict[str, Any]) -> str:
    return f"{item['strength']} {item['holds']} {item['source']}"


def _flat(item: dict[str, Any]) -> dict[str, str]:
    """The parts of a deadline or a remedy by which a day tells it."""
    days = item.get("due") or {"until": item.get("until")}
    return {"state": item["state"], **{key: _words(value) for key, value in days.items()}}


def _found(answered: dict[str, Any], kind: str, key: str) -> dict[str, Any] | None:
    """The item of an id, or of ``id of act``; None when there is none or more than one."""
    name, _, of = key.partition(" of ")
    alike = [item for item in answered[kind] if item["id"] == name and (not of or of in item["of"])]
    return alike[0] if len(alike) == 1 else None


def _wrong(day: dict[str, Any], answered: dict[str, Any]) -> list[str]:
    wrong = [] if day.get("outcome") in {None, answered["outcome"]} else [f"outcome {answered['outcome']}"]
    if "outcomes" in day and set(day["outcomes"]) != set(answered.get("outcome-versions", [])):
        wrong.append(f"outcomes {answered.get('outcome-versions')}")
    stages = _stages(answered)
    if "stages" in day and {track: sorted(found) for track, found in day["stages"].items()} != stages:
        wrong.append(f"stages {stages}")
    since = {item["track"]: f"{item['since']['earliest']}/{item['since']['latest']}" for item in answered["stages"]}
    wrong += [
        f"since {track} {since.get(track)}" for track, days in day.get("since", {}).items() if since.get(track) != days
    ]
    certain = sorted({item["id"] for item in answered["breaches"] if item["certain"]})
    if sorted(day["certain"]) != certain:
        wrong.append(f"certain {certain}")
    perhaps = {item["id"] for item in answered["breaches"] if not item["certain"]}
    wrong += [f"not perhaps: {name}, of {sorted(perhaps)}" for name in day.get("perhaps", []) if name not in perhaps]
    protections = {item["id"]: _protection(item) for item in answered["protections"]}
    expected = day.get("protections", {})
    wrong += [f"{name}: {protections.get(name)}" for name, words in expected.items() if protections.get(name) != words]
    if "no-other-protection" in day and set(protections) != set(expected):
        wrong.append(f"protections {sorted(protections)}")
    for kind in ("deadlines", "remedies"):
        for key, part in day.get(kind, {}).items():
            item = _found(answered, kind, key)
            flat = {} if item is None else _flat(item)
            wrong += [f"{key}: {name} {flat.get(name)}" for name, value in part.items() if flat.get(name) != value]
    presumed = [item["act"] for item in answered["presumed"]]
    wrong += [f"presumed {presumed}" for act in day.get("presumed", []) if act not in presumed]
    there = {f"{kind} {item['id']}" for kind in ("protections", "breaches") for item in answered[kind]}
    return wrong + [f"must not be there: {key}" for key in day.get("absent", []) if key in there]


@pytest.mark.parametrize(
    ("case", "day"), [pytest.param(case, day, id=f"{case} {day['as-of']}") for case, day in _days()]
)
def test_a_published_case_on_a_day(case: str, day: dict[str, Any], law: Law) -> None:
    path = ROOT / "examples" / f"{case}.yaml"
    casefile, problems = read_casefile(path.read_text("utf-8"), path.name, law.vocabulary)
    assert casefile is not None, problems
    position = replay(casefile, law, as_of=date.fromisoformat(day["as-of"]).toordinal())
    wrong = _wrong(day, json.loads(json.dumps(answer(position, casefile, law, "en"))))
    assert not wrong, "\n".join([day["why"], *wrong])


def test_every_published_case_is_worked_today() -> None:
    worked = {case for case, day in _days() if day["as-of"] >= TODAY}
    assert worked == {path.stem for path in (ROOT / "examples").glob("*.yaml")}
