"""Files are whole or not there, for their owner only; destroyed ones leave nothing at their place."""

import os
import stat
import subprocess
import sys

import pytest

from panah.sealing import files


def test_a_file_is_replaced_whole_and_belongs_to_its_owner(tmp_path):
    path = tmp_path / "ring.json"
    files.write_whole(path, b"first")
    files.write_whole(path, b"second, and longer")
    assert path.read_bytes() == b"second, and longer"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_writing_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "ring.json"
    files.write_whole(path, b"first")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        files.write_whole(path, b"second")
    assert path.read_bytes() == b"first"


def test_a_destroyed_file_was_overwritten_before_it_was_removed(tmp_path):
    path, witness = tmp_path / "a.key", tmp_path / "witness"
    path.write_bytes(b"secret" * 10)
    os.link(path, witness)
    files.destroy(path)
    assert not path.exists()
    assert len(witness.read_bytes()) == 60
    assert b"secret" not in witness.read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems are asked otherwise")
def test_a_process_with_keys_leaves_no_dump_and_no_other_program_looks_in():
    asked = (
        "import ctypes, resource; from panah.sealing.process import keep_from_dumps; "
        "print(keep_from_dumps(), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE)[0])"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "0", "0"]


def test_a_folder_and_those_above_it_that_were_missing_are_for_their_owner_only(tmp_path):
    there = tmp_path / "there"
    there.mkdir(mode=0o755)
    files.make_folder(there / "data" / "keys")
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (there, there / "data", there / "data" / "keys")]
    assert modes == [0o755, 0o700, 0o700]
    files.make_folder(there / "data" / "keys")
