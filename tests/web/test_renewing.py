"""After sealing, the process is a fresh image of itself: the memory that held keys is gone, and pages are served on.

Read where the system lets a test read the memory of a process (Linux, as root); elsewhere the start of the image is
looked at alone.
"""

import os
import re
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

import register_folders as folders
from panah.register import opening
from panah.sealing.boxes import derive
from panah.web.desk import Desk
from panah.web.renewing import UnderWay, can_renew
from panah.web.serving import LARGEST_REQUEST, SERVER
from serving import Visitor, served

PATIENCE = 30
pytestmark = pytest.mark.skipif(not can_renew, reason="the system replaces no process")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")


@pytest.fixture
def office(register_folder):
    with served("--as-of", "2026-02-02", folder=register_folder) as address:
        visitor = Visitor(address)
        visitor.post("/unseal", passphrase=folders.PASSPHRASE)
        visitor.process = process_of(register_folder)
        yield visitor


@pytest.fixture
def register_folder(tmp_path):
    folder = tmp_path / "data"
    folders.make_register(folder)
    opening.seal()
    return folder


def process_of(folder):
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if f"PANAH_DATA={folder}".encode() in (path / "environ").read_bytes().split(b"\0"):
                return path
    raise AssertionError("not found")


def image(process):
    """What another image of the same process does not share: where its heap begins (the system shuffles it)."""
    told = (process / "maps").read_text(encoding="utf-8")
    return re.search(r"^(\w+)-\w+ .*\[heap\]$", told, re.MULTILINE).group(1)


def in_memory(process, wanted):
    """Whether some bytes lie anywhere in the memory of a process."""
    with (process / "mem").open("rb", 0) as memory:
        for line in (process / "maps").read_text(encoding="utf-8").splitlines():
            begin, end, rights = re.match(r"(\w+)-(\w+) (\S+)", line).groups()
            if rights.startswith("r") and "[v" not in line:
                with suppress(OSError, ValueError, OverflowError):
                    memory.seek(int(begin, 16))
                    if wanted in memory.read(int(end, 16) - int(begin, 16)):
                        return True
    return False


def until_another(process, before):
    """Wait for another image; the patience is a limit, not a measure."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last:
        with suppress(OSError, AttributeError):
            if image(process) != before:
                return
    raise AssertionError("the process is the same")


@linux
def test_after_sealing_another_image_serves_at_the_same_address(office):
    before = image(office.process)
    assert office.get("/").status == 200
    assert image(office.process) == before
    assert office.post("/seal", seen_on="/").url.endswith("/unseal")
    until_another(office.process, before)
    assert office.get("/health").page == "ok"  # asked while it starts: it waits and is answered
    assert office.get("/").url == office.address + "/unseal"
    assert office.post("/unseal", passphrase=folders.PASSPHRASE).url == office.address + "/"
    assert "PANAH_LISTENING" not in office.process.joinpath("cmdline").read_text()


@linux
@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may read the memory of a process")
def test_the_keys_are_in_the_memory_before_and_not_after(office, register_folder):
    root = opening.root_by(register_folder, passphrase=folders.PASSPHRASE)
    key = derive(root, "database")
    assert in_memory(office.process, root)  # or the search would find nothing ever
    before = image(office.process)
    office.post("/seal", seen_on="/")
    until_another(office.process, before)
    office.get("/unseal")
    for secret in (root, key, key.hex().encode(), folders.PASSPHRASE.encode()):
        assert not in_memory(office.process, secret)


@linux
def test_a_mark_left_in_the_folder_renews_the_process_too(office, register_folder):
    before = image(office.process)
    opening.mark_sealed(register_folder)
    until_another(office.process, before)
    assert office.get("/").url == office.address + "/unseal"


@linux
def test_opened_again_at_once_it_stays_open(office):
    for _ in range(3):
        office.post("/seal", seen_on="/")
        assert office.post("/unseal", passphrase=folders.PASSPHRASE).url == office.address + "/"
    last = time.monotonic() + 2
    while time.monotonic() < last:
        assert office.get("/settings").url == office.address + "/settings"


def test_a_desk_that_held_keys_is_spent_but_that_of_a_demonstration(register_folder):
    for demo in (True, False):
        desk = Desk(register_folder, None, demo=demo)
        desk.seal()
        assert not desk.spent.is_set()  # it held none
        folders.reopen(register_folder)
        desk.seal()
        assert desk.spent.is_set() is not demo


def test_it_is_not_ended_while_an_answer_is_under_way_nor_when_opened_again():
    counted = UnderWay(lambda *_: [b"x"])
    parts = counted({}, None)
    asked = []

    def still():
        asked.append(1)
        return len(asked) < 4

    assert counted.end_when_quiet(still) is False
    assert not counted.to_renew
    parts.close()


def test_what_is_sent_and_answered_stays_in_memory():
    from waitress.adjustments import Adjustments
    from waitress.buffers import BytesIOBasedBuffer
    from waitress.parser import HTTPRequestParser

    parser = HTTPRequestParser(Adjustments(**SERVER))
    parser.received(b"POST /import HTTP/1.1\r\nContent-Length: 8000000\r\n\r\n")
    parser.received(b"x" * 4_000_000)
    assert isinstance(parser.body_rcv.buf.buf, BytesIOBasedBuffer)
    assert Adjustments(**SERVER).outbuf_overflow == LARGEST_REQUEST
