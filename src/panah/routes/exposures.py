"""Moments at which the person may be returned outside the law: now, and on the days that are coming up.

They stand apart from routes. No day here is a forecast or a lawful one: it is a day on which to be there. A file that
does not say who seeks the person proves nothing, so nobody who is still in the country is left out.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from panah.lawmodel import in_language
from panah.procedure.guards import holds
from panah.timelimits import iso

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panah.lawmodel.exposures import Day, Exposure, Seen
    from panah.procedure.position import Days, Deadline
    from panah.procedure.running import Moment

_MINUTES = 1440
_OVER = "met"
_CONFIDENCES = ("low", "medium", "high")


class Exposed(NamedTuple):
    """An exposure of a person, and when it is: at any hour from the day asked (``on`` None), or on some day coming up.

    ``on`` holds the first and the last such day (ordinals; the last None: nothing bounds it); ``of`` names what gives
    the day, a limit or an act. ``seen`` are the recorded cases in which it happened at such a moment. ``confidence`` is
    the lower of its own and the limit's; ``unread_after`` the last day (ordinal) for which somebody read the texts it
    rests on, where the day asked or ``on`` comes after it.
    """

    exposure: Exposure
    on: Days | None
    of: str
    seen: tuple[Seen, ...]
    confidence: str
    unread_after: int | None


def exposures_of(moments: list[Moment]) -> list[Exposed]:
    """Give the exposures of a person at the end of a day.

    Args:
        moments: The end of the day in each world (:func:`panah.procedure.replay.moments`).

    Returns:
        Those of any world: first what may be at any hour, then by day. None where the person is gone.
    """
    found: dict[tuple[str, str, int], Exposed] = {}
    for moment in moments:
        clocks: Counter[tuple[str, str]] = Counter()  # one limit may run twice: two clocks are two days to be there
        for one in _of_world(moment):
            clock = one.exposure.id, one.of
            clocks[clock] += 1
            key = (*clock, clocks[clock])
            other = found.get(key)
            found[key] = one if other is None else _joined(other, one)
    return sorted(found.values(), key=lambda one: (one.on is not None, one.on[0] if one.on else 0))


def exposures_answer(found: list[Exposed], lang: str) -> list[dict[str, object]]:
    """Give exposures as plain values, ready for JSON, their words in a language."""
    return [
        {
            "id": one.exposure.id,
            "title": in_language(one.exposure.title, lang),
            "route": one.exposure.route.id,
            "kind": one.exposure.kind,
            "on": "now" if one.on is None else {"earliest": iso(one.on[0]), "latest": one.on[1] and iso(one.on[1])},
            "of": one.of or None,
            "words": in_language(one.exposure.words, lang),
            "cases": [{"case": seen.case, "days": _days(seen)} for seen in one.seen],
            "cite": list(one.exposure.rule.cite),
            "confidence": one.confidence,
            **({} if one.unread_after is None else {"not-verified-after": iso(one.unread_after)}),
        }
        for one in found
    ]


def _days(seen: Seen) -> dict[str, int | None] | None:
    return None if seen.shortest is None else {"shortest": seen.shortest, "longest": seen.longest}


def _of_world(moment: Moment) -> Iterator[Exposed]:
    if moment.gone is not None:
        return
    for exposure in moment.pack.exposures:
        if exposure.rule.in_force(moment.first_day) and any(holds(guard, moment) for guard in exposure.when):
            seen = moment.pack.recorded.exposures.get(exposure.id, ())
            for day in exposure.days:
                for on, of, deadline in _when(day, moment):
                    sure = exposure.rule.confidence, "high" if deadline is None else deadline.confidence
                    unread = _unread_after(exposure, on, deadline, moment)
                    yield Exposed(exposure, on, of, seen, min(sure, key=_CONFIDENCES.index), unread)


def _unread_after(exposure: Exposure, on: Days | None, deadline: Deadline | None, moment: Moment) -> int | None:
    read = [exposure.rule.verified_until, None if deadline is None else deadline.edition.verified_until]
    until = min((day for day in read if day is not None), default=None)
    asked = moment.first_day if on is None else max(moment.first_day, on[1] or on[0])
    return until if until is not None and asked > until else None


def _when(day: Day, moment: Moment) -> Iterator[tuple[Days | None, str, Deadline | None]]:
    """Give when an exposure is, with what gives the day; days that are surely past are not coming up."""
    if day.limit:
        for running in moment.limits.get(day.limit, ()):
            deadline = running.deadline
            if deadline is not None and deadline.state != _OVER and _is_ahead(deadline.latest, moment):
                yield (deadline.safe, deadline.latest), day.limit, deadline
    elif day.act is not None:
        for fact in moment.path.by_kind.get(day.act.act, ()):
            set_for = None if fact.act is None else fact.act.set_for
            if set_for is not None and day.act.matches(fact.kind, fact.fields):
                last = None if set_for.last is None else set_for.last // _MINUTES
                if _is_ahead(last, moment):
                    yield (set_for.first // _MINUTES, last), fact.id, None
    else:
        yield None, "", None


def _is_ahead(last: int | None, moment: Moment) -> bool:
    return last is None or last >= moment.first_day


def _joined(one: Exposed, other: Exposed) -> Exposed:
    """Join what two worlds say of one exposure: from the earlier day to the later."""
    if one.on is None or other.on is None:
        return one
    lasts = [one.on[1], other.on[1]]
    return one._replace(
        on=(min(one.on[0], other.on[0]), None if None in lasts else max(last for last in lasts if last is not None))
    )
