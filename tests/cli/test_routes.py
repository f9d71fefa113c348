"""`panah routes`: what it tells and in which order, what it never says; the same in `panah case` and `panah docket`."""

import json
import re
from pathlib import Path

import pytest

from accepting import accept, panah

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = ("--as-of", "2026-02-03")
# Served on Mon 2 Feb 2026, seven days to Mon 9: 10 Feb if nothing is filed. With the complaint 16 Feb, with review too
# 20 Feb, with bars too 23 Feb, with the complaint about custody too 25 Feb (counted by hand in law/xx/examples).
CASE = """panah: 1
case: doe-ana
person: {name: {en: Ana Doe, ru: Ана До, kk: Ана До}}
stays: XX
wanted-by: XY
acts:
  - {date: 2026-01-04, act: detained, ground: wanted}
  - {date: 2026-01-05, act: extradition-requested}
  - {id: grant, date: 2026-02-01, act: extradition-granted}
  - {date: 2026-02-02, act: served, of: grant, to: person}
  - {date: 2026-02-03, act: custody-ordered, kind: extradition-arrest}
"""
GONE = CASE + "  - {date: 2026-02-03, act: surrendered, to: XY}\n"
ELSEWHERE = CASE.replace("stays: XX", "stays: KG")
QUIET = CASE.partition("acts:")[0] + "acts: [{date: 2026-01-04, act: entered, how: lawful}]\n"
ROUTES = [f"kz/route/{name}" for name in ("extradition", "criminal-expulsion", "administrative-expulsion")]
ROUTES += ["kz/route/civil-expulsion", "kz/route/readmission"]
NEVER = re.compile(
    r"\bsafe\b(?! day)|cannot be (deported|returned)|protected until|too late|\bwait (until|till)\b|you have"
    r"|illegal|guilty|chance|безопасн|слишком поздно|\bждите|подожд|шанс|вероятност|қауіпсіз|күте тұр",
    re.IGNORECASE,
)

PAGES = {
    "routes.emelyanova.ru.txt": ("emelyanova", *DAY, "--past", "2026-03-01", "--lang", "ru"),
    "routes.emelyanova.kk.txt": ("emelyanova", *DAY, "--past", "2026-03-01", "--lang", "kk"),
    "routes.emelyanova.en.txt": ("emelyanova", *DAY, "--past", "2026-03-01", "--lang", "en"),
    "routes.korobov.ru.txt": ("korobov", "--as-of", "2026-05-29", "--lang", "ru"),
    "routes.gone.en.txt": ("zhilin", *DAY, "--past", "2026-03-01", "--lang", "en"),
}


@pytest.fixture
def folder(tmp_path):
    for name, text in {"doe-ana": CASE, "gone": GONE, "elsewhere": ELSEWHERE, "quiet": QUIET}.items():
        (tmp_path / f"{name}.yaml").write_text(text.replace("case: doe-ana", f"case: {name}"), encoding="utf-8")
    return tmp_path


def page(*arguments, folder, lang="en", columns=100):
    printed = panah("routes", *arguments, "--lang", lang, folder=folder, columns=columns)
    assert (printed.code, printed.err) == (0, "")
    return printed.out


def flat(text):
    return " ".join(text.split())


@pytest.mark.parametrize("name", PAGES)
def test_accepted_page(name):
    printed = panah("routes", *PAGES[name], folder=EXAMPLES)
    assert (printed.code, printed.err) == (0, "")
    accept(name, printed.out)


@pytest.mark.parametrize("columns", [60, 140])
@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_accepted_page_of_a_width(columns, lang, folder):
    printed = page("doe-ana", *DAY, "--past", "2026-02-20", folder=folder, lang=lang, columns=columns)
    assert max(len(line) for line in printed.splitlines()) <= columns
    accept(f"routes.doe.{columns}.{lang}.txt", printed)


@pytest.mark.parametrize("columns", [40, 60, 80])
@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
@pytest.mark.parametrize("case", ["movlaev", "sandzhiev", "akan", "pavlov"])
def test_every_word_is_there_none_is_forbidden_and_no_line_is_too_wide(case, columns, lang):
    printed = page(case, *DAY, "--past", "2026-04-01", folder=EXAMPLES, lang=lang, columns=columns)
    assert max(len(line) for line in printed.splitlines()) <= columns
    assert not set("<>{}") & set(printed)
    assert not NEVER.search(printed), NEVER.search(printed)


def test_the_first_words_say_the_day_and_what_happens_whatever_the_law(folder):
    assert flat(page("doe-ana", *DAY, folder=folder)).startswith(
        "No lawful route was found before Tue 10 February 2026 by the rules modelled; "
        "removals outside the law have happened at such moments."
    )


def test_where_a_return_is_possible_today_that_is_said_first():
    told = flat(page("emelyanova", *DAY, folder=EXAMPLES))
    assert told.startswith("By the rules modelled a lawful return is possible from today, Tue 3 February 2026:")
    assert "A tie goes to the authority." in told
    assert told.index("RETURN OUTSIDE THE LAW") > told.index("THEY ONLY ASK")


def test_what_a_filing_holds_is_said_with_its_last_day_and_no_promise(folder):
    told = flat(page("doe-ana", *DAY, folder=folder))
    assert "file at once, last day to work to Mon 9 February 2026 · in 6 days · complaint against the grant" in told
    assert "adds 6 days for certain" in told  # from 10 to 16 February
    assert "none in recorded cases" in told


