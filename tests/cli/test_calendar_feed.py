"""The calendar: what other programs read of it, and what it must not tell."""

import datetime as dt
from pathlib import Path

from icalendar import Calendar

from accepting import panah

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = ("--as-of", "2026-01-29")


def events_of(text):
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_it_reads_back_and_keeps_to_the_form():
    text = panah("calendar", *DAY, folder=EXAMPLES).out
    assert events_of(text)
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert "METHOD" not in text
    assert "PRODID" in text


def test_titles_tell_no_name_no_rule_and_no_country_unless_asked():
    text = panah("calendar", *DAY, folder=EXAMPLES).out.replace("\r\n ", "")
    for told in ("Емельян", "emelyanova", "Мовлаев", "суд", "УПК", "kz/", "выдач"):
        assert told not in text
    full = panah("calendar", *DAY, "--full-titles", folder=EXAMPLES).out.replace("\r\n ", "")
    assert "Емельянова" in full
    assert "УПК" in full


def test_a_deadline_of_the_defence_is_a_whole_day_with_two_warnings():
    text = panah("calendar", "emelyanova", *DAY, "--full-titles", "--lang", "en", folder=EXAMPLES).out
    event = next(item for item in events_of(text) if "Supreme Court" in str(item["summary"]))
    assert event["dtstart"].dt == dt.date(2026, 2, 9)
    assert event["dtend"].dt == dt.date(2026, 2, 10)
    triggers = [alarm["trigger"].dt for alarm in event.walk("VALARM")]
    morning = dt.timedelta(hours=9)
    assert triggers == [morning - dt.timedelta(days=3), morning - dt.timedelta(days=1)]


def test_a_deadline_keeps_its_identifier_from_day_to_day_and_the_stamp_is_the_day_asked():
    first, later = (
        events_of(panah("calendar", "emelyanova", "--as-of", day, folder=EXAMPLES).out)
        for day in ("2026-01-29", "2026-01-30")
    )
    assert {str(event["uid"]) for event in later} <= {str(event["uid"]) for event in first}
    assert {event["dtstamp"].dt.date() for event in later} == {dt.date(2026, 1, 30)}


def test_a_day_for_which_nobody_read_the_law_says_that_it_is_not_verified_without_telling_more():
    for titles in ((), ("--full-titles",)):
        text = panah("calendar", "emelyanova", *DAY, *titles, "--lang", "en", folder=EXAMPLES).out
        # The codes were read up to 30 April 2026: the end of her twelve months, 30 August, is later, 9 February is not.
        told = {event["dtstart"].dt: str(event.get("description", "")) for event in events_of(text)}
        words = "not verified: the texts of the law were checked up to 30 April 2026"
        assert words in told[dt.date(2026, 8, 30)]
        assert words not in told[dt.date(2026, 2, 9)]


def test_identifiers_differ_within_a_calendar():
    uids = [str(event["uid"]) for event in events_of(panah("calendar", *DAY, folder=EXAMPLES).out)]
    assert len(uids) == len(set(uids))


def test_hours_become_a_moment(tmp_path):
    (tmp_path / "doe.yaml").write_text(
        "panah: 1\ncase: doe\nperson: {name: {en: Ana Doe}}\nstays: KZ\nwanted-by: RU\nacts:\n"
        '  - {date: "2026-01-28T14:20", act: detained, ground: wanted}\n',
        encoding="utf-8",
    )
    events = events_of(panah("calendar", "doe", *DAY, folder=tmp_path).out)
    # 72 hours from 14:20 on 28 January are over at 14:20 on 31 January, five hours east of UTC
    moments = [event["dtstart"].dt for event in events if isinstance(event["dtstart"].dt, dt.datetime)]
    assert dt.datetime(2026, 1, 31, 9, 20, tzinfo=dt.UTC) in moments
