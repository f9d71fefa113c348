"""The docket where the lawyer has said something of it: days set, hearings, limits that were set, tasks, damage.

The case is of the invented country: served on 2 February 2026 (a Monday), the complaint is due on Monday 9 February.
The pages run in this process, so that the day may be changed under them.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
from django.db import connection
from django.test import Client

import register_folders as folders
from panah.accounts.models import Member
from panah.lawmodel import Law
from panah.procedure.replay import replay
from panah.register import actions
from panah.register.models import Case, Confirmation, Hearing, JudgeLimit, Note, PaperRow, Task
from panah.register.rows import add_row, change_row
from panah.telling.awaited import key_of
from panah.timelimits import parse_day
from seated import seated
from served_case import CASE

AT = folders.AT


class Practice(NamedTuple):
    """The pages, the case, and what may be written beside it."""

    on: Callable
    page: Callable
    words: Callable
    case: Case
    owner: Member
    law: Law
    key: str
    forget: Callable
    browser: Client

    def keep(self, model, **content):
        return add_row(self.case, model, content, self.owner, AT)

    def override(self, day, computed="2026-02-09", reason="court shut"):
        said = {"deadline": self.key, "decision": "overridden", "reason": reason}
        self.keep(Confirmation, **said, computed=computed, day=day)


@pytest.fixture
def pages(tmp_path):
    owner, _ = folders.make_register(tmp_path / "data")
    law = folders.law()
    casefile = folders.casefile(CASE, "example.yaml", law.vocabulary)
    case = actions.create_case(casefile, owner, AT)
    position = replay(casefile, law, as_of=parse_day("2026-02-02"))
    key = next(key_of(one) for one in position.deadlines if one.limit.id == "xx/extradition/complaint")
    with seated(tmp_path / "data", law, "2026-02-02") as desk:
        yield Practice(desk.on, desk.page, desk.words, case, owner, law, key, desk.desk.kept.clear, desk.browser)


MISSED = "Missed: file with a request to restore the term"


def section(words, name):
    """The words of a section of the docket's first column."""
    headings = ("Today", "Within a week", "Later", MISSED, "Not known", "For them")
    begin = words.index(f" {name} ", words.index("For us"))
    ends = [words.find(f" {other} ", begin + len(name)) for other in headings if other != name]
    return words[begin : min((end for end in ends if end > 0), default=len(words))]


COMPLAINT = "complaint against the grant"


@pytest.mark.parametrize(
    ("today", "day", "where", "line", "said"),
    [
        # by the law alone, Mon 9 Feb is within a week
        ("2026-02-02", None, "Within a week", "Mon 9 Feb in 7 days K1", ""),
        # an earlier day moves the line
        (
            "2026-02-02",
            "2026-02-04",
            "Within a week",
            "Wed 4 Feb in 2 days K1",
            "by you Wed 4 Feb 2026 (computed Mon 9",
        ),
        ("2026-02-04", "2026-02-04", "Today", "Wed 4 Feb today K1", "by you Wed 4 Feb 2026 (computed Mon 9"),
        # passed by the lawyer's day and not by the law's: today
        ("2026-02-06", "2026-02-04", "Today", "Fri 6 Feb today K1", "by you Wed 4 Feb 2026 (computed Mon 9"),
        # a later day does not: the law's leads, and is told first
        (
            "2026-02-02",
            "2026-03-20",
            "Within a week",
            "Mon 9 Feb in 7 days K1",
            "by the count of the law it ends on Mon 9",
        ),
        # passed by the law's day and not by the lawyer's: today, not among what was missed
        (
            "2026-02-10",
            "2026-03-20",
            "Today",
            "Tue 10 Feb today K1",
            "by the count of the law it ended on Mon 9 Feb 2026",
        ),
        # passed by both
        ("2026-03-21", "2026-03-20", "Not known", "Mon 9 Feb", "ended on Mon 9"),
    ],
)
def test_of_two_days_the_earlier_leads_and_both_are_told(pages, today, day, where, line, said):
    pages.on(today)
    if day:
        pages.override(day)
    for path in ("/", "/book"):
        told = section(pages.words(path), where)
        assert COMPLAINT in told
        assert line in told
        assert said in told
        assert ("court shut" in told) == bool(day)


