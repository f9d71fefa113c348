"""Where the shipped law, the public cases, the cache and the register lie on this machine.

Only the command line asks: the core is handed folders and never looks at the environment.
What is read from these folders is not here (see `panah.lawmodel`).
"""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def law_folder() -> Path:
    """Give the folder of the law as data.

    `PANAH_LAW` comes first, so that a practice can pin or amend its law; then the copy inside the installed
    package, then the `law/` of the checkout this code runs from. Whether the folder exists is not checked here.
    """
    chosen = os.environ.get("PANAH_LAW")
    return Path(chosen).expanduser() if chosen else _shipped("law")


def examples_folder() -> Path:
    """Give the folder of the public cases: the copy inside the installed package, else that of the checkout."""
    return _shipped("examples")


def documents_folder() -> Path:
    """Give the folder of the documents for filings.

    `PANAH_DOCUMENTS` comes first, so that a practice can keep its own texts; then the copy inside the installed
    package, then the `documents/` of the checkout.
    """
    chosen = os.environ.get("PANAH_DOCUMENTS")
    return Path(chosen).expanduser() if chosen else _shipped("documents")


def cache_folder() -> Path:
    """Give the folder for what can be computed again from the law; nothing of a case is ever put there.

    `PANAH_CACHE` comes first, then the place the system keeps for caches (`XDG_CACHE_HOME` or `~/.cache`,
    `LOCALAPPDATA` on Windows, `~/Library/Caches` on macOS). The folder may not exist, and may not be writable:
    the caller goes on without a cache then.
    """
    chosen = os.environ.get("PANAH_CACHE")
    if chosen:
        return Path(chosen).expanduser()
    return _system_caches() / "panah"


def data_folder() -> Path:
    """Give the folder of the register: the encrypted database and the keys, and nothing else.

    `PANAH_DATA` comes first, then the place the system keeps for a user's data (`XDG_DATA_HOME` or `~/.local/share`,
    `LOCALAPPDATA` on Windows, `~/Library/Application Support` on macOS). The folder may not exist yet.
    """
    chosen = os.environ.get("PANAH_DATA")
    if chosen:
        return Path(chosen).expanduser()
    return _system_data() / "panah"


def _shipped(name: str) -> Path:
    inside = _PACKAGE / "data" / name
    # only a wheel has a data folder; asked first, so that a stranger's `law/` near an installed package is never taken
    return inside if inside.is_dir() else _CHECKOUT / name


def _system_caches() -> Path:
    if sys.platform == "win32":
        return _local_app_data()
    if sys.platform == "darwin":
        return _home() / "Library" / "Caches"
    shared = os.environ.get("XDG_CACHE_HOME")
    # the XDG base directory specification: a relative path is invalid and is to be ignored
    if shared and Path(shared).is_absolute():
        return Path(shared)
    return _home() / ".cache"


def _system_data() -> Path:
    if sys.platform == "win32":
        # not the roaming profile: it is copied to a server of the organisation
        return _local_app_data()
    if sys.platform == "darwin":
        return _home() / "Library" / "Application Support"
    shared = os.environ.get("XDG_DATA_HOME")
    if shared and Path(shared).is_absolute():
        return Path(shared)
    return _home() / ".local" / "share"


def _local_app_data() -> Path:
    local = os.environ.get("LOCALAPPDATA")
    return Path(local) if local else _home() / "AppData" / "Local"


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # no home at all, as for some service accounts: a folder that cannot be written does no harm
        return Path(os.sep) / "nonexistent"
