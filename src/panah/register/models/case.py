"""A case, and its compartments: the parts that are opened one by one."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Kind(models.TextChoices):
    """What a compartment holds. A case file fills identity and general; the rest is written in the register only."""

    IDENTITY = "identity"
    GENERAL = "general"
    HEALTH = "health"
    FAMILY = "family"
    WHEREABOUTS = "whereabouts"


class Case(models.Model):
    """A case, known outside by its slug (K7) only.

    `key_id` names its key in the store of case keys. `digest` changes with everything that a case file of it would say:
    answers are cached by it. A destroyed case keeps its row, so that its slug is never given again.
    """

    slug = models.CharField(max_length=20, unique=True)
    key_id = models.CharField(max_length=32, unique=True)
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    destroyed_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return self.slug


class Compartment(models.Model):
    """One compartment of a case: a sealed JSON object. Changing it raises its version; the old content is gone."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="compartments")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    version = models.PositiveIntegerField()
    sealed = models.BinaryField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "kind"], name="one_compartment_of_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.kind}"
