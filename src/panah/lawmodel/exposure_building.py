"""From the plain values of ``exposures.yaml`` and ``recorded.yaml`` to exposures and what was recorded of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.lawmodel.exposures import Day, Exposure, Happened, Outside, Recorded, Seen
from panah.lawmodel.plain import Plain
from panah.lawmodel.route_building import rule_of
from panah.lawmodel.rule_building import Rules, pattern_of, patterns_of
from panah.timelimits import parse_period

if TYPE_CHECKING:
    from panah.lawmodel.packs import Pack

EXPOSURES = "exposures.yaml"
RECORDED = "recorded.yaml"
TRACK = "exposure"
"""What stands in the ids of exposures where rules have their track."""


def add_exposures(pack: Pack, files: dict[str, object]) -> None:
    """Add the exposures of a pack and what was recorded of them and of its filings."""
    content = Plain(files.get(EXPOSURES))
    rules = Rules(pack, content, f"{pack.id}/{EXPOSURES}")
    route = content.part("route")
    outside = Outside(route.text("id"), route.texts("title"), route.texts("words"))
    pack.exposures = tuple(_exposure(name, part, rules, outside) for name, part in content.named("exposures"))
    filings, exposures = (Plain(files.get(RECORDED)).part(key) for key in ("filings", "exposures"))
    pack.recorded = Recorded(
        {name: _seen(filings.parts(name)) for name in filings.data},
        {f"{pack.id}/{TRACK}/{name}": _seen(exposures.parts(name)) for name in exposures.data},
    )


def _exposure(name: str, part: Plain, rules: Rules, outside: Outside) -> Exposure:
    happened = part.part("happened")
    return Exposure(
        id=f"{rules.pack.id}/{TRACK}/{name}",
        title=part.texts("title"),
        words=part.texts("words"),
        route=outside,
        kind=part.text("kind"),
        when=tuple(rules.guard(item) for item in part.parts("when")),
        days=tuple(_day(item) for item in part.items("days")),
        happened=Happened(
            acts=patterns_of(happened.items("acts")),
            after=patterns_of(happened.items("after")),
            after_end_of=happened.words("after-end-of"),
            within=parse_period(happened.text("within")) if "within" in happened else None,
        ),
        rule=rule_of(part, rules.defaults),
    )


def _day(item: object) -> Day:
    part = Plain(item if isinstance(item, dict) else {})
    return Day(part.text("end-of"), pattern_of(part.part("set-by")) if "set-by" in part else None)


def _seen(items: list[Plain]) -> tuple[Seen, ...]:
    return tuple(Seen(item.text("case"), _whole(item, "shortest"), _whole(item, "longest")) for item in items)


def _whole(item: Plain, key: str) -> int | None:
    return item.number(key, 0) if key in item else None
