"""Finding cases, refusing, exit codes, languages, JSON: what a command does rather than how its page looks."""

import json
import shutil
from pathlib import Path

import pytest

from accepting import panah

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = ("--as-of", "2026-01-29")
GOOD = """panah: 1
case: {case}
person: {{name: {{en: {name}}}}}
stays: XX
acts:
  - {{date: 2026-01-05, act: detained, ground: wanted}}
"""
BAD = """panah: 1
case: bad-one
person: {name: {en: Bad One}}
stays: XX
acts:
  - {date: 2026-13-05, act: detained}
  - {date: 2026-01-05, act: detaned}
"""


def written(folder, case, name="Ana Doe", file=None):
    path = folder / f"{file or case}.yaml"
    path.write_text(GOOD.format(case=case, name=name), encoding="utf-8")
    return path


def test_a_case_is_found_by_file_by_folder_and_by_the_beginning_of_its_name(tmp_path):
    path = written(tmp_path, "doe-ana")
    for place in (path, tmp_path, "doe-ana", "doe", "doe-ana.yaml"):
        printed = panah("docket", place, "--json", *DAY, folder=tmp_path)
        assert printed.code == 0, printed.err
        assert [case["case"] for case in json.loads(printed.out)["cases"]] == ["doe-ana"]


def test_the_folder_one_stands_in_is_taken_where_none_is_named(tmp_path):
    written(tmp_path, "doe-ana")
    written(tmp_path, "roe-bea")
    printed = panah("docket", "--json", *DAY, folder=tmp_path)
    assert [case["case"] for case in json.loads(printed.out)["cases"]] == ["doe-ana", "roe-bea"]


def test_a_beginning_that_several_cases_share_lists_them(tmp_path):
    written(tmp_path, "doe-ana")
    written(tmp_path, "doe-bea")
    printed = panah("case", "doe", *DAY, "--lang", "en", folder=tmp_path)
    assert printed.code == 2
    assert "doe-ana, doe-bea" in printed.err
    assert printed.out == ""


def test_json_stands_in_the_order_of_the_cases_not_of_the_files(tmp_path):
    written(tmp_path, "beta", file="1")
    written(tmp_path, "alpha", file="2")
    printed = panah("docket", tmp_path, "--json", *DAY)
    assert [case["case"] for case in json.loads(printed.out)["cases"]] == ["alpha", "beta"]


def test_a_file_named_twice_is_answered_once(tmp_path):
    path = written(tmp_path, "doe-ana")
    printed = panah("docket", path, tmp_path, path, "--json", *DAY)
    assert len(json.loads(printed.out)["cases"]) == 1


def test_json_has_the_head_of_the_contract_and_a_newline_at_its_end(tmp_path):
    written(tmp_path, "doe-ana", name="Ана Доу")
    printed = panah("docket", "--json", *DAY, "--known-on", "2026-01-28", folder=tmp_path)
    answer = json.loads(printed.out)
    assert list(answer) == ["panah", "as_of", "known_on", "law", "cases"]
    assert (answer["panah"], answer["as_of"], answer["known_on"]) == (1, "2026-01-29", "2026-01-28")
    assert printed.out.endswith("]}\n")
    assert "\\u" not in printed.out


def test_the_same_input_gives_the_same_bytes():
    for command in (["docket", "--json"], ["docket"], ["calendar"]):
        once, twice = (panah(*command, *DAY, folder=EXAMPLES) for _ in range(2))
        assert once.out == twice.out


def test_docket_and_case_give_the_same_answer():
    of_all = json.loads(panah("docket", "--json", *DAY, folder=EXAMPLES).out)["cases"]
    for case in of_all[::9]:
        assert json.loads(panah("case", case["case"], "--json", *DAY, folder=EXAMPLES).out)["cases"] == [case]


def test_every_deadline_protection_breach_and_remedy_has_a_reason_in_each_language():
    for lang in ("ru", "kk", "en"):
        for case in json.loads(panah("docket", "--json", *DAY, "--lang", lang, folder=EXAMPLES).out)["cases"]:
            for key in ("deadlines", "remedies", "protections", "breaches"):
                for item in case[key]:
                    assert item["because"], (case["case"], item["id"])
                    for reason in item["because"]:
                        assert not set("{}<>") & set(reason), reason


def test_a_good_file_is_answered_beside_a_bad_one_and_the_bad_one_tells_all_its_errors(tmp_path):
    written(tmp_path, "doe-ana")
    (tmp_path / "bad-one.yaml").write_text(BAD, encoding="utf-8")
    for options in ([], ["--json"]):
        printed = panah("docket", *options, *DAY, "--lang", "en", folder=tmp_path)
        assert printed.code == 1
        assert "bad-one.yaml:6:" in printed.err
        assert "bad-one.yaml:7:" in printed.err
        assert "detained" in printed.err
    assert [case["case"] for case in json.loads(printed.out)["cases"]] == ["doe-ana"]


def test_where_no_file_can_be_read_nothing_is_said_of_deadlines(tmp_path):
    (tmp_path / "bad-one.yaml").write_text(BAD, encoding="utf-8")
    printed = panah("docket", *DAY, folder=tmp_path)
    assert (printed.code, printed.out) == (1, "")
    assert json.loads(panah("docket", "--json", *DAY, folder=tmp_path).out)["cases"] == []


