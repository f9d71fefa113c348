"""Citations: what a provision is called in words, and where its official text stands.

A citation is ``"<instrument> <provision>"``, as in the law's files: ``"xx-code 12(3)"``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.lawmodel.vocabulary import in_language

if TYPE_CHECKING:
    from panah.lawmodel.instruments import Instrument
    from panah.lawmodel.packs import Law


def cite_words(cite: str, law: Law, lang: str) -> str:
    """Write a citation with the short title of its instrument; an instrument nobody described keeps its id."""
    name, _, provision = cite.partition(" ")
    instrument = instrument_of(cite, law)
    title = name if instrument is None else in_language(instrument.short or instrument.title, lang)
    return f"{title} {provision}".rstrip()


def cites_words(cites: tuple[str, ...], law: Law, lang: str) -> str:
    """Write several citations; provisions of one instrument that follow each other share its title.

    ``("xx-code 12(3)", "xx-code 14")`` reads *Code 12(3), 14*.
    """
    parts: list[str] = []
    before = ""
    for cite in cites:
        name, _, provision = cite.partition(" ")
        parts.append(provision if name == before and provision else cite_words(cite, law, lang))
        before = name
    return ", ".join(parts)


def cite_url(cite: str, law: Law) -> str | None:
    """Give the address of the official text, at the nearest anchor known; None where no address is known.

    A provision without an anchor of its own takes that of the part it belongs to: ``12(3)(1)``, ``12(3)``, ``12``.
    """
    instrument = instrument_of(cite, law)
    if instrument is None or not instrument.url:
        return None
    provision = cite.partition(" ")[2]
    while provision:
        anchor = instrument.anchors.get(provision)
        if anchor:
            return f"{instrument.url}#{anchor}"
        provision = provision.rpartition("(")[0]
    return instrument.url


def instrument_of(cite: str, law: Law) -> Instrument | None:
    """Find the instrument that a citation names, in whichever pack describes it."""
    name = cite.partition(" ")[0]
    for pack in law.packs.values():
        found = pack.instruments.get(name)
        if found is not None:
            return found
    return None
