"""One file that was packed: what is no set, or would be laid out as more than it is, is refused in words."""

import io
import json
import zipfile

import pytest

import register_folders as folders
from panah.register import packing, restoring
from panah.register.errors import RegisterError

KEY = "keys/" + "a" * 32 + ".key"


def packed(**parts):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def encrypted():
    """An archive that says of its parts that a password hides them."""
    content = bytearray(packed(**{"ring.json": "x" * 40, "manifest.json": "{}"}))
    for head, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(head)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(head, at + 1)
    return bytes(content)


def swelling():
    """An archive whose many parts are one and the same bytes."""
    content = bytearray(packed(**{"register.db": "x" * 100_000}))
    place = content.find(b"PK\x01\x02")
    end = content.find(b"PK\x05\x06")
    listed = bytes(content[place:end])
    tail = bytearray(content[end:])
    tail[8:12] = (50).to_bytes(2, "little") * 2
    tail[12:16] = (50 * len(listed)).to_bytes(4, "little")
    return bytes(content[:place]) + 50 * listed + bytes(tail)


def nested():
    return packed(**{"manifest.json": "[" * 100_000})


def named_in_vain():
    files = {"register.db": "0", "ring.json": "0", KEY: "0", "keys/../../a.key": "0"}
    return packed(**{"manifest.json": json.dumps({"panah-backup": 1, "files": files, "destroyed": ["a"]})})


@pytest.mark.parametrize("content", [encrypted, swelling])
def test_what_cannot_be_laid_out_is_refused_in_words_before_a_part_is_written(tmp_path, content):
    with pytest.raises(RegisterError, match="no-backup"):
        packing.unpack(content(), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [nested, named_in_vain])
def test_what_is_no_set_is_refused_in_words(tmp_path, content):
    to = packing.unpack(content(), tmp_path)
    with pytest.raises(RegisterError, match="no-backup"):
        restoring.check(to, to)


def test_what_was_packed_is_laid_out_whole_and_restores(register, tmp_path):
    content = packing.pack(register.folder, folders.AT)
    to = packing.unpack(content, tmp_path / "elsewhere")
    assert set(restoring.check(to, to).digests) == {path.relative_to(to).as_posix() for path in to.rglob("*.*")} - {
        "manifest.json"
    }
