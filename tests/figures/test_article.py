"""The public cases give the totals of the article they come from, as far as these follow from people told apart."""

from pathlib import Path

import pytest

from figures_counted import day, tallied
from panah.lawmodel import read_law
from panah.procedure import read_casefile
from panah.yamlfiles import read_yaml

ROOT = Path(__file__).parents[2]
ARTICLE = Path(__file__).with_name("article.yaml")
TOLD = read_yaml(ARTICLE.read_bytes(), ARTICLE.name)[0].data
FOLLOW = [total for total in TOLD["totals"] if "figure" in total]


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    law, problems = read_law(ROOT / "law", tmp_path_factory.mktemp("cache"))
    assert not problems
    cases = []
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        case, found = read_casefile(path.read_bytes(), path.name, law.vocabulary)
        assert not found
        if any(str(TOLD["article"]) in (source.url or "") for source in case.sources.values()):
            cases.append(case)
    assert len(cases) == 10
    as_of = day(str(TOLD["day"]))
    return tallied(cases, as_of, known_on=as_of, law=law)


@pytest.mark.parametrize("total", FOLLOW, ids=lambda total: total["figure"])
def test_a_total_of_the_article_follows_from_its_cases(figures, total):
    number = figures[total["figure"]].number
    assert [number.low, number.high] == [int(bound) for bound in total["number"]], total["says"]
    assert [f"{case}?" if case in number.uncertain else case for case in number.cases] == total["cases"]


def test_every_other_total_says_why_it_cannot_be_had():
    others = [total for total in TOLD["totals"] if "figure" not in total]
    assert others
    assert all(set(total) == {"says", "cannot"} and total["cannot"] for total in others)


def test_the_page_on_figures_tells_each_total_that_cannot_be_had():
    page = (ROOT / "docs" / "explanation" / "figures.md").read_text(encoding="utf-8")
    for total in TOLD["totals"]:
        if "cannot" in total:
            assert total["says"] in " ".join(page.split())
