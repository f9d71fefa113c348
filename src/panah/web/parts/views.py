"""Pages of the rows beside a case: a list with a form to add, and a row to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from panah.register import rows
from panah.register.access import may_write
from panah.register.errors import RegisterError
from panah.texts import say
from panah.timelimits import iso
from panah.web import clock
from panah.web.desk import the_desk
from panah.web.parts.choosing import Choosing
from panah.web.parts.filling import Field, fields_of, read_form
from panah.web.parts.opening import KEPT, Refused, case_of, refused_by, texts_in, version_in
from panah.web.parts.relations import Elsewhere, elsewhere
from panah.web.parts.subjects import PAGES, SUBJECTS, Subject
from panah.web.parts.told import Line, contents, lines_of
from panah.web.shell import answer, lang_of, shows_names

if TYPE_CHECKING:
    from panah.register.models import Case, SealedRow
    from panah.register.sealed import Content


class Section(NamedTuple):
    """The rows of one table on a page, and the form that adds one; ``form_open``: it was sent and refused."""

    name: str
    title: str
    nothing: str
    add: str
    lines: tuple[Line, ...]
    fields: tuple[Field, ...]
    faults: tuple[str, ...]
    form_open: bool


class Part(NamedTuple):
    """A page of rows; ``hidden``: names are off and some rows would tell them."""

    slug: str
    here: str
    title: str
    sections: tuple[Section, ...]
    elsewhere: tuple[Elsewhere, ...]
    hidden: bool
    writes: bool


class Change(NamedTuple):
    """A row to change; ``now`` is what somebody else recorded meanwhile, by label."""

    slug: str
    here: str
    subject: str
    title: str
    number: int
    version: int
    fields: tuple[Field, ...]
    faults: tuple[str, ...]
    now: tuple[tuple[str, str], ...]
    hidden: bool
    writes: bool


def part(request: HttpRequest, slug: str, page: str) -> HttpResponse:
    """Show the rows of a page, and add one."""
    if page not in PAGES:
        raise Http404
    case, lang = case_of(slug), lang_of(request)
    refused = KEPT
    if request.method == "POST":
        subject = SUBJECTS.get(request.POST.get("table", ""))
        if subject is None or subject.page != page:
            raise Http404
        form = read_form(subject, texts_in(request), {}, Choosing(case, lang))
        refused = Refused(form.faults)
        if not form.faults:
            try:
                row = rows.add_row(case, subject.model, _content(form.content), the_desk().member, clock.now())
            except RegisterError as error:
                refused = refused_by(error, lang)
            else:
                return _back(slug, subject, row.number)
    context = _part(request, case, page, refused)
    title = _title(case, page, lang)
    return answer(request, "parts/part.html", context, title=title, here="cases", status=refused.status)


def _part(request: HttpRequest, case: Case, page: str, refused: Refused) -> Part:
    lang, names = lang_of(request), shows_names(request)
    choosing = Choosing(case, lang)
    sections = []
    for subject in PAGES[page]:
        sent = bool(refused.faults) and request.POST.get("table") == subject.name
        typed = texts_in(request) if sent else {}
        sections.append(
            Section(
                name=subject.name,
                title=say(lang, f"page.part-{subject.name}"),
                nothing=say(lang, f"page.part-no-{subject.name}"),
                add=say(lang, f"page.part-add-{subject.name}"),
                lines=lines_of(case, subject, choosing, names=names),
                fields=fields_of(subject, typed, choosing),
                faults=refused.faults if sent else (),
                form_open=sent,
            )
        )
    return Part(
        slug=case.slug,
        here=page,
        title=say(lang, f"page.part-page-{page}"),
        sections=tuple(sections),
        elsewhere=elsewhere(case, lang) if page == "people" else (),
        hidden=not names and any(subject.named for subject in PAGES[page]),
        writes=may_write(the_desk().member, case),
    )


def change(request: HttpRequest, slug: str, name: str, number: int) -> HttpResponse:
    """Show a row and change it; what somebody else recorded since it was opened is shown, not written over."""
    subject = SUBJECTS.get(name)
    if subject is None:
        raise Http404
    case, lang = case_of(slug), lang_of(request)
    row, before = _row(case, subject, number)
    if request.method != "POST":
        return _show(request, subject, row, before)
    if request.POST.get("finish") and subject.can_be_done:
        typed = {**before, "done": iso(the_desk().day)}
    else:
        typed = texts_in(request)
    form = read_form(subject, typed, before, Choosing(case, lang))
    if form.faults:
        return _show(request, subject, row, typed, Refused(form.faults))
    current = row.version
    row.version = version_in(request)
    try:
        rows.change_row(row, _content(form.content), the_desk().member, clock.now())
    except RegisterError as error:
        row.version = current
        return _show(request, subject, row, typed, refused_by(error, lang))
    return _back(slug, subject, number)


def _show(
    request: HttpRequest, subject: Subject, row: SealedRow, values: dict[str, str], refused: Refused = KEPT
) -> HttpResponse:
    case, lang, names = row.case, lang_of(request), shows_names(request)
    choosing = Choosing(case, lang)
    now: tuple[tuple[str, str], ...] = ()
    if refused.is_late and (names or not subject.named):
        line = next(one for one in lines_of(case, subject, choosing, names=True) if one.number == row.number)
        now = (("", line.lead), *line.more)
    context = Change(
        slug=case.slug,
        here=subject.page,
        subject=subject.name,
        title=say(lang, f"page.part-{subject.name}"),
        number=row.number,
        version=version_in(request) if refused.faults and not refused.is_late else row.version,
        fields=fields_of(subject, values, choosing),
        faults=refused.faults,
        now=now,
        hidden=subject.named and not names and not refused.faults,
        writes=may_write(the_desk().member, case),
    )
    title = _title(case, subject.page, lang)
    return answer(request, "parts/change.html", context, title=title, here="cases", status=refused.status)


def _row(case: Case, subject: Subject, number: int) -> tuple[SealedRow, dict[str, str]]:
    for row, content in contents(case, subject):
        if row.number == number and content is not None:
            return row, content
    raise Http404


def _content(told: dict[str, str]) -> Content:
    return dict(told.items())


def _title(case: Case, page: str, lang: str) -> str:
    return f"{case.slug} · {say(lang, f'page.part-page-{page}')}"


def _back(slug: str, subject: Subject, number: int) -> HttpResponse:
    return HttpResponseRedirect(f"/cases/{slug}/parts/{subject.page}?done=saved#{subject.name}-{number}")
