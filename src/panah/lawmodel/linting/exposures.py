"""What exposures and the record of them name: limits, filings, exposures that are there, and no route of the game."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.lawmodel.exposure_building import EXPOSURES, RECORDED
from panah.lawmodel.linting.sheets import At, Sheet, entries, table
from panah.lawmodel.route_building import ROUTES
from panah.yamlfiles import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from panah.errors import Problem
    from panah.lawmodel.packs import Pack


def loose_exposures(sheets: list[Sheet], pack: Pack) -> list[Problem]:
    """Find names in ``exposures.yaml`` and ``recorded.yaml`` that name nothing."""
    problems: list[Problem] = []
    for sheet in sheets:
        if sheet.path == f"{pack.id}/{EXPOSURES}":
            problems += _exposures(sheet, pack)
        elif sheet.path == f"{pack.id}/{RECORDED}":
            exposures = [one.id.rpartition("/")[2] for one in pack.exposures]
            for key, known in (("filings", [one.id for one in pack.filings]), ("exposures", exposures)):
                for name in table(sheet.data.get(key)):
                    problems += _one(key.removesuffix("s"), name, known, sheet, (key, name))
    return problems


def _exposures(sheet: Sheet, pack: Pack) -> Iterator[Problem]:
    route = str(table(sheet.data.get("route")).get("id"))
    if route in [one.id for one in pack.routes]:
        yield sheet.problem("law-id-twice", ("route", "id"), rule=route, first=f"{pack.id}/{ROUTES}")
    for name, data in table(sheet.data.get("exposures")).items():
        at = ("exposures", name)
        for limit in entries(table(table(data).get("happened")).get("after-end-of")):
            yield from _one("limit", str(limit), pack.limit_by_id, sheet, (*at, "happened", "after-end-of"))


def _one(what: str, name: str, known: Collection[str], sheet: Sheet, at: At) -> Iterator[Problem]:
    if name not in known:
        near = ", ".join(nearest(name, known)) or "-"
        yield sheet.problem("law-loose-reference", at, what=what, found=name, known=near)
