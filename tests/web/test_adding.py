"""Adding an act with its source, handing over, correcting, sources told otherwise: through the pages alone.

The case is that of `served_case`: acts 1 arrest, 2 order (2026-01-30), 3 served on the person (2026-02-02).
The day is Monday 2 February 2026.
"""

import re

from served_case import CASE

ACT = "extradition-complaint-filed"
FORM = f"/cases/K1/add?act={ACT}"


def begun(office, case=CASE):
    office.send_files("/import", [("example.yaml", case)])
    office.get("/?lang=en")
    return office


def exported(office):
    return office.get("/cases/K1/export").page


def sent(office, form=FORM, **fields):
    told = {"act": ACT, "date": "today", "save": "1", **fields}
    return office.post(form.partition("?")[0], seen_on=form, **told)


def test_the_form_offers_the_sources_of_the_case(office):
    page = begun(office).get(FORM).page
    assert re.search(r'name="sources" value="paper"', page)
    sent(office, sources=["paper", "not there"])
    assert f"act: {ACT}, sources: [paper]" in exported(office)


def test_an_act_and_its_new_source_are_seen_and_then_recorded_together(office):
    before = exported(begun(office))
    source = {
        "source-title": "The order",
        "source-publisher": "Court",
        "source-published": "1 Feb 2026",
        "source-url": "https://example.org/1",
    }
    seen = sent(office, **source, save="", preview="1")
    assert "What changes" in seen.words
    assert 'value="The order"' in seen.page
    assert exported(office) == before
    assert "recorded" in sent(office, **source).words
    after = exported(office)
    assert 's1: {title: The order, publisher: Court, published: 2026-02-01, url: "https://example.org/1"}' in after
    assert f"act: {ACT}, sources: [s1]" in after


def test_a_document_in_our_hands_needs_no_more_words(office):
    sent(begun(office), **{"in-hand": "1", "sources": ["paper"]})
    after = exported(office)
    assert re.search(r"s1: \{title: [\w ]*complaint[\w ]*, publisher: document in our hands\}", after)
    assert "sources: [paper, s1]" in after


def test_a_source_that_is_none_leaves_neither_act_nor_source(office):
    before = exported(begun(office))
    for fault, words in (
        ({"source-url": "javascript:alert(1)"}, "begins with https://"),
        ({"source-title": "x", "source-published": "sometime"}, "was not understood"),
        ({"source-title": "x", "date": "sometime"}, "was not understood"),
    ):
        answer = sent(office, **fault)
        assert words in answer.words
        assert exported(office) == before


def test_what_is_recorded_late_was_not_known_before(office):
    begun(office)
    sent(office, date="31.01.2026")
    sent(office, date="31.01.2026", act="bars-submitted", **{"known-since": "1 Feb 2026"})
    source = {"source-title": "x", "source-published": "1 Feb 2026"}
    sent(office, date="31.01.2026", act="release-demanded", **source)
    sent(office, date="today", act="bail-requested")
    after = exported(office)
    assert f"act: {ACT}, known-since: 2026-02-02" in after
    assert "act: bars-submitted, known-since: 2026-02-01" in after
    assert "act: release-demanded, sources: [s1]}" in after
    assert "act: bail-requested}" in after


def test_a_paper_nobody_handed_over_offers_to_record_it(office):
    """The person was served: only counsel is left; a paper from whose service nothing counts offers nothing."""
    case = begun(office).get("/cases/K1").page
    assert re.findall(r'href="(/cases/K1/add\?act=served[^"]*)">([^<]*)<', case.partition('id="acts"')[2]) == [
        ("/cases/K1/add?act=served&amp;of=2&amp;to=counsel", "service to counsel: today")
    ]
    assert 'href="/cases/K1/add?act=served&amp;of=2&amp;to=counsel"' in case.partition('id="acts"')[0]
    form = office.get("/cases/K1/add?act=served&of=2&to=counsel").page
    assert re.search(r'<option value="order" selected>', form)
    assert re.search(r'<option value="counsel" selected>', form)
    sent(office, "/cases/K1/add?act=served&of=2&to=counsel", act="served", of="order", to="counsel")
    assert "act: served, of: order, to: counsel}" in exported(office)
    assert "act=served" not in office.get("/cases/K1").page


