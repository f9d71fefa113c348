"""Two windows on one case, in one process: what one works out is never taken for what the other made of the case."""

from datetime import date

import pytest
from django.http import HttpRequest
from django.test import override_settings

import register_folders as folders
from panah.register import actions, opening
from panah.register.beside import beside_of
from panah.telling.law_words import LawWords
from panah.web import settings
from panah.web.cases.routes_told import routes_told
from panah.web.desk import Desk, sit_down, the_desk
from panah.web.docket.views import _Page
from panah.web.middleware import sealed
from panah.web.search.index import search
from panah.web.search.words import terms_of
from panah.web.standing import all_standing, docket_of, routes_of, standing_at

GRANTED = {"date": "2026-01-23", "act": "extradition-granted", "place": "Otherplace"}


@pytest.fixture
def desk(tmp_path):
    owner, _ = folders.make_register(tmp_path / "data")
    desk = Desk(tmp_path / "data", folders.law(), fixed_day=date(2026, 1, 24).toordinal())
    sit_down(desk)
    actions.create_case(folders.casefile(vocabulary=desk.law.vocabulary), owner, folders.AT)
    with override_settings(TEMPLATES=settings.TEMPLATES):
        yield desk
    opening.seal()


def lines(standings):
    """The page of the docket as it is written, line by line."""
    beside = beside_of([one.case for one in standings])
    told = docket_of(standings, "en", beside)
    page = _Page(told, standings, beside, names=False, book=False)
    return [line.html for column in page.columns() for section in column.sections for line in section.lines]


def routes(standings):
    return routes_told(standings[0], LawWords("en"))


def places(standings):
    return [entry.place for entry in search(terms_of("Otherplace"), standings)]


def test_a_docket_under_way_is_not_kept_for_the_case_as_another_window_left_it(desk):
    """Window A has asked where the cases stand; B records an act; A goes on. Who asks next sees the act of B."""
    under_way = all_standing()
    actions.add_act(standing_at("K1").case, GRANTED, desk.law.vocabulary, desk.member, folders.AT)
    seen = lines(under_way), routes(under_way), places(under_way)
    after = all_standing()
    told = lines(after), routes(after), places(after)
    desk.kept = {}
    anew = all_standing()
    assert told == (lines(anew), routes(anew), places(anew))
    assert told[0] != seen[0]
    assert seen[2] == []
    assert len(told[2]) == 1


def test_what_a_request_works_out_after_the_seal_is_not_held(desk):
    """The register is sealed while a docket is under way: nothing of the case stays on the desk."""
    desk.token = "open"  # noqa: S105  (of no browser)

    def view(request):
        standings = all_standing()
        beside = beside_of([one.case for one in standings])
        desk.seal()
        docket_of(standings, "en", beside)
        routes_of(standings[0])
        assert desk.kept == {}
        the_desk().kept["files-waiting"] = {"token": standings[0].casefile}

    request = HttpRequest()
    request.path = "/"
    request.session = {"open": desk.token}
    sealed(view)(request)
    assert desk.kept == {}
