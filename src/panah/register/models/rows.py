"""Everything else that is recorded of a case, in tables of one shape: numbered rows whose content is sealed.

The content is a JSON object of texts; `NEEDED` and `ALLOWED` name its keys. What the texts mean is said beside each.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from panah.accounts.models import Member
from panah.register.models.case import Case


class SealedRow(models.Model):
    """A numbered row of a case. Changing it raises its version, unless the table is append-only (`APPEND_ONLY`)."""

    NEEDED: ClassVar[frozenset[str]] = frozenset()
    ALLOWED: ClassVar[frozenset[str]] = frozenset()
    APPEND_ONLY: ClassVar[bool] = False

    case = models.ForeignKey(Case, models.CASCADE, related_name="%(class)ss")
    number = models.PositiveIntegerField()
    version = models.PositiveIntegerField(default=1)
    sealed = models.BinaryField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["case", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "number"], name="one_%(class)s_of_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.case} {self._meta.model_name} {self.number}"


class SourceRow(SealedRow):
    """Where something was read, as in a case file, with its id there."""

    NEEDED = frozenset(("id",))
    ALLOWED = frozenset(("title", "publisher", "published", "url"))


class Person(SealedRow):
    """Somebody else in the case: `role` is relative, counsel, witness, official or other; `relation` to the client.

    `other-case` is the slug of a case in which the same person is the client.
    """

    NEEDED = frozenset(("role", "name"))
    ALLOWED = frozenset(("relation", "contact", "other-case", "note"))


class Body(SealedRow):
    """A court or authority as this case meets it: `body` a word of the vocabulary, `number` how it numbers the case."""

    NEEDED = frozenset(("name",))
    ALLOWED = frozenset(("body", "address", "contact", "number", "note"))


class Task(SealedRow):
    """Something to be done: `due` and `done` are days; `limit` names the deadline it is for."""

    NEEDED = frozenset(("text",))
    ALLOWED = frozenset(("due", "done", "limit"))


class Note(SealedRow):
    """A note of the lawyer, never part of a case file."""

    NEEDED = frozenset(("text",))


class Hearing(SealedRow):
    """A hearing: `at` is a day or a minute as in a case file; `act` the id of the act that set it."""

    NEEDED = frozenset(("at",))
    ALLOWED = frozenset(("body", "subject", "result", "act"))


class JudgeLimit(SealedRow):
    """A limit that a judge or body set by an order of its own: what is due, until which day; `act` that set it."""

    NEEDED = frozenset(("what", "until"))
    ALLOWED = frozenset(("act", "body", "done"))


class PaperRow(SealedRow):
    """A paper: drafted from a `template`, in `state` draft, filed or served; `act` names the act it became.

    `content` is the file itself, sealed apart; None where only the fact is kept.
    """

    NEEDED = frozenset(("title", "state"))
    ALLOWED = frozenset(("template", "made", "filed", "served", "act", "lang", "file-type", "note"))

    content = models.BinaryField(null=True)


class Confirmation(SealedRow):
    """What the lawyer said of a computed day: `decision` is confirmed or overridden, `day` the day that counts then.

    `deadline` is the key of the deadline, `computed` the day Panah gave. Both stay: later rows of one deadline win,
    earlier ones are never changed.
    """

    NEEDED = frozenset(("deadline", "computed", "decision", "day"))
    ALLOWED = frozenset(("reason",))
    APPEND_ONLY = True


ROW_MODELS: tuple[type[SealedRow], ...] = (
    SourceRow,
    Person,
    Body,
    Task,
    Note,
    Hearing,
    JudgeLimit,
    PaperRow,
    Confirmation,
)
