"""Registers for tests: a fresh one in a folder on SQLCipher, or the same tables on PostgreSQL; invented people only."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import connections

from panah.lawmodel import read_law
from panah.places import cache_folder, law_folder
from panah.procedure import read_casefile
from panah.register import opening, settings
from panah.sealing.passphrases import Cost

ROOT = Path(__file__).parents[1]
#: As cheap as Argon2id can be: what it costs is no matter of these tests.
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "четыре случайных слова рядом"  # noqa: S105  (of no register but those of tests)
AT = datetime(2026, 1, 29, 10, 0, tzinfo=UTC)
_SQLCIPHER = dict(settings.DATABASES["default"])
POSTGRESQL = os.environ.get("PANAH_TEST_DATABASE_URL") or "postgresql://127.0.0.1:5432/test"

CASE = """panah: 1
case: doe-jane
person: {name: {ru: Джейн Доу-Маркер, en: Jane Doe-Marker}, aliases: [Dzhein], citizenship: [RU], profile: [activist]}
stays: KZ
wanted-by: RU
note: lives with her aunt in Markertown
charges:
  - {instrument: ru-cc, provision: "207.3(2)", sources: [az]}
sources:
  az: {title: Marker in the press, publisher: Paper, published: 2026-01-05, url: "https://example.org/a"}
acts:
  - {id: detention, date: 2025-12-31, act: detained, ground: wanted, place: Markertown airport, sources: [az]}
  - {date: "2026-01-02", act: custody-ordered, kind: temporary, for: 40 sutki}
  - {id: decision, date: 2026-01-20, act: extradition-granted, body: prosecutor-general}
  - {date: 2026-01-22, act: served, of: decision, to: person}
"""
#: Words of CASE that tell who it is about, or where; none may be readable anywhere.
MARKERS = ("Доу-Маркер", "Doe-Marker", "doe-jane", "Dzhein", "Markertown", "Marker in the press")


def law():
    found, problems = read_law(law_folder(), cache_folder())
    assert not problems
    return found


def casefile(text=CASE, file="doe.yaml", vocabulary=None):
    found, problems = read_casefile(text, file, vocabulary or law().vocabulary)
    assert problems == []
    return found


def make_register(folder, passphrase=PASSPHRASE):
    """A new register in a folder, open; gives its owner and the recovery key."""
    use_sqlcipher()
    beginning = opening.begin(passphrase, CHEAP)
    return opening.make(folder, beginning, beginning.recovery_key, AT), beginning.recovery_key


def reopen(folder, passphrase=PASSPHRASE):
    opening.open_register(folder, opening.root_by(folder, passphrase=passphrase))
    return opening.owner()


def use_sqlcipher():
    _use(_SQLCIPHER | {"NAME": ":none:"})


def use_postgresql():
    """An empty schema of a server that is there; skips where there is none, fails where the run says there must be."""
    where = urlsplit(POSTGRESQL)
    try:
        with psycopg.connect(POSTGRESQL, autocommit=True, connect_timeout=3) as connection:
            schema = f"panah_{os.getpid()}"
            connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
            connection.execute(f"CREATE SCHEMA {schema}")
    except psycopg.OperationalError:
        if os.environ.get("PANAH_TEST_DATABASE_URL"):
            raise
        pytest.skip(f"no PostgreSQL answers at {POSTGRESQL}; name one by PANAH_TEST_DATABASE_URL")
    _use(
        {
            "ENGINE": "django.db.backends.postgresql",
            "HOST": where.hostname,
            "PORT": where.port or 5432,
            "NAME": where.path.lstrip("/"),
            "USER": where.username or "",
            "PASSWORD": where.password or "",
            "OPTIONS": {"options": f"-c search_path={schema}"},
        }
    )
    return schema


def drop_schema(schema):
    with psycopg.connect(POSTGRESQL, autocommit=True) as connection:
        connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")


def panah(folder, *arguments, said="", **env):
    """Run a command of the register in a process of its own; `said` is what a person would type."""
    return subprocess.run(
        [str(Path(sys.executable).parent / "panah"), *map(str, arguments)],
        input=said,
        env={**os.environ, "PANAH_DATA": str(folder), "PYTHONWARNINGS": "error", **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def having_typed_back(folder, *arguments, said):
    """Run a command that shows a recovery key and wants it typed back; give the key and what the command told."""
    command = [str(Path(sys.executable).parent / "panah"), *arguments, "--lang", "en"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env={**os.environ, "PANAH_DATA": str(folder)}, text=True, **pipes) as process:
        process.stdin.write("".join(f"{line}\n" for line in said))
        process.stdin.flush()
        shown = ""
        while not (key := re.search(r"(\d{6}-){7}\d{6}", shown)):
            line = process.stderr.readline()
            assert line, shown
            shown += line
        told, rest = process.communicate(key[0].replace("-", " ") + "\n", timeout=120)
    assert process.returncode == 0, rest
    return key[0], told


def _use(database):
    connections["default"].close()
    del connections["default"]
    connections.settings["default"] = connections.configure_settings({"default": database})["default"]
