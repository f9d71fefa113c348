"""Calendars of an invented country for the tests of counting: one like a real one, and random ones from a seed."""

from datetime import date, timedelta

WEEKEND = ["saturday", "sunday"]
WHY = {"en": "feast", "ru": "праздник"}


def year(number, days, *, status="confirmed", weekend=WEEKEND, country="xx"):
    """Give the plain contents of a yearly file."""
    return {"year": number, "country": country, "weekend": weekend, "status": status, "days": days}


def off(day, **more):
    return {"day": day, "is": "off", "why": WHY, **more}


def worked(day, **more):
    return {"day": day, "is": "working", "why": WHY, **more}


# Like the year the worked cases of the advocate's notes fall in: moved days off, and a Monday with two versions.
YEARS_OF_WORKED_CASES = [
    year(2025, [off(f"2025-{day}") for day in ("01-01", "01-02", "01-07", "05-01", "05-07", "05-09", "12-16")]),
    year(
        2026,
        [
            *(off(f"2026-{day}") for day in ("01-01", "01-02", "01-07", "03-08", "03-21", "03-22", "03-23", "05-01")),
            off("2026-03-09", **{"moved-from": "2026-03-08"}),
            off("2026-03-24", **{"moved-from": "2026-03-21"}),
            off("2026-03-25", **{"moved-from": "2026-03-22"}),
            worked("2026-01-17"),
            off("2026-08-31", **{"known-from": "2026-01-01", "dropped-on": "2026-03-15", "status": "unconfirmed"}),
            off("2026-10-26", **{"moved-from": "2026-10-25"}),
            off("2026-12-16"),
        ],
    ),
    year(2027, [off("2027-01-01", fixed="yes"), off("2027-01-04")], status="provisional"),
]


def random_years(chance, first, last):
    """Make years with about twenty days off, a few worked weekend days and a few unsure days in each."""
    weekend = chance.choice([["saturday", "sunday"], ["saturday", "sunday"], ["sunday"], ["friday", "saturday"]])
    years = []
    for number in range(first, last + 1):
        days = [date(number, 1, 1) + timedelta(days=at) for at in chance.sample(range(365), 28)]
        names = [day.strftime("%A").lower() for day in days]
        entries = []
        for place, (day, name) in enumerate(zip(days, names, strict=True)):
            unsure = {0: {"status": "unconfirmed"}, 3: {"dropped-on": f"{number}-02-01"}}.get(place % 7, {})
            entries.append(worked(day.isoformat(), **unsure) if name in weekend else off(day.isoformat(), **unsure))
        # A long feast, so that ends roll far.
        feast = [day for day in (date(number, 3, 20) + timedelta(days=at) for at in range(6)) if day not in days]
        entries += [off(day.isoformat()) for day in feast]
        years.append(year(number, entries, weekend=weekend))
    return years
