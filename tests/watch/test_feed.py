"""The calendar of the register: neutral, and the same as the command writes."""

from pathlib import Path

from icalendar import Calendar

import register_folders as folders
from accepting import panah
from moments import on
from panah.procedure.replay import replay
from panah.register import actions, queries
from panah.watch import feed
from panah.watch.models import ways

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
DAY = on(1, 29).day


def of_register(register, law, lang="ru"):
    found = []
    for case in queries.cases(register.owner):
        casefile, _ = queries.casefile(register.owner, case.slug, law.vocabulary)
        found.append((case, casefile._replace(case=case.slug), replay(casefile, law, as_of=DAY)))
    return feed.calendar(found, law, lang).decode()


def told(text):
    """What an event says, without the code of the case and the identifier made of it."""
    return sorted(
        (event.decoded("dtstart").isoformat(), str(event["summary"]).split(",")[0], str(event.get("description", "")))
        for event in Calendar.from_ical(text).walk("VEVENT")
    )


def test_it_says_the_same_as_the_command_for_every_public_case(register, law):
    for path in EXAMPLES:
        casefile = folders.casefile(path.read_bytes(), path.name, law.vocabulary)
        actions.create_case(casefile, register.owner, folders.AT)
    command = panah("calendar", "--as-of", "2026-01-29", folder=EXAMPLES[0].parent).out
    assert told(of_register(register, law)) == told(command) != []


def test_titles_are_a_number_and_an_alias(register, law):
    register.take()
    text = of_register(register, law).replace("\r\n ", "")
    assert "SUMMARY:срок 1\\, дело K1" in text
    for word in (*folders.MARKERS, "Верховн", "УПК", "kz/", "выдач"):
        assert word not in text


def test_only_the_whole_secret_is_the_secret(register):
    secret = ways().feed_secret
    assert len(secret) == 48
    assert feed.is_secret(secret)
    for other in ("", secret[:-1], secret + "0", secret.upper() if secret != secret.upper() else "x"):
        assert not feed.is_secret(other)
