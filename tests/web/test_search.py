"""Search: words in any form and alphabet, what is found and where it leads, what is never found, what is never kept."""

import gc
import re
from contextlib import contextmanager
from datetime import date

import pytest

import register_folders as folders
from panah.register import actions, opening, rows
from panah.register.models import Body, Hearing, JudgeLimit, Note, Person, Task
from panah.web.desk import Desk, sit_down
from panah.web.search.index import search
from panah.web.search.words import Forms, terms_of
from panah.web.standing import all_standing
from serving import Visitor, served

HIDDEN = "Hiddenword"
"""Stands in every compartment and field that search must not look at."""


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("задержаниями", "задержание в аэропорту"),
        ("экстрадиционном аресте", "Экстрадиционный арест"),
        ("complaints", "a complaint to the court"),
        ("шағымды", "шағым берілді"),
        ("сотқа", "Алматы соты"),
        ("мерзімі", "мерзімдер"),
        ("талабы", "талап қою"),
        ("Movlaev", "Мовлаев Мансур"),
        ("Мовлаевой", "Movlayev"),
        ("мовлаев", "Мовлаева"),
        ("Yemelyanova", "Юлия Емельянова"),
        ("Emel'yanova", "Емельянова"),
        ("Юлии", "Yulia"),
        ("Julia", "Юлия"),
        ("Жанна", "Janna"),
        ("Хамхоев", "Khamkhoev"),
        ("Щербаков", "Shcherbakov"),
        ("азаттык", "Радио Азаттық"),
        ("Azattyq", "Азаттык"),
        ("ёлкин", "Елкин"),
        ("экстр", "экстрадиция"),
        ("санкт", "Санкт-Петербург"),
        ("К8", "дело К8"),
    ],
)
def test_a_word_is_found_in_any_form_and_alphabet(wanted, text):
    assert all(term.is_in(Forms().text(text)) for term in terms_of(wanted))


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("до", "доверенность"),
        ("Movlaev", "Мовсаров"),
        ("Иванов", "Petrov"),
        ("обжалование", "обвинение"),
        ("сот", "соль"),
        ("арест", "ареал"),
        ("592", "59"),
    ],
)
def test_another_word_is_not_found(wanted, text):
    assert not all(term.is_in(Forms().text(text)) for term in terms_of(wanted))


@contextmanager
def opened(folder):
    """A register with one case and something of every kind beside it, served and open."""
    owner, _ = folders.make_register(folder)
    case = actions.create_case(folders.casefile(), owner, folders.AT)
    person = {"role": "relative", "name": "Петрова Анна", "relation": "тётя", "contact": HIDDEN, "note": HIDDEN}
    rows.add_row(case, Person, person, owner, folders.AT)
    rows.add_row(case, Body, {"name": "Горсуд Эннска", "number": "7-115/2026", "address": HIDDEN}, owner, folders.AT)
    rows.add_row(case, Hearing, {"at": "2026-02-10", "subject": "отвод судьи"}, owner, folders.AT)
    rows.add_row(case, JudgeLimit, {"what": "представить переводы", "until": "2026-02-12"}, owner, folders.AT)
    rows.add_row(case, Task, {"text": "Позвонить переводчице"}, owner, folders.AT)
    rows.add_row(case, Note, {"text": "Аптечка у дежурного"}, owner, folders.AT)
    for kind in ("health", "family", "whereabouts"):
        actions.write_compartment(case, kind, {"text": HIDDEN}, folders.law().vocabulary, owner)
    opening.seal()
    with served("--as-of", "2026-02-02", folder=folder) as address:
        visitor = Visitor(address)
        visitor.post("/unseal", passphrase=folders.PASSPHRASE)
        yield visitor


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """One register for all tests that only look."""
    with opened(tmp_path_factory.mktemp("register") / "data") as visitor:
        yield visitor


@pytest.fixture
def own_desk(tmp_path):
    """A register to write into."""
    with opened(tmp_path / "data") as visitor:
        yield visitor


def found(visitor, wanted):
    """Where the things found lead to."""
    page = visitor.post("/search?lang=ru", wanted=wanted).page
    return re.findall(r'<li><a href="(/cases/[^"]*)"', page)


