"""Periods as the law writes them: a number and a unit of the law, never converted into another unit.

Not here: how a period is counted (``regimes``, ``computation``).
"""

from functools import lru_cache
from typing import Final, Literal, NamedTuple, get_args

Unit = Literal["hours", "sutki", "days", "working-days", "months", "years"]
"""Units of the law: an hour to the minute, a 24-hour day, a calendar day, a working day, a month, a year."""

UNITS: Final[tuple[Unit, ...]] = get_args(Unit)
LARGEST: Final = 10_000

ACCEPTED: Final = (
    ("hours", "72 hours"),
    ("sutki", "40 sutki"),
    ("days", "10 days"),
    ("working-days", "5 working-days"),
    ("months", "12 months"),
    ("years", "1 year"),
)
"""Forms of a period that are read: the unit and an example."""

_WORDS: Final[dict[Unit, tuple[str, ...]]] = {
    "hours": ("hours", "hour", "час", "часа", "часов"),
    "sutki": ("sutki", "сутки", "суток"),
    "days": ("days", "day", "день", "дня", "дней"),
    "working-days": ("working-days", "working-day", "рабочий день", "рабочих дня", "рабочих дней"),
    "months": ("months", "month", "месяц", "месяца", "месяцев"),
    "years": ("years", "year", "год", "года", "лет"),
}
_UNIT_BY_WORD: Final = {word: unit for unit, words in _WORDS.items() for word in words}


class Period(NamedTuple):
    """A length of time in a unit of the law; ``str`` writes it as ``parse_period`` reads it."""

    amount: int
    unit: Unit

    def __str__(self) -> str:
        """Write the period, ``40 sutki``, ``1 month``."""
        one = self.amount == 1 and self.unit != "sutki"
        return f"{self.amount} {self.unit[:-1] if one else self.unit}"


class PeriodFormError(ValueError):
    """A period that cannot be read.

    Attributes:
        text: What was found.
        reason: ``form``, ``unit`` (no such unit) or ``amount`` (not 1 to 10000).
        accepted: Accepted forms, each a unit and an example.
    """

    def __init__(self, text: str, reason: str = "form") -> None:
        """Keep what was found and why it was refused."""
        self.text = text
        self.reason = reason
        self.accepted = list(ACCEPTED)
        examples = ", ".join(example for _, example in ACCEPTED)
        super().__init__(f"not a period: {text!r} ({reason}); accepted forms: {examples}; the number is 1 to {LARGEST}")


@lru_cache(maxsize=2048)
def parse_period(text: str) -> Period:
    """Read a period.

    Args:
        text: A number from 1 to 10000, one space, a unit in English (also singular) or Russian: ``40 суток``.

    Returns:
        The period in its own unit; years stay years.

    Raises:
        PeriodFormError: Another form, an unknown unit, a number out of range.

    >>> parse_period("40 суток")
    Period(amount=40, unit='sutki')
    """
    number, space, word = text.partition(" ")
    if not (space and word and number.isascii() and number.isdigit()):
        raise PeriodFormError(text)
    unit = _UNIT_BY_WORD.get(word)
    if unit is None:
        raise PeriodFormError(text, "unit")
    if len(number) > len(str(LARGEST)) or not 1 <= int(number) <= LARGEST:
        raise PeriodFormError(text, "amount")
    return Period(int(number), unit)
