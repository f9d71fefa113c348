"""Sources of a case: each may be told otherwise; an act names it, and is not touched by that."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from panah.errors import PanahError
from panah.register import actions, rows
from panah.register.errors import RegisterError
from panah.register.models import SourceRow
from panah.texts import say
from panah.web import clock
from panah.web.cases.act_sources import KEYS, free_id, read_source, told_apart
from panah.web.desk import the_desk
from panah.web.shell import answer, lang_of
from panah.web.standing import Standing, standing_at


class SourceTold(NamedTuple):
    """A source as the form has it; ``version`` is the one that was read, ``acts`` how many acts name it."""

    number: int
    version: int
    words: str
    title: str
    publisher: str
    published: str
    url: str
    acts: int

    @property
    def id(self) -> str:
        """Give what the ids of its fields begin with."""
        return f"source-{self.number}-"


class Sources(NamedTuple):
    """All sources of a case, and why one was not kept."""

    slug: str
    sources: tuple[SourceTold, ...]
    new: SourceTold
    faults: tuple[str, ...]


def sources(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the sources of a case; write a new one, or tell one otherwise."""
    standing, lang = standing_at(slug), lang_of(request)
    faults: list[str] = []
    if request.method == "POST":
        faults = _write(request, standing, lang)
        if not faults:
            return HttpResponseRedirect(f"/cases/{slug}/sources?done=source")
    named = [name for act in standing.casefile.acts for name in act.sources]
    told = []
    for row, content in rows.rows(standing.case, SourceRow):
        values = {key: str(content.get(key, "")) for key in KEYS}
        words = ", ".join(part for part in (values["publisher"], values["title"]) if part) or str(content["id"])
        told.append(
            SourceTold(
                row.number,
                row.version,
                told_apart(words, values["published"]),
                **values,
                acts=named.count(str(content["id"])),
            )
        )
    written = {key: request.POST.get(key, "") if request.POST.get("number") == "new" else "" for key in KEYS}
    context = Sources(slug, tuple(reversed(told)), SourceTold(0, 0, "", **written, acts=0), tuple(faults))
    title = f"{slug} · {say(lang, 'page.sources')}"
    status = 400 if faults else 200
    return answer(request, "cases/sources.html", context, title=title, here="cases", status=status)


def _write(request: HttpRequest, standing: Standing, lang: str) -> list[str]:
    """Keep what was written; gives why it was not."""
    desk, number = the_desk(), request.POST.get("number", "")
    read = read_source({name: str(value) for name, value in request.POST.items()}, "", lang, prefix="")
    if read.content is None:
        return [read.fault or say(lang, "page.source-empty")]
    try:
        if number == "new":
            content = {"id": free_id(standing.casefile.sources), **read.content}
            actions.add_source(standing.case, content, desk.law.vocabulary, desk.member, clock.now())
            return []
        known = {f"{row.number} {row.version}": (row, content) for row, content in rows.rows(standing.case, SourceRow)}
        read_before = f"{number} {request.POST.get('version', '')}"
        if read_before not in known:
            return [say(lang, "register.changed-meanwhile", case=standing.case.slug)]
        row, before = known[read_before]
        actions.change_source(row, {"id": before["id"], **read.content}, desk.law.vocabulary, desk.member, clock.now())
    except RegisterError as error:
        return [say(lang, f"register.{error.code}", **error.values)]
    except PanahError as error:
        return [say(lang, f"problem.{one.code}", **one.values) for one in error.problems]
    return []
