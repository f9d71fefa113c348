"""From the docket to a recorded act in a real browser: how many times a person has to tap and to press a key.

Written down before: the line in the docket, the case, the likely act, the day in one's own words, Enter to see what
changes, and the button that keeps it. Four taps, and the letters of the day with one key more.
"""

import pytest

import chromium

pytestmark = chromium.needed


class Hands:
    """Taps and presses keys, and counts both."""

    def __init__(self, page):
        self.page = page
        self.taps = self.keys = 0

    def tap(self, locator):
        self.taps += 1
        locator.tap()

    def follow(self, locator):
        with self.page.expect_navigation():
            self.tap(locator)

    def write(self, words):
        for letter in words:
            self.keys += 1
            self.page.keyboard.insert_text(letter)

    def press(self, key):
        self.keys += 1
        self.page.keyboard.press(key)


@pytest.fixture(scope="module")
def phone():
    with chromium.launched() as browser:
        yield browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
        browser.close()


@pytest.mark.parametrize(("lang", "day"), [("ru", "вчера"), ("kk", "кеше"), ("en", "yesterday")])
def test_an_act_takes_four_taps_and_the_day_in_words(phone, own_demo, lang, day):
    page = phone.new_page()
    hands = Hands(page)
    page.goto(f"{own_demo.address}/?lang={lang}")
    line = page.locator("details", has=page.locator('a[href="/cases/K8"]')).first
    hands.tap(line.locator("summary"))
    hands.follow(line.locator('a[href="/cases/K8"]'))
    hands.follow(page.locator("nav.likely a").first)
    # the field is empty, and empty means today: nothing has to be deleted first
    assert page.evaluate("document.activeElement.name") == "date"
    hands.write(day)
    hands.press("Enter")
    page.wait_for_selector("section.preview")
    save = page.locator("button[name=save]")
    box = save.bounding_box()
    assert box["y"] + box["height"] <= 844, "what changes and the button that keeps it are seen without scrolling"
    hands.follow(save)
    assert page.locator("p.done").is_visible()
    assert (hands.taps, hands.keys) == (4, len(day) + 1)
    assert "date: 2026-01-28" in own_demo.get("/cases/K8/export").page
    page.close()


def test_after_the_preview_two_keys_keep_the_act(phone, own_demo):
    """What changes has the focus, to be read out; the next stop is the button that keeps it."""
    page = phone.new_page()
    page.goto(f"{own_demo.address}/cases/K8/add?act=extradition-complaint-filed&lang=en")
    page.keyboard.press("Enter")
    page.wait_for_selector("section.preview")
    assert page.evaluate("document.activeElement.id") == "preview"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("p.done")
    assert "act: extradition-complaint-filed" in own_demo.get("/cases/K8/export").page
    page.close()
