"""An act is recorded once and as it was looked at, whatever another window and a second tap do meanwhile.

The case is that of `served_case`: acts 1 arrest, 2 order (2026-01-30), 3 served on the person (2026-02-02).
The day is Monday 2 February 2026.
"""

import re
from urllib.parse import urlencode

from served_case import CASE

ACT = "extradition-complaint-filed"
FORM = f"/cases/K1/add?act={ACT}"
EARLIER = {"seen_on": "/cases/K1/add?act=recorded", "act": "recorded", "what": "a talk", "date": "2026-01-05"}


def begun(office):
    office.send_files("/import", [("example.yaml", CASE)])
    office.get("/?lang=en")
    return office


def exported(office):
    return office.get("/cases/K1/export").page


def opened(office, form):
    """What the form would send as it stands in a window that was opened on it."""
    page = office.get(form).page.partition("<form method")[2]
    told = dict(re.findall(r'<input[^>]*name="([\w-]+)"[^>]*value="([^"]*)"', page))
    chosen = re.findall(r'<select[^>]*name="([\w-]+)"[^>]*>.*?<option value="([^"]+)" selected', page)
    return {**told, **dict(chosen)}


def sent(office, window, **fields):
    return office.ask("/cases/K1/add", urlencode({**window, "save": "1", **fields}).encode())


def seen_again(answer):
    """The window after it was shown anew."""
    return re.search(r'name="seen" value="([\w.]+)"', answer.page).group(1)


def test_a_correction_changes_the_act_it_was_opened_on(office):
    """Another window records an earlier act, so that each act has another number by its day."""
    window = opened(begun(office), "/cases/K1/add?correct=2")
    assert "recorded" in office.post("/cases/K1/add", **EARLIER, save="1").words
    answer = sent(office, window, date="2026-01-31")
    assert "was changed while you wrote" in answer.words
    assert re.search(r"Recorded before: 3\. [^·]*30 January 2026", answer.words)
    assert 'value="2026-01-31"' in answer.page
    assert "2026-01-31" not in exported(office)
    assert "recorded" in sent(office, window, date="2026-01-31", seen=seen_again(answer)).words
    assert "supersedes: order" in exported(office)
    assert exported(office).count("supersedes") == 1


def test_a_link_that_stands_in_an_old_page_leads_to_the_same_act(office):
    links = re.findall(r'"(/cases/K1/add\?act=served[^"]*)"', begun(office).get("/cases/K1").page)
    office.post("/cases/K1/add", **EARLIER, save="1")
    form = office.get(links[0].replace("&amp;", "&")).page
    assert re.search(r'<option value="order" selected>', form)
    assert 'id="act-2"' in office.get("/cases/K1").page
    assert re.search(
        r'<li id="act-2"[^>]*><span class="number">3</span> <strong>[^<]*30 January', office.get("/cases/K1").page
    )


def test_a_second_tap_records_nothing_and_says_so(office):
    window = opened(begun(office), FORM)
    source = {"source-title": "The complaint", "certainty": "reported"}
    assert "The act is recorded" in sent(office, window, **source).words
    once = exported(office)
    again = sent(office, window, **source)
    assert "recorded already" in again.words
    assert exported(office) == once
    assert once.count(f"act: {ACT}") == once.count("The complaint") == 1


def test_a_second_tap_on_a_correction_records_nothing(office):
    window = opened(begun(office), "/cases/K1/add?correct=3")
    assert "The act is recorded" in sent(office, window, date="2026-01-31").words
    once = exported(office)
    assert "recorded already" in sent(office, window, date="2026-01-31").words
    assert exported(office) == once


def test_another_act_of_the_same_window_is_no_second_tap(office):
    """Recorded, back in the browser, another source written: seen anew, with the words kept, and then recorded."""
    window = opened(begun(office), FORM)
    sent(office, window, **{"source-title": "One"})
    answer = sent(office, window, **{"source-title": "Two"})
    assert "was changed while you wrote" in answer.words
    assert 'value="Two"' in answer.page
    assert "Two" not in exported(office)
    sent(office, window, **{"source-title": "Two", "seen": seen_again(answer)})
    assert exported(office).count(f"act: {ACT}") == 2


def test_an_act_that_was_there_before_may_be_recorded_once_more(office):
    begun(office)
    for count in (1, 2):
        assert "The act is recorded" in sent(office, opened(office, FORM)).words
        assert exported(office).count(f"act: {ACT}") == count


def test_an_act_is_corrected_once_and_then_its_correction_is(office):
    first, second = (opened(begun(office) if n == 0 else office, "/cases/K1/add?correct=3") for n in (0, 1))
    sent(office, first, date="2026-01-31")
    once = exported(office)
    answer = sent(office, second, date="2026-02-01")
    assert "corrected already: service to the person: 31 January 2026" in answer.words
    assert 'value="2026-02-01"' in answer.page
    assert "What changes" not in answer.words
    assert exported(office) == once
    fields = {"act": "served", "of": "order", "to": "person", "date": "2026-02-01", "supersedes": "served"}
    assert (
        "corrected already"
        in office.post("/cases/K1/add", seen_on="/cases/K1/add?act=served", **fields, save="1").words
    )
    sent(office, opened(office, "/cases/K1/add?correct=4"), date="2026-02-01")
    assert exported(office).count("supersedes") == 2


def test_a_form_that_does_not_say_what_it_rests_on_is_looked_at_first(office):
    window = opened(begun(office), FORM)
    before = exported(office)
    for seen in ("", "3", "x.y", "-1.z", "99999.a"):
        assert "What changes" in sent(office, window, seen=seen).words
    assert exported(office) == before
