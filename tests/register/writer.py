"""A process that writes into a register without end and says after each write that it is done; for being killed.

python writer.py FOLDER SLUG [COUNT]     writes acts, tasks and compartments, COUNT of them or for ever
python writer.py FOLDER --rotate WORDS   changes the root again and again
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from panah.register.starting import start

start()

import register_folders as folders  # noqa: E402
from panah.register import actions, opening, queries, rotating  # noqa: E402
from panah.register.models import Kind, Task  # noqa: E402
from panah.register.rows import add_row  # noqa: E402

AT = datetime(2026, 1, 29, tzinfo=UTC)


def say(*words):
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def write(folder, slug, count):
    vocabulary = folders.law().vocabulary
    owner = folders.reopen(folder)
    case = queries.case(owner, slug)
    say("ready")
    for step in range(1, count + 1):
        told = {"date": "2026-01-29", "act": "recorded", "what": f"step {step} of {sys.argv[0]}"}
        row = actions.add_act(case, told, vocabulary, owner, AT)
        say("act", row.number)
        task = add_row(case, Task, {"text": f"task {step}"}, owner, AT)
        say("task", task.number)
        actions.write_compartment(case, Kind.HEALTH, {"step": step}, vocabulary, owner)
        say("health", step)
    opening.seal()


def rotate(folder, passphrase):
    say("ready")
    while True:
        root = opening.root_by(folder, passphrase=passphrase)
        opening.open_register(folder, root)
        opening.seal()
        ring, new_root, _ = rotating.new_root(root, passphrase, folders.CHEAP)
        rotating.rotate(folder, ring, root)
        rotating.finish(folder, new_root)
        say("rotated")


if __name__ == "__main__":
    folders.use_sqlcipher()
    if sys.argv[2] == "--rotate":
        rotate(Path(sys.argv[1]), sys.argv[3])
    else:
        write(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else sys.maxsize)
