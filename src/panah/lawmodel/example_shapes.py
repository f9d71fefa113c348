"""The shape of a file of worked examples (``law/<pack>/examples/``)."""

from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field, JsonValue

from panah.lawmodel.shape_kinds import Date, Day, Id, Shape, Slug, Word, file_key


class CaseShape(Shape):
    """The body of a case file; its acts are read by the reader of case files."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="allow", strict=True, frozen=True, alias_generator=file_key)
    __pydantic_extra__: dict[str, JsonValue] = Field(init=False)

    stays: Word
    acts: list[dict[str, JsonValue]]


class ItemShape(Shape):
    """An item that must appear: at least these keys with these values."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="allow", strict=True, frozen=True, alias_generator=file_key)
    __pydantic_extra__: dict[str, JsonValue] = Field(init=False)


class ExpectShape(Shape):
    """What a lawyer worked out by hand."""

    outcome: Slug = ""
    stages: dict[Slug, Slug] = {}
    since: dict[Slug, list[Date | None]] = {}
    deadlines: list[ItemShape] | None = None
    remedies: list[ItemShape] | None = None
    protections: list[ItemShape] | None = None
    breaches: list[ItemShape] | None = None
    presumed: list[ItemShape] | None = None
    anomalies: list[ItemShape] | None = None
    notes: list[ItemShape] | None = None
    exposures: list[ItemShape] | None = None
    routes: list[ItemShape] | None = None
    past: list[ItemShape] | None = None
    absent: list[Id] = []


class ExampleShape(Shape):
    """One worked example: a sentence a lawyer would say."""

    name: Word
    rules: Annotated[list[Id], Field(min_length=1)]
    arithmetic: Word
    as_of: Day
    known_on: Day = ""
    case: CaseShape
    expect: ExpectShape


class ExamplesShape(Shape):
    """A file of worked examples."""

    examples: list[ExampleShape]
