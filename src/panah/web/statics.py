"""The few files of the pages that are the same for everybody: one stylesheet, one sign, one script."""

from __future__ import annotations

from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse

_FILES = {
    "panah.css": "text/css; charset=utf-8",
    "panah.svg": "image/svg+xml",
    "reminders.js": "text/javascript; charset=utf-8",
}


def static(_request: HttpRequest, name: str) -> HttpResponse:
    """Give one of the files; there are no others."""
    if name not in _FILES:
        raise Http404
    content = (Path(__file__).parent / "static" / name).read_bytes()
    return HttpResponse(content, content_type=_FILES[name], headers={"Cache-Control": "max-age=3600"})
