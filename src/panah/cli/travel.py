"""``panah travel``: one case in one sealed file that a browser opens without a network; its key is printed once."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from panah.cli.arguments import DAYS, Request, UsageError
from panah.cli.cases import find_one_case, open_law
from panah.texts import say, shown

OPTIONS = {**DAYS, "o": True, "names": False}


def run(request: Request) -> int:
    """Write the travel file of one case.

    Raises:
        UsageError: No case or several were named, or no file to write.
    """
    target = Path(request.chosen.get("o", ""))
    if target.suffix.lower() != ".html":
        raise UsageError([say(request.lang, "usage.travel-file")])
    law = open_law(request.lang)
    if law is None:
        return 1
    from panah.telling.awaited import case_code
    from panah.travel.packing import pack
    from panah.travel.telling import content

    lang, code, names = request.lang, 0, request.has("names")
    cases = find_one_case(request, law)
    for casefile in cases:
        told = content(casefile, law, lang, as_of=request.as_of, alias="" if names else case_code(casefile.case))
        code = _write(target, *pack(told, lang), lang)
        if not names and not code:
            print(say(lang, "travel.no-names"), file=sys.stderr)
    return cases.finish() or code


def _write(target: Path, html: bytes, passphrase: str, lang: str) -> int:
    """Write a new file that only its owner can read."""
    name = shown(str(target))
    try:
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(html)
    except FileExistsError:
        print(say(lang, "papers.exists", file=name), file=sys.stderr)
        return 1
    except OSError as error:
        reason = error.strerror or type(error).__name__
        print(say(lang, "papers.cannot-write", file=name, reason=reason), file=sys.stderr)
        return 1
    print(say(lang, "travel.written", file=name))
    print(passphrase)
    return 0
