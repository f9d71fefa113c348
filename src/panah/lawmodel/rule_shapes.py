"""The shape of a file of rules: moves, limits, shields, breaches, and what is not modelled.

The vocabulary of conditions is closed: what is not a field of `GuardShape` cannot be said, and no code runs.
Whether the names used exist is not asked here (see ``linting``).
"""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from panah.lawmodel.shape_kinds import (
    Confidence,
    Date,
    Day,
    Id,
    Lasting,
    Length,
    OneOrMany,
    Shape,
    Slug,
    Texts,
    Whole,
    Word,
    Words,
    fault,
    file_key,
)


class PatternShape(Shape):
    """Which acts are meant: ``act`` and, for any of its fields, the words admitted (``unknown``: absent too)."""

    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
        strict=True,
        frozen=True,
        alias_generator=file_key,
        json_schema_extra={"additionalProperties": {}},
    )
    __pydantic_extra__: dict[str, Words] = Field(init=False)

    act: Slug


Patterns = Annotated[list[PatternShape], OneOrMany()]
Stages = dict[Slug, Words]


class ArrivedShape(Shape):
    """An act that must have come before a limit ends."""

    limit: Id
    on_the_day: Literal["maybe"] | None = None


class GuardShape(Shape):
    """The conditions there are; all that are given must hold."""

    stage: Stages = {}
    stage_at_start: Stages = {}
    left_stage: Stages = {}
    limit_open: Id = ""
    within_term: Id = ""
    after: Patterns = []
    until: Patterns = []
    lasts: Lasting = ""
    charges: Slug = ""
    purpose: Words = []
    treaty: Slug = ""
    unless: Patterns = []
    unless_shield: list[Id] = []
    always: Literal[True] | None = None
    arrived_before: ArrivedShape | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise fault("one of: " + ", ".join(sorted(file_key(name) for name in type(self).model_fields)))
        if (self.until or self.lasts) and not self.after:
            raise fault("after, beside until and lasts")
        return self


class StopShape(PatternShape):
    """An act that a shield stops, and the breach it is then."""

    breach: Id


class ExtensionShape(PatternShape):
    """An act that extends a limit, and when it may."""

    when: GuardShape | None = None


class AnchorShape(PatternShape):
    """From what a limit counts: one of ``start``, ``act``, ``served-to``, ``end-of``, ``unknown``."""

    act: Slug = ""
    start: Literal[True] | None = None
    field: Literal["leave-by", "set-for", "until"] | None = None
    served_to: Literal["person", "counsel"] | None = None
    end_of: Id = ""
    reading: Slug = ""
    unknown: bool = False
    end_of_previous: bool = False
    first_run: bool = False
    or_unknown: bool = False
    or_later: bool = False

    @model_validator(mode="after")
    def _is_one_anchor(self) -> Self:
        chosen = [
            bool(self.act),
            self.start is True,
            self.served_to is not None,
            bool(self.end_of),
            self.end_of_previous,
            self.field is not None,
        ]
        if sum(chosen) + (self.unknown and not self.end_of) != 1:
            raise fault("exactly one of: start, act, served-to, end-of, end-of-previous, field, unknown")
        if self.model_extra and not self.act:
            raise fault("act, beside fields of an act")
        if self.or_later and (self.served_to is None or self.or_unknown):
            raise fault("served-to and no or-unknown, beside or-later")
        return self


class ReadingShape(Shape):
    """One of several rival meanings of a text, with its argument."""

    id: Slug
    argument: Texts
    cite: Words
    counting: Id = ""
    length: Length = ""
    length_of: Literal["sentence", "unserved", "foreign-maximum"] | None = None
    may_extend: Annotated[list[Length], OneOrMany()] = []
    counts_from: AnchorShape | None = None
    when: GuardShape | None = None
    confidence: Confidence | None = None


class StrengthReadingShape(Shape):
    """One of several rival meanings of how strongly a shield forbids."""

    id: Slug
    strength: Literal["bar", "suspends", "argument"]
    argument: Texts


