"""A case on another day: what the page says is what the terminal says of the exported file with the same two days.

The case is that of `served_case`, with a late report: the page is opened on 2 February 2026.
"""

import json
import re

import pytest

import register_folders as folders
from served_case import CASE

LATE = CASE + b"  - {date: 2026-01-25, act: extradition-requested, known-since: 2026-02-01}\n"
DAYS = [
    ("day=2026-01-31", ["--as-of", "2026-01-31"]),
    ("known=2026-01-31", ["--as-of", "2026-01-31", "--known-on", "2026-01-31"]),
    ("day=2026-02-02&known=2026-01-31", ["--as-of", "2026-02-02", "--known-on", "2026-01-31"]),
    ("day=2026-03-15", ["--as-of", "2026-03-15"]),
]


@pytest.fixture
def late(office):
    office.send_files("/import", [("example.yaml", LATE)])
    office.get("/?lang=en")
    return office


def terminal(file, *options):
    done = folders.panah(file.parent / "none", *options, "--lang", "en")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(("query", "options"), DAYS)
def test_the_page_and_the_terminal_say_the_same(late, tmp_path, query, options):
    file = tmp_path / "example.yaml"
    file.write_text(late.get("/cases/K1/export").page, encoding="utf-8")
    page = late.get(f"/cases/K1?{query}")
    [told] = json.loads(terminal(file, "docket", file, *options, "--json"))["cases"]
    shown = set(re.findall(r'href="/law/([^"]+)"', page.page))
    families = ("deadlines", "remedies", "protections", "breaches")
    assert {item["id"] for family in families for item in told[family]} <= shown
    in_words = " ".join(terminal(file, "case", file, *options).split())
    sentence = re.search(r'<p class="position"><strong>([^<]*)\.</strong> ([^<]*)</p>', page.page)
    assert sentence.group(1) in in_words
    assert sentence.group(2).strip() in in_words


def test_every_way_of_asking_gives_another_answer(late):
    pages = [late.get(f"/cases/K1?{query}").words for query, _ in DAYS]
    assert "extradition request: 25 January 2026" in pages[0]
    assert "extradition request: 25 January 2026" not in pages[1] + pages[2]
    assert "service to the person: 2 February 2026" in pages[3]
    assert "service to the person: 2 February 2026" not in pages[1] + pages[2]


def test_a_past_view_says_so_and_offers_nothing_to_write(late):
    for query, _ in DAYS:
        answer = late.get(f"/cases/K1?{query}")
        main = answer.page.partition("<main")[2].partition("</main>")[0]
        assert "This is not today: nothing is recorded here" in answer.words
        assert 'method="post"' not in main
        assert "/add" not in main
        assert "/what-if" not in main
    assert "This is not today" not in late.get("/cases/K1").words


def test_a_day_that_is_no_day_is_said_and_today_is_shown(late):
    for words in ("sometime", "2026-13-01", "January 2026", "2026-02-30"):
        answer = late.get(f"/cases/K1?known={words.replace(' ', '+')}")
        assert "One whole day is needed" in answer.words
        assert "This is not today" not in answer.words


def test_days_are_written_as_people_write_them(late):
    assert "Sat 31 January 2026" in late.get("/cases/K1?day=31+Jan+2026").words
    assert "Sun 1 February 2026" in late.get("/cases/K1?known=yesterday").words


def test_what_was_corrected_later_stands_as_it_was_known(late):
    fields = {"act": "extradition-granted", "correct": "2", "date": "29 Jan 2026", "save": "1"}
    late.post("/cases/K1/add", seen_on="/cases/K1/add?correct=2", **fields)
    for day, there, gone in (("2026-02-01", 30, 29), ("2026-02-02", 29, 30)):
        acts = late.get(f"/cases/K1?known={day}").page.partition('<ol class="actlist">')[2].partition("</ol>")[0]
        heads = " ".join(re.findall(r"<strong>([^<]*)</strong>", acts))
        assert f": {there} January 2026" in heads
        assert f": {gone} January 2026" not in heads
