"""Regimes of counting: how a code of law says its time limits are counted.

Here: the rule as a typed value. Not here: where the rule is written and how sure we are of it (``lawmodel``),
the counting itself (``computation``).
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

FirstUnit = Literal["excluded", "included"]

IN_TIME: Final = ("received", "posted", "handed-to-facility", "handed-to-authorised-person")
"""What may count as an act done in time."""
MONTH_ENDS: Final = ("same-number-or-last-day",)
"""Where a limit in months or years ends: the same number of the last month or, where it lacks, its last day."""

_DAY: Final = 1440


class Regime(NamedTuple):
    """A manner of counting.

    Attributes:
        id: Id of the regime in the model of the law.
        first_unit: Whether the day (sutki, working day) of the trigger is counted. A limit in months or years that
            counts its first day ends one day earlier. Hours run from minute to minute under both.
        rolls: A last day that is not a working day moves to the next working day. Hours never roll.
        office_closes: Minute of the last day up to which filing is in time, inclusive; None is the end of the day.
        in_time: What counts as in time, words of ``IN_TIME``.
        month_end: Word of ``MONTH_ENDS``.
    """

    id: str
    first_unit: FirstUnit
    rolls: bool
    office_closes: int | None = None
    in_time: tuple[str, ...] = ("received",)
    month_end: str = "same-number-or-last-day"


class RegimeFormError(ValueError):
    """A regime that cannot be read.

    Attributes:
        id: Id of the regime.
        problems: Every problem: the key, what was found, what is expected.
    """

    def __init__(self, regime: str, problems: list[tuple[str, str, str]]) -> None:
        """Keep all problems."""
        self.id = regime
        self.problems = problems
        found = "; ".join(f"{key}: found {value}, expected {expected}" for key, value, expected in problems)
        super().__init__(f"regime {regime}: {found}")


def regime_from(regime: str, plain: Mapping[str, object]) -> Regime:
    """Build a regime from the plain values of a law file.

    Args:
        regime: Its id.
        plain: ``first-unit`` and ``rolls`` must be given; ``office-closes`` (``18:00``), ``in-time`` (a word or a list)
            and ``month-end`` may be. Keys of others (citation, title) are passed over.

    Raises:
        RegimeFormError: With every problem at once.
    """
    problems: list[tuple[str, str, str]] = []

    def refuse(key: str, expected: str) -> None:
        problems.append((key, repr(plain[key]) if key in plain else "nothing", expected))

    first_unit: FirstUnit = "excluded"
    if plain.get("first-unit") == "included":
        first_unit = "included"
    elif plain.get("first-unit") != "excluded":
        refuse("first-unit", "excluded or included")
    rolls = plain.get("rolls")
    if rolls not in (True, False, "yes", "no"):
        refuse("rolls", "yes or no")
    closes = _office_closes(plain.get("office-closes"))
    if closes == _DAY:
        refuse("office-closes", "a time of day such as 18:00")
    words = plain.get("in-time", "received")
    in_time = tuple(words) if isinstance(words, list | tuple) else (words,)
    if not in_time or any(word not in IN_TIME for word in in_time):
        refuse("in-time", "some of " + ", ".join(IN_TIME))
    month_end = plain.get("month-end", MONTH_ENDS[0])
    if month_end not in MONTH_ENDS:
        refuse("month-end", " or ".join(MONTH_ENDS))
    if problems:
        raise RegimeFormError(regime, problems)
    return Regime(
        regime, first_unit, rolls in (True, "yes"), closes, tuple(str(word) for word in in_time), str(month_end)
    )


def _office_closes(value: object) -> int | None:
    """Give the minute of the day, None for 24:00 or nothing, or a whole day for what cannot be read."""
    if value is None or value == "24:00":
        return None
    if not isinstance(value, str):
        return _DAY
    hours, colon, minutes = value.partition(":")
    if not (colon and len(hours) == len(minutes) == 2 and (hours + minutes).isascii() and (hours + minutes).isdigit()):
        return _DAY
    if int(hours) > 23 or int(minutes) > 59:
        return _DAY
    return int(hours) * 60 + int(minutes)
