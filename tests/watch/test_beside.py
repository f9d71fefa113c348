"""Reminders and calendar of days the lawyer set, hearings, limits that were set and tasks.

By hand, for the case of `register_folders`: by the count of the law the complaint is due on Monday 2 February 2026.
"""

import datetime as dt

import pytest
from icalendar import Calendar

import register_folders as folders
from moments import on
from panah.procedure.replay import replay
from panah.register import queries
from panah.register.models import Confirmation, Hearing, JudgeLimit, Task
from panah.register.rows import add_row, change_row
from panah.telling.awaited import key_of
from panah.telling.law_words import LawWords
from panah.watch import feed, rounds
from panah.watch.reminders import told

TENTH = "2026-02-10"


def keep(register, case, model, **content):
    return add_row(case, model, content, register.owner, folders.AT)


def override(register, case, key, day, computed="2026-02-02"):
    said = {"deadline": key, "decision": "overridden", "day": day, "computed": computed, "reason": "marker-reason"}
    return keep(register, case, Confirmation, **said)


def stages(register, law, now, key):
    found = [one.reminder for one in rounds.due(register.stands(now.day), law, now) if one.reminder.key == key]
    return [(one.stage, dt.date.fromordinal(one.counted).isoformat()[5:]) for one in found]


@pytest.mark.parametrize(
    ("day", "now", "expected"),
    [
        # a later day hides nothing: the law's day is reminded of as ever, then the later one
        (TENTH, on(1, 26), [("days-7", "02-02")]),
        (TENTH, on(2, 2), [("days-0", "02-02")]),
        (TENTH, on(2, 3), [("days-7", "02-10")]),
        (TENTH, on(2, 10), [("days-0", "02-10")]),
        (TENTH, on(2, 11), [("passed", "02-10")]),
        # an earlier one leads, and the law's day is reminded of after it
        ("2026-01-29", on(1, 26), [("days-3", "01-29")]),
        ("2026-01-29", on(1, 29), [("days-0", "01-29")]),
        ("2026-01-29", on(1, 30), [("days-3", "02-02")]),
        ("2026-01-29", on(2, 2), [("days-0", "02-02")]),
        ("2026-01-29", on(2, 3), [("passed", "02-02")]),
    ],
)
def test_of_two_days_the_earlier_leads_and_the_other_is_not_lost(register, law, complaint, day, now, expected):
    override(register, register.take(), complaint, day)
    assert stages(register, law, now, complaint) == expected


HOURS = """panah: 1
case: roe
person: {name: {en: Ana Roe}}
stays: KZ
wanted-by: RU
acts:
  - {date: "2026-01-28T14:20", act: detained, ground: wanted}
"""


@pytest.mark.parametrize("day", ["2026-01-30", "2026-02-03"])
def test_the_hour_of_the_law_is_reminded_of_whatever_day_was_set(register, law, day):
    """72 hours from 28 January, 14:20, end on 31 January at 14:20 in Kazakhstan: 09:20 in UTC."""
    case = register.take(HOURS)
    ((_, position),) = register.stands(on(1, 29).day)
    keys = {key_of(item) for item in position.deadlines if item.minute == 739_647 * 1440 + 14 * 60 + 20}
    for key in keys:
        override(register, case, key, day, computed="2026-01-31")
    now = on(1, 31, 7, 20)
    found = [one.reminder for one in rounds.due(register.stands(now.day), law, now) if one.reminder.key in keys]
    assert {one.stage for one in found} == {"hours-2"}


@pytest.mark.parametrize(
    ("model", "content", "done", "expected"),
    [
        (
            Hearing,
            {"at": "2026-02-10T10:30", "subject": "marker-subject"},
            "result",
            {(2, 8): [], (2, 9): ["days-1"], (2, 10): ["days-0"], (2, 11): []},
        ),
        (
            JudgeLimit,
            {"what": "marker-subject", "until": TENTH},
            "done",
            {
                (2, 2): [],
                (2, 3): ["days-7"],
                (2, 7): ["days-3"],
                (2, 9): ["days-1"],
                (2, 10): ["days-0"],
                (2, 11): ["passed"],
                (2, 24): ["passed"],
                (2, 25): [],
            },
        ),
        (
            Task,
            {"text": "marker-subject", "due": TENTH},
            "done",
            {(2, 9): [], (2, 10): ["days-0"], (2, 11): []},
        ),
    ],
)
def test_what_has_a_day_of_its_own_is_reminded_of_neutrally_until_it_is_done(
    register, law, model, content, done, expected
):
    case = register.take()
    row = keep(register, case, model, **content)
    kind = {Hearing: "hearing", JudgeLimit: "limit", Task: "task"}[model]
    key = f"{kind}#1"
    for (month, day), wanted in expected.items():
        assert [stage for stage, _ in stages(register, law, on(month, day), key)] == wanted, (month, day)
    now = on(2, 10)
    (one,) = [one.reminder for one in rounds.due(register.stands(now.day), law, now) if one.reminder.key == key]
    words = told(one, law, LawWords("en"), now.day)
    named = {"hearing": "hearing 1", "limit": "limit set 1", "task": "task 1"}[kind]
    assert words.neutral == f"{named}, case {case.slug} · Tue 10 February 2026 · today"
    assert "marker-subject" in words.title
    change_row(row, {**content, done: "2026-02-09"}, register.owner, folders.AT)
    assert stages(register, law, now, key) == []


