"""What an open server shows of a case when something breaks under it, or when somebody changes its keys: nothing."""

import os
from pathlib import Path

import pytest
from django.db import connection

import register_folders as folders
from panah.register import actions, opening
from panah.sealing import files
from serving import Visitor, served


@pytest.fixture
def office(register):
    """A register with one case, served and open; its folder with it."""
    actions.create_case(folders.casefile(), register.owner, folders.AT)
    opening.seal()
    with served("--as-of", "2026-02-02", folder=register.folder) as address:
        visitor = Visitor(address)
        visitor.folder = register.folder
        visitor.post("/unseal", passphrase=folders.PASSPHRASE)
        assert "K1" in visitor.get("/cases").page
        yield visitor


def markers_in(answer):
    told = answer.page + str(answer.headers)
    return [marker for marker in folders.MARKERS if marker in told]


@pytest.mark.parametrize("where", ["act", "source"])
def test_a_page_that_breaks_tells_nothing_of_the_case(office, where):
    folders.reopen(office.folder)
    with connection.cursor() as cursor:
        if where == "act":
            cursor.execute("DROP TRIGGER register_actrow_unchanged")
            cursor.execute("UPDATE register_actrow SET sealed = zeroblob(40) WHERE number = 1")
        else:
            cursor.execute("UPDATE register_sourcerow SET sealed = zeroblob(40)")
    opening.seal()
    # what the server had read before is dropped by a seal
    office.post("/seal", seen_on="/settings")
    office.post("/unseal", passphrase=folders.PASSPHRASE)
    for path in ("/", "/cases", "/cases/K1", "/cases/K1/add", "/cases/K1/export", "/search"):
        answer = office.get(path) if path != "/search" else office.post(path, wanted="Markertown")
        # what was asked for stands in the field it was asked in, and nowhere else
        assert [found for found in markers_in(answer) if (path, found) != ("/search", "Markertown")] == [], path
        assert "Traceback" not in answer.page
        assert path != "/cases/K1" or answer.status >= 400 or "detained" not in answer.words


def test_the_mark_of_a_seal_closes_the_pages_at_the_next_request(office):
    files.write_whole(office.folder / "sealed", b"")
    for path in ("/", "/cases/K1", "/search"):
        answer = office.get(path)
        assert answer.url.endswith("/unseal")
        assert markers_in(answer) == []


def test_another_root_made_elsewhere_seals_the_pages(office):
    folders.having_typed_back(office.folder, "rotate-keys", said=[folders.PASSPHRASE])
    assert office.get("/cases/K1").url.endswith("/unseal")
    office.post("/unseal", passphrase=folders.PASSPHRASE)
    assert "K1" in office.get("/cases").page


@pytest.mark.skipif(os.name != "posix" or not Path("/proc").exists(), reason="looks into /proc")
def test_the_entry_of_an_open_server_in_the_list_of_processes_says_nothing(office):
    entries = [path for path in Path("/proc").glob("[0-9]*/environ") if _of(path.parent, str(office.folder))]
    assert entries
    for path in entries:
        told = path.read_bytes() + (path.parent / "cmdline").read_bytes()
        hidden = [*folders.MARKERS, folders.PASSPHRASE]
        assert [marker for marker in hidden if marker.encode() in told] == []


def _of(process, folder):
    try:
        return folder.encode() in (process / "environ").read_bytes()
    except OSError:
        return False
