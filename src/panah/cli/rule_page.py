"""The page of one rule: its words, who must do what from what within what, its editions, readings and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.cli.law_words import LawWords, open_questions
from panah.cli.screen import DEFENCE, HEADING, Screen
from panah.dates import span_words
from panah.lawmodel import Breach, Limit, Move, Shield
from panah.lawmodel.citations import cite_url, cite_words, cites_words
from panah.lawmodel.comparison import last_days
from panah.places import law_folder
from panah.routes.examples import read_examples, works
from panah.telling.rule_words import RuleWords
from panah.texts import say

if TYPE_CHECKING:
    from panah.lawmodel import Edition, Law, Pack, Reading

Rule = Limit | Shield | Breach | Move


class RulePage:
    """Writes one rule for a lawyer to read beside the text of the law."""

    def __init__(self, rule: Rule, law: Law, lang: str, screen: Screen) -> None:
        """Keep what is to be written."""
        self.rule = rule
        self.law = law
        self.lang = lang
        self.screen = screen
        self._prepare(rule.id)

    def _prepare(self, rule_id: str) -> None:
        self.law_words = LawWords(self.lang)
        self.pack: Pack = self.law.packs[rule_id.partition("/")[0]]
        self.words = RuleWords(self.pack, self.law, self.law_words)

    def lines(self) -> list[str]:
        """Write the page."""
        rule = self.rule
        lines = [self.screen.paint(line, HEADING) for line in self.screen.paragraph(self._title())]
        lines += self.screen.paragraph(rule.id)
        words = self.law_words.of(rule.words)
        if words:
            lines += ["", *self.screen.paragraph(words, 2)]
        lines.append("")
        lines += self._facts()
        if isinstance(rule, Breach):
            for cite in rule.cite:
                lines += self._link(cite)
        else:
            for edition in rule.editions:
                lines += ["", *self._edition(edition)]
        lines += self._examples() + self._left_out()
        lines += ["", *self.screen.paragraph(self._say("file", file=f"law/{rule.file}"), 2)]
        return lines + self.law_words.footnote(self.screen)

    def _title(self) -> str:
        if isinstance(self.rule, Move):
            return self.words.label(self.rule.on.act)
        return self.law_words.of(self.rule.title)

    def _facts(self) -> list[str]:
        return [line for name, words in self.words.facts(self.rule) for line in self._fact(name, words)]

    def _edition(self, edition: Edition) -> list[str]:
        until = ""
        if edition.until is not None and not isinstance(self.rule, Breach):
            until = self._say("until", day=span_words(*last_days(edition), self.lang))
        head = self._say("edition", since=span_words(edition.first, edition.first_latest, self.lang), until=until)
        lines = [self.screen.paint(line, HEADING) for line in self.screen.paragraph(head, 2)]
        lines += self.screen.paragraph(self._say("pending-too"), 4, 6) if edition.pending_too else []
        if not isinstance(self.rule, Breach):
            for name, words in self.words.edition_facts(edition, self.rule):
                lines += self._fact(name, words)
        for words in open_questions(edition.doubts, self.law_words):
            lines += self.screen.paragraph(words, 4, 6)
        for cite in edition.cite:
            lines += self._link(cite)
        for reading in edition.readings:
            lines += self._reading(reading)
        for name, _, argument in edition.readings_of_strength:
            lines += self.screen.paragraph(self._say("reading", id=name, argument=self.law_words.of(argument)), 4, 6)
        return lines

    def _reading(self, reading: Reading) -> list[str]:
        argument = self.law_words.of(reading.argument)
        lines = self.screen.paragraph(self._say("reading", id=reading.id, argument=argument), 4, 6)
        return lines + self.screen.paragraph(self.words.reading_details(reading), 6, 8)

    def _link(self, cite: str) -> list[str]:
        url = cite_url(cite, self.law)
        words = cite_words(cite, self.law, self.lang)
        return [f"    {self.screen.paint(words, DEFENCE)}  {url}" if url else f"    {words}"]

    def _examples(self) -> list[str]:
        names = self._names()
        if not names:
            return []
        lines = ["", f"  {self.screen.paint(self._say('examples'), HEADING)}"]
        for name in names:
            lines += self.screen.paragraph(name, 4, 6)
        return lines

    def _names(self) -> list[str]:
        return example_names(self.pack.id, self.rule.id)

    def _left_out(self) -> list[str]:
        track = getattr(self.rule, "track", "")
        near = [item for item in self.pack.not_modelled if item.track == track]
        if not near:
            return []
        lines = ["", f"  {self.screen.paint(say(self.lang, 'law.not-modelled'), HEADING)}"]
        for item in near:
            cite = cites_words(item.provisions, self.law, self.lang)
            lines += self.screen.paragraph(f"{self.law_words.of(item.why)}{f' ({cite})' if cite else ''}", 4, 6)
        return lines

    def _fact(self, key: str, words: str) -> list[str]:
        return self.screen.paragraph(f"{self._say(f'fact-{key}')}: {words}", 4, 6) if words else []

    def _say(self, key: str, **values: object) -> str:
        return say(self.lang, f"rule.{key}", **values)


def example_names(pack: str, rule: str) -> list[str]:
    """Give the names of the worked examples that work a rule, in the order of their files."""
    return [str(example.get("name")) for example in read_examples(law_folder(), pack) if works(example, rule)]
