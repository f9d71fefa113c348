"""Keys, backups, choices and the end of a case, through the pages alone."""

import io
import json
import re
import zipfile

import pytest

import register_folders as folders
from panah.register import opening
from panah.register.models import Case
from panah.register.practice import practice
from served_case import CASE
from serving import Visitor, served

OTHER = "quite other words for a test"
KEY = re.compile(r"(\d{6}-){7}\d{6}")


@pytest.fixture
def folder(office, tmp_path):
    """The folder of the register of `office`, which has one case."""
    office.send_files("/import", [("example.yaml", CASE)])
    return tmp_path / "data"


def unsealed(office, **by):
    office.post("/seal", seen_on="/settings")
    return office.post("/unseal", **by)


def send_restore(visitor, content, **fields):
    """Send the form that restores: a file and fields."""
    edge = "an-edge-of-parts"
    given = {"csrfmiddlewaretoken": visitor.token("/restore"), **fields}
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in given.items()
    ]
    head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="b.zip"\r\n\r\n'
    body = b"".join(parts) + head.encode() + content + f"\r\n--{edge}--\r\n".encode()
    return visitor.ask("/restore", body, {"Content-Type": f"multipart/form-data; boundary={edge}"})


@pytest.fixture
def elsewhere(tmp_path):
    """Another machine, on which Panah was never started."""
    with served("--as-of", "2026-02-02", folder=tmp_path / "elsewhere") as address:
        yield Visitor(address)


def test_the_passphrase_is_changed_by_whoever_knows_the_one_before(office):
    page = "/settings/passphrase"
    assert "not the passphrase" in office.post(page, passphrase=OTHER, new=OTHER, repeated=OTHER).words
    assert "differ" in office.post(page, passphrase=folders.PASSPHRASE, new=OTHER, repeated=OTHER + "x").words
    assert "shorter" in office.post(page, passphrase=folders.PASSPHRASE, new="short", repeated="short").words
    changed = office.post(page, passphrase=folders.PASSPHRASE, new=OTHER, repeated=OTHER)
    assert "The passphrase is changed" in changed.words
    assert "not the passphrase" in unsealed(office, passphrase=folders.PASSPHRASE).words
    assert office.post("/unseal", passphrase=OTHER).url == office.address + "/"


def test_a_new_recovery_key_counts_once_it_was_typed_back(office):
    assert "not the passphrase" in office.post("/settings/recovery", passphrase=OTHER).words
    key = KEY.search(office.post("/settings/recovery", passphrase=folders.PASSPHRASE).page)[0]
    assert key != office.recovery_key
    wrong = office.post("/settings/recovery", seen_on="/settings", recovery=office.recovery_key)
    assert "not the recovery key" in wrong.words
    assert key in wrong.page
    assert unsealed(office, recovery=office.recovery_key).url == office.address + "/"  # nothing was changed
    assert "begin anew" in office.post("/settings/recovery", seen_on="/settings", recovery=key).words
    key = KEY.search(office.post("/settings/recovery", passphrase=folders.PASSPHRASE).page)[0]
    assert "is changed" in office.post("/settings/recovery", seen_on="/settings", recovery=key).words
    assert "not the key" in unsealed(office, recovery=office.recovery_key).words
    assert office.post("/unseal", recovery=key).url == office.address + "/"


def test_a_key_that_is_shown_is_left_by_looking_elsewhere_and_coming_back(office):
    key = KEY.search(office.post("/settings/recovery", passphrase=folders.PASSPHRASE).page)[0]
    assert not KEY.search(office.get("/settings/recovery").page)
    assert "begin anew" in office.post("/settings/recovery", seen_on="/settings", recovery=key).words
    key = KEY.search(office.post("/settings/recovery", passphrase=folders.PASSPHRASE).page)[0]
    # a key made for the one is not taken for the other
    assert "begin anew" in office.post("/settings/root", seen_on="/settings", recovery=key).words


def test_another_passphrase_meanwhile_is_not_undone_by_the_new_recovery_key(office, folder):
    key = KEY.search(office.post("/settings/recovery", passphrase=folders.PASSPHRASE).page)[0]
    opening.change_passphrase(folder, opening.root_by(folder, passphrase=folders.PASSPHRASE), OTHER, folders.CHEAP)
    office.post("/settings/recovery", seen_on="/settings", recovery=key)
    assert opening.root_by(folder, passphrase=OTHER) == opening.root_by(folder, recovery_key=key)


