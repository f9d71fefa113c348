"""What a practice chose for itself, and when it last made a copy: one row, no word of a case."""

from __future__ import annotations

from django.db import models

IDLE_MINUTES = 20
"""Minutes without a request after which the register is sealed; a person may choose others."""


class Practice(models.Model):
    """The choices of the practice; `key_id` names the key of what is sealed and belongs to no case.

    That key lies in the store of case keys, wrapped by the root as they are: it goes into backups and lives through a
    change of the root. `lang` is for a browser that has chosen none; empty: the one the browser asks for.
    """

    idle_minutes = models.PositiveSmallIntegerField(default=IDLE_MINUTES)
    lang = models.CharField(max_length=2, blank=True)
    backed_up_at = models.DateTimeField(null=True)
    key_id = models.CharField(max_length=32, blank=True)

    def __str__(self) -> str:
        return "practice"
