"""Planted names and a planted diagnosis are found in no byte that Panah leaves: files, processes, errors, a server."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

import register_folders as folders
from panah.register import actions, opening
from panah.register.backups import back_up
from panah.register.models import ROW_MODELS, Kind, PaperRow
from panah.register.rows import add_row, keep_file

DIAGNOSIS = "маркерный диагноз F43.1"
ALL = (*folders.MARKERS, DIAGNOSIS, folders.PASSPHRASE)
WRITER = Path(__file__).with_name("writer.py")
PAGE = 4096


def forms(marker):
    """A marker as it could lie in bytes."""
    plain = marker.encode()
    return {plain, marker.encode("utf-16-le"), plain.hex().encode(), str(ascii(marker))[1:-1].encode()}


def found_in(content):
    return [marker for marker in ALL if any(form in content for form in forms(marker))]


def found_below(folder):
    return [(path.name, hit) for path in folder.rglob("*") if path.is_file() for hit in found_in(path.read_bytes())]


def fill(owner, vocabulary):
    """Plant every marker wherever something can be written."""
    case = actions.create_case(folders.casefile(vocabulary=vocabulary), owner, folders.AT)
    everything = " ".join(ALL)
    for kind in (Kind.HEALTH, Kind.FAMILY, Kind.WHEREABOUTS):
        actions.write_compartment(case, kind, {"text": everything}, vocabulary, owner)
    source = {"id": "b", "title": everything, "publisher": everything, "url": everything}
    actions.add_source(case, source, vocabulary, owner, folders.AT)
    for model in ROW_MODELS[1:]:
        row = add_row(case, model, dict.fromkeys(model.NEEDED | model.ALLOWED, everything), owner, folders.AT)
        if isinstance(row, PaperRow):
            keep_file(row, everything.encode(), owner)
    actions.add_act(case, {"date": "2026-01-29", "act": "recorded", "what": everything}, vocabulary, owner, folders.AT)
    return case


def test_the_search_finds_what_is_there(tmp_path):
    (tmp_path / "a").write_text(folders.CASE + DIAGNOSIS + folders.PASSPHRASE, encoding="utf-8")
    (tmp_path / "b").write_bytes(DIAGNOSIS.encode().hex().encode())
    assert sorted(hit for name, hit in found_below(tmp_path) if name == "a") == sorted(ALL)
    assert ("b", DIAGNOSIS) in found_below(tmp_path)


def test_no_marker_in_database_log_keys_or_backup(register, tmp_path, vocabulary):
    fill(register.owner, vocabulary)
    back_up(register.folder, tmp_path / "b", tmp_path / "b", 7)
    assert (register.folder / "register.db-wal").stat().st_size > 0
    assert found_below(tmp_path) == []
    opening.seal()
    assert found_below(tmp_path) == []
    names = [path.name for path in tmp_path.rglob("*")]
    assert not [name for name in names if found_in(name.encode())]


def test_no_marker_in_what_a_killed_process_leaves_nor_in_its_list_entry(register, tmp_path, vocabulary):
    case = fill(register.owner, vocabulary)
    opening.seal()
    places = {name: str(tmp_path / "out") for name in ("TMPDIR", "HOME", "SQLITE_TMPDIR", "XDG_STATE_HOME")}
    (tmp_path / "out").mkdir()
    env = {**os.environ, **places, "PYTHONPATH": str(WRITER.parents[1])}
    command = [sys.executable, str(WRITER), str(register.folder), case.slug]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        said = b"".join(process.stdout.readline() for _ in range(4))
        listed = b"".join(Path(f"/proc/{process.pid}/{name}").read_bytes() for name in ("cmdline", "environ", "maps"))
        process.kill()
        said += b"".join(process.communicate())
    assert b"act" in said
    assert b"register.db" in listed
    assert found_in(listed + said) == []
    assert found_below(tmp_path) == []


@pytest.mark.parametrize("place", ["register.db", "ring.json", "keys"])
def test_no_marker_in_errors_about_damaged_files(register, vocabulary, place):
    fill(register.owner, vocabulary)
    opening.seal()
    path = register.folder / place
    path = next(path.iterdir()) if path.is_dir() else path
    content = bytearray(path.read_bytes())
    for position in range(min(len(content) // 2, PAGE // 2), len(content), PAGE):  # every page: some are never read
        content[position] ^= 0xFF
    path.write_bytes(content)
    for command in (["export", "K1"], ["doctor"], ["backup", register.folder.parent / "b"], ["rotate-keys"]):
        done = folders.panah(register.folder, *command, "--lang", "en", said=f"{folders.PASSPHRASE}\n")
        assert done.returncode == 1, (command, done.stdout)
        assert "Traceback" not in done.stderr
        assert found_in((done.stdout + done.stderr).encode()) == []


def test_no_marker_readable_in_any_table(tables, vocabulary):
    """What an administrator of a server, or somebody with a dump, reads."""
    fill(tables.owner, vocabulary)
    seen = 0
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")  # noqa: S608  (a name of ours)
            for row in cursor.fetchall():
                for value in row:
                    content = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                    assert found_in(content) == [], name
                    seen += 1
    assert seen > 100


def test_a_destroyed_case_leaves_no_sealed_byte_that_its_key_opened(register, vocabulary):
    case = fill(register.owner, vocabulary)
    sealed = [bytes(row.sealed) for row in case.acts.all()]
    opening.seal()
    owner = folders.reopen(register.folder)
    actions.destroy_case(case, owner, folders.AT)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM register_actrow")
        assert cursor.fetchone()[0] == 0
    opening.seal()
    assert sealed
    assert list((register.folder / "keys").iterdir()) == []
