"""What stands beside the rules: instruments and treaties, offences compared with those here, and what is left out."""

from __future__ import annotations

from typing import NamedTuple

Text = dict[str, str]
"""Words in several languages: ``{"ru": …, "en": …}``."""


class Instrument(NamedTuple):
    """A code, statute or treaty: titles, official address, anchors of its provisions, last day verified.

    ``unread``: what is known of it comes from somebody else, so a rule may cite it as a whole.
    """

    id: str
    title: Text
    short: Text
    url: str
    anchors: dict[str, str]
    first: int | None
    verified_until: int | None
    confidence: str
    unread: bool = False


class Counterpart(NamedTuple):
    """An offence of the country's own law beside a foreign one."""

    cite: str
    title: Text
    imprisonment: bool
    military: bool


class Offence(NamedTuple):
    """A foreign provision compared with the law here: what it clearly bars, what is arguable, and why."""

    id: str
    instrument: str
    provision: str
    subject: Text
    here: tuple[Counterpart, ...]
    bars: tuple[str, ...]
    arguable: tuple[tuple[str, Text], ...]
    note: Text
    confidence: str


class BarWords(NamedTuple):
    """A ground of refusal that offences lead to: what it says, and where."""

    cite: tuple[str, ...]
    words: Text


class NotModelled(NamedTuple):
    """What the model leaves out, and why: shown to the reader."""

    what: str
    why: Text
    provisions: tuple[str, ...]
    track: str


class Treaty(NamedTuple):
    """A treaty on extradition and the states bound to the country by it."""

    id: str
    title: Text
    states: frozenset[str]
    cite: tuple[str, ...]
    confidence: str
