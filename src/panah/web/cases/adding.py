"""Adding an act, correcting one, and asking what if: what it would change is seen before anything is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from panah.errors import PanahError
from panah.procedure.act_words import act_named
from panah.procedure.casefile_writing import entries_of
from panah.procedure.comparison import compare
from panah.procedure.replay import replay_with_moments
from panah.register import actions
from panah.routes.comparison import compare_routes
from panah.routes.finding import find_routes
from panah.telling.consequences import Consequences, Group
from panah.telling.law_words import LawWords
from panah.texts import say
from panah.timelimits import day_of, iso
from panah.web import clock
from panah.web.cases.act_fields import MORE, Field, Fields, Track, kind_of_field, tracks_of
from panah.web.cases.act_sources import SourceFields, free_id, read_source, source_fields
from panah.web.cases.acts_told import details_of
from panah.web.cases.likely import likely_acts
from panah.web.cases.said_dates import read_said
from panah.web.cases.timeline import numbered
from panah.web.desk import the_desk
from panah.web.shell import answer, lang_of
from panah.web.standing import routes_of, standing_at

if TYPE_CHECKING:
    from panah.procedure.casefile import Act, CaseFile
    from panah.register.sealed import Content
    from panah.web.standing import Standing

_LONGEST = 2000
_MOST_LIKELY = 10


class AddAct(NamedTuple):
    """The form for an act, and what it would change.

    ``told`` is the act as understood; ``groups`` what would be otherwise; ``previewed`` whether it was asked.
    ``corrects`` is the number of the act that it corrects (0: none), ``before`` that act in words.
    """

    slug: str
    likely: tuple[tuple[str, str], ...]
    tracks: tuple[Track, ...]
    act: str
    act_label: str
    fields: tuple[Field, ...]
    more: tuple[Field, ...]
    sources: SourceFields
    corrects: int
    before: tuple[str, ...]
    faults: tuple[str, ...]
    told: str
    groups: tuple[Group, ...]
    previewed: bool
    supposing: bool
    remark: str


def add_act(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose an act, say when, see what it changes, keep it."""
    return _ask(request, slug, supposing=False)


def what_if(request: HttpRequest, slug: str) -> HttpResponse:
    """The same, and nothing is ever kept."""
    return _ask(request, slug, supposing=True)


def _ask(request: HttpRequest, slug: str, *, supposing: bool) -> HttpResponse:
    form = _Form(request, standing_at(slug), supposing=supposing)
    if request.method == "POST" and form.kind:
        form.preview()
        if request.POST.get("save") and not supposing and form.after is not None:
            desk, case = the_desk(), form.standing.case
            actions.add_act(case, form.entries, desk.law.vocabulary, desk.member, clock.now(), form.new_sources)
            return HttpResponseRedirect(f"/cases/{slug}?done=recorded#acts")
    title = say(form.lang, "page.what-if" if supposing else "page.correct" if form.corrected else "page.add-act")
    return answer(request, "cases/add.html", form.context(), title=f"{slug} · {title}", here="cases")


