"""Reading the law and its cache: a byte changed is another law; a damaged cache is a slow start and nothing else."""

import json
import shutil
import subprocess
import sys

import pytest

from lawmodel_folders import LAW, zedland
from panah.lawmodel import read_law


@pytest.fixture
def folder(tmp_path):
    for path, text in zedland().items():
        target = tmp_path / "law" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text)
    return tmp_path / "law"


def rules_of(law):
    pack = law.packs["xx"]
    return [(rule.id, rule.editions) for rules in (pack.moves, pack.limits, pack.shields) for rule in rules]


def kept(cache):
    return sorted(path.name for path in cache.glob("*"))


def test_the_law_from_the_cache_is_the_law_from_the_files(folder, tmp_path):
    fresh, problems = read_law(folder)
    assert problems == []
    first, _ = read_law(folder, tmp_path / "cache")
    again, _ = read_law(folder, tmp_path / "cache")
    assert len(kept(tmp_path / "cache")) == 1
    assert rules_of(fresh) == rules_of(first) == rules_of(again)
    assert fresh.vocabulary.plain == again.vocabulary.plain


def test_a_byte_changed_gives_another_key_and_the_changed_law(folder, tmp_path):
    read_law(folder, tmp_path / "cache")
    before = kept(tmp_path / "cache")
    path = folder / "xx" / "custody.yaml"
    path.write_text(path.read_text("utf-8").replace("length: 48 hours", "length: 49 hours"), encoding="utf-8")
    law, _ = read_law(folder, tmp_path / "cache")
    assert str(law.packs["xx"].limit_by_id["xx/custody/court-within-48h"].editions[0].length) == "49 hours"
    assert kept(tmp_path / "cache") != before


def test_a_file_renamed_gives_another_key(folder, tmp_path):
    read_law(folder, tmp_path / "cache")
    before = kept(tmp_path / "cache")
    (folder / "xx" / "custody.yaml").rename(folder / "xx" / "custody-rules.yaml")
    law, problems = read_law(folder, tmp_path / "cache")
    assert problems == []
    assert law is not None
    assert kept(tmp_path / "cache") != before


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: b"",
        lambda text: b"{}",
        lambda text: b"[]",
        lambda text: b"null",
        lambda text: b'{"vocabulary": {}}',
        lambda text: b'{"vocabulary": 1, "xx": []}',
        lambda text: text.replace(b"48 hours", b"99 hours"),
        lambda text: b"\xff\xfe" + text,
        lambda text: text + b"x",
    ],
)
def test_a_damaged_cache_is_made_anew(folder, tmp_path, damage):
    fresh, _ = read_law(folder, tmp_path / "cache")
    path = next((tmp_path / "cache").glob("*"))
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    law, problems = read_law(folder, tmp_path / "cache")
    assert problems == []
    assert rules_of(law) == rules_of(fresh)
    assert path.read_bytes() == whole


def test_a_cache_deleted_or_impossible_is_done_without(folder, tmp_path):
    read_law(folder, tmp_path / "cache")
    shutil.rmtree(tmp_path / "cache")
    assert read_law(folder, tmp_path / "cache")[1] == []
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    assert read_law(folder, tmp_path / "a-file")[1] == []


def test_a_law_with_a_fault_of_shape_is_not_read_and_never_cached(folder, tmp_path):
    path = folder / "xx" / "custody.yaml"
    path.write_text(path.read_text("utf-8").replace("binds: authority", "binds: nobody"), encoding="utf-8")
    law, problems = read_law(folder, tmp_path / "cache")
    assert law is None
    assert [problem.code for problem in problems] == ["law-word-not-known"] * len(problems) != []
    assert kept(tmp_path / "cache") == []


def test_no_law_is_told(tmp_path):
    law, problems = read_law(tmp_path)
    assert law is None
    assert [problem.code for problem in problems] == ["no-law"]


def test_with_a_cache_neither_pydantic_nor_yaml_of_the_law_is_touched(tmp_path):
    """The docket must start at once: what only a changed law needs is not even imported."""
    read_law(LAW, tmp_path)
    code = (
        "import sys, json\n"
        "from pathlib import Path\n"
        "from panah.lawmodel import read_law\n"
        f"law, problems = read_law(Path({str(LAW)!r}), Path({str(tmp_path)!r}))\n"
        "print(json.dumps([law is not None, 'pydantic' in sys.modules]))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [True, False]
