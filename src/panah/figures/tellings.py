"""The ways a case may stand on a day when some of its acts may lie before that day or after it.

The engine counts an act from the day it may have happened. A figure asks for more: whether it surely has. So a case
with such acts is told again, each time with fewer of them: the last ones are taken to come only after the day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.timelimits import Span

if TYPE_CHECKING:
    from panah.procedure import CaseFile
    from panah.procedure.casefile import Act

DAY = 1440
MOST = 6
"""Further tellings of one case; with more open acts than this, the last few and then all of them are put off."""


def tellings(casefile: CaseFile, as_of: int) -> list[CaseFile]:
    """Give the case as it is, then with one, two, … of the acts that may come after the day put off until after it.

    An act that another act surely past is of (the decision that was served) has happened too, and stays.
    """
    unsure = _unsure(casefile, as_of)
    if not unsure:
        return [casefile]
    steps = list(range(1, len(unsure) + 1))
    if len(steps) > MOST:
        steps = [*steps[: MOST - 1], steps[-1]]
    after = (as_of + 1) * DAY
    told = [casefile]
    for step in steps:
        put_off = {act.id for act in unsure[-step:]}
        acts = tuple([
            act.replace(span=Span(after, act.span.last)) if act.id in put_off else act for act in casefile.acts
        ])  # fmt: skip
        told.append(casefile._replace(acts=acts))
    return told


def _unsure(casefile: CaseFile, as_of: int) -> list[Act]:
    begun = [act for act in casefile.acts if act.span.first // DAY <= as_of]
    open_acts = {act.id: act for act in begun if act.span.last is None or act.span.last // DAY > as_of}
    by_id = {act.id: act for act in begun}
    for act in begun:
        of = act.of if act.id not in open_acts else None
        while of is not None:
            open_acts.pop(of, None)
            before = by_id.get(of)
            by_id.pop(of, None)  # each is looked at once: a chain that leads back to itself ends
            of = None if before is None else before.of
    return sorted(
        open_acts.values(),
        key=lambda act: (act.span.first, 1 << 40 if act.span.last is None else act.span.last, act.order),
    )
