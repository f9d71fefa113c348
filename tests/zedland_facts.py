"""Zedland's calendar, and what a lawyer reads out of the acts of a case: half of the second telling of its law.

Acts are `(date, act, fields)` in order of their days; every act lies on or before the day asked.
"""

from datetime import date
from typing import NamedTuple

OFF = {(1, 1), (3, 10), (10, 14)}


def plus(start, days):
    """The last day of so many days: the day of the start does not count."""
    return date.fromordinal(start.toordinal() + days)


def works(day):
    return day.weekday() not in (4, 5) and (day.month, day.day) not in OFF


def rolled(day):
    """Where a term of acts ends: a last day that is off moves on."""
    while not works(day):
        day = plus(day, 1)
    return day


def acts_term(start, days):
    return rolled(plus(start, days))


def working_days(start, count):
    day = start
    while count:
        day = plus(day, 1)
        count -= works(day)
    return day


def month_later(start, months=1):
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    for number in (start.day, 30, 29, 28):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError


def latest(*days):
    return None if None in days else max(days)


def after(day):
    """The first moment after a day: a term is over, a decision on what was filed can come."""
    return None if day is None else plus(day, 1)


class ByTheEnd(date):
    """A day by whose end an authority acts that uses its whole term: what is filed on that day comes first."""


def by_the_end(term, today):
    return today if term < today else ByTheEnd(term.year, term.month, term.day)


class Facts(NamedTuple):
    """What a lawyer reads out of the acts of a case on a day."""

    today: date
    stage: str
    grant: date | None
    to_person: date | None
    to_counsel: date | None
    complaint: date | None
    received: date | None
    dismissed: date | None
    review: date | None
    reviewed: date | None
    bars: date | None
    bars_until: date | None
    custody_until: date | None
    custody_complaint: date | None
    status_until: date | None
    no_crime: bool
    order: date | None
    leave_by: date | None
    objection: date | None
    forced: date | None


BEGUN = dict.fromkeys(Facts._fields) | {"stage": "none", "no_crime": False}
ANEW = ("to_person", "to_counsel", "complaint", "received", "dismissed", "review", "reviewed")


def read(acts, today, no_crime=False):
    """Read the facts out of acts in order of their days."""
    now = dict(BEGUN, today=today, no_crime=no_crime)
    ends = {"bars": [], "custody": [], "appealed": []}
    for when, act, fields in acts:
        if act in STAGES:
            now["stage"] = STAGES[act]
        if act in DAYS:
            now[DAYS[act]] = now[DAYS[act]] or when
        if act in DECIDED:
            DECIDED[act](now, when, fields)
        if act in ("extradition-granted", "expulsion-ordered"):
            ends["bars"].append(acts_term(when, 30))
        if act == "custody-ordered":
            ends["custody"].append(acts_term(when, 7))
        if act == "custody-appealed":
            ends["appealed"].append(when)
    open_bars = [end for end in ends["bars"] if end >= today and now["bars"] is None]
    open_custody = [end for end in ends["custody"] if end >= today and not ends["appealed"]]
    now["bars_until"] = min(open_bars, default=None)
    now["custody_until"] = min(open_custody, default=None)
    return Facts(**now)


STAGES = {
    "wanted-listed": "wanted",
    "extradition-requested": "requested",
    "extradition-resumed": "requested",
    "extradition-granted": "granted",
    "extradition-complaint-filed": "complaint-pending",
    "extradition-suspended": "suspended",
}
DAYS = {
    "extradition-complaint-received": "received",
    "court-complaint-filed": "review",
    "court-complaint-decided": "reviewed",
    "bars-submitted": "bars",
    "custody-appealed": "custody_complaint",
    "expulsion-appealed": "objection",
}


def _granted(now, when, _):
    now.update(dict.fromkeys(ANEW), grant=when)


def _served(now, when, fields):
    for whom in {"person": ["to_person"], "counsel": ["to_counsel"]}.get(fields.get("to"), ["to_person", "to_counsel"]):
        now[whom] = now[whom] or when


def _complained(now, when, _):
    now["complaint"] = when


def _ruled(now, when, fields):
    dismissed = fields["outcome"] == "dismissed"
    now.update(stage="in-force", dismissed=when) if dismissed else now.update(stage="refused")


def _ordered(now, when, fields):
    now.update(order=when, leave_by=fields.get("leave-by"), objection=None, forced=None)


def _objection_decided(now, when, fields):
    now.update(forced=when) if fields["outcome"] == "upheld" else now.update(order=None, objection=None)


DECIDED = {
    "extradition-granted": _granted,
    "served": _served,
    "extradition-complaint-filed": _complained,
    "extradition-complaint-decided": _ruled,
    "expulsion-ordered": _ordered,
    "expulsion-appeal-decided": _objection_decided,
    "custody-appeal-decided": lambda now, *_: now.update(custody_complaint=None),
    "asylum-granted": lambda now, when, _: now.update(status_until=month_later(when, 12)),
    "asylum-ended": lambda now, *_: now.update(status_until=None),
}
