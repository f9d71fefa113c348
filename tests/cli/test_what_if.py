"""`panah what-if`: what it tells, what it refuses, that it writes nothing."""

import json
from pathlib import Path

import pytest

from accepting import accept, panah

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = ("--as-of", "2026-02-03")
FILED = ("what-if", "emelyanova", *DAY, "--add", "2026-02-03 extradition-complaint-filed")
CASE = """panah: 1
case: doe-ana
person: {name: {en: Ana Doe}}
stays: XX
wanted-by: XZ
acts:
  - {date: 2025-03-02, act: detained, ground: wanted}
  - {date: 2025-03-03, act: custody-ordered, kind: temporary}
  - {date: 2025-03-10, act: extradition-requested, country: XZ}
  - {date: 2025-03-12, act: extradition-granted, id: grant}
"""
SERVED = ("--add", "2025-03-14 served of=grant to=person")
FOUR_MONTHS = """track: custody
defaults: {from-day: 2020-01-01, verified-until: 2027-12-31, confidence: medium}
limits:
  court-within-48h:
    title: {ru: к судье за 24 часа, en: before a judge within 24 hours}
    words: {ru: За 24 часа., en: Within 24 hours.}
    binds: authority
    actor: police
    starts: [{act: detained}]
    met-by: [{act: custody-ordered}]
    if-unrecorded: undetermined
    length: 24 hours
    counting: minutes
    cite: [xx-code 10(2)]
"""

PAGES = {
    "what-if.filed.ru.txt": FILED,
    "what-if.filed.kk.txt": (*FILED, "--lang", "kk"),
    "what-if.filed.en.txt": (*FILED, "--lang", "en"),
    "what-if.surrendered.ru.txt": ("what-if", "emelyanova", *DAY, "--add", "2026-02-03 surrendered to=RU"),
    "what-if.dropped.en.txt": ("what-if", "movlaev", *DAY, "--drop", "decision", "--lang", "en"),
    "what-if.law.en.txt": ("what-if", "emelyanova", *DAY, "--law-as-of", "2018-01-01", "--lang", "en"),
    "what-if.why.en.txt": (*FILED, "--why", "complaint-to-supreme-court", "--lang", "en"),
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "doe-ana.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "proposal").write_text(FOUR_MONTHS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", PAGES)
def test_accepted_page(name):
    printed = panah(*PAGES[name], folder=EXAMPLES)
    assert (printed.code, printed.err) == (0, "")
    accept(name, printed.out)


@pytest.mark.parametrize("columns", [40, 60, 80])
@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_every_word_is_there_and_no_line_is_wider_than_the_page(columns, lang):
    printed = panah(*FILED, "--lang", lang, folder=EXAMPLES, columns=columns)
    assert printed.code == 0
    assert max(len(line) for line in printed.out.splitlines()) <= columns
    assert not set("<>{}") & set(printed.out), printed.out


def plain(*arguments, folder):
    printed = panah("what-if", "doe-ana", *arguments, "--json", "--lang", "en", folder=folder)
    assert printed.code == 0, printed.err
    return json.loads(printed.out)


def test_what_moves_is_told_with_both_days_and_the_days_between(folder):
    """Seven days: from the grant to Wed 19 March; from the service on Fri 14, over the days off, to Sun 23 March."""
    (moved,) = [
        change
        for change in plain(*SERVED, "--as-of", "2025-03-17", folder=folder)["changes"]["deadlines"]
        if change["change"] == "changed"
    ]
    assert moved["moved-by-days"] == 4
    assert [moved[side]["due"]["safe"] for side in ("before", "after")] == ["2025-03-19", "2025-03-23"]
    page = panah("what-if", "doe-ana", *SERVED, "--as-of", "2025-03-17", "--lang", "en", folder=folder).out
    assert "Wed 19 March 2025 → Sun 23 March 2025 · 4 days later" in " ".join(page.split())


def test_an_answer_for_programs_says_what_was_supposed(folder):
    answer = plain(*SERVED, "--drop", "detained", "--law-as-of", "2026-01-01", "--as-of", "2025-03-13", folder=folder)
    assert answer["supposed"] == {
        "added": [{"id": "served", "date": "2025-03-14", "act": "served"}],
        "not-counted": ["served"],
        "dropped": ["detained"],
        "law-as-of": "2026-01-01",
        "rules-replaced": [],
        "rules-added": [],
    }
    assert list(answer) == ["panah", "as_of", "known_on", "law", "case", "supposed", "changes"]
    assert [item["after"]["act"] for item in answer["changes"]["presumed"]] == ["detained"]


