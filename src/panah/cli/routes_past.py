"""The part of the page for ``--past DAY``: the smallest set of filings, or what stays open and what then remains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.cli.screen import HEADING, Screen
from panah.dates import weekday_words
from panah.routes.remaining import FILE_THESE, STAYS_OPEN, despite_filings, not_counted, remaining, why

if TYPE_CHECKING:
    from panah.lawmodel.routes import Filing
    from panah.procedure.position import Remedy
    from panah.routes.values import Held, Past, RouteFound
    from panah.telling.routes import RouteWords


class PastPart:
    """Writes the answer for one day."""

    def __init__(self, words: RouteWords, screen: Screen) -> None:
        """Keep the words of the page and how wide it is."""
        self.words = words
        self.screen = screen

    def lines(self, past: Past) -> list[str]:
        """Write the answer."""
        words, screen = self.words, self.screen
        code = why(past, words.routes, words.position)
        day = weekday_words(past.day, words.lang)
        heading = words.say("past", day=day)
        lines = ["", *(screen.paint(line, HEADING) for line in screen.paragraph(heading.upper(), 2, 4))]
        lines += screen.paragraph(words.say(f"past-{code}", day=day), 4)
        if code == FILE_THESE:
            for filing in past.filings or ():
                lines += screen.paragraph(self._filing(filing), 6, 8)
            lines += screen.paragraph(words.say("counted-on-last-day"), 4)
        if code == STAYS_OPEN:
            for found in past.open_routes:
                lines += self._open(found)
            lines += self._remains(past)
        for found in not_counted(words.routes):
            lines += screen.paragraph(words.say("picture.no-day-known", titles=words.of(found.route.title)), 4)
        return lines

    def _filing(self, filing: Filing) -> str:
        words = self.words
        held = next((one for one in self._held() if one.filing.id == filing.id and one.state != "not-open"), None)
        lead = "" if held is None else words.state(held) + " · "
        return lead + words.cited(words.remedy(filing), filing.rule.cite)

    def _held(self) -> list[Held]:
        return [held for found in self.words.routes.found for held in found.filings]

    def _open(self, found: RouteFound) -> list[str]:
        """Tell a route that no set closes: the day with everything filed, and the steps that lead there."""
        words = self.words
        links = despite_filings(words.routes, found)
        if not links:
            return self.screen.paragraph(words.of(found.route.title), 6, 8)
        day = words.day(links[-1].day, [link.step.rule for link in links])
        lines = self.screen.paragraph(words.say("past-open", title=words.of(found.route.title), day=day), 6, 8)
        if links == found.chains[0]:
            return lines + self.screen.paragraph(words.say("past-no-step"), 8)
        for day, steps in words.chain(links):
            lines += self.screen.paragraph(day, 8)
            lines += [line for step in steps for line in self.screen.paragraph(step, 10, 12)]
        return lines

    def _remains(self, past: Past) -> list[str]:
        words = self.words
        left = remaining(past, words.position, words.law)
        lines = self.screen.paragraph(words.say("remains"), 4)
        for remedy in left.remedies:
            lines += self.screen.paragraph(self._remedy(remedy), 6, 8)
        titles = [words.cited(words.of(one.shield.title), one.edition.cite[:1]) for one in left.arguments]
        if titles:
            lines += self.screen.paragraph(words.say("remains-arguments", titles="; ".join(titles)), 6, 8)
        return lines + self.screen.paragraph(words.say("remains-third-country"), 6, 8)

    def _remedy(self, remedy: Remedy) -> str:
        words = self.words
        return words.cited(words.of(remedy.limit.title), remedy.edition.cite)
