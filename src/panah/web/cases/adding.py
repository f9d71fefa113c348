"""Adding an act, and asking what if: likely next acts first, what it would change before anything is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from panah.errors import PanahError, Problem
from panah.procedure.act_words import act_named
from panah.procedure.comparison import compare
from panah.procedure.replay import replay_with_moments
from panah.register import actions
from panah.routes.comparison import compare_routes
from panah.routes.finding import find_routes
from panah.telling.consequences import Consequences, Group
from panah.telling.law_words import LawWords
from panah.texts import say
from panah.timelimits import day_of
from panah.web import clock
from panah.web.cases.filing import act_href
from panah.web.cases.said_dates import read_said
from panah.web.cases.timeline import numbered
from panah.web.desk import the_desk
from panah.web.shell import answer, lang_of
from panah.web.standing import routes_of

if TYPE_CHECKING:
    from panah.lawmodel.vocabulary import FieldKind
    from panah.procedure.casefile import CaseFile
    from panah.register.sealed import Content
    from panah.web.standing import Standing

_MAIN = ("of",)
_MORE = (
    "body",
    "place",
    "by",
    "words",
    "time-note",
    "run",
    "country",
    "certainty",
    "supersedes",
    "alternative-to",
    "known-since",
    "leave-by",
    "note",
)
_LONGEST = 2000


class Choice(NamedTuple):
    """A value to choose."""

    value: str
    words: str
    chosen: bool


class Field(NamedTuple):
    """A field of the form; ``choices`` empty: free text."""

    name: str
    label: str
    value: str
    hint: str
    choices: tuple[Choice, ...]
    required: bool


class Track(NamedTuple):
    """Acts of one track, to choose from."""

    label: str
    acts: tuple[Choice, ...]


class AddAct(NamedTuple):
    """The form for an act, and what it would change.

    ``told`` is the act as understood; ``groups`` what would be otherwise; ``previewed`` whether it was asked.
    """

    slug: str
    likely: tuple[tuple[str, str], ...]
    tracks: tuple[Track, ...]
    act: str
    act_label: str
    fields: tuple[Field, ...]
    more: tuple[Field, ...]
    faults: tuple[str, ...]
    told: str
    groups: tuple[Group, ...]
    previewed: bool
    supposing: bool
    remark: str


def likely_acts(standing: Standing, lang: str) -> list[tuple[str, str]]:
    """Give the acts that may come next, each with the address of its form: first what meets a running limit of ours."""
    law, slug = the_desk().law, standing.case.slug
    found: dict[str, str] = {}
    running = [
        one for one in standing.position.deadlines if one.state in {"running", "undetermined"} and not one.met_by
    ]
    ahead = [one for one in running if (one.latest or one.safe) >= standing.position.as_of]
    for item in sorted(ahead, key=lambda one: (one.limit.binds != "defence", one.safe)):
        for pattern in item.limit.met_by[:1]:
            found.setdefault(pattern.act, act_href(slug, pattern, item.of, law))
    pack = law.pack_of(standing.casefile.stays)
    stages = {(one.track, one.stage) for one in standing.position.stages if one.stage != "none"}
    for move in pack.moves if pack is not None else ():
        if move.to != "same" and any((move.track, stage) in stages for stage in move.from_stages):
            found.setdefault(move.on.act, act_href(slug, move.on, (), law))
    return [(law.vocabulary.label(act, lang), href) for act, href in found.items() if act in law.vocabulary.user_acts]


def add_act(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose an act, say when, see what it changes, keep it."""
    return _ask(request, slug, supposing=False)


def what_if(request: HttpRequest, slug: str) -> HttpResponse:
    """The same, and nothing is ever kept."""
    return _ask(request, slug, supposing=True)


def _ask(request: HttpRequest, slug: str, *, supposing: bool) -> HttpResponse:
    from panah.web.cases.views import found

    form = _Form(request, found(slug), supposing=supposing)
    if request.method == "POST" and form.kind:
        form.preview()
        if request.POST.get("save") and not supposing and form.after is not None:
            by = the_desk().member
            actions.add_act(form.standing.case, dict(form.entries), the_desk().law.vocabulary, by, clock.now())
            return HttpResponseRedirect(f"/cases/{slug}?done=recorded#acts")
    title = say(form.lang, "page.what-if" if supposing else "page.add-act")
    return answer(request, "cases/add.html", form.context(), title=f"{slug} · {title}", here="cases")


