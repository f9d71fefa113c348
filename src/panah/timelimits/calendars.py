"""Working days and days off of one country, as data with sources and with the years it really holds.

Not here: which limits look at working days (``regimes``), the counting (``computation``).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from panah.timelimits.days import DateFormError, iso, parse_day

DayStatus = Literal["working", "off", "either"]
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LAST_DAY = date.max.toordinal()


class CalendarMissingError(LookupError):
    """A day is needed in a year that the calendar does not hold; nothing is guessed.

    Attributes:
        code: ``calendar-missing``.
        country: Country of the calendar, None where there is no calendar at all.
        year: The year that is needed.
    """

    code: Final = "calendar-missing"

    def __init__(self, country: str | None, year: int) -> None:
        """Keep the country and the year."""
        self.country = country
        self.year = year
        super().__init__(f"calendar-missing: no calendar of working days of {country or 'any country'} for {year}")


class CalendarFormError(ValueError):
    """A year of a calendar that cannot be read; every problem in ``problems``: year, where, found and expected."""

    def __init__(self, country: str, problems: list[tuple[str, str, str]]) -> None:
        """Keep all problems."""
        self.country = country
        self.problems = problems
        found = "; ".join(f"{year}: {where}: {words}" for year, where, words in problems)
        super().__init__(f"calendar of {country}: {found}")


class ListedDay(NamedTuple):
    """A day as one version of the calendar lists it.

    Attributes:
        day: Its ordinal.
        kind: ``off``, or ``on`` for a weekend day that is worked.
        confirmed: False where the day, or its provisional year, is not confirmed.
        why: Reason by language.
        moved_from: Day whose rest was moved here.
        known_from: Day from which this version was known.
        dropped_on: Day on which it was dropped: both versions stay.
    """

    day: int
    kind: Literal["off", "on"]
    confirmed: bool
    why: Mapping[str, str]
    moved_from: int | None = None
    known_from: int | None = None
    dropped_on: int | None = None


class Calendar:
    """Working days of a country in the years it holds.

    Attributes:
        country: Two small letters.
        weekend_by_year: Weekdays off (Monday is 0) in each year held.
        listed_by_day: Versions of each listed day.
        confirmed_years: Years held that are not provisional.
    """

    __slots__ = ("_status_by_day", "_years_spread", "confirmed_years", "country", "listed_by_day", "weekend_by_year")

    def __init__(
        self,
        country: str,
        weekend_by_year: Mapping[int, frozenset[int]],
        listed: Sequence[ListedDay],
        confirmed_years: frozenset[int],
    ) -> None:
        """Keep the days; statuses of a year are worked out when the year is first asked for."""
        self.country = country
        self.weekend_by_year = dict(weekend_by_year)
        self.confirmed_years = confirmed_years
        versions: dict[int, list[ListedDay]] = {}
        for entry in listed:
            versions.setdefault(entry.day, []).append(entry)
        self.listed_by_day = {day: tuple(entries) for day, entries in versions.items()}
        self._status_by_day: dict[int, DayStatus] = {}
        self._years_spread: set[int] = set()

    def status(self, day: int) -> DayStatus:
        """Tell whether a day is worked.

        Args:
            day: Ordinal of the day.

        Returns:
            ``either`` where the day is not confirmed, or was dropped later, and the versions differ.

        Raises:
            CalendarMissingError: The year of the day is not held.
        """
        status = self._status_by_day.get(day)
        if status is None:
            if not 1 <= day <= _LAST_DAY:
                raise CalendarMissingError(self.country, 0 if day < 1 else date.max.year + 1)
            self._spread(date.fromordinal(day).year)
            status = self._status_by_day[day]
        return status

    def why(self, day: int, lang: str) -> str:
        """Give the reason a day is listed, in a language or else in any; empty where it is not listed."""
        whys = [entry.why for entry in self.listed_by_day.get(day, ())]
        return "; ".join(why.get(lang) or next(iter(why.values()), "") for why in whys)

    def is_weekend(self, day: int) -> bool:
        """Tell whether a day falls on the weekend of its year, whatever is listed."""
        year = date.fromordinal(day).year
        if year not in self.weekend_by_year:
            raise CalendarMissingError(self.country, year)
        return (day - 1) % 7 in self.weekend_by_year[year]

    def _spread(self, year: int) -> None:
        weekend = self.weekend_by_year.get(year)
        if weekend is None:
            raise CalendarMissingError(self.country, year)
        for day in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()):
            usual: DayStatus = "off" if (day - 1) % 7 in weekend else "working"
            versions = self.listed_by_day.get(day)
            self._status_by_day[day] = usual if versions is None else _joined(usual, versions)


def _joined(usual: DayStatus, versions: Sequence[ListedDay]) -> DayStatus:
    """Join the versions of one day; an uncertain version leaves the usual weekday possible."""
    possible: set[DayStatus] = set()
    for version in versions:
        possible.add("off" if version.kind == "off" else "working")
        if not version.confirmed or version.dropped_on is not None:
            possible.add(usual)
    return possible.pop() if len(possible) == 1 else "either"


def last_working_day_on_or_before(day: int, calendar: Calendar) -> int:
    """Give the last day, not after a day, that is surely a working day: the day to plan a filing for.

    Raises:
        CalendarMissingError: The calendar does not reach.
    """
    while calendar.status(day) != "working":
        day -= 1
    return day


def calendar_from(country: str, years: Sequence[Mapping[str, object]]) -> Calendar:
    """Build a calendar from the plain contents of its yearly files.

    Args:
        country: Two small letters; each year must name the same.
        years: Each with ``year``, ``country``, ``weekend``, ``status`` (confirmed or provisional) and ``days``.
            In a provisional year every listed day that is not ``fixed`` may also be as its weekday usually is.

    Raises:
        CalendarFormError: With every problem at once.
    """
    problems: list[tuple[str, str, str]] = []
    weekends: dict[int, frozenset[int]] = {}
    listed: list[ListedDay] = []
    confirmed: set[int] = set()
    for plain in years:
        year = plain.get("year")
        if not isinstance(year, int) or year in weekends:
            problems.append((str(year), "year", "expected a number, each year once"))
            continue
        weekend = plain.get("weekend")
        words = weekend if isinstance(weekend, list) else []
        weekends[year] = frozenset(WEEKDAYS.index(word) for word in words if word in WEEKDAYS)
        if not words or len(weekends[year]) != len(words):
            problems.append((str(year), "weekend", f"found {weekend!r}, expected a list such as [saturday, sunday]"))
        if str(plain.get("country", country)).lower() != country.lower():
            problems.append((str(year), "country", f"found {plain.get('country')!r}, expected {country}"))
        if plain.get("status") not in ("confirmed", "provisional"):
            problems.append((str(year), "status", f"found {plain.get('status')!r}, expected confirmed or provisional"))
        provisional = plain.get("status") != "confirmed"
        if not provisional:
            confirmed.add(year)
        days = plain.get("days")
        if not isinstance(days, list):
            problems.append((str(year), "days", "expected a list"))
            continue
        listed += _listed_days(year, days, problems, provisional=provisional)
    _refuse_repeated(listed, problems)
    if problems:
        raise CalendarFormError(country, problems)
    return Calendar(country, weekends, listed, frozenset(confirmed))


def _listed_days(
    year: int, days: list[object], problems: list[tuple[str, str, str]], *, provisional: bool
) -> list[ListedDay]:
    listed: list[ListedDay] = []
    for number, plain in enumerate(days, start=1):
        where = f"days, entry {number}"
        if not isinstance(plain, Mapping):
            problems.append((str(year), where, f"found {plain!r}, expected {{day: …, is: off, why: …}}"))
            continue
        try:
            day = _day(plain.get("day"))
            moved_from, known_from, dropped_on = (
                None if plain.get(key) is None else _day(plain[key])
                for key in ("moved-from", "known-from", "dropped-on")
            )
        except DateFormError as error:
            problems.append((str(year), where, str(error)))
            continue
        word = plain.get("is")
        # A reader of YAML 1.1 gives False for the word off.
        if word not in ("off", False, "working"):
            problems.append((str(year), where, f"found is: {word!r}, expected off or working"))
        if date.fromordinal(day).year != year:
            problems.append((str(year), where, f"{iso(day)} is of another year"))
        if plain.get("status", "confirmed") not in ("confirmed", "unconfirmed"):
            problems.append((str(year), where, "expected status: confirmed or unconfirmed"))
        sure = plain.get("status") != "unconfirmed" and (not provisional or plain.get("fixed") in (True, "yes"))
        why = plain.get("why")
        if not isinstance(why, Mapping) or not why:
            problems.append((str(year), where, "expected why: {ru: …, en: …}"))
            why = {}
        kind: Literal["off", "on"] = "on" if word == "working" else "off"
        listed.append(ListedDay(day, kind, sure, why, moved_from, known_from, dropped_on))
    return listed


def _refuse_repeated(listed: Sequence[ListedDay], problems: list[tuple[str, str, str]]) -> None:
    """Refuse a day listed twice, unless one of its versions is dated."""
    seen: dict[int, ListedDay] = {}
    for entry in listed:
        other = seen.setdefault(entry.day, entry)
        dates = (entry.known_from, entry.dropped_on, other.known_from, other.dropped_on)
        if other is not entry and all(day is None for day in dates):
            problems.append((iso(entry.day)[:4], iso(entry.day), "listed twice without known-from or dropped-on"))


def _day(value: object) -> int:
    return value.toordinal() if isinstance(value, date) else parse_day(str(value))
