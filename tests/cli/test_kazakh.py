"""Kazakh on the command line: words of the interface are Kazakh, words of the law that are Russian are marked once."""

from pathlib import Path

import pytest

from accepting import panah
from panah.texts import say

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = ("--as-of", "2026-01-29")
MARK = say("kk", "law.words-in-russian").split(":")[0]
PAGES = [
    ("docket", *DAY),
    ("case", "emelyanova", *DAY),
    ("case", "emelyanova", "--why", "complaint-to-supreme-court", *DAY),
    ("demo",),
    ("law", "list"),
    ("law", "show", "kz/asylum/leave"),
    ("law", "doubts"),
    ("law", "diff", "2025-01-01", "2025-06-01"),
]


@pytest.mark.parametrize("arguments", PAGES, ids=" ".join)
def test_words_of_the_law_in_russian_are_marked_once_a_page(arguments):
    told = {lang: panah(*arguments, "--lang", lang, folder=EXAMPLES) for lang in ("kk", "ru", "en")}
    assert {printed.code for printed in told.values()} == {0}
    assert told["kk"].out.count(MARK) == 1
    assert MARK not in told["ru"].out + told["en"].out


def test_a_page_without_words_of_the_law_has_no_mark():
    printed = panah("time", "10 sutki", "--from", "2026-01-29", "--regime", "kz/criminal-procedure", "--lang", "kk")
    assert printed.code == 0
    assert MARK not in printed.out


@pytest.mark.parametrize("command", ["docket", "case", "demo", "law", "time", "calendar", "figures"])
def test_every_command_has_its_help_in_kazakh(command):
    told = {lang: panah(command, "--help", "--lang", lang).out for lang in ("kk", "ru")}
    assert told["kk"] != told["ru"]
    assert "--lang ru|kk|en" in told["kk"]
