"""`panah figures`: what people and programs get, and what is refused."""

import json
import os
import shutil
import tracemalloc
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from accepting import accept, panah

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = ("--as-of", "2026-01-29")
CASE = """panah: 1
case: case-{number:05}
person: {{name: {{en: Person {number}}}}}
stays: XX
acts:
  - {{date: 2026-01-{day:02}, act: detained, ground: wanted}}
  - {{date: 2026-01-{day:02}, act: custody-ordered, kind: temporary}}
"""
COUNT = 20_000 if os.environ.get("PANAH_SOAK") == "1" else 300
PAGES = {
    "figures.ru.txt": (*DAY,),
    "figures.known.en.txt": (*DAY, "--known-on", "2026-01-29", "--citizenship", "RU", "--cases", "--lang", "en"),
    "figures.kk.txt": (*DAY, "--stays", "KZ", "--lang", "kk"),
}


@pytest.mark.parametrize("name", PAGES)
def test_accepted_page(name):
    printed = panah("figures", *PAGES[name], folder=EXAMPLES)
    assert (printed.code, printed.err) == (0, "")
    accept(name, printed.out)


@pytest.mark.parametrize("columns", [40, 60, 140])
def test_a_page_keeps_to_its_width(columns):
    printed = panah("figures", *DAY, "--cases", folder=EXAMPLES, columns=columns)
    assert max(len(line) for line in printed.out.splitlines()) <= min(columns, 112)


def figures_of(printed):
    assert printed.code == 0, printed.err
    return {figure["id"]: figure for figure in json.loads(printed.out)["figures"]}


def test_json_has_every_number_with_its_cases():
    printed = panah("figures", *DAY, "--json", "--lang", "en", folder=EXAMPLES)
    answer = json.loads(printed.out)
    assert (answer["panah"], answer["as_of"], answer["known_on"]) == (1, "2026-01-29", None)
    assert "how cases usually end" in answer["note"]
    ids = [figure["id"] for figure in answer["figures"]]
    assert ids == sorted(set(ids))
    assert figures_of(printed)["outcome/in-custody"] == {
        "id": "outcome/in-custody",
        "label": "in custody",
        "unit": "people",
        "low": 2,
        "high": 3,
        "cases": ["emelyanova-yulia", "kachkurkin-alexander", "movlaev-mansur"],
        "uncertain": ["kachkurkin-alexander"],
    }
    assert not [figure for figure in answer["figures"] if "<" in figure["label"]]


def test_the_same_files_give_the_same_bytes_in_any_order_and_folder(tmp_path):
    names = sorted(path.name for path in EXAMPLES.glob("*.yaml"))
    for name in names:
        shutil.copy(EXAMPLES / name, tmp_path / f"z{name[::-1]}.yaml")
    first = panah("figures", *names, *DAY, "--json", folder=EXAMPLES)
    assert panah("figures", *reversed(names), *DAY, "--json", folder=EXAMPLES).out == first.out
    assert panah("figures", tmp_path, *DAY, "--json").out == first.out


def test_a_folder_with_a_bad_file_counts_the_good_ones(tmp_path):
    (tmp_path / "good.yaml").write_text(CASE.format(number=1, day=3), encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("panah: 1\ncase: bad\n", encoding="utf-8")
    for extra in ((), ("--json",)):
        printed = panah("figures", tmp_path, *DAY, *extra)
        assert printed.code == 1
        assert "bad.yaml:" in printed.err
        assert "custody" in printed.out or "под стражей" in printed.out
    (tmp_path / "good.yaml").unlink()
    printed = panah("figures", tmp_path, *DAY)
    assert (printed.code, printed.out) == (1, "")


@pytest.mark.parametrize(
    ("option", "code"), [("--citizenship", "ru"), ("--stays", "Kazakhstan"), ("--stays", "stateless")]
)
def test_a_country_that_is_no_code_is_refused(option, code):
    printed = panah("figures", option, code, *DAY, folder=EXAMPLES)
    assert (printed.code, printed.out) == (2, "")
    assert code in printed.err


def test_only_those_asked_for_are_counted():
    assert figures_of(panah("figures", *DAY, "--stays", "RS", "--json", folder=EXAMPLES))["people/all"]["low"] == 1
    stateless = figures_of(panah("figures", *DAY, "--citizenship", "stateless", "--json", folder=EXAMPLES))
    assert stateless["people/all"]["cases"] == ["kushaev-abdrashid"]


def test_memory_grows_by_names_only(tmp_path):
    from panah.cli.main import main

    class Sink:
        encoding = "utf-8"

        def write(self, text):
            return len(text)

        def flush(self):
            pass

        def isatty(self):
            return False

    def peak_of(count):
        folder = tmp_path / str(count)
        folder.mkdir()
        for number in range(count):
            (folder / f"{number}.yaml").write_text(CASE.format(number=number, day=number % 20 + 1), encoding="utf-8")
        tracemalloc.start()
        with redirect_stdout(Sink()):
            assert main(["figures", str(folder), "--json", "--as-of", "2026-02-01"]) == 0
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    peak_of(9)  # the law and the modules are loaded once
    few, many = peak_of(10), peak_of(COUNT)
    assert many - few < COUNT * 3000