class _Form:
    """One filling of the form."""

    def __init__(self, request: HttpRequest, standing: Standing, *, supposing: bool) -> None:
        self.values = request.POST if request.method == "POST" else request.GET
        self.standing = standing
        self.supposing = supposing
        self.lang = lang_of(request)
        self.vocabulary = the_desk().law.vocabulary
        act = self.values.get("act", "")
        self.kind = self.vocabulary.acts[act] if act in self.vocabulary.user_acts else None
        self.faults: list[str] = []
        self.entries: Content = {}
        self.after: CaseFile | None = None
        self.groups: list[Group] = []
        self.law_words = LawWords(self.lang)

    def preview(self) -> None:
        """Read the form as an act of a case file, and tell what it would change."""
        if self.kind is None:
            return
        told = self.values.get("date", "")
        day = read_said(told, the_desk().day)
        if day is None:
            self.faults.append(say(self.lang, "page.day-not-understood"))
            return
        self.entries = {"date": day, "act": self.kind.id}
        for name in (*self._own_fields(), *_MAIN, *_MORE):
            value = self.values.get(name, "").strip()[:_LONGEST]
            if value:
                self.entries[name] = self._read(name, value)
        sources = [name for name in self.values.getlist("sources") if name in self.standing.casefile.sources]
        if sources:
            self.entries["sources"] = list(sources)
        try:
            self.after = actions.with_act(self.standing.case, dict(self.entries), self.vocabulary)
        except PanahError as error:
            self.faults += [self._fault(problem) for problem in error.problems]
            return
        self._tell(self.after)

    def _read(self, name: str, value: str) -> str:
        kind = self._kind_of(name)
        if kind is not None and kind.kind == "date":
            return read_said(value, the_desk().day) or value
        return value

    def _kind_of(self, name: str) -> FieldKind | None:
        if self.kind is not None and name in self.kind.fields:
            return self.kind.fields[name]
        return self.vocabulary.every_act.get(name)

    def _fault(self, problem: Problem) -> str:
        return say(self.lang, f"problem.{problem.code}", **problem.values)

    def _tell(self, casefile: CaseFile) -> None:
        desk, standing = the_desk(), self.standing
        casefile = casefile._replace(case=standing.case.slug, file=standing.case.slug)
        act = casefile.acts[-1].replace(known_from=0)
        casefile = casefile._replace(acts=(*casefile.acts[:-1], act))
        as_of = max(desk.day, day_of(act.span[0])) if self.supposing else desk.day
        before, routes = standing.position, routes_of(standing)
        if as_of != desk.day:
            before, here = replay_with_moments(standing.casefile, desk.law, as_of=as_of)
            routes = find_routes(here, as_of)
        after, here = replay_with_moments(casefile, desk.law, as_of=as_of)
        changes = compare_routes(routes, find_routes(here, as_of))
        telling = Consequences((standing.casefile, before), (casefile, after), desk.law, self.law_words)
        self.groups = telling.groups(compare(before, after), changes)

    def context(self) -> AddAct:
        law = the_desk().law
        way = "what-if" if self.supposing else "add"
        likely = [(words, href.replace("/add?", f"/{way}?")) for words, href in likely_acts(self.standing, self.lang)]
        told = act_named(self.after.acts[-1], law, self.lang) if self.after is not None else ""
        return AddAct(
            slug=self.standing.case.slug,
            likely=tuple(likely[:10]),
            tracks=tuple(self._tracks()) if self.kind is None else (),
            act="" if self.kind is None else self.kind.id,
            act_label="" if self.kind is None else self.vocabulary.label(self.kind.id, self.lang),
            fields=tuple(self._fields()) if self.kind is not None else (),
            more=tuple(self._field(name) for name in _MORE if name not in self._own_fields()) if self.kind else (),
            faults=tuple(self.faults),
            told=told,
            groups=tuple(self.groups),
            previewed=self.after is not None,
            supposing=self.supposing,
            remark=self.law_words.remark(),
        )

    def _tracks(self) -> list[Track]:
        tracks: dict[str, list[Choice]] = {}
        for name, kind in self.vocabulary.acts.items():
            if name in self.vocabulary.user_acts:
                tracks.setdefault(kind.track, []).append(
                    Choice(name, self.vocabulary.label(name, self.lang), chosen=False)
                )
        return [
            Track(self.vocabulary.label(track, self.lang), tuple(sorted(acts, key=lambda one: one.words)))
            for track, acts in tracks.items()
        ]

    def _own_fields(self) -> tuple[str, ...]:
        return tuple(self.kind.fields) if self.kind is not None else ()

    def _fields(self) -> list[Field]:
        date = Field(
            "date",
            say(self.lang, "page.field-date"),
            self.values.get("date", say(self.lang, "dates.today")),
            say(self.lang, "page.field-date-how"),
            (),
            required=True,
        )
        own = [self._field(name) for name in self._own_fields()]
        of = [self._field("of")] if "of" not in self._own_fields() and self.values.get("of") else []
        return [date, *own, *of]

    def _field(self, name: str) -> Field:
        kind = self._kind_of(name)
        value = self.values.get(name, "")
        choices: list[tuple[str, str]] = []
        if name == "body":
            choices = [(body, self.vocabulary.label(body, self.lang)) for body in self.vocabulary.bodies]
        elif kind is not None and kind.kind == "word":
            group = "certainties" if name == "certainty" else "values"
            choices = [(word, self.vocabulary.word(group, word, self.lang)) for word in kind.words]
        elif kind is not None and kind.kind == "act-id":
            law = the_desk().law
            choices = [
                (act.id, f"{number}. {act_named(act, law, self.lang)}")
                for number, act in reversed(numbered(self.standing.casefile))
            ]
        required = kind is not None and kind.required
        told = tuple(Choice(word, words, word == value) for word, words in choices)
        hint = say(self.lang, "page.field-period-how") if kind is not None and kind.kind == "period" else ""
        return Field(name, say(self.lang, f"page.field-{name}"), value, hint, told, required)
