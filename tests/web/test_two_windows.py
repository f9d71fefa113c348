"""Two windows on one case, in one process: what one works out is never taken for what the other made of the case."""

from datetime import date

import pytest
from django.http import HttpRequest, QueryDict
from django.test import override_settings

import register_folders as folders
from panah.register import actions, opening, queries, rows
from panah.register.beside import beside_of
from panah.register.models import PaperRow
from panah.telling.law_words import LawWords
from panah.web import settings
from panah.web.cases import adding, papers
from panah.web.cases.recorded_once import rests_on
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


def sent(**fields):
    request = HttpRequest()
    request.method, request.lang, request.session = "POST", "en", {}
    request.POST = QueryDict(mutable=True)
    request.POST.update(fields)
    return request


def meanwhile(monkeypatch, module, other):
    """Let another window do something once this one has read the case, and before it records."""
    read = module.read_said

    def reading(*told):
        monkeypatch.setattr(module, "read_said", read)
        other()
        return read(*told)

    monkeypatch.setattr(module, "read_said", reading)


@pytest.mark.parametrize("same", [False, True], ids=["another act", "the second tap"])
def test_an_act_recorded_between_looking_and_recording_is_seen(desk, monkeypatch, same):
    """Two requests at the same moment: the one that comes later sees the other act, or that it was the same."""
    told = {"act": "bars-submitted", "date": "2026-01-24"}
    request = sent(**told, save="1", seen=rests_on(standing_at("K1")))
    other = told if same else GRANTED
    case = queries.case(desk.member, "K1")

    def record():
        actions.add_act(case, other, desk.law.vocabulary, desk.member, folders.AT)

    meanwhile(monkeypatch, adding, record)
    answer = adding.add_act(request, "K1")
    assert [act.kind for act in standing_at("K1").casefile.acts[4:]] == [other["act"]]
    if same:
        assert answer.url == "/cases/K1?done=recorded-before#acts"
    else:
        assert b"was changed while you wrote" in answer.content
        assert b'value="2026-01-24"' in answer.content
        again = sent(**told, save="1", seen=rests_on(standing_at("K1")))
        assert adding.add_act(again, "K1").url == "/cases/K1?done=recorded#acts"


def test_a_paper_changed_between_looking_and_marking_is_not_marked(desk, monkeypatch):
    case = queries.case(desk.member, "K1")
    row = rows.add_row(case, PaperRow, {"title": "A letter", "state": "draft"}, desk.member, folders.AT)

    def rename():
        rows.change_row(row, {"title": "Another", "state": "draft"}, desk.member, folders.AT)

    meanwhile(monkeypatch, papers, rename)
    answer = papers.mark_paper(sent(state="filed", date="2026-01-24"), "K1", 1)
    assert b"was changed while you edited" in answer.content
    assert [content for _, content in rows.rows(case, PaperRow)] == [{"title": "Another", "state": "draft"}]


def test_a_paper_does_not_leave_out_in_silence_an_act_that_its_page_offered(desk):
    """The page offered to record an act; meanwhile the case waits for it no more."""
    case = queries.case(desk.member, "K1")
    rows.add_row(case, PaperRow, {"title": "A letter", "state": "draft"}, desk.member, folders.AT)
    answer = papers.mark_paper(sent(state="filed", date="2026-01-24", acts="bars-submitted"), "K1", 1)
    assert b"was changed while you edited" in answer.content
    assert [content["state"] for _, content in rows.rows(case, PaperRow)] == ["draft"]
