"""Reminders: the page, what the desktop asks for, how to mail, the calendar's feed."""

from __future__ import annotations

import json
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.http import require_POST

from panah.register.beside import beside_of
from panah.telling.law_words import LawWords
from panah.texts import LANGUAGES, say
from panah.watch import mail
from panah.watch.feed import calendar, is_secret
from panah.watch.models import Security, Ways, new_secret, ways
from panah.watch.reminders import Told, told
from panah.web.desk import the_desk
from panah.web.reminders.rounds import all_due, for_desktop, now, shown_on_desktop
from panah.web.shell import answer, lang_of
from panah.web.standing import all_standing

_MOST_MARKS = 500
_FIELDS = ("mail_host", "mail_user", "mail_from", "mail_to")


class Line(NamedTuple):
    """A reminder on the page: its case, and its words."""

    slug: str
    words: Told


class Reminders(NamedTuple):
    """The page of reminders.

    ``security`` are the ways to speak to a mail server, each with whether it is chosen; ``damaged`` the aliases of
    cases of which a record does not open, so that a reminder may be missing.
    """

    lines: tuple[Line, ...]
    remark: str
    feed: str
    ways: Ways
    security: tuple[tuple[str, bool], ...]
    fault: str
    damaged: tuple[str, ...]


def reminders(request: HttpRequest) -> HttpResponse:
    """Show what is to be reminded of, and by which ways."""
    lang, desk, chosen = lang_of(request), the_desk(), ways()
    words = LawWords(lang)
    cases = [one.case for one in all_standing()]
    beside = beside_of(cases)
    lines = tuple(Line(one.case.slug, told(one.reminder, desk.law, words, desk.day)) for one in all_due())
    context = Reminders(
        lines=lines,
        remark=words.remark(),
        feed=request.build_absolute_uri(f"/feed/{chosen.feed_secret}.ics"),
        ways=chosen,
        security=tuple((value, value == chosen.mail_security) for value in Security.values),
        fault=say(lang, f"watch.fault-{chosen.fault}") if chosen.fault else "",
        damaged=tuple(case.slug for case in cases if beside[case.pk].damaged),
    )
    return answer(request, "reminders/reminders.html", context, title=say(lang, "watch.reminders"), here="settings")


@require_POST
def set_mail(request: HttpRequest) -> HttpResponse:
    """Keep how to mail, and try it with one neutral mail."""
    chosen = ways()
    for field in _FIELDS:
        setattr(chosen, field, request.POST.get(field, "").strip()[:255])
    if request.POST.get("mail_password"):  # one that was kept is not shown, so nothing typed leaves it
        chosen.mail_password = request.POST["mail_password"][:255]
    port = request.POST.get("mail_port", "")
    chosen.mail_port = int(port) if port.isdigit() and 0 < int(port) < 65_536 else 465
    security = request.POST.get("mail_security", "")
    chosen.mail_security = security if security in Security.values else Security.TLS
    chosen.lang, chosen.fault = lang_of(request), ""
    if chosen.mails:
        try:
            mail.post(mail.message([say(chosen.lang, "watch.trial")], chosen, now().at), chosen)
        except mail.MailError as error:
            chosen.fault = error.code
    chosen.save()
    return HttpResponseRedirect("/reminders" if chosen.fault else "/reminders?done=saved")


@require_POST
def new_feed(_request: HttpRequest) -> HttpResponse:
    """Give the feed another address; the old one answers no more."""
    chosen = ways()
    chosen.feed_secret = new_secret()
    chosen.save(update_fields=["feed_secret"])
    return HttpResponseRedirect("/reminders?done=saved")


def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Give the calendar to whoever has its address, while the register is open; otherwise there is none."""
    desk = the_desk()
    if not desk.is_open or not is_secret(secret):
        raise Http404
    asked = request.GET.get("lang", "")
    lang = asked if asked in LANGUAGES else ways().lang
    stands = ((one.case, one.casefile, one.position) for one in all_standing())
    return HttpResponse(calendar(stands, desk.law, lang), content_type="text/calendar; charset=utf-8")


def for_script(request: HttpRequest) -> HttpResponse:
    """Give the script what the desktop has not shown yet: marks and neutral words."""
    lang, desk = lang_of(request), the_desk()
    words = LawWords(lang)
    found = [{"mark": one.mark, "text": told(one.reminder, desk.law, words, desk.day).neutral} for one in for_desktop()]
    return JsonResponse({"reminders": found, "many": say(lang, "watch.many", count=len(found))})


@require_POST
def shown(request: HttpRequest) -> HttpResponse:
    """Take from the script which reminders the desktop has shown."""
    try:
        marks = json.loads(request.body)
    except ValueError:
        marks = None
    if not isinstance(marks, list) or not all(isinstance(mark, str) for mark in marks[:_MOST_MARKS]):
        return HttpResponse(status=400)
    shown_on_desktop(marks[:_MOST_MARKS])
    return HttpResponse(status=204)
