"""Adding an act, correcting one, and asking what if: what it would change is seen before anything is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from panah.errors import PanahError
from panah.procedure.act_words import act_named
from panah.procedure.casefile_writing import entries_of
from panah.procedure.comparison import compare
from panah.procedure.replay import replay_with_moments
from panah.register import actions
from panah.register.errors import RegisterError
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
from panah.web.cases.recorded_once import is_recorded, rests_on, row_number
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
    ``corrects`` is the act that it corrects by the number it was recorded under (0: none), ``before`` that act in
    words, ``number`` the one it has on the page. ``rests_on`` names the case as the form was made of it.
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
    number: int
    rests_on: str
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
        if request.POST.get("save") and not supposing:
            try:
                done = form.save()
            except RegisterError as error:
                if error.code == "changed-meanwhile":  # between looking and recording: look at what it is now
                    return _ask(request, slug, supposing=supposing)
                form.refuse(say(form.lang, f"register.{error.code}", **error.values))
            else:
                if done:
                    return HttpResponseRedirect(f"/cases/{slug}?done={done}#acts")
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
        self.rests_on = rests_on(standing)
        self.corrects = self.number = 0
        self.corrected: Act | None = None
        self._begin(asked=request.method != "POST")
        act = self.values.get("act", "")
        self.kind = self.vocabulary.acts[act] if act in self.vocabulary.user_acts else None
        self.faults: list[str] = []
        self.entries: Content = {}
        self.new_sources: list[Content] = []
        self.recorded = False
        self.after: CaseFile | None = None
        self.groups: list[Group] = []
        self.law_words = LawWords(self.lang)

    def _begin(self, *, asked: bool) -> None:
        """Find the act that is corrected; where the form is opened, fill in what the address says by numbers."""
        by_row = {str(row_number(act)): (number, act) for number, act in numbered(self.standing.casefile)}
        if correct := self.values.get("correct", ""):
            if correct not in by_row:
                raise Http404
            self.corrects = int(correct)
            self.number, self.corrected = by_row[correct]
        if not asked:
            return
        if self.values.get("of", "") in by_row:
            self.values["of"] = by_row[self.values["of"]][1].id
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
            self.refuse(*(say(self.lang, f"problem.{one.code}", **one.values) for one in error.problems))
            return
        self.recorded = is_recorded(self.after, self.values.get("seen", ""))
        if twice := actions.corrected_before(self.after, len(self.after.acts) - 1):
            other = act_named(twice[0][1], the_desk().law, self.lang)
            self.refuse(say(self.lang, "page.corrected-before", act=other))
            return
        self._tell(self.after)

    def refuse(self, *faults: str) -> None:
        """Say why the act cannot be recorded; what was typed stays in the form."""
        self.after = None
        self.faults += faults

    def save(self) -> str:
        """Record the act and give what was done; nothing where it must be looked at first, or looked at again.

        Raises:
            RegisterError: As `panah.register.actions.add_act`; or the case was changed since it was read here.
        """
        if self.recorded:
            return "recorded-before"
        if self.after is None:
            return ""
        if self.values.get("seen") != self.rests_on:
            self.faults.append(say(self.lang, "page.case-changed"))
            return ""
        desk, case = the_desk(), self.standing.case
        with transaction.atomic():
            actions.as_seen(case, self.standing.digest)
            actions.add_act(case, self.entries, desk.law.vocabulary, desk.member, clock.now(), self.new_sources)
        return "recorded"

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
            number=self.number,
            rests_on=self.rests_on,
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
