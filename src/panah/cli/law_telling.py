"""The end of a command that tells of the law: for people or for a program, then what was wrong with the cases given."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from panah.cli.arguments import Request
    from panah.cli.cases import Cases


def tell(
    request: Request, lines: Callable[[], list[str]], plain: Callable[[], dict[str, object]], cases: Cases | None
) -> int:
    """Print the lines, or with ``--json`` the plain values; give the exit code of the cases, 0 where there are none."""
    if request.has("json"):
        import json

        print(json.dumps(plain(), ensure_ascii=False, indent=1))
    else:
        for line in lines():
            print(line.rstrip())
    sys.stdout.flush()
    return 0 if cases is None else cases.finish()
