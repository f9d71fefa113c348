"""Pages of cases: the list, one case, what is confirmed, exported and written beside it."""

from __future__ import annotations

from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from panah.dates import day_words
from panah.register import casefiles, queries, rows
from panah.register.beside import beside_of
from panah.register.models import Case, Confirmation, Note, PaperRow, Task
from panah.routes.exposures import exposures_of
from panah.routes.picture import draw
from panah.telling.awaited import key_of
from panah.telling.beside import NOTHING
from panah.telling.items import ItemWords
from panah.telling.law_words import LawWords
from panah.texts import say
from panah.timelimits import iso
from panah.web import clock
from panah.web.cases.acts_told import ActTold, acts_told
from panah.web.cases.likely import likely_acts
from panah.web.cases.papers import PaperTold, papers_of
from panah.web.cases.past import Past, known_then, past_of, standing_on
from panah.web.cases.position_told import Item, Listed, PositionTold
from panah.web.cases.routes_told import RoutesTold, routes_told
from panah.web.cases.timeline import ZOOMS, timeline_of
from panah.web.cases.timeline_values import Timeline
from panah.web.desk import the_desk
from panah.web.parts.ahead import Ahead, ahead_of
from panah.web.parts.filling import exact
from panah.web.parts.subjects import SUBJECTS
from panah.web.parts.told import contents, day_told
from panah.web.shell import answer, lang_of, shows_names
from panah.web.standing import all_standing, routes_of, short_key, standing_at

_EXTENSION = "yaml"


class Kept(NamedTuple):
    """A task or note of a case; ``state``: the day it was done, ``due``: the day it is due; ``opens``: not damaged."""

    number: int
    text: str
    state: str = ""
    due: str = ""
    opens: bool = True


class OneCase(NamedTuple):
    """Everything on the page of a case; ``ours`` is what the defence must do first."""

    slug: str
    name: str
    outcome: str
    sentence: str
    ours: Item | None
    ahead: tuple[Ahead, ...]
    timeline: Timeline | None
    lists: tuple[Listed, ...]
    closing: tuple[str, ...]
    routes: RoutesTold
    acts: tuple[ActTold, ...]
    likely: tuple[tuple[str, str], ...]
    tasks: tuple[Kept, ...]
    notes: tuple[Kept, ...]
    papers: tuple[PaperTold, ...]
    past: Past | None
    fault: str


class CaseLine(NamedTuple):
    """A case in the list of cases."""

    slug: str
    name: str
    outcome: str
    sentence: str


class AllCases(NamedTuple):
    """The list of cases; ``unread`` are those whose words the law has no longer."""

    cases: tuple[CaseLine, ...]
    unread: tuple[str, ...]


def all_cases(request: HttpRequest) -> HttpResponse:
    """List the cases."""
    lang, desk = lang_of(request), the_desk()
    standings = all_standing()
    lines = []
    for standing in standings:
        words = ItemWords(standing.casefile, standing.position, desk.law, LawWords(lang))
        name = words.name() if shows_names(request) else ""
        lines.append(CaseLine(standing.case.slug, name, words.outcome(), words.sentence()))
    read = {line.slug for line in lines}
    unread = tuple(case.slug for case in queries.cases(desk.member) if case.slug not in read)
    return answer(
        request, "cases/all.html", AllCases(tuple(lines), unread), title=say(lang, "page.cases"), here="cases"
    )


def one_case(request: HttpRequest, slug: str, fault: str = "") -> HttpResponse:
    """Show one case, on the day of the desk or on the days asked for."""
    standing, lang, desk = standing_at(slug), lang_of(request), the_desk()
    past, past_fault = past_of(request, lang)
    standing = standing if past is None else standing_on(standing, past)
    seen = known_then(standing.casefile, past)
    law_words = LawWords(lang)
    # what was said of a day later is no part of what was known then
    beside = beside_of([standing.case])[standing.case.pk] if past is None else NOTHING
    told = PositionTold(standing, beside, desk.law, law_words)
    zoom = request.GET.get("months", "")
    months = int(zoom) if zoom.isdigit() and int(zoom) in ZOOMS else 0
    tasks, notes = contents(standing.case, SUBJECTS["tasks"]), contents(standing.case, SUBJECTS["notes"])
    lists = told.lists(opened=request.GET.get("open", ""))
    context = OneCase(
        slug=slug,
        name=told.words.name() if shows_names(request) else "",
        outcome=told.words.outcome(),
        sentence=told.words.sentence(),
        ours=told.next_for_us(lists),
        ahead=ahead_of(standing.case, lang) if past is None else (),
        timeline=timeline_of(seen, standing.position, desk.law, law_words, months),
        lists=lists,
        closing=tuple(told.closing()),
        routes=routes_told(standing, law_words),
        acts=tuple(acts_told(standing, seen, lang)),
        likely=tuple(likely_acts(standing, lang)[:6]) if past is None else (),
        tasks=tuple(_kept(row.number, text, lang) for row, text in tasks),
        notes=tuple(_kept(row.number, text, lang) for row, text in notes),
        papers=papers_of(standing, lang),
        past=past,
        fault=fault or past_fault,
    )
    return answer(request, "cases/one.html", context, title=slug, here="cases")


