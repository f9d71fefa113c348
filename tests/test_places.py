"""Where law, cases, cache and register are looked for."""

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


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="other systems keep data elsewhere")
@pytest.mark.parametrize(
    ("shared", "expected"),
    [("/srv/data", "/srv/data/panah"), ("relative", "{home}/.local/share/panah"), ("", "{home}/.local/share/panah")],
)
def test_the_register_lies_where_the_system_keeps_data(monkeypatch, tmp_path, shared, expected):
    monkeypatch.delenv("PANAH_DATA")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", shared)
    assert places.data_folder() == Path(expected.format(home=tmp_path))


@pytest.mark.parametrize(
    ("system", "setting", "expected"),
    [
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/panah"),
        ("win32", {}, "{home}/AppData/Local/panah"),
        ("darwin", {}, "{home}/Library/Application Support/panah"),
    ],
)
def test_other_systems_keep_data_elsewhere_and_never_in_a_roaming_profile(
    monkeypatch, tmp_path, system, setting, expected
):
    for name in ("PANAH_DATA", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", "/roaming")
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(places.sys, "platform", system)
    assert places.data_folder() == Path(expected.format(home=tmp_path))


def test_a_register_may_be_kept_elsewhere(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PANAH_DATA", "~/register")
    assert places.data_folder() == tmp_path / "register"
