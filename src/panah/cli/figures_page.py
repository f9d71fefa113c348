"""The page of figures for people: tables of numbers, each with its cases where they are asked for."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from panah.cli.law_words import LawWords
from panah.cli.screen import HEADING, OVER, Screen
from panah.dates import amount, weekday_words
from panah.figures import Figure, Table, Tally, label, tables
from panah.figures.labels import law_title, rule_of
from panah.figures.tables import heading
from panah.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panah.cli.arguments import Request
    from panah.lawmodel import Law

_INDENT = 2
_OF_LAW = frozenset({"cap", "breach"})
_SKIPPED_AT_NOUGHT = frozenset({"outcome", "asylum"})


def page_lines(tally: Tally, law: Law, request: Request, screen: Screen) -> Iterator[str]:
    """Write the page: what day, what the numbers are not, then table after table."""
    lang = request.lang
    day = weekday_words(request.as_of, lang)
    yield screen.paint(say(lang, "figures.head", day=day, cases=amount(tally.cases, "cases", lang)), HEADING)
    if request.known_on is not None:
        yield say(lang, "figures.known", day=weekday_words(request.known_on, lang))
    for key in ("figures.no-rate", "figures.how-to-read"):
        yield from screen.paragraph(say(lang, key))
    page = _Page(law, request, screen)
    for table in tables(tally.figures(), law):
        lines = list(page.limits(table) if table.family == "limit" else page.table(table))
        if lines:
            yield ""
            yield from screen.paragraph(screen.paint(heading(table, law, lang).upper(), HEADING), _INDENT)
            yield from lines
    yield from page.words.footnote(screen)


class _Page:
    def __init__(self, law: Law, request: Request, screen: Screen) -> None:
        self.law = law
        self.lang = request.lang
        self.screen = screen
        self.words = LawWords(request.lang)
        self.with_cases = request.has("cases")

    def table(self, table: Table) -> Iterator[str]:
        """Write the numbers of a table, one a line; what is nought among many words is left out."""
        shown = [
            figure for figure in table.figures if figure.number.high != 0 or table.family not in _SKIPPED_AT_NOUGHT
        ]
        numbers = [self._number(figure) for figure in shown]
        width = max((len(number) for number in numbers), default=0)
        for figure, number in zip(shown, numbers, strict=True):
            if table.family in _OF_LAW:
                self.words.of(law_title(*rule_of(figure.id), self.law))
            indent = _INDENT + 2 + width + 2
            lines = self.screen.paragraph(label(figure.id, self.law, self.lang), indent)
            yield f"{' ' * (_INDENT + 2)}{number:>{width}}  {lines[0].lstrip()}"
            yield from lines[1:]
            yield from self._cases(figure, indent)

    def limits(self, table: Table) -> Iterator[str]:
        """Write the limits, one a line, with how many stand in which state."""
        for rule, group in groupby(table.figures, key=lambda figure: rule_of(figure.id)):
            figures = list(group)
            states = " · ".join(
                f"{self.law.vocabulary.word('states', _last(figure.id), self.lang)} {self._number(figure)}"
                for figure in figures
            )
            words = f"{self.words.of(law_title(*rule, self.law)) or rule[1]}: {states}"
            yield from self.screen.paragraph(words, _INDENT + 2, _INDENT + 4)
            if self.with_cases:
                for figure in figures:
                    state = self.law.vocabulary.word("states", _last(figure.id), self.lang)
                    yield from self._cases(figure, _INDENT + 4, f"{state}: ")

    def _cases(self, figure: Figure, indent: int, before: str = "") -> Iterator[str]:
        if not self.with_cases or not figure.number.cases:
            return
        unsure = set(figure.number.uncertain)
        names = [f"{name}?" if name in unsure else name for name in figure.number.cases]
        for line in self.screen.paragraph(before + ", ".join(names), indent, indent + 2 if before else None):
            yield self.screen.paint(line, OVER)

    def _number(self, figure: Figure) -> str:
        low, high = figure.number.low, figure.number.high
        if high is None:
            return say(self.lang, "figures.at-least", low=low)
        return str(low) if low == high else f"{low}–{high}"


def _last(figure_id: str) -> str:
    return figure_id.rpartition("/")[2]
