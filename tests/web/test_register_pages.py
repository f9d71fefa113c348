"""First start, sealing, import, an act added, a day confirmed, a paper drafted: written through the pages alone.

The case is of the invented country: served on 2 February 2026 (a Monday), the complaint is due in seven days,
on Monday 9 February.
"""

import re

import register_folders as folders
from panah.lawmodel import read_law
from panah.places import examples_folder, law_folder
from panah.procedure.casefile_reading import read_casefile
from panah.procedure.casefile_writing import write_casefile
from served_case import CASE
from serving import PASSPHRASE, Visitor, served


def test_a_machine_without_a_register_asks_for_a_first_start(empty):
    for path in ("/", "/cases/K1", "/search", "/settings"):
        assert empty.get(path).url.endswith("/first-start")


def test_first_start_wants_a_long_passphrase_twice_and_the_recovery_key_typed_back(empty):
    assert "At least" in empty.get("/first-start?lang=en").words
    short = empty.post("/first-start", passphrase="short", repeated="short")  # noqa: S106
    assert 'role="alert"' in short.page
    differ = empty.post("/first-start", passphrase=PASSPHRASE, repeated=PASSPHRASE + "x")
    assert "differ" in differ.words
    shown = empty.post("/first-start", passphrase=PASSPHRASE, repeated=PASSPHRASE)
    key = re.search(r"(\d{6}-){7}\d{6}", shown.page).group(0)
    assert key not in Visitor(empty.address).get("/first-start").page  # another browser is not shown it
    shown = empty.post("/first-start", passphrase=PASSPHRASE, repeated=PASSPHRASE)
    key = re.search(r"(\d{6}-){7}\d{6}", shown.page).group(0)
    wrong = empty.post("/first-start", recovery=("1" if key[0] != "1" else "2") + key[1:])
    assert 'role="alert"' in wrong.page
    assert empty.get("/").url.endswith("/first-start")  # nothing was written
    made = empty.post("/first-start", recovery=key.replace("-", " "))
    assert made.url.endswith("/import")
    assert "There are no cases yet" in empty.get("/").words


def test_a_demonstration_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with served("--demo") as address:
        assert Visitor(address).get("/cases/K1").status == 200
        assert [path.name[:11] for path in tmp_path.iterdir()] == ["panah-demo-"]
    assert not list(tmp_path.iterdir())


def test_sealed_nothing_is_served_and_passphrase_or_recovery_key_opens(office):
    office.send_files("/import", [("example.yaml", CASE)])
    assert office.post("/seal", seen_on="/").url.endswith("/unseal")
    for path in ("/", "/book", "/cases/K1", "/cases/K1/export", "/law", "/search", "/settings", "/import"):
        answer = office.get(path)
        assert answer.url.endswith("/unseal")
        assert "/cases/K1" not in answer.page
    assert "not the passphrase" in office.post("/unseal", passphrase="another passphrase").words  # noqa: S106
    assert office.post("/unseal", passphrase=folders.PASSPHRASE).url.endswith("/")
    office.post("/seal", seen_on="/")
    assert office.post("/unseal", recovery=office.recovery_key).url.endswith("/")
    assert office.get("/cases/K1").status == 200


def test_a_browser_that_did_not_open_it_gets_nothing(office):
    office.send_files("/import", [("example.yaml", CASE)])
    stranger = Visitor(office.address)
    assert stranger.get("/cases/K1").url.endswith("/unseal")
    assert office.get("/cases/K1").status == 200


def test_files_are_taken_whole_or_not_at_all_with_every_fault(office):
    bad = CASE.replace(b"act: detained", b"act: detaned").replace(b"2026-01-30", b"2026-02-30")
    answer = office.send_files("/import", [("bad.yaml", bad)])
    assert "bad.yaml:9" in answer.words
    assert "bad.yaml:10" in answer.words
    assert "There are no cases yet" in office.get("/cases").words
    assert office.send_files("/import", [("good.yaml", CASE)]).url.endswith("done=imported")
    twice = office.send_files("/import", [("again.yaml", CASE)])
    assert "K1 again.yaml: there already, unchanged" in twice.words


def test_what_files_say_is_never_taken_for_code(office):
    office.send_files("/import", [("example.yaml", CASE)])
    page = office.get("/cases/K1").page
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<b>News</b>" not in page
    assert "javascript:" not in page  # an address that is none of the web is no link


def test_export_gives_back_the_bytes_of_every_public_case(own_demo):
    law, _ = read_law(law_folder(), None)
    for number, path in enumerate(sorted(examples_folder().glob("*.yaml")), 1):
        if number % 5:
            continue  # each fifth: the bridge itself is tested on all of them
        casefile, _ = read_casefile(path.read_bytes(), path.name, law.vocabulary)
        answer = own_demo.get(f"/cases/K{number}/export")
        assert answer.page == write_casefile(casefile)
        assert answer.headers["Content-Disposition"] == f'attachment; filename="K{number}.yaml"'


