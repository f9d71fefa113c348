"""The small timeline of a worked example: what one rule makes of it, drawn as the timeline of a case is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.dates import span_words
from panah.web.cases.timeline import Drawing, days_of

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile
    from panah.procedure.position import Deadline, Position
    from panah.telling.law_words import LawWords
    from panah.web.cases.timeline_values import Timeline

_FARTHEST = 1100
"""What is further off than that many days stands at the edge."""
_ROOM_FOR_WORDS = 6
"""Beyond the last end that part of the days shown is left for the day's words."""


def drawing_of(rule: str, casefile: CaseFile, position: Position, law: Law, law_words: LawWords) -> Timeline | None:
    """Draw what a rule makes of an example: its acts, the limit up to its last day, the breach; None without acts."""
    return _Small(rule, casefile, position, law, law_words).timeline(0) if casefile.acts else None


class _Small(Drawing):
    """Every end of the rule's own limit is drawn, also of one that is met or over, and nothing of other rules."""

    width = 640

    def __init__(self, rule: str, casefile: CaseFile, position: Position, law: Law, law_words: LawWords) -> None:
        self.rule = rule
        super().__init__(casefile, position, law, law_words)
        self.breaches = [item for item in position.breaches if rule in (item.breach.id, item.limit and item.limit.id)]

    def _limits(self) -> list[Deadline]:
        """Give the rule's own limits; for a breach those that were broken, or that could have been."""
        broken = {item.limit.id for item in self.position.breaches if item.breach.id == self.rule and item.limit}
        wanted = broken or {self.rule}
        return [item for item in self.position.deadlines if not wanted.isdisjoint((item.limit.id, item.limit.breach))]

    def _ends(self, zoom: int) -> tuple[int, int]:  # noqa: ARG002  (an example is always shown whole)
        days = [day for _, act in self.acts for day in days_of(act)]
        days += [end for item in self.limits for end in (item.safe, item.latest) if end is not None]
        first = max(min(days), self.today - _FARTHEST)
        last = min(max(*days, self.today), self.today + _FARTHEST)
        days_shown = last - first
        return first - 2 - days_shown // 25, last + 2 + days_shown // _ROOM_FOR_WORDS

    def _at_bracket(self, item: Deadline, day: str, title: str) -> str:  # noqa: ARG002  (the page is of that limit)
        if item.latest in (None, item.safe):
            return day
        return span_words(item.safe, item.latest, self.lang, short=True, year=False)
