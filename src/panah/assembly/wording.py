"""Days, lengths and numbers as papers write them: *29 января 2026 года*, *в мае 2025 года*, *десять суток*."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from panah.dates import amount, clock_words, day_words, form, span_words
from panah.texts import say
from panah.timelimits import FAR_PAST, day_of

if TYPE_CHECKING:
    from panah.timelimits import Period, Span

_TEENS, _TENS = 20, 10


def day_text(day: int, lang: str) -> str:
    """Write a day (an ordinal): *29 января 2026 года*."""
    return say(lang, "draft.day", day=day_words(day, lang))


def days_text(first: int, last: int | None, lang: str) -> str:
    """Write the days between two ends; a whole month or year by its name."""
    return say(lang, "draft.day", day=span_words(first, last, lang))


def date_text(span: Span, lang: str) -> str:
    """Write when something happened, as a noun: *9 мая 2025 года*, *май 2025 года*, *между 4 и 17 мая 2025 года*."""
    first, last = span
    if first == FAR_PAST:
        return say(lang, "dates.not-known") if last is None else say(lang, "draft.by", day=day_text(day_of(last), lang))
    if last is None or day_of(first) == day_of(last) or _named(day_of(first), day_of(last)):
        return days_text(day_of(first), None if last is None else day_of(last), lang)
    return _between(day_of(first), day_of(last), lang)


def when_text(span: Span, lang: str) -> str:
    """Write when something happened, as an answer to *when*: *в мае 2025 года*, *on 4 May 2025*."""
    first, last = span
    if first == FAR_PAST:
        return date_text(span, lang)
    if last is None:
        return say(lang, "draft.not-before", day=day_text(day_of(first), lang))
    begin, end = day_of(first), day_of(last)
    if begin == end:
        return say(lang, "draft.on", day=day_text(begin, lang))
    at = date.fromordinal(begin)
    named = _named(begin, end)
    if named == "year":
        return say(lang, "draft.in-year", year=at.year)
    if named == "month":
        months = say(lang, "draft.months-in").split("|")
        return say(lang, "draft.in-month", month=months[at.month - 1], year=at.year)
    return _between(begin, end, lang)


def _named(first: int, last: int) -> str:
    """Whether the days from first to last are a calendar ``month`` or ``year``; nothing for others."""
    begin, after = date.fromordinal(first), date.fromordinal(last + 1)
    if (begin.day, after.day) != (1, 1):
        return ""
    if begin.month == 1 and after == date(begin.year + 1, 1, 1):
        return "year"
    return "month" if (after.year - begin.year) * 12 + after.month - begin.month == 1 else ""


def _between(first: int, last: int, lang: str) -> str:
    """Write a day that lies between two; the month and the year once where both share them."""
    begin, end = date.fromordinal(first), date.fromordinal(last)
    told = day_text(first, lang)
    if begin.year == end.year:
        told = str(begin.day) if begin.month == end.month else day_words(first, lang, year=False)
    return say(lang, "draft.between", first=told, last=day_text(last, lang))


def clock_text(span: Span) -> str:
    """Write the time of day where the minute is known, else nothing."""
    return clock_words(span.first) if span.first == span.last and span.first != FAR_PAST else ""


def length_text(length: Period, lang: str) -> str:
    """Write a length in figures: *10 суток*."""
    return amount(length.amount, length.unit, lang)


def length_in_words(length: Period, lang: str, case: str = "nom") -> str:
    """Write a length in words: *десять суток*, in the genitive *десяти суток*."""
    number = length.amount
    sutki = length.unit == "sutki"
    if lang != "ru" or case == "nom":
        return f"{number_in_words(number, lang, case, sutki=sutki)} {form(number, length.unit, lang)}"
    forms = say(lang, f"dates.unit.{length.unit}").split("|")
    one = number % 10 == 1 and number % 100 != 11
    noun = say(lang, f"draft.unit-of.{length.unit}") if one else forms[2]
    return f"{number_in_words(number, lang, case, sutki=sutki)} {noun}"


def number_in_words(number: int, lang: str, case: str = "nom", *, sutki: bool = False) -> str:
    """Write a number in words up to 99, above in figures; ``sutki`` for the noun that has no singular."""
    if not 0 < number < 100:
        return str(number)
    case = case if lang == "ru" else "nom"
    units = say(lang, f"draft.numbers-{case}").split("|")
    if sutki and lang == "ru" and number <= 4:
        return say(lang, f"draft.numbers-sutki-{case}").split("|")[number - 1]
    if number < _TEENS:
        return units[number - 1]
    tens, one = divmod(number, _TENS)
    told = say(lang, f"draft.tens-{case}").split("|")[tens - 2]
    return told if not one else say(lang, "draft.number", tens=told, one=units[one - 1])
