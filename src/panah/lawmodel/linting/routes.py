"""What ``routes.yaml`` names that is not there: milestones that nothing gives, filings, limits, who makes a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.lawmodel.linting.sheets import At, Rule, entries, rules_of
from panah.yamlfiles import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from panah.errors import Problem
    from panah.lawmodel.linting.sheets import Sheet
    from panah.lawmodel.packs import Law, Pack

_TIME = "time"


def loose_routes(sheets: list[Sheet], pack: Pack, law: Law) -> list[Problem]:
    """Find names in ``routes.yaml`` that name nothing, filings that no route lists, steps resting on a mere request."""
    looking = _Looking(pack, law)
    return [problem for rule in rules_of(sheets, pack) for problem in looking.rule(rule)]


class _Looking:
    def __init__(self, pack: Pack, law: Law) -> None:
        self.filings = [filing.id for filing in pack.filings]
        self.asked = {filing.id for filing in pack.filings if filing.asked}
        self.milestones = {*(step.gives for step in pack.steps), *self.filings}
        self.goals = {step.gives for step in pack.steps}
        self.remedies = [limit.id for limit in pack.limits if limit.binds == "defence"]
        self.limits = [limit.id for limit in pack.limits if not limit.before]
        words = law.vocabulary
        self.makers = {*words.bodies, *words.groups.get("actors", ()), _TIME}
        self.listed = {name for route in pack.routes for name in route.filings}

    def rule(self, rule: Rule) -> Iterator[Problem]:
        """Look at every name of a step, a filing or a route."""
        if rule.kind == "steps":
            yield from self._one("body", rule, "by", self.makers)
            yield from self._one("milestone", rule, "needs", self.milestones)
            yield from self._one("filing", rule, "unless-filed", self.filings)
            for key in ("needs", "unless-filed"):
                yield from self._nothing_asked(rule, key)
            for key in ("shortest", "longest"):
                yield from self._waits(rule, key)
        elif rule.kind == "filings":
            yield from self._one("limit", rule, "remedy", self.remedies)
            yield from self._one("limit", rule, "before", self.limits)
            yield from self._one("milestone", rule, "needs", self.milestones)
            yield from self._one("route filing", rule, None, self.listed)
        elif rule.kind == "routes":
            yield from self._one("milestone", rule, "goal", self.goals)
            yield from self._one("filing", rule, "filings", self.filings)

    def _one(self, what: str, rule: Rule, key: str | None, known: Collection[str]) -> Iterator[Problem]:
        given = [rule.at[-1]] if key is None else entries(rule.data.get(key))
        for name in given:
            yield from self._known(what, str(name), rule, rule.at if key is None else (*rule.at, key), known)

    def _known(self, what: str, name: str, rule: Rule, at: At, known: Collection[str]) -> Iterator[Problem]:
        if name not in known:
            near = ", ".join(nearest(name, known)) or "-"
            yield rule.sheet.problem("law-loose-reference", at, what=what, found=name, known=near)

    def _nothing_asked(self, rule: Rule, key: str) -> Iterator[Problem]:
        """Find steps that rest on a filing which stops nothing by itself."""
        for name in entries(rule.data.get(key)):
            if str(name) in self.asked:
                yield rule.sheet.problem("law-keys-together", (*rule.at, key), key=key, expected="asked: false")

    def _waits(self, rule: Rule, key: str) -> Iterator[Problem]:
        for wait in entries(rule.data.get(key)):
            if isinstance(wait, dict):
                if "end-of" in wait:
                    yield from self._known("limit", str(wait["end-of"]), rule, (*rule.at, key), self.limits)
                elif "counting" not in wait or "for" not in wait:
                    expected = "end-of; for + counting"
                    yield rule.sheet.problem("law-keys-together", (*rule.at, key), key=key, expected=expected)
