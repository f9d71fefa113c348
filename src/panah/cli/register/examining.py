"""`panah doctor`: looks through the register and what surrounds it; changes nothing."""

from __future__ import annotations

from panah.cli.arguments import Request
from panah.cli.cases import open_law
from panah.cli.register.doors import answered, opened
from panah.lawmodel import Law
from panah.places import data_folder
from panah.texts import say

OPTIONS: dict[str, bool] = {}


def run(request: Request) -> int:
    """Tell every finding; 1 if one of them is a fault."""
    law = open_law(request.lang)
    return 1 if law is None else answered(request, lambda: _examine(request, law))


def _examine(request: Request, law: Law) -> int:
    faulty = False
    with opened(request):
        from panah.register.health import examine

        for finding in examine(data_folder(), law.vocabulary):
            faulty = faulty or finding.is_fault
            words = say(request.lang, f"doctor.{finding.code}", **finding.values)
            print(say(request.lang, "doctor.fault" if finding.is_fault else "doctor.warning", words=words))
    print(say(request.lang, "doctor.faulty" if faulty else "doctor.sound"))
    return 1 if faulty else 0
