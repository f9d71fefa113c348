"""The pages of the law are those that the files of the law give. `make accept` writes them anew."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "law"


@pytest.fixture(scope="module")
def tool():
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import law_pages
    finally:
        sys.path.pop(0)
    return law_pages


@pytest.fixture(scope="module")
def made(tool):
    if os.environ.get("PANAH_ACCEPT") == "1":
        tool.write()
    return tool.pages()


def test_the_docs_of_the_law_are_up_to_date(made):
    there = {path.relative_to(PAGES).as_posix(): path.read_text("utf-8") for path in PAGES.rglob("*.md")}
    assert sorted(there) == sorted(made), "run: python tools/law_pages.py"
    stale = [name for name, text in made.items() if there[name] != text]
    assert not stale, "run: python tools/law_pages.py"


def test_every_rule_stands_on_a_page_of_each_language(made):
    from panah.lawmodel import read_law

    law, _ = read_law(ROOT / "law")
    for pack in law.packs.values():
        rules = [*pack.limits, *pack.shields, *pack.moves, *pack.breaches.values()]
        for lang in ("ru", "en"):
            text = "".join(page for name, page in made.items() if name.endswith(f".{lang}.md"))
            lacking = [rule.id for rule in rules if f"`{rule.id}`" not in text]
            assert lacking == ([rule.id for rule in rules] if pack.id == "xx" else [])


def test_a_page_tells_provisions_with_links_and_who_has_not_confirmed_them(made):
    page = made["kz/extradition.en.md"]
    assert "No lawyer of the country has confirmed it." in page
    assert "](https://adilet.zan.kz/" in page
    assert "**confidence:**" in page
    assert "## Not modelled" in page
    assert "## Open questions" in page
