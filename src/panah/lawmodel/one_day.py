"""The law of one day, as if it had always been in force and always would be: for asking what another text would change.

A rule keeps the editions in force on that day, without their ends. On a day within the span in which an edition may
have changed, both are kept: what is counted is counted by either. A rule that has none is never in force; where others
may name it (limits, steps, filings) it stays as such.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from panah.lawmodel.comparison import editions_on

if TYPE_CHECKING:
    from panah.lawmodel.model import Limit, Move, Shield
    from panah.lawmodel.packs import Pack
    from panah.lawmodel.routes import Filing, Route, Step

Dated = TypeVar("Dated", "Limit", "Move", "Shield")
Played = TypeVar("Played", "Step", "Filing", "Route")


_NEVER = date.max.toordinal()


def keep_only(pack: Pack, day: int) -> None:
    """Leave in a pack that is being built the law of one day (an ordinal)."""
    since = pack.covers_from
    in_force = _dated(pack.limits, day, since)
    known = {limit.id for limit in in_force}
    pack.limits = in_force + tuple(_never(limit) for limit in pack.limits if limit.id not in known)
    pack.moves = _dated(pack.moves, day, since)
    pack.shields = _dated(pack.shields, day, since)
    pack.steps = _played(pack.steps, day, since)
    pack.filings = _played(pack.filings, day, since)
    pack.routes = _played(pack.routes, day, since)


def _dated(rules: tuple[Dated, ...], day: int, since: int) -> tuple[Dated, ...]:
    kept: list[Dated] = []
    for rule in rules:
        editions = [item.edition for item in editions_on(rule, day)]
        # Readings are told apart by the first days of their editions: no two may begin alike.
        firsts = range(since - len(editions) + 1, since + 1)
        if editions:
            kept.append(
                rule._replace(
                    editions=tuple(
                        edition._replace(first=first, first_latest=first, until=None, until_earliest=None)
                        for edition, first in zip(editions, firsts, strict=True)
                    )
                )
            )
    return tuple(kept)


def _never(limit: Limit) -> Limit:
    return limit._replace(
        editions=tuple(
            edition._replace(first=_NEVER, first_latest=_NEVER, until=None, until_earliest=None)
            for edition in limit.editions
        )
    )


def _played(rules: tuple[Played, ...], day: int, since: int) -> tuple[Played, ...]:
    return tuple(
        rule._replace(rule=rule.rule._replace(first=since, until=None if rule.rule.in_force(day) else since))
        for rule in rules
    )
