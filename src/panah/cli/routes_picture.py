"""``panah routes --svg``: the picture of routes as files, one for each page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from panah.cli.arguments import Request, UsageError
from panah.procedure.replay import moments
from panah.routes.exposures import exposures_of
from panah.routes.finding import find_routes
from panah.routes.picture import draw
from panah.texts import say, shown

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile


def write_picture(casefile: CaseFile, law: Law, request: Request) -> None:
    """Write the picture of one case: the first page under the name asked for, the others numbered beside it.

    The names written are told on standard error: standard output stays the answer.

    Raises:
        UsageError: The name is not one of an SVG file (it might be a case typed by mistake), or cannot be written.
    """
    first = Path(request.chosen["svg"])
    if first.suffix.lower() != ".svg":
        raise UsageError([say(request.lang, "usage.svg-name", found=shown(str(first)))])
    here = moments(casefile, law, as_of=request.as_of, known_on=request.known_on)
    pages = draw(find_routes(here, request.as_of), exposures_of(here), law, request.lang)
    for number, page in enumerate(pages, 1):
        path = first if number == 1 else first.with_name(f"{first.stem}-{number}{first.suffix}")
        try:
            path.write_bytes(page.encode("utf-8"))
        except OSError as error:
            reason = error.strerror or str(error)
            raise UsageError(
                [say(request.lang, "usage.svg-not-written", file=shown(str(path)), reason=reason)]
            ) from None
        print(say(request.lang, "picture.written", file=shown(str(path))), file=sys.stderr)
