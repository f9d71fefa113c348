"""Forms of the parts of a case: what is recorded as fields, and what a person typed as what would be recorded."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from panah.texts import say
from panah.timelimits import parse_day
from panah.web.cases.said_dates import read_ahead
from panah.web.desk import the_desk
from panah.web.parts.choosing import CHOSEN, Choosing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from panah.web.parts.subjects import Entry, Subject

_LONGEST = 8000
_DAY, _MOMENT = 10, 16


class Choice(NamedTuple):
    """A value to choose."""

    value: str
    words: str
    chosen: bool


class Field(NamedTuple):
    """A field of a form; ``id`` is its own on the page; ``long``: of many lines; ``choices`` empty: typed."""

    id: str
    name: str
    label: str
    value: str
    hint: str = ""
    long: bool = False
    choices: tuple[Choice, ...] = ()
    required: bool = False


class Filled(NamedTuple):
    """What a form says: the content of a row, and what is wrong with it."""

    content: dict[str, str]
    faults: tuple[str, ...]


def fields_of(subject: Subject, values: Mapping[str, str], choosing: Choosing) -> tuple[Field, ...]:
    """Give the fields of a form, filled."""
    return tuple(_field(subject, entry, values.get(entry.key, ""), choosing) for entry in subject.entries)


def label_of(subject: Subject, key: str, lang: str) -> str:
    """Give the words for a key of a table."""
    return say(lang, f"page.part-{subject.name}-{key}")


def _field(subject: Subject, entry: Entry, value: str, choosing: Choosing) -> Field:
    lang = choosing.lang
    choices: tuple[Choice, ...] = ()
    if entry.kind in CHOSEN:
        known = choosing.of(entry.kind)
        if value and value not in known:  # chosen before and not offered any more: it is not lost by saving
            known = {**known, value: value}
        choices = tuple(Choice(one, words, one == value) for one, words in known.items())
    hint = ""
    if entry.kind in ("day", "moment"):
        hint = say(lang, f"page.part-{entry.kind}-how")
    elif entry.key in ("relation", "other-case"):
        hint = say(lang, f"page.part-{entry.key}-how")
    return Field(
        id=f"{subject.name}-{entry.key}",
        name=entry.key,
        label=label_of(subject, entry.key, lang),
        value=value,
        hint=hint,
        long=entry.kind == "long",
        choices=choices,
        required=entry.key in subject.model.NEEDED,
    )


def read_form(subject: Subject, typed: Mapping[str, str], before: Mapping[str, str], choosing: Choosing) -> Filled:
    """Read a form.

    Args:
        subject: The table.
        typed: What was sent.
        before: What the row held when it was opened; what was chosen then may stay.
        choosing: The choices of the case.
    """
    content: dict[str, str] = {}
    faults: list[str] = []
    for entry in subject.entries:
        told = typed.get(entry.key, "").strip()[:_LONGEST]
        if not told:
            if entry.key in subject.model.NEEDED:
                label = label_of(subject, entry.key, choosing.lang)
                faults.append(say(choosing.lang, "page.part-needed", field=label))
            continue
        value = _read(entry, told, before.get(entry.key, ""), choosing)
        if value is None:
            label = label_of(subject, entry.key, choosing.lang)
            faults.append(say(choosing.lang, "page.part-not-understood", field=label))
            continue
        content[entry.key] = value
    return Filled(content, tuple(faults))


def _read(entry: Entry, told: str, before: str, choosing: Choosing) -> str | None:
    if entry.kind == "day":
        return exact(told, (_DAY,))
    if entry.kind == "moment":
        return exact(told, (_DAY, _MOMENT))
    if entry.kind in CHOSEN:
        return told if told in choosing.of(entry.kind) or told == before else None
    return told


def exact(told: str, lengths: tuple[int, ...]) -> str | None:
    """Read one whole day or minute; None for a month, for *about*, and for a day no case file may have."""
    found = read_ahead(told, the_desk().day)
    if found is None or len(found) not in lengths:
        return None
    try:
        parse_day(found[:_DAY])
        datetime.fromisoformat(found)
    except ValueError:
        return None
    return found
