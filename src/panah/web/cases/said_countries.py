"""Countries as people write them in three languages, read into the codes a case file has."""

from __future__ import annotations

import re
from typing import NamedTuple

from panah.procedure.casefile import STATELESS
from panah.texts import LANGUAGES, say
from panah.web.desk import the_desk


class SaidCountries(NamedTuple):
    """The codes that were understood, each once, and the words that were not."""

    codes: tuple[str, ...]
    unknown: tuple[str, ...]


def read_countries(text: str, *, stateless: bool = False) -> SaidCountries:
    """Read countries by name or by code, parted by commas or lines; codes also by spaces.

    Args:
        text: What was typed, such as ``Россия, Kyrgyzstan`` or ``RU KZ``.
        stateless: Whether *stateless* may be said instead of a country.
    """
    known = _known(stateless=stateless)
    found: dict[str, str] = {}
    unknown: list[str] = []
    for part in re.split(r"[,;\n]", text):
        words = [part] if _plain(part) in known else part.split()
        codes = [known.get(_plain(word)) for word in words]
        if None in codes:
            unknown.append(" ".join(part.split()))
        found |= dict.fromkeys((code for code in codes if code is not None), "")
    return SaidCountries(tuple(found), tuple(unknown))


def _known(*, stateless: bool) -> dict[str, str]:
    vocabulary = the_desk().law.vocabulary
    known = {code.lower(): code for code in vocabulary.countries}
    for code, label in vocabulary.groups["countries"].items():
        known |= {_plain(name): code for name in label.values()}
    if stateless:
        known |= {_plain(say(lang, "page.new-case-stateless")): STATELESS for lang in LANGUAGES}
        known[STATELESS] = STATELESS
    return known


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("ё", "е").split())
