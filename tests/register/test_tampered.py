"""A set whose medium was in other hands writes nothing outside and destroys no case; sets of others stay."""

import json
from pathlib import Path

import pytest

import register_folders as folders
from panah.register import actions, health, opening, queries, restoring, rotating
from panah.register.backups import back_up
from panah.register.errors import RegisterError

AT = folders.AT


def tampered(backup, **changes):
    """Change what a set says of itself, as anybody can who holds the medium."""
    path = backup.folder / "manifest.json"
    told = json.loads(path.read_bytes())
    for key, change in changes.items():
        told[key] = change(told[key])
    path.write_text(json.dumps(told), encoding="utf-8")


def restored(folder, database):
    manifest = restoring.check(database, database)
    root = opening.root_by(database, passphrase=folders.PASSPHRASE)
    opening.seal()
    restoring.put_in_place(folder, database, database, manifest, root)
    opening.open_register(folder, root)
    return restoring.forget_destroyed(manifest, AT)


def keys_in(database):
    return {path.stem for path in (database / "keys").iterdir()}


@pytest.mark.parametrize(
    "name",
    [
        "../../evil",
        "keys/../../evil.key",
        "/etc/passwd",
        "keys/evil",
        "keys/.key",
        "keys/ab.key",
        "other.db",
        "keys/../../../../../../.profile",
    ],
)
@pytest.mark.parametrize("is_destroyed", [False, True])
def test_a_manifest_never_leads_out_of_its_set(two, tmp_path, name, is_destroyed):
    backup = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    tampered(
        backup,
        files=lambda files: {**files, name: "0" * 64},
        destroyed=lambda ids: [*ids, *([Path(name).stem] if is_destroyed else [])],
    )
    with pytest.raises(RegisterError, match="no-backup"):
        restoring.check(backup.folder, backup.folder)


def test_what_is_put_in_place_is_what_was_checked(two, tmp_path):
    backup = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    manifest = restoring.check(backup.folder, backup.folder)
    root = opening.root_by(backup.folder, passphrase=folders.PASSPHRASE)
    key = next((backup.folder / "keys").iterdir())
    key.write_bytes(b"exchanged while the passphrase was typed")
    with pytest.raises(RegisterError, match="backup-damaged"):
        restoring.put_in_place(tmp_path / "elsewhere", backup.folder, backup.folder, manifest, root)
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("seal", [lambda seal: seal, lambda _: "", lambda _: "00" * 40, lambda _: "no digits"])
def test_a_case_is_not_destroyed_because_a_medium_says_so(two, tmp_path, seal):
    ids = {case.key_id for case in queries.cases(two.owner)}
    first = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    second = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    tampered(second, destroyed=lambda _: sorted(ids), sealed=seal)
    assert restored(tmp_path / "elsewhere", second.folder) == ((), (), True)
    assert [case.slug for case in queries.cases(opening.owner())] == ["K1", "K2"]
    third = back_up(tmp_path / "elsewhere", tmp_path / "b", tmp_path / "b", 7)
    for backup in (first, second, third):
        assert ids <= keys_in(backup.folder)


def test_a_seal_of_another_day_says_nothing_of_this_set(two, tmp_path):
    first = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    actions.destroy_case(queries.cases(two.owner)[0], two.owner, AT)
    second = back_up(two.folder, tmp_path / "c", tmp_path / "c", 7)
    told = json.loads((second.folder / "manifest.json").read_bytes())
    tampered(first, destroyed=lambda _: told["destroyed"], sealed=lambda _: told["sealed"])
    assert restored(tmp_path / "elsewhere", first.folder) == ((), (), True)


def test_a_key_taken_out_of_a_set_is_told_when_it_is_restored(two, tmp_path):
    backup = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    lost = queries.cases(two.owner)[0].key_id
    (backup.folder / "keys" / f"{lost}.key").unlink()
    tampered(backup, destroyed=lambda _: [lost])
    assert restored(tmp_path / "elsewhere", backup.folder) == ((), ("K1",), True)


def test_what_was_destroyed_is_believed_after_the_root_was_changed(two, tmp_path):
    backup = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    root = opening.root_by(two.folder, passphrase=folders.PASSPHRASE)
    opening.seal()
    ring, new, _ = rotating.new_root(root, "another phrase of words", folders.CHEAP)
    rotating.rotate(two.folder, ring, root)
    opening.open_register(two.folder, new)
    actions.destroy_case(queries.cases(opening.owner())[0], opening.owner(), AT)
    back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    # the set before opens with the passphrase and the root of its day, and knows of the case destroyed since
    assert restored(tmp_path / "elsewhere", backup.folder) == (("K1",), (), False)


def test_two_registers_in_one_folder_leave_each_other_alone(two, tmp_path):
    together = tmp_path / "b"
    first = back_up(two.folder, together, together, 2)
    opening.seal()
    other = tmp_path / "other"
    folders.make_register(other)
    written = [back_up(other, together, together, 2) for _ in range(3)]
    assert [backup.number for backup in written] == [2, 3, 4]
    assert [backup.removed for backup in written] == [(), (), (2,)]
    restored(tmp_path / "elsewhere", first.folder)
    assert len(queries.cases(opening.owner())) == 2
    assert back_up(tmp_path / "elsewhere", together, together, 1).removed == (1,)


def test_a_set_that_was_broken_off_goes_with_the_old_ones(two, tmp_path):
    together = tmp_path / "b"
    first = back_up(two.folder, together, together, 1)
    (first.folder / "manifest.json").unlink()
    (first.folder / "ring.json").unlink()
    assert back_up(two.folder, together, together, 1).removed == (1,)


@pytest.mark.parametrize("content", ["[" * 100_000, '{"panah-backup": 1, "files": {}, "destroyed": []}', "[]", "null"])
def test_what_is_no_manifest_is_refused_in_words(two, tmp_path, content):
    backup = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    (backup.folder / "manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(RegisterError, match="no-backup"):
        restoring.check(backup.folder, backup.folder)


@pytest.mark.parametrize("entry", [{"files": 1}, {"destroyed": [["a"]]}, {"destroyed": 7}, {"sealed": 7}])
def test_a_manifest_of_other_kinds_is_refused_in_words(two, tmp_path, entry):
    backup = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    tampered(backup, **{key: lambda _, value=value: value for key, value in entry.items()})
    with pytest.raises(RegisterError, match="no-backup"):
        restoring.check(backup.folder, backup.folder)


def test_a_stray_file_among_the_keys_does_not_spoil_the_backup(two, tmp_path):
    (two.folder / "keys" / "copy of a key.key").write_bytes(b"of no use")
    backup = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    assert restored(tmp_path / "elsewhere", backup.folder) == ((), (), False)


def test_after_restoring_only_the_owner_may_enter(two, tmp_path, vocabulary):
    backup = back_up(two.folder, tmp_path / "b", tmp_path / "b", 7)
    place = tmp_path / "above" / "data"
    restored(place, backup.folder)
    assert [path.stat().st_mode & 0o777 for path in (place.parent, place, place / "keys")] == [0o700] * 3
    assert [path.stat().st_mode & 0o777 for path in place.iterdir() if path.is_file()] == [0o600] * 4
    assert "open-to-others" not in [finding.code for finding in health.examine(place, vocabulary)]
