"""The pages in a real browser: axe-core finds nothing, nothing is asked of anybody else, the keyboard reaches all."""

import pytest

import chromium

PAGES = [
    "/",
    "/book",
    "/cases",
    "/cases/new",
    "/cases/K8",
    "/cases/K8/add",
    "/cases/K8/add?act=served",
    "/cases/K8/add?correct=5",
    "/cases/K8/sources",
    "/cases/K8?known=2025-11-01",
    "/law",
    "/search",
    "/settings",
]
PAGES += ["/law/kz/extradition/complaint-to-supreme-court", "/law/kz/custody/held-past-cap", "/import", "/cases/K99"]
PAGES += ["/settings/backup", "/settings/doctor", "/settings/cases", "/settings/cases/K8"]

pytestmark = chromium.needed


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_axe_finds_nothing_and_nothing_overflows(browser, demo, lang, width):
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    for path in PAGES:
        page.goto(f"{demo}{path}{'&' if '?' in path else '?'}lang={lang}")
        for details in page.locator("details").all()[:40]:
            details.evaluate("element => { element.open = true }")
        page.evaluate(chromium.AXE)
        found = page.evaluate("axe.run()")["violations"]
        assert not found, (path, [(one["id"], one["nodes"][0]["html"]) for one in found])
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, (path, wide)
    assert all(address.startswith(demo) for address in asked)
    assert not [words for words in said if "404" not in words]
    context.close()


def test_an_act_is_added_by_keyboard_alone(browser, own_demo):
    """From the docket's case to the saved act: type and press, never a pointer."""
    page = browser.new_page()
    page.goto(f"{own_demo.address}/cases/K8/add?act=extradition-complaint-filed&lang=en")
    assert page.evaluate("document.activeElement.name") == "date"
    page.keyboard.press("Enter")  # today stands there already
    page.wait_for_selector("section.preview")
    save = page.locator("button[name=save]")
    for _ in range(40):
        if save.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=status]")
    assert "recorded" in page.locator("[role=status]").inner_text()
    page.close()


def test_pages_print_on_paper_in_black(browser, demo):
    page = browser.new_page()
    page.goto(f"{demo}/book?lang=ru")
    page.emulate_media(media="print")
    assert not page.locator("header nav").first.is_visible()
    assert page.locator("ul.docket").first.is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.close()
