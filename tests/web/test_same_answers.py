"""Every public case on several days: the book, the calendar and the terminal say the same.

The terminal's answer (`panah docket --json`) is the measure. Which of its items a page must show is written here anew,
from the rules of the docket and not by its code.
"""

import datetime as dt
import json
import re
from collections import Counter

import pytest
from icalendar import Calendar

import register_folders as folders
from accepting import panah
from panah.dates import day_words, weekday
from panah.places import examples_folder
from panah.register import actions
from panah.timelimits import parse_day
from panah.watch.models import ways
from seated import seated, words_of

CASES = sorted(examples_folder().glob("*.yaml"))
DAYS = ("2023-03-01", "2024-09-20", "2025-09-03", "2026-01-29", "2026-02-09")
GONE = {
    "abducted",
    "died",
    "expelled",
    "extradited",
    "handed-over-outside-procedure",
    "left-to-third-country",
    "returned-under-pressure",
    "returned-voluntarily",
}
LINE = re.compile(r'<p class="line">(.*?)</p>', re.DOTALL)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """A register of all public cases, in the order of their files: K1, K2 and so on."""
    folder = tmp_path_factory.mktemp("same") / "data"
    owner, _ = folders.make_register(folder)
    law = folders.law()
    for path in CASES:
        actions.create_case(folders.casefile(path.read_bytes(), path.name, law.vocabulary), owner, folders.AT)
    with seated(folder, law, DAYS[0]) as found:
        yield found


def answers(day):
    told = panah("docket", "--json", "--lang", "en", "--as-of", day, *CASES).out
    return {f"K{number}": case for number, case in enumerate(json.loads(told)["cases"], 1)}


def lines_of(page):
    """The lines of the book: alias, what, and the day as written."""
    found = []
    for line in LINE.findall(page):
        who = words_of(re.search(r'class="who">(.*?)</span>', line, re.DOTALL)[1])
        day = words_of(re.search(r'class="day">(.*?)</span>', line, re.DOTALL)[1])
        what = words_of(re.search(r'class="what">(.*?) <span class="cite"', line, re.DOTALL)[1])
        found.append((who, what, day.rstrip("*")))
    return found


def written(day, today):
    year = dt.date.fromordinal(day).year != dt.date.fromordinal(today).year
    return f"{weekday(day, 'en')} {day_words(day, 'en', short=True, year=year)}"


def ends(deadline):
    due = deadline["due"]
    first = parse_day(due["safe"])
    return first, first if due["latest"] is None else parse_day(due["latest"])


def to_work_to(deadline, today):
    first, last = ends(deadline)
    if first >= today or last < today:
        return first
    return today if deadline["binds"] == "defence" else last


def is_ahead(deadline, today):
    """Whether a limit still runs, or may."""
    if deadline["state"] in ("running", "suspended"):
        return True
    return deadline["state"] == "undetermined" and ends(deadline)[1] >= today and not deadline["met-by"]


@pytest.mark.parametrize("day", DAYS)
def test_the_book_has_what_the_terminal_answers_and_nothing_else(pages, day):
    pages.on(day)
    today = parse_day(day)
    lines = lines_of(pages.page("/book"))
    told = Counter((who, what) for who, what, _ in lines)
    days = set(lines)
    wanted = Counter()
    known = set()
    for slug, case in answers(day).items():
        here = case["outcome"] not in GONE
        for deadline in case["deadlines"]:
            title = deadline["title"]
            known |= {(slug, title), (slug, f"{title}: not on record")}
            known.add((slug, f"{title}: on record; whether in time cannot be told"))
            if here and (is_ahead(deadline, today) or (deadline["state"], deadline["binds"]) == ("missed", "defence")):
                wanted[slug, title] += 1
                first, last = ends(deadline)
                if deadline["binds"] == "defence" or first == last:
                    assert (slug, title, written(to_work_to(deadline, today), today)) in days
        for breach in case["breaches"]:
            known.add((slug, breach["title"]))
            wanted[slug, breach["title"]] += 1
    assert wanted
    assert {line: count for line, count in wanted.items() if told[line] < count} == {}
    assert set(told) - known == set()


@pytest.mark.parametrize("day", DAYS)
def test_the_calendar_of_the_pages_has_what_the_terminal_answers_and_its_calendar_writes(pages, day):
    pages.on(day)
    today = parse_day(day)
    feed = pages.browser.get(f"/feed/{ways().feed_secret}.ics?lang=en").content
    command = panah("calendar", "--as-of", day, "--lang", "en", *CASES).out
    ours, theirs = (list(Calendar.from_ical(text).walk("VEVENT")) for text in (feed, command))

    def told(events):
        return sorted((str(one.decoded("dtstart")), str(one["summary"]).split(",")[0]) for one in events)

    assert told(ours) == told(theirs)
    wanted = Counter()
    for slug, case in answers(day).items():
        for deadline in case["deadlines"] if case["outcome"] not in GONE else ():
            if deadline["binds"] == "defence" and is_ahead(deadline, today) and not deadline["met-by"]:
                wanted[slug, to_work_to(deadline, today)] += 1
    found = Counter()
    for event in ours:
        if event.subcomponents:  # what binds the defence warns
            slug = str(event["summary"]).rsplit(" ", 1)[1]
            found[slug, event.decoded("dtstart").toordinal()] += 1
    assert found == wanted
