"""The compartment of identity as a form: what a case file says of the person, one field for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from panah.lawmodel.vocabulary import in_language
from panah.texts import LANGUAGES, say
from panah.web.desk import the_desk
from panah.web.parts.filling import Choice, Field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from panah.register.sealed import Content
    from panah.yamlfiles import Data

GENDERS = ("man", "woman")
"""Genders that papers have forms for."""
_NAME_CASES = ("gen", "dat", "acc", "ins", "pre")
_DECLINED = ("ru", "kk")
_LONGEST = 500


class Box(NamedTuple):
    """A word that may be ticked."""

    value: str
    words: str
    ticked: bool


def boxes(values: Mapping[str, str], lang: str) -> tuple[Box, ...]:
    """Give what the person may be known as."""
    ticked = values.get("profile", "").split()
    labels = the_desk().law.vocabulary.groups["profiles"]
    return tuple(Box(word, in_language(label, lang), word in ticked) for word, label in labels.items())


def values_of(content: Content) -> dict[str, str]:
    """Give the fields of the form as the compartment fills them."""
    person = _table(content.get("person"))
    values = {f"name-{lang}": str(words) for lang, words in _table(person.get("name")).items()}
    values["aliases"] = "\n".join(_texts(person.get("aliases")))
    values["citizenship"] = " ".join(_texts(person.get("citizenship")))
    values["profile"] = " ".join(_texts(person.get("profile")))
    values["gender"] = str(person.get("gender", ""))
    values["persons"] = str(content.get("persons", 1))
    for lang, by_case in _table(person.get("forms")).items():
        values |= {f"form-{lang}-{case}": str(words) for case, words in _table(by_case).items()}
    return values


def content_of(values: Mapping[str, str], before: Content) -> Content:
    """Give the compartment as the form would have it; what no field is for stays as it was.

    What is wrong in it is said by who reads the case file, in its own words.
    """
    person = dict(_table(before.get("person")))
    names: dict[str, Data] = {lang: _line(values, f"name-{lang}") for lang in LANGUAGES}
    aliases: list[Data] = [" ".join(line.split())[:_LONGEST] for line in values.get("aliases", "").splitlines()]
    codes: list[Data] = [code.upper() for code in re.split(r"[\s,;]+", values.get("citizenship", "")) if code]
    if "STATELESS" in codes:
        codes[codes.index("STATELESS")] = "stateless"
    profile: list[Data] = [*values.get("profile", "").split()]
    forms = dict(_table(person.get("forms")))
    for lang in _DECLINED:
        told: dict[str, Data] = {case: _line(values, f"form-{lang}-{case}") for case in _NAME_CASES}
        forms[lang] = _without_empty(told)
    person |= {
        "name": _without_empty(names),
        "aliases": [alias for alias in aliases if alias],
        "citizenship": codes,
        "profile": profile,
        "gender": values.get("gender", ""),
        "forms": _without_empty(forms),
    }
    persons = values.get("persons", "").strip()
    number: Data = int(persons) if persons.isdecimal() and len(persons) < 5 else persons
    content: Content = {**before, "person": _without_empty(person), "persons": number}
    if content["persons"] in (1, ""):
        del content["persons"]
    return content


def fields_of(values: Mapping[str, str], lang: str) -> tuple[Field, ...]:
    """Give the fields that most need."""

    def field(name: str, *, long: bool = False, hint: str = "", choices: tuple[Choice, ...] = ()) -> Field:
        label = say(lang, f"page.part-identity-{name}")
        told = say(lang, hint) if hint else ""
        return Field(f"identity-{name}", name, label, values.get(name, ""), told, long=long, choices=choices)

    genders = tuple(
        Choice(word, say(lang, f"page.part-identity-gender-{word}"), values.get("gender") == word) for word in GENDERS
    )
    return (
        *(field(f"name-{one}") for one in LANGUAGES),
        field("aliases", long=True, hint="page.part-identity-aliases-how"),
        field("citizenship", hint="page.part-identity-citizenship-how"),
        field("gender", choices=genders),
        field("persons"),
    )


def forms_of(values: Mapping[str, str], lang: str) -> tuple[Field, ...]:
    """Give the fields for the name as papers decline it."""
    return tuple(
        Field(
            f"identity-form-{spoken}-{case}",
            f"form-{spoken}-{case}",
            f"{say(lang, f'page.part-identity-form-{case}')} ({spoken})",
            values.get(f"form-{spoken}-{case}", ""),
        )
        for spoken in _DECLINED
        for case in _NAME_CASES
    )


def _line(values: Mapping[str, str], name: str) -> str:
    return " ".join(values.get(name, "").split())[:_LONGEST]


def _table(data: Data) -> dict[str, Data]:
    return data if isinstance(data, dict) else {}


def _texts(data: Data) -> list[str]:
    return [str(one) for one in data] if isinstance(data, list) else []


def _without_empty(table: dict[str, Data]) -> dict[str, Data]:
    return {key: value for key, value in table.items() if value not in ("", [], {}, None)}
