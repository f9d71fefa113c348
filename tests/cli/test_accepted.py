"""What people and programs get from each command, whole; a change is read as a difference before it is accepted."""

import json
from pathlib import Path

import pytest

from accepting import accept, panah

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = ("--as-of", "2026-01-29")

PAGES = {
    "demo.ru.txt": ("demo",),
    "demo.en.txt": ("demo", "--lang", "en"),
    "demo.kk.txt": ("demo", "--lang", "kk"),
    "docket.known.ru.txt": ("docket", ".", *DAY, "--known-on", "2026-01-29"),
    "docket.later.en.txt": ("docket", ".", "--as-of", "2026-09-15", "--lang", "en"),
    "docket.within.ru.txt": ("docket", ".", *DAY, "--within", "14d"),
    "case.emelyanova.ru.txt": ("case", "emelyanova", *DAY),
    "case.movlaev.en.txt": ("case", "movlaev", "--as-of", "2026-03-02", "--lang", "en"),
    "case.zhilin.ru.txt": ("case", "zhilin", *DAY),
    "case.emelyanova.kk.txt": ("case", "emelyanova", *DAY, "--lang", "kk"),
    "case.why.ru.txt": ("case", "emelyanova", "--why", "complaint-to-supreme-court", *DAY),
    "time.day.ru.txt": ("time", "10 sutki", "--from", "2026-01-29T15:00", "--regime", "kz/criminal-procedure"),
    "time.day.kk.txt": (
        *("time", "10 sutki", "--from", "2026-01-29T15:00", "--regime", "kz/criminal-procedure"),
        *("--lang", "kk"),
    ),
    "time.span.en.txt": ("time", "12 months", "--from", "2025-08", "--regime", "xx/custody-first-day", "--lang", "en"),
    "time.hours.en.txt": ("time", "72 hours", "--from", "2026-01-29", "--regime", "xx/minutes", "--lang", "en"),
    "law.show.ru.txt": ("law", "show", "kz/extradition/complaint-to-supreme-court"),
    "law.show.kk.txt": ("law", "show", "kz/extradition/complaint-to-supreme-court", "--lang", "kk"),
    "law.diff.ru.txt": ("law", "diff", "2025-01-15", "2026-01-29", "movlaev", "emelyanova"),
    "law.diff.en.txt": ("law", "diff", "2025-01-15", "2025-03-05", "--lang", "en"),
    "law.diff.kk.txt": ("law", "diff", "2025-03-15", "2025-03-25", "--lang", "kk"),
    "law.doubts.ru.txt": ("law", "doubts", "movlaev", *DAY),
    "law.doubts.en.txt": ("law", "doubts", "--lang", "en"),
    "law.show.en.txt": ("law", "show", "kz/custody/extradition-arrest-end", "kz/custody/held-past-cap", "--lang", "en"),
    "calendar.neutral.ru.ics": ("calendar", ".", *DAY),
    "calendar.full.en.ics": ("calendar", "emelyanova", *DAY, "--full-titles", "--lang", "en"),
}


@pytest.mark.parametrize("name", PAGES)
def test_accepted_page(name):
    printed = panah(*PAGES[name], folder=EXAMPLES)
    assert (printed.code, printed.err) == (0, "")
    # the ends of lines of a calendar are asserted beside it; here every file has plain ones
    accept(name, printed.out.replace("\r\n", "\n"))


@pytest.mark.parametrize("columns", [60, 80, 140])
def test_accepted_docket_of_a_width(columns):
    printed = panah("docket", *DAY, folder=EXAMPLES, columns=columns)
    assert max(len(line) for line in printed.out.splitlines()) <= columns
    accept(f"docket.{columns}.ru.txt", printed.out)


def test_accepted_json_of_one_case():
    printed = panah("case", "emelyanova", "--json", *DAY, "--lang", "en", folder=EXAMPLES)
    accept("case.emelyanova.en.json", json.dumps(json.loads(printed.out), ensure_ascii=False, indent=1) + "\n")


def test_accepted_json_of_one_count():
    printed = panah(
        "time",
        "10 sutki",
        "--from",
        "2026-01-29/2026-02-10",
        "--regime",
        "kz/criminal-procedure",
        "--json",
        folder=EXAMPLES,
    )
    accept("time.ru.json", json.dumps(json.loads(printed.out), ensure_ascii=False, indent=1) + "\n")
