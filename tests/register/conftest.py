"""A register for each test, sealed and gone afterwards."""

from types import SimpleNamespace

import pytest

import register_folders as folders
from panah.register import actions, opening


@pytest.fixture(scope="session")
def vocabulary():
    return folders.law().vocabulary


@pytest.fixture
def register(tmp_path):
    """An open register on SQLCipher: its folder, its owner, its recovery key."""
    folder = tmp_path / "data"
    owner, recovery_key = folders.make_register(folder)
    yield SimpleNamespace(folder=folder, owner=owner, recovery_key=recovery_key)
    opening.seal()


@pytest.fixture
def two(register, vocabulary):
    """A register with two cases."""
    for name in ("doe-jane", "roe-richard"):
        casefile = folders.casefile(folders.CASE.replace("doe-jane", name), vocabulary=vocabulary)
        actions.create_case(casefile, register.owner, folders.AT)
    return register


@pytest.fixture(params=["sqlcipher", "postgresql"])
def tables(request, tmp_path):
    """An open register whose tables lie in an encrypted file, and again on a server."""
    if request.param == "sqlcipher":
        yield request.getfixturevalue("register")
        return
    schema = folders.use_postgresql()
    beginning = opening.begin(folders.PASSPHRASE, folders.CHEAP)
    folder = tmp_path / "data"
    owner = opening.make(folder, beginning, beginning.recovery_key, folders.AT)
    yield SimpleNamespace(folder=folder, owner=owner, recovery_key=beginning.recovery_key, schema=schema)
    opening.seal()
    folders.use_sqlcipher()
    folders.drop_schema(schema)
