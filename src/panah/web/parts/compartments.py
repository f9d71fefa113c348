"""Pages that open one compartment of a case, on purpose: no other page shows a word of it, and no export but identity.

Health, family and whereabouts hold texts under names a lawyer knows; what else was written there stays beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from panah.errors import PanahError
from panah.register import actions, queries
from panah.register.access import may_open, may_write
from panah.register.errors import NotFoundError, RegisterError
from panah.register.models import Kind
from panah.texts import say
from panah.web.desk import the_desk
from panah.web.parts import identity
from panah.web.parts.filling import Field
from panah.web.parts.opening import KEPT, Refused, case_of, refused_by, texts_in, version_in
from panah.web.shell import answer, lang_of, shows_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from panah.register.models import Case
    from panah.register.sealed import Content

_FIELDS = {
    Kind.HEALTH: ("diagnoses", "treatment", "needs", "doctor", "documents", "since", "note"),
    Kind.FAMILY: ("who", "where", "at-risk", "depends", "contact", "note"),
    Kind.WHEREABOUTS: ("now", "since", "who-knows", "reach", "sign", "silence", "note"),
}
_OPENED = (Kind.IDENTITY, *_FIELDS)
_LONGEST = 8000


class Closed(NamedTuple):
    """A compartment in the list: its word in addresses, its title, what it is for, how often it was written."""

    kind: str
    title: str
    what: str
    written: int


class AllCompartments(NamedTuple):
    """The compartments of a case that the member may open, closed."""

    slug: str
    here: str
    compartments: tuple[Closed, ...]


class OneCompartment(NamedTuple):
    """An opened compartment.

    Attributes:
        slug: The alias of the case.
        here: The page among the parts.
        kind: The compartment.
        title: Its title.
        what: What it is for.
        version: The version that was opened.
        fields: The form; also what is read.
        forms: The name as papers decline it.
        boxes: What the person may be known as.
        faults: What is wrong with what was sent.
        now: What somebody else wrote meanwhile, by label.
        hidden: Names are off: nothing of it is shown.
        writes: Whether the member may write.
    """

    slug: str
    here: str
    kind: str
    title: str
    what: str
    version: int
    fields: tuple[Field, ...]
    forms: tuple[Field, ...]
    boxes: tuple[identity.Box, ...]
    faults: tuple[str, ...]
    now: tuple[tuple[str, str], ...]
    hidden: bool
    writes: bool


def all_compartments(request: HttpRequest, slug: str) -> HttpResponse:
    """List the compartments, closed."""
    case, lang, member = case_of(slug), lang_of(request), the_desk().member
    versions = dict(case.compartments.values_list("kind", "version"))
    compartments = tuple(
        Closed(kind, say(lang, f"page.part-{kind}"), say(lang, f"page.part-{kind}-what"), versions.get(kind, 0))
        for kind in _OPENED
        if may_open(member, case, kind)
    )
    context = AllCompartments(slug, "compartments", compartments)
    title = f"{slug} · {say(lang, 'page.part-page-compartments')}"
    return answer(request, "parts/compartments.html", context, title=title, here="cases")


def one_compartment(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Open a compartment and write it; what somebody else wrote meanwhile is shown, not written over."""
    case, lang, desk = case_of(slug), lang_of(request), the_desk()
    try:
        opened = queries.compartment(desk.member, case, kind)
    except NotFoundError:
        raise Http404 from None
    if kind not in _OPENED:
        raise Http404
    if request.method != "POST":
        return _show(request, case, Kind(kind), _values(kind, opened.content), opened)
    typed = texts_in(request)
    typed["profile"] = " ".join(request.POST.getlist("profile"))
    content = (
        identity.content_of(typed, opened.content)
        if kind == Kind.IDENTITY
        else _texts(Kind(kind), typed, opened.content)
    )
    version = version_in(request)
    try:
        actions.write_compartment(case, kind, content, desk.law.vocabulary, desk.member, version=version)
    except PanahError as error:
        faults = (say(lang, f"problem.{problem.code}", **problem.values) for problem in error.problems)
        return _show(request, case, Kind(kind), typed, opened, Refused(tuple(faults)))
    except RegisterError as error:
        return _show(request, case, Kind(kind), typed, opened, refused_by(error, lang))
    return HttpResponseRedirect(f"/cases/{slug}/parts/compartments/{kind}?done=saved")


def _show(
    request: HttpRequest,
    case: Case,
    kind: Kind,
    values: Mapping[str, str],
    opened: queries.Opened,
    refused: Refused = KEPT,
) -> HttpResponse:
    lang = lang_of(request)
    names = shows_names(request)
    hidden = not names and not refused.faults
    is_identity = kind == Kind.IDENTITY
    now: tuple[tuple[str, str], ...] = ()
    if refused.is_late and names:
        kept = _values(kind, opened.content)
        now = tuple((field.label, field.value) for field in _fields(kind, kept, opened.content, lang) if field.value)
    context = OneCompartment(
        slug=case.slug,
        here="compartments",
        kind=kind,
        title=say(lang, f"page.part-{kind}"),
        what=say(lang, f"page.part-{kind}-what"),
        version=opened.version if refused.is_late or not refused.faults else version_in(request),
        fields=() if hidden else _fields(kind, values, opened.content, lang),
        forms=identity.forms_of(values, lang) if is_identity and not hidden else (),
        boxes=identity.boxes(values, lang) if is_identity and not hidden else (),
        faults=refused.faults,
        now=now,
        hidden=hidden,
        writes=may_write(the_desk().member, case),
    )
    title = f"{case.slug} · {say(lang, 'page.part-page-compartments')}"
    return answer(request, "parts/compartment.html", context, title=title, here="cases", status=refused.status)


def _values(kind: str, content: Content) -> dict[str, str]:
    if kind == Kind.IDENTITY:
        return identity.values_of(content)
    return {key: str(value) for key, value in content.items()}


def _fields(kind: Kind, values: Mapping[str, str], content: Content, lang: str) -> tuple[Field, ...]:
    if kind == Kind.IDENTITY:
        return identity.fields_of(values, lang)
    own = _FIELDS[kind]
    labels = {name: say(lang, f"page.part-{kind}-{name}") for name in own}
    labels |= {name: name for name in content if name not in own}
    return tuple(
        Field(f"{kind}-{place}", name, label, values.get(name, ""), long=True)
        for place, (name, label) in enumerate(labels.items())
    )


def _texts(kind: Kind, typed: Mapping[str, str], before: Content) -> Content:
    """Take the texts a form names; a name that is neither a field nor there before is nobody's."""
    known = {*before, *_FIELDS[kind]}
    return {name: text for name, told in typed.items() if name in known and (text := told.strip()[:_LONGEST])}
