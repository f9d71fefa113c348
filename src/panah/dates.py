"""Days, spans, lengths and distances as people write them, in the language of the reader.

Here: words for days and amounts. Not here: reading dates (``timelimits.days``), counting (``timelimits.computation``).
Days are ordinals and minutes local minutes, as in ``timelimits``. Month names, weekdays and plural forms are data of
the language (``locale/*.json``, keys ``dates.*``), and so are the order of day, month and year, and the case endings
that Kazakh puts behind a length: each unit of a distance has a key of its own.
"""

from __future__ import annotations

from datetime import date

from panah.texts import say

_DAY = 1440
_MONTHS_FROM = 60
"""From how many days on a distance is told in months."""
_DAYS_IN_MONTH = 30.44
_FEW = range(2, 5)
_TEENS = range(11, 15)


def day_words(day: int, lang: str, *, short: bool = False, year: bool = True) -> str:
    """Write a day: ``9 февраля 2026``, short ``9 фев 2026``; without its year on request.

    >>> from datetime import date
    >>> day_words(date(2026, 2, 9).toordinal(), "ru"), day_words(date(2026, 2, 9).toordinal(), "en", short=True)
    ('9 февраля 2026', '9 Feb 2026')
    """
    at = date.fromordinal(day)
    words = f"{at.day} {_month(at.month, lang, short=short)}"
    return _of_year(words, at.year, lang, short=short) if year else words


def weekday_words(day: int, lang: str, *, short: bool = False, year: bool = True) -> str:
    """Write a day with its weekday: ``пн 9 февраля 2026``, ``Mon 9 February 2026``."""
    key = "dates.with-weekday-short" if short else "dates.with-weekday"
    return say(lang, key, weekday=weekday(day, lang), day=day_words(day, lang, short=short, year=year))


def weekday(day: int, lang: str) -> str:
    """Give the short name of a day's weekday: ``пн``, ``Mon``."""
    return _nth("dates.weekdays", (day - 1) % 7, lang)


def distance(day: int, today: int, lang: str, *, short: bool = False) -> str:
    """Say how far off a day is: ``сегодня``, ``завтра``, ``через 3 дня``, ``5 месяцев назад``.

    From sixty days on the distance is given in whole months, short forms for narrow columns.
    """
    away = day - today
    if -1 <= away <= 1:
        return say(lang, ("dates.yesterday", "dates.today", "dates.tomorrow")[away + 1])
    number, unit = _length_of(abs(away))
    length = amount(number, f"{unit}-short" if short else unit, lang)
    return say(lang, f"dates.in-{unit}" if away > 0 else "dates.ago", length=length)


def _length_of(days: int) -> tuple[int, str]:
    if days < _MONTHS_FROM:
        return days, "days"
    months = round(days / _DAYS_IN_MONTH)
    return (months, "months") if months < 24 else (months // 12, "years")


def span_words(first: int, last: int | None, lang: str, *, short: bool = False, year: bool = True) -> str:
    """Write the days between two ends: ``4–17 мая 2026``, ``28 апреля – 3 мая 2026``, ``август 2025``, ``2025``.

    An end that nothing bounds reads *not before*; one day reads as a day.
    """
    if last is None:
        return say(lang, "dates.not-before", day=day_words(first, lang, short=short, year=year))
    if first == last:
        return day_words(first, lang, short=short, year=year)
    begin, end = date.fromordinal(first), date.fromordinal(last)
    whole = _whole(begin, end, lang)
    if whole and year:
        return whole
    if begin.year != end.year:
        return f"{day_words(first, lang, short=short)} – {day_words(last, lang, short=short)}"
    finish = day_words(last, lang, short=short, year=False)
    if begin.month != end.month:
        words = f"{day_words(first, lang, short=short, year=False)} – {finish}"
    else:
        words = f"{begin.day}–{finish}"
    return _of_year(words, end.year, lang, short=short) if year else words


def _of_year(words: str, year: int, lang: str, *, short: bool) -> str:
    return say(lang, "dates.of-year-short" if short else "dates.of-year", day=words, year=year)


def _whole(begin: date, end: date, lang: str) -> str:
    """Name a span that is one whole month or one whole year; nothing for any other."""
    after = date.fromordinal(end.toordinal() + 1)
    if begin.day != 1 or after.day != 1:
        return ""
    if begin.month == 1 and after == date(begin.year + 1, 1, 1):
        return say(lang, "dates.whole-year", year=begin.year)
    if (after.year - begin.year) * 12 + after.month - begin.month == 1:
        return _of_year(_nth("dates.months-alone", begin.month - 1, lang), begin.year, lang, short=False)
    return ""


def moment_words(minute: int, lang: str, *, year: bool = True) -> str:
    """Write a minute: ``31 августа 2025, 14:20``."""
    return f"{day_words(minute // _DAY, lang, year=year)}, {clock_words(minute)}"


def clock_words(minute: int) -> str:
    """Write the time of day of a minute: ``10:17``."""
    hours, minutes = divmod(minute % _DAY, 60)
    return f"{hours:02}:{minutes:02}"


def when_words(first: int, last: int | None, lang: str) -> str:
    """Write the minutes between which something happened: one minute with its clock, else days."""
    if first == last:
        return moment_words(first, lang)
    return span_words(first // _DAY, None if last is None else last // _DAY, lang)


def amount(number: int, unit: str, lang: str) -> str:
    """Write a number of things in the right form: ``1 день``, ``2 дня``, ``5 дней``, ``21 час``.

    Args:
        number: How many.
        unit: A unit of the law (``hours``, ``sutki``, ``working-days``, …) or another counted thing of the locale.
        lang: Language of the reader.
    """
    return f"{number} {form(number, unit, lang)}"


def form(number: int, unit: str, lang: str) -> str:
    """Give the form of a counted word that goes with a number."""
    forms = say(lang, f"dates.unit.{unit}").split("|")
    if len(forms) == 1:
        return forms[0]
    if len(forms) == 2:
        return forms[0 if number == 1 else 1]
    if number % 100 in _TEENS:
        return forms[2]
    if number % 10 == 1:
        return forms[0]
    return forms[1 if number % 10 in _FEW else 2]


def _month(month: int, lang: str, *, short: bool) -> str:
    return _nth("dates.months-short" if short else "dates.months", month - 1, lang)


def _nth(key: str, place: int, lang: str) -> str:
    return say(lang, key).split("|")[place]
