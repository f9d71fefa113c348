"""Locked packages: exact, hashed, in step with pyproject.toml, and free of any registry's address."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock", "bench/requirements.txt"]
SETTINGS = ["pyproject.toml", "Makefile", ".ci/run", "bench/requirements.in", "tools/lock.sh", *LOCKS]
ADDRESS = re.compile(r"https?:|file:|git\+|(?<!no-emit-)\bindex-url|extra-index|(?<!no-emit-)find-links", re.IGNORECASE)


def pins(lock: str) -> dict[str, tuple[Requirement, int]]:
    """Package → its pin and how many hashes it has."""
    found: dict[str, tuple[Requirement, int]] = {}
    for entry in re.split(r"\n(?=\S)", (ROOT / lock).read_text("utf-8").strip()):
        pin, *rest = (line.rstrip(" \\") for line in entry.splitlines())
        assert all(re.fullmatch(r" +--hash=sha256:[0-9a-f]{64}", line) for line in rest), entry
        requirement = Requirement(pin)
        found[f"{canonicalize_name(requirement.name)} {requirement.marker or ''}".strip()] = (requirement, len(rest))
    return found


def declared(*, dev: bool) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    listed = project["project"]["dependencies"] + groups["build"]
    return listed + [entry for entry in groups["dev"] if isinstance(entry, str)] if dev else listed


@pytest.mark.parametrize("name", SETTINGS)
def test_no_address_of_a_registry_or_machine_is_written_down(name):
    lines = (ROOT / name).read_text("utf-8").splitlines()
    assert [line for line in lines if ADDRESS.search(line)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_is_exact_and_hashed(lock):
    for requirement, hashes in pins(lock).values():
        assert [one.operator for one in requirement.specifier] == ["=="], requirement
        assert hashes, requirement


@pytest.mark.parametrize(("lock", "dev"), [("requirements.lock", False), ("requirements-dev.lock", True)])
def test_the_lock_satisfies_what_is_declared(lock, dev):
    locked = pins(lock)
    for entry in declared(dev=dev):
        wanted = Requirement(entry)
        pin = locked[canonicalize_name(wanted.name)][0]
        version = next(iter(pin.specifier)).version
        assert wanted.specifier.contains(version), f"{lock} has {pin}, pyproject.toml wants {wanted}: run `make lock`"


def test_tools_do_not_change_what_runs():
    def versions(lock: str) -> set[str]:
        return {f"{canonicalize_name(pin.name)}{pin.specifier}" for pin, _ in pins(lock).values()}

    assert versions("requirements.lock") <= versions("requirements-dev.lock")


def test_every_dependency_says_why_it_is_here():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    for entry in declared(dev=True):
        assert re.search(re.escape(f'"{entry}"') + r",\s+# [\w`]", text), f"{entry} has no reason beside it"
