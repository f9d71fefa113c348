"""Reminding: what is reached and was not told yet, by each way once.

A round may be made as often as one likes, after any sleep. A mail is marked as sent when the server has taken it: a
machine that dies between the two sends it once more, and never not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from email.message import EmailMessage
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from panah.register import keyholder
from panah.register.beside import beside_of
from panah.register.models import Case
from panah.telling.law_words import LawWords
from panah.watch import mail
from panah.watch.models import Sent, Way, Ways, ways
from panah.watch.reminders import Instant, Reminder, reached, told
from panah.watch.schedule import the_schedule

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.position import Position

Stands = tuple[Case, "Position"]


class Due(NamedTuple):
    """A reminder that is reached, of which case, and the mark it is remembered by."""

    case: Case
    reminder: Reminder
    mark: str


def due(stands: Iterable[Stands], law: Law, now: Instant) -> list[Due]:
    """Give everything that is reached, soonest first; nothing while the register is sealed."""
    if not keyholder.is_open():
        return []
    standing = list(stands)
    beside = beside_of([case for case, _ in standing])
    found = [
        Due(case, one, _mark(case, one))
        for case, position in standing
        for one in reached(case.slug, position, beside[case.pk], law, the_schedule(), now)
    ]
    return sorted(found, key=lambda one: (one.reminder.on, one.case.pk, one.reminder.key))


def not_told(found: list[Due], way: Way) -> list[Due]:
    """Leave out what was told by a way already."""
    before = set(Sent.objects.filter(way=way, mark__in=[one.mark for one in found]).values_list("mark", flat=True))
    return [one for one in found if one.mark not in before]


def mark_told(found: list[Due], way: Way, now: Instant) -> None:
    """Remember that reminders were told."""
    rows = [Sent(case=one.case, way=way, mark=one.mark, sent_at=now.at) for one in found]
    Sent.objects.bulk_create(rows, ignore_conflicts=True)


def send_mail(
    stands: Iterable[Stands], law: Law, now: Instant, post: Callable[[EmailMessage, Ways], None] = mail.post
) -> int:
    """Mail what is reached and was not mailed, all in one mail; gives how many reminders went out.

    What could not be sent is tried again in the next round; `Ways.fault` says why it could not.
    """
    if not keyholder.is_open():
        return 0
    chosen = ways()
    if not chosen.mails:
        return 0
    found = not_told(due(stands, law, now), Way.MAIL)
    if not found:
        return 0
    words = LawWords(chosen.lang)
    lines = [told(one.reminder, law, words, now.day).neutral for one in found]
    try:
        post(mail.message(lines, chosen, now.at), chosen)
    except mail.MailError as error:
        Ways.objects.filter(pk=chosen.pk).update(fault=error.code)
        return 0
    mark_told(found, Way.MAIL, now)
    if chosen.fault:
        Ways.objects.filter(pk=chosen.pk).update(fault="")
    return len(found)


def _mark(case: Case, one: Reminder) -> str:
    said = "\0".join([one.key, str(one.counted), one.stage])
    # keyed: whoever reads the table alone cannot try out which rules and days give this mark
    return blake2b(said.encode(), key=keyholder.case_key(case.key_id), digest_size=24).hexdigest()
