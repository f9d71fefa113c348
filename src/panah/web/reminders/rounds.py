"""Reminders of the register that this process holds open, on the day of its desk."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from django.db import connections

from panah.watch.models import Way
from panah.watch.reminders import Instant
from panah.watch.rounds import Due, due, mark_told, not_told, send_mail
from panah.web import clock
from panah.web.desk import the_desk
from panah.web.standing import all_standing


def now() -> Instant:
    """Give the moment; where the pages are for a fixed day, the hour of now on that day."""
    desk, at = the_desk(), clock.now()
    return Instant(desk.day, at + timedelta(days=desk.day - clock.today()))


def all_due() -> list[Due]:
    """Give every reminder that is reached."""
    return due(((one.case, one.position) for one in all_standing()), the_desk().law, now())


def for_desktop() -> list[Due]:
    """Give the reminders that the desktop has not shown."""
    return not_told(all_due(), Way.DESKTOP)


def shown_on_desktop(marks: list[str]) -> None:
    """Remember that the desktop has shown some of them."""
    mark_told([one for one in all_due() if one.mark in marks], Way.DESKTOP, now())


def mail_round() -> None:
    """Mail what is reached and was not mailed; called again and again beside the pages, never fails."""
    desk = the_desk()
    if desk.demo or not desk.is_open:
        return
    try:
        # whatever breaks (sealed in the middle, a case that no longer reads) must neither stop the watching nor be
        # written anywhere; the next round tries again
        with suppress(Exception):
            send_mail(((one.case, one.position) for one in all_standing()), desk.law, now())
    finally:
        connections.close_all()
