"""The law of forced return as typed values: steps of authorities and of time, filings of the defence, routes.

``law/<pack>/routes.yaml`` in other words; how they become a game is told in :mod:`panah.routes`. Days are ordinals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from panah.lawmodel.model import Guard, Pattern, Text
    from panah.timelimits import Period, Regime


class Wait(NamedTuple):
    """Time that a step takes: until the end of a limit, or so long. Neither: none at all."""

    limit: str = ""
    length: Period | None = None
    counting: Regime | None = None


class Rule(NamedTuple):
    """What every rule says of itself: from which day to which (exclusive; None: still), by which text, how sure."""

    first: int
    until: int | None
    verified_until: int | None
    cite: tuple[str, ...]
    confidence: str
    doubts: tuple[str, ...]

    def in_force(self, day: int) -> bool:
        """Whether the rule is in force on a day; where its first day is a span, from the earliest."""
        return self.first <= day and (self.until is None or day < self.until)


class Step(NamedTuple):
    """Something an authority does on the way to a return, or a term that runs out (``by`` is then ``time``).

    It needs all of ``needs`` (milestones and filings) and gives the milestone ``gives``; a filing of ``unless_filed``
    made before it closes it. ``done`` holds conditions of which any tells that the milestone is reached already.
    ``shortest`` and ``longest`` are waits, one after another; ``longest`` None: the law sets no term; ``shortest``
    None: no authority can make it happen (an application of the person's own), it is reached or it is not.
    """

    id: str
    gives: str
    by: str
    act: Pattern | None
    needs: tuple[str, ...]
    unless_filed: tuple[str, ...]
    done: tuple[Guard, ...]
    shortest: tuple[Wait, ...] | None
    longest: tuple[Wait, ...] | None
    words: Text
    rule: Rule


class Filing(NamedTuple):
    """Something the defence can file: the limit that is its remedy, what opens it, before what it must arrive.

    ``asked``: it stops nothing by itself, it only asks. ``answered_by`` are the acts that answer it.
    """

    id: str
    remedy: str
    act: Pattern
    needs: tuple[str, ...]
    done: tuple[Guard, ...]
    before: str
    asked: bool
    answered_by: tuple[Pattern, ...]
    words: Text
    rule: Rule


class Route(NamedTuple):
    """A way of return: the milestone that is the return, and the conditions of which any puts it in sight.

    ``without_days``: its times are not known, no day is ever given.
    """

    id: str
    title: Text
    words: Text
    against: str
    goal: str
    lawful: bool
    in_sight: tuple[Guard, ...]
    without_days: bool
    filings: tuple[str, ...]
    rule: Rule
