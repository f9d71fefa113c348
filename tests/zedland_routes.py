"""Zedland's game of routes told a second time, by hand: the law of `law/xx` in plain dates, as a lawyer would count.

It shares nothing with the engine: no game, no steps as data, no search. It exists so that the two can disagree.
An authority acts on the day
asked at the earliest; terms end where the law puts them, past ones too.
"""

from datetime import date
from itertools import combinations
from typing import NamedTuple

from zedland_facts import ByTheEnd, acts_term, after, by_the_end, month_later, plus, rolled, working_days

EXTRADITION = ("complaint", "review", "bars", "custody-complaint")
EXPULSION = ("objection", "bars")


class Told(NamedTuple):
    """How a route ends with some filings made: the day of return, and the last day each filing could be made."""

    goal: date | None
    last_days: dict


def complaint_terms(facts, served):
    """The term for complaint: its last day at the earliest and at the latest; unknown where nobody saw a service."""
    seen = [day for day in (facts.to_person, facts.to_counsel) if day]
    if facts.grant and facts.stage in ("granted", "complaint-pending", "in-force"):
        ends = [acts_term(day, 7) for day in seen or [facts.grant]]
        return min(ends), max(ends) if seen else None
    return (None, None) if served is None else (acts_term(served, 7), acts_term(served, 7))


def grant_of(facts, slowly):
    """The day of the grant: on record, or to come; and whether a bar nothing lifts forbids it."""
    if facts.stage in ("granted", "complaint-pending", "in-force"):
        return facts.grant
    if facts.no_crime or slowly:
        return None
    if facts.status_until and facts.status_until >= facts.today:
        return after(facts.status_until)
    return facts.today


def extradition(facts, made, slowly):
    """The day of surrender when these filings are made (beside those on record); `slowly`: every term used in full."""
    today, last = facts.today, {}
    grant = grant_of(facts, slowly)
    ahead = facts.stage not in ("granted", "complaint-pending", "in-force")
    served = facts.to_person if facts.to_person and not ahead else None if slowly else grant  # at once, unseen
    term, term_slow = complaint_terms(facts, served)
    lapse = after(term_slow if slowly else term) if served else None
    complaint = facts.complaint if facts.stage in ("complaint-pending", "in-force") else None
    if facts.stage == "in-force":
        dismissed = facts.dismissed
    else:
        still_open = term is not None and (term_slow is None or term_slow >= today)
        if still_open and complaint is None:
            last["complaint"] = max(term, today)
            too_late = lapse is not None and lapse <= today
            complaint = last["complaint"] if "complaint" in made and not too_late else None
        dismissed = court(facts, complaint, slowly)
    in_force = lapse if complaint is None else None
    if dismissed is not None:
        in_force = confirmed(facts, dismissed, made, slowly, last)
    window = window_of(facts)
    cleared = clearing(facts, in_force, made, slowly, last, grant if ahead else None)
    taken = taking(facts, cleared, made, slowly, last)
    if taken is None or facts.no_crime:
        return Told(None, last)
    barred = after(facts.status_until) if facts.status_until and facts.status_until >= today else today
    if not slowly:
        return Told(max(taken, barred), last)
    ready = max(taken, barred)
    return Told(max(ready, window or rolled(month_later(ready)), today), last)


def between_readings(facts):
    """Whether the term for complaint is over as one reading has it and open as the other."""
    term, term_slow = complaint_terms(facts, None)
    return term is not None and facts.complaint is None and term < facts.today <= (term_slow or date.max)


def window_of(facts):
    """The month for the hand-over where it already runs."""
    if facts.stage == "in-force":
        return rolled(month_later(facts.dismissed))
    if facts.stage == "granted" and facts.to_person:
        _, term = complaint_terms(facts, None)
        return rolled(month_later(after(term))) if term < facts.today else None
    return None


