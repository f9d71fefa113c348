"""People, courts, tasks, notes and compartments of a case, written through the pages alone.

The day is 2 February 2026, a Monday; the case is of the invented country.
"""

import re

import pytest

CASE = b"""panah: 1
case: example
person: {name: {en: Jane Doe, ru: Examplova}, aliases: [Dzhein], citizenship: [RU], profile: [activist]}
stays: XX
wanted-by: RU
acts:
  - {id: arrest, date: 2026-01-20, act: detained, ground: wanted}
  - {id: order, date: 2026-01-30, act: extradition-granted}
  - {date: 2026-02-02, act: served, of: order, to: person}
"""
PARTS = "/cases/K1/parts"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def lawyer(office):
    """A lawyer with two cases who sees names."""
    office.send_files("/import", [("one.yaml", CASE), ("two.yaml", CASE.replace(b"case: example", b"case: other"))])
    office.post("/names", seen_on="/cases")
    return office


def add(lawyer, page, table, slug="K1", **fields):
    return lawyer.post(f"/cases/{slug}/parts/{page}", table=table, **fields)


def version(answer):
    return re.search(r'name="version" value="(\d+)"', answer.page).group(1)


def test_people_are_added_changed_and_hidden_with_names(lawyer):
    added = add(
        lawyer, "people", "people", name=f"Ann {SCRIPT}", role="relative", relation="mother", contact=f"+7 1 {SCRIPT}"
    )
    assert added.url.endswith("done=saved#people-1")
    assert "Saved." in added.words
    assert SCRIPT not in added.page
    assert f"Ann {SCRIPT}" in added.words
    assert "relation to the client mother" in added.words
    form = lawyer.get(f"{PARTS}/people/1")
    assert SCRIPT not in form.page
    changed = lawyer.post(
        f"{PARTS}/people/1", version=version(form), name="Anna", role="witness", note="speaks no Kazakh"
    )
    assert "Anna" in changed.words
    assert "speaks no Kazakh" in changed.words
    assert "to the client mother" not in changed.words
    lawyer.post("/names", seen_on="/cases")
    for path in (f"{PARTS}/people", f"{PARTS}/people/1"):
        hidden = lawyer.get(path)
        assert "Anna" not in hidden.page
        assert "speaks" not in hidden.page
        assert "Names are hidden" in hidden.words
    assert "witness" in lawyer.get(f"{PARTS}/people").words


def test_the_same_person_in_two_cases_is_told_on_both(lawyer):
    told = add(lawyer, "people", "people", name="Ann", role="relative", relation="sister", **{"other-case": "K2"})
    assert "Ann · client of case K2" in told.words
    assert "K1 · recorded as: sister" in lawyer.get("/cases/K2/parts/people").words
    assert "recorded as" not in told.words
    for slug in ("K1", "K9"):  # the case itself, and one that is not there
        refused = add(lawyer, "people", "people", name="Bob", role="other", **{"other-case": slug})
        assert "Not understood: is the client of case" in refused.words
        assert 'value="Bob"' in refused.page


def test_what_is_needed_is_asked_for_and_the_rest_stays_in_the_form(lawyer):
    refused = add(lawyer, "people", "people", name="", role="", contact="kept text")
    assert "Fill in: name." in refused.words
    assert "Fill in: who this is." in refused.words
    assert "kept text" in refused.page
    assert "Nobody is recorded." in refused.words
    assert add(lawyer, "people", "notes", text="of another page").status == 404


def test_of_two_windows_the_second_is_refused_with_its_text_kept(lawyer):
    add(lawyer, "people", "people", name="Ann", role="relative")
    opened = version(lawyer.get(f"{PARTS}/people/1"))
    lawyer.post(f"{PARTS}/people/1", version=opened, name="Ann of the first", role="relative")
    second = lawyer.post(f"{PARTS}/people/1", version=opened, name="Ann of the second", role="relative")
    assert second.status == 409
    assert "changed while you wrote" in second.words
    assert "Ann of the first" in second.words
    assert 'value="Ann of the second"' in second.page
    assert "Ann of the first" in lawyer.get(f"{PARTS}/people").words
    lawyer.post(f"{PARTS}/people/1", version=version(second), name="Ann of both", role="relative")
    assert "Ann of both" in lawyer.get(f"{PARTS}/people").words


def test_the_next_hearing_and_open_limits_stand_near_the_top_of_the_case(lawyer):
    assert 'class="ahead"' not in lawyer.get("/cases/K1").page
    add(lawyer, "courts", "hearings", at="12 февраля 10:00", body="supreme-court", subject="complaint", act="order")
    add(lawyer, "courts", "hearings", at="19.02.2026", subject="later one")
    add(lawyer, "courts", "hearings", at="2026-01-21", subject="past one", result="adjourned")
    add(lawyer, "courts", "limits", what="translate the judgment", until="tomorrow")
    page = lawyer.get("/cases/K1")
    ahead = page.page.split('class="ahead"')[1].split("</ul>")[0]
    assert page.page.index('class="ahead"') < page.page.index('class="lists"')
    assert "Thu 12 February 2026, 10:00 · in 10 days" in ahead
    assert "Tue 3 February 2026 · tomorrow" in ahead
    assert "translate the judgment" in ahead
    assert "later one" not in ahead
    assert "past one" not in ahead
    courts = lawyer.get(f"{PARTS}/courts").words
    assert courts.index("12 February") < courts.index("19 February") < courts.index("21 January")
    assert "result adjourned" in courts
    assert "set by which act 2. " in courts
    lawyer.post(f"{PARTS}/limits/1", seen_on=f"{PARTS}/courts", version="1", finish="1")
    assert "translate the judgment" not in lawyer.get("/cases/K1").words
    assert "done Mon 2 February 2026 · today" in lawyer.get(f"{PARTS}/courts").words


