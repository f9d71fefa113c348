"""The short page of a case and the docket: what a tired reader must see first, and what must not mislead."""

from pathlib import Path

from accepting import panah

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = ("--as-of", "2026-01-29")


def test_one_item_is_found_by_its_article():
    found = panah("case", "emelyanova", "--why", "592(1)", *DAY, "--lang", "en", folder=EXAMPLES)
    assert "kz/extradition/complaint-to-supreme-court" in found.out
    assert "10 days (сутки) from Thu 29 January 2026" in found.out


def test_the_short_page_of_a_person_who_is_gone_tells_what_remains():
    lines = panah("case", "zhilin", *DAY, "--lang", "en", folder=EXAMPLES).out.splitlines()
    assert "  WHAT REMAINS" in lines
    assert "  NEXT" not in lines


def test_the_short_page_puts_what_suspends_the_return_first():
    out = panah("case", "movlaev", *DAY, "--lang", "en", folder=EXAMPLES).out
    assert out.index("CPC 592(1)") < out.index("CPC 107(2)")
    assert len(out.splitlines()) < 90


def test_everything_lists_no_day_off_and_why_does():
    whole = panah("case", "zhilin", "--all", *DAY, "--lang", "en", folder=EXAMPLES).out
    one = panah("case", "zhilin", "--why", "refusal-served", *DAY, "--lang", "en", folder=EXAMPLES).out
    assert "is not a working day" not in whole
    assert "is not a working day" in one


def test_the_docket_puts_what_holds_back_the_return_before_what_is_only_arguable():
    out = panah("docket", ".", *DAY, "--lang", "en", folder=EXAMPLES, columns=80).out
    assert out.index("CPC 592(1)") < out.index("CPC 107(2)")


def test_a_docket_at_eighty_columns_leaves_room_for_what_is_due():
    lines = panah("docket", ".", *DAY, "--lang", "en", folder=EXAMPLES, columns=80).out.splitlines()
    assert "    complaint to the Supreme Court against the decision to extradite" in lines
    assert max(map(len, lines)) <= 80


def test_the_page_names_the_term_whose_end_lifts_a_protection():
    out = panah("case", "emelyanova", *DAY, "--lang", "en", folder=EXAMPLES).out
    told = " ".join(out.split())
    assert (
        "Lifted by: the end of the term “complaint to the Supreme Court against the decision to extradite” "
        "(Mon 9 February 2026)" in told
    )
    assert "time limit lapsed" not in told


def test_the_page_keeps_what_is_late_but_arguable():
    told = " ".join(panah("case", "movlaev", *DAY, "--lang", "en", folder=EXAMPLES).out.split())
    coming = told[told.index("NEXT") : told.index("WHAT STANDS AGAINST RETURN")]
    assert "departure after the refusal: one month" in coming
    assert "by the earliest count it ended on Mon 26 January 2026" in coming
    assert "overstay" in coming


def test_a_late_complaint_against_extradition_leads_and_promises_no_stay():
    told = " ".join(panah("case", "emelyanova", "--as-of", "2026-02-25", "--lang", "en", folder=EXAMPLES).out.split())
    entry = told[told.index("for us") : told.index("CPC 107(2)")]
    assert entry.startswith("for us now · complaint to the Supreme Court")
    assert "ended: on Mon 9 February 2026 by the earlier count, on Fri 20 February 2026 by the later" in entry
    assert "suspend" not in entry.partition("APPC")[0]


def test_a_person_who_is_still_here_in_one_version_has_what_comes_next():
    lines = panah("case", "utambetov", "--as-of", "2024-12-31", "--lang", "en", folder=EXAMPLES).out.splitlines()
    assert "  NEXT" in lines
    lines = panah("case", "utambetov", *DAY, "--lang", "en", folder=EXAMPLES).out.splitlines()
    assert "  NEXT" not in lines
