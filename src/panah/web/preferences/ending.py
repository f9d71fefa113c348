"""The end of a case: closed, open again, destroyed. Destroying wants its alias typed, and says what stays elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from panah.dates import day_words
from panah.register import actions, queries
from panah.register.errors import NotFoundError
from panah.texts import say
from panah.web import clock
from panah.web.desk import the_desk
from panah.web.shell import answer, lang_of

if TYPE_CHECKING:
    from panah.register.models import Case


class Line(NamedTuple):
    """A case, and whether it is open."""

    slug: str
    state: str


class AllCases(NamedTuple):
    """The list of all cases, closed ones too."""

    cases: tuple[Line, ...]


class End(NamedTuple):
    """The page that closes, opens again or destroys a case."""

    slug: str
    closed: str
    fault: str


def all_cases(request: HttpRequest) -> HttpResponse:
    """List every case, closed ones too."""
    lang = lang_of(request)
    cases = queries.cases(the_desk().member, closed=True)
    lines = tuple(Line(case.slug, _closed(case, lang) or say(lang, "page.end-open")) for case in cases)
    title = say(lang, "page.end-cases")
    return answer(request, "preferences/all_cases.html", AllCases(lines), title=title, here="settings")


def end(request: HttpRequest, slug: str) -> HttpResponse:
    """Close a case, open it again, or destroy it."""
    desk, lang, fault = the_desk(), lang_of(request), ""
    try:
        case = queries.case(desk.member, slug)
    except NotFoundError:
        raise Http404 from None
    what = request.POST.get("what", "")
    if what in ("close", "reopen"):
        actions.close_case(case, desk.member, clock.now() if what == "close" else None)
        return HttpResponseRedirect(f"/settings/cases?done={'closed' if what == 'close' else 'reopened'}")
    if what == "destroy":
        if request.POST.get("typed", "").strip() == case.slug:
            actions.destroy_case(case, desk.member, clock.now())
            desk.kept = {}  # what was worked out of it goes with it
            return HttpResponseRedirect("/settings/cases?done=destroyed")
        fault = say(lang, "page.end-typed-other")
    context = End(case.slug, _closed(case, lang), fault)
    return answer(request, "preferences/end.html", context, title=case.slug, here="settings")


def _closed(case: Case, lang: str) -> str:
    if case.closed_at is None:
        return ""
    return say(lang, "page.end-closed", day=day_words(case.closed_at.astimezone().date().toordinal(), lang))
