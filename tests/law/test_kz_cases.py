"""Kazakhstan, worked by hand: each case of ``kz_cases/`` is a case file, a day, and what the answer must hold.

The arithmetic stands beside each case under ``why``. A case may leave out the head of the file (format, name, person,
states); ``expect`` is a part of the JSON answer, items found by their ids; ``absent`` lists what must not be there and
``never-certain`` breaches that may stand only with ``certain: false``.
"""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from panah.lawmodel import Law, read_law
from panah.procedure import read_casefile
from panah.procedure.answers import answer
from panah.procedure.replay import replay

FOLDER = Path(__file__).parent / "kz_cases"
LAW = Path(__file__).parents[2] / "law"
COMMAND = "import sys; from panah.cli.main import main; sys.exit(main())"
LISTS = ("deadlines", "remedies", "protections", "breaches")
HEAD = {
    "panah:": "panah: 1",
    "case:": "case: micro-case",
    "person:": "person: {name: {ru: Иван Пример}, citizenship: [RU]}",
    "stays:": "stays: KZ",
    "wanted-by:": "wanted-by: RU",
}


def _cases() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        found += yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - every value a word, as written
    return found


def _casefile_text(case: dict[str, Any]) -> str:
    text = str(case["case"])
    said = {line.split()[0] for line in text.splitlines() if line and not line.startswith((" ", "-"))}
    return "\n".join([line for key, line in HEAD.items() if key not in said] + [text])


@pytest.fixture(scope="module")
def law(tmp_path_factory: pytest.TempPathFactory) -> Law:
    found, problems = read_law(LAW, tmp_path_factory.mktemp("cache"))
    assert found is not None, problems
    return found


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _word(value: object) -> str:
    """A value of the answer as the case writes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)


def _differences(expected: object, found: object, where: str) -> list[str]:
    """What of ``expected`` is not in ``found``; a list means the whole list, in order."""
    if isinstance(expected, dict):
        if not isinstance(found, dict):
            return [f"{where}: expected {expected}, found {found}"]
        return [text for key, part in expected.items() for text in _differences(part, found.get(key), f"{where}.{key}")]
    if isinstance(expected, list):
        words = [_word(item) for item in found] if isinstance(found, list) else _word(found)
        return [] if words == expected else [f"{where}: expected {expected}, found {words}"]
    return [] if _word(found) == expected else [f"{where}: expected {expected}, found {_word(found)}"]


def _item(answered: dict[str, Any], kind: str, key: str) -> tuple[dict[str, Any] | None, str]:
    """The item of an id, or of ``id of act``, and what else of that kind there is."""
    name, _, of = key.partition(" of ")
    alike = [item for item in answered[kind] if item["id"] == name and (not of or of in item.get("of", ()))]
    return (alike[0] if len(alike) == 1 else None), f"{len(alike)} of {[item['id'] for item in answered[kind]]}"


def _check(case: dict[str, Any], answered: dict[str, Any]) -> list[str]:
    wrong: list[str] = []
    expect = dict(case.get("expect") or {})
    stages = {item["track"]: item["stage"] for item in answered["stages"]}
    for track, stage in (expect.pop("stages", None) or {}).items():
        if stages.get(track, "none") != stage:
            wrong.append(f"stages.{track}: expected {stage}, found {stages.get(track, 'none')}")
    presumed = [item["act"] for item in answered["presumed"]]
    missing = [act for act in expect.pop("presumed", None) or [] if act not in presumed]
    if missing:
        wrong.append(f"presumed: expected {missing}, found {presumed}")
    for kind in LISTS:
        for key, part in (expect.pop(kind, None) or {}).items():
            item, others = _item(answered, kind, key)
            if item is None:
                wrong.append(f"{kind}: expected one {key}, found {others}")
            else:
                wrong += _differences(part or {}, item, f"{key}")
    wrong += _differences(expect, answered, "answer")
    there = {f"{kind} {item['id']}" for kind in LISTS for item in answered[kind]}
    wrong += [f"must not be there: {key}" for key in case.get("absent") or [] if key in there]
    for key in case.get("never-certain") or []:
        if any(item["certain"] for item in answered["breaches"] if item["id"] == key):
            wrong.append(f"a certain breach that is not certain: {key}")
    return wrong


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in _cases()])
def test_case_worked_by_hand(case: dict[str, Any], law: Law) -> None:
    casefile, problems = read_casefile(_casefile_text(case), "micro.yaml", law.vocabulary)
    assert casefile is not None, problems
    known_on = _ordinal(case["known-on"]) if "known-on" in case else None
    position = replay(casefile, law, as_of=_ordinal(case["as-of"]), known_on=known_on)
    answered = json.loads(json.dumps(answer(position, casefile, law, "en")))
    wrong = _check(case, answered)
    assert not wrong, "\n".join([case["why"], *wrong])


@pytest.mark.parametrize("case", [pytest.param(c, id=c["name"]) for c in _cases() if c.get("by-command") == "yes"])
def test_case_worked_by_hand_through_the_command(case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "micro.yaml"
    file.write_text(_casefile_text(case), encoding="utf-8")
    days = ["--as-of", case["as-of"]] + (["--known-on", case["known-on"]] if "known-on" in case else [])
    command = [sys.executable, "-c", COMMAND, "case", str(file), *days, "--json", "--lang", "en"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    wrong = _check(case, json.loads(done.stdout)["cases"][0])
    assert not wrong, "\n".join([case["why"], *wrong])


def test_names_of_cases_are_unique() -> None:
    names = [case["name"] for case in _cases()]
    assert len(names) == len(set(names))
    assert len(names) >= 40
