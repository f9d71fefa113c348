"""What each of a practice meets on the pages of a case: owner, lawyer, reader, stranger, one who left; and nobody.

On a laptop the pages have one member, the owner. Here the desk is sat at by each in turn, in this process, so that the
pages are fit for the office before it comes.
"""

import re
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django import conf
from django.db import connection
from django.test import Client, override_settings

import register_folders as folders
from panah.accounts.models import Member, Role
from panah.register import actions, granting, opening
from panah.register.models import Kind, Note, Person
from panah.register.models.access import Right
from panah.register.rows import add_row
from panah.web import desk as desks
from panah.web import settings
from panah.web.urls import urlpatterns

AT = folders.AT
PARTS = "/cases/K1/parts"
CAST = ("owner", "lawyer", "reader", "stranger", "left")


class Seat(desks.Desk):
    """A desk that somebody else than the owner may sit at."""

    sitting = None

    @property
    def member(self):
        return self.sitting


@pytest.fixture
def practice(tmp_path, monkeypatch):
    """A register with two cases and a cast; `sit(who)` gives the browser of one of them, who sees names."""
    owner, _ = folders.make_register(tmp_path / "data")
    law = folders.law()
    case = actions.create_case(folders.casefile(vocabulary=law.vocabulary), owner, AT)
    other = actions.create_case(folders.casefile(vocabulary=law.vocabulary), owner, AT)
    people = {"owner": owner}
    for alias, who in zip(("M2", "M3", "M4", "M5"), CAST[1:], strict=True):
        people[who] = Member.objects.create(alias=alias, role=Role.LAWYER, created_at=AT)
    granting.grant_access(case, people["lawyer"], Right.WRITE, [Kind.HEALTH], owner, AT)
    granting.grant_access(case, people["reader"], Right.READ, [Kind.GENERAL], owner, AT)
    granting.grant_access(case, people["left"], Right.WRITE, list(Kind), owner, AT)
    people["left"].left_at = AT + timedelta(days=1)
    people["left"].save()
    add_row(case, Note, {"text": "marker-note"}, owner, AT)
    add_row(other, Person, {"name": "marker", "role": "relative", "relation": "elder", "other-case": "K1"}, owner, AT)
    actions.write_compartment(case, Kind.HEALTH, {"doctor": "marker-doctor"}, law.vocabulary, owner)
    seat = Seat(tmp_path / "data", law, fixed_day=AT.toordinal(), demo=True)
    desks.sit_down(seat)
    names = ("ROOT_URLCONF", "MIDDLEWARE", "TEMPLATES", "ALLOWED_HOSTS", "SESSION_ENGINE")
    monkeypatch.setattr(conf.settings._wrapped, "SECRET_KEY", settings.SECRET_KEY)

    def sit(who):
        seat.sitting = people[who]
        browser = Client(headers={"host": "localhost", "accept-language": "en"})
        browser.post("/names")
        return browser

    with override_settings(**{name: getattr(settings, name) for name in names}):
        yield SimpleNamespace(sit=sit, seat=seat, case=case, people=people)
    opening.seal()


#         what is asked for                                owner lawyer reader stranger left
MEETS = {
    ("get", "/people"): (200, 200, 200, 404, 404),
    ("get", "/history"): (200, 200, 200, 404, 404),
    ("get", "/compartments"): (200, 200, 200, 404, 404),
    ("get", "/compartments/health"): (200, 200, 404, 404, 404),
    ("get", "/compartments/identity"): (200, 404, 404, 404, 404),
    ("get", "/compartments/whereabouts"): (200, 404, 404, 404, 404),
    ("get", "/access"): (200, 403, 403, 404, 404),
    ("get", "/notes/1"): (200, 200, 200, 404, 404),
    ("post", "/notes"): (302, 302, 403, 404, 404),
    ("post", "/notes/1"): (302, 302, 403, 404, 404),
    ("post", "/compartments/health"): (302, 302, 404, 404, 404),
    ("post", "/compartments/family"): (302, 404, 404, 404, 404),
}


@pytest.mark.parametrize("who", CAST)
def test_each_meets_what_was_given_and_nothing_else(practice, who):
    browser = practice.sit(who)
    for (method, path), statuses in MEETS.items():
        sent = {"table": "notes", "text": "x", "version": "1", "doctor": "x"}
        sent["version"] = "0" if path.endswith("family") else "1"
        answer = browser.get(PARTS + path) if method == "get" else browser.post(PARTS + path, sent)
        assert answer.status_code == statuses[CAST.index(who)], (method, path)
        if answer.status_code == 404:
            assert b"marker" not in answer.content


