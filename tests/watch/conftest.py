"""An open register with one invented case for each test."""

from types import SimpleNamespace

import pytest

import register_folders as folders
from panah.procedure.replay import replay
from panah.register import actions, opening, queries
from panah.telling.awaited import key_of


@pytest.fixture(scope="session")
def law():
    return folders.law()


@pytest.fixture
def register(tmp_path, law):
    """An open register; `take(text)` adds a case, `stands(day)` gives every case with its position on a day."""
    folder = tmp_path / "data"
    owner, _ = folders.make_register(folder)

    def take(text=folders.CASE):
        return actions.create_case(folders.casefile(text, vocabulary=law.vocabulary), owner, folders.AT)

    def stands(day):
        found = []
        for case in queries.cases(owner):
            casefile, _ = queries.casefile(owner, case.slug, law.vocabulary)
            found.append((case, replay(casefile, law, as_of=day)))
        return found

    yield SimpleNamespace(folder=folder, owner=owner, take=take, stands=stands)
    opening.seal()


@pytest.fixture
def complaint(law):
    """The key of the complaint to the Supreme Court in the case of `register_folders`."""
    position = replay(folders.casefile(vocabulary=law.vocabulary), law, as_of=739_643)
    return next(key_of(item) for item in position.deadlines if "Supreme Court" in item.limit.title["en"])
