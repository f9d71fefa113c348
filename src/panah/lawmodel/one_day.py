"""The law of one day, as if it had always been in force and always would be: for asking what another text would change.

A rule keeps the editions in force on that day, without their ends; a rule that has none is not law. On a day within the
span in which an edition may have changed, both are kept: what is counted is counted by either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from panah.lawmodel.comparison import editions_on

if TYPE_CHECKING:
    from panah.lawmodel.model import Limit, Move, Shield
    from panah.lawmodel.packs import Pack
    from panah.lawmodel.routes import Filing, Route, Step

Dated = TypeVar("Dated", "Limit", "Move", "Shield")
Played = TypeVar("Played", "Step", "Filing", "Route")


def keep_only(pack: Pack, day: int) -> None:
    """Leave in a pack that is being built the law of one day (an ordinal)."""
    since = pack.covers_from
    pack.limits = _dated(pack.limits, day, since)
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
                        edition._replace(first=first, first_latest=first, until=None)
                        for edition, first in zip(editions, firsts, strict=True)
                    )
                )
            )
    return tuple(kept)


def _played(rules: tuple[Played, ...], day: int, since: int) -> tuple[Played, ...]:
    return tuple(
        rule._replace(rule=rule.rule._replace(first=since, until=None)) for rule in rules if rule.rule.in_force(day)
    )
