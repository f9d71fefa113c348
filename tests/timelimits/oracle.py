"""A second, naive counter, written from the words of the articles and sharing nothing with panah.

It walks day by day and hour by hour with the standard library only, and keeps its calendar as plain sets of dates.
Slow on purpose: every step can be followed with a wall calendar in hand. If it and panah differ, one of them is wrong.

The articles, in our words:

* criminal procedure 48-49: the hour and the сутки in which a time limit begins are not counted, except in custody; the
  сутки end at 24:00; a month ends on its own number, and where there is none, on the last day; a last day that is not
  worked gives way to the next one that is, but never in custody;
* civil procedure 122-123: counting begins on the day after; the same for months and for the last day; what must be done
  in court must be done before it closes;
* administrative offences 739: as the first, from 00:00 of the first сутки to 24:00 of the last.
"""

from datetime import date, datetime, time, timedelta

ONE_DAY = timedelta(days=1)
ONE_HOUR = timedelta(hours=1)


class WallCalendar:
    """Days of rest: weekend numbers (Monday 1), days off, weekend days worked, days nobody is sure of."""

    def __init__(self, weekend, off, worked, unsure):
        self.weekend = weekend
        self.off = off
        self.worked = worked
        self.unsure = unsure

    def people_work(self, day, unsure_days_worked):
        if day in self.unsure:
            return day in unsure_days_worked
        if day in self.worked:
            return True
        if day in self.off:
            return False
        return day.isoweekday() not in self.weekend


def count(start, amount, unit, rule, calendar, unsure_days_worked):
    """Give the last minute in time.

    ``rule`` has three keys: ``custody`` (first unit counted), ``gives_way`` (the last day), ``closes`` (hour or None).
    """
    if unit == "hours":
        return count_hours(start, amount)
    works = lambda day: calendar.people_work(day, unsure_days_worked)  # noqa: E731
    today = start.date()
    if unit in ("sutki", "days"):
        last = count_days(today, amount, rule["custody"])
    elif unit == "working-days":
        last = count_worked_days(today, amount, rule["custody"], works)
    else:
        last = count_months(today, amount * 12 if unit == "years" else amount)
        if rule["custody"]:
            last -= ONE_DAY
    if rule["gives_way"]:
        while not works(last):
            last += ONE_DAY
    if rule["closes"] is None:
        return datetime.combine(last, time(23, 59))
    return datetime.combine(last, rule["closes"])


def count_hours(start, amount):
    now = start
    for _ in range(amount):
        now += ONE_HOUR
    return now


def count_days(today, amount, first_counts):
    counted = 1 if first_counts else 0
    while counted < amount:
        today += ONE_DAY
        counted += 1
    return today


def count_worked_days(today, amount, first_counts, works):
    counted = 1 if first_counts and works(today) else 0
    while counted < amount:
        today += ONE_DAY
        if works(today):
            counted += 1
    return today


def count_months(today, amount):
    """Walk until the wanted number in the wanted month, or until that month is over."""
    number = today.day
    months_begun = 0
    while True:
        tomorrow = today + ONE_DAY
        if tomorrow.day == 1:
            if months_begun == amount:
                return today
            months_begun += 1
        today = tomorrow
        if months_begun == amount and today.day == number:
            return today


def count_hours_by_the_sun(start, amount, clocks):
    """Hours that really pass where clocks are changed; ``clocks`` is [(first UTC moment, hours ahead of UTC)]."""

    def shown(moment):
        ahead = [hours for since, hours in clocks if since <= moment][-1]
        return moment + timedelta(hours=ahead)

    moment = start - timedelta(hours=20)
    while shown(moment) != start:
        moment += timedelta(minutes=1)
    for _ in range(amount):
        moment += ONE_HOUR
    return shown(moment)


def days_between(first, last):
    """All days from one to another, both included."""
    return [date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)]
