"""The shapes of the files beside the rules: the country's head, counting, calendar, zones, instruments, offences."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from panah.lawmodel.rule_shapes import Dated, NotModelledShape
from panah.lawmodel.shape_kinds import (
    Confidence,
    Country,
    Date,
    Day,
    Id,
    Shape,
    Slug,
    Texts,
    Url,
    Whole,
    Word,
    Words,
    YesNo,
    fault,
)

_Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_Code = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


class TreatyShape(Shape):
    """A treaty on extradition and the states it binds to the country."""

    title: Texts
    states: list[Country]
    cite: Words
    confidence: Confidence


class CountryShape(Shape):
    """``country.yaml``: what the folder holds, from when, and what it leaves out."""

    id: Slug
    country: Country
    version: Word
    label: Texts
    covers_from: Day
    verified_until: Day = ""
    tracks: list[Slug]
    tracks_not_modelled: dict[Slug, Texts] = {}
    treaties: dict[Slug, TreatyShape] = {}
    applies_to: dict[Country, dict[Slug, Date]] = {}
    not_modelled: list[NotModelledShape] = []

    @model_validator(mode="after")
    def _names_a_track_once(self) -> Self:
        if len({*self.tracks, *self.tracks_not_modelled}) < len(self.tracks) + len(self.tracks_not_modelled):
            raise fault("each track once, in tracks or in tracks-not-modelled")
        return self


class RegimeShape(Dated):
    """How a code says its limits are counted."""

    title: Texts
    words: Texts
    first_unit: Literal["excluded", "included"]
    rolls: bool
    office_closes: Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")] = "24:00"
    in_time: Annotated[
        list[Literal["received", "posted", "handed-to-facility", "handed-to-authorised-person"]], Field(min_length=1)
    ]
    month_end: Literal["same-number-or-last-day"]
    cite: Words


class CountingShape(Shape):
    """``counting.yaml``."""

    defaults: Dated = Dated()
    regimes: dict[Id, RegimeShape]
    not_modelled: list[NotModelledShape] = []


class SourceShape(Shape):
    """Where a statement comes from."""

    title: Word
    url: Url
    confidence: Confidence
    note: Word = ""


class DayShape(Shape):
    """A day that is not what its weekday usually is."""

    day: Day
    is_: Literal["off", "working"]
    why: Texts
    moves: YesNo | None = None
    moved_from: Day = ""
    fixed: YesNo | None = None
    status: Literal["confirmed", "unconfirmed"] = "confirmed"
    known_from: Day = ""
    dropped_on: Day = ""


class CalendarShape(Shape):
    """``calendar/YEAR.yaml``."""

    year: Annotated[int, Field(ge=1900, le=2200)]
    country: _Code
    weekend: list[_Weekday]
    status: Literal["confirmed", "provisional"]
    sources: list[SourceShape]
    not_established: list[Texts] = []
    days: list[DayShape]


class OffsetShape(Shape):
    """From a day's local midnight, so many hours from UTC."""

    from_: Day
    utc: Annotated[str, Field(pattern=r"^[+-](0[0-9]|1[0-4]):[0-5][0-9]$")]


class ZoneShape(Shape):
    """A part of the country with one civil time."""

    id: Slug
    default: YesNo
    words: Texts
    offsets: Annotated[list[OffsetShape], Field(min_length=1)]
    source: SourceShape


class TimeZonesShape(Shape):
    """``time-zones.yaml``."""

    country: _Code
    zones: list[ZoneShape]
    words: Texts = {}
    cite: Words = []
    confidence: Confidence = "high"
    not_modelled: list[NotModelledShape] = []


class AmendmentShape(Shape):
    """A law that changed an instrument."""

    number: Word = ""
    date: Date = ""
    in_force_from: Date = ""
    clause: Slug
    touches: list[Word] = []
    note: Texts = {}
    confidence: Confidence


class InstrumentShape(Shape):
    """A code, statute or treaty."""

    title: Texts
    short: Texts
    number: Word = ""
    country: Word = ""
    date: Date = ""
    url: Url
    anchors: dict[Word, Word] = {}
    in_force_from: Date = ""
    in_force_until: Date = ""
    verified_until: Date = ""
    confidence: Confidence
    unread: bool = False
    note: Texts = {}
    amendments: list[AmendmentShape] = []


class InstrumentsShape(Shape):
    """``instruments.yaml``."""

    country: _Code
    after_2026_07_01: Texts = {}
    clauses: dict[Slug, Texts] = {}
    instruments: dict[Slug, InstrumentShape]


class ForeignShape(Shape):
    """A provision of the seeking state."""

    instrument: Slug
    provision: Word


class MaximumShape(Shape):
    """The top of the sanction of one part."""

    part: Word
    years: Whole | None = None
    life: YesNo = "no"
    confidence: Confidence


class CounterpartShape(ForeignShape):
    """The offence of the country's own law."""

    title: Texts
    imprisonment: Literal["yes", "no", "unknown"]
    maximum_years: list[Whole] = []
    life: YesNo = "no"
    military: YesNo
    confidence: Confidence


class ArguableShape(Shape):
    """A bar that depends on facts."""

    bar: Slug
    argument: Texts


class OffenceShape(Shape):
    """A foreign offence beside the country's own."""

    id: Slug
    foreign: ForeignShape
    subject: Texts
    foreign_maximum: list[MaximumShape] = []
    here: list[CounterpartShape] = []
    bars: list[Slug] = []
    arguable: list[ArguableShape] = []
    note: Texts = {}
    confidence: Confidence


class BarWordShape(Shape):
    """A class of offences that bars, in words."""

    cite: Words
    ru: Word
    en: Word
    kk: Word = ""


class ThresholdShape(Shape):
    """How grave an act must be for extradition."""

    cite: Words
    years: Whole
    unserved_months: Whole


class OffencesShape(Shape):
    """``offences.yaml``."""

    country: _Code
    bar_words: dict[Slug, BarWordShape] = {}
    threshold: ThresholdShape | None = None
    offences: list[OffenceShape]
    not_modelled: list[NotModelledShape] = []
