"""Offences, instruments and the research of Kazakhstan hang together and say what they do not know.

Every scalar is read as a word, as the strict reader of the law does.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

FOLDER = Path(__file__).parents[2] / "law" / "kz"
BARS = {"not-a-crime-here", "no-imprisonment-here", "military-offence"}
CONFIDENCE = {"high", "medium", "low"}
HOSTS = {
    "adilet.zan.kz",
    "www.ohchr.org",
    "base.garant.ru",
    "cis-legislation.com",
    "cbd.minjust.gov.kg",
    "pravo.gov.ru",
    "lex.uz",
    "pravo.by",
}
# The Russian articles that the table of the research compares.
ARTICLES = re.findall(
    r"[0-9.]+",
    "158 159 163 205 205.1 205.2 205.3 205.4 205.5 207.3 228 275 275.1 280 280.1 280.3 280.4 281 281.1 281.2 281.3 "
    "282 282.1 282.2 282.3 284.1 322 327 328 330.1 337 338 339 354.1",
)


def read(name, folder=FOLDER):
    return yaml.load((folder / name).read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


OFFENCES = read("offences.yaml")
INSTRUMENTS = read("instruments.yaml")["instruments"]
RESEARCH = read("research.yaml")


def offence(article):
    return next(entry for entry in OFFENCES["offences"] if entry["foreign"]["provision"] == article)


def instrument_of(citation):
    return citation.split(" ", 1)[0]


def texts(value):
    """Every string below a value, with nothing left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    else:
        for item in value.values():
            yield from texts(item)


def test_every_article_of_the_research_is_compared_once():
    assert [entry["foreign"]["provision"] for entry in OFFENCES["offences"]] == ARTICLES
    ids = [entry["id"] for entry in OFFENCES["offences"]]
    assert ids == [f"ru-cc-{article.replace('.', '-')}" for article in ARTICLES]


@pytest.mark.parametrize("article", ARTICLES)
def test_an_offence_says_how_sure_it_is_and_names_only_known_bars(article):
    entry = offence(article)
    assert entry["foreign"]["instrument"] == "ru-cc"
    assert entry["confidence"] in CONFIDENCE
    assert entry["subject"]["ru"]
    assert entry["subject"]["en"]
    assert entry["note"]["ru"]
    assert entry["note"]["en"]
    assert set(entry["bars"]) <= BARS
    for argued in entry["arguable"]:
        assert argued["bar"] in BARS - set(entry["bars"])
        assert argued["argument"]["ru"]
        assert argued["argument"]["en"]
    for maximum in entry["foreign-maximum"]:
        assert maximum["confidence"] in CONFIDENCE
        assert ("years" in maximum) != (maximum.get("life") == "yes")


@pytest.mark.parametrize("article", ARTICLES)
def test_a_clear_bar_agrees_with_the_counterparts(article):
    entry = offence(article)
    here = entry["here"]
    for counterpart in here:
        assert counterpart["instrument"] == "kz-cc"
        assert counterpart["confidence"] in CONFIDENCE
        assert counterpart["imprisonment"] in {"yes", "no", "unknown"}
        assert bool(counterpart["maximum-years"]) == (counterpart["imprisonment"] == "yes")
    if "not-a-crime-here" in entry["bars"]:
        assert not here
    assert ("military-offence" in entry["bars"]) == any(counterpart["military"] == "yes" for counterpart in here)
    if not here:
        assert entry["bars"] == ["not-a-crime-here"] or entry["arguable"]


def test_words_of_bars_carry_the_provision_they_come_from():
    assert set(OFFENCES["bar-words"]) == BARS
    cites = {word: entry["cite"] for word, entry in OFFENCES["bar-words"].items()}
    assert cites == {
        "not-a-crime-here": ["kz-cpc 590(1)(2)"],
        "no-imprisonment-here": ["kz-cpc 590(1)(3)"],
        "military-offence": ["kz-cpc 590(1)(9)"],
    }
    assert "treaty" in OFFENCES["bar-words"]["military-offence"]["en"]


@pytest.mark.parametrize(
    ("article", "bars", "arguable"),
    [
        ("158", [], ["no-imprisonment-here"]),
        ("163", [], []),
        ("207.3", [], ["not-a-crime-here"]),
        ("228", [], ["no-imprisonment-here"]),
        ("275", [], ["not-a-crime-here"]),
        ("280.3", ["not-a-crime-here"], []),
        ("282.2", [], ["not-a-crime-here"]),
        ("284.1", ["not-a-crime-here"], []),
        ("328", [], []),
        ("330.1", ["not-a-crime-here"], []),
        ("337", ["military-offence"], []),
        ("338", ["military-offence"], []),
        ("339", ["military-offence"], ["no-imprisonment-here"]),
        ("354.1", ["not-a-crime-here"], []),
    ],
)
def test_what_the_comparison_gives(article, bars, arguable):
    entry = offence(article)
    assert entry["bars"] == bars
    assert [argued["bar"] for argued in entry["arguable"]] == arguable


def test_theft_has_a_petty_counterpart_without_prison():
    prison = {counterpart["provision"]: counterpart["imprisonment"] for counterpart in offence("158")["here"]}
    assert prison == {"188": "yes", "187": "no"}