def test_a_service_that_names_nobody_is_on_the_person(office):
    begun(office, CASE.replace(b", to: person", b""))
    assert re.findall(r"act=served&amp;of=2&amp;to=(\w+)", office.get("/cases/K1").page.partition('id="acts"')[2]) == [
        "counsel"
    ]


def test_a_correction_is_filled_in_and_both_versions_stay(office):
    page = begun(office).get("/cases/K1").page
    assert 'href="/cases/K1/add?correct=3"' in page
    form = office.get("/cases/K1/add?correct=3")
    assert "Recorded before: 3. service to the person: 2 February 2026" in form.words
    assert 'name="date" value="2026-02-02"' in form.page
    assert re.search(r'<option value="order" selected>', form.page)
    assert 'name="supersedes"' not in form.page
    fields = {"act": "served", "of": "order", "to": "person", "correct": "3"}
    before = exported(office)
    answer = sent(office, "/cases/K1/add?correct=3", **fields, date="31.01.2026")
    assert "recorded" in answer.words
    after = exported(office)
    assert after.startswith(before)
    assert "supersedes: served, known-since: 2026-02-02" in after.removeprefix(before)
    acts = answer.page.partition('<ol class="actlist">')[2].partition("</ol>")[0]
    newer = acts.index("service to the person: 31 January 2026")
    assert newer < acts.index('<p class="over" id="act-3">4. service to the person: 2 February 2026')
    assert acts.count("<li") == 3
    # what was corrected from the first service counts from the second: 31 January and seven days
    assert "9 Feb" not in office.get("/").words


def test_a_correction_may_be_another_act(office):
    chooser = begun(office).get("/cases/K1/add?correct=3&other=1").page
    assert '<input type="hidden" name="correct" value="3">' in chooser
    form = office.get("/cases/K1/add?correct=3&act=recorded").page
    assert 'name="what"' in form
    sent(office, "/cases/K1/add?correct=3&act=recorded", act="recorded", what="a talk", correct="3")
    assert "act: recorded, what: a talk, supersedes: served" in exported(office)


def test_no_address_of_a_form_holds_the_name_of_an_act(office):
    begun(office, CASE.replace(b"order", b"about-ivanov").replace(b"arrest", b"ivanovs-arrest"))
    page = office.get("/cases/K1").page
    assert "ivanov" not in page.partition("<main")[2].replace("Ivanov", "")
    assert office.get("/cases/K1/add?correct=99").status == 404


def source_form(office, number):
    page = office.get("/cases/K1/sources").page
    version = re.search(rf'name="number" value="{number}"><input type="hidden" name="version" value="(\d+)"', page)
    return {"seen_on": "/cases/K1/sources", "number": str(number), "version": version.group(1)}


def test_a_source_is_told_otherwise_and_no_act_is_touched(office):
    before = exported(begun(office))
    assert "News" in office.get("/cases/K1").words
    form = source_form(office, 1)
    told = {"title": "Report", "publisher": "Paper", "published": "in January 2026", "url": "https://example.org/r"}
    assert "The source is kept" in office.post("/cases/K1/sources", **form, **told).words
    assert "Paper, Report" in office.get("/cases/K1").words
    after = exported(office)
    assert 'paper: {title: Report, publisher: Paper, published: "2026-01", url: "https://example.org/r"}' in after
    assert after.partition("acts:")[2] == before.partition("acts:")[2]
    stale = office.post("/cases/K1/sources", **form, title="Other")
    assert "was changed while you edited" in stale.words
    assert "title: Report" in exported(office)


def test_a_source_is_added_by_itself(office):
    begun(office)
    fields = {"seen_on": "/cases/K1/sources", "number": "new"}
    assert "Nothing was written" in office.post("/cases/K1/sources", **fields, title=" ").words
    assert "begins with https" in office.post("/cases/K1/sources", **fields, title="x", url="ftp://x").words
    office.post("/cases/K1/sources", **fields, title="A letter")
    assert "s1: {title: A letter}" in exported(office)
