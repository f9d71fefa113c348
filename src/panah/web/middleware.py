"""What stands before every page: headers, language, and the seal."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from panah.register.opening import exists
from panah.texts import LANGUAGES
from panah.web import clock
from panah.web.desk import the_desk

View = Callable[[HttpRequest], HttpResponse]

LANGUAGE_COOKIE = "panah-lang"
_OPEN_TO_ALL = ("/static/", "/unseal", "/first-start", "/restore", "/health", "/feed/")
"""What answers without the browser that opened the register; the feed looks itself whether it is open."""
_NOBODY_ASKED = ("/reminders.json", "/reminders/shown")
"""What a script asks by itself: it does not keep the register open."""
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
    "img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",  # forms are checked by it; nothing of it leaves
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def headers(get_response: View) -> View:
    """Refuse strange hosts; forbid scripts but our own, frames, requests elsewhere, and keeping pages on the disk."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.get_host()
        response = get_response(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return answer


def language(get_response: View) -> View:
    """Choose the language: asked for in the address, chosen before, that of the practice, or of the browser."""

    def answer(request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("lang", "")
        request.lang = _language(request, asked)  # type: ignore[attr-defined]
        response = get_response(request)
        if asked in LANGUAGES:
            remember_language(response, asked)
        return response

    return answer


def remember_language(response: HttpResponse, lang: str) -> None:
    """Let the browser ask for a language from now on."""
    response.set_cookie(LANGUAGE_COOKIE, lang, max_age=31_536_000, httponly=True, samesite="Strict")


def _language(request: HttpRequest, asked: str) -> str:
    wanted = [asked, request.COOKIES.get(LANGUAGE_COOKIE, ""), the_desk().lang]
    wanted += [part.split(";")[0].strip()[:2] for part in request.headers.get("Accept-Language", "").split(",")]
    return next((lang for lang in wanted if lang in LANGUAGES), LANGUAGES[0])


def sealed(get_response: View) -> View:
    """Let nothing through while the register is sealed, nor to a browser that did not open it."""

    def answer(request: HttpRequest) -> HttpResponse:
        try:
            return let_in(request)
        finally:
            the_desk().forget_if_sealed()

    def let_in(request: HttpRequest) -> HttpResponse:
        desk = the_desk()
        if request.path.startswith(_OPEN_TO_ALL):
            return get_response(request)
        if not exists(desk.folder):
            return HttpResponseRedirect("/first-start")
        if desk.is_open and desk.demo:
            return get_response(request)
        if not desk.is_open or not desk.token or request.session.get("open") != desk.token:
            return HttpResponseRedirect("/unseal")
        if request.path not in _NOBODY_ASKED:
            desk.last_asked = clock.seconds()
        return get_response(request)

    return answer


def way_back(request: HttpRequest, otherwise: str) -> str:
    """Give the page a form came from, if it is one of ours."""
    told = request.POST.get("back", "")
    return told if url_has_allowed_host_and_scheme(told, allowed_hosts=None) and told.startswith("/") else otherwise
