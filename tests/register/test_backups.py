"""Backups: checked when written, whole when restored, rotated; a destroyed case is destroyed in them too."""

import pytest

import register_folders as folders
from panah.register import actions, casefiles, opening, queries, restoring
from panah.register.backups import back_up
from panah.register.errors import RegisterError
from panah.sealing.errors import WrongKeyError

AT = folders.AT


def restored(folder, database, keys=None, **by):
    manifest = restoring.check(database, keys or database)
    root = opening.root_by(keys or database, **(by or {"passphrase": folders.PASSPHRASE}))
    opening.seal()
    aside = restoring.put_in_place(folder, database, keys or database, manifest, root)
    opening.open_register(folder, root)
    return aside, restoring.forget_destroyed(manifest, AT)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_brings_every_case_back_on_another_machine(two, tmp_path, vocabulary):
    texts = [casefiles.text_of(case, vocabulary) for case in queries.cases(two.owner)]
    backup = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    assert (backup.number, backup.cases, backup.removed) == (1, 2, ())
    assert names(backup.folder) == ["keys", "manifest.json", "register.db", "ring.json"]
    assert restored(tmp_path / "elsewhere", backup.folder) == (None, ((), (), False))
    assert [casefiles.text_of(case, vocabulary) for case in queries.cases(opening.owner())] == texts


def test_the_recovery_key_restores_too_and_a_wrong_one_changes_nothing(two, tmp_path):
    backup = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    with pytest.raises(WrongKeyError):
        restored(tmp_path / "elsewhere", backup.folder, passphrase="не та фраза")  # noqa: S106  (of nothing)
    assert not (tmp_path / "elsewhere").exists()
    restored(tmp_path / "elsewhere", backup.folder, recovery_key=two.recovery_key)
    assert len(queries.cases(opening.owner())) == 2


def test_keys_may_lie_apart_and_neither_half_opens_alone(two, tmp_path):
    back_up(two.folder, tmp_path / "one", tmp_path / "other", 7)
    database, keys = tmp_path / "one" / "panah-backup-0001", tmp_path / "other" / "panah-backup-0001"
    assert names(database) == ["register.db"]
    for half in (database, keys):
        with pytest.raises(RegisterError):
            restoring.check(half, half)
    restored(tmp_path / "elsewhere", database, keys)
    assert len(queries.cases(opening.owner())) == 2


def test_only_the_last_few_stay(two, tmp_path):
    removed = [back_up(two.folder, tmp_path / "b", tmp_path / "k", 2).removed for _ in range(4)]
    assert removed == [(), (), (1,), (2,)]
    assert names(tmp_path / "b") == names(tmp_path / "k") == ["panah-backup-0003", "panah-backup-0004"]


def test_a_destroyed_case_is_destroyed_in_older_backups_too_and_a_lost_key_is_not(two, tmp_path):
    first = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    gone, kept = queries.cases(two.owner)
    actions.destroy_case(gone, two.owner, AT)
    # a key that is missing without its case having been destroyed stays in the backups: it may be the last one
    (two.folder / "keys" / f"{kept.key_id}.key").rename(tmp_path / "kept.key")
    back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    assert {f"{case.key_id}.key" for case in (gone, kept)} & set(names(first.folder / "keys")) == {f"{kept.key_id}.key"}
    assert restored(tmp_path / "elsewhere", first.folder)[1] == (("K1",), (), False)
    assert [case.slug for case in queries.cases(opening.owner())] == ["K2"]


def test_no_old_backup_is_removed_while_a_key_is_lost(two, tmp_path):
    first = back_up(two.folder, tmp_path / "b", tmp_path / "b", 1)
    key_id = queries.cases(two.owner)[0].key_id
    opening.seal()
    (two.folder / "keys" / f"{key_id}.key").unlink()
    owner = folders.reopen(two.folder)
    second = back_up(two.folder, tmp_path / "b", tmp_path / "b", 1)
    assert (second.removed, second.unopened) == ((), ("K1",))
    # neither set is lost: the later one brings back what it has, the earlier one everything
    restored(tmp_path / "later", second.folder)
    assert len(queries.cases(owner)) == 2
    restored(tmp_path / "earlier", first.folder)
    assert queries.slug_by_case_name(opening.owner()) == {"doe-jane": "K1", "roe-richard": "K2"}


def test_a_register_that_is_there_is_put_aside(two, tmp_path):
    backup = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    actions.destroy_case(queries.cases(two.owner)[0], two.owner, AT)
    aside, _ = restored(two.folder, backup.folder)
    assert aside == "replaced-1"
    assert "register.db" in names(two.folder / aside)
    assert len(queries.cases(opening.owner())) == 2


@pytest.mark.parametrize("name", ["register.db", "ring.json", "keys"])
def test_an_altered_or_missing_file_is_found_before_anything_is_put_in_place(two, tmp_path, name):
    backup = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    path = backup.folder / name
    path = next(path.iterdir()) if path.is_dir() else path
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(RegisterError, match="backup-damaged"):
        restoring.check(backup.folder, backup.folder)
    path.unlink()
    with pytest.raises(RegisterError, match="backup-damaged"):
        restoring.check(backup.folder, backup.folder)


def test_a_set_without_a_manifest_is_none(two, tmp_path):
    backup = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    (backup.folder / "manifest.json").unlink()
    with pytest.raises(RegisterError, match="no-backup"):
        restoring.check(backup.folder, backup.folder)


def test_backup_and_restore_as_commands(two, tmp_path):
    opening.seal()
    said = f"{folders.PASSPHRASE}\n"
    done = folders.panah(two.folder, "backup", tmp_path / "b", "--keep", "1", "--lang", "en", said=said)
    assert "checked" in done.stdout, done.stderr
    backup, new = tmp_path / "b" / "panah-backup-0001", "новая фраза из слов"
    refused = folders.panah(two.folder, "restore", backup, "--lang", "en", said=said)
    assert refused.returncode == 1
    assert "--replace" in refused.stderr
    typed = f"{two.recovery_key}\n{new}\n{new}\n"
    done = folders.panah(tmp_path / "new", "restore", backup, "--recovery", "--lang", "en", said=typed)
    assert done.returncode == 0, done.stderr
    assert "K1" not in done.stdout
    assert folders.panah(tmp_path / "new", "export", "K2", said=f"{new}\n").returncode == 0
