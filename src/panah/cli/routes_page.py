"""The page of ``panah routes``: the earliest day first, each route, what only asks, and the ways outside the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.cli.case_page import CasePage
from panah.cli.routes_past import PastPart
from panah.cli.screen import AUTHORITY, DEFENCE, HEADING, OVER, Screen
from panah.procedure.outcome import surely_gone

if TYPE_CHECKING:
    from panah.routes.exposures import Exposed
    from panah.routes.values import Held, Past, RouteFound
    from panah.telling.routes import RouteWords

_COLOURS = {"open": DEFENCE, "later": DEFENCE, "lapsed": OVER, "filed": OVER}


class RoutesPage:
    """Writes the routes of one case for a person to read."""

    def __init__(self, words: RouteWords, screen: Screen) -> None:
        """Keep what is to be written, and how wide the page is."""
        self.words = words
        self.position = words.position
        self.routes = words.routes
        self.screen = screen

    def lines(self, exposures: list[Exposed], past: Past | None) -> list[str]:
        """Write the page."""
        words = self.words
        page = CasePage(words.casefile, self.position, words.law, words.lang, self.screen)
        gone = surely_gone(self.position)
        verdict = f"{words.verdict()} {words.say('gone-see', case=self.position.case)}" if gone else words.verdict()
        lines = [self.screen.paint(line, HEADING) for line in self.screen.paragraph(verdict)]
        lines += ["", *page.head()]
        if past is not None:
            lines += PastPart(words, self.screen).lines(past)
        if gone or not self.routes.found:
            return lines
        seen = [found for found in self.routes.found if found.in_sight]
        for found in seen:
            lines += self._route(found)
        lines += self._asked(seen)
        unseen = [words.of(found.route.title) for found in self.routes.found if not found.in_sight]
        if unseen:
            lines += ["", *self.screen.paragraph(words.say("not-in-sight", titles="; ".join(unseen)), 2, 4)]
        lines += self._outside(exposures)
        for footnote in words.footnotes():
            lines += ["", *self.screen.paragraph(footnote, 2, 4)]
        remark = words.law_words.remark()
        return [*lines, "", *self.screen.paragraph(remark, 2)] if remark else lines

    def _heading(self, title: str, more: str = "") -> list[str]:
        lines = self.screen.paragraph(title.upper() + (f" · {more}" if more else ""), 2, 4)
        return ["", *(self.screen.paint(line, HEADING) for line in lines)]

    def _route(self, found: RouteFound) -> list[str]:
        words, screen = self.words, self.screen
        lines = self._heading(words.of(found.route.title))
        if found.route.without_days:
            lines += screen.paragraph(words.say("picture.without-days"), 2, 4)
            lines += screen.paragraph(self.words.of(found.route.words), 4)
            return lines + self._closed(found)
        lines += screen.paragraph(words.say("picture.nothing-filed", days=words.days(found.nothing_filed, found)), 2, 4)
        if found.nothing_filed.at_once is not None:
            same = found.nothing_filed == found.all_filed
            filed = words.say("picture.same") if same else words.days(found.all_filed, found)
            lines += screen.paragraph(words.say("picture.all-filed", days=filed), 2, 4)
        lines += self._closed(found)
        if found.chains[0]:
            lines += screen.paragraph(words.say("chain"), 2, 4)
            for day, steps in words.chain(found.chains[0]):
                lines += screen.paragraph(day, 4)
                lines += [line for step in steps for line in screen.paragraph(step, 6, 8)]
        lines += self._stopping(found)
        if found.arguments:
            titles = dict.fromkeys(
                words.cited(words.of(one.shield.title), one.edition.cite[:1]) for one in found.arguments
            )
            lines += screen.paragraph(words.say("picture.arguments", titles="; ".join(titles)), 2, 4)
        return lines

    def _closed(self, found: RouteFound) -> list[str]:
        lines: list[str] = []
        for closed in found.closed:
            title, lifting = self.words.closed(closed, shut=found.nothing_filed.at_once is None)
            lines += self.screen.paragraph(title, 2, 4)
            lines += self.screen.paragraph(lifting, 4, 6) if lifting else []
        return lines

    def _stopping(self, found: RouteFound) -> list[str]:
        """Tell what stops a route, if filed; what is not open now is named only where nothing else is."""
        words = self.words
        holding = [held for held in found.filings if not held.filing.asked and held.state != "not-open"]
        if not holding:
            return self.screen.paragraph(words.say("stops-nothing"), 2, 4)
        lines = self.screen.paragraph(words.say("stops"), 2, 4)
        for held in holding:
            lines += self._filing(held)
            if held.state != "lapsed":
                lines += self.screen.paragraph(words.holds(held), 6)
        if any(held.guaranteed for held in holding):
            lines += self.screen.paragraph(words.say("counted-on-last-day"), 4)
        return lines

    def _filing(self, held: Held) -> list[str]:
        words = self.words
        lead = words.state(held)
        title = words.cited(words.remedy(held.filing), held.filing.rule.cite)
        lines = self.screen.paragraph(f"{lead} · {title}", 4, 6)
        if lines[0].strip().startswith(lead):
            lines[0] = "    " + self.screen.paint(lead, _COLOURS[held.state]) + lines[0].strip()[len(lead) :]
        told = " ".join([words.of(held.filing.words), *words.doubt(held.filing.rule.confidence)])
        return lines + self.screen.paragraph(told, 6)

    def _asked(self, seen: list[RouteFound]) -> list[str]:
        """Tell once what only asks, whichever routes it is of; what is not open now is named together."""
        asked = {held.filing.id: held for found in seen for held in found.filings if held.filing.asked}
        told = [held for held in asked.values() if held.state != "not-open"]
        if not asked:
            return []
        lines = self._heading(self.words.say("asked"))
        for held in told:
            lines += self._filing(held)
        later = "; ".join(self.words.remedy(held.filing) for held in asked.values() if held.state == "not-open")
        return lines + (self.screen.paragraph(self.words.say("picture.not-open", titles=later), 4, 6) if later else [])

    def _outside(self, exposures: list[Exposed]) -> list[str]:
        """Tell the moments of return outside the law: no day of these is a lawful one."""
        if not exposures:
            return []
        words, screen = self.words, self.screen
        route = exposures[0].exposure.route
        lines = self._heading(words.of(route.title))
        lines += screen.paragraph(words.of(route.words), 2)
        told: set[str] = set()
        for lead, exposed in {words.exposed(one): one for one in exposures}.items():
            lines += [screen.paint(line, AUTHORITY) for line in screen.paragraph(lead, 4, 6)]
            if exposed.exposure.id in told:
                continue
            told.add(exposed.exposure.id)
            lines += screen.paragraph(words.of(exposed.exposure.words), 6)
            seen = words.say("recorded", cases=words.seen(exposed.seen)) if exposed.seen else words.say("recorded-none")
            lines += screen.paragraph(seen, 6)
        return lines