def events(register, law, day, lang="ru"):
    found = []
    for case in queries.cases(register.owner):
        casefile, _ = queries.casefile(register.owner, case.slug, law.vocabulary)
        found.append((case, casefile._replace(case=case.slug), replay(casefile, law, as_of=day)))
    text = feed.calendar(found, law, lang)
    assert b"marker" not in text
    return {
        str(event["summary"]): (event.decoded("dtstart"), len(event.subcomponents))
        for event in Calendar.from_ical(text).walk("VEVENT")
    }


def test_the_calendar_has_hearings_at_their_hour_and_limits_and_tasks_on_their_day(register, law):
    case = register.take()
    keep(register, case, Hearing, at="2026-02-10T10:30", subject="marker-subject", body="supreme-court")
    keep(register, case, Hearing, at=TENTH)
    keep(register, case, Hearing, at="2026-01-28", subject="gone by")
    limit = keep(register, case, JudgeLimit, what="marker-what", until="2026-02-11")
    keep(register, case, Task, text="marker-text", due="2026-02-12")
    found = events(register, law, on(1, 29).day)
    tenth = dt.date(2026, 2, 10)
    assert found["заседание 1, дело K1"] == (dt.datetime(2026, 2, 10, 5, 30, tzinfo=dt.UTC), 2)
    assert found["заседание 2, дело K1"] == (tenth, 2)
    assert found["назначенный срок 1, дело K1"] == (tenth + dt.timedelta(1), 2)
    assert found["задача 1, дело K1"] == (tenth + dt.timedelta(2), 2)
    assert "заседание 3, дело K1" not in found
    change_row(limit, {"what": "x", "until": "2026-02-11", "done": "2026-01-29"}, register.owner, folders.AT)
    assert "назначенный срок 1, дело K1" not in events(register, law, on(1, 29).day)


@pytest.mark.parametrize(
    ("day", "asked", "expected"),
    [
        (TENTH, on(1, 29), dt.date(2026, 2, 2)),
        (TENTH, on(2, 3), dt.date(2026, 2, 3)),  # passed by the law, not by the lawyer: today
        ("2026-01-30", on(1, 29), dt.date(2026, 1, 30)),
    ],
)
def test_the_calendar_has_the_day_to_work_to(register, law, complaint, day, asked, expected):
    case = register.take()
    without = events(register, law, asked.day)
    override(register, case, complaint, day)
    changed = [day for day, _ in events(register, law, asked.day).values()]
    assert changed.count(expected) == [day for day, _ in without.values()].count(expected) + (
        expected != dt.date(2026, 2, 2)
    )


def test_a_day_beyond_every_calendar_takes_no_other_day_with_it(register, law, complaint):
    case = register.take()
    last = "9999-12-31"
    keep(register, case, Task, text="x", due=last)
    keep(register, case, JudgeLimit, what="x", until=last)
    keep(register, case, Hearing, at=last)
    keep(register, case, Task, text="x", due=TENTH)
    override(register, case, complaint, last)
    for day in (on(1, 29).day, on(2, 3).day):
        assert [name for name in events(register, law, day) if not name.startswith("срок")] == ["задача 2, дело K1"]


@pytest.mark.parametrize("model", [Hearing, JudgeLimit, Task])
def test_a_damaged_row_takes_neither_reminders_nor_calendar_down(register, law, model):
    content = {Hearing: {"at": TENTH}, JudgeLimit: {"what": "x", "until": TENTH}, Task: {"text": "x", "due": TENTH}}
    case, other = register.take(), register.take()
    for one in (case, other):
        for kind, fields in content.items():
            keep(register, one, kind, **fields)
    model.objects.filter(case=case).update(sealed=bytes(40))
    now = on(2, 10)
    found = [one for one in rounds.due(register.stands(now.day), law, now) if "#1" in one.reminder.key]
    dated = [one for one in found if one.reminder.key in {"hearing#1", "limit#1", "task#1"}]
    assert [len([one for one in dated if one.case == which]) for which in (case, other)] == [2, 3]
    names = [name for name in events(register, law, now.day) if not name.startswith("срок")]
    assert [sum(f"дело {slug}" in name for name in names) for slug in ("K1", "K2")] == [2, 3]
