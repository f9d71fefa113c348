"""From the plain values of ``routes.yaml`` to steps, filings and routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.lawmodel.plain import Plain
from panah.lawmodel.routes import Filing, Route, Rule, Step, Wait
from panah.lawmodel.rule_building import Rules, day_span, pattern_of, patterns_of
from panah.timelimits import parse_day, parse_period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from panah.lawmodel.model import Guard
    from panah.lawmodel.packs import Pack

ROUTES = "routes.yaml"
_NO_TERM = "no-term"
_DATED = ("from-day", "until-day", "verified-until", "cite", "confidence", "doubts")


def add_routes(pack: Pack, content: object) -> None:
    """Add what ``routes.yaml`` says to its pack."""
    _Routes(pack, Plain(content)).add()


class _Routes:
    def __init__(self, pack: Pack, content: Plain) -> None:
        self.pack = pack
        self.content = content
        self.rules = Rules(pack, content, f"{pack.id}/{ROUTES}")

    def add(self) -> None:
        self.pack.steps = tuple(self._step(name, part) for name, part in self.content.named("steps"))
        self.pack.filings = tuple(self._filing(name, part) for name, part in self.content.named("filings"))
        self.pack.routes = tuple(self._route(part) for _, part in self.content.named("routes"))

    def _step(self, name: str, part: Plain) -> Step:
        shortest = self._waits(part, "shortest")
        return Step(
            id=name,
            gives=part.text("gives", name),
            by=part.text("by"),
            act=pattern_of(part.part("act")) if "act" in part else None,
            needs=part.words("needs"),
            unless_filed=part.words("unless-filed"),
            done=self._guards(part, "done"),
            shortest=shortest,
            longest=self._waits(part, "longest") if "longest" in part else shortest,
            words=part.texts("words"),
            rule=rule_of(part, self.rules.defaults),
        )

    def _filing(self, name: str, part: Plain) -> Filing:
        return Filing(
            id=name,
            remedy=part.text("remedy"),
            act=pattern_of(part.part("act")),
            needs=part.words("needs"),
            done=self._guards(part, "done"),
            before=part.text("before"),
            asked=part.flag("asked"),
            answered_by=patterns_of(part.items("answered-by")),
            words=part.texts("words"),
            rule=rule_of(part, self.rules.defaults),
        )

    def _route(self, part: Plain) -> Route:
        return Route(
            id=part.text("id"),
            title=part.texts("title"),
            words=part.texts("words"),
            against=part.text("against"),
            goal=part.text("goal"),
            lawful=part.flag("lawful", default=True),
            in_sight=self._guards(part, "in-sight"),
            without_days=part.flag("without-days"),
            filings=part.words("filings"),
            rule=rule_of(part, self.rules.defaults),
        )

    def _guards(self, part: Plain, key: str) -> tuple[Guard, ...]:
        return tuple(self.rules.guard(item) for item in part.parts(key))

    def _waits(self, part: Plain, key: str) -> tuple[Wait, ...] | None:
        """Read waits; None where one of them is without a term."""
        given = part.items(key)
        if _NO_TERM in given:
            return None
        return tuple(self._wait(Plain(item)) for item in given if not isinstance(item, str))

    def _wait(self, part: Plain) -> Wait:
        if "end-of" in part:
            return Wait(limit=part.text("end-of"))
        return Wait(length=parse_period(part.text("for")), counting=self.rules.regime(part.text("counting")))


def rule_of(part: Plain, defaults: Mapping[str, object]) -> Rule:
    """Read what a rule says of itself; what it does not say, the defaults of its file say."""
    dated = Plain({key: value for key, value in {**defaults, **part.data}.items() if key in _DATED})
    return Rule(
        first=day_span(dated.text("from-day"))[0],
        until=day_span(dated.text("until-day"))[1] if "until-day" in dated else None,
        verified_until=parse_day(dated.text("verified-until")) if "verified-until" in dated else None,
        cite=dated.words("cite"),
        confidence=dated.text("confidence"),
        doubts=dated.words("doubts"),
    )
