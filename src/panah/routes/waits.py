"""How long a step takes in a position: the limits of the model, at one of two paces.

At once, a term that must pass is over at the first minute of the day after its earliest end under any reading. At
full terms an authority acts within the last day of its term (the latest end under any reading), and a term that runs
out by itself is over the day after it. Where a limit already runs in the position, its own days are taken.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from panah.procedure.counting import counted
from panah.procedure.guards import holds
from panah.procedure.meeting import first_act

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from panah.lawmodel import Edition, Limit
    from panah.lawmodel.routes import Filing, Step, Wait
    from panah.procedure.running import Moment, Running
    from panah.timelimits import End, Period, Regime

DAY = 1440
_LONG_AGO = -1
_BY_TIME = "time"


class Pace(NamedTuple):
    """A pace of the authorities: at once (no more time than the law makes them take), or all the law lets them take."""

    name: str
    at_once: bool


AT_ONCE = Pace("at-once", at_once=True)
FULL_TERMS = Pace("full-terms", at_once=False)
PACES = (AT_ONCE, FULL_TERMS)


def step_takes(step: Step, pace: Pace, moment: Moment) -> Callable[[int], int | None]:
    """Give the time of a step: from the moment its needs are met to the moment it is made."""
    waits = step.shortest if pace.at_once else step.longest
    if waits is None:
        return lambda _: None
    over = pace.at_once or step.by == _BY_TIME
    timed = [wait for wait in waits if wait.limit or wait.length is not None]
    takes = _chained([_ending(wait, pace, moment, over=over) for wait in timed]) if timed else _no_time
    return _once_the_day_is_over(takes) if pace.at_once else takes


def _no_time(at: int) -> int:
    return at


def _once_the_day_is_over(takes: Callable[[int], int | None]) -> Callable[[int], int | None]:
    """Let what needs no time come the minute after a filing made in the last minute of a day.

    A filing is made on its last safe day, and a term it starts counts from that day; its answer comes with the next.
    """

    def answered(at: int) -> int | None:
        end = takes(at)
        return at + 1 if end == at and (at + 1) % DAY == 0 else end

    return answered


def filing_takes(filing: Filing, pace: Pace, moment: Moment) -> Callable[[int], int | None]:
    """Give the last moment of a filing's window, from the moment it opens; None where it closes before that.

    Where it must arrive before a term that does not run, only the moment of opening itself is sure.
    """
    limits = [name for name in (filing.remedy, filing.before) if name]

    @cache
    def takes(at: int) -> int | None:
        ends = [_window(name, at, pace, moment, waited=name == filing.before) for name in limits]
        known = [end for end in ends if end is not None]
        last = min(known, default=at)
        return last if last >= at else None

    return takes


def running_limit(name: str, moment: Moment) -> Running | None:
    """Give a limit as it runs in the position: started last, not met, not ended by an act."""
    return next(running_limits(name, moment), None)


def running_limits(name: str, moment: Moment) -> Iterator[Running]:
    """Give each run of a limit that is not met and not ended by an act, started last first."""
    for running in reversed(moment.limits.get(name, ())):
        if running.met or running.ends is None or running.deadline is None or running.deadline.met_by:
            continue
        if first_act(running.limit.ended_by, running.start, running.run, moment) is None:
            yield running


def still_to_pass(step: Step, moment: Moment) -> int | None:
    """Give the moment a term ends in which the defence has acted already, where the step is nothing but its passing.

    None where no such term is on record. It is the earliest end under any reading, as all that passes at once.
    """
    if step.by != _BY_TIME or step.gives != step.id:
        return None
    names = [wait.limit for wait in step.shortest or () if wait.limit]
    met = [running for name in names for running in moment.limits.get(name, ()) if running.met and running.deadline]
    return max((over_at(running, AT_ONCE) or 0 for running in met), default=None)


def still_open(running: Running, day: int, pace: Pace) -> bool:
    """Whether a term is open on a day (ordinal): at once for certain, at full terms under some reading."""
    last = running.safe if pace.at_once else running.latest
    return last is None or last >= day


def over_at(running: Running, pace: Pace) -> int | None:
    """Give the moment at which a running limit has passed; None where nothing bounds it."""
    if pace.at_once:
        deadline = running.deadline
        if deadline is not None and deadline.minute is not None:
            return deadline.minute
        return (running.safe + 1) * DAY
    return None if running.latest is None else (running.latest + 1) * DAY


def first_over_at(name: str, after: int, pace: Pace, moment: Moment) -> int | None:
    """Give the moment at which a limit has passed; at once, of several of them, the first that passes after a moment.

    Of two orders each with a day of its own, the first day to pass frees its order to be carried out.
    """
    ends = [over_at(running, pace) for running in running_limits(name, moment)]
    ahead = [end for end in ends if end is not None and end > after] if pace.at_once else []
    return min(ahead) if ahead else next(iter(ends), None)


def _window(name: str, at: int, pace: Pace, moment: Moment, *, waited: bool) -> int | None:
    """Give the last safe moment before the end of a limit, within its last day; None where it has none."""
    running = running_limit(name, moment)
    if running is not None and (waited or still_open(running, moment.first_day, pace)):
        end = over_at(running, pace._replace(at_once=True))
        if end is not None and not waited:
            end = max(end, (moment.first_day + 1) * DAY)
    else:
        limit = moment.pack.limit_by_id.get(name)
        if limit is None:
            return None
        if waited:
            return at
        end = _counted_limit(limit, at, moment, earliest=True, over=True)
    if end is None:
        return None
    return end if end % DAY else end - 1


def _chained(parts: list[Callable[[int, int], int | None]]) -> Callable[[int], int | None]:
    """Take waits one after another; what is over before the step's needs are met takes no more time."""

    @cache
    def takes(at: int) -> int | None:
        now: int | None = at
        for place, part in enumerate(parts):
            if now is None:
                return None
            now = part(now, now if place else _LONG_AGO)
        return None if now is None else max(at, now)

    return takes


