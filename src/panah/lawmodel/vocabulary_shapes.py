"""The shapes of the vocabulary that all countries share, and of the research that the check compares with rules."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from panah.lawmodel.shape_kinds import Shape, Slug, Texts, Word, Words, fault, file_key

_Family = dict[Slug, Texts]
_Code = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


class FieldShape(Shape):
    """What one field of an act may hold."""

    kind: Literal["text", "date", "period", "country", "act-id"] | None = None
    one_of: list[Word] = []
    required: bool = False

    @model_validator(mode="after")
    def _is_one_kind(self) -> Self:
        if (self.kind is None) == (not self.one_of):
            raise fault("exactly one of: kind, one-of")
        return self


class ActShape(Shape):
    """One act of the vocabulary."""

    track: Slug
    by: Literal["authority", "defence", "person", "origin", "other"]
    fields: dict[Slug, FieldShape] = {}
    label: Texts
    host: bool = False
    derived: bool = False
    whereabouts: Slug = ""


class ActsShape(Shape):
    """``vocabulary/acts.yaml``."""

    acts: dict[Slug, ActShape]
    every_act: dict[Slug, FieldShape]


class BodyShape(Shape):
    """One body."""

    label: Texts


class BodiesShape(Shape):
    """``vocabulary/bodies.yaml``."""

    bodies: dict[Slug, BodyShape]


class CodesShape(Shape):
    """``vocabulary/countries.yaml``: all codes, and the names of the states that papers print."""

    codes: Word
    invented: Word
    names: dict[str, Texts] = {}


class TrackShape(Shape):
    """A track and the stages it may stand in."""

    label: Texts
    stages: dict[Slug, Texts]


class StagesShape(Shape):
    """``vocabulary/stages.yaml``: tracks with stages; every other key is a family of words."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="allow", strict=True, frozen=True, alias_generator=file_key)
    __pydantic_extra__: dict[str, dict[str, Texts]] = Field(init=False)

    tracks: dict[Slug, TrackShape]
    other_tracks: _Family
    outcomes: _Family
    states: _Family
    strengths: _Family
    protection_sources: _Family
    against: _Family
    confidences: _Family
    binds: _Family
    actors: _Family
    certainties: _Family
    profiles: _Family
    purposes: _Family
    values: _Family


class ProvisionShape(Shape):
    """A provision that the research names."""

    provision: Word
    where: list[Word]
    topic: Slug
    says: Word


class PracticeShape(Shape):
    """What was seen in practice."""

    topic: Slug
    says: Word
    where: Words


class DoubtShape(Shape):
    """What the research could not settle."""

    id: Word
    ru: Word
    en: Word
    touches: list[Word] = []


class ResearchShape(Shape):
    """``research.yaml``: read by ``panah law check`` only."""

    country: _Code
    topics: list[Slug]
    provisions: list[ProvisionShape]
    practice: list[PracticeShape] = []
    doubts: list[DoubtShape] = []