@pytest.mark.parametrize(
    ("day", "filed", "words"),
    [
        ("2026-02-10", [], "Nothing needs to be filed for this day alone"),
        ("2026-02-16", ["complaint"], "The smallest set"),
        ("2026-02-20", ["complaint", "review"], "The smallest set"),
        ("2026-02-26", None, "There is no such set"),
    ],
)
def test_the_smallest_set_past_a_day(day, filed, words, folder):
    told = flat(page("doe-ana", *DAY, "--past", day, folder=folder))
    assert words in told
    assert "removals outside the law have happened" in told
    answer = json.loads(page("doe-ana", *DAY, "--past", day, "--json", folder=folder))
    assert answer["cases"][0]["past"]["set"] == filed


def test_where_no_set_is_found_the_route_the_chain_and_what_remains_are_told(folder):
    past = json.loads(page("doe-ana", *DAY, "--past", "2026-02-26", "--json", folder=folder))["cases"][0]["past"]
    assert past["why"] == "stays-open"
    (route,) = past["open-routes"]
    assert (route["id"], route["at-once"], route["at-once-if-all-filed"]) == (
        "xx/route/extradition",
        "2026-02-10",
        "2026-02-25",
    )
    assert [link["step"] for link in route["chain-if-all-filed"]][-1] == "handed-over"
    assert {"kind": "third-country"} in past["remains"]
    told = flat(page("doe-ana", *DAY, "--past", "2026-02-26", folder=folder))
    assert "extradition: Wed 25 February 2026 at the earliest" in told


@pytest.mark.parametrize(
    ("case", "code", "words"),
    [
        ("gone", "gone", "the person is no longer here"),
        ("elsewhere", "not-known", "Routes are not modelled for this country"),
        ("quiet", "nothing-in-sight", "nothing on record points to a lawful route"),
    ],
)
def test_where_no_route_is_counted_no_set_is_promised(case, code, words, folder):
    told = flat(page(case, "--as-of", "2026-02-04", "--past", "2026-02-20", folder=folder))
    assert words in told
    assert "smallest set" not in told
    answer = json.loads(page(case, "--as-of", "2026-02-04", "--past", "2026-02-20", "--json", folder=folder))
    assert answer["cases"][0]["past"]["why"] == code
    assert answer["cases"][0]["past"]["set"] == ([] if code == "nothing-in-sight" else None)


def test_bodies_beyond_the_country_remain_where_no_set_is_found():
    answer = json.loads(page("emelyanova", *DAY, "--past", "2026-03-01", "--json", folder=EXAMPLES))
    remains = answer["cases"][0]["past"]["remains"]
    assert "un/international/request-interim-measures" in [one.get("id") for one in remains]


def test_case_and_docket_give_the_same_routes():
    routes = json.loads(page("emelyanova", *DAY, "--json", folder=EXAMPLES))["cases"][0]["routes"]
    case = json.loads(panah("case", "emelyanova", *DAY, "--json", "--lang", "en", folder=EXAMPLES).out)["cases"][0]
    docket = json.loads(panah("docket", ".", *DAY, "--json", "--lang", "en", folder=EXAMPLES).out)["cases"]
    (same,) = [one for one in docket if one["case"] == "emelyanova-yulia"]
    assert case["routes"] == same["routes"] == routes
    assert len(routes) == 6
    assert list(case)[-2:] == ["routes", "notes"]


def test_the_page_of_a_case_tells_how_soon_and_what_stands_on_the_way():
    told = flat(panah("case", "emelyanova", *DAY, "--lang", "en", folder=EXAMPLES).out)
    assert (
        "extradition: Tue 10 February 2026 at the earliest; on its way stands: complaint to the Supreme Court" in told
    )
    assert "panah routes emelyanova-yulia shows the steps" in told
    assert "HOW SOON" not in panah("case", "zhilin", *DAY, "--lang", "en", folder=EXAMPLES).out


@pytest.mark.parametrize("day", ["0001-01-01", "2014-12-31", "2026-07-01", "9999-12-31"])
@pytest.mark.parametrize("case", ["movlaev", "emelyanova", "akan"])
def test_every_day_can_be_asked(day, case):
    assert "None" not in page(case, "--as-of", day, folder=EXAMPLES)
    (told,) = json.loads(panah("case", case, "--as-of", day, "--json", folder=EXAMPLES).out)["cases"]
    assert [one["id"] for one in told["routes"] if one["lawful"]] == (ROUTES if day > "2016" else [])


@pytest.mark.parametrize("day", ["2026-02-03", "2026-01-01"])
def test_a_day_that_is_not_ahead_is_refused(day, folder):
    printed = panah("routes", "doe-ana", *DAY, "--past", day, "--lang", "en", folder=folder)
    assert (printed.code, printed.out) == (2, "")
    assert (
        printed.err
        == f"panah: --past: “{day}” does not lie after the day asked (2026-02-03); a day after it is expected\n"
    )


def test_one_case_is_needed_and_a_day(folder):
    printed = panah("routes", ".", "--lang", "en", folder=folder)
    assert printed.code == 2
    assert "one case is needed" in printed.err
    printed = panah("routes", "doe-ana", "--past", "soon", "--lang", "en", folder=folder)
    assert (printed.code, printed.err) == (2, 'panah: --past: "soon"; expected a day such as 2026-01-29\n')