def test_articles_that_were_not_researched_are_listed_as_such():
    listed = {provision for entry in OFFENCES["not-modelled"] for provision in entry["provisions"]}
    assert {"uz-cc 159", "uz-cc 244-1", "uz-cc 244-2", "ru-cc 213"} <= listed
    assert not listed & {f"ru-cc {article}" for article in ARTICLES}
    assert all(entry["what"] and entry["why"]["ru"] and entry["why"]["en"] for entry in OFFENCES["not-modelled"])


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_an_instrument_is_named_dated_and_addressed(name):
    entry = INSTRUMENTS[name]
    assert entry["title"]["ru"]
    assert entry["title"]["en"]
    assert len(entry["short"]["ru"]) <= 40
    assert len(entry["short"]["en"]) <= 40
    assert urlsplit(entry["url"]).hostname in HOSTS
    assert entry["confidence"] in CONFIDENCE
    for key in {"date", "verified-until"} & set(entry):
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", entry[key])
    assert all(re.fullmatch(r"z\d+", anchor) for anchor in entry["anchors"].values())


def test_every_amendment_says_from_when_or_that_it_is_not_known():
    clauses = read("instruments.yaml")["clauses"]
    first_day = re.compile(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?")
    for name, entry in INSTRUMENTS.items():
        for amendment in entry["amendments"]:
            assert amendment["clause"] in clauses
            assert amendment["confidence"] in CONFIDENCE
            known = amendment.get("in-force-from", "")
            assert first_day.fullmatch(known) or (not known and amendment["confidence"] == "low")
            if "/" in known:
                earliest, latest = known.split("/")
                assert earliest < latest
                assert amendment["confidence"] != "high"
            assert all(instrument_of(touched) == name for touched in amendment["touches"])


def test_the_days_that_decide_editions_are_there():
    def days(name, number):
        return [entry["in-force-from"] for entry in INSTRUMENTS[name]["amendments"] if entry["number"] == number]

    assert days("kz-cpc", "210-VIII") == ["2025-09-14/2025-09-20"]
    assert days("kz-cc", "210-VIII") == ["2025-09-14/2025-09-20"]
    assert days("kz-appk", "136-VIII") == ["2025-03-01", "2025-07-01"]
    assert days("kz-appk", "241-VIII") == ["2025-12-28/2026-01-07"]
    assert days("kz-koap", "155-VIII") == ["2025-03-12/2025-03-22", "2025-07-01"]
    assert INSTRUMENTS["kz-refugees"]["verified-until"] == "2026-06-03"
    assert "not verified" in read("instruments.yaml")["after-2026-07-01"]["en"]


def test_every_cited_instrument_exists():
    cited = [entry["provision"] for entry in RESEARCH["provisions"]]
    cited += [touched for doubt in RESEARCH["doubts"] for touched in doubt["touches"]]
    cited += [cite for word in OFFENCES["bar-words"].values() for cite in word["cite"]]
    cited += OFFENCES["threshold"]["cite"]
    assert {instrument_of(citation) for citation in cited} <= set(INSTRUMENTS)
    compared = {counterpart["instrument"] for entry in OFFENCES["offences"] for counterpart in entry["here"]}
    assert compared <= set(INSTRUMENTS)
    left_out = [provision for entry in OFFENCES["not-modelled"] for provision in entry["provisions"]]
    assert {instrument_of(citation) for citation in left_out} <= set(INSTRUMENTS)


def test_the_research_names_each_provision_once_with_place_topic_and_words():
    provisions = RESEARCH["provisions"]
    names = [entry["provision"] for entry in provisions]
    assert len(names) == len(set(names))
    for entry in provisions:
        assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+( [^ ]+)?|[a-z]+ [^ ]+|[a-z]+", entry["provision"])
        assert entry["where"]
        assert entry["topic"] in RESEARCH["topics"]
        assert len(entry["says"]) > 10


@pytest.mark.parametrize(("letter", "numbers"), [("D-", range(1, 19)), ("check-", range(1, 13))])
def test_every_doubt_of_the_research_touches_provisions_it_names(letter, numbers):
    # one doubt is about the bodies of the United Nations and stands with them
    read_both = (RESEARCH, read("research.yaml", folder=FOLDER.parent / "un"))
    doubts = {entry["id"]: entry for research in read_both for entry in research["doubts"]}
    names = {entry["provision"] for research in read_both for entry in research["provisions"]}
    for number in numbers:
        doubt = doubts[f"{letter}{number}"]
        assert doubt["ru"]
        assert doubt["en"]
        assert doubt["touches"]
        assert set(doubt["touches"]) <= names


def test_provisions_compared_for_dual_criminality_are_in_the_research():
    names = {entry["provision"] for entry in RESEARCH["provisions"]}
    for entry in OFFENCES["offences"]:
        for counterpart in entry["here"]:
            assert f"kz-cc {counterpart['provision']}" in names


@pytest.mark.parametrize("name", ["offences.yaml", "instruments.yaml", "research.yaml", "time-zones.yaml"])
def test_no_text_is_long_enough_to_be_a_statute(name):
    assert max(len(text.split()) for text in texts(read(name))) <= 45
