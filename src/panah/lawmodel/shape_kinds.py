"""Kinds of values in law files, for the shapes: words, dates, periods, languages; and what a shape forbids.

Only a cache miss and `panah law check` import this module: it needs pydantic, which the docket must not wait for.
"""

from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from panah.timelimits import DateFormError, PeriodFormError, parse_date, parse_day, parse_period
from panah.timelimits.periods import ACCEPTED


def file_key(name: str) -> str:
    """Give the key of a file for the name of a field: ``from_`` is ``from``, ``until_day`` is ``until-day``."""
    return name.rstrip("_").replace("_", "-")


def fault(expected: str) -> PydanticCustomError:
    """Make the fault of a table whose keys do not fit together; words say which keys are expected."""
    return PydanticCustomError("law-keys-together", "do not fit together", {"expected": expected})


class Shape(BaseModel):
    """What a part of a law file may hold: only the keys it names, no value of another kind."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, alias_generator=file_key)


class OneOrMany:
    """One item stands for a list of one."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_as_list, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str | dict) else value


def _read_with(read: Callable[[str], object], accepted: str, *also: str) -> AfterValidator:
    """Refuse a text that a reader of the time limits refuses, in the words of the error reference."""

    def check(value: str) -> str:
        if value not in also:
            try:
                read(value)
            except (DateFormError, PeriodFormError, ValueError, OverflowError) as error:
                raise PydanticCustomError("law-bad-time", "not read", {"found": value, "expected": accepted}) from error
        return value

    return AfterValidator(check)


def _parse_lasting(text: str) -> object:
    period = parse_period(text)
    if period.unit in {"hours", "working-days"}:
        raise PeriodFormError(text, "unit")
    return period


_PERIODS = ", ".join(example for _, example in ACCEPTED)

Word = Annotated[str, Field(min_length=1)]
Words = Annotated[list[Word], OneOrMany()]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*(/[a-z0-9-]+)*$")]
Day = Annotated[str, _read_with(parse_day, "2026-01-31")]
Date = Annotated[str, _read_with(parse_date, "2026-01-31, 2026-01, 2025-09-14/2025-09-20")]
Length = Annotated[str, _read_with(parse_period, f"{_PERIODS}; none, same-day", "none", "same-day")]
Lasting = Annotated[str, _read_with(_parse_lasting, "40 sutki, 10 days, 12 months, 1 year")]
"""A length counted without a calendar and not to the minute."""
Texts = dict[Literal["ru", "kk", "en"], Word]
"""Words by language; which languages a rule needs is asked by ``linting``."""
YesNo = Literal["yes", "no"]
Confidence = Literal["high", "medium", "low"]
Url = Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Whole = Annotated[int, Field(ge=0)]
