"""`panah backup FOLDER`: a checked copy of the register; the keys may go to another medium."""

from __future__ import annotations

import sys
from pathlib import Path

from panah.cli.arguments import Request
from panah.cli.register.doors import answered, now, opened, the_folder
from panah.places import data_folder
from panah.register.errors import RegisterError
from panah.texts import say

OPTIONS = {"keys": True, "keep": True}
_KEPT = 7


def run(request: Request) -> int:
    """Write a set, and let those beyond the last few go."""
    return answered(request, lambda: _back_up(request))


def _back_up(request: Request) -> int:
    to = the_folder(request)
    keep = request.chosen.get("keep", str(_KEPT))
    if not (keep.isascii() and keep.isdigit() and int(keep[:6]) > 0 and len(keep) < 6):
        raise RegisterError("bad-keep")
    with opened(request):
        from panah.register.backups import back_up
        from panah.register.practice import backed_up

        backup = back_up(data_folder(), to, Path(request.chosen.get("keys", str(to))), int(keep))
        if not backup.unopened:
            backed_up(now())
    print(say(request.lang, "register.backed-up", folder=backup.folder, count=backup.cases))
    if backup.unopened:
        words = say(request.lang, "register.keys-do-not-open", cases=", ".join(backup.unopened))
        print(say(request.lang, "usage.fault", words=words), file=sys.stderr)
        return 1
    if backup.removed:
        print(say(request.lang, "register.backups-removed", count=len(backup.removed)))
    return 0
