"""What is sent is refused by its head where nothing so large is waited for, and never lies in a file meanwhile."""

import socket
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

import register_folders as folders
from panah.register import opening
from panah.web import receiving
from panah.web.desk import Desk, sit_down
from serving import served

HERE = {"HOST": "127.0.0.1:8000"}
ELSEWHERE = "https://attacker.example"


@pytest.fixture
def desk(tmp_path):
    """A machine without a register."""
    folders.use_sqlcipher()
    sit_down(Desk(tmp_path / "data", None))
    return tmp_path / "data"


def test_a_backup_may_come_only_where_there_is_no_register(desk):
    assert receiving.largest("/restore", HERE) == receiving.LARGEST_REQUEST
    for path in ("/first-start", "/unseal", "/", "/restore/more"):
        assert receiving.largest(path, HERE) == receiving.SMALL
    folders.make_register(desk)
    opening.seal()
    for path in ("/restore", "/unseal", "/import"):
        assert receiving.largest(path, HERE) == receiving.SMALL


def test_case_files_may_come_only_while_the_register_is_open(desk):
    folders.make_register(desk)
    assert receiving.largest("/import", HERE) == receiving.WHILE_OPEN
    opening.seal()
    assert receiving.largest("/import", HERE) == receiving.SMALL


@pytest.mark.parametrize(
    "heads",
    [
        {"ORIGIN": ELSEWHERE},
        {"ORIGIN": "null"},
        {"ORIGIN": "http://127.0.0.1:9999"},
        {"SEC_FETCH_SITE": "cross-site"},
        {"SEC_FETCH_SITE": "same-site"},
        {"HOST": "panah.attacker.example", "ORIGIN": "http://panah.attacker.example"},
    ],
)
def test_what_another_page_sends_is_small_whatever_is_waited_for(desk, heads):
    assert receiving.largest("/restore", HERE | heads) == receiving.SMALL
    assert receiving.largest("/restore", HERE | {"ORIGIN": "http://127.0.0.1:8000"}) == receiving.LARGEST_REQUEST


@pytest.mark.parametrize(("path", "origin"), [("/unseal", ""), ("/restore", f"Origin: {ELSEWHERE}\r\n")])
def test_the_server_refuses_before_the_rest_is_sent(tmp_path, path, origin):
    with served(folder=tmp_path / "data") as address:
        place = urlsplit(address)
        with socket.create_connection((place.hostname, place.port), timeout=20) as sent:
            head = f"POST {path} HTTP/1.1\r\nHost: {place.netloc}\r\n{origin}Content-Length: 100000000\r\n"
            sent.sendall(f"{head}\r\n".encode())
            # nothing of the hundred million bytes is sent: the answer is to the head
            assert sent.recv(100).split()[1] == b"413"


SERVE = """
import sys, threading, urllib.error, urllib.request
from pathlib import Path
folder, kind = Path(sys.argv[1]), sys.argv[2]
opened = []
def hook(event, told):
    if event == "open" and isinstance(told[2], int) and told[2] & 3 and not str(told[0]).startswith("/dev/"):
        opened.append(str(told[0]))
from panah.web import serving
from panah.lawmodel import read_law
from panah.places import law_folder
law, _ = read_law(law_folder(), None)
app = serving.application(folder, law)
from django.conf import settings
def ask(address):
    sys.addaudithook(hook)
    edge = "edge"
    body = b"--edge\\r\\nContent-Disposition: form-data; name=\\"file\\"; filename=\\"b.zip\\"\\r\\n\\r\\n"
    body += b"x" * 20_000_000 + b"\\r\\n--edge--\\r\\n"
    heads = {"Content-Type": "multipart/form-data; boundary=edge", "Cookie": settings.CSRF_COOKIE_NAME + "=" + "a" * 32}
    request = urllib.request.Request(address + "restore", body, heads)
    try:
        status = urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request).status
    except urllib.error.HTTPError as error:
        status = error.code
    print(status, opened, flush=True)
    import os
    os._exit(0)
if kind == "the server spills":
    serving.SERVER["inbuf_overflow"] = 1000
if kind == "the form spills":
    settings.FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
serving.serve(app, 0, lambda address: threading.Thread(target=ask, args=(address,)).start())
"""


@pytest.mark.parametrize(
    ("kind", "is_spilt"), [("as it is", False), ("the server spills", True), ("the form spills", True)]
)
def test_what_is_sent_lies_in_no_file(tmp_path, kind, is_spilt):
    """The other runs, in which something spills, show that the first would have seen it."""
    done = subprocess.run(
        [sys.executable, "-c", SERVE, tmp_path / "data", kind], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    status, _, files = done.stdout.strip().partition(" ")
    assert status == "403"  # a form without its token, read whole before it is refused
    assert (files != "[]") is is_spilt, files
