"""One member of the practice. No name of a person is kept here: an alias is enough to say who recorded what."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Role(models.TextChoices):
    """What a member is, from most to least rights; which cases, says `panah.register.models.Access`."""

    OWNER = "owner"
    LAWYER = "lawyer"
    COORDINATOR = "coordinator"
    DOCUMENTER = "documenter"
    READER = "reader"


class Member(models.Model):
    """A member: `alias` such as M1, a role, since when, and until when if the member has left."""

    alias = models.CharField(max_length=40, unique=True)
    role = models.CharField(max_length=20, choices=Role.choices)
    created_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return self.alias

    @property
    def sees_every_case(self) -> bool:
        """Whether access need not be given case by case: true of the owner of the register, while a member."""
        return self.role == Role.OWNER and self.left_at is None