def _kept(number: int, content: dict[str, str] | None, lang: str) -> Kept:
    if content is None:
        return Kept(number, say(lang, "page.part-does-not-open"), opens=False)
    due, done = content.get("due", ""), content.get("done", "")
    return Kept(number, content["text"], done, day_told(due, lang) if due and not done else "")


@require_POST
def confirm(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep what the lawyer says of a computed day: that it counts, or that another does, and why. Both stay."""
    standing, lang, desk = standing_at(slug), lang_of(request), the_desk()
    wanted = request.POST.get("key", "")
    item = next((one for one in standing.position.deadlines if short_key(slug, key_of(one)) == wanted), None)
    if item is None:
        raise Http404
    computed = iso(item.safe)
    if request.POST.get("computed") != computed:  # what is said is said of the day that was seen
        return one_case(request, slug, say(lang, "page.day-changed", day=day_words(item.safe, lang)))
    told = request.POST.get("day", "").strip()
    day = exact(told, (len(computed),)) if told else computed
    reason = request.POST.get("reason", "").strip()
    if day is None:
        return one_case(request, slug, say(lang, "page.day-not-understood"))
    if day != computed and not reason:
        return one_case(request, slug, say(lang, "page.reason-needed"))
    decision = "confirmed" if day == computed else "overridden"
    content = {
        "deadline": key_of(item),
        "computed": computed,
        "decision": decision,
        "day": day,
        "reason": reason[:1000],
    }
    rows.add_row(standing.case, Confirmation, dict(content), desk.member, clock.now())
    return HttpResponseRedirect(f"/cases/{slug}?done=confirmed&open={wanted}#{wanted}")


@require_POST
def add_row(request: HttpRequest, slug: str) -> HttpResponse:
    """Write a task, a note or a paper beside a case; a task may be marked as done."""
    standing, desk = standing_at(slug), the_desk()
    what, text = request.POST.get("what", ""), request.POST.get("text", "").strip()[:4000]
    if what == "done":
        _finish(standing.case, request.POST.get("number", ""))
    elif what in {"task", "note"} and text:
        rows.add_row(standing.case, Task if what == "task" else Note, {"text": text}, desk.member, clock.now())
    elif what == "paper" and text:
        rows.add_row(standing.case, PaperRow, {"title": text, "state": "draft"}, desk.member, clock.now())
    return HttpResponseRedirect(f"/cases/{slug}?done={'task' if what == 'done' else what}#beside")


def _finish(case: Case, number: str) -> None:
    desk = the_desk()
    for row, content in contents(case, SUBJECTS["tasks"]):
        if content is not None and str(row.number) == number:
            rows.change_row(row, {**content, "done": iso(desk.day)}, desk.member, clock.now())


def export(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001  (every view is given the request)
    """Give the case as a case file, under its alias: the name of a person is no name of a file."""
    standing = standing_at(slug)
    text, problems = casefiles.text_of(standing.case, the_desk().law.vocabulary)
    if text is None or problems:
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="{slug}.{_EXTENSION}"'}
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=headers)


def routes_picture(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Give a page of the picture of routes; there is no name in it."""
    standing, desk = standing_at(slug), the_desk()
    pages = draw(routes_of(standing), exposures_of(standing.here), desk.law, lang_of(request))
    if not 1 <= number <= len(pages):
        raise Http404
    return HttpResponse(pages[number - 1], content_type="image/svg+xml")