def _ending(wait: Wait, pace: Pace, moment: Moment, *, over: bool) -> Callable[[int, int], int | None]:
    """Give the end of a wait from where the game stands, and not before another moment."""
    if not wait.limit:
        return lambda at, _: _counted(at, wait.length, wait.counting, moment, over=over)
    limit = moment.pack.limit_by_id[wait.limit]
    running = running_limit(wait.limit, moment)
    end = None if running is None else over_at(running, pace)
    if end is None:  # it does not run yet, or nobody saw from what it runs: it is counted from where the game stands
        return lambda at, _: _counted_limit(limit, at, moment, earliest=pace.at_once, over=over)
    last = end if over else end - 1
    return lambda _, not_before: max(not_before, last)


def _counted(at: int, length: Period | None, counting: Regime | None, moment: Moment, *, over: bool) -> int | None:
    if length is None or counting is None:
        return at
    end, _ = counted(at, length, counting, moment.pack)
    return _moment_of(end, length, earliest=over, over=over)


def _moment_of(end: End, length: Period, *, earliest: bool, over: bool) -> int:
    minute = end.first if earliest else end.last
    if length.unit == "hours":
        return minute
    return (minute // DAY + 1) * DAY - (0 if over else 1)


def _counted_limit(limit: Limit, at: int, moment: Moment, *, earliest: bool, over: bool) -> int | None:
    """Count a limit that does not run yet from the moment it would start, under every reading that may govern.

    What counts from the end of another term counts from the last minute of its last day, not from the day after.
    """
    start = at - 1 if limit.anchor.kind == "end" and at % DAY == 0 else at
    ends: list[int] = []
    for edition in limit.editions:
        if edition.first <= start // DAY and (edition.until is None or start // DAY < edition.until):
            ends += _edition_ends(edition, start, moment, earliest=earliest, over=over)
    if not ends:
        return None
    return max(at, min(ends) if earliest else max(ends))


def _edition_ends(edition: Edition, at: int, moment: Moment, *, earliest: bool, over: bool) -> list[int]:
    lengths = [
        (reading.length or edition.length, reading.counting or edition.counting)
        for reading in edition.readings
        if not reading.length_of and (reading.when is None or _may_hold(reading.when, moment))
    ] or [(edition.length, edition.counting)]
    ends = []
    for length, counting in dict.fromkeys(lengths):
        if length is None or counting is None:
            ends.append(at)  # the same day
            continue
        end, _ = counted(at, length, counting, moment.pack)
        ends.append(_moment_of(end, length, earliest=earliest, over=over))
    return ends


def _may_hold(guard: object, moment: Moment) -> bool:
    return holds(guard, moment) > 0  # type: ignore[arg-type]
