"""What was reminded of, and by which ways to remind. No word of a case stands here."""

from __future__ import annotations

import os
from typing import ClassVar

from django.db import models

from panah.register.models import Case
from panah.register.practice import open_own, seal_own

PASSWORD = "mail password"  # noqa: S105  (the place of the sealed one)
_SECRET_BYTES = 24


def new_secret() -> str:
    """Give a secret that can stand in an address."""
    return os.urandom(_SECRET_BYTES).hex()


class Way(models.TextChoices):
    """A way to be reminded that needs to know what it told already; the pages and the calendar need not."""

    MAIL = "mail"
    DESKTOP = "desktop"


class Sent(models.Model):
    """A reminder that went out: `mark` tells which, to whoever holds the key of the case, and nothing to others."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    way = models.CharField(max_length=10, choices=Way.choices)
    mark = models.CharField(max_length=64)
    sent_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["way", "mark"], name="one_reminder_a_way")
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.way}"


class Security(models.TextChoices):
    """How a mail server is spoken to; plain only with a server on this machine."""

    TLS = "tls"
    STARTTLS = "starttls"
    PLAIN = "plain"


class Ways(models.Model):
    """How to remind: one row. Mail goes out where `mail_host` and `mail_to` are set; `fault` says why the last did not.

    The password is sealed by the key of the practice; the other columns are readable inside the encrypted database, and
    to the administrator of a server.
    """

    mail_host = models.CharField(max_length=255, blank=True)
    mail_port = models.PositiveIntegerField(default=465)
    mail_security = models.CharField(max_length=10, choices=Security.choices, default=Security.TLS)
    mail_user = models.CharField(max_length=255, blank=True)
    mail_password_sealed = models.BinaryField(null=True)
    mail_from = models.CharField(max_length=255, blank=True)
    mail_to = models.CharField(max_length=255, blank=True)
    lang = models.CharField(max_length=2, default="ru")
    feed_secret = models.CharField(max_length=64, default=new_secret)
    fault = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return "ways"

    @property
    def mail_password(self) -> str:
        """The password of the mail server, empty where none was kept; raises `SealingError` if it does not open."""
        return open_own(self.mail_password_sealed, PASSWORD) if self.mail_password_sealed else ""

    @mail_password.setter
    def mail_password(self, plain: str) -> None:
        self.mail_password_sealed = seal_own(plain, PASSWORD) if plain else None

    @property
    def mails(self) -> bool:
        """Whether mail is set up."""
        return bool(self.mail_host and self.mail_to)


def ways() -> Ways:
    """Give the one row, made with nothing set up where there is none yet."""
    return Ways.objects.get_or_create(pk=1)[0]
