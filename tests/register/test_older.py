"""A register that an older Panah wrote opens today: nothing lost, a copy put beside first, a kill in between mended.

The older one is the register as it was before it knew of the practice: register 0002, watch 0001.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

import register_folders as folders
from panah.register import actions, casefiles, chain, keyholder, opening, queries, rotating
from panah.register.errors import RegisterError
from panah.register.models import Note
from panah.register.practice import practice
from panah.register.rows import add_row, rows
from panah.register.sqlcipher.base import connect
from panah.watch.models import ways

PASSWORD = "a word for the server of mail"  # noqa: S105  (of nothing)
OPENING = """
import os, signal, sys
from pathlib import Path
from panah.register.starting import start
start()
import register_folders as folders
from panah.register import practice
practice.seal_with = lambda *told: os.kill(os.getpid(), signal.SIGKILL)
folders.reopen(Path(sys.argv[1]))
"""


def old_steps(*_, **__):
    call_command("migrate", "watch", "0001", verbosity=0, interactive=False)


@pytest.fixture
def make_older(vocabulary):
    """Make what is open an older register, with a case, a note and a password of mail; sealed in the end."""

    def make(register):
        call_command("migrate", "watch", "zero", verbosity=0, interactive=False)
        call_command("migrate", "register", "0002", verbosity=0, interactive=False)
        old_steps()
        case = actions.create_case(folders.casefile(vocabulary=vocabulary), register.owner, folders.AT)
        add_row(case, Note, {"text": "a note from before"}, register.owner, folders.AT)
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO watch_ways (id, mail_host, mail_port, mail_security, mail_user, mail_password, mail_from, "
                "mail_to, lang, feed_secret, fault) VALUES (1, 'host', 465, 'tls', 'me', %s, '', 'x', 'ru', 'f', '')",
                [PASSWORD],
            )
            cursor.execute("SELECT count(*) FROM django_migrations")
            register.steps = cursor.fetchone()[0]
        register.text = casefiles.text_of(case, vocabulary)
        opening.seal()

    return make


def columns(database, key):
    opened = connect(key, database=str(database))
    try:
        told = {row[1] for row in opened.execute("PRAGMA table_info(watch_ways)")}
        return told, opened.execute("SELECT count(*) FROM django_migrations").fetchone()[0]
    finally:
        opened.close()


def test_it_opens_and_nothing_is_lost(tables, make_older, vocabulary):
    make_older(tables)
    owner = folders.reopen(tables.folder)
    case = queries.case(owner, "K1")
    assert casefiles.text_of(case, vocabulary) == tables.text
    assert chain.first_broken(case) is None
    assert [told["text"] for _, told in rows(case, Note)] == ["a note from before"]
    assert practice().idle_minutes == 20
    assert (ways().mail_host, ways().mail_password) == ("host", PASSWORD)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM watch_ways")
        assert PASSWORD not in str(cursor.fetchall())


def test_the_file_is_copied_before_and_the_copy_is_the_older_register(register, make_older):
    make_older(register)
    folders.reopen(register.folder)
    copy = register.folder / "register.db.before"
    assert columns(copy, keyholder.database_key())[1] == register.steps
    assert "mail_password" in columns(copy, keyholder.database_key())[0]
    assert copy.stat().st_mode & 0o077 == 0
    assert PASSWORD.encode() not in copy.read_bytes()
    assert sorted(path.name for path in register.folder.glob("register.db.*")) == ["register.db.before"]


def test_a_register_that_is_up_to_date_is_not_copied(register):
    opening.seal()
    folders.reopen(register.folder)
    assert [path.name for path in register.folder.glob("register.db.*")] == []


def test_killed_within_a_step_the_file_is_as_before_it_and_the_next_opening_goes_on(register, make_older, vocabulary):
    make_older(register)
    env = {**os.environ, "PYTHONPATH": str(Path(folders.__file__).parent)}
    done = subprocess.run(
        [sys.executable, "-c", OPENING, str(register.folder)], env=env, capture_output=True, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    root = opening.root_by(register.folder, passphrase=folders.PASSPHRASE)
    keyholder.hold(root, register.folder / "keys")
    key = keyholder.database_key()
    now, steps = columns(register.folder / "register.db", key)
    assert "mail_password" in now
    assert "mail_password_sealed" not in now
    assert steps > register.steps  # the step before the one that was killed is done
    assert columns(register.folder / "register.db.updating", key)[1] == register.steps
    opening.seal()
    owner = folders.reopen(register.folder)
    assert casefiles.text_of(queries.case(owner, "K1"), vocabulary) == register.text
    assert ways().mail_password == PASSWORD
    # the copy is still the one from before the first step
    assert columns(register.folder / "register.db.before", key)[1] == register.steps


def test_a_register_of_a_newer_panah_is_refused_and_left_as_it_is(register):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('register', '9999_later', '2030-01-01')"
        )
    opening.seal()
    before = (register.folder / "register.db").read_bytes()
    with pytest.raises(RegisterError) as caught:
        folders.reopen(register.folder)
    assert caught.value.code == "newer"
    opening.seal()
    assert (register.folder / "register.db").read_bytes() == before


def test_another_root_takes_the_copies_away_and_the_sealed_password_stays(register, make_older):
    make_older(register)
    folders.reopen(register.folder)
    opening.seal()
    root = opening.root_by(register.folder, passphrase=folders.PASSPHRASE)
    ring, new_root, _ = rotating.new_root(root, folders.PASSPHRASE, folders.CHEAP)
    rotating.rotate(register.folder, ring, root)
    rotating.finish(register.folder, new_root)
    assert not list(register.folder.glob("register.db.*"))
    folders.reopen(register.folder)
    assert ways().mail_password == PASSWORD
