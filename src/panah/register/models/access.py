"""Who may see which case. The owner of a register sees every case; others what they were given."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from panah.accounts.models import Member
from panah.register.models.case import Case


class Right(models.TextChoices):
    """What a member may do in a case."""

    READ = "read"
    WRITE = "write"


class Access(models.Model):
    """One giving of access; withdrawn, never removed.

    `opens` names the compartments (words of `Kind` with spaces between) that the member may open.
    `wrapped_key` is the case key for this member alone; empty on a laptop, where the owner's root opens all.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="access")
    member = models.ForeignKey(Member, models.PROTECT, related_name="access")
    right = models.CharField(max_length=10, choices=Right.choices)
    opens = models.CharField(max_length=80)
    granted_at = models.DateTimeField()
    granted_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    wrapped_key = models.BinaryField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return f"{self.member} {self.right} {self.case}"
