"""Papers of a case: drafted from a document, kept sealed, and what is filed becomes an act by one tap."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from panah.errors import PanahError
from panah.lawmodel.vocabulary import in_language
from panah.places import documents_folder
from panah.register import actions, rows
from panah.register.models import PaperRow
from panah.texts import render, say
from panah.timelimits import iso
from panah.web import clock
from panah.web.desk import the_desk
from panah.web.shell import lang_of

if TYPE_CHECKING:
    from panah.assembly.catalogue import Catalogue, Document
    from panah.lawmodel import Limit
    from panah.procedure.position import Deadline, Remedy
    from panah.register.sealed import Content
    from panah.web.standing import Standing

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NEXT = {"draft": "filed", "filed": "served"}


class Drafting(NamedTuple):
    """A document that can be drafted: its id and title."""

    id: str
    title: str


class PaperTold(NamedTuple):
    """A paper: its title, where it stands, what to look at in it, whether there is a file, what comes next."""

    number: int
    title: str
    state: str
    look: str
    file: bool
    next: str
    next_words: str


def catalogue() -> Catalogue | None:
    """Give the documents there are, read once while the register is open."""
    from panah.assembly.catalogue import read_catalogue

    desk = the_desk()
    if "catalogue" not in desk.kept:
        desk.kept["catalogue"] = read_catalogue(documents_folder())[0]
    return desk.kept["catalogue"]  # type: ignore[return-value]


def drafts_for(limit: Limit, lang: str) -> tuple[Drafting, ...]:
    """Give the documents that serve a limit."""
    found = catalogue()
    documents = [] if found is None else found.serving(limit.id)
    return tuple(Drafting(one.told.id, in_language(one.told.title, lang)) for one in documents)


def papers_of(standing: Standing, lang: str) -> tuple[PaperTold, ...]:
    """Tell the papers of a case, newest first."""
    return tuple(_paper(row, content, lang) for row, content in reversed(rows.rows(standing.case, PaperRow)))


def _paper(row: PaperRow, content: Content, lang: str) -> PaperTold:
    state = str(content["state"])
    day = content.get({"draft": "made"}.get(state, state), "")
    following = _NEXT.get(state, "")
    return PaperTold(
        number=row.number,
        title=str(content["title"]),
        state=" ".join(filter(None, (say(lang, f"page.paper-{state}"), str(day)))),
        look=str(content.get("note", "")),
        file=row.content is not None,
        next=following,
        next_words=say(lang, f"page.mark-{following}") if following else "",
    )


@require_POST
def draft(request: HttpRequest, slug: str) -> HttpResponse:
    """Draft a document from the case as it stands, and keep it sealed with the case."""
    from panah.assembly.drafting import draft as fill
    from panah.web.cases.views import found, one_case

    standing, desk, lang = found(slug), the_desk(), lang_of(request)
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
    """Mark a paper as filed or served today; what is filed becomes an act of the case at the same time."""
    standing, row, content = _row(slug, number)
    state = request.POST.get("state", "")
    if _NEXT.get(str(content["state"])) != state:
        raise Http404
    desk, at = the_desk(), clock.now()
    changed: Content = {**content, "state": state, state: iso(desk.day)}
    with transaction.atomic():
        told = _act_of(standing, str(content.get("template", ""))) if state == "filed" else None
        if told is not None:
            actions.add_act(standing.case, told, desk.law.vocabulary, desk.member, at)
            changed["act"] = str(told["act"])
        rows.change_row(row, changed, desk.member, at)
    return HttpResponseRedirect(f"/cases/{slug}?done={'recorded' if told else 'paper'}#papers")


def _row(slug: str, number: int) -> tuple[Standing, PaperRow, Content]:
    from panah.web.cases.views import found

    standing = found(slug)
    for row, content in rows.rows(standing.case, PaperRow):
        if row.number == number:
            return standing, row, content
    raise Http404


def _act_of(standing: Standing, template: str) -> Content | None:
    """Give the act that filing a document is: what meets the limit it serves, of the acts that limit is of."""
    known, desk = catalogue(), the_desk()
    document: Document | None = None if known is None else known.documents.get(template)
    if document is None:
        return None
    items: list[Deadline | Remedy] = [*standing.position.deadlines, *standing.position.remedies]
    serves = [one for one in items if one.limit.id in document.told.remedies and one.limit.met_by]
    item = next((one for one in serves if one.state in {"running", "undetermined", "open"}), None) or next(
        iter(serves), None
    )
    if item is None:
        return None
    pattern = item.limit.met_by[0]
    told: Content = {"date": iso(desk.day), "act": pattern.act}
    for name, admitted, _ in pattern.fields:
        if len(admitted) == 1:
            told[name] = next(iter(admitted))
    if item.of and "of" in desk.law.vocabulary.acts[pattern.act].fields:
        told["of"] = item.of[0]
    return told
