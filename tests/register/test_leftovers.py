"""What a killed process left: a destroying is finished, copies of keys are gone, a restore that broke off is told."""

import pytest

import register_folders as folders
from panah.register import actions, backups, health, keyholder, opening, packing, restoring
from panah.register.errors import RegisterError

AT = folders.AT


class KilledError(BaseException):
    """As if the process had ended here."""


def killed(*_):
    raise KilledError


@pytest.fixture
def case(tables, vocabulary):
    return actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, AT)


def test_a_destroying_that_was_killed_is_finished_at_the_next_opening(tables, case, vocabulary, monkeypatch):
    key = tables.folder / "keys" / f"{case.key_id}.key"
    with monkeypatch.context() as patch:
        patch.setattr(keyholder, "destroy_case_key", killed)
        with pytest.raises(KilledError):
            actions.destroy_case(case, tables.owner, AT)
    assert key.exists()
    assert "keys-without-case" in [finding.code for finding in health.examine(tables.folder, vocabulary)]
    opening.seal()
    folders.reopen(tables.folder)
    assert not key.exists()


def test_a_living_case_and_the_practice_keep_their_keys(tables, case):
    before = sorted(path.name for path in (tables.folder / "keys").iterdir())
    opening.seal()
    folders.reopen(tables.folder)
    assert sorted(path.name for path in (tables.folder / "keys").iterdir()) == before


@pytest.mark.parametrize("name", ["packing", "received", "restoring"])
def test_copies_that_were_left_are_gone_at_the_next_opening(register, name):
    left = register.folder / name / "panah-backup-0001" / "keys" / ("a" * 32 + ".key")
    left.parent.mkdir(parents=True)
    left.write_bytes(b"a wrapped key")
    opening.seal()
    folders.reopen(register.folder)
    assert not (register.folder / name).exists()


def test_a_packed_set_that_lost_a_part_meanwhile_is_not_given(register, monkeypatch, vocabulary):
    actions.create_case(folders.casefile(vocabulary=vocabulary), register.owner, AT)

    def cleared(*told):
        backup = backups.back_up(*told)
        next((backup.folder / "keys").iterdir()).unlink()
        return backup

    monkeypatch.setattr(packing, "back_up", cleared)
    with pytest.raises(FileNotFoundError):
        packing.pack(register.folder, AT)
    assert not (register.folder / "packing").exists()


def test_a_restore_that_was_killed_tells_where_the_register_before_lies(register, tmp_path, monkeypatch):
    backup = backups.back_up(register.folder, tmp_path / "b", tmp_path / "b", 7)
    opening.seal()
    real = opening.put_aside

    def cut(folder):
        real(folder)
        raise KilledError

    manifest = restoring.check(backup.folder, backup.folder)
    root = opening.root_by(backup.folder, passphrase=folders.PASSPHRASE)
    with monkeypatch.context() as patch:
        patch.setattr(opening, "put_aside", cut)
        with pytest.raises(KilledError):
            restoring.put_in_place(register.folder, backup.folder, backup.folder, manifest, root)
    aside = register.folder / "replaced-1"
    assert opening.broken_off(register.folder) == aside
    with pytest.raises(RegisterError, match="broken-off"):
        opening.read_ring(register.folder)
    said = folders.panah(register.folder, "doctor", "--lang", "en")
    assert str(aside) in said.stderr
    # as it is told: moved one folder up it is there again
    for path in list(aside.iterdir()):
        path.rename(register.folder / path.name)
    assert opening.broken_off(register.folder) is None
    folders.reopen(register.folder)


def test_where_nothing_was_put_aside_nothing_is_told(register, tmp_path):
    assert opening.broken_off(register.folder) is None
    assert opening.broken_off(tmp_path / "nowhere") is None


def test_what_is_put_aside_never_takes_the_place_of_what_was_put_aside_before(register):
    kept = register.folder / "replaced-2"
    kept.mkdir()
    (kept / "register.db").write_bytes(b"put aside long ago")
    opening.seal()
    assert opening.put_aside(register.folder) == "replaced-3"
    assert (kept / "register.db").read_bytes() == b"put aside long ago"