def test_another_root_seals_and_the_same_passphrase_opens_what_was_there(office, folder):
    before = (folder / "register.db").read_bytes()
    old_root = opening.root_by(folder, passphrase=folders.PASSPHRASE)
    key = KEY.search(office.post("/settings/root", passphrase=folders.PASSPHRASE).page)[0]
    sealed = office.post("/settings/root", seen_on="/settings", recovery=key)
    assert sealed.url == office.address + "/unseal?told=changed"
    assert "make a new backup" in sealed.words
    assert opening.root_by(folder, passphrase=folders.PASSPHRASE) != old_root
    assert (folder / "register.db").read_bytes() != before
    assert "not the key" in office.post("/unseal", recovery=office.recovery_key).words
    assert office.post("/unseal", recovery=key).url == office.address + "/"
    assert office.get("/cases/K1").status == 200


def test_a_root_is_not_changed_while_another_program_has_the_register_open(office, folder):
    folders.reopen(folder)
    assert Case.objects.count() == 1  # a connection is open here now
    before = (folder / "ring.json").read_bytes()
    key = KEY.search(office.post("/settings/root", passphrase=folders.PASSPHRASE).page)[0]
    told = office.post("/settings/root", seen_on="/settings", recovery=key)
    assert "Nothing was changed" in told.words
    opening.seal()
    assert (folder / "ring.json").read_bytes() == before
    assert office.post("/unseal", recovery=office.recovery_key).url == office.address + "/"


def test_a_backup_is_one_encrypted_file_and_brings_everything_back_elsewhere(office, folder, elsewhere):
    answer = office.post("/settings/backup/file", seen_on="/settings/backup")
    assert re.fullmatch(
        r'attachment; filename="panah-backup-\d{4}-\d\d-\d\d\.zip"', answer.headers["Content-Disposition"]
    )
    assert answer.headers["Cache-Control"] == "no-store"
    names = zipfile.ZipFile(io.BytesIO(answer.bytes)).namelist()
    assert {"manifest.json", "register.db", "ring.json"} < set(names)
    for word in ("Examplova", "detained", "extradition"):
        assert word.encode() not in answer.bytes
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == ["keys"]
    assert "The last one" in office.get("/settings").words
    export = office.get("/cases/K1/export").bytes
    refused = send_restore(elsewhere, answer.bytes, passphrase=OTHER)
    assert "not the passphrase" in refused.words
    assert elsewhere.get("/").url.endswith("/first-start")
    assert "I have a backup" in elsewhere.get("/first-start").words
    back = send_restore(elsewhere, answer.bytes, passphrase=folders.PASSPHRASE)
    assert "The register is restored" in back.words
    assert elsewhere.get("/cases/K1/export").bytes == export
    assert elsewhere.get("/restore").url == elsewhere.address + "/unseal"  # once there is a register, never again


def test_restored_by_the_recovery_key_a_new_passphrase_is_wanted(office, folder, elsewhere):
    content = office.post("/settings/backup/file", seen_on="/settings/backup").bytes
    by_key = {"recovery": office.recovery_key, "new": OTHER}
    assert "shorter" in send_restore(elsewhere, content, recovery=office.recovery_key).words
    assert "differ" in send_restore(elsewhere, content, **by_key, repeated="another").words
    assert "restored" in send_restore(elsewhere, content, **by_key, repeated=OTHER).words
    assert unsealed(elsewhere, passphrase=OTHER).url == elsewhere.address + "/"


