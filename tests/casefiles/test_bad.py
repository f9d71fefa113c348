"""Broken case files: each says in its first lines the code, the words and the line of the problem it must raise."""

from pathlib import Path

import pytest

from panah.lawmodel.vocabulary import load_vocabulary
from panah.procedure.casefile_reading import read_casefile
from panah.texts import render

HERE = Path(__file__).parent
VOCABULARY = load_vocabulary(HERE.parents[1] / "law" / "vocabulary")
FILES = sorted((HERE / "bad").glob("*.yaml"))


def expectation(path):
    """Read the first three lines: code, words that must appear, line of the problem."""
    lines = path.read_bytes().decode("utf-8", "replace").splitlines()[:3]
    code, words, line = (line.partition(":")[2].strip() for line in lines)
    return code, [word.strip() for word in words.split(";") if word.strip()], int(line)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_is_refused_with_its_line_and_words(path):
    code, words, line = expectation(path)
    casefile, problems = read_casefile(path.read_bytes(), path.name, VOCABULARY)
    assert casefile is None
    assert (code, line) in [(problem.code, problem.line) for problem in problems]
    problem = next(problem for problem in problems if (problem.code, problem.line) == (code, line))
    for lang in ("ru", "en"):
        text = render(problem, lang)
        assert text.startswith(f"{path.name}:{line}: ")
        assert not [word for word in words if word not in text], text
        assert "{" not in text.replace("{ru: …}", ""), "a place was left without a value"
        assert text.count(";") >= 2, "found; expected; how to mend"


def test_one_mistake_raises_one_problem():
    several = {
        path.stem: [problem.code for problem in found]
        for path in FILES
        if len(found := read_casefile(path.read_bytes(), path.name, VOCABULARY)[1]) > 1
    }
    # An alias needs its anchor; a circle of two may be told from either side.
    assert set(several) <= {"alias"}, several


def test_a_file_in_another_encoding_is_refused_with_the_line_of_the_first_strange_byte():
    casefile, problems = read_casefile("panah: 1\nnote: Привет\n".encode("cp1251"), "f.yaml", VOCABULARY)
    assert casefile is None
    assert [(problem.line, problem.code) for problem in problems] == [(2, "not-utf8")]


def test_all_problems_of_a_file_come_at_once():
    text = (
        "panah: 1\ncase: Two Words\nperson: {name: {en: A}}\nstays: kz\nacts:\n"
        "  - {date: 2025-02-30, act: detaind}\n  - {act: served}\n"
    )
    problems = read_casefile(text, "f.yaml", VOCABULARY)[1]
    assert [(problem.line, problem.code) for problem in problems] == [
        (2, "bad-slug"),
        (4, "country-in-capitals"),
        (6, "unknown-act"),
        (6, "date-no-such-day"),
        (7, "missing-key"),
        (7, "missing-key"),
    ]