def test_the_case_page_and_the_reminders_lead_with_the_same_day(pages):
    pages.override("2026-02-04")
    assert "Wed 4 February 2026 · in 2 days complaint against the grant" in pages.words("/cases/K1")
    assert "by you Wed 4 Feb 2026 (computed Mon 9 Feb 2026): court shut" in pages.words("/cases/K1")
    assert "Wed 4 February 2026 · in 2 days · K1 · complaint against the grant" in pages.words("/reminders")
    pages.override("2026-03-20")
    assert "Mon 9 February 2026 · in 7 days complaint against the grant" in pages.words("/cases/K1")
    assert "Mon 9 February 2026 · in 7 days · K1 · complaint against the grant" in pages.words("/reminders")


def test_a_day_said_of_another_count_leads_no_more_and_the_page_asks_again(pages):
    pages.override("2026-02-04", computed="2026-02-06")
    for path in ("/", "/book", "/cases/K1"):
        words = pages.words(path)
        assert "Wed 4 Feb in" not in words
        assert "the count has changed since, now Mon 9 Feb 2026: confirm or set the day again" in words
    assert "Mon 9 Feb in 7 days K1" in pages.words()


def test_a_day_that_is_confirmed_again_takes_the_other_back(pages):
    pages.override("2026-02-04")
    assert "Wed 4 Feb in 2 days K1" in pages.words()
    said = {"computed": "2026-02-09", "decision": "confirmed", "day": "2026-02-09"}
    pages.keep(Confirmation, deadline=pages.key, **said)
    assert "Mon 9 Feb in 7 days K1" in pages.words()
    assert "confirmed: Mon 9 Feb 2026" in pages.words()


def test_hearings_limits_and_tasks_stand_among_what_is_for_us_until_they_are_done(pages):
    hearing = pages.keep(Hearing, at="2026-02-04T10:30", body="supreme-court", subject="on the complaint")
    limit = pages.keep(JudgeLimit, what="translation", until="2026-02-20")
    task = pages.keep(Task, text="call the aunt", due="2026-02-01")
    for path in ("/", "/book"):
        words = pages.words(path)
        assert "Wed 4 Feb in 2 days K1 hearing at 10:30 · Supreme Court · on the complaint" in section(
            words, "Within a week"
        )
        assert "Fri 20 Feb in 18 days K1 limit that was set · translation" in section(words, "Later")
        assert "Sun 1 Feb yesterday K1 task · call the aunt" in section(words, "Today")
    assert "/cases/K1/parts/hearings/1" in pages.page()
    assert "/cases/K1/parts/limits/1" in pages.page()
    assert "/cases/K1/parts/tasks/1" in pages.page()
    for row, content in (
        (hearing, {"at": "2026-02-04T10:30", "result": "put off"}),
        (limit, {"what": "translation", "until": "2026-02-20", "done": "2026-02-02"}),
        (task, {"text": "call the aunt", "due": "2026-02-01", "done": "2026-02-02"}),
    ):
        change_row(row, content, pages.owner, AT)
    words = pages.words()
    for gone in ("hearing at", "translation", "call the aunt"):
        assert gone not in words


def test_a_limit_that_a_judge_set_and_that_passed_is_missed_and_a_hearing_that_was_is_gone(pages):
    pages.keep(Hearing, at="2026-02-01T10:30", subject="gone by")
    pages.keep(JudgeLimit, what="translation", until="2026-02-01")
    words = pages.words()
    assert "gone by" not in words
    assert "translation" in section(words, MISSED)


