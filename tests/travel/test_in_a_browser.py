"""The travel file in Chromium, from the disk, with no network: as a phone in a court would have it."""

import datetime as dt
import os
import shutil
import warnings

import pytest

import register_folders as folders
from panah.procedure import read_casefile
from panah.travel.packing import pack
from panah.travel.telling import content

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = os.environ.get("PANAH_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
DAY = dt.date(2026, 1, 29)
HOSTILE = folders.CASE.replace("Markertown airport", "<img src=x onerror=alert(1)>")


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine; name one by PANAH_CHROMIUM")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with playwright.sync_playwright() as driver:
            chromium = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            yield chromium
            chromium.close()


@pytest.fixture
def travel(tmp_path):
    law = folders.law()
    casefile, _ = read_casefile(HOSTILE, "f.yaml", law.vocabulary)
    told = content(casefile, law, "ru", as_of=DAY.toordinal(), alias="")
    made = pack(told, "ru")
    path = tmp_path / "panah-K7.html"
    path.write_bytes(made.html)
    return path.as_uri(), made.passphrase


@pytest.fixture
def page(browser):
    """A phone of 390 pixels, off line; what it asked for and complained of is kept."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, offline=True)
    opened = context.new_page()
    opened.asked, opened.complaints = [], []
    opened.on("request", lambda request: opened.asked.append(request.url))
    opened.on("console", lambda message: opened.complaints.append(message.text))
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    yield opened
    context.close()


def open_on(page, day, url):
    page.clock.set_fixed_time(dt.datetime.combine(day, dt.time(12)))
    page.goto(url)


def test_it_opens_off_line_with_its_key_and_asks_for_nothing(page, travel):
    url, passphrase = travel
    open_on(page, DAY, url)
    assert page.title() == "Panah"
    assert "Доу-Маркер" not in page.content()
    page.get_by_label("Ключ этого файла").fill(passphrase.lower().replace("-", " "))
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Доу-Маркер").wait_for()
    body = page.inner_text("#case")
    assert "жалоба в Верховный Суд" in body
    assert "старше" not in body
    assert "<img src=x onerror=alert(1)>" in body  # told as text
    assert page.locator("#case img").count() == 0
    assert page.asked == [url]
    assert page.complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Закрыть дело").click()
    assert "Доу-Маркер" not in page.content()


def test_a_wrong_key_is_told_in_a_plain_sentence(page, travel):
    url, passphrase = travel
    open_on(page, DAY, url)
    page.get_by_label("Ключ этого файла").fill(passphrase[:-1] + ("2" if passphrase[-1] != "2" else "3"))
    page.get_by_role("button", name="Открыть").click()
    page.get_by_text("Не открылось: ключ не от этого файла").wait_for()
    assert page.locator("#case").is_hidden()
    assert page.complaints == []


@pytest.mark.parametrize(("after", "old"), [(7, False), (8, True)])
def test_an_old_file_says_so(page, travel, after, old):
    url, passphrase = travel
    open_on(page, DAY + dt.timedelta(days=after), url)
    page.get_by_label("Ключ этого файла").fill(passphrase)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Доу-Маркер").wait_for()
    assert ("Файл старше, чем можно полагаться (по чт 5 февраля 2026)" in page.inner_text("#case")) == old


def test_a_reader_of_screens_stumbles_over_nothing(page, travel):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")
    url, passphrase = travel
    open_on(page, DAY, url)
    assert axe.Axe().run(page).response["violations"] == []
    page.get_by_label("Ключ этого файла").fill(passphrase)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Доу-Маркер").wait_for()
    assert axe.Axe().run(page).response["violations"] == []
