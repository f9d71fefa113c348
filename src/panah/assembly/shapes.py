"""The shape of ``document.yaml`` and of the words that documents share; every fault is told with its line.

Only drafting and checking import this module: it needs pydantic, which the docket must not wait for.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from panah.lawmodel.shape_kinds import Confidence, Country, Day, Id, Shape, Slug, Word, Words

Language = Annotated[str, Field(pattern=r"^(ru|kk|en)$")]
Texts = dict[Language, Word]
Name = Annotated[str, Field(pattern=r"^[a-z_]+(\.[a-z_0-9]+)*$")]
"""A name of the text: ``acts.extradition_granted.date``."""
Case = Annotated[str, Field(pattern=r"^(nom|gen|dat|acc|ins|pre)$")]


class FactShape(Shape):
    """A fact that the text needs: what to write where the case does not say it."""

    words: Texts


class FactsShape(Shape):
    """The facts of a document, by the name the text has for them."""

    needed: dict[Name, FactShape] = {}
    optional: dict[Name, FactShape] = {}


class AnnexShape(Shape):
    """A paper to put behind the draft; ``when`` names the fact without which there is none."""

    ru: Word = ""
    kk: Word = ""
    en: Word = ""
    when: Name = ""


class CheckShape(Shape):
    """What a paper must contain by its article, and the words of the draft by which that is found."""

    cite: Words
    what: Texts
    found_by: Texts


class ExampleShape(Shape):
    """A case to fill the document with: a file beside it, or the name of a public case; and the day."""

    case: Word
    as_of: Day


class DocumentShape(Shape):
    """``document.yaml``.

    ``received-as`` is the act by which the addressee takes the paper in, where the vocabulary has one.
    """

    document: Literal[1]
    id: Id
    country: Country = ""
    body: list[Slug] = []
    remedies: list[Id] = []
    received_as: Slug = ""
    title: Texts
    addressee: Texts = {}
    languages: list[Language]
    from_day: Day
    until_day: Day = ""
    verified_until: Day
    confidence: Confidence
    cite: Words
    facts: FactsShape = FactsShape()
    annexes: list[AnnexShape] = []
    checklist: list[CheckShape] = []
    examples: list[ExampleShape] = []
    note: Texts = {}


class StateShape(Shape):
    """A state in the words of papers."""

    ru: dict[Case, Word]
    en: dict[Case, Word]


class CitizenShape(Shape):
    """What a person is called by citizenship: the noun in its cases, before the state in the genitive."""

    man: dict[Case, Word]
    woman: dict[Case, Word]


class LevelsShape(Shape):
    """What the parts of a provision are called in an instrument, from the article down, and how it is cited.

    ``of`` is its title in Russian, in the genitive; ``of-en`` in English.

    ``undivided`` are articles without the middle level: what stands in brackets after them is of the lowest one.
    """

    ru: list[Word]
    undivided: list[Word] = []
    en: Word = ""
    of: Word = ""
    of_en: Word = ""


class SharedShape(Shape):
    """``words.yaml``: states, citizens, and how provisions are cited."""

    states: dict[Country, StateShape]
    citizens: dict[Language, CitizenShape]
    stateless: dict[Language, CitizenShape]
    parts_of_a_provision: dict[Word, dict[Case, Word]]
    levels: dict[Slug, LevelsShape]
