"""The form of a new case in a real browser: axe-core finds nothing, nothing is wider than the screen."""

import pytest

import chromium
from register_folders import PASSPHRASE

pytestmark = chromium.needed


def looked_at(page):
    page.evaluate(chromium.AXE)
    found = page.evaluate("axe.run()")["violations"]
    assert not found, [(one["id"], one["nodes"][0]["html"]) for one in found]
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize("width", [1280, 390])
def test_from_an_empty_register_to_a_case_with_its_first_act(office, width):
    with chromium.launched() as browser:
        page = browser.new_page(viewport={"width": width, "height": 844})
        page.goto(f"{office.address}/unseal")
        page.fill("#passphrase", PASSPHRASE)
        page.press("#passphrase", "Enter")
        page.wait_for_url(f"{office.address}/")
        for lang in ("ru", "kk", "en"):
            page.goto(f"{office.address}/?lang={lang}")
            looked_at(page)
            page.click('main a[href="/cases/new"]')
            page.fill("#new-citizenship", "Atlantis")
            page.evaluate("document.querySelector('main details').open = true")
            looked_at(page)
            page.click("main form button")
            assert page.locator("main .fault p").count() == 2, "no name, and a country that is none"
            looked_at(page)
        page.fill("#new-name-en", "Anna")
        page.fill("#new-citizenship", "Russia")
        page.select_option("#new-act", "detained wanted")
        page.fill("#new-date", "1 Feb 14:20")
        page.press("#new-date", "Enter")
        page.wait_for_url("**/cases/K1?done=opened")
        assert page.title() == "K1 · Panah"
        assert page.locator("nav.likely a").count() > 2
        browser.close()
