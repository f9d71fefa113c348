"""The commands as a person uses them: each in a process of its own, secrets typed, nothing else assumed."""

import re
from pathlib import Path

import pytest

import register_folders as folders
from panah.procedure.casefile_writing import write_casefile
from panah.register import actions, opening, packing, queries

EXAMPLES = Path(__file__).parents[2] / "examples"
OTHER = "совсем другие слова здесь"


@pytest.fixture
def sealed(register):
    """A register that no process has open."""
    opening.seal()
    return register


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(folders.CASE, encoding="utf-8")
    return path


def panah(folder, *arguments, said=(folders.PASSPHRASE,), code=0):
    done = folders.panah(folder, *arguments, "--lang", "en", said="".join(f"{line}\n" for line in said))
    assert "Traceback" not in done.stderr
    assert done.returncode == code, done.stdout + done.stderr
    return done


def test_first_start_wants_the_recovery_key_typed_back(tmp_path):
    folder = tmp_path / "new"
    wrong = panah(folder, "unseal", said=[OTHER, OTHER, "000000-" * 8], code=1)
    assert "not the recovery key" in wrong.stderr
    assert not folder.exists()
    assert "no register here" in panah(folder, "doctor", code=1).stderr


def test_first_start_and_import_and_export(tmp_path, file):
    folder = tmp_path / "new"
    key, _ = folders.having_typed_back(folder, "unseal", said=[OTHER, OTHER])
    assert panah(folder, "import", file, said=[OTHER]).stdout == "K1  a.yaml\n"
    out = panah(folder, "export", "K1", said=[OTHER])
    assert out.stdout == write_casefile(folders.casefile())
    assert "readable text" in out.stderr
    opened = panah(folder, "unseal", "--recovery", said=[key, folders.PASSPHRASE, folders.PASSPHRASE])
    assert "Cases: 1" in opened.stdout
    assert "does not fit" in panah(folder, "export", "K1", said=[OTHER], code=1).stderr


def test_the_public_cases_come_out_byte_for_byte(sealed, tmp_path):
    panah(sealed.folder, "import", EXAMPLES)
    assert "unchanged" in panah(sealed.folder, "import", EXAMPLES).stdout
    out = tmp_path / "out"
    panah(sealed.folder, "export", "--all", "--to", out)
    names = sorted(path.name for path in out.iterdir())
    assert names == sorted(f"K{number}.yaml" for number in range(1, 27))
    again = tmp_path / "again"
    owner = folders.make_register(again)[0]
    assert owner.alias == "M1"
    opening.seal()
    panah(again, "import", out)
    panah(again, "export", "--all", "--to", tmp_path / "twice")
    written = {path.read_bytes() for path in out.iterdir()}
    assert {path.read_bytes() for path in (tmp_path / "twice").iterdir()} == written
    vocabulary = folders.law().vocabulary
    for path in EXAMPLES.glob("*.yaml"):
        assert write_casefile(folders.casefile(path.read_bytes(), path.name, vocabulary)).encode() in written


def test_a_bad_file_is_refused_whole_with_file_and_line_and_the_good_ones_are_taken(sealed, file):
    bad = file.with_name("b.yaml")
    bad.write_text(folders.CASE.replace("act: served", "act: sarved").replace("doe-jane", "other"), encoding="utf-8")
    done = panah(sealed.folder, "import", file, bad, code=1)
    assert done.stdout == "K1  a.yaml\n"
    assert f"{bad}:15:" in done.stderr
    changed = file.with_name("c.yaml")
    changed.write_text(folders.CASE.replace("40 sutki", "30 sutki"), encoding="utf-8")
    refused = panah(sealed.folder, "import", changed, code=1)
    assert f"{changed}:1:" in refused.stderr
    assert "K1" in refused.stderr
    assert "--update" in refused.stderr
    assert "40 sutki" in panah(sealed.folder, "export", "K1").stdout


