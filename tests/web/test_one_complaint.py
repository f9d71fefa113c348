"""Two orders of one kind, one complaint: it names the order it is against, and the term of the other runs on.

Expulsion was ordered on 20 and on 30 January 2026; the day is Monday 2 February 2026.
"""

import re

CASE = b"""panah: 1
case: two-orders
person: {name: {en: Jane Doe}}
stays: KZ
sources:
  paper: {title: Orders}
acts:
  - {id: first, date: 2026-01-26, act: expulsion-ordered, kind: administrative, sources: [paper]}
  - {id: second, date: 2026-01-30, act: expulsion-ordered, kind: administrative, sources: [paper]}
"""
ACT = "expulsion-appealed"


def begun(office):
    office.send_files("/import", [("example.yaml", CASE)])
    office.get("/?lang=en")
    return office


def offered(office):
    """The acts that the page offers to have complained, by the number of the act they are against."""
    page = office.get("/cases/K1").page
    return sorted(set(re.findall(rf"/cases/K1/add\?act={ACT}&amp;of=(\d+)", page)))


def test_the_complaint_offered_names_its_order_and_leaves_the_other_term_running(office):
    assert offered(begun(office)) == ["1", "2"]
    form = f"/cases/K1/add?act={ACT}&of=1"
    assert re.search(r'<option value="[^"]+" selected>\s*1\. ', office.get(form).page)
    numbers = dict(re.findall(r'name="(of)".*?<option value="([^"]+)" selected', office.get(form).page, re.DOTALL))
    office.post("/cases/K1/add", seen_on=form, act=ACT, date="today", save="1", of=numbers["of"])
    assert re.search(rf"act: {ACT}, of: first", office.get("/cases/K1/export").page)
    assert offered(office) == ["2"]


CUSTODY = b"""panah: 1
case: custody
person: {name: {en: Jane Doe}}
stays: KZ
sources:
  paper: {title: Orders}
acts:
  - {id: held, date: 2026-01-20, act: detained, ground: wanted, sources: [paper]}
  - {id: missed, date: 2026-01-22, act: custody-ordered, kind: temporary, for: 40 sutki, sources: [paper]}
  - {id: soon, date: 2026-01-30, act: custody-ordered, kind: extradition-arrest, for: 12 months, sources: [paper]}
  - {id: later, date: 2026-02-01, act: custody-extended, for: 12 months, sources: [paper]}
"""


def test_a_paper_filed_is_against_the_order_whose_term_waits_and_ends_first(office):
    office.send_files("/import", [("example.yaml", CUSTODY)])
    office.get("/?lang=en")
    office.post("/cases/K1/draft", seen_on="/cases/K1", document="kz/custody-complaint")
    marked = {"state": "filed", "acts": ["custody-appealed"], "date": "today"}
    office.post("/cases/K1/papers/1/mark", seen_on="/cases/K1", **marked)
    assert re.search(r"act: custody-appealed, of: soon", office.get("/cases/K1/export").page)
