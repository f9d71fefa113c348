"""Where law, cases and cache are looked for."""

import sys
from pathlib import Path

import pytest

from panah import places

ROOT = Path(__file__).parents[1]


def test_a_checkout_reads_its_own_law_and_cases():
    assert places.law_folder() == ROOT / "law"
    assert places.examples_folder() == ROOT / "examples"


def test_a_practice_may_name_its_own_law(monkeypatch, tmp_path):
    monkeypatch.setenv("PANAH_LAW", str(tmp_path))
    assert places.law_folder() == tmp_path


def test_a_home_sign_is_understood_in_named_folders(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PANAH_LAW", "~/law")
    monkeypatch.setenv("PANAH_CACHE", "~/cache")
    assert places.law_folder() == tmp_path / "law"
    assert places.cache_folder() == tmp_path / "cache"


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="other systems keep caches elsewhere")
@pytest.mark.parametrize(
    ("shared", "expected"),
    [("/srv/caches", "/srv/caches/panah"), ("relative", "{home}/.cache/panah"), ("", "{home}/.cache/panah")],
)
def test_the_cache_lies_where_the_system_keeps_caches(monkeypatch, tmp_path, shared, expected):
    monkeypatch.delenv("PANAH_CACHE")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", shared)
    assert places.cache_folder() == Path(expected.format(home=tmp_path))


def test_an_installed_package_never_takes_a_stranger_s_folder_for_its_law(monkeypatch, tmp_path):
    (tmp_path / "law").mkdir()
    own = tmp_path / "vendor" / "panah" / "data" / "law"
    own.mkdir(parents=True)
    monkeypatch.setattr(places, "_PACKAGE", own.parents[1])
    monkeypatch.setattr(places, "_CHECKOUT", tmp_path)
    assert places.law_folder() == own
