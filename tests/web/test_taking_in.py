"""A changed file of a known case: its changes are shown, taken whole or left; nothing of it lies on the disk."""

import re

from served_case import CASE

CHANGED = CASE.replace(b"2026-02-02, act: served", b"2026-02-01, act: served").replace(b"Jane Doe", b"Jane Roe")
CHANGED += b"  - {date: 2026-02-02, act: served, of: order, to: counsel}\n"


def shown(office):
    office.send_files("/import", [("example.yaml", CASE)])
    office.get("/?lang=en")
    return office.send_files("/import", [("changed.yaml", CHANGED)])


def token(page):
    return re.search(r'name="take" value="([\w.]+)"', page).group(1)


def test_what_would_change_is_shown_and_nothing_is_taken_yet(office):
    answer = shown(office)
    before = office.get("/cases/K1/export").page
    assert "K1 · changed.yaml: What changes" in answer.words
    assert "name in English: Jane Doe → Jane Roe" in answer.words
    assert "correction: service to the person: 2 February 2026 When: 2026-02-02 → 2026-02-01" in answer.words
    assert "new act: service to counsel: 2 February 2026" in answer.words
    assert "2026-02-01" not in before


def test_taken_whole_and_the_same_file_again_changes_nothing(office, tmp_path):
    answer = shown(office)
    before = office.get("/cases/K1/export").page
    done = office.post("/import", take=token(answer.page))
    assert "The changes were taken in: K1" in done.words
    after = office.get("/cases/K1/export").page
    acts = before.partition("acts:")[2]
    assert acts in after
    assert "Jane Roe" in after
    assert "date: 2026-02-01, act: served, of: order, to: person, supersedes: served" in after
    assert "person.name.en: Jane Doe → Jane Roe" in office.get("/cases/K1").words
    for file in (CHANGED, CASE.replace(b"Jane Doe", b"Jane Roe"), after.encode()):
        assert "there already, unchanged" in office.send_files("/import", [("again.yaml", file)]).words
    assert office.get("/cases/K1/export").page == after
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"Jane Roe" not in everything


def test_left_or_sealed_nothing_is_taken(office):
    answer = shown(office)
    before = office.get("/cases/K1/export").page
    held = token(answer.page)
    assert "What changes" in office.get("/import").words
    assert "What changes" not in office.post("/import", leave=held.partition(".")[0]).words
    office.post("/import", take=held)
    assert office.get("/cases/K1/export").page == before


def test_what_changed_meanwhile_is_shown_again(office):
    answer = shown(office)
    form = "/cases/K1/add?act=bail-requested"
    office.post("/cases/K1/add", seen_on=form, act="bail-requested", date="today", save="1")
    again = office.post("/import", take=token(answer.page))
    assert "was changed while you edited" in again.words
    assert "Jane Roe" not in office.get("/cases/K1/export").page
    assert "taken in: K1" in office.post("/import", take=token(again.page)).words


def test_more_files_than_are_taken_at_once_are_named(office):
    files = [(f"{number}.yaml", CASE.replace(b"case: example", b"case: e%d" % number)) for number in range(1, 504)]
    # what is asked here is how many arrive: each but the last few is refused for its size alone
    told = office.send_files("/import", [(name, b"panah: 2\n") for name, _ in files[:498]] + files[498:])
    assert "498.yaml" in told.words
    assert "Cases taken in: 2" in told.words
    assert "3 files, from 501.yaml on: at most 500 are taken at once" in told.words
    assert office.send_files("/import", files[500:]).url.endswith("done=imported")


def test_words_of_a_file_are_never_taken_for_code(office):
    shown(office)
    hostile = CASE.replace(b'title: "<b>News</b>"', b'title: "<script>alert(2)</script>"')
    page = office.send_files("/import", [("<i>.yaml", hostile)]).page
    assert "<script>alert" not in page
    assert "<i>.yaml" not in page


def test_a_demonstration_takes_no_case_file_and_says_why(reader):
    page = reader.get("/import")
    assert "it takes no case files" in page.words
    assert 'type="file"' not in page.page
    before = reader.get("/cases").words
    refused = reader.send_files("/import", [("example.yaml", CASE)])
    assert refused.status == 403
    assert "For cases of your own end it and start: panah serve" in refused.words
    assert reader.get("/cases").words == before
