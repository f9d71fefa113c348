"""The history of a case: what was recorded when and by whom, and whether the chain of acts is whole.

Acts and confirmations are never changed, so all of them stand here. Of other rows only the last writing is kept, with
its version; what they said before is gone, on purpose.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from panah.procedure.act_words import act_named
from panah.register.chain import first_broken
from panah.register.models import ROW_MODELS
from panah.texts import say
from panah.web.desk import the_desk
from panah.web.parts.access import moment_told
from panah.web.parts.opening import case_of
from panah.web.shell import answer, lang_of
from panah.web.standing import standing_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from panah.register.models import Case


class Record(NamedTuple):
    """One thing recorded: when, by whom, what; ``version`` above 1: it was changed."""

    at: datetime
    when: str
    alias: str
    words: str
    version: int


class Compartment(NamedTuple):
    """How often a compartment was written; by whom and when is not kept."""

    title: str
    version: int


class History(NamedTuple):
    """The page: records, newest first; whether the chain of acts is whole, and where it is not."""

    slug: str
    here: str
    records: tuple[Record, ...]
    compartments: tuple[Compartment, ...]
    acts: int
    broken_at: int | None


def history(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell what was recorded of a case."""
    case, lang = case_of(slug), lang_of(request)
    records = sorted([*_acts(case, lang), *_rows(case, lang)], key=lambda one: one.at)
    records.reverse()  # of one moment, too, the last recorded leads
    compartments = tuple(
        Compartment(say(lang, f"page.part-{one.kind}"), one.version) for one in case.compartments.order_by("kind")
    )
    context = History(slug, "history", tuple(records), compartments, case.acts.count(), first_broken(case))
    title = f"{slug} · {say(lang, 'page.part-page-history')}"
    return answer(request, "parts/history.html", context, title=title, here="cases")


def _acts(case: Case, lang: str) -> list[Record]:
    standing = standing_of(case)
    acts = () if standing is None else standing.casefile.acts
    told = []
    for place, row in enumerate(case.acts.select_related("recorded_by", "supersedes").order_by("number")):
        words = say(lang, "page.part-history-act", number=row.number)
        if place < len(acts):
            words = f"{words}: {act_named(acts[place], the_desk().law, lang)}"
        if row.supersedes is not None:
            words = f"{words} · {say(lang, 'page.part-corrects', number=row.supersedes.number)}"
        told.append(Record(row.recorded_at, moment_told(row.recorded_at, lang), row.recorded_by.alias, words, 1))
    return told


def _rows(case: Case, lang: str) -> list[Record]:
    return [
        Record(
            row.recorded_at,
            moment_told(row.recorded_at, lang),
            row.recorded_by.alias,
            say(lang, f"page.part-table-{model._meta.model_name}", number=row.number),
            row.version,
        )
        for model in ROW_MODELS
        for row in model._default_manager.filter(case=case).select_related("recorded_by").defer("sealed")
    ]