def test_an_act_later_than_the_day_asked_tells_which_day_to_ask_for(folder):
    """Asked for that day it counts, and nothing of the kind is told."""
    for lang in ("ru", "kk", "en"):
        page = " ".join(
            panah("what-if", "doe-ana", *SERVED, "--as-of", "2025-03-13", "--lang", lang, folder=folder).out.split()
        )
        assert "--as-of 2025-03-14" in page
    later = panah("what-if", "doe-ana", *SERVED, "--as-of", "2025-03-14", "--lang", "en", folder=folder).out
    assert "--as-of" not in later


def test_several_acts_are_supposed_at_once(folder):
    answer = plain(*SERVED, "--add", "2025-03-17 extradition-complaint-filed", "--as-of", "2025-03-17", folder=folder)
    (stage,) = answer["changes"]["stages"]
    assert [stage[side]["stage"] for side in ("before", "after")] == ["granted", "complaint-pending"]


def test_where_no_day_is_asked_it_is_today_or_that_of_the_last_act(folder):
    assert plain("--add", "2999-01-01 recorded what=x", folder=folder)["as_of"] == "2999-01-01"
    assert plain(*SERVED, folder=folder)["as_of"] > "2025-03-14"


def test_an_act_later_than_the_day_asked_does_not_count_and_is_told_so(folder):
    printed = panah("what-if", "doe-ana", *SERVED, "--as-of", "2025-03-13", "--lang", "en", folder=folder)
    assert "does not count: service to the person: 14 March 2025" in " ".join(printed.out.split())
    assert "Nothing would be otherwise" in printed.out


def test_what_is_supposed_counts_though_asked_what_was_known_before(folder):
    days = ("--as-of", "2025-03-17", "--known-on", "2025-03-13")
    assert [one["change"] for one in plain(*SERVED, *days, folder=folder)["changes"]["remedies"]] == ["changed"]


def test_a_proposed_rule_governs_and_is_named(folder):
    """Detained on 2 March at an unknown hour: 24 hours end a day earlier than 48."""
    (cap,) = [
        change
        for change in plain("--amend", "proposal", "--as-of", "2025-03-17", folder=folder)["changes"]["deadlines"]
        if change["after"]["id"] == "xx/custody/court-within-48h"
    ]
    assert cap["moved-by-days"] == -1
    printed = panah("what-if", "doe-ana", "--amend", "proposal", "--as-of", "2025-03-17", "--lang", "en", folder=folder)
    assert "xx/custody/court-within-48h" in printed.out.split("As of")[0]


def test_an_act_that_cannot_be_where_it_is_supposed_stands_first(folder):
    acts = ("--add", "2025-03-13 extradition-resumed")
    printed = panah("what-if", "doe-ana", *acts, "--as-of", "2025-03-17", "--lang", "en", folder=folder)
    assert printed.out.split("\n\n")[1].strip().startswith("WOULD NOT FIT")


def test_nothing_is_written(folder):
    before = {path: path.read_bytes() for path in folder.rglob("*")}
    panah("what-if", "doe-ana", *SERVED, "--drop", "detained", "--amend", "proposal", folder=folder)
    assert before == {path: path.read_bytes() for path in folder.rglob("*")}


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ((), 2, "--add"),
        (("--add",), 2, "--add"),
        (("--add", "2025-03-14 servd of=grant"), 1, "--add:1:"),
        (("--add", "2025-03-14 servd of=grant"), 1, "served"),
        (("--add", ""), 1, "--add:1:"),
        (("--drop", "grnt"), 1, "grant"),
        (("--law-as-of", "2025"), 2, "--law-as-of"),
        (("--amend", "nothing-here"), 1, "nothing-here:1:"),
        (("--amend", "doe-ana.yaml"), 1, "doe-ana.yaml:1:"),
        (("--drop", "grant", "--why", "no-such-item"), 2, "no-such-item"),
    ],
)
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_what_cannot_be_supposed_is_refused_in_the_language(arguments, code, told, lang, folder):
    printed = panah("what-if", "doe-ana", *arguments, "--lang", lang, folder=folder)
    assert (printed.code, printed.out) == (code, "")
    assert told in printed.err
    assert "Traceback" not in printed.err


def test_all_faults_are_told_at_once(folder):
    faults = ("--add", "x detained", "--add", "2025-03-14 y", "--amend", "nothing-here")
    assert len(panah("what-if", "doe-ana", *faults, folder=folder).err.splitlines()) == 3


def test_no_law_of_the_country_can_be_amended(folder):
    (folder / "roe.yaml").write_text(CASE.replace("doe-ana", "roe").replace("stays: XX", "stays: TJ"), "utf-8")
    assert panah("what-if", "roe", "--amend", "proposal", "--lang", "en", folder=folder).code == 2


def test_help_in_each_language():
    for lang in ("ru", "en", "kk"):
        printed = panah("what-if", "--help", "--lang", lang)
        assert printed.code == 0
        assert printed.out.startswith("panah what-if")
