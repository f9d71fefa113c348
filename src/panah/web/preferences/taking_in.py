"""Taking case files in: new cases at once, changed files of known cases after their changes were seen.

A file whose changes are shown is kept in memory alone until it is taken or refused; sealing drops it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from panah.dates import day_words
from panah.errors import PanahError, Problem
from panah.procedure.casefile_reading import read_casefile
from panah.register import actions, queries, updating
from panah.register.errors import RegisterError
from panah.telling.updates import Changed, update_told
from panah.texts import render, say
from panah.web import clock
from panah.web.cases.act_fields import MORE
from panah.web.cases.act_sources import KEYS
from panah.web.desk import the_desk
from panah.web.shell import answer, lang_of

if TYPE_CHECKING:
    from panah.procedure.casefile import CaseFile

_MOST_FILES = 500
_LARGEST = 4_000_000
_LABELS = {
    "source": frozenset(KEYS),
    "part-identity": frozenset(
        ("name-ru", "name-kk", "name-en", "aliases", "citizenship", "gender", "profile", "persons")
    ),
    "field": frozenset((*MORE, "date", "act", "sources", "of", "to")),
}
_WAITING = "files-waiting"


class Pending(NamedTuple):
    """A changed file of a known case, and what it would change; ``seen`` names the case as it is on this page."""

    token: str
    seen: str
    slug: str
    file: str
    changes: tuple[Changed, ...]


class TakeIn(NamedTuple):
    """The page that takes case files in: what was taken, what waits for a word, every fault of what was not taken.

    ``closed``: nothing is taken here.
    """

    closed: bool
    taken: int
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]
    pending: tuple[Pending, ...]
    faults: tuple[str, ...]


class _Waiting(NamedTuple):
    """A file that waits, and the case it is of."""

    slug: str
    casefile: CaseFile
    file: str


def take_in(request: HttpRequest) -> HttpResponse:
    """Take case files in, each whole or not at all."""
    lang = lang_of(request)
    taking = _Taking(lang)
    if taking.desk.demo:
        # whoever sits at this machine reads a demonstration: no case of a client may get into it
        return _page(request, taking.context(), 403 if request.method == "POST" else 200)
    if request.POST.get("take"):
        taking.agreed(*request.POST["take"].partition(".")[::2])
    elif request.POST.get("leave"):
        _waiting().pop(request.POST["leave"], None)
    elif request.FILES:
        _waiting().clear()
    uploads = request.FILES.getlist("files")
    for upload in uploads[:_MOST_FILES]:
        name = str(upload.name)[:80]
        if (upload.size or 0) > _LARGEST:
            taking.faults.append(render(Problem(name, 1, "file-too-large", {"limit": str(_LARGEST)}), lang))
        else:
            taking.take(upload.read(), name)
    if over := uploads[_MOST_FILES:]:
        told = {"count": str(len(over)), "file": str(over[0].name)[:80], "most": str(_MOST_FILES)}
        taking.faults.append(say(lang, "page.too-many-files", **told))
    context = taking.context()
    if taking.taken and not (context.faults or context.pending or context.unchanged):
        return HttpResponseRedirect("/?done=imported")
    return _page(request, context)


def _page(request: HttpRequest, context: TakeIn, status: int = 200) -> HttpResponse:
    title = say(lang_of(request), "page.import")
    return answer(request, "preferences/take_in.html", context, title=title, here="settings", status=status)


class _Taking:
    """One sending of files, or one answer about a file that waits."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.desk = the_desk()
        self.known = queries.slug_by_case_name(self.desk.member)
        self.taken = 0
        self.updated: list[str] = []
        self.unchanged: list[str] = []
        self.faults: list[str] = []

    def take(self, content: bytes, name: str) -> None:
        """Take a new case; of a known one keep the file until its changes were seen."""
        casefile, problems = read_casefile(content, name, self.desk.law.vocabulary)
        if casefile is None:
            self.faults += [render(problem, self.lang) for problem in problems]
        elif casefile.case in self.known:
            case = queries.case(self.desk.member, self.known[casefile.case])
            _waiting()[os.urandom(16).hex()] = _Waiting(case.slug, casefile, name)
        else:
            case = actions.create_case(casefile, self.desk.member, clock.now())
            self.known[casefile.case] = case.slug
            self.taken += 1

    def agreed(self, token: str, seen: str) -> None:
        """Take the changes of a file that waits, if the case is still the one for which they were shown."""
        waiting = _waiting().get(token)
        if waiting is None:
            return
        case = queries.case(self.desk.member, waiting.slug)
        if case.digest != seen:
            self.faults.append(say(self.lang, "register.changed-meanwhile", case=case.slug))
            return
        heading = say(self.lang, "update.note", day=day_words(self.desk.day, self.lang))
        try:
            updating.take_update(
                case, waiting.casefile, self.desk.law.vocabulary, self.desk.member, clock.now(), heading
            )
        except RegisterError as error:
            self.faults.append(say(self.lang, f"register.{error.code}", **error.values))
        except PanahError as error:
            self.faults += [render(problem, self.lang) for problem in error.problems]
        else:
            self.updated.append(case.slug)
        del _waiting()[token]

    def context(self) -> TakeIn:
        """Give what the page tells; what would change is worked out anew from the case as it is."""
        pending = []
        for token, waiting in list(_waiting().items()):
            case = queries.case(self.desk.member, waiting.slug)
            try:
                update = updating.update_for(case, waiting.casefile, self.desk.law.vocabulary)
            except PanahError as error:
                self.faults += [render(problem, self.lang) for problem in error.problems]
                del _waiting()[token]
                continue
            if update.empty:
                self.unchanged.append(say(self.lang, "register.unchanged", case=case.slug, file=waiting.file))
                del _waiting()[token]
                continue
            told = update_told(update, self.desk.law, self.lang, self._label)
            pending.append(Pending(token, case.digest, case.slug, waiting.file, tuple(told)))
        return TakeIn(
            self.desk.demo,
            self.taken,
            tuple(self.updated),
            tuple(self.unchanged),
            tuple(pending),
            tuple(self.faults),
        )

    def _label(self, path: str) -> str:
        """Name a place in a case file as the forms of the pages name it; where no form has it, as the file does."""
        last = path.removeprefix("person.").replace(".", "-")
        own = {name for kind in self.desk.law.vocabulary.acts.values() for name in kind.fields}
        for family, known in _LABELS.items():
            if last in known or (family == "field" and last in own):
                return say(self.lang, f"page.{family}-{last}")
        return path


def _waiting() -> dict[str, _Waiting]:
    """Give the files that wait, by their tokens."""
    kept: dict[str, _Waiting] = the_desk().kept.setdefault(_WAITING, {})  # type: ignore[assignment]
    return kept
