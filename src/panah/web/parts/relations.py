"""The same person in two cases: whoever is named in one case may be the client of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.register import queries
from panah.register.models import Person
from panah.register.sealed import open_row
from panah.sealing.errors import SealingError
from panah.texts import say
from panah.web.desk import the_desk

if TYPE_CHECKING:
    from panah.register.models import Case


class Elsewhere(NamedTuple):
    """Another case in which the client of this one is named: its alias, and as whom."""

    slug: str
    words: str


def elsewhere(case: Case, lang: str) -> tuple[Elsewhere, ...]:
    """Give the cases a member may see that name the client of this one.

    Every row of people in those cases is opened for it: what a row points to stands nowhere readable.
    """
    cases = {one.pk: one for one in queries.cases(the_desk().member, closed=True) if one.pk != case.pk}
    found = []
    for row in Person.objects.filter(case__in=cases).order_by("case", "number"):
        try:
            content = open_row(cases[row.case_id], row)
        except SealingError:
            continue  # the page of that case tells that the row does not open
        if content.get("other-case") == case.slug:
            words = str(content.get("relation", "")) or say(lang, f"page.part-role-{content['role']}")
            found.append(Elsewhere(cases[row.case_id].slug, words))
    return tuple(found)
