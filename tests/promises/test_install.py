"""From the sources to a working command: `make install` where there is no Python, and `pipx install .`."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **options)


def test_make_install_without_a_python_says_what_is_missing(tmp_path):
    for name in ["Makefile", "requirements.lock", "pyproject.toml"]:
        shutil.copy(ROOT / name, tmp_path)
    shims = tmp_path / "shims"
    shims.mkdir()
    old = shims / "python3.13"
    old.write_text("#!/bin/sh\necho 'python3.13: not set up here' >&2\nexit 127\n", encoding="utf-8")
    old.chmod(0o755)
    done = run(shutil.which("make"), "install", cwd=tmp_path, env={"PATH": str(shims)})
    assert done.returncode != 0
    assert "Panah needs Python 3.11 or newer" in done.stderr
    assert "PANAH_PYTHON=" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-index", "--no-build-isolation", "-w", out, ROOT]
    done = run(*pip)
    assert done.returncode == 0, done.stderr
    return next(out.glob("panah-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A bin folder of a fresh environment that has the wheel, and the dependencies of this one."""
    home = tmp_path_factory.mktemp("installed")
    assert run(sys.executable, "-m", "venv", "--without-pip", home).returncode == 0
    python = home / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel]
    done = run(*pip)
    assert done.returncode == 0, done.stderr
    packages = next((home / "lib").glob("python*")) / "site-packages"
    # a folder named in a .pth file is searched, but its own .pth files are not read: not this checkout's panah
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return home / "bin"


@pytest.mark.parametrize("folder", ["law", "examples", "documents", "src/panah"])
def test_the_wheel_holds_every_file_of(folder, wheel):
    """Law, cases, documents; code, words, templates, the stylesheet, migrations, what a travel file is made of."""
    names = set(zipfile.ZipFile(wheel).namelist())
    inside = "panah" if folder == "src/panah" else f"panah/data/{folder}"
    wanted = [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert wanted
    assert [path for path in wanted if f"{inside}/{path.relative_to(ROOT / folder).as_posix()}" not in names] == []


def test_the_installed_package_finds_its_own_law_and_cases(installed):
    asked = "from panah import places; print(places.law_folder()); print(places.examples_folder())"
    done = run(installed / "python", "-c", asked, env=without_panah_settings())
    law, examples = map(Path, done.stdout.splitlines())
    assert law.is_relative_to(installed.parent)
    assert (law / "xx").is_dir()
    assert any(examples.glob("*.yaml"))


def test_the_installed_command_shows_the_public_cases(installed, tmp_path):
    env = {**without_panah_settings(), "PANAH_CACHE": str(tmp_path / "cache")}
    done = run(installed / "panah", "demo", "--as-of", "2026-01-29", cwd=tmp_path, env=env)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_the_installed_pages_show_the_public_cases(installed, tmp_path):
    env = {**without_panah_settings(), "PANAH_CACHE": str(tmp_path / "cache"), "PANAH_DATA": str(tmp_path / "data")}
    command = [installed / "panah", "serve", "--demo", "--port", "0", "--as-of", "2026-02-06"]
    with subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.PIPE, text=True, cwd=tmp_path, env=env
    ) as pages:
        try:
            address = re.search(r"http://127\.0\.0\.1:\d+/", pages.stdout.readline())[0]
            told = {path: urlopen(address + path, timeout=60).read().decode() for path in PAGES}  # noqa: S310
        finally:
            pages.terminate()
    assert [path for path, words in PAGES.items() if words not in told[path]] == []


#: Addresses, each with words that are there only if the law, the cases, the templates and the static files are.
PAGES = {
    "?lang=en": "complaint to the Supreme Court",
    "cases/K1": "/cases/K1/travel",
    "law": "/law/kz/",
    "reminders": "592(1)",
    "static/panah.css": "@media print",
    "static/reminders.js": "Notification",
}


def without_panah_settings() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("PANAH_", "PYTHON"))}