def test_an_act_is_seen_before_it_is_kept_and_then_changes_the_docket(office):
    office.send_files("/import", [("example.yaml", CASE)])
    before = office.get("/?lang=en").words
    assert "Mon 9 Feb in 7 days K1" in before
    form = "/cases/K1/add?act=extradition-complaint-filed"
    seen = office.post("/cases/K1/add", seen_on=form, act="extradition-complaint-filed", date="сегодня", preview="1")
    assert "What changes" in seen.words
    assert "2 February 2026" in seen.words
    assert office.get("/").words == before  # nothing is kept yet
    kept = office.post("/cases/K1/add", seen_on=form, act="extradition-complaint-filed", date="today", save="1")
    assert "recorded" in kept.words
    after = office.get("/?lang=en").words
    assert "Mon 9 Feb in 7 days K1" not in after


def test_what_if_keeps_nothing(office):
    office.send_files("/import", [("example.yaml", CASE)])
    export = office.get("/cases/K1/export").page
    form = "/cases/K1/what-if?act=extradition-complaint-filed"
    office.post("/cases/K1/what-if", seen_on=form, act="extradition-complaint-filed", date="today", save="1")
    assert office.get("/cases/K1/export").page == export


def test_a_day_that_is_not_understood_is_said(office):
    office.send_files("/import", [("example.yaml", CASE)])
    form = "/cases/K1/add?act=extradition-complaint-filed"
    for said in ("5/6/2025", "скоро", "31.02.2026"):
        seen = office.post("/cases/K1/add", seen_on=form, act="extradition-complaint-filed", date=said, save="1")
        assert "was not understood" in seen.words
    assert "Mon 9 Feb in 7 days K1" in office.get("/?lang=en").words


def confirm_key(page):
    """The key of the deadline that ends on 9 February."""
    return re.search(r'name="key" value="(d\w+)">\s*<label>[^<]*<input name="day" value="2026-02-09"', page).group(1)


def test_a_day_is_confirmed_or_overridden_with_a_reason_and_both_stay(office):
    office.send_files("/import", [("example.yaml", CASE)])
    key = confirm_key(office.get("/cases/K1?lang=en").page)
    fields = {"seen_on": "/cases/K1", "key": key, "computed": "2026-02-09"}
    refused = office.post("/cases/K1/confirm", **fields, day="6 February 2026")
    assert "kept with its reason" in refused.words
    office.post("/cases/K1/confirm", **fields, day="6 Feb 2026", reason="the court is closed on Monday")
    for path in ("/", "/book", "/cases/K1"):
        words = office.get(path).words
        assert "by you Fri 6 Feb 2026 (computed Mon 9 Feb 2026): the court is closed on Monday" in words
    office.post("/cases/K1/confirm", **fields, day="2026-02-09")
    assert "confirmed: Mon 9 Feb 2026" in office.get("/").words
    for computed in ("2026-02-06", ""):  # another window has changed the case, so that the page shows another count
        stale = office.post("/cases/K1/confirm", **{**fields, "computed": computed}, day="4 Feb 2026", reason="x")
        assert "Another day is counted now: 9 February 2026" in stale.words
        assert "4 Feb" not in office.get("/").words


def test_a_paper_is_drafted_sealed_filed_and_becomes_an_act(own_demo):
    own_demo.get("/?lang=en")
    answer = own_demo.post("/cases/K8/draft", seen_on="/cases/K8", document="kz/extradition-complaint")
    assert "draft 29 January 2026" in answer.words
    file = own_demo.get("/cases/K8/papers/1")
    assert file.bytes.startswith(b"PK")
    assert file.headers["Content-Disposition"] == 'attachment; filename="K8-1.docx"'
    fields = {"state": "filed", "date": "", "acts": "extradition-complaint-filed"}
    filed = own_demo.post("/cases/K8/papers/1/mark", seen_on="/cases/K8", **fields)
    assert "filed 29 January 2026" in filed.words
    assert "act: extradition-complaint-filed" in own_demo.get("/cases/K8/export").page
    again = own_demo.post("/cases/K8/papers/1/mark", seen_on="/cases/K8", state="filed")
    assert "marked already" in again.words


def test_tasks_and_notes_stand_beside_the_case_and_in_no_case_file(office):
    office.send_files("/import", [("example.yaml", CASE)])
    office.post("/cases/K1/rows", seen_on="/cases/K1", what="task", text="Call the <facility>")
    office.post("/cases/K1/rows", seen_on="/cases/K1", what="note", text="Mother arrives on Friday")
    words = office.get("/cases/K1").words
    assert "Call the <facility>" in words
    assert "Mother arrives on Friday" in words
    done = office.post("/cases/K1/rows", seen_on="/cases/K1", what="done", number="1")
    assert "Call the <facility> · 2026-02-02" in done.words
    assert "Mother" not in office.get("/cases/K1/export").page


def test_a_case_that_does_not_open_is_named_where_its_deadlines_would_stand(office, tmp_path):
    office.send_files("/import", [("example.yaml", CASE)])
    office.post("/seal", seen_on="/")
    for key in (tmp_path / "data").rglob("*.key"):
        key.write_bytes(b"damaged")
    office.post("/unseal", passphrase=folders.PASSPHRASE)
    words = office.get("/?lang=en").words
    assert "Cannot be read" in words
    assert "K1" in words
    assert "There are no cases yet" not in words