class _Form:
    """One filling of the form."""

    def __init__(self, request: HttpRequest, standing: Standing, *, supposing: bool) -> None:
        told = request.POST if request.method == "POST" else request.GET
        self.values: dict[str, str] = {name: str(value) for name, value in told.items()}
        self.ticked = [name for name in told.getlist("sources") if name in standing.casefile.sources]
        self.standing = standing
        self.supposing = supposing
        self.lang = lang_of(request)
        self.vocabulary = the_desk().law.vocabulary
        self.corrects = 0
        self.corrected: Act | None = None
        self._begin(asked=request.method != "POST")
        act = self.values.get("act", "")
        self.kind = self.vocabulary.acts[act] if act in self.vocabulary.user_acts else None
        self.faults: list[str] = []
        self.entries: Content = {}
        self.new_sources: list[Content] = []
        self.after: CaseFile | None = None
        self.groups: list[Group] = []
        self.law_words = LawWords(self.lang)

    def _begin(self, *, asked: bool) -> None:
        """Find the act that is corrected; where the form is opened, fill in what the address says by numbers."""
        by_number = {str(number): act for number, act in numbered(self.standing.casefile)}
        if correct := self.values.get("correct", ""):
            if correct not in by_number:
                raise Http404
            self.corrects, self.corrected = int(correct), by_number[correct]
        if not asked:
            return
        if self.values.get("of", "") in by_number:
            self.values["of"] = by_number[self.values["of"]].id
        if self.corrected is not None and not self.values.get("other"):
            told = _entries(self.corrected, self.standing.casefile)
            self.values = {"act": self.corrected.kind, **told, **self.values}
            self.ticked = list(self.corrected.sources)

    def preview(self) -> None:
        """Read the form as an act of a case file, and tell what it would change."""
        if self.kind is None:
            return
        self.values["date"] = self.values.get("date", "").strip() or say(self.lang, "dates.today")
        day = read_said(self.values["date"], the_desk().day)
        if day is None:
            self.faults.append(say(self.lang, "page.day-not-understood"))
            return
        self.entries = {"date": day, "act": self.kind.id}
        for name in (*self.kind.fields, "of", *MORE):
            value = self.values.get(name, "").strip()[:_LONGEST]
            if value:
                self.entries[name] = self._read(name, value)
        if self.corrected is not None:
            self.entries["supersedes"] = self.corrected.id
        self._read_sources(self.vocabulary.label(self.kind.id, self.lang))
        if self.faults:
            return
        try:
            self.after = self._with_act()
            if self._is_known_only_now(self.after.acts[-1]):
                self.entries["known-since"] = iso(the_desk().day)
                self.after = self._with_act()
        except PanahError as error:
            self.faults += [say(self.lang, f"problem.{one.code}", **one.values) for one in error.problems]
            return
        self._tell(self.after)

    def _with_act(self) -> CaseFile:
        return actions.with_act(self.standing.case, self.entries, self.vocabulary, self.new_sources)

    def _is_known_only_now(self, act: Act) -> bool:
        """Whether nothing tells that an act was known before the day on which it is recorded.

        A correction never was. Of other acts a source that says when it was published tells it.
        """
        if self.supposing or act.known_since is not None or act.known_from >= the_desk().day:
            return False
        sources = self.after.sources if self.after is not None else {}
        return act.supersedes is not None or not any(sources[name].published for name in act.sources)

    def _read_sources(self, title: str) -> None:
        named: list[str] = list(self.ticked)
        read = read_source(self.values, title, self.lang)
        if read.fault:
            self.faults.append(read.fault)
        if read.content is not None:
            self.new_sources = [{"id": free_id(self.standing.casefile.sources), **read.content}]
            named.append(str(self.new_sources[0]["id"]))
        if named:
            self.entries["sources"] = list(named)

    def _read(self, name: str, value: str) -> str:
        kind = None if self.kind is None else kind_of_field(name, self.kind)
        if kind is not None and kind.kind == "date":
            return read_said(value, the_desk().day) or value
        return value

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
        law, lang, casefile = the_desk().law, self.lang, self.standing.casefile
        way = "what-if" if self.supposing else "add"
        likely = [(words, href.replace("/add?", f"/{way}?")) for words, href in likely_acts(self.standing, lang)]
        told = act_named(self.after.acts[-1], law, lang) if self.after is not None else ""
        before = (
            () if self.corrected is None else (act_named(self.corrected, law, lang), *details_of(self.corrected, lang))
        )
        fields = None if self.kind is None else Fields(self.kind, casefile, self.values, lang)
        return AddAct(
            slug=self.standing.case.slug,
            likely=tuple(likely[:_MOST_LIKELY]) if self.corrected is None else (),
            tracks=tuple(tracks_of(lang)) if fields is None else (),
            act="" if self.kind is None else self.kind.id,
            act_label="" if self.kind is None else self.vocabulary.label(self.kind.id, lang),
            fields=() if fields is None else fields.first(),
            more=() if fields is None else fields.more(*(("supersedes",) if self.corrects else ())),
            sources=source_fields(self.values, self.ticked, casefile),
            corrects=self.corrects,
            before=before,
            faults=tuple(self.faults),
            told=told,
            groups=tuple(self.groups),
            previewed=self.after is not None,
            supposing=self.supposing,
            remark=self.law_words.remark(),
        )


def _entries(act: Act, casefile: CaseFile) -> dict[str, str]:
    """Give what an act says, as the form has it: without its name, and without the day we came to know of it."""
    acts = entries_of(casefile)["acts"]
    told = acts[act.order] if isinstance(acts, list) else None
    left_out = {"id", "sources", "supersedes", "known-since"}
    return {key: str(value) for key, value in told.items() if key not in left_out} if isinstance(told, dict) else {}
