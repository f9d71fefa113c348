"""Pages of the law: every rule in every language, its worked examples as the engine answers them, finding a rule."""

import functools
import html
import importlib.util
import re
from pathlib import Path

import pytest

from panah.dates import day_words, span_words, weekday_words
from panah.lawmodel import read_law
from panah.places import cache_folder, law_folder
from panah.routes.examples import read_examples, works
from panah.timelimits import parse_day
from serving import Visitor

LARGEST = 150_000
LAW = read_law(law_folder(), cache_folder())[0]
PACKS = ("kz", "un", "xx")
EXAMPLES = {pack: read_examples(law_folder(), pack) for pack in PACKS}


def forbidden():
    path = Path(__file__).parents[1] / "promises" / "test_words.py"
    spec = importlib.util.spec_from_file_location("words_never_said", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [re.compile(pattern, re.IGNORECASE) for pattern in module.NEVER]


NEVER = forbidden()


def rules_of(pack):
    law = LAW.packs[pack]
    return [*law.limits, *law.shields, *law.breaches.values(), *law.moves]


def examples_of(rule_id):
    return [example for example in EXAMPLES[rule_id.partition("/")[0]] if works(example, rule_id)]


@functools.cache
def page_of(reader, rule_id, lang):
    """The page of a rule, asked for once: two tests look at all of them."""
    return reader.get(f"/law/{rule_id}?lang={lang}")


def shown(page):
    """The examples of a page, each as a person reads it, without the drawing."""
    found = re.findall(r'<article class="example".*?</article>', page, re.DOTALL)
    texts = [re.sub(r"<svg\b.*?</svg>", " ", one, flags=re.DOTALL) for one in found]
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", one)).split()) for one in texts]


def last_days(expected, lang):
    """A limit's days as they are written on a page."""
    first = parse_day(str(expected["safe"]))
    latest = expected.get("latest", expected["safe"])
    last = first if latest is None else parse_day(str(latest))
    return weekday_words(first, lang) if first == last else span_words(first, last, lang)


@pytest.fixture(scope="module")
def reader(demo):
    return Visitor(demo)


@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
@pytest.mark.parametrize("pack", PACKS)
def test_every_rule_has_a_page_with_its_examples_and_says_no_more_than_is_known(reader, pack, lang):
    said = set()
    for rule in rules_of(pack):
        answer = page_of(reader, rule.id, lang)
        assert answer.status == 200, rule.id
        assert len(answer.bytes) < LARGEST, (rule.id, len(answer.bytes))
        assert not re.search(r"&lt;[a-z]+\.[a-z-]+", answer.page), rule.id  # a text that no language has
        examples, told = examples_of(rule.id), shown(answer.page)
        assert len(told) == len(examples), rule.id
        for example, words in zip(examples, told, strict=True):
            assert example["name"] in words
            assert " ".join(example["arithmetic"].split()) in words
            assert weekday_words(parse_day(example["as-of"]), lang) in words
        said.update(html.unescape(words) for words in re.findall(r">([^<]+)<", answer.page))
    everything = "\n".join(said)
    assert not [found.group(0) for one in NEVER for found in one.finditer(everything)]


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("pack", PACKS)
def test_what_a_page_answers_is_what_was_counted_by_hand(reader, pack, lang):
    """The days of every limit, the strength of every shield, the day of every breach that an example expects."""
    checked = 0
    for rule in rules_of(pack):
        examples = examples_of(rule.id)
        told = shown(page_of(reader, rule.id, lang).page) if examples else []
        for example, words in zip(examples, told, strict=True):
            expect = example["expect"]
            for one in expect.get("deadlines") or []:
                if one.get("id") == rule.id and "safe" in one and ("latest" in one or "state" not in one):
                    assert last_days(one, lang) in words, (rule.id, example["name"])
                    checked += 1
                if one.get("id") == rule.id and "state" in one:
                    assert LAW.vocabulary.word("states", one["state"], lang) in words, (rule.id, example["name"])
            for one in expect.get("protections") or []:
                if one.get("id") == rule.id and "strength" in one:
                    assert LAW.vocabulary.word("strengths", one["strength"], lang) in words, (rule.id, example["name"])
                    checked += 1
            for one in expect.get("breaches") or []:
                if one.get("id") == rule.id and "earliest" in one:
                    assert day_words(parse_day(str(one["earliest"])), lang).split()[0] in words
                    checked += 1
            if rule.id in expect.get("absent", []):
                assert {"ru": "правило здесь ничего не даёт", "en": "the rule gives nothing here"}[lang] in words
                checked += 1
    assert checked > {"kz": 300, "un": 20, "xx": 10}[pack]


def test_an_example_is_drawn_with_its_last_day(reader):
    """Granted 1 August 2025, served on Monday 4 August: ten days end on Thursday 14 August."""
    page = reader.get("/law/kz/extradition/complaint-to-supreme-court?lang=en").page
    examples = re.findall(r'<article class="example".*?</article>', page, re.DOTALL)
    example = next(one for one in examples if "Thu 14 August 2025" in one)
    assert "runs" in example or "running" in example
    drawing = re.search(r"<svg\b.*?</svg>", example, re.DOTALL).group(0)
    assert "14 Aug" in drawing
    assert drawing.count('<g class="mark') == 4
    assert page.count('id="hatch"') == 1


def test_a_rule_names_its_readings_doubts_related_rules_and_cases(reader):
    words = reader.get("/law/kz/extradition/complaint-to-supreme-court?lang=en").words
    for heading in ("Readings", "Open questions", "Cases that rest on it now", "Not modelled", "Worked examples"):
        assert heading in words
    assert "K8" in words
    page = reader.get("/law/kz/custody/held-past-cap?lang=en").page
    assert '<a href="/law/kz/custody/extradition-arrest-end">' in page


def found(reader, wanted, track="", lang="en"):
    """The rules that are found: their ids, in the order of the page."""
    page = reader.post(f"/law?lang={lang}", wanted=wanted, track=track).page
    return re.findall(r'<a href="/law/([a-z-]+/[a-z/0-9-]+)">', page)


@pytest.mark.parametrize(
    "wanted", ["592", "592(1)", "УПК 592", "CPC 592", "жалобу в Верховный Суд", "complaints supreme"]
)
def test_a_rule_is_found_by_its_article_or_by_words_in_any_form(reader, wanted):
    assert "kz/extradition/complaint-to-supreme-court" in found(reader, wanted)


def test_an_article_is_not_found_by_a_part_of_its_number(reader):
    assert "kz/extradition/complaint-to-supreme-court" not in found(reader, "59")
    assert "kz/extradition/complaint-to-supreme-court" not in found(reader, "592(4)")
    assert found(reader, "59999") == []
    assert "Nothing was found" in reader.post("/law?lang=en", wanted="59999", track="").words


def test_a_track_narrows_the_list_and_an_unknown_one_does_not(reader):
    everything = found(reader, "")
    asylum = found(reader, "", "asylum")
    assert asylum
    tracks = {rule.id: rule.track for pack in PACKS for rule in rules_of(pack) if hasattr(rule, "track")}
    assert {tracks.get(rule, "asylum") for rule in asylum} == {"asylum"}
    assert set(asylum) < set(everything)
    assert found(reader, "", "nonsense") == everything


def test_what_is_typed_never_stands_in_an_address(reader):
    """An address stays in the history of a browser; a form that sends by it would put there what was typed."""
    for path in ("/law", "/search"):
        page = reader.get(f"{path}?lang=en").page
        forms = re.findall(r"<form\b[^>]*>", page)
        assert forms
        assert all('method="post"' in form for form in forms)
    assert "Movlaev" not in reader.get("/search?lang=en&wanted=Movlaev&q=Movlaev").page
    assert reader.get("/law?wanted=59999").words == reader.get("/law").words
    answer = reader.post("/search", wanted="Movlaev")
    assert answer.url.endswith("/search")
