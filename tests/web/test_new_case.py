"""A new case from the pages alone: who, where, the first act; whole or not at all. The day is 2 February 2026."""

import re
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

import pytest

NAME = "Markerova Anna"


def opened(office, **fields):
    told = {"token": token(office), "name-en": NAME, "stays": "KZ", **fields}
    return office.post("/cases/new", **told)


def token(office):
    return re.search(r'name="token" value="(\w+)"', office.get("/cases/new").page).group(1)


def exported(office, slug="K1"):
    return office.get(f"/cases/{slug}/export").page


def test_who_has_no_case_file_is_led_to_the_form(office):
    assert 'href="/cases/new"' in office.get("/").page
    assert 'href="/cases/new"' in office.get("/cases").page
    taking_in = office.get("/import")
    assert 'href="/cases/new"' in taking_in.page
    assert "docs/how-to/write-a-case-file.md" in taking_in.words


def test_a_name_and_a_country_are_a_case_and_what_may_come_first_is_offered(office):
    answer = opened(office)
    assert answer.url.endswith("/cases/K1?done=opened")
    assert "The case is open." in answer.words
    assert 'href="/cases/K1/add?act=detained"' in answer.page
    assert 'href="/cases/K1/add"' in answer.page
    file = exported(office)
    assert f"person:\n  name: {{en: {NAME}}}\nstays: KZ\nacts: []\n" in file
    assert re.match(r"panah: 1\ncase: case-[0-9a-f]{16}\n", file)


def test_everything_the_form_asks_stands_in_the_file(office):
    answer = opened(
        office,
        **{"name-ru": "Маркерова Анна", "citizenship": "россия, Kyrgyzstan", "wanted-by": "ru", "gender": "woman"},
        act="detained wanted",
        date="1 Feb 2026 14:20",
    )
    file = exported(office)
    assert f"name: {{ru: Маркерова Анна, en: {NAME}}}" in file
    assert "citizenship: [RU, KG]" in file
    assert "gender: woman" in file
    assert "wanted-by: RU" in file
    assert '- {date: "2026-02-01T14:20", act: detained, ground: wanted, known-since: 2026-02-02}' in file
    assert "Likely next acts" in answer.words
    # 72 hours from the minute of the detention
    assert "4 Feb" in office.get("/").words


def test_an_act_without_a_day_is_of_today(office):
    opened(office, act="wanted-listed")
    assert "- {date: 2026-02-02, act: wanted-listed}" in exported(office)


def test_the_name_is_in_no_address_no_title_and_not_on_the_page_of_the_case(office):
    answer = opened(office)
    for page in (answer, office.get("/"), office.get("/cases"), office.get("/cases/new")):
        assert "arkerova" not in page.url
        assert "arkerova" not in page.page
    again = opened(office, stays="")
    assert NAME in again.page
    assert "arkerova" not in re.search(r"<title>.*?</title>", again.page, re.DOTALL).group(0)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name-en": " "}, "There is no name."),
        ({"stays": ""}, "The country where the person is was not chosen."),
        ({"stays": "RU"}, "The country where the person is was not chosen."),
        ({"citizenship": "RU, Atlantis"}, 'Citizenship: Panah knows no country "Atlantis"'),
        ({"wanted-by": "stateless"}, 'Panah knows no country "stateless"'),
        ({"act": "detained", "date": "sometime"}, "was not understood"),
        ({"date": "yesterday"}, "no act is chosen"),
        ({"act": "deadline-passed", "date": "yesterday"}, "no act is chosen"),
        ({"act": "served", "date": "yesterday"}, "no act is chosen"),
        ({"gender": "other"}, "gender is “other”"),
        ({"name-en": "Anna \u202eavorekraM"}, "U+202E"),
    ],
)
def test_what_is_wrong_is_told_kept_in_the_form_and_nothing_is_recorded(office, fields, words):
    whole = {"name-ru": "Анна" if "name-en" not in fields else "", "citizenship": "RU", **fields}
    answer = opened(office, **whole)
    assert answer.url.endswith("/cases/new")
    assert words in answer.words
    for value in (whole["name-ru"], whole["citizenship"], fields.get("date", "")):
        assert f'value="{value}"' in answer.page
    assert "There are no cases yet." in office.get("/cases").words
    assert "act=" not in answer.url


def test_what_is_chosen_stays_chosen_and_other_names_stay_in_sight(office):
    page = opened(office, **{"name-ru": "Анна", "act": "detained wanted", "date": "sometime", "gender": "man"}).page
    assert '<option value="detained wanted" selected>' in page
    assert '<option value="man" selected>' in page
    assert "<details open><summary>Name in other languages" in page


def test_words_typed_are_never_taken_for_code(office):
    hostile = "<script>alert(1)</script>"
    answer = opened(office, **{"name-en": hostile, "citizenship": hostile, "token": hostile, "act": hostile})
    assert hostile not in answer.page
    assert "&lt;script&gt;" in answer.page
    opened(office, **{"name-en": hostile})
    office.post("/names", seen_on="/", show="1")
    assert hostile not in office.get("/cases/K1").page


def test_a_form_sent_twice_makes_one_case(office):
    told = token(office)
    assert opened(office, token=told).url.endswith("/cases/K1?done=opened")
    assert opened(office, token=told).url.endswith("/cases/K1?done=opened")
    assert opened(office).url.endswith("/cases/K2?done=opened")


def test_a_form_sent_twice_at_once_makes_one_case(office):
    told = {"csrfmiddlewaretoken": office.token("/cases/new"), "token": token(office), "name-en": NAME, "stays": "KZ"}
    sent = urllib.parse.urlencode(told).encode()
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: office.ask("/cases/new", sent), range(4)))
    assert [answer.url.rpartition("/")[2] for answer in answers] == ["K1?done=opened"] * 4
    assert "K2" not in office.get("/cases").words


def test_the_exported_file_is_the_same_case_when_it_comes_back(office):
    opened(office, citizenship="stateless")
    file = exported(office)
    assert "citizenship: [stateless]" in file
    assert "there already, unchanged" in office.send_files("/import", [("k1.yaml", file.encode())]).words


def test_an_invented_country_is_offered_to_who_asks_only(office):
    offered = re.compile(r'<select id="new-stays".*?</select>', re.DOTALL)
    plain = offered.search(office.get("/cases/new").page).group(0)
    asked = offered.search(office.get("/cases/new?stays=XX").page).group(0)
    assert re.findall(r'value="(\w+)"', plain) == ["KZ"]
    assert re.findall(r'value="(\w+)"', asked) == ["KZ", "XX"]
    assert opened(office, stays="XX").url.endswith("done=opened")


@pytest.mark.parametrize(
    ("lang", "words"), [("ru", "Узбекистан, без гражданства"), ("kk", "Өзбекстан, азаматтығы жоқ")]
)
def test_countries_are_read_in_the_words_of_the_reader(office, lang, words):
    office.get(f"/?lang={lang}")
    opened(office, citizenship=words)
    assert "citizenship: [UZ, stateless]" in exported(office)


def test_a_demonstration_opens_no_case_and_says_why(reader):
    page = reader.get("/cases/new")
    assert "it takes no new cases" in page.words
    assert 'name="name-en"' not in page.page
    before = reader.get("/cases").words
    refused = reader.post("/cases/new", seen_on="/", **{"name-en": NAME, "stays": "KZ"})
    assert refused.status == 403
    assert NAME not in refused.page
    assert reader.get("/cases").words == before
