"""The tables of the register. What a person could be known by stands only inside sealed bytes."""

from panah.register.models.access import Access
from panah.register.models.acts import ActRow
from panah.register.models.case import Case, Compartment, Kind
from panah.register.models.practice import Practice
from panah.register.models.rows import (
    ROW_MODELS,
    Body,
    Confirmation,
    Hearing,
    JudgeLimit,
    Note,
    PaperRow,
    Person,
    SealedRow,
    SourceRow,
    Task,
)

__all__ = [
    "ROW_MODELS",
    "Access",
    "ActRow",
    "Body",
    "Case",
    "Compartment",
    "Confirmation",
    "Hearing",
    "JudgeLimit",
    "Kind",
    "Note",
    "PaperRow",
    "Person",
    "Practice",
    "SealedRow",
    "SourceRow",
    "Task",
]