def packed(**parts):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", parts.pop("way", zipfile.ZIP_STORED)) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"no archive",
        packed(),
        packed(**{"..__..__sealed": "x", "manifest.json": "{}"}),
        packed(**{"__tmp__ring.json": "x"}),
        packed(**{"keys__..__..__a.key": "x"}),
        packed(**{"manifest.json": json.dumps({"panah-backup": 1, "files": {"../ring.json": "0"}, "destroyed": []})}),
        packed(**{"register.db": "0" * 100_000}, way=zipfile.ZIP_DEFLATED),
    ],
    ids=["no archive", "empty", "up", "absolute", "up from keys", "a manifest that leads out", "one that swells"],
)
def test_what_is_no_backup_is_refused_and_nothing_is_written(empty, tmp_path, content):
    refused = send_restore(empty, content, passphrase=folders.PASSPHRASE)
    assert "no whole backup" in refused.words
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_backup_into_a_folder_and_back_from_it(office, folder, elsewhere, tmp_path):
    page = "/settings/backup"
    for nowhere in ("relative", str(tmp_path / "not there")):
        assert "no such folder" in office.post(page, folder=nowhere).words
    to, keys = tmp_path / "medium", tmp_path / "other medium"
    to.mkdir()
    keys.mkdir()
    assert "Cases: 1" in office.post(page, folder=to, keys=keys).words
    database = to / "panah-backup-0001"
    assert [path.name for path in database.iterdir()] == ["register.db"]
    apart = {"folder": database, "keys": keys / "panah-backup-0001"}
    assert "no whole backup" in elsewhere.post("/restore", folder=database, passphrase=folders.PASSPHRASE).words
    assert "restored" in elsewhere.post("/restore", **apart, passphrase=folders.PASSPHRASE).words
    assert elsewhere.get("/cases/K1").status == 200


def test_what_is_chosen_outlives_a_seal(office, folder):
    office.post("/settings", idle="5", language="kk")
    unsealed(office, passphrase=folders.PASSPHRASE)
    assert '<option value="5" selected>' in office.get("/settings").page
    assert '<html lang="kk">' in office.get("/settings").page
    visitor = Visitor(office.address)
    visitor.post("/unseal", passphrase=folders.PASSPHRASE)
    assert '<html lang="kk">' in visitor.get("/settings").page  # before what the browser asks for
    assert '<html lang="en">' in visitor.get("/settings?lang=en").page  # but what was chosen here comes first
    visitor.post("/settings", idle="7", language="xx")
    visitor.post("/seal", seen_on="/settings")
    folders.reopen(folder)
    assert (practice().idle_minutes, practice().lang) == (5, "")
    opening.seal()


def test_a_backup_is_asked_for_a_week_after_the_first_case_and_after_the_last_backup(office, folder):
    assert "backup" not in office.get("/").words
    folders.reopen(folder)
    Case.objects.update(created_at=folders.AT)  # long ago
    opening.seal()
    for page in ("/", "/settings"):
        assert "There is no backup yet" in office.get(page).words
    office.post("/settings/backup/file", seen_on="/settings/backup")
    assert "backup" not in office.get("/").words
    folders.reopen(folder)
    chosen = practice()
    chosen.backed_up_at = folders.AT
    chosen.save()
    opening.seal()
    assert "more than a week old" in office.get("/").words


def test_a_closed_case_leaves_the_lists_and_comes_back(office, folder):
    closed = office.post("/settings/cases/K1", what="close")
    assert "The case is closed" in closed.words
    assert "closed" in office.get("/settings/cases").words
    assert "K1" not in office.get("/cases").words
    assert "is open again" in office.post("/settings/cases/K1", what="reopen").words
    assert "K1" in office.get("/cases").words


def test_a_case_is_destroyed_only_when_its_alias_is_typed(office, folder):
    page = "/settings/cases/K1"
    assert "stays until you destroy them" in office.get(page).words  # what is in backups and files is told
    for typed in ("", "K2", "k1"):
        assert "not touched" in office.post(page, what="destroy", typed=typed).words
    office.get("/cases/K1")  # what is worked out of it is held in memory now
    gone = office.post(page, what="destroy", typed=" K1 ")
    assert "is destroyed" in gone.words
    for path in ("/cases/K1", page):
        assert office.get(path).status == 404
    assert list((folder / "keys").iterdir()) == []
    assert office.post(page, seen_on="/settings", what="reopen").status == 404


def test_what_the_doctor_finds_is_told_in_words(office, folder):
    assert "everything opens" in office.get("/settings/doctor").words
    for key in (folder / "keys").glob("*.key"):
        key.rename(folder / "away")
    unsealed(office, passphrase=folders.PASSPHRASE)
    told = office.get("/settings/doctor").words
    assert "K1: the key of the case is gone" in told
    assert "Change nothing" in told


def test_a_stranger_gets_none_of_it(office):
    stranger = Visitor(office.address)
    paths = ("passphrase", "recovery", "root", "backup", "backup/file", "doctor", "cases", "cases/K1")
    for path in paths:
        assert stranger.get(f"/settings/{path}").url == office.address + "/unseal"
    assert stranger.get("/restore").url == office.address + "/unseal"
