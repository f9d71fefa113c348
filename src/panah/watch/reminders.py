"""Which reminders are reached at a moment: pure, the same answer whenever and however often it is asked.

Of each deadline the last stage reached and no other, so that who slept through three of them is told once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from panah.dates import distance, weekday_words
from panah.lawmodel.citations import cites_words
from panah.telling.awaited import Awaited, awaited, key_of, moment_of
from panah.telling.beside import LIMIT, Beside, Dated
from panah.telling.items import is_exposure
from panah.telling.law_words import LawWords
from panah.telling.said import Said, last_day, said_words
from panah.texts import say

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.position import Deadline, Position
    from panah.watch.schedule import Schedule

PASSED = "passed"
_KINDS = {LIMIT: "ours"}
"""A limit that a judge set is reminded of like those of the law."""


class Reminder(NamedTuple):
    """A stage that was reached, of a deadline or of what has a day of its own.

    Attributes:
        slug: The case.
        number: Its number in calendar and mail; 0 where it has passed.
        key: What it is known by within the case.
        stage: `days-3`, `hours-6`, or `passed`.
        on: The day (an ordinal) to work to, or that has passed.
        counted: The day the reminder is of; unlike `on` it stays where it is while an uncertain end draws on.
        item: The deadline, hearing, limit that was set, or task.
        said: What the lawyer said of the day, if anything.
    """

    slug: str
    number: int
    key: str
    stage: str
    on: int
    counted: int
    item: Deadline | Dated
    said: Said | None = None


class Told(NamedTuple):
    """A reminder in words: neutral for what leaves Panah, full for its own pages."""

    neutral: str
    due: str
    title: str
    cite: str
    if_missed: str
    said: str = ""


class Instant(NamedTuple):
    """When it is: the local day of the person at the screen (an ordinal), and the moment of the world (UTC)."""

    day: int
    at: datetime


def reached(
    slug: str, position: Position, beside: Beside, law: Law, schedule: Schedule, now: Instant
) -> list[Reminder]:
    """Give the reminders of a case that are reached.

    Args:
        slug: Its slug.
        position: Where it stands on the day of `now`.
        beside: What was said of its days, and what has a day of its own.
        law: The law.
        schedule: The stages.
        now: When it is.
    """
    ahead = awaited(position, beside)
    found = [_ahead(slug, one, beside, law, schedule, now) for one in ahead]
    found += [_dated(slug, one, schedule, now) for one in beside.dated]
    known = {one.key for one in ahead}
    rest = (item for item in position.deadlines if key_of(item) not in known)
    return [one for one in found if one is not None] + list(_passed(slug, rest, beside, schedule, now))


def told(reminder: Reminder, law: Law, law_words: LawWords, today: int) -> Told:
    """Tell a reminder; what is neutral has no name, no act and no rule in it."""
    lang = law_words.lang
    item = reminder.item
    passed = reminder.stage == PASSED
    named = say(lang, "watch.passed" if passed else "feed.neutral", number=reminder.number, code=reminder.slug)
    due = f"{weekday_words(reminder.on, lang)} · {distance(reminder.on, today, lang)}"
    if isinstance(item, Dated):
        named = named if passed else item.neutral(reminder.slug, lang)
        return Told(neutral=f"{named} · {due}", due=due, title=item.title(law, lang), cite="", if_missed="")
    return Told(
        neutral=f"{named} · {due}",
        due=due,
        title=law_words.of(item.limit.title),
        cite=cites_words(item.edition.cite, law, lang),
        if_missed=law_words.of(item.limit.if_missed),
        said="" if reminder.said is None else said_words(reminder.said, item, today, lang),
    )


def _ahead(slug: str, one: Awaited, beside: Beside, law: Law, schedule: Schedule, now: Instant) -> Reminder | None:
    stages = schedule.stages[_kind(one.item)]
    counted = _counted(one, now.day)
    moment = _moment(one, law)
    if moment is None:
        end = one.day if one.ours is None else counted
        unit, passed = "days", [n for n in stages.days if end - now.day <= n]
    else:
        unit, passed = "hours", [n for n in stages.hours if moment - now.at <= timedelta(hours=n)]
    if not passed:
        return None
    stage, said = f"{unit}-{min(passed)}", beside.said.get(one.key)
    return Reminder(slug, one.number, one.key, stage, one.day, counted, one.item, said)


def _counted(one: Awaited, today: int) -> int:
    """Give the end that the stages lead to: of the day the lawyer set and the law's, the earlier, then the other."""
    ends = sorted({one.item.safe, one.item.safe if one.ours is None else one.ours})
    return next((end for end in ends if end >= today), ends[0])


def _dated(slug: str, one: Dated, schedule: Schedule, now: Instant) -> Reminder | None:
    left = one.day - now.day
    if left < 0:
        is_told = one.kind == LIMIT and -left <= schedule.passed_within
        return Reminder(slug, 0, one.key, PASSED, one.day, one.day, one) if is_told else None
    passed = [n for n in schedule.stages[_KINDS.get(one.kind, one.kind)].days if left <= n]
    return Reminder(slug, one.number, one.key, f"days-{min(passed)}", one.day, one.day, one) if passed else None


def _passed(
    slug: str, items: Iterable[Deadline], beside: Beside, schedule: Schedule, now: Instant
) -> Iterator[Reminder]:
    for item in items:
        if item.met_by or not _is_told_when_passed(item):
            continue
        key = key_of(item)
        end = last_day(item, beside.set_day(key, item))
        if 0 < now.day - end <= schedule.passed_within:
            yield Reminder(slug, 0, key, PASSED, end, end, item, beside.said.get(key))


def _is_told_when_passed(item: Deadline) -> bool:
    """Whether a passed end is told: ours also where nobody recorded what was filed, theirs once surely missed."""
    if item.limit.binds == "defence":
        return item.state in {"missed", "undetermined"}
    return item.state == "missed" and bool(item.limit.breach) and not item.limit.warning


def _kind(item: Deadline) -> str:
    if is_exposure(item):
        return "gate"
    return "ours" if item.limit.binds == "defence" else "theirs"


def _moment(one: Awaited, law: Law) -> datetime | None:
    """Give the moment at which a deadline ends, None where it ends with a day or the zone is not certain."""
    if one.minute is None:
        return None
    moment = moment_of(one.minute, law.packs[one.item.limit.id.partition("/")[0]])
    return None if moment.tzinfo is None else moment
