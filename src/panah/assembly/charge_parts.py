"""What a text can name of the charges: beside the offences of the law here, with the bars that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.assembly.filters import Provisions
from panah.assembly.values import Part, clean
from panah.lawmodel.vocabulary import in_language
from panah.procedure.charges import offence_of

if TYPE_CHECKING:
    from panah.assembly.case_parts import CaseParts
    from panah.assembly.citing import Citing
    from panah.lawmodel.instruments import Offence


class ChargeParts:
    """Compares the charges of one case with the law of the country of stay."""

    def __init__(self, case: CaseParts, citing: Citing) -> None:
        self.case = case
        self.citing = citing
        self.law = case.law
        self.book = case.book
        self.lang = case.lang

    def _words(self, text: dict[str, str]) -> str | None:
        return in_language(text, self.lang) or None

    def _cites(self, citations: tuple[str, ...]) -> Provisions | None:
        return Provisions(self.citing, citations) if citations else None

    def charges(self) -> list[Part]:
        """What is alleged, beside the offences of the law here and the bars that follow."""
        told: list[Part] = []
        pack = self.law.pack_of(self.case.casefile.stays)
        for charge, parts in zip(self.case.casefile.charges, self.case.charges(), strict=True):
            offence = None if pack is None else offence_of(charge, pack)
            if charge.provision is not None:
                parts["words"] = parts["article"] = self.citing.cite(f"{charge.instrument} {charge.provision}")
            made = Part(self.book, "charges", str(parts.get("article") or clean(charge.text or "")), parts)
            parts["known"] = offence is not None
            if offence is not None:
                parts["subject"] = self._words(offence.subject)
                parts["note"] = self._words(offence.note)
                parts["counterparts"] = self._counterparts(offence)
            else:
                parts["counterparts"] = []
            parts["bars"] = [] if offence is None else self._bars(offence, made)
            told.append(made)
        return told

    def _counterparts(self, offence: Offence) -> list[Part]:
        return [
            Part(
                self.book,
                "charges.counterparts",
                in_language(one.title, self.lang),
                {
                    "article": self._cites((one.cite,)),
                    "title": self._words(one.title),
                    "imprisonment": one.imprisonment,
                    "military": one.military,
                },
            )
            for one in offence.here
        ]

    def _bars(self, offence: Offence, charge: Part) -> list[Part]:
        """The grounds of refusal that one charge gives: those clear by the text first, then those to be argued."""
        pack = self.law.pack_of(self.case.casefile.stays)
        told: list[Part] = []
        grounds = [(name, True, offence.note) for name in offence.bars]
        for name, surely, argument in [*grounds, *((name, False, words) for name, words in offence.arguable)]:
            ground = None if pack is None else pack.bar_words.get(name)
            if ground is None:
                continue
            parts: dict[str, object] = {
                "ground": name,
                "words": self._words(ground.words),
                "article": self._cites(ground.cite),
                "surely": surely,
                "argument": self._words(argument),
                "charge": charge,
                "readings": [],
            }
            told.append(Part(self.book, f"bars.{name}", in_language(ground.words, self.lang), parts))
        return told
