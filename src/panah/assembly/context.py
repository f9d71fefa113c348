"""Everything a text can name, put together for one case, one document, one language and one day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.assembly.case_parts import CaseParts
from panah.assembly.charge_parts import ChargeParts
from panah.assembly.citing import Citing
from panah.assembly.filters import Length
from panah.assembly.law_parts import LawParts
from panah.assembly.values import Book, Gap, Keyed, Part, clean
from panah.assembly.wording import day_text, length_text
from panah.lawmodel.vocabulary import in_language
from panah.procedure.casefile import Request
from panah.procedure.replay import replay_with_moments
from panah.routes.finding import find_routes

if TYPE_CHECKING:
    from panah.assembly.catalogue import Document
    from panah.assembly.shapes import SharedShape
    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile
    from panah.procedure.position import Position


class Told(NamedTuple):
    """What a text is filled with, and what it was made of."""

    names: dict[str, object]
    position: Position
    book: Book
    citing: Citing


class Order(NamedTuple):
    """What is to be drafted: the document, its language and its day (an ordinal)."""

    document: Document
    lang: str
    as_of: int


def tell(order: Order, casefile: CaseFile, law: Law, shared: SharedShape, used: frozenset[str]) -> Told:
    """Make the names of a paper.

    Args:
        order: The document says what to write where a fact is missing.
        casefile: The case; without identity where names are to be hidden.
        law: Every pack there is.
        shared: Words that all papers share.
        used: The first parts of the names that the text uses: routes are found only for a text that names them.
    """
    document, lang, as_of = order
    facts = document.told.facts
    asked = {name: in_language(fact.words, lang) for name, fact in [*facts.optional.items(), *facts.needed.items()]}
    book = Book(lang, asked)
    position, here = replay_with_moments(casefile, law, as_of=as_of)
    citing = Citing(law, shared, book, as_of)
    case = CaseParts(casefile, law, shared, book, as_of)
    by_law = LawParts(case, citing, position)
    charges = ChargeParts(case, citing).charges()
    names: dict[str, object] = {
        "person": case.person(),
        "state": case.states(casefile.wanted_by, "state"),
        "here": case.states((casefile.stays,), "here"),
        "acts": case.acts(),
        "every": case.every(),
        "timeline": case.timeline(),
        "sources": case.sources(),
        "charges": charges,
        "bars": [bar for charge in charges for bar in charge.parts["bars"]],  # type: ignore[attr-defined]
        "limits": by_law.limits(),
        "broken": by_law.broken(),
        "broken_by": by_law.broken_by(),
        "protected": by_law.protected(),
        "protected_by": by_law.protected_by(),
        "presumed": by_law.presumed(),
        "position": by_law.stages(),
        "stage_of": by_law.stage_of(),
        "open": by_law.remedies(),
        "request": _request(casefile, book, lang),
        "today": Part(book, "today", day_text(as_of, lang)),
        "title": in_language(document.told.title, lang),
        "addressee": in_language(document.told.addressee, lang) or Gap(book, "addressee"),
        "filed_by": Gap(book, "filed_by"),
        "blanks": Keyed(book, "blanks", {}),
        "note": clean(casefile.note) if casefile.note else "",
    }
    if used & {"route", "routes"}:
        routes = [
            one for one in find_routes(here, as_of).found if one.in_sight and one.nothing_filed.at_once is not None
        ]
        routes.sort(key=lambda one: one.nothing_filed.at_once or 0)
        names["routes"] = told = [by_law.route(one) for one in routes]
        names["route"] = told[0] if told else Gap(book, "route")
    names["annexes"] = _annexes(document, names, lang)
    return Told(names, position, book, citing)


def _request(casefile: CaseFile, book: Book, lang: str) -> Part:
    """Tell what the person is asked back for: prosecution or a sentence, and the periods that the request names."""
    request = casefile.request or Request()
    periods = {"sentence": request.sentence, "unserved": request.unserved, "foreign_maximum": request.foreign_maximum}
    parts: dict[str, object] = {
        name: None if period is None else Length(book, f"request.{name}", length_text(period, lang), period)
        for name, period in periods.items()
    }
    return Part(book, "request", "", {**parts, "for_sentence": request.purpose == "sentence"})


def _annexes(document: Document, names: dict[str, object], lang: str) -> list[str]:
    """Name the papers to put behind the draft: those without a condition, and those whose fact is in the case."""
    told: list[str] = []
    for annex in document.told.annexes:
        words = {"ru": annex.ru, "kk": annex.kk, "en": annex.en}
        if not annex.when or has(names, annex.when):
            told.append(in_language({key: text for key, text in words.items() if text}, lang))
    return told


def has(names: dict[str, object], path: str) -> bool:
    """Whether the case says a fact, by its name in texts."""
    first, *rest = path.split(".")
    found = names.get(first)
    for name in rest:
        if not isinstance(found, Part | Gap):
            return False
        found = found.part(name)
    return bool(found)
