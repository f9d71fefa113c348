"""`panah routes --svg`: the files that are written, whole, and that they name nobody."""

import re
from datetime import date
from pathlib import Path

import pytest

from accepting import accept
from panah.cli.arguments import UsageError, read_arguments
from panah.cli.cases import find_cases
from panah.cli.routes_picture import write_picture
from panah.lawmodel import read_law

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
OPTIONS = {"svg": True, "as-of": True}
DAY = date(2026, 1, 29).toordinal()


@pytest.fixture(scope="module")
def law():
    found, problems = read_law(ROOT / "law")
    assert found is not None, problems
    return found


def written(law, case, to, *arguments, lang="ru"):
    request = read_arguments(
        [str(EXAMPLES / f"{case}.yaml"), "--svg", str(to), *arguments, "--lang", lang], OPTIONS, DAY
    )
    for casefile in find_cases(request, law):
        write_picture(casefile, law, request)
    return [
        path.read_text(encoding="utf-8") for path in sorted(to.parent.glob("*.svg"), key=lambda path: len(path.name))
    ]


@pytest.mark.parametrize(("case", "lang"), [("emelyanova-yulia", "ru"), ("akan-kaisha", "kk")])
def test_accepted_picture(law, tmp_path, capsys, case, lang):
    pages = written(law, case, tmp_path / "out.svg", lang=lang)
    told = capsys.readouterr()
    assert told.out == ""
    assert [Path(line.rpartition(" ")[2]).name for line in told.err.splitlines()] == ["out.svg", "out-2.svg"]
    for number, page in enumerate(pages, 1):
        accept(f"routes.{case.partition('-')[0]}.{lang}.{number}.svg", page)


@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_no_public_case_is_named_in_any_picture(law, tmp_path, lang):
    slugs = {word for path in EXAMPLES.glob("*.yaml") for word in path.stem.split("-") if len(word) > 5}
    for case in ("emelyanova-yulia", "movlaev-mansur", "sandzhiev-igor", "korobov-evgeny"):
        for page in written(law, case, tmp_path / "out.svg", lang=lang):
            assert not [
                slug for slug in slugs - {"afghan", "student", "france", "unnamed", "attempt"} if slug in page.lower()
            ]
            for name in ("Емельянов", "Мовлаев", "Санджиев", "Коробов", "Алматы", "Астана", "Almaty", "Astana"):
                assert name not in page


def test_no_time_is_ever_less_than_none(law, tmp_path):
    for path in EXAMPLES.glob("*.yaml"):
        if path.stem != "README":
            for page in written(law, path.stem, tmp_path / "out.svg", lang="en"):
                assert not re.search(r"-\d+ days", page), path.stem


@pytest.mark.parametrize("name", ["case.yaml", "picture", "picture.svg.txt"])
def test_a_file_that_is_no_picture_is_never_written_over(law, tmp_path, name):
    target = tmp_path / name
    target.write_text("a case", encoding="utf-8")
    with pytest.raises(UsageError, match=r"\.svg"):
        written(law, "emelyanova-yulia", target)
    assert target.read_text(encoding="utf-8") == "a case"


def test_a_place_where_nothing_can_be_written_is_told(law, tmp_path):
    with pytest.raises(UsageError, match="nowhere"):
        written(law, "emelyanova-yulia", tmp_path / "nowhere" / "out.svg")