def court(facts, complaint, slowly):
    """The Supreme Court dismisses: after three days at the earliest; forwarded in a day, decided in fourteen."""
    if complaint is None:
        return None
    if not slowly:
        return max(after(acts_term(complaint, 3)), facts.today)
    end = acts_term(facts.received or plus(complaint, 1), 14)
    return by_the_end(end, facts.today)


def confirmed(facts, dismissed, made, slowly, last):
    """The grant is in force: no review in two days, or a review that changes nothing."""
    if facts.reviewed:
        return facts.reviewed
    term, asked = acts_term(dismissed, 2), facts.review
    if asked is None and term >= facts.today:
        last["review"] = term
        asked = term if "review" in made else None
    if asked is None:
        return after(term)
    return by_the_end(acts_term(asked, 10), facts.today) if slowly else max(after(plus(asked, 4)), facts.today)


def clearing(facts, ready, made, slowly, last, grant):
    """No bars were submitted, or they are answered: two days at the earliest, five at full terms."""
    asked = facts.bars
    if asked is None:
        end = facts.bars_until or (acts_term(grant, 30) if grant else None)
        if end is not None:
            last["bars"] = end
            asked = counted(end, ready, facts.today) if "bars" in made else None
    if ready is None or asked is None:
        return ready
    start = max(asked, ready)
    return by_the_end(acts_term(start, 5), start) if slowly else after(plus(start, 2))


def taking(facts, cleared, made, slowly, last):
    """The person is taken, or the court first decides on custody: after a day, or within three working days."""
    asked = facts.custody_complaint
    if asked is None and facts.custody_until is not None:
        last["custody-complaint"] = facts.custody_until
        asked = counted(facts.custody_until, cleared, facts.today) if "custody-complaint" in made else None
    if cleared is None or asked is None:
        return cleared
    start = max(asked, cleared)
    return max(working_days(start, 3) if slowly else after(plus(start, 1)), facts.today)


def counted(end, ready, today):
    """The day a filing is counted on: its last safe day, or the eve of what it must precede; None: too late."""
    if ready is None:
        return end
    if isinstance(ready, ByTheEnd) and ready >= today:
        return min(end, ready)
    return None if ready <= today else min(end, plus(ready, -1))


def expulsion(facts, made, slowly):
    """The day of expulsion when these filings are made; None where nothing is ordered."""
    last, today = {}, facts.today
    over = after(facts.leave_by) or facts.order  # a day to leave not on record may be at once
    forced, asked = facts.forced, facts.objection
    if forced is None:
        end = min(acts_term(facts.order, 3), facts.leave_by or date.max)
        if asked is None and end >= today:
            last["objection"] = end
            asked = counted(end, over, today) if "objection" in made else None
        forced = over
        if asked is not None:
            forced = by_the_end(acts_term(asked, 6), today) if slowly else max(after(plus(asked, 1)), today)
    cleared = clearing(facts, forced, made, slowly, last, None)
    if slowly:
        return Told(max(rolled(month_later(cleared)), today), last)
    return Told(max(cleared, today), last)


ROUTES = {"extradition": (extradition, EXTRADITION), "expulsion": (expulsion, EXPULSION)}


def in_sight(facts):
    return ["extradition"] * (facts.stage != "none") + ["expulsion"] * (facts.order is not None)


def available(facts, route):
    """The filings that can be made or may come up, each with its last day (everything filed)."""
    solve, filings = ROUTES[route]
    everything = solve(facts, set(filings), False).last_days
    return {name: everything[name] for name in filings if name in everything}


def smallest(facts, day):
    """The smallest number of filings with which no return comes before a day, and all such sets; None: no set."""
    names = sorted({name for route in in_sight(facts) for name in available(facts, route)})
    for size in range(len(names) + 1):
        found = [frozenset(some) for some in combinations(names, size) if holds(facts, frozenset(some), day)]
        if found:
            return size, found
    return None


def holds(facts, made, day):
    goals = [ROUTES[route][0](facts, made, False).goal for route in in_sight(facts)]
    return all(goal is None or goal >= day for goal in goals)
