"""Keeping the memory of this process out of crash dumps and away from other programs of the same user."""

from __future__ import annotations

import ctypes
import sys

_PR_SET_DUMPABLE = 4


def keep_from_dumps() -> bool:
    """Forbid crash dumps of this process where the system knows how; tells whether it did.

    On Linux no other program of the same user may look into the process either. Elsewhere only the size of dumps is
    set to nothing (macOS), or nothing is done (Windows): see docs/explanation/threat-model.md.
    """
    if sys.platform == "win32":
        return False
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "linux":
        return True
    return bool(ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
