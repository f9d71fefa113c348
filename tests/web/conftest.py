"""One demonstration for all tests that only look; a register of its own for those that write."""

import pytest

import chromium
import register_folders as folders
from panah.register import opening
from serving import Visitor, served


@pytest.fixture(scope="session")
def demo():
    with served("--demo") as address:
        yield address


@pytest.fixture
def reader(demo):
    return Visitor(demo)


@pytest.fixture(scope="module")
def browser():
    """A real browser; for tests marked `chromium.needed`."""
    with chromium.launched() as browser:
        yield browser


@pytest.fixture
def own_demo():
    """A demonstration to write into."""
    with served("--demo") as address:
        yield Visitor(address)


@pytest.fixture
def empty(tmp_path):
    """A machine on which Panah was never started."""
    with served("--as-of", "2026-02-02", folder=tmp_path / "data") as address:
        yield Visitor(address)


@pytest.fixture
def office(tmp_path):
    """A register without cases, opened by its passphrase; made with a passphrase that costs little to try."""
    folder = tmp_path / "data"
    _, key = folders.make_register(folder)
    opening.seal()
    with served("--as-of", "2026-02-02", folder=folder) as address:
        visitor = Visitor(address)
        visitor.recovery_key = key
        assert visitor.post("/unseal", passphrase=folders.PASSPHRASE).url == address + "/"
        yield visitor
