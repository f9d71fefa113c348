"""Reminders: each stage once, whatever the laptop slept through.

By hand, for the case of `register_folders`: served on Thursday 22 January 2026, ten days end on Sunday 1 February, so
the last day is Monday 2 February. Stages of what is ours: 7, 3, 1 and 0 days before; passed from 3 February on, for 14
days. Detained on 28 January at 14:20 in Kazakhstan (UTC+5): 72 hours end on 31 January at 09:20 UTC.
"""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import register_folders as folders
from moments import on
from panah.register import opening
from panah.register.models import Confirmation
from panah.register.rows import add_row
from panah.watch import rounds
from panah.watch.mail import MailError
from panah.watch.models import Sent, Way, ways
from panah.watch.reminders import Instant

DETAINED = """panah: 1
case: roe
person: {name: {en: Ana Roe-Marker}}
stays: KZ
wanted-by: RU
acts:
  - {date: "2026-01-28T14:20", act: detained, ground: wanted}
"""


def stages(register, law, now, key):
    return [one.reminder.stage for one in rounds.due(register.stands(now.day), law, now) if one.reminder.key == key]


@pytest.mark.parametrize(
    ("now", "stage"),
    [
        (on(1, 25), []),
        (on(1, 26), ["days-7"]),
        (on(1, 29), ["days-7"]),
        (on(1, 30), ["days-3"]),
        (on(2, 1), ["days-1"]),
        (on(2, 2), ["days-0"]),
        (on(2, 3), ["passed"]),
        (on(2, 16), ["passed"]),
        (on(2, 17), []),
    ],
)
def test_stages_of_days(register, law, complaint, now, stage):
    register.take()
    assert stages(register, law, now, complaint) == stage


@pytest.mark.parametrize(
    ("now", "stage"),
    [
        (on(1, 30, 9, 19), []),
        (on(1, 30, 9, 20), ["hours-24"]),
        (on(1, 31, 3, 19), ["hours-24"]),
        (on(1, 31, 3, 20), ["hours-6"]),
        (on(1, 31, 7, 20), ["hours-2"]),
        (on(1, 31, 9, 20), ["hours-2"]),
    ],
)
def test_stages_of_hours(register, law, now, stage):
    register.take(DETAINED)
    moment = 739_647 * 1440 + 14 * 60 + 20  # 31 January 2026, 14:20, as the engine counts local minutes
    found = rounds.due(register.stands(now.day), law, now)
    assert {one.reminder.stage for one in found if one.reminder.item.minute == moment} == set(stage)


def test_what_was_filed_is_reminded_of_no_more(register, law, complaint):
    register.take(folders.CASE + "  - {date: 2026-01-28, act: extradition-complaint-filed, of: decision}\n")
    assert stages(register, law, on(2, 1), complaint) == []


def test_a_day_the_lawyer_set_counts_instead_until_the_computed_one_changes(register, law, complaint):
    case = register.take()
    said = {"deadline": complaint, "decision": "overridden", "day": "2026-01-29", "reason": "суд указал"}
    add_row(case, Confirmation, {**said, "computed": "2026-02-02"}, register.owner, folders.AT)
    assert stages(register, law, on(1, 26), complaint) == ["days-3"]
    assert stages(register, law, on(1, 29), complaint) == ["days-0"]
    add_row(case, Confirmation, {**said, "computed": "2026-02-05"}, register.owner, folders.AT)
    assert stages(register, law, on(1, 29), complaint) == ["days-7"]


def set_mail_up():
    row = ways()
    row.mail_host, row.mail_to = "127.0.0.1", "a@example.org"
    row.save()


@pytest.fixture
def posted():
    return []


def test_three_days_asleep_are_made_up_for_once(register, law, complaint, posted):
    register.take()
    set_mail_up()

    def wake(now):
        return rounds.send_mail(register.stands(now.day), law, now, lambda mail, _: posted.append(mail.get_content()))

    wake(on(1, 29))
    before = len(posted)
    assert wake(on(2, 1)) >= 1
    assert len(posted) == before + 1
    assert wake(on(2, 1, 5)) == 0
    assert wake(on(2, 1, 23)) >= 1  # four in the morning of the last day in Kazakhstan
    assert rounds.not_told(rounds.due(register.stands(on(2, 2).day), law, on(2, 2)), Way.MAIL) == []
    assert len(posted) == before + 2


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(hours=st.lists(st.integers(0, 24 * 30), min_size=1, max_size=12))
def test_whenever_it_wakes_nothing_is_told_twice_and_nothing_reached_stays_untold(register, law, hours):
    Sent.objects.all().delete()
    if not register.stands(on(1, 20).day):  # one register for all examples
        register.take()
        register.take(DETAINED)
        set_mail_up()
    begin = dt.datetime(2026, 1, 20, 4, tzinfo=dt.UTC)
    told = []
    for after in sorted(hours):
        at = begin + dt.timedelta(hours=after)
        now = Instant((at + dt.timedelta(hours=5)).date().toordinal(), at)
        wanted = rounds.not_told(rounds.due(register.stands(now.day), law, now), Way.MAIL)
        sent = rounds.send_mail(register.stands(now.day), law, now, lambda *_: None)
        assert sent == len(wanted)
        told += [(one.reminder.slug, one.reminder.key, one.reminder.counted, one.reminder.stage) for one in wanted]
        assert rounds.not_told(rounds.due(register.stands(now.day), law, now), Way.MAIL) == []
    assert len(told) == len(set(told))


def test_a_mail_that_did_not_go_out_goes_with_the_next_round(register, law, posted):
    register.take()
    set_mail_up()

    def fail(*_):
        raise MailError("not-reached")

    now = on(1, 26)
    assert rounds.send_mail(register.stands(now.day), law, now, fail) == 0
    assert ways().fault == "not-reached"
    assert rounds.send_mail(register.stands(now.day), law, now, lambda mail, _: posted.append(mail)) > 0
    assert ways().fault == ""


def test_ways_do_not_know_of_each_other(register, law):
    register.take()
    now = on(1, 26)
    found = rounds.due(register.stands(now.day), law, now)
    rounds.mark_told(found, Way.DESKTOP, now)
    rounds.mark_told(found, Way.DESKTOP, now)
    assert rounds.not_told(found, Way.DESKTOP) == []
    assert rounds.not_told(found, Way.MAIL) == found != []


def test_nothing_is_told_while_sealed(register, law, posted):
    register.take()
    set_mail_up()
    now = on(1, 26)
    stands = register.stands(now.day)
    opening.seal()
    assert rounds.due(stands, law, now) == []
    assert rounds.send_mail(stands, law, now, lambda mail, _: posted.append(mail)) == 0
    assert posted == []


def test_what_is_remembered_tells_nothing_of_the_case(register, law):
    register.take()
    now = on(1, 26)
    rounds.mark_told(rounds.due(register.stands(now.day), law, now), Way.MAIL, now)
    for row in Sent.objects.all():
        assert set(row.mark) <= set("0123456789abcdef")
