"""What every view of a part begins with: the case, if the member may see it; and how a refusal is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.http import Http404

from panah.register import queries
from panah.register.errors import NotFoundError
from panah.texts import say
from panah.web.desk import the_desk

if TYPE_CHECKING:
    from django.http import HttpRequest

    from panah.register.errors import RegisterError
    from panah.register.models import Case

_STATUS = {"read-only": 403, "owner-only": 403, "changed-meanwhile": 409}


class Refused(NamedTuple):
    """Why something was not kept: words for each fault; ``code`` where it was the register that refused."""

    faults: tuple[str, ...] = ()
    code: str = ""

    @property
    def status(self) -> int:
        """The status of the answer that tells it."""
        return _STATUS.get(self.code, 400) if self.code else 200

    @property
    def is_late(self) -> bool:
        """Whether somebody else wrote first."""
        return self.code == "changed-meanwhile"


KEPT = Refused()
"""Nothing was refused."""


def case_of(slug: str) -> Case:
    """Give a case; 404 where there is none, or none that may be seen. The law need not have words for it."""
    try:
        return queries.case(the_desk().member, slug)
    except NotFoundError:
        raise Http404 from None


def refused_by(error: RegisterError, lang: str) -> Refused:
    """Tell what the register refused; of two who write at once, what the second sees on the page."""
    if error.code == "changed-meanwhile":
        return Refused((say(lang, "page.part-changed-meanwhile"),), error.code)
    return Refused((say(lang, f"register.{error.code}", **error.values),), error.code)


def version_in(request: HttpRequest) -> int:
    """Give the version a form was opened at; 0 where it names none."""
    told = request.POST.get("version", "")
    return int(told) if told.isdecimal() and len(told) < 9 else 0


def texts_in(request: HttpRequest) -> dict[str, str]:
    """Give what a form says, the last of each name."""
    return {name: request.POST.get(name, "") for name in request.POST}