def test_a_body_is_recorded_as_the_case_meets_it(lawyer):
    told = add(
        lawyer,
        "courts",
        "bodies",
        name="Court No. 2",
        body="district-court",
        number="7-1/26",
        address="1 Example St\nroom 4",
        contact="registry: 1",
        note="closed at noon",
    )
    for words in ("Court No. 2", "district court", "7-1/26", "1 Example St room 4", "registry: 1", "closed at noon"):
        assert words in told.words
    assert "Not understood: what it is." in add(lawyer, "courts", "bodies", name="x", body="no-such-body").words


@pytest.mark.parametrize("said", ["5/6/2026", "31.02.2026", "в мае 2026", "около 5 мая 2026", "2026-13-01", "[2026..]"])
def test_a_day_that_is_not_one_day_is_not_recorded(lawyer, said):
    for page, table, fields in (("courts", "hearings", {"at": said}), ("tasks", "tasks", {"text": "x", "due": said})):
        refused = add(lawyer, page, table, **fields)
        assert "Not understood" in refused.words
        assert f'value="{said}"' in refused.page
    assert "There are no tasks." in lawyer.get(f"{PARTS}/tasks").words


def test_a_task_has_a_day_and_a_deadline_is_changed_and_done(lawyer):
    add(lawyer, "tasks", "tasks", text="no day")
    deadline = re.search(r'value="(xx/[^"]+)"', lawyer.get(f"{PARTS}/tasks").page).group(1)
    told = add(lawyer, "tasks", "tasks", text="order a translation", due="5 марта", limit=deadline)
    assert told.words.index("order a translation") < told.words.index("no day")
    assert "due Thu 5 March 2026" in told.words
    assert "· due Thu 5 March 2026" in lawyer.get("/cases/K1").words
    refused = lawyer.post(f"{PARTS}/tasks/2", version="1", text="order a translation", due="6 March 10:00")
    assert "Not understood: due." in refused.words
    for beyond in ("9999-12-31", "0205-05-04", "2026-05/.."):
        refused = lawyer.post(f"{PARTS}/tasks/2", version="1", text="order a translation", due=beyond)
        assert "Not understood: due." in refused.words
    lawyer.post(f"{PARTS}/tasks/2", version="1", text="order two translations", due="6 March")
    done = lawyer.post(f"{PARTS}/tasks/2", seen_on=f"{PARTS}/tasks", version="2", finish="1")
    assert "order two translations" in done.words
    assert "done Mon 2 February 2026" in done.words
    assert done.words.index("no day") < done.words.index("order two")


def test_a_note_is_changed_and_the_newest_leads(lawyer):
    add(lawyer, "notes", "notes", text="first note\nsecond line")
    told = add(lawyer, "notes", "notes", text="newer")
    assert told.words.index("newer") < told.words.index("first note")
    lawyer.post(f"{PARTS}/notes/1", version="1", text="first note, mended")
    assert "first note, mended" in lawyer.get(f"{PARTS}/notes").words


def test_titles_hold_the_alias_and_no_word_of_the_case(lawyer):
    add(lawyer, "people", "people", name="Ann", role="relative")
    for path in ("people", "people/1", "courts", "tasks", "notes", "compartments", "compartments/identity", "history"):
        title = re.search(r"<title>(.*?)</title>", lawyer.get(f"{PARTS}/{path}").page).group(1)
        assert title.startswith("K1 · ")
        assert not re.search("Ann|Doe|Jane|health", title)


def test_what_is_not_there_is_not_found(lawyer):
    for path in ("nowhere", "people/9", "nowhere/1", "compartments/general", "compartments/nowhere"):
        assert lawyer.get(f"{PARTS}/{path}").status == 404, path
    assert lawyer.get("/cases/K9/parts/people").status == 404


def test_history_tells_who_recorded_what_and_that_the_chain_is_whole(lawyer):
    add(lawyer, "tasks", "tasks", text="secret words")
    lawyer.post(f"{PARTS}/tasks/1", version="1", text="secret words")
    told = lawyer.get(f"{PARTS}/history")
    assert "The chain of acts is whole: 3." in told.words
    assert "M1 Task 1 · changed, version 2" in told.words
    assert "M1 Act, record 2: " in told.words
    assert "secret words" not in told.page


def test_access_on_a_laptop_is_told_as_it_is(lawyer):
    told = lawyer.get(f"{PARTS}/access").words
    assert "M1 owns the register" in told
    assert "open to nobody else" in told
