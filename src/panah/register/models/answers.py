"""Answers computed before: never truth, only time saved."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from panah.register.models.case import Case


class CachedAnswer(models.Model):
    """The last answer of one kind (`what`) for a case, sealed; valid only while `stamp` is the one asked for.

    The stamp is made of the case's digest, the version of the law and the day (`panah.register.answers`).
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="answers")
    what = models.CharField(max_length=40)
    stamp = models.CharField(max_length=64)
    sealed = models.BinaryField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "what"], name="one_answer_of_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.what}"
