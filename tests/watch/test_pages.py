"""Reminders and travel files through `panah serve`: what a browser, a calendar program and a script are given."""

import json
import os
import re
import shutil
import warnings

import pytest
from icalendar import Calendar

from serving import PASSPHRASE, Visitor, served

CHROMIUM = os.environ.get("PANAH_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
DAY = ("--as-of", "2026-02-06")


@pytest.fixture(scope="module")
def demo():
    with served("--demo", *DAY) as address:
        yield address


def test_the_page_tells_each_reminder_with_its_rule_and_what_happens_if_missed(demo):
    words = Visitor(demo).get("/reminders?lang=en").words
    # served on 29 January; ten days end on Sunday 8 February: the last day is Monday 9 February
    found = re.search(r"Mon 9 February 2026 · in 3 days · (K\d+) · complaint to the Supreme Court", words)
    assert found
    assert f"case {found[1]} · Mon 9 February 2026 · in 3 days" in words
    assert "592(1)" in words


def test_the_feed_answers_its_address_alone_and_tells_no_name(demo):
    visitor = Visitor(demo)
    address = re.search(r'value="http://[^/]*(/feed/\w+\.ics)"', visitor.get("/reminders").page)[1]
    stranger = Visitor(demo)
    answer = stranger.get(address + "?lang=ru")
    events = Calendar.from_ical(answer.bytes).walk("VEVENT")
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert all(re.fullmatch(r"срок \d+, дело K\d+", str(event["summary"])) for event in events)
    assert events
    assert stranger.get("/feed/" + "0" * 48 + ".ics").status == 404
    visitor.post("/reminders/feed", seen_on="/reminders")
    assert stranger.get(address).status == 404


def test_the_script_is_told_each_reminder_once(demo):
    visitor = Visitor(demo)
    told = json.loads(visitor.get("/reminders.json").page)["reminders"]
    assert told
    assert all(re.search(r"case K\d+|дело K\d+", one["text"]) for one in told)
    token = visitor.token("/reminders")
    body = json.dumps([one["mark"] for one in told]).encode()
    headers = {"X-CSRFToken": token, "Content-Type": "application/json"}
    assert visitor.ask("/reminders/shown", body, headers).status == 204
    assert json.loads(visitor.get("/reminders.json").page)["reminders"] == []
    assert visitor.ask("/reminders/shown", b"{", headers).status == 400
    assert visitor.ask("/reminders/shown", body).status == 403


def test_a_mail_server_that_is_not_there_is_told_in_a_sentence(demo):
    visitor = Visitor(demo)
    given = {"mail_to": "a@example.org", "mail_host": "127.0.0.1", "mail_port": "9", "mail_security": "plain"}
    page = visitor.post("/reminders/mail", seen_on="/reminders?lang=en", mail_password="hidden-one", **given)  # noqa: S106
    assert "The mail server did not answer" in page.words
    assert "hidden-one" not in visitor.get("/reminders").page


def test_a_travel_file_is_handed_over_once_and_its_key_shown_once(demo):
    visitor = Visitor(demo)
    page = visitor.post("/cases/K1/travel", names="no")
    key = re.search(r'class="recovery">([\w-]+)<', page.page)[1]
    href = re.search(r'href="(/travel/\w+)"', page.page)[1]
    answer = visitor.get(href)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="panah-K1.html"'
    assert b"<title>Panah</title>" in answer.bytes
    assert key.encode() not in answer.bytes
    assert visitor.get(href).status == 404
    assert visitor.get("/cases/K999/travel").status == 404


def test_a_sealed_register_has_no_feed_no_reminder_and_no_travel_file(tmp_path):
    with served(*DAY, folder=tmp_path / "data") as address:
        visitor = Visitor(address)
        page = visitor.post("/first-start", passphrase=PASSPHRASE, repeated=PASSPHRASE).page
        visitor.post("/first-start", recovery=re.search(r"\d{6}(?:-\d{6}){7}", page)[0])
        feed = re.search(r'value="http://[^/]*(/feed/\w+\.ics)"', visitor.get("/reminders").page)[1]
        assert visitor.get(feed).status == 200
        visitor.post("/seal", seen_on="/reminders")
        assert visitor.get(feed).status == 404
        for path in ("/reminders", "/reminders.json", "/cases/K1/travel"):
            assert visitor.get(path).url.endswith("/unseal")


@pytest.fixture
def page(demo):
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine; name one by PANAH_CHROMIUM")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with playwright.sync_playwright() as driver:
            chromium = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            context = chromium.new_context(locale="en")
            opened = context.new_page()
            opened.complaints = []
            opened.on("console", lambda message: opened.complaints.append(message.text))
            opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
            yield opened
            chromium.close()


@pytest.mark.parametrize(("permission", "shown"), [("granted", True), ("default", False), ("denied", False)])
def test_the_desktop_shows_neutral_words_where_the_browser_allows_and_else_nothing(page, demo, permission, shown):
    page.add_init_script(f"""
        window.notes = []; window.sent = [];
        window.Notification = class {{
            constructor(title, given) {{ window.notes.push([title, given.body]); }}
            static permission = "{permission}";
        }};
        const real = window.fetch;
        window.fetch = (path, given) => {{ window.sent.push(path); return path.endsWith("shown")
            ? Promise.resolve(new Response(null, {{status: 204}}))
            : path.endsWith(".json") ? Promise.resolve(new Response(JSON.stringify(
                {{reminders: [{{mark: "a", text: "deadline 1, case K1 · Mon"}}], many: "x"}}))) : real(path, given); }};
    """)
    page.goto(demo + "/reminders?lang=en")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.notes") == ([["Panah", "deadline 1, case K1 · Mon"]] if shown else [])
    assert page.evaluate("window.sent") == (["/reminders.json", "/reminders/shown"] if shown else [])
    assert page.get_by_role("button", name="Show notifications").is_visible() == (permission == "default")
    assert page.complaints == []


def test_a_reader_of_screens_stumbles_over_nothing(page, demo):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for path in ("/reminders", "/cases/K1/travel"):
            page.goto(demo + path)
            assert axe.Axe().run(page).response["violations"] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
