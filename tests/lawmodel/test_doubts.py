"""Open doubts: each is named by a rule or is about what is not modelled; a rule names none that nobody describes."""

from lawmodel_folders import LAW, zedland
from panah.lawmodel.doubts import doubtful_rules, read_doubts
from panah.lawmodel.linting import check_texts
from panah.lawmodel.reading import law_from, parse_files, plain_of
from panah.texts import render

RESEARCH = """country: xx
topics: [custody]
provisions: []
doubts:
  - {id: Q-1, ru: Считаются ли выходные., en: Whether weekends count., touches: [xx-code 16]}
  - {id: Q-2, ru: Кто решает., en: Who decides., touches: [PROVISION]}
"""


def with_doubts(named, provision="xx-code 99(1)"):
    """Zedland, which does not model xx-code 99, with two doubts, and one rule that names some of them."""
    texts = zedland()
    custody = texts["xx/custody.yaml"].decode()
    custody = custody.replace("cite: [xx-code 16]", f"cite: [xx-code 16]\n    doubts: {named}", 1)
    research = RESEARCH.replace("PROVISION", provision)
    return {**texts, "xx/custody.yaml": custody.encode(), "xx/research.yaml": research.encode()}


def told(texts):
    return [(problem.file, problem.code) for problem in check_texts(texts)]


def test_doubts_that_are_named_or_not_modelled_are_no_fault():
    assert told(with_doubts("[Q-1]")) == []


def test_a_doubt_that_touches_nothing_is_found():
    problems = check_texts(with_doubts("[Q-1]", "xx-code 98"))
    assert [problem.code for problem in problems] == ["law-doubt-idle"]
    assert "Q-2" in render(problems[0], "en")
    assert problems[0].line == 6


def test_a_doubt_that_no_research_describes_is_a_loose_reference():
    problems = check_texts(with_doubts("[Q-1, Q-3]"))
    assert [(problem.file, problem.code) for problem in problems] == [("xx/custody.yaml", "law-loose-reference")]
    assert "doubt “Q-3”" in render(problems[0], "en")
    assert "Q-1" in render(problems[0], "en")


def test_rules_are_found_by_their_doubts():
    texts = {path: text for path, text in with_doubts("[Q-1]").items() if "/examples/" not in path}
    texts.pop("xx/research.yaml")
    nodes, problems = parse_files(texts)
    assert problems == []
    found = doubtful_rules(law_from(plain_of(nodes)))
    assert {name: len(rules) for name, rules in found.items()} == {"Q-1": 1}


def test_doubts_have_words_and_provisions():
    doubts = read_doubts(LAW)
    assert doubts
    for doubt in doubts.values():
        assert {"ru", "en"} <= set(doubt.words)
        assert doubt.touches


def test_a_folder_without_research_has_no_doubts(tmp_path):
    (tmp_path / "xx").mkdir()
    assert read_doubts(tmp_path) == {}
