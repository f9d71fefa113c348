"""Where an act was read, in the form of the act: sources of the case to tick, and a new one to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.texts import say
from panah.web.cases.said_dates import read_said
from panah.web.desk import the_desk

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from panah.procedure.casefile import CaseFile, Source
    from panah.register.sealed import Content

KEYS = ("title", "publisher", "published", "url")
_LONGEST = 2000


class SourceChoice(NamedTuple):
    """A source of the case, to tick."""

    id: str
    words: str
    ticked: bool


class SourceFields(NamedTuple):
    """The part of the form; ``written`` are the words of the new source by key, ``in_hand``: it lies before us."""

    known: tuple[SourceChoice, ...]
    title: str
    publisher: str
    published: str
    url: str
    in_hand: bool
    used: bool


class ReadSource(NamedTuple):
    """A source as it would be recorded; None where nothing was written, with ``fault`` where it is no source."""

    content: Content | None
    fault: str = ""


def source_words(source: Source) -> str:
    """Name a source."""
    return ", ".join(part for part in (source.publisher, source.title) if part) or source.id


def told_apart(words: str, published: str | None) -> str:
    """Name a source so that it is not taken for another of the same publisher: with its day, as it is written."""
    return f"{words} · {published}" if published else words


def free_id(known: Collection[str]) -> str:
    """Give an id that no source of the case has: it tells nothing, for it may stand in addresses."""
    number = 1
    while f"s{number}" in known:
        number += 1
    return f"s{number}"


def source_fields(values: Mapping[str, str], ticked: Collection[str], casefile: CaseFile) -> SourceFields:
    """Give the part of the form as it was filled in; the newest sources first."""
    known = [
        SourceChoice(one.id, told_apart(source_words(one), one.published_text), one.id in ticked)
        for one in casefile.sources.values()
    ]
    told = {key: values.get(f"source-{key}", "") for key in KEYS}
    in_hand = bool(values.get("in-hand"))
    return SourceFields(
        tuple(reversed(known)), **told, in_hand=in_hand, used=bool(ticked) or in_hand or any(told.values())
    )


def read_source(values: Mapping[str, str], title: str, lang: str, prefix: str = "source-") -> ReadSource:
    """Read what was written of a source.

    Args:
        values: The form.
        title: What a paper in our hands is called where nothing else is said.
        lang: Language of the reader.
        prefix: What the names of its fields begin with.
    """
    told = {key: values.get(f"{prefix}{key}", "").strip()[:_LONGEST] for key in KEYS}
    if values.get("in-hand"):
        told["publisher"] = told["publisher"] or say(lang, "page.source-in-hand")
        told["title"] = told["title"] or title
    if not any(told.values()):
        return ReadSource(None)
    if told["published"]:
        day = read_said(told["published"], the_desk().day)
        if day is None:
            return ReadSource(None, say(lang, "page.day-not-understood"))
        told["published"] = day
    if told["url"] and not told["url"].startswith(("https://", "http://")):
        return ReadSource(None, say(lang, "page.address-not-understood"))
    return ReadSource({key: value for key, value in told.items() if value})
