"""Dates as people write them in three languages, read into the form a case file has them.

Nothing is guessed: what says a month gives a month, what says about gives about, what is not understood gives None.
Names of months are those of the locale; the last few words a person writes instead of a number are below.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from panah.texts import LANGUAGES, say

_DAYS_AWAY = {
    "сегодня": 0, "бүгін": 0, "today": 0,
    "вчера": -1, "кеше": -1, "yesterday": -1,
    "позавчера": -2, "алдыңғы күні": -2,
    "завтра": 1, "ертең": 1, "tomorrow": 1,
}  # fmt: skip
_ABOUT = re.compile(r"^(?:около|примерно|прибл\.?|шамамен|about|around|circa|c\.|~)\s*(.+)$")
_NOT_LATER = re.compile(r"^(?:не позднее|не позже|до|by|not later than|дейін)\s+(.+)$")
_NOT_EARLIER = re.compile(r"^(?:не раньше|не ранее|после|not before|since)\s+(.+)$")
_BETWEEN = re.compile(r"^(?:с|между|from|between)?\s*(.+?)\s*(?:–|—|\.\.\.|…| - | по | до | to | and | и )\s*(.+)$")
_CLOCK = re.compile(r"^(.+?),?\s*(?:в |at |сағат )?\s*(\d{1,2})[:.](\d{2})$")
# with slashes some write the month first: such a date is not understood rather than guessed
_NUMERIC = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$")
_NUMERIC_NO_YEAR = re.compile(r"^(\d{1,2})\.(\d{1,2})$")
_ISO = re.compile(r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?[~?]?$")
_NEARLY_A_YEAR = 364
"""So far on, the last such day is the next one, or today."""
_NOISE = re.compile(
    r"\b(?:г|года|году|год|ж|жылғы|жылдың|жыл|числа|күні|on|in|of|the|в|во)\b\.?|(?<=\d)(?:-?го|-?е|st|nd|rd|th)\b"
)


def read_said(text: str, today: int) -> str | None:
    """Read a date as a person wrote it.

    Args:
        text: Such as ``5 мая 2025``, ``05.05.2025``, ``в мае 2025``, ``вчера``, ``2025 жылғы 5 мамыр``,
            ``5 May 2025 14:20``, ``4–17 мая 2025``; the forms of a case file are taken as they are.
        today: The day (ordinal) on which it is written: a day without a year is the last such day.

    Returns:
        The date as a case file has it (EDTF), or None where it is not understood.

    >>> day = date(2026, 1, 29).toordinal()
    >>> read_said("5 мая 2025", day), read_said("в мае 2025", day), read_said("вчера", day)
    ('2025-05-05', '2025-05', '2026-01-28')
    """
    told = " ".join(text.strip().lower().replace("ё", "е").split())
    if not told or len(told) > 80:
        return None
    if (
        _ISO.match(told.upper())
        or told.startswith("[")
        or ("/" in told and re.match(r"^[\d.]{2,4}", told) and "-" in told)
    ):
        return text.strip()
    for pattern, form in ((_NOT_LATER, "../{}"), (_NOT_EARLIER, "{}/..")):
        found = pattern.match(told)
        if found:
            inner = _simple(found.group(1), today)
            return None if inner is None else form.format(inner)
    found = _ABOUT.match(told)
    if found:
        inner = _simple(found.group(1), today)
        return None if inner is None else inner + "~"
    simple = _simple(told, today)
    return simple if simple is not None else _between(told, today)


def read_ahead(text: str, today: int) -> str | None:
    """Read a date that lies ahead, as of a hearing: as `read_said`, but a day without a year is the next such day.

    >>> day = date(2026, 1, 29).toordinal()
    >>> read_ahead("5 мая", day), read_ahead("29.01", day), read_ahead("вчера", day), read_ahead("5 мая 2025", day)
    ('2026-05-05', '2026-01-29', '2026-01-28', '2025-05-05')
    """
    found = read_said(text, today)
    if found is None or found[:10] >= date.fromordinal(today).isoformat():
        return found
    # what moves with the day of writing was told from that day; what stays has a year of its own or none
    is_told_from_today = read_said(text, today - 1) != found
    return found if is_told_from_today else read_said(text, today + _NEARLY_A_YEAR)


def _between(told: str, today: int) -> str | None:
    """Read two ends; the first may leave out what the second says."""
    same_month = re.match(r"^(?:с |from )?(\d{1,2})\s*(?:–|—|-| по | to )\s*(\d{1,2}) (.+)$", told)
    if same_month:
        first = _simple(f"{same_month.group(1)} {same_month.group(3)}", today)
        last = _simple(f"{same_month.group(2)} {same_month.group(3)}", today)
        return None if first is None or last is None else f"{first}/{last}"
    found = _BETWEEN.match(told)
    if not found:
        return None
    last = _simple(found.group(2), today)
    first = _simple(found.group(1), today)
    year = re.search(r"\d{4}", found.group(2))
    if year and not re.search(r"\d{4}", found.group(1)):
        first = _simple(f"{found.group(1)} {year.group(0)}", today)
    return None if first is None or last is None or first > last else f"{first}/{last}"


def _simple(told: str, today: int) -> str | None:
    """Read one day, month, year or minute."""
    clock = _CLOCK.match(told)
    if clock and int(clock.group(2)) < 24 and int(clock.group(3)) < 60:
        day = _simple(clock.group(1), today)
        if day is not None and len(day) == 10:
            return f"{day}T{int(clock.group(2)):02}:{clock.group(3)}"
    if told in _DAYS_AWAY:
        return (date.fromordinal(today) + timedelta(days=_DAYS_AWAY[told])).isoformat()
    if _ISO.match(told.upper()):
        return told.upper()
    found = _NUMERIC.match(told)
    if found:
        year = int(found.group(3))
        return _day(int(found.group(1)), int(found.group(2)), year + 2000 if year < 100 else year)
    found = _NUMERIC_NO_YEAR.match(told)
    if found:
        return _last_such_day(int(found.group(1)), int(found.group(2)), today)
    return _in_words(told, today)


def _in_words(told: str, today: int) -> str | None:
    words = _NOISE.sub(" ", told).replace(",", " ").split()
    month = None
    numbers: list[int] = []
    for word in words:
        if word.isdigit():
            numbers.append(int(word))
            continue
        found = _month(word)
        if found is None or month is not None:
            return None
        month = found
    years = [number for number in numbers if 1900 <= number < 2200]
    days = [number for number in numbers if number not in years]
    if len(years) > 1 or len(days) > 1 or (month is None and days):
        return None
    if month is None:
        return str(years[0]) if years else None
    if not years:
        return _last_such_day(days[0], month, today) if days else None
    return _day(days[0], month, years[0]) if days else f"{years[0]}-{month:02}"


def _month(word: str) -> int | None:
    """Find a month by the beginning of its name in any of the languages, in any case ending."""
    if len(word) < 3:
        return None
    for lang in LANGUAGES:
        for key in ("dates.months", "dates.months-alone", "dates.months-short"):
            for number, name in enumerate(say(lang, key).split("|"), 1):
                stem = name.lower().rstrip(".")
                if word == stem or (key != "dates.months-short" and _ended(word, stem)):
                    return number
    return None


def _ended(word: str, stem: str) -> bool:
    """Whether a word is a name with another ending: ``мае`` and ``май``, ``августе`` and ``август``."""
    root = stem[:-1] if stem[-1] in "аяьйе" else stem
    longest = 1 if len(root) < 3 else 3  # май: мае, but not март
    return word.startswith(root) and len(word) - len(root) <= longest


def _day(day: int, month: int, year: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _last_such_day(day: int, month: int, today: int) -> str | None:
    """Take the last such day not after today: what has happened is told, not what will."""
    year = date.fromordinal(today).year
    this = _day(day, month, year)
    if this is None or date.fromisoformat(this).toordinal() <= today:
        return this
    return _day(day, month, year - 1)