@pytest.mark.parametrize(
    ("wanted", "place"),
    [
        ("K1", "/cases/K1"),
        ("Доу", "/cases/K1"),
        ("Doe-Marker", "/cases/K1"),
        ("Dzhein", "/cases/K1"),
        ("вручением", "/cases/K1#act-4"),
        ("Markertown", "/cases/K1#act-1"),
        ("press", "/cases/K1#act-1"),  # a source leads to the last act that it tells of
        ("Петровой", "/cases/K1/parts/people#people-1"),
        ("Petrova", "/cases/K1/parts/people#people-1"),
        ("тёти", "/cases/K1/parts/people#people-1"),
        ("7-115/2026", "/cases/K1/parts/courts#bodies-1"),
        ("отвода", "/cases/K1/parts/courts#hearings-1"),
        ("переводов", "/cases/K1/parts/courts#limits-1"),
        ("переводчицей", "/cases/K1/parts/tasks#tasks-1"),
        ("аптечку", "/cases/K1/parts/notes#notes-1"),
    ],
)
def test_what_is_found_leads_to_its_place(desk, wanted, place):
    assert place in found(desk, wanted)


def test_every_place_of_a_case_that_search_leads_to_is_there(desk):
    for place in ("#act-4", "#act-1", "/parts/people#people-1", "/parts/courts#bodies-1", "/parts/courts#hearings-1",
                  "/parts/courts#limits-1", "/parts/tasks#tasks-1", "/parts/notes#notes-1"):  # fmt: skip
        address, _, anchor = f"/cases/K1{place}".partition("#")
        assert f'id="{anchor}"' in desk.get(address).page, place


def test_protected_compartments_and_how_to_reach_somebody_are_never_found(desk):
    answer = desk.post("/search?lang=en", wanted=HIDDEN)
    assert "Nothing was found" in answer.words
    assert found(desk, HIDDEN) == []


def test_while_names_are_hidden_nothing_that_somebody_wrote_is_told(own_desk):
    for wanted, written in (("Доу", "Джейн"), ("Петрова", "Анна"), ("аптечка", "дежурного"), ("press", "Marker in")):
        words = own_desk.post("/search?lang=ru", wanted=wanted).words
        assert "K1" in words
        assert written not in words
    own_desk.post("/names", seen_on="/", back="/search")
    for wanted, written in (("Доу", "Джейн"), ("Петрова", "Анна"), ("аптечка", "дежурного"), ("press", "Marker in")):
        assert written in own_desk.post("/search?lang=ru", wanted=wanted).words


def test_what_was_written_since_is_found_and_what_was_sealed_is_not(own_desk):
    assert found(own_desk, "керосин") == []
    own_desk.post("/cases/K1/rows", seen_on="/cases/K1", what="note", text="Купить керосин")
    assert found(own_desk, "керосину") == ["/cases/K1/parts/notes#notes-2"]
    own_desk.post("/seal", seen_on="/")
    assert own_desk.get("/search").url.endswith("/unseal")
    own_desk.post("/unseal", passphrase=folders.PASSPHRASE)
    assert found(own_desk, "керосин") == ["/cases/K1/parts/notes#notes-2"]


def test_a_rule_of_the_law_is_found_beside_what_is_in_cases(desk):
    page = desk.post("/search?lang=ru", wanted="УПК 592").page
    assert 'href="/law/kz/extradition/complaint-to-supreme-court"' in page
    assert "Nothing was found" not in page


def test_what_was_looked_for_is_never_taken_for_code(desk):
    page = desk.post("/search?lang=en", wanted='"><script>alert(1)</script>').page
    assert "<script>alert" not in page


def test_sealed_no_word_that_was_looked_through_is_held(tmp_path):
    """Also not where stems and names are remembered between searches."""
    owner, _ = folders.make_register(tmp_path / "data")
    actions.create_case(folders.casefile(), owner, folders.AT)
    desk = Desk(tmp_path / "data", folders.law(), fixed_day=date(2026, 2, 2).toordinal())
    sit_down(desk)
    words = ("markertown", "en markertown", "доу-маркер", "ru доу-маркер")

    def held():
        # by type: asking a lazy object of the framework for its class would set it up
        alike = (one for one in gc.get_objects() if type(one) in (frozenset, dict))
        return [one for one in alike if any(word in one for word in words)]

    assert [entry.place for entry in search(terms_of("Markertown"), all_standing())] == ["#act-1"]
    assert held()
    desk.seal()
    gc.collect()
    assert held() == []
