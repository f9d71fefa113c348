"""``panah law doubts``: what the research of the law left open, the rules that rest on it, and the cases they touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.cli.cases import find_cases, open_law
from panah.cli.law_telling import tell
from panah.cli.law_words import LawWords
from panah.cli.resting import editions_of
from panah.cli.screen import DEFENCE, HEADING, Screen, screen_for
from panah.lawmodel.citations import cites_words
from panah.lawmodel.doubts import doubtful_rules, read_doubts
from panah.lawmodel.model import Move
from panah.places import law_folder
from panah.texts import say

if TYPE_CHECKING:
    from panah.cli.arguments import Request
    from panah.lawmodel import Edition, Law, Limit, Shield
    from panah.lawmodel.doubts import Doubt


def run(request: Request) -> int:
    """Tell every doubt; with places, also the cases whose position on the day asked rests on a doubtful rule."""
    law = open_law(request.lang)
    if law is None:
        return 1
    places = request.places[1:]
    cases = find_cases(request, law, places) if places else None
    rules = doubtful_rules(law)
    touched: dict[str, list[str]] = {}
    if cases is not None:
        from panah.procedure.replay import replay

        for casefile in cases:
            rests_on = editions_of(replay(casefile, law, as_of=request.as_of))
            for doubt, of_doubt in rules.items():
                if any(_rests(rests_on, rule.id, doubt) for rule in of_doubt):
                    touched.setdefault(doubt, []).append(casefile.case)
    page = DoubtsPage(law, request.lang, screen_for(no_colour=request.has("no-colour")), rules)
    page.touched = None if cases is None else touched
    doubts = read_doubts(law_folder())
    return tell(request, lambda: page.lines(doubts), lambda: page.plain(doubts), cases)


def _rests(rests_on: dict[str, list[Edition]], rule: str, doubt: str) -> bool:
    """Whether a case rests on an edition that names the doubt; a rule only broken stands without its edition."""
    editions = rests_on.get(rule)
    return editions is not None and (not editions or any(doubt in edition.doubts for edition in editions))


class DoubtsPage:
    """Writes the doubts; ``touched`` names the cases by doubt, or is None where no cases were given."""

    def __init__(self, law: Law, lang: str, screen: Screen, rules: dict[str, list[Limit | Shield | Move]]) -> None:
        """Keep what is to be written."""
        self.law = law
        self.lang = lang
        self.screen = screen
        self.rules = rules
        self.words = LawWords(lang)
        self.touched: dict[str, list[str]] | None = None

    def lines(self, doubts: dict[str, Doubt]) -> list[str]:
        """Write the page."""
        head = self._say("doubts-head", count=len(doubts)) if doubts else self._say("doubts-none")
        lines = [self.screen.paint(line, HEADING) for line in self.screen.paragraph(head)]
        for doubt in doubts.values():
            lines += ["", *self._doubt(doubt)]
        return lines + self.words.footnote(self.screen)

    def _doubt(self, doubt: Doubt) -> list[str]:
        first, *others = self.screen.paragraph(f"{doubt.id} · {self.words.of(doubt.words)}", 2, 4)
        lines = ["  " + self.screen.paint(doubt.id, DEFENCE) + first[2 + len(doubt.id) :], *others]
        if doubt.touches:
            cites = cites_words(doubt.touches, self.law, self.lang)
            lines += self.screen.paragraph(self._say("doubts-provisions", cites=cites), 4, 6)
        rules = self.rules.get(doubt.id, [])
        for rule in rules:
            lines += self.screen.paragraph(f"{rule.id}: {self._title(rule)}", 4, 6)
        if not rules:
            lines += self.screen.paragraph(self._say("doubts-no-rule"), 4, 6)
        if self.touched is not None and rules:
            cases = ", ".join(self.touched.get(doubt.id, ()))
            key = "diff-cases" if cases else "diff-no-cases"
            lines += self.screen.paragraph(self._say(key, cases=cases), 4, 6)
        return lines

    def _title(self, rule: Limit | Shield | Move) -> str:
        return (
            self.law.vocabulary.label(rule.on.act, self.lang) if isinstance(rule, Move) else self.words.of(rule.title)
        )

    def plain(self, doubts: dict[str, Doubt]) -> dict[str, object]:
        """Give the same as plain values for a program."""
        return {"panah": 1, "law": self.law.versions, "doubts": [self._plain(doubt) for doubt in doubts.values()]}

    def _plain(self, doubt: Doubt) -> dict[str, object]:
        told: dict[str, object] = {
            "id": doubt.id,
            "pack": doubt.pack,
            "words": self.words.of(doubt.words),
            "touches": list(doubt.touches),
            "rules": [rule.id for rule in self.rules.get(doubt.id, [])],
        }
        if self.touched is not None:
            told["cases"] = self.touched.get(doubt.id, [])
        return told

    def _say(self, key: str, **values: object) -> str:
        return say(self.lang, f"law.{key}", **values)
