"""What `panah doctor` finds, on a page."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse

from panah.register.health import examine
from panah.texts import say
from panah.web.desk import the_desk
from panah.web.shell import answer, lang_of


class Doctor(NamedTuple):
    """What was found, in words: faults first, then what the machine could let out."""

    faults: tuple[str, ...]
    warnings: tuple[str, ...]


def doctor(request: HttpRequest) -> HttpResponse:
    """Look through the register and what surrounds it; changes nothing."""
    desk, lang = the_desk(), lang_of(request)
    found = list(examine(desk.folder, desk.law.vocabulary))
    faults, warnings = (
        tuple(say(lang, f"doctor.{one.code}", **one.values) for one in found if one.is_fault is faulty)
        for faulty in (True, False)
    )
    title = say(lang, "page.doctor")
    return answer(request, "preferences/doctor.html", Doctor(faults, warnings), title=title, here="settings")
