"""What `panah law check` finds: each fault, in a law that is otherwise right, with its file, line and words."""

from pathlib import Path

import pytest

from lawmodel_folders import LAW, changed, zedland
from panah.lawmodel.linting import check, check_texts
from panah.texts import render
from panah.yamlfiles import read_yaml

BAD = Path(__file__).parent / "bad"


def test_the_law_as_shipped_has_no_fault():
    assert [render(problem, "en") for problem in check(LAW)] == []


def test_zedland_alone_has_no_fault():
    assert [render(problem, "en") for problem in check_texts(zedland())] == []


def faults():
    for path in sorted(BAD.glob("*.yaml")):
        node, problems = read_yaml(path.read_bytes(), path.name)
        assert problems == []
        for number, fault in enumerate(node.data["faults"]):
            yield pytest.param(fault, id=f"{path.stem}: {fault.get('name', number)}")


@pytest.mark.parametrize("fault", list(faults()))
def test_a_fault_is_found_with_its_line_and_words(fault):
    texts = changed(fault["file"], fault["old"], fault["new"])
    problems = check_texts(texts)
    written = texts[fault["file"]].decode().splitlines()
    told = [problem for problem in problems if problem.code == fault["code"]]
    assert told, [render(problem, "en") for problem in problems]
    lines = [written[problem.line - 1] for problem in told if problem.file == fault.get("told-in", fault["file"])]
    if "told-in" not in fault:
        assert any(fault["line"] in line for line in lines), lines
    words = [render(problem, lang) for problem in told for lang in ("en", "ru")]
    for word in fault["words"]:
        assert any(word in text for text in words), words


def test_all_problems_of_all_files_come_at_once():
    texts = changed("xx/custody.yaml", "counting: minutes", "counting: hourglass")
    text = texts["xx/extradition.yaml"].decode()
    texts["xx/extradition.yaml"] = text.replace("lapse: extradition-in-force", "lapse: extradited-at-last", 1).encode()
    problems = check_texts(texts)
    assert [(problem.file, problem.code) for problem in problems] == [
        ("xx/custody.yaml", "law-loose-reference"),
        ("xx/extradition.yaml", "law-loose-reference"),
    ]


def test_shapes_of_all_files_come_at_once():
    texts = changed("xx/custody.yaml", "binds: authority", "binds: nobody")
    text = texts["xx/country.yaml"].decode()
    texts["xx/country.yaml"] = text.replace("covers-from: 2020-01-01", "covers-from: long ago", 1).encode()
    del texts["vocabulary/bodies.yaml"]
    assert {(problem.file, problem.code) for problem in check_texts(texts)} == {
        ("vocabulary/bodies.yaml", "law-file-missing"),
        ("xx/custody.yaml", "law-word-not-known"),
        ("xx/country.yaml", "law-bad-time"),
    }


def test_nothing_at_all_is_a_problem_and_no_crash():
    assert {problem.code for problem in check_texts({})} == {"law-file-missing"}


def test_what_the_record_names_must_be_there():
    record = "cases: 1\nfilings: {no-such: [{case: a, shortest: 1}]}\nexposures: {at-the-gat: [{case: a}]}\n"
    problems = check_texts({**zedland(), "xx/recorded.yaml": record.encode()})
    assert [(problem.line, problem.values["found"]) for problem in problems] == [(2, "no-such"), (3, "at-the-gat")]
