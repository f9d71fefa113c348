"""The shape of ``exposures.yaml`` and ``recorded.yaml``. Whether the names used exist is not asked here."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from panah.lawmodel.route_shapes import Guards
from panah.lawmodel.rule_shapes import Dated, Patterns, PatternShape
from panah.lawmodel.shape_kinds import Id, Lasting, OneOrMany, Shape, Slug, Texts, Whole, Word, fault


class DayShape(Shape):
    """The end of a limit, or the day that an act sets (its ``set-for``)."""

    end_of: Id = ""
    set_by: PatternShape | None = None

    @model_validator(mode="after")
    def _is_one_day(self) -> Self:
        if bool(self.end_of) == (self.set_by is not None):
            raise fault("exactly one of: end-of, set-by")
        return self


class HappenedShape(Shape):
    """How to recognise in a case that it happened at such a moment."""

    acts: Annotated[Patterns, Field(min_length=1)]
    after: Patterns = []
    after_end_of: Annotated[list[Id], OneOrMany()] = []
    within: Lasting = ""

    @model_validator(mode="after")
    def _has_a_measure(self) -> Self:
        if bool(self.within) != bool(self.after or self.after_end_of):
            raise fault("within beside after or after-end-of")
        return self


class ExposureShape(Dated):
    """A moment at which a person may be returned outside the law."""

    title: Texts
    words: Texts
    kind: Literal["handed-over-outside-procedure", "expelled-before-appeal", "abducted", "returned-under-pressure"]
    when: Annotated[Guards, Field(min_length=1)]
    days: Annotated[list[DayShape | Literal["now"]], OneOrMany(), Field(min_length=1)]
    happened: HappenedShape


class OutsideShape(Shape):
    """The way of return outside the law."""

    id: Id
    title: Texts
    words: Texts


class ExposuresShape(Shape):
    """The way of return outside the law, and the moments at which a person is exposed to it."""

    route: OutsideShape
    defaults: Dated = Dated()
    exposures: dict[Slug, ExposureShape]


class SeenShape(Shape):
    """One recorded case and the days between two acts in it."""

    case: Word
    shortest: Whole | None = None
    longest: Whole | None = None


class RecordedShape(Shape):
    """What the recorded cases show; made by a program, never edited by hand."""

    cases: Whole
    filings: dict[Slug, list[SeenShape]] = {}
    exposures: dict[Slug, list[SeenShape]] = {}
