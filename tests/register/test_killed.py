"""Whatever is killed: no acknowledged write is lost, the file opens, the chain of acts is whole.

30 times here, 300 times when soaking. A kill ends the process, not the machine: the loss of power is not tried here;
the database is asked to make every commit durable (synchronous = FULL), and says that it does.
"""

import os
import random
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from django.db import connection

import register_folders as folders
from panah.register import actions, chain, opening, queries
from panah.register.health import examine
from panah.register.models import Kind, Task
from panah.register.rows import rows

SOAKING = os.environ.get("PANAH_SOAK") == "1"
TIMES = 300 if SOAKING else 30
ROTATIONS = 60 if SOAKING else 8
WRITER = Path(__file__).with_name("writer.py")
LONGEST = 0.25


def writer(folder, *arguments):
    env = {**os.environ, "PYTHONPATH": str(WRITER.parents[1])}
    command = [sys.executable, str(WRITER), str(folder), *map(str, arguments)]
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def killed(process, delay):
    """Let a process go on for a while after it is ready, kill it, and give what it said it had done."""
    ready = process.stdout.readline()
    assert ready == "ready\n", process.stderr.read()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=delay)  # the moment of the kill is what is tried
    process.send_signal(signal.SIGKILL)
    said, _ = process.communicate()
    return [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]


def test_no_acknowledged_write_is_lost(register, vocabulary):
    chance = random.Random(6)  # noqa: S311  (a moment, not a secret)
    case = actions.create_case(folders.casefile(vocabulary=vocabulary), register.owner, folders.AT)
    opening.seal()
    done = 0
    for _ in range(TIMES):
        said = killed(writer(register.folder, case.slug), chance.uniform(0, LONGEST))
        done += len(said)
        last = {kind: int(number) for kind, number in said}
        owner = folders.reopen(register.folder)
        found = queries.case(owner, case.slug)
        assert [row.number for row in found.acts.all()][-1] >= last.get("act", 0)
        assert len(rows(found, Task)) >= last.get("task", 0)
        if "health" in last:
            assert queries.compartment(owner, found, Kind.HEALTH).content["step"] >= last["health"]
        assert chain.first_broken(found) is None
        assert [finding for finding in examine(register.folder, vocabulary) if finding.is_fault] == []
        opening.seal()
    assert done > TIMES  # the kills fell among writes, not before them


def test_a_change_of_the_root_that_was_killed_goes_on_at_the_next_opening(register, vocabulary):
    chance = random.Random(7)  # noqa: S311  (a moment, not a secret)
    case = actions.create_case(folders.casefile(vocabulary=vocabulary), register.owner, folders.AT)
    opening.seal()
    for _ in range(ROTATIONS):
        killed(writer(register.folder, "--rotate", folders.PASSPHRASE), chance.uniform(0, LONGEST))
        owner = folders.reopen(register.folder)
        assert queries.casefile(owner, case.slug, vocabulary)[0]._replace(file="") == folders.casefile()._replace(
            file=""
        )
        assert [finding for finding in examine(register.folder, vocabulary) if finding.is_fault] == []
        opening.seal()
    assert opening.read_ring(register.folder).previous is None


def test_two_processes_writing_to_one_case_keep_one_chain(register, vocabulary):
    case = actions.create_case(folders.casefile(vocabulary=vocabulary), register.owner, folders.AT)
    opening.seal()
    both = [writer(register.folder, case.slug, 8) for _ in range(2)]
    for process in both:
        _, complaint = process.communicate(timeout=120)
        assert process.returncode == 0, complaint
    found = queries.case(folders.reopen(register.folder), case.slug)
    assert [row.number for row in found.acts.all()] == list(range(1, 4 + 16 + 1))
    assert chain.first_broken(found) is None
    assert [row.number for row, _ in rows(found, Task)] == list(range(1, 17))


def test_every_commit_is_made_durable_and_nothing_is_spilt_into_files(register):
    with connection.cursor() as cursor:
        told = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "temp_store", "secure_delete", "foreign_keys")
        }
        assert cursor.execute("PRAGMA cipher_memory_security").fetchone()[0] == "1"
    assert told == {"journal_mode": "wal", "synchronous": 2, "temp_store": 2, "secure_delete": 1, "foreign_keys": 1}


OPENED = """
import ctypes, resource, sys
from pathlib import Path
from panah.register.starting import start
start()
from panah.register import opening
folder = Path(sys.argv[1])
def dumps():
    return ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE)[0]
before = dumps()[0]
opening.open_register(folder, opening.root_by(folder, passphrase=sys.argv[2]))
print(before, *dumps())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems are asked otherwise")
def test_a_process_that_opened_the_register_leaves_no_dump(register):
    opening.seal()
    done = subprocess.run(
        [sys.executable, "-c", OPENED, register.folder, folders.PASSPHRASE], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["1", "0", "0"]
