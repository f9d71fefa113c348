"""Moments at which returns outside the law have happened, and what was recorded of them: values.

``law/<pack>/exposures.yaml`` and ``law/<pack>/recorded.yaml`` in other words. What is here is no forecast: it says what
may happen whatever the law allows, and in which recorded cases it did. Days are ordinals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from panah.lawmodel.model import Guard, Pattern, Text
    from panah.lawmodel.routes import Rule
    from panah.timelimits import Period


class Day(NamedTuple):
    """When an exposure is: on the end of a limit, or on the day that an act sets. Neither: now, at any hour."""

    limit: str = ""
    act: Pattern | None = None


class Happened(NamedTuple):
    """How to recognise in a case that it happened at such a moment.

    One of ``acts`` happened ``within`` so long after the last act of ``after``, or after the end of a limit of
    ``after_end_of``. Where neither is given, the act alone tells. ``within`` is a measure of ours and of no law.
    """

    acts: tuple[Pattern, ...]
    after: tuple[Pattern, ...]
    after_end_of: tuple[str, ...]
    within: Period | None


class Outside(NamedTuple):
    """The way of return outside the law. It is no :class:`~panah.lawmodel.routes.Route`: no steps, no days."""

    id: str
    title: Text
    words: Text


class Exposure(NamedTuple):
    """A moment at which a person may be returned outside the law.

    ``kind`` tells how; ``when`` holds conditions of which any makes the person exposed.
    """

    id: str
    title: Text
    words: Text
    route: Outside
    kind: str
    when: tuple[Guard, ...]
    days: tuple[Day, ...]
    happened: Happened
    rule: Rule


class Seen(NamedTuple):
    """One recorded case: fewest and most days between two acts, as far as its dates tell; None where nothing tells."""

    case: str
    shortest: int | None
    longest: int | None


class Recorded(NamedTuple):
    """What recorded cases show, by the name of a filing (until it was answered) and by the id of an exposure.

    Never a rate: how many cases were looked at says nothing about how many there are.
    """

    filings: dict[str, tuple[Seen, ...]]
    exposures: dict[str, tuple[Seen, ...]]