def test_two_files_with_one_case_are_an_error(tmp_path):
    written(tmp_path, "doe-ana")
    written(tmp_path, "doe-ana", file="copy")
    printed = panah("docket", "--json", *DAY, "--lang", "en", folder=tmp_path)
    assert printed.code == 1
    assert "doe-ana" in printed.err
    assert len(json.loads(printed.out)["cases"]) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], ""),
        (["dockett"], "docket"),
        (["docket", "--as-off", "2026-01-29"], "--as-of"),
        (["docket", "--as-of", "29.01.2026"], "29.01.2026"),
        (["docket", "--as-of"], "--as-of"),
        (["docket", "--within", "soon"], "soon"),
        (["docket", "--json=yes"], "--json"),
        (["docket", "--lang", "fr"], "fr"),
        (["docket", "nowhere"], "nowhere"),
        (["case"], ""),
        (["law"], "list"),
        (["law", "show"], "show"),
        (["law", "show", "complaint-to-suprem-court"], "complaint-to-supreme-court"),
        (["law", "show", "nonsense-without-any-likeness"], "law list"),
        (["time", "10 moons", "--from", "2026-01-29", "--regime", "xx/acts"], "10 moons"),
        (["time", "10 days", "--regime", "xx/acts"], "--from"),
        (["time", "10 days", "--from", "2026-01-29"], "xx/acts"),
        (["time", "10 days", "--from", "January", "--regime", "xx/act"], "xx/acts"),
        (["time", "10 days", "--from", "../2026-01-29", "--regime", "xx/acts"], "--from"),
    ],
)
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_wrong_usage_is_told_in_the_language_and_leaves_with_2(arguments, told, lang):
    if "--lang" not in arguments:
        arguments = [*arguments, "--lang", lang]
    printed = panah(*arguments, folder=EXAMPLES)
    assert printed.code == 2
    assert told in printed.err + printed.out
    assert "Traceback" not in printed.err
    assert "{" not in printed.err


def test_all_faults_of_a_command_line_are_told_at_once():
    printed = panah("docket", "--as-of", "today", "--within", "soon", "--loud", folder=EXAMPLES)
    assert len(printed.err.splitlines()) == 3


def test_an_item_that_the_case_has_not_lists_those_it_has():
    printed = panah("case", "emelyanova", "--why", "nothing", *DAY, "--lang", "en", folder=EXAMPLES)
    assert printed.code == 2
    assert "kz/extradition/complaint-to-supreme-court" in printed.err


def test_a_folder_without_cases_says_where_to_look(tmp_path):
    printed = panah("docket", "--lang", "en", folder=tmp_path)
    assert printed.code == 2
    assert "panah demo" in printed.err


def test_every_command_explains_itself_in_each_language():
    for command in ("docket", "case", "law", "time", "calendar", "demo"):
        for lang in ("ru", "en", "kk"):
            printed = panah(command, "--help", "--lang", lang)
            assert printed.code == 0
            assert printed.out.startswith(f"panah {command}")
    assert panah("--help").code == 0


def test_a_published_case_is_found_from_anywhere_and_said_to_be_one(tmp_path):
    printed = panah("case", "emelyanova", *DAY, "--lang", "en", folder=tmp_path)
    assert printed.code == 0
    assert "published" in printed.err


def test_law_list_shows_every_rule_once(tmp_path):
    printed = panah("law", "list", "--lang", "en", folder=tmp_path, columns=200)
    assert printed.code == 0
    lines = [line for line in printed.out.splitlines() if "kz/custody/held-past-cap" in line]
    assert len(lines) == 1


def test_a_law_that_cannot_be_read_leaves_with_1_and_all_its_problems(tmp_path, monkeypatch):
    folder = tmp_path / "law"
    shutil.copytree(EXAMPLES.parent / "law", folder)
    (folder / "xx" / "country.yaml").write_text("id: [\n", encoding="utf-8")
    monkeypatch.setenv("PANAH_LAW", str(folder))
    printed = panah("docket", folder=EXAMPLES)
    assert printed.code == 1
    assert "country.yaml:" in printed.err
    assert printed.out == ""


@pytest.mark.parametrize("day", ["0001-01-01", "2014-12-31", "2022-12-10", "2026-08-31", "9999-12-31"])
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_day_can_be_asked_and_every_word_is_there(day, lang):
    for command in (["docket"], ["calendar", "--full-titles"], ["case", "movlaev"], ["case", "ammosov"]):
        printed = panah(*command, "--as-of", day, "--lang", lang, folder=EXAMPLES, columns=72)
        assert printed.code == 0
        assert not set("<>{}") & set(printed.out), printed.out
        assert "None" not in printed.out


def test_names_of_files_cannot_disturb_a_terminal(tmp_path):
    for name in ("doe\x1b[2J-a", "doe-b"):
        (tmp_path / f"{name}.yaml").write_text("", encoding="utf-8")
    printed = panah("case", "doe", folder=tmp_path)
    assert printed.code == 2
    assert "\x1b" not in printed.err
