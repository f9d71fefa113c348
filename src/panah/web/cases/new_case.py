"""A new case from the pages: who, where, and the first act if it is known; whole or not at all."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from panah.errors import PanahError, Problem
from panah.procedure.casefile_reading import FORMAT, casefile_from
from panah.procedure.casefile_writing import entries_of
from panah.register import actions, queries
from panah.texts import LANGUAGES, say
from panah.timelimits import iso
from panah.web import clock
from panah.web.cases.act_fields import Track
from panah.web.cases.likely import beginnings
from panah.web.cases.said_countries import read_countries
from panah.web.cases.said_dates import read_said
from panah.web.desk import the_desk
from panah.web.parts import identity
from panah.web.parts.filling import Choice, Field
from panah.web.parts.opening import texts_in
from panah.web.shell import answer, lang_of
from panah.yamlfiles import Node

if TYPE_CHECKING:
    from panah.procedure.casefile import Act, CaseFile
    from panah.register.sealed import Content
    from panah.yamlfiles import Data

_TOKEN = re.compile(r"[0-9a-f]{16}")
_NOT_A_CHOICE = "unknown"


class NewCase(NamedTuple):
    """The form of a new case.

    ``token`` names the case to be, so that a form sent twice makes one case; ``names`` are names in other languages.
    ``closed``: no case is opened here.
    """

    closed: bool
    token: str
    name: Field
    names: tuple[Field, ...]
    names_open: bool
    fields: tuple[Field, ...]
    tracks: tuple[Track, ...]
    day: Field
    faults: tuple[str, ...]


def new_case(request: HttpRequest) -> HttpResponse:
    """Ask for the little a case needs, and open it in the register."""
    lang = lang_of(request)
    form = _Form(texts_in(request) if request.method == "POST" else request.GET.dict(), lang)
    status = 200
    if request.method == "POST" and the_desk().demo:
        # whoever sits at this machine reads a demonstration: no case of a client may get into it
        status = 403
    elif request.method == "POST":
        slug = _opened(form)
        if slug:
            return HttpResponseRedirect(f"/cases/{slug}?done=opened")
    title = say(lang, "page.new-case")
    return answer(request, "cases/new.html", form.context(), title=title, here="cases", status=status)


def _opened(form: _Form) -> str:
    """Give the slug of the case a form opens, or has opened when it was sent before; nothing if it is refused."""
    desk = the_desk()
    with transaction.atomic():  # of two sendings at once the second waits, and finds the case of the first
        known = queries.slug_by_case_name(desk.member)
        if form.case_name in known:
            return known[form.case_name]
        casefile = form.read()
        return "" if casefile is None else actions.create_case(casefile, desk.member, clock.now()).slug


class _Form:
    """One filling of the form."""

    def __init__(self, values: dict[str, str], lang: str) -> None:
        self.values = values
        self.lang = lang
        token = values.get("token", "")
        self.token = token if _TOKEN.fullmatch(token) else os.urandom(8).hex()
        self.faults: list[str] = []
        self.stays = _offered(values.get("stays", ""))

    @property
    def case_name(self) -> str:
        """What the file calls the case.

        By chance and not by number: a file given to another register is never taken there for the change of another
        case; and not by the name of the person, whom it would tell.
        """
        return f"case-{self.token}"

    def read(self) -> CaseFile | None:
        """Read the form as the case file it would be; None with the faults kept."""
        told = {**self.values, "citizenship": " ".join(self._countries("citizenship", stateless=True)), "persons": "1"}
        if not any(told.get(f"name-{lang}", "").strip() for lang in LANGUAGES):
            self.faults.append(say(self.lang, "page.new-case-no-name"))
        if self.values.get("stays", "") not in self.stays:
            self.faults.append(say(self.lang, "page.new-case-no-stays"))
        wanted_by: list[Data] = [*self._countries("wanted-by")]
        acts: list[Data] = [*self._first_act()]
        if self.faults:
            return None
        data: Content = {
            "panah": FORMAT,
            "case": self.case_name,
            **identity.content_of(told, {}),
            "stays": self.values["stays"],
            "wanted-by": wanted_by,
            "acts": acts,
        }
        return self._read(data)

    def _countries(self, name: str, *, stateless: bool = False) -> tuple[str, ...]:
        said = read_countries(self.values.get(name, ""), stateless=stateless)
        if said.unknown:
            field = say(self.lang, f"page.new-case-{name}")
            found = ", ".join(said.unknown)
            self.faults.append(say(self.lang, "page.new-case-country-unknown", field=field, found=found))
        return said.codes

    def _first_act(self) -> list[Content]:
        """Give the first act as its table; none where none was chosen."""
        chosen, day = self.values.get("act", ""), self.values.get("date", "").strip()
        if not chosen and not day:
            return []
        if chosen not in {choice.value for track in self._tracks() for choice in track.acts}:
            self.faults.append(say(self.lang, "page.new-case-no-act"))
            return []
        date = read_said(day or say(self.lang, "dates.today"), the_desk().day)
        if date is None:
            self.faults.append(say(self.lang, "page.day-not-understood"))
            return []
        act, _, word = chosen.partition(" ")
        field = _telling(act)
        return [{"date": date, "act": act, **({field: word} if field and word else {})}]

    def _read(self, data: Content) -> CaseFile | None:
        casefile, problems = casefile_from(Node(data, (0, None)), "", the_desk().law.vocabulary, [])
        if casefile is not None:
            casefile = casefile._replace(acts=tuple(map(_known_from_today, casefile.acts)))
        try:
            # what no file could hold, such as an unseen sign that turns the writing round, is refused before it is kept
            if casefile is not None:
                entries_of(casefile)
        except PanahError as error:
            casefile, problems = None, list(error.problems)
        self.faults += [_told(problem, self.lang) for problem in problems]
        return casefile

    def context(self) -> NewCase:
        names = tuple(self._field(f"name-{lang}") for lang in LANGUAGES if lang != self.lang)
        return NewCase(
            closed=the_desk().demo,
            token=self.token,
            name=self._field(f"name-{self.lang}", how="name-how"),
            names=names,
            names_open=any(field.value for field in names),
            fields=(
                self._field("stays", choices=self._stays(), required=True),
                self._field("citizenship", how="citizenship-how"),
                self._field("wanted-by", how="wanted-by-how"),
                self._field("gender", choices=self._genders()),
            ),
            tracks=self._tracks(),
            day=Field(
                "new-date",
                "date",
                say(self.lang, "page.field-date"),
                self.values.get("date", ""),
                say(self.lang, "page.field-date-how"),
            ),
            faults=tuple(self.faults),
        )

    def _field(self, name: str, *, how: str = "", choices: tuple[Choice, ...] = (), required: bool = False) -> Field:
        label = say(self.lang, f"page.new-case-{name}")
        hint = say(self.lang, f"page.new-case-{how}") if how else ""
        return Field(f"new-{name}", name, label, self.values.get(name, ""), hint, choices=choices, required=required)

    def _stays(self) -> tuple[Choice, ...]:
        chosen = self.values.get("stays", "")
        if len(self.stays) == 1:
            chosen = self.stays[0]
        word = the_desk().law.vocabulary.word
        return tuple(Choice(code, word("countries", code, self.lang), code == chosen) for code in self.stays)

    def _genders(self) -> tuple[Choice, ...]:
        chosen = self.values.get("gender", "")
        return tuple(
            Choice(word, say(self.lang, f"page.part-identity-gender-{word}"), word == chosen)
            for word in identity.GENDERS
        )

    def _tracks(self) -> tuple[Track, ...]:
        """Give what a case may begin with, by its track."""
        vocabulary = the_desk().law.vocabulary
        tracks: dict[str, dict[str, Choice]] = {}
        for country in self.stays:
            for track, act in beginnings(country):
                acts = tracks.setdefault(track, {})
                acts |= {choice.value: choice for choice in self._choices(act)}
        return tuple(Track(vocabulary.label(track, self.lang), tuple(acts.values())) for track, acts in tracks.items())

    def _choices(self, act: str) -> list[Choice]:
        vocabulary, chosen = the_desk().law.vocabulary, self.values.get("act", "")
        label, field = vocabulary.label(act, self.lang), _telling(act)
        found = {act: label}
        for word in vocabulary.acts[act].fields[field].words if field else ():
            if word != _NOT_A_CHOICE:
                found[f"{act} {word}"] = f"{label}: {vocabulary.word('values', word, self.lang)}"
        return [Choice(value, words, value == chosen) for value, words in found.items()]


def _offered(asked: str) -> tuple[str, ...]:
    """Give the countries whose law is there; an invented one only to who asks for it by its code."""
    law = the_desk().law
    countries = [head.code for head in law.heads.values() if not head.accepted]
    return tuple(code for code in countries if code not in law.vocabulary.invented or code == asked)


def _telling(act: str) -> str:
    """Give the field of an act that is worth asking for with it: the first that is one of a few words; or nothing."""
    fields = the_desk().law.vocabulary.acts[act].fields
    return next((name for name, field in fields.items() if field.kind == "word"), "")


def _known_from_today(act: Act) -> Act:
    """Say of an act of an earlier day that it was not known before it was recorded."""
    day = the_desk().day
    return act if act.known_from >= day else act.replace(known_since=iso(day), known_from=day)


def _told(problem: Problem, lang: str) -> str:
    return say(lang, f"problem.{problem.code}", **problem.values)
