"""Pages for what cannot be answered. They say nothing of a case, and look the same for *not there* and *not yours*."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse

from panah.texts import say
from panah.web.shell import answer, lang_of


class Refusal(NamedTuple):
    """What is told: a heading and what can be done."""

    heading: str
    words: str


def _refuse(request: HttpRequest, code: str, status: int) -> HttpResponse:
    lang = lang_of(request)
    heading = say(lang, f"page.refused-{code}")
    return answer(
        request,
        "refused.html",
        Refusal(heading, say(lang, f"page.refused-{code}-mend")),
        title=heading,
        here="refused" if status != 500 else "",
        status=status,
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  (Django's own signature)
    """Answer for an address that is not there."""
    return _refuse(request, "not-found", 404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  (Django's own signature)
    """Answer a request that is not understood."""
    return HttpResponse(say(lang_of(request), "page.refused-bad-request"), status=400, content_type="text/plain")


def failed(request: HttpRequest) -> HttpResponse:
    """Answer when something broke; what broke is not told, for it could hold a word of a case."""
    return _refuse(request, "failed", 500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  (Django's own signature)
    """Answer a form that was opened before the register was sealed, or that another page sent."""
    return _refuse(request, "stale-form", 403)
