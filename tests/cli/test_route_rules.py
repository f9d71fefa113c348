"""``panah law show``, ``list`` and ``diff`` of routes, steps, filings and moments of return outside the law."""

import json

import pytest

from accepting import panah

SHOWN = [
    ("kz/route/readmission", ["law/kz/routes.yaml", "This way has no days", "ends with: readmitted"]),
    (
        "kz/step/complaint-term-over",
        ["closed once filed: complaint", "needs before it: copy-served", "gives: in-force"],
    ),
    ("kz/step/claim-pending", ["at the earliest: a step of the person, no authority makes it"]),
    ("kz/step/requested", ["at the earliest: at once", "on full terms: the law sets no term"]),
    ("kz/step/sent-to-court", ["on full terms: 15 days (сутки)"]),
    (
        "kz/filing/civil-appeal",
        ["remedy: appeal against the expulsion decision", "before the end of: the day to leave"],
    ),
    ("kz/filing/bars", ["effect of filing", "confidence"]),
    ("kz/exposure/handed-over-before-force", ["when: the day set by: day of surrender set", "law/kz/exposures.yaml"]),
    ("kz/exposure/abducted-at-release", ["at any hour; the end of:", "WORKED EXAMPLES"]),
]


@pytest.mark.parametrize(("rule", "told"), SHOWN)
def test_a_rule_of_the_routes_is_shown(rule, told):
    printed = panah("law", "show", rule, "--lang", "en")
    assert (printed.code, printed.err) == (0, "")
    words = " ".join(printed.out.split())
    assert [one for one in (rule, *told) if one not in words] == []


def test_a_short_name_will_do_and_a_wrong_one_names_the_nearest():
    assert "kz/step/appeal-term-over" in panah("law", "show", "appeal-term-over", "--lang", "en").out
    wrong = panah("law", "show", "kz/step/appeal-term-ovr", "--lang", "en")
    assert wrong.code == 2
    assert "kz/step/appeal-term-over" in wrong.err


@pytest.mark.parametrize("kind", ["route", "moment", "step", "filing"])
def test_the_list_has_every_kind(kind):
    lines = [line.split() for line in panah("law", "list", "--lang", "en").out.splitlines()]
    path = {"moment": "exposure"}.get(kind, kind)
    assert [line for line in lines if line[:1] == [kind] and line[1].startswith(f"kz/{path}/")]


def test_what_begins_between_two_days_is_told():
    """The requests for a stay come with the reform of 1 July 2025, and nothing of the routes ends then."""
    told = json.loads(panah("law", "diff", "2025-06-30", "2025-07-01", "--json").out)
    assert told["routes"] == [
        {"rule": "kz/filing/stay", "change": "new"},
        {"rule": "kz/filing/sentence-cassation", "change": "new"},
    ]
    page = panah("law", "diff", "2025-06-30", "2025-07-01", "--lang", "en").out
    assert "ROUTES OF RETURN" in page
    assert "kz/filing/stay" in page
    assert json.loads(panah("law", "diff", "2025-07-01", "2025-07-02", "--json").out)["routes"] == []
