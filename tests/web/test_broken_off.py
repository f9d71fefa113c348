"""A restore that broke off, and a backup that was changed on its way, are told on the pages."""

import json

import pytest

import register_folders as folders
from panah.register import actions, opening
from panah.register.backups import back_up
from serving import Visitor, served


@pytest.fixture
def elsewhere(tmp_path):
    with served("--as-of", "2026-02-02", folder=tmp_path / "elsewhere") as address:
        yield Visitor(address)


def test_the_first_start_tells_where_a_register_that_was_put_aside_lies(empty, tmp_path):
    assert "put aside" not in empty.get("/").words
    aside = tmp_path / "data" / "replaced-1"
    aside.mkdir(parents=True)
    told = empty.get("/").words
    assert str(aside) in told
    assert "Restore the backup once more" in told


def test_a_backup_that_was_changed_on_its_way_is_restored_and_destroys_nothing(tmp_path, elsewhere):
    folder = tmp_path / "data"
    owner, _ = folders.make_register(folder)
    key_id = actions.create_case(folders.casefile(), owner, folders.AT).key_id
    database = back_up(folder, tmp_path / "b", tmp_path / "b", 7).folder
    opening.seal()
    manifest = database / "manifest.json"
    told = json.loads(manifest.read_bytes())
    manifest.write_text(json.dumps({**told, "destroyed": [key_id]}), encoding="utf-8")
    told = elsewhere.post("/restore", folder=database, passphrase=folders.PASSPHRASE)
    assert "no case was destroyed by it" in told.words
    assert elsewhere.get("/cases/K1").status == 200
