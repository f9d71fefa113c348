"""The pages in this process, at a desk whose day may be changed under them."""

import html
import re
from contextlib import contextmanager

import pytest
from django import conf
from django.test import Client, override_settings

from panah.register import opening
from panah.timelimits import parse_day
from panah.web import desk as desks
from panah.web import settings

_NAMES = ("ROOT_URLCONF", "MIDDLEWARE", "TEMPLATES", "ALLOWED_HOSTS", "SESSION_ENGINE")


class Pages:
    """A browser at a desk."""

    def __init__(self, desk):
        self.desk = desk
        self.browser = Client(headers={"host": "localhost", "accept-language": "en"})

    def on(self, day):
        self.desk.fixed_day = parse_day(day)

    def page(self, path="/"):
        return self.browser.get(path).content.decode()

    def words(self, path="/"):
        return words_of(self.page(path))


def words_of(page):
    """A page as a person reads it, without tags, with single spaces."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


@contextmanager
def seated(folder, law, day):
    """Sit down at the register that is open; sealed afterwards."""
    desk = desks.Desk(folder, law, fixed_day=parse_day(day), demo=True)
    desks.sit_down(desk)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conf.settings._wrapped, "SECRET_KEY", settings.SECRET_KEY)
        with override_settings(**{name: getattr(settings, name) for name in _NAMES}):
            yield Pages(desk)
    opening.seal()
