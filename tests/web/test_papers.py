"""Papers on the page of a case: what is filed or taken in becomes acts of the case, on the day that is said.

The demonstration stands on 29 January 2026. K8 is detained for extradition, refused status, and the decision to
extradite is on record; a claim to the administrative court chooses another court and asks for interim relief too.
"""

import re

import pytest

from serving import Visitor, served


@pytest.fixture(scope="module")
def visitor():
    """One demonstration for all tests here: each records acts of a kind that no other test looks at."""
    with served("--demo") as address:
        visitor = Visitor(address)
        visitor.get("/?lang=en")
        yield visitor


def drafted(visitor, document, case="K8"):
    visitor.post(f"/cases/{case}/draft", seen_on=f"/cases/{case}", document=document)
    return newest(visitor, case)


def newest(visitor, case="K8"):
    """The newest paper: its number, and the acts that marking it would record."""
    page = visitor.get(f"/cases/{case}").page
    item = page[page.index('class="papers"') :]
    item = item[: item.index("</li>")]
    number = re.search(rf"/cases/{case}/papers/(\d+)/mark", item).group(1)
    return number, re.findall(r'name="acts" value="([a-z-]+)" checked', item)


def marked(visitor, number, case="K8", state="filed", **fields):
    return visitor.post(f"/cases/{case}/papers/{number}/mark", seen_on=f"/cases/{case}", state=state, **fields)


def exported(visitor, case="K8"):
    return visitor.get(f"/cases/{case}/export").page


def test_filed_then_taken_in_is_recorded_on_the_days_that_are_said(visitor):
    number, acts = drafted(visitor, "kz/extradition-complaint")
    assert acts == ["extradition-complaint-filed"]
    assert "draft 29 January 2026 · in Russian" in visitor.get("/cases/K8").words
    assert "filed 28 January 2026" in marked(visitor, number, date="28 January 2026", acts=acts).words
    told = "{date: 2026-01-28, act: extradition-complaint-filed, of: decision, known-since: 2026-01-29}"
    assert told in exported(visitor)
    once = exported(visitor)
    assert "marked already" in marked(visitor, number, date="", acts=acts).words
    assert exported(visitor) == once
    number, acts = newest(visitor)
    assert acts == ["extradition-complaint-received"]
    assert "received 29 January 2026" in marked(visitor, number, state="served", date="", acts=acts).words
    assert "{date: 2026-01-29, act: extradition-complaint-received}" in exported(visitor)
    # filed once more, though nothing waits for it: an empty day is today
    number, acts = drafted(visitor, "kz/extradition-complaint")
    assert acts == ["extradition-complaint-filed"]
    marked(visitor, number, date="", acts=acts)
    assert "{date: 2026-01-29, act: extradition-complaint-filed, of: decision}" in exported(visitor)


@pytest.mark.parametrize(
    ("said", "told"),
    [("скоро", "was not understood"), ("2026-02-31", "was not understood"), ("tomorrow", "has not come yet")],
)
def test_a_day_that_is_not_understood_or_has_not_come_records_nothing(visitor, said, told):
    number, acts = drafted(visitor, "kz/custody-complaint", "K16")
    before = exported(visitor, "K16")
    answer = marked(visitor, number, "K16", date=said, acts=acts)
    assert told in answer.words
    assert newest(visitor, "K16")[0] == number  # still to be marked
    assert exported(visitor, "K16") == before


def test_a_claim_is_each_thing_that_it_asks_for_and_what_was_struck_out_is_not_recorded(visitor):
    number, acts = drafted(visitor, "kz/status-claim")
    assert acts == ["claim-filed", "venue-chosen", "interim-relief-requested"]
    marked(visitor, number, date="", acts="claim-filed")
    after = exported(visitor)
    assert "act: claim-filed" in after
    assert "interim-relief-requested" not in after


def test_a_communication_is_told_with_its_committee_and_its_request_for_measures(visitor):
    number, acts = drafted(visitor, "un/hrc-communication")
    assert acts == ["communication-submitted", "interim-measures-requested"]
    marked(visitor, number, date="", acts=acts)
    after = exported(visitor)
    assert "act: communication-submitted, body: hrc" in after
    assert "act: interim-measures-requested, body: hrc" in after


def test_an_act_that_the_paper_is_not_is_not_recorded(visitor):
    number, _ = drafted(visitor, "kz/bars-submission", "K16")
    before = exported(visitor, "K16")
    marked(visitor, number, "K16", date="", acts="surrendered")
    assert exported(visitor, "K16") == before


def test_a_paper_written_by_hand_is_marked_and_records_nothing(visitor):
    before = exported(visitor, "K16")
    visitor.post("/cases/K16/rows", seen_on="/cases/K16", what="paper", text="Letter to the consul")
    number, acts = newest(visitor, "K16")
    assert acts == []
    assert "filed 28 January 2026" in marked(visitor, number, "K16", date="28 January 2026").words
    assert exported(visitor, "K16") == before