FILLED = {"slug": "K1", "kind": "health", "page": "people", "name": "notes", "number": "1"}


def addresses_of_a_case():
    """Every address of the site that names a case, for K1: a page that is added is here without being written down."""
    for pattern in urlpatterns:
        address = str(pattern.pattern)
        if "<str:slug>" in address:
            for part, told in FILLED.items():
                address = re.sub(rf"<\w+:{part}>", told, address)
            assert "<" not in address, address
            yield f"/{address}"


@pytest.mark.parametrize("who", ["stranger", "left"])
def test_no_address_of_a_case_tells_whom_it_was_not_given_to_that_there_is_one(practice, who):
    browser = practice.sit(who)
    addresses = list(addresses_of_a_case())
    assert len(addresses) > 15
    for address in addresses:
        for answer in (browser.get(address), browser.post(address, {"what": "close", "save": "1", "text": "x"})):
            assert answer.status_code in {404, 405}, address
            assert b"marker" not in answer.content


def test_a_reader_is_shown_no_form_and_told_why(practice):
    browser = practice.sit("reader")
    for path in ("/notes", "/notes/1", "/courts"):
        page = browser.get(PARTS + path).content.decode()
        assert "open to you for reading only" in page
        assert f'action="{PARTS}' not in page
        assert 'class="narrow"' not in page
    page = browser.get(f"{PARTS}/compartments").content.decode()
    assert "compartments/health" not in page
    refused = browser.post(f"{PARTS}/notes", {"table": "notes", "text": "kept text"})
    assert "kept text" not in browser.get(f"{PARTS}/notes").content.decode()
    assert "reading only" in refused.content.decode()


def test_another_case_is_named_only_to_who_may_see_it(practice):
    told = practice.sit("owner").get(f"{PARTS}/people").content.decode()
    assert "K2" in told
    assert "recorded as: elder" in " ".join(told.split())
    told = practice.sit("lawyer").get(f"{PARTS}/people").content.decode()
    assert "K2" not in told
    assert "recorded as" not in told


def test_the_owner_is_told_who_was_given_what_and_that_it_was_withdrawn(practice):
    granting.withdraw_access(practice.case, practice.people["reader"], practice.people["owner"], AT)
    told = practice.sit("owner").get(f"{PARTS}/access").content.decode()
    assert "open to nobody else" not in told
    assert "M2" in told
    assert "Opens: Health" in told
    assert "withdrawn 29 January 2026, 10:00 UTC" in told


def test_sealed_or_without_the_cookie_there_is_nothing(practice):
    practice.seat.demo = False
    browser = practice.sit("owner")
    for path in ("people", "history", "access", "compartments/health"):
        assert browser.get(f"{PARTS}/{path}").headers["Location"] == "/unseal"
    practice.seat.demo = True
    assert browser.get(f"{PARTS}/people").status_code == 200
    opening.seal()
    for path in ("people", "history", "access", "compartments/health"):
        assert browser.get(f"{PARTS}/{path}").headers["Location"] == "/unseal"


def test_a_chain_changed_past_panah_is_told(practice):
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER register_actrow_unchanged")
        cursor.execute("UPDATE register_actrow SET recorded_at = '2020-01-01' WHERE number = 3 AND case_id = 1")
    told = practice.sit("owner").get(f"{PARTS}/history").content.decode()
    assert "broken at record 3" in told
    assert "is whole" not in told


def test_a_damaged_row_is_told_and_the_others_go_on(practice):
    add_row(practice.case, Note, {"text": "whole note"}, practice.people["owner"], AT)
    Note.objects.filter(case=practice.case, number=1).update(sealed=bytes(40))
    browser = practice.sit("owner")
    told = browser.get(f"{PARTS}/notes").content.decode()
    assert "damaged and does not open" in told
    assert "whole note" in told
    assert browser.get(f"{PARTS}/notes/1").status_code == 404
    assert "whole note" in browser.get("/cases/K1").content.decode()
    Person.objects.update(sealed=bytes(40))
    assert browser.get(f"{PARTS}/people").status_code == 200