def test_hearings_of_one_day_come_by_their_hour_before_what_else_is_due(pages):
    pages.keep(Task, text="copy the file", due="2026-02-04")
    pages.keep(Hearing, at="2026-02-04T15:00", subject="second")
    pages.keep(Hearing, at="2026-02-04T09:00", subject="first")
    words = pages.words()
    assert words.index("first") < words.index("second") < words.index("copy the file")


def test_what_is_written_is_never_taken_for_code_and_stands_in_no_title(pages):
    pages.keep(Hearing, at="2026-02-04", subject="<script>alert(1)</script>")
    pages.keep(Task, text="<img src=x onerror=alert(1)>", due="2026-02-04")
    pages.override("2026-02-04", reason="<b>marker</b>")
    for path in ("/", "/book", "/reminders"):
        page = pages.page(path)
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "<b>marker" not in page
        assert "alert" not in re.search(r"<title>(.*?)</title>", page).group(1)


@pytest.mark.parametrize("model", [Confirmation, Hearing, JudgeLimit, Task])
def test_a_damaged_row_leaves_the_others_and_the_page_names_the_case(pages, model):
    second = actions.create_case(folders.casefile(vocabulary=pages.law.vocabulary), pages.owner, AT)
    pages.override("2026-02-04")
    pages.keep(Hearing, at="2026-02-05", subject="the hearing")
    pages.keep(JudgeLimit, what="the limit", until="2026-02-05")
    pages.keep(Task, text="the task", due="2026-02-05")
    if model is Confirmation:
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER register_confirmation_unchanged")
    assert "is damaged" not in pages.words()
    model.objects.update(sealed=bytes(40))
    pages.forget()
    for path in ("/", "/book", "/reminders"):
        assert "does not open" in pages.words(path)
        assert pages.words(path).split("Cases:")[1].split()[0] == "K1"
    words = pages.words()
    expected = {Confirmation: "by you Wed 4", Hearing: "the hearing", JudgeLimit: "the limit", Task: "the task"}
    for kind, told in expected.items():
        assert (told in words) == (kind is not model)
    assert second.slug in words
    assert "A record of this case is damaged" in pages.words("/cases/K1")
    assert "damaged" not in pages.words("/cases/K2")


def test_a_damaged_paper_or_note_stops_neither_the_page_of_the_case_nor_the_search(pages):
    pages.keep(PaperRow, title="the first paper", state="draft")
    pages.keep(PaperRow, title="the second paper", state="draft")
    pages.keep(Note, text="needle in a note")
    PaperRow.objects.filter(number=1).update(sealed=bytes(40))
    pages.keep(Note, text="needle in another")
    Note.objects.filter(number=1).update(sealed=bytes(40))
    pages.forget()
    words = pages.words("/cases/K1")
    assert "the second paper · draft" in words
    assert "the first paper" not in words
    assert pages.browser.get("/cases/K1/papers/1").status_code == 404
    found = re.findall(
        r"/cases/K1/parts/notes#notes-\d", pages.browser.post("/search", {"wanted": "needle"}).content.decode()
    )
    assert found == ["/cases/K1/parts/notes#notes-2"]


def test_a_line_leads_to_its_deadline_opened_on_the_page_of_the_case(pages):
    href = re.search(r'href="(/cases/K1[?]open=(d[0-9a-f]+)#d[0-9a-f]+)"', pages.page())
    page = pages.page(href[1].partition("#")[0])
    opened = page.split(f'<details id="{href[2]}" open>')[1].split("</details>")[0]
    assert 'action="/cases/K1/confirm"' in opened
    assert page.count('" open>') == 1
    for other in ("d0000000000", "", "<b>"):
        assert '" open>' not in pages.page(f"/cases/K1?open={other}")


def test_what_was_passed_offers_the_request_to_restore_by_one_tap(pages):
    pages.on("2026-03-21")
    href = re.search(r'href="(/cases/K1/add[?]act=restoration-requested&amp;of=\d+)"', pages.page())[1]
    form = pages.page(href.replace("&amp;", "&"))
    chosen = re.findall(r'<option value="([^"]*)" selected', form)
    assert "2" in chosen or "order" in chosen
