"""The parts of a case in a real browser: axe-core finds nothing, nothing is wider than the screen, no script is run."""

import pytest

import chromium
from serving import Visitor, served

PARTS = "/cases/K8/parts"
PAGES = ["/cases/K8", "/cases/K3/parts/people", *(f"{PARTS}/{page}" for page in ("people", "people/1", "courts"))]
PAGES += [f"{PARTS}/{page}" for page in ("hearings/1", "tasks", "notes")]
PAGES += [f"{PARTS}/compartments{kind}" for kind in ("", "/identity", "/health")]
PAGES += [f"{PARTS}/access", f"{PARTS}/history", f"{PARTS}/people/99"]
SCRIPT = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"

pytestmark = chromium.needed


@pytest.fixture(scope="module")
def filled():
    """A demonstration in which every part of K8 holds something, long words and a script among it."""
    with served("--demo") as address:
        visitor = Visitor(address)
        long = "сверхдлинноесловобезпробелов" * 4
        rows = {
            "people": [{"name": f"{SCRIPT} {long}", "role": "relative", "relation": "мать", "other-case": "K3"}],
            "courts": [
                {"table": "hearings", "at": "9 февраля 10:00", "body": "supreme-court", "subject": long},
                {"table": "limits", "what": f"перевод {SCRIPT}", "until": "5 февраля"},
                {"table": "bodies", "name": "Суд", "address": "адрес\nвторая строка", "number": long},
            ],
            "tasks": [{"text": f"{SCRIPT} {long}", "due": "завтра"}],
            "notes": [{"text": f"{SCRIPT} {long}"}],
        }
        for page, told in rows.items():
            for fields in told:
                sent = visitor.post(f"{PARTS}/{page}", **{"table": page, **fields})
                assert "done=saved" in sent.url, page
        for kind, field in (("health", "doctor"), ("family", "who"), ("whereabouts", "now")):
            visitor.post(f"{PARTS}/compartments/{kind}", version="0", **{field: f"{SCRIPT} {long}"})
        yield address


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_axe_finds_nothing_with_names_and_without(browser, filled, lang, width):
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    look(page, filled, lang, [f"{PARTS}/people", f"{PARTS}/people/1", f"{PARTS}/compartments/health"])
    page.locator("form.names button").click()
    look(page, filled, lang, PAGES)
    assert all(address.startswith(filled) for address in asked)
    context.close()


def look(page, address, lang, paths):
    for path in paths:
        page.goto(f"{address}{path}?lang={lang}")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        page.evaluate(chromium.AXE)
        found = page.evaluate("axe.run()")["violations"]
        assert not found, (path, [(one["id"], one["nodes"][0]["html"]) for one in found])
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, (path, wide)
        assert page.title() != "taken"


def test_two_windows_and_the_second_keeps_its_text(browser, filled):
    """As two people at one desk would: both open the form, both save."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{filled}{PARTS}/compartments/family?lang=en")
    page.locator("form.names button").click()
    path = f"{filled}{PARTS}/compartments/family"
    page.goto(path)
    other = context.new_page()
    other.goto(path)
    for window, words in ((page, "of the first window"), (other, "of the second window")):
        window.get_by_label("where they live").fill(words)
        window.get_by_role("button", name="Save").click()
    other.get_by_role("alert").wait_for()
    assert other.get_by_label("where they live").input_value() == "of the second window"
    assert "of the first window" in other.locator("section.preview").inner_text()
    other.get_by_role("button", name="Save").click()
    other.get_by_role("status").wait_for()
    assert other.get_by_label("where they live").input_value() == "of the second window"
    context.close()
