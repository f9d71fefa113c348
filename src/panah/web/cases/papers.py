"""Papers of a case: drafted from a document, kept sealed, and what is filed becomes an act by one tap."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from panah.dates import span_words
from panah.errors import PanahError
from panah.lawmodel.vocabulary import in_language
from panah.places import documents_folder
from panah.register import actions, rows
from panah.register.errors import RegisterError
from panah.register.models import PaperRow
from panah.texts import render, say
from panah.timelimits import DateFormError, day_of, iso, parse_date
from panah.web import clock
from panah.web.cases.paper_acts import acts_of
from panah.web.cases.said_dates import read_said
from panah.web.desk import the_desk
from panah.web.keeping import once
from panah.web.shell import lang_of
from panah.web.standing import standing_at

if TYPE_CHECKING:
    from panah.assembly.catalogue import Catalogue
    from panah.lawmodel import Limit
    from panah.register.sealed import Content
    from panah.timelimits import Span
    from panah.web.standing import Standing

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NEXT = {"draft": "filed", "filed": "served"}


class Drafting(NamedTuple):
    """A document that can be drafted: its id and title."""

    id: str
    title: str


class PaperTold(NamedTuple):
    """A paper: its title, where it stands, what to look at in it, whether there is a file, what comes next.

    ``spoken`` names its language where that is not the reader's.
    ``acts`` are what the next step records in the case, each with its words.
    """

    number: int
    title: str
    state: str = ""
    spoken: str = ""
    look: str = ""
    file: bool = False
    next: str = ""
    next_words: str = ""
    acts: tuple[tuple[str, str], ...] = ()


def catalogue() -> Catalogue | None:
    """Give the documents there are, read once while the register is open."""
    from panah.assembly.catalogue import read_catalogue

    return once(the_desk().kept, "catalogue", None, lambda: read_catalogue(documents_folder())[0])


def drafts_for(limit: Limit, lang: str) -> tuple[Drafting, ...]:
    """Give the documents that serve a limit."""
    found = catalogue()
    documents = [] if found is None else found.serving(limit.id)
    return tuple(Drafting(one.told.id, in_language(one.told.title, lang)) for one in documents)


def papers_of(standing: Standing, lang: str) -> tuple[PaperTold, ...]:
    """Tell the papers of a case, newest first."""
    found = rows.readable([standing.case], PaperRow)[standing.case.pk]
    return tuple(_paper(standing, row, content, lang) for row, content in reversed(found))


def _paper(standing: Standing, row: PaperRow, content: Content | None, lang: str) -> PaperTold:
    if content is None:
        return PaperTold(row.number, say(lang, "page.part-does-not-open"))
    state, spoken = str(content["state"]), str(content.get("lang", ""))
    following = _NEXT.get(state, "")
    label = the_desk().law.vocabulary.label
    acts = [str(told["act"]) for told in _acts(standing, content, following)]
    return PaperTold(
        number=row.number,
        title=str(content["title"]),
        state=" ".join(filter(None, (say(lang, f"page.paper-{state}"), _day(content, state, lang)))),
        spoken="" if spoken in {"", lang} else say(lang, f"page.paper-in-{spoken}"),
        look=str(content.get("note", "")),
        file=row.content is not None,
        next=following,
        next_words=say(lang, f"page.mark-{following}") if following else "",
        acts=tuple((act, label(act, lang)) for act in acts),
    )


def _day(content: Content, state: str, lang: str) -> str:
    span = _span(str(content.get({"draft": "made"}.get(state, state), "")))
    if span is None:
        return ""
    return span_words(day_of(span.first), None if span.last is None else day_of(span.last), lang)


def _span(text: str) -> Span | None:
    """Read a day of a case file; nothing where there is none."""
    try:
        return parse_date(text)
    except DateFormError:
        return None


def _acts(standing: Standing, content: Content, state: str) -> tuple[Content, ...]:
    """Give the acts that the next step of a paper records; none for one that was written by hand."""
    known = catalogue()
    document = None if known is None else known.documents.get(str(content.get("template", "")))
    return () if document is None or not state else acts_of(document, state, standing, the_desk().law)


@require_POST
def draft(request: HttpRequest, slug: str) -> HttpResponse:
    """Draft a document from the case as it stands, and keep it sealed with the case."""
    from panah.assembly.drafting import draft as fill
    from panah.web.cases.views import one_case

    standing, desk, lang = standing_at(slug), the_desk(), lang_of(request)
    known = catalogue()
    document = None if known is None else known.documents.get(request.POST.get("document", ""))
    if known is None or document is None:
        raise Http404
    spoken = lang if lang in document.texts else next(iter(document.texts))
    try:
        made = fill(document, standing.casefile, desk.law, known.shared, spoken, desk.day)
    except PanahError as error:
        return one_case(request, slug, " ".join(render(problem, lang) for problem in error.problems))
    look = "; ".join([*(gap.words for gap in made.missing), *made.to_check])
    content: Content = {
        "title": in_language(document.told.title, lang),
        "state": "draft",
        "template": document.told.id,
        "made": iso(desk.day),
        "lang": spoken,
        "file-type": "docx",
        "note": look[:4000],
    }
    with transaction.atomic():
        row = rows.add_row(standing.case, PaperRow, content, desk.member, clock.now())
        rows.keep_file(row, made.word, desk.member)
    return HttpResponseRedirect(f"/cases/{slug}?done=paper#papers")


def paper_file(request: HttpRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001  (every view is given the request)
    """Give the file of a paper, named by the alias and its number."""
    row, _ = _row(slug, number)[1:]
    content = rows.file_of(row)
    if content is None:
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="{slug}-{number}.docx"'}
    return HttpResponse(content, content_type=_WORD, headers=headers)


@require_POST
def mark_paper(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Mark a paper as filed or served on a day; the acts that were left ticked are recorded at the same time."""
    from panah.web.cases.views import one_case

    standing, row, content = _row(slug, number)
    state, lang = request.POST.get("state", ""), lang_of(request)
    if state in _NEXT.values() and state in content:
        # a second tap, or another window: it was marked, and its acts are recorded
        return HttpResponseRedirect(f"/cases/{slug}?done=paper-before#papers")
    if _NEXT.get(str(content["state"])) != state:
        raise Http404
    desk, at = the_desk(), clock.now()
    said = read_said(request.POST.get("date", "").strip() or say(lang, "dates.today"), desk.day)
    span = _span(said or "")
    if said is None or span is None:
        return one_case(request, slug, say(lang, "page.day-not-understood"))
    if day_of(span.first) > desk.day:
        return one_case(request, slug, say(lang, "page.day-ahead", day=request.POST["date"].strip()))
    ticked = request.POST.getlist("acts")
    offered = _acts(standing, content, state)
    if set(ticked) - {act["act"] for act in offered}:  # the page offered what the case does not wait for any more
        return one_case(request, slug, say(lang, "register.changed-meanwhile", case=slug))
    told = [{"date": said, **act} for act in offered if act["act"] in ticked]
    if day_of(span.first) < desk.day:
        told = [{**act, "known-since": iso(desk.day)} for act in told]
    changed: Content = {**content, "state": state, state: said}
    if told:
        became = [*filter(None, [str(content.get("act", ""))]), *(str(act["act"]) for act in told)]
        changed["act"] = ", ".join(became)
    try:
        with transaction.atomic():
            if told:
                actions.add_acts(standing.case, told, desk.law.vocabulary, desk.member, at)
            rows.change_row(row, changed, desk.member, at)
    except PanahError as error:
        return one_case(request, slug, " ".join(render(problem, lang) for problem in error.problems))
    except RegisterError as error:
        return one_case(request, slug, say(lang, f"register.{error.code}", **error.values))
    return HttpResponseRedirect(f"/cases/{slug}?done={'recorded' if told else 'paper'}#papers")


def _row(slug: str, number: int) -> tuple[Standing, PaperRow, Content]:
    standing = standing_at(slug)
    for row, content in rows.readable([standing.case], PaperRow)[standing.case.pk]:
        if row.number == number and content is not None:
            return standing, row, content
    raise Http404