class Dated(Shape):
    """What every edition of every rule may say; on the rule itself it holds for all its editions."""

    from_day: Date = ""
    until_day: Date = ""
    verified_until: Day = ""
    cite: Words = []
    confidence: Confidence | None = None
    doubts: Words = []


class LimitEdition(Dated):
    """How long a limit was, and how it was counted, from one day to another."""

    length: Length = ""
    counting: Id = ""
    readings: list[ReadingShape] = []
    may_extend: Annotated[list[Lasting], OneOrMany()] = []
    may_extend_from: Literal["end", "start"] = "end"
    may_extend_unless: Patterns = []
    may_extend_cite: Words = []
    without_cap: bool = False
    pending_too: bool = False


class ShieldEdition(Dated):
    """What a shield forbade, and how strongly, from one day to another."""

    strength: Literal["bar", "suspends", "argument"] | None = None
    source: Literal["domestic", "international", "policy"] | None = None
    while_: GuardShape | None = None
    stops: list[StopShape] = []
    lifted_by: list[Slug] = []
    breaks: bool = False
    at_most: Literal["", "maybe"] = ""
    strength_readings: list[StrengthReadingShape] = []


class MoveShape(Dated):
    """On this act, from these stages, to that stage."""

    on: Patterns
    from_: Words
    left: Words = []
    to: Slug
    words: Texts
    opens_run: bool = False
    presumable: bool = True
    cost: Whole = 1
    requires: Stages = {}
    ask_for: Texts = {}
    editions: list[Dated] = []


class LimitShape(LimitEdition):
    """Who must do what within what time, what meets it, what its silence means."""

    id: Id = ""
    title: Texts
    words: Texts
    binds: Literal["defence", "authority"]
    actor: Slug
    starts: Patterns = []
    starts_on_lapse: list[Id] = []
    starts_presumed: bool = False
    when: GuardShape | None = None
    counts_from: AnchorShape | None = None
    before: Id = ""
    met_by: Patterns = []
    shown_by: Patterns = []
    ended_by: Patterns = []
    extended_by: Annotated[list[ExtensionShape], OneOrMany()] = []
    suspended_while: GuardShape | None = None
    once_per_run: bool = False
    any_run: bool = False
    until_field: bool = False
    never_missed: bool = False
    remedy: bool = True
    after_removal: bool = False
    extends_unseen: bool = False
    restored_by: Patterns = []
    lapse_counts_from: Literal["", "end"] = ""
    if_unrecorded: Literal["undetermined", "missed"]
    excused_by: Patterns = []
    excuse_ended_by: Patterns = []
    breach: Id = ""
    lapse: Slug = ""
    where: Texts = {}
    form: Texts = {}
    suspends: bool = False
    if_missed: Texts = {}
    restore: Words = []
    governed_by: Literal["start", "anchor"] = "start"
    warning: bool = False
    editions: list[LimitEdition] = []

    @model_validator(mode="after")
    def _starts_somehow(self) -> Self:
        if not (self.starts or self.starts_on_lapse):
            raise fault("starts or starts-on-lapse")
        return self


class ShieldShape(ShieldEdition):
    """What a state of affairs forbids."""

    id: Id = ""
    title: Texts
    words: Texts
    against: list[Slug]
    listed: bool = True
    editions: list[ShieldEdition] = []

    @model_validator(mode="after")
    def _term_unlisted(self) -> Self:
        guards = [self.while_, *(edition.while_ for edition in self.editions)]
        if self.listed and any(guard is not None and guard.within_term for guard in guards):
            raise fault("listed: false, beside within-term")
        return self


class BreachShape(Shape):
    """A rule that an authority may break, and who answers for it."""

    title: Texts
    words: Texts
    actor: Slug
    cite: Words


class NotModelledShape(Shape):
    """What the model leaves out, and why."""

    what: Slug
    why: Texts
    provisions: list[Word] = []


class RulesShape(Shape):
    """A file of rules of one track."""

    track: Slug
    defaults: Dated = Dated()
    moves: dict[Slug, MoveShape] = {}
    limits: dict[Slug, LimitShape] = {}
    shields: dict[Slug, ShieldShape] = {}
    breaches: dict[Id, BreachShape] = {}
    not_modelled: list[NotModelledShape] = []
