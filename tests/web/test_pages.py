"""Every page, as a visitor gets it: words, headers, size; the same answers as the terminal for every public case."""

import json
import re

import pytest

from panah.cli.main import main
from panah.dates import span_words, weekday_words
from panah.places import examples_folder
from panah.timelimits import parse_day

PAGES = [
    "/",
    "/book",
    "/cases",
    "/cases/new",
    "/cases/K8",
    "/cases/K8?months=6",
    "/cases/K8/add",
    "/cases/K8/add?act=served",
    "/cases/K8/what-if?act=extradition-granted",
    "/law",
    "/law/kz/extradition/complaint-to-supreme-court",
    "/law/kz/extradition/appeal-term",
    "/law/kz/custody/held-past-cap",
    "/search",
    "/settings",
    "/import",
]
LARGEST = 150_000
OWN_SCRIPT = '<script src="/static/reminders.js" defer></script>'
CASES = sorted(examples_folder().glob("*.yaml"))


@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_small_and_asks_nobody_else(reader, path, lang):
    answer = reader.get(path + ("&" if "?" in path else "?") + f"lang={lang}")
    assert answer.status == 200
    assert f'<html lang="{lang}">' in answer.page
    assert "&lt;page." not in answer.page  # a text that no language has
    assert len(answer.bytes) < LARGEST
    assert re.findall(r"<script[^>]*>.*?</script>", answer.page, re.DOTALL) == [OWN_SCRIPT]
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", answer.page)
    loaded = re.findall(
        r'<(?:link|script|img|source|iframe|object|embed)\b[^>]*?(?:src|href|data)="([^"]+)"', answer.page
    )
    assert loaded
    assert all(address.startswith("/static/") for address in loaded)


def test_headers_forbid_strange_scripts_frames_and_keeping(reader):
    headers = reader.get("/cases/K8").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers.get("Server") in (None, "")


@pytest.mark.parametrize("number", range(1, len(CASES) + 1))
def test_the_page_of_a_public_case_says_what_the_terminal_says(reader, number, capsys):
    """Every deadline with its days, every breach, every protection, every stage of the answer stands on the page."""
    main(["case", str(CASES[number - 1]), "--json", "--lang", "en", "--as-of", "2026-01-29"])
    answer = json.loads(capsys.readouterr().out)["cases"][0]
    words = reader.get(f"/cases/K{number}?lang=en").words
    for deadline in answer["deadlines"]:
        assert deadline["title"] in words
        due = deadline["due"]
        first = parse_day(due["safe"])
        last = None if due["latest"] is None else parse_day(due["latest"])
        day = weekday_words(first, "en") if last in (None, first) else span_words(first, last, "en")
        if answer["outcome"] in ("in-custody", "at-liberty", "status-granted") or deadline["state"] == "met":
            assert day in words, (deadline["id"], day)
    for item in [*answer["breaches"], *answer["protections"]]:
        assert item["title"] in words
    for route in answer["routes"]:
        at_once = (route.get("if-nothing-filed") or {}).get("at-once")
        if at_once and route.get("in-sight"):
            assert weekday_words(parse_day(at_once), "en") in words


def test_the_docket_has_the_limits_of_the_terminal_in_its_order(reader, capsys):
    """The lines of the defence in the terminal, each as *day, what*, come in the same order on the page."""
    main(["demo", "--lang", "en", "--as-of", "2026-01-29"])
    told = capsys.readouterr().out
    head = told.splitlines()[0]
    words = reader.get("/?lang=en").words
    assert head in words
    assert words.index("Fri 6 Feb in 8 days K15 complaint to the Supreme Court") < words.index(
        "Mon 9 Feb in 11 days K8 complaint to the Supreme Court"
    )


def test_titles_addresses_and_forms_hold_no_name(reader):
    """Browsers keep titles and addresses in their history."""
    for path in ("/", "/cases", "/cases/K8", "/cases/K8/add", "/search"):
        answer = reader.get(f"{path}?lang=ru")
        title = re.search(r"<title>(.*?)</title>", answer.page).group(1)
        addresses = " ".join(re.findall(r'(?:href|action)="(/[^"]*)"', answer.page))
        for name in ("мельянов", "melyanov", "emelyan"):
            assert name not in title.lower()
            assert name not in addresses.lower()


def test_names_are_hidden_until_they_are_asked_for(own_demo):
    assert "Емельянова" not in own_demo.get("/?lang=ru").words
    own_demo.post("/names", seen_on="/", back="/cases")
    assert "K8 Емельянова" in own_demo.get("/?lang=ru").words
    own_demo.post("/names", seen_on="/", back="https://elsewhere.example/")
    assert "Емельянова" not in own_demo.get("/?lang=ru").words


@pytest.mark.parametrize(
    "path", ["/cases/K99", "/cases/emelyanova-yulia", "/cases/..%2f..%2fetc%2fpasswd", "/nothing", "/law/kz/no/such"]
)
def test_what_is_not_there_looks_the_same(reader, path):
    answer = reader.get(f"{path}?lang=en")
    assert answer.status == 404
    assert "There is nothing here" in answer.words
    assert "K99" not in answer.words


def test_static_files_are_the_few_and_no_others(reader):
    assert reader.get("/static/panah.css").status == 200
    assert reader.get("/static/..%2fsettings.py").status == 404
    assert reader.get("/static/settings.py").status == 404


def test_a_strange_host_is_refused(reader):
    assert reader.get("/", Host="panah.attacker.example").status == 400


def test_a_form_of_another_page_is_refused(reader):
    answer = reader.ask("/names", b"back=/")
    assert answer.status == 403
    answer = reader.ask("/seal", b"", {"Origin": "https://attacker.example"})
    assert answer.status == 403


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("задержаниями", "acts"),  # the acts say задержание
        ("экстрадиционном аресте", "acts"),  # and экстрадиционный арест
        ("Azattyq", "sources"),
        ("Мовлаеву", "people"),
        ("Yemelyanova", "people"),
    ],
)
def test_search_finds_words_in_any_form(reader, wanted, found):
    heading = {"acts": "Acts", "sources": "Sources", "people": "People"}[found]
    reader.get("/?lang=en")
    words = reader.post("/search", wanted=wanted).words
    assert heading in words.split("Search", 3)[-1], words[:600]


def test_search_says_where_nothing_is(reader):
    assert "Nothing was found" in reader.post("/search?lang=en", wanted="яблоко абракадабра").words
