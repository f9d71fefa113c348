"""The acts of a case: append-only, each bound to the one before it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from panah.accounts.models import Member
from panah.register.models.case import Case


class ActRow(models.Model):
    """One act as its table in a case file, sealed. `number` counts from 1 in the order of the file and of recording.

    A correction is another row that `supersedes` this one. `chain` is the SHA-256 over the chain of the row before and
    this row, so that a row left out, changed or moved is seen, also in who recorded it or what it supersedes
    (`panah.register.chain`). The database itself refuses changes, and refuses to remove acts of a case that was not
    destroyed.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="acts")
    number = models.PositiveIntegerField()
    sealed = models.BinaryField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Member, models.PROTECT)
    supersedes = models.ForeignKey("self", models.RESTRICT, null=True)
    chain = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar[list[str]] = ["case", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "number"], name="one_act_of_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.number}"