def test_a_changed_file_is_shown_and_taken_after_a_yes_and_then_changes_nothing(sealed, file):
    panah(sealed.folder, "import", file)
    before = panah(sealed.folder, "export", "K1").stdout
    changed = file.with_name("c.yaml")
    changed.write_text(
        folders.CASE.replace("40 sutki", "30 sutki")
        + "  - {date: 2026-02-02, act: served, of: decision, to: counsel}\n",
        encoding="utf-8",
    )
    told = """K1  c.yaml: would change
  correction: custody ordered: 2 January 2026
    for: 40 sutki → 30 sutki
  new act: service to counsel: 2 February 2026
"""
    for said in ("no", ""):
        done = panah(sealed.folder, "import", "--update", changed, said=[folders.PASSPHRASE, said])
        assert done.stdout == told + "K1  c.yaml: not taken in\n"
    assert panah(sealed.folder, "export", "K1").stdout == before
    done = panah(sealed.folder, "import", "--update", changed, said=[folders.PASSPHRASE, "yes"])
    assert done.stdout == told + "K1  c.yaml: updated\n"
    after = panah(sealed.folder, "export", "K1").stdout
    assert after.startswith(before)
    assert [line.split(",")[0] for line in after.removeprefix(before).splitlines()] == [
        "  - {date: 2026-01-02",
        "  - {date: 2026-02-02",
    ]
    for again in (changed, file):
        assert "unchanged" in panah(sealed.folder, "import", "--update", "--yes", again).stdout
    out = file.with_name("out.yaml")
    out.write_text(after, encoding="utf-8")
    assert "unchanged" in panah(sealed.folder, "import", out).stdout
    assert panah(sealed.folder, "export", "K1").stdout == after


@pytest.mark.parametrize("slug", ["K2", "../K1", "k1", "doe-jane", "K1.yaml"])
def test_nothing_but_a_slug_names_a_case(sealed, file, slug):
    panah(sealed.folder, "import", file)
    assert "no such case" in panah(sealed.folder, "export", slug, code=1).stderr


def test_seal_needs_no_passphrase_and_then_nothing_opens_until_unseal(sealed, file):
    panah(sealed.folder, "seal", said=[])
    for command in (["import", file], ["export", "K1"], ["doctor"], ["backup", sealed.folder / "b"], ["rotate-keys"]):
        assert "is sealed" in panah(sealed.folder, *command, code=1).stderr
    assert "does not fit" in panah(sealed.folder, "unseal", said=[OTHER], code=1).stderr
    assert "is sealed" in panah(sealed.folder, "doctor", code=1).stderr
    panah(sealed.folder, "unseal")
    panah(sealed.folder, "import", file)


def test_other_keys_open_and_those_before_do_not(sealed, file):
    panah(sealed.folder, "import", file)
    panah(sealed.folder, "rotate-keys", "--passphrase", said=[folders.PASSPHRASE, OTHER, OTHER])
    assert "does not fit" in panah(sealed.folder, "doctor", code=1).stderr
    before = (sealed.folder / "register.db").read_bytes()
    assert "nothing was given" in panah(sealed.folder, "rotate-keys", said=[OTHER], code=1).stderr
    assert (sealed.folder / "register.db").read_bytes() == before
    assert panah(sealed.folder, "export", "K1", said=[OTHER]).stdout == write_casefile(folders.casefile())


def test_another_root_closes_every_door_and_the_new_keys_open_all_of_them(sealed, file):
    panah(sealed.folder, "import", file)
    old_database, old_ring = ((sealed.folder / name).read_bytes() for name in ("register.db", "ring.json"))
    key, told = folders.having_typed_back(sealed.folder, "rotate-keys", said=[folders.PASSPHRASE])
    assert "is sealed" in told
    assert "is sealed" in panah(sealed.folder, "doctor", code=1).stderr
    refused = panah(sealed.folder, "unseal", "--recovery", said=[sealed.recovery_key], code=1)
    assert "does not fit" in refused.stderr
    panah(sealed.folder, "unseal")
    assert "everything opens" in panah(sealed.folder, "doctor").stdout
    assert panah(sealed.folder, "export", "K1").stdout == write_casefile(folders.casefile())
    assert "Cases: 1" in panah(sealed.folder, "unseal", "--recovery", said=[key, OTHER, OTHER]).stdout
    # an old ring beside the new files opens nothing: the database is under another key
    assert (sealed.folder / "register.db").read_bytes() != old_database
    (sealed.folder / "ring.json").write_bytes(old_ring)
    assert "does not open the database" in panah(sealed.folder, "doctor", code=1).stderr


def test_the_one_file_that_the_pages_give_restores_in_a_terminal_too(register, tmp_path):
    actions.create_case(folders.casefile(), register.owner, folders.AT)
    packed, elsewhere = tmp_path / "b.zip", tmp_path / "elsewhere"
    packed.write_bytes(packing.pack(register.folder, folders.AT))
    opening.seal()
    assert "does not fit" in panah(elsewhere, "restore", packed, said=[OTHER], code=1).stderr
    assert "restored" in panah(elsewhere, "restore", packed).stdout
    assert panah(elsewhere, "export", "K1").stdout == write_casefile(folders.casefile())
    assert "--replace" in panah(elsewhere, "restore", packed, code=1).stderr
    panah(elsewhere, "restore", packed, "--replace")
    assert sorted(path.name for path in elsewhere.iterdir() if path.is_dir()) == ["keys", "replaced-1"]
    packed.write_bytes(packed.read_bytes()[:-100])
    assert "no whole backup" in panah(tmp_path / "third", "restore", packed, code=1).stderr


def test_doctor_finds_a_damaged_page_a_lost_key_and_an_open_folder(sealed, file):
    panah(sealed.folder, "import", file)
    assert "everything opens" in panah(sealed.folder, "doctor").stdout
    sealed.folder.chmod(0o755)
    assert "other users" in panah(sealed.folder, "doctor").stdout
    key = next((sealed.folder / "keys").glob("*.key"))
    kept = key.read_bytes()
    key.unlink()
    assert "K1: the key of the case is gone" in panah(sealed.folder, "doctor", code=1).stdout
    key.write_bytes(kept)
    database = sealed.folder / "register.db"
    content = bytearray(database.read_bytes())
    content[-2000] ^= 1
    database.write_bytes(content)
    told = panah(sealed.folder, "doctor", code=1)
    assert "damaged" in told.stdout + told.stderr


@pytest.mark.parametrize("left", [None, b""], ids=["gone", "empty"])
def test_a_missing_database_is_told_and_not_made_anew(sealed, file, left):
    panah(sealed.folder, "import", file)
    database = sealed.folder / "register.db"
    database.unlink()
    if left is not None:
        database.write_bytes(left)
    for command in (["export", "K1"], ["doctor"], ["unseal"]):
        assert "does not open the database" in panah(sealed.folder, *command, code=1).stderr
    assert (database.read_bytes() if database.exists() else None) == left


def test_a_lost_ring_leaves_the_rest_put_aside_for_a_ring_from_a_backup(sealed, file):
    panah(sealed.folder, "import", file)
    kept = (sealed.folder / "register.db").read_bytes()
    (sealed.folder / "ring.json").unlink()
    folders.having_typed_back(sealed.folder, "unseal", said=[OTHER, OTHER])
    assert (sealed.folder / "replaced-1" / "register.db").read_bytes() == kept
    assert panah(sealed.folder, "doctor", said=[OTHER]).returncode == 0


def test_commands_on_case_files_start_no_django_and_touch_no_register(tmp_path, file):
    done = folders.panah(tmp_path / "none", "docket", file, "--as-of", "2026-01-29", "--json", PYTHONVERBOSE="1")
    assert done.returncode == 0
    assert not re.search(r"import '(django|sqlcipher3|cryptography|argon2|panah\.register)[.']", done.stderr)
    assert "import 'panah.procedure" in done.stderr
    assert not (tmp_path / "none").exists()


def test_a_row_somebody_tampered_with_is_told_without_a_word_of_it(register, file):
    vocabulary = folders.law().vocabulary
    case = actions.create_case(folders.casefile(vocabulary=vocabulary), register.owner, folders.AT)
    row = case.compartments.first()
    row.sealed = bytes(row.sealed)[:-1] + b"\0"
    row.save()
    assert queries.cases(register.owner) == [case]
    opening.seal()
    for command in (["export", "K1"], ["doctor"]):
        done = panah(register.folder, *command, code=1)
        assert "open" in done.stdout + done.stderr
        assert not [word for word in folders.MARKERS if word in done.stdout + done.stderr]
