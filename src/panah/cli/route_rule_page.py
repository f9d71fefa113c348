"""The page of a rule of the routes: a step, a filing, a route, or a moment of return outside the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.cli.law_words import open_questions
from panah.cli.rule_page import RulePage, example_names
from panah.cli.screen import HEADING
from panah.dates import amount, day_words
from panah.lawmodel.exposures import Exposure
from panah.lawmodel.routes import Filing, Route, Step
from panah.telling.rule_words import regime_words
from panah.texts import say
from panah.timelimits import FAR_PAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panah.cli.screen import Screen
    from panah.lawmodel import Law, Pack
    from panah.lawmodel.exposures import Day
    from panah.lawmodel.model import Text
    from panah.lawmodel.routes import Wait

RouteRule = Step | Filing | Route | Exposure
KINDS = {Route: "route", Step: "step", Filing: "filing", Exposure: "exposure"}


def route_rules(pack: Pack) -> Iterator[tuple[str, RouteRule]]:
    """Give the rules of the routes of a pack with their ids, routes first; steps and filings have ids by their kind."""
    yield from ((route.id, route) for route in pack.routes)
    yield from ((exposure.id, exposure) for exposure in pack.exposures)
    yield from ((f"{pack.id}/step/{step.id}", step) for step in pack.steps)
    yield from ((f"{pack.id}/filing/{filing.id}", filing) for filing in pack.filings)


def title_of(rule: RouteRule) -> Text:
    """Give what a rule is called: steps and filings by all their words, for they have no title."""
    return rule.words if isinstance(rule, Step | Filing) else rule.title


class RouteRulePage(RulePage):
    """Writes one rule of the routes for a lawyer to read beside the text of the law."""

    def __init__(self, found: tuple[str, RouteRule], law: Law, lang: str, screen: Screen) -> None:
        """Keep what is to be written: the rule with its id."""
        self.id, self.of = found
        self.law = law
        self.lang = lang
        self.screen = screen
        self._prepare(self.id)

    def lines(self) -> list[str]:
        """Write the page."""
        lines = [self.screen.paint(line, HEADING) for line in self.screen.paragraph(self._title())]
        lines += [*self.screen.paragraph(self.id), ""]
        if not isinstance(self.of, Step | Filing):
            lines += [*self.screen.paragraph(self.law_words.of(self.of.words), 2), ""]
        lines += [*self._facts(), "", *self._rule()]
        lines += self._examples()
        file = "exposures.yaml" if isinstance(self.of, Exposure) else "routes.yaml"
        lines += ["", *self.screen.paragraph(self._say("file", file=f"law/{self.pack.id}/{file}"), 2)]
        return lines + self.law_words.footnote(self.screen)

    def _title(self) -> str:
        return self.law_words.of(title_of(self.of)).rstrip(".")

    def _facts(self) -> list[str]:
        of = self.of
        if isinstance(of, Step):
            return self._of_step(of)
        if isinstance(of, Filing):
            return self._of_filing(of)
        if isinstance(of, Route):
            lines = self._fact("goal", of.goal) + self._fact("filings", ", ".join(of.filings))
            return lines + (self.screen.paragraph(self._say("without-days"), 4, 6) if of.without_days else [])
        return self._fact("days", "; ".join(self._day(day) for day in of.days))

    def _of_step(self, step: Step) -> list[str]:
        lines = self._fact("who", "" if step.by == "time" else self.words.label(step.by))
        lines += self._fact("act", "" if step.act is None else self.words.pattern(step.act))
        lines += self._fact("needs", ", ".join(step.needs)) + self._fact("unless-filed", ", ".join(step.unless_filed))
        lines += self._fact("gives", step.gives)
        shortest = self._waits(step.shortest) if step.shortest is not None else self._say("wait-never")
        longest = self._waits(step.longest) if step.longest is not None else self._say("wait-no-term")
        return lines + self._fact("shortest", shortest) + self._fact("longest", longest)

    def _of_filing(self, filing: Filing) -> list[str]:
        lines = self._fact("remedy", self.words.limit_title(filing.remedy)) + self._fact(
            "act", self.words.pattern(filing.act)
        )
        lines += self._fact("needs", ", ".join(filing.needs))
        lines += self._fact("before", self.words.limit_title(filing.before) if filing.before else "")
        lines += self._fact("answered-by", "; ".join(self.words.pattern(pattern) for pattern in filing.answered_by))
        return lines + self._fact("effect", say(self.lang, "case.suspends-not") if filing.asked else "")

    def _waits(self, waits: tuple[Wait, ...]) -> str:
        told = [self._wait(wait) for wait in waits if wait.limit or wait.length]
        return "; ".join(told) or self._say("wait-none")

    def _wait(self, wait: Wait) -> str:
        if wait.length is None:
            return self._say("end-of", title=self.words.limit_title(wait.limit))
        length = amount(wait.length.amount, wait.length.unit, self.lang)
        return length if wait.counting is None else f"{length} ({regime_words(wait.counting, self.lang)})"

    def _day(self, day: Day) -> str:
        if day.limit:
            return self._say("end-of", title=self.words.limit_title(day.limit))
        return self._say("day-now") if day.act is None else self._say("day-set-by", act=self.words.pattern(day.act))

    def _rule(self) -> list[str]:
        """Write from when to when, how sure, what is in doubt, and the provisions."""
        rule = self.of.rule
        since = "" if rule.first <= FAR_PAST else day_words(rule.first, self.lang)
        until = "" if rule.until is None else self._say("until", day=day_words(rule.until - 1, self.lang))
        head = self._say("edition", since=since, until=until)
        lines = [self.screen.paint(line, HEADING) for line in self.screen.paragraph(head, 2)]
        confidence = self.law.vocabulary.word("confidences", rule.confidence, self.lang)
        verified = "" if rule.verified_until is None else day_words(rule.verified_until, self.lang)
        lines += self._fact("confidence", self._say("confidence-words", word=confidence, verified=verified))
        for words in open_questions(rule.doubts, self.law_words):
            lines += self.screen.paragraph(words, 4, 6)
        return lines + [line for cite in rule.cite for line in self._link(cite)]

    def _names(self) -> list[str]:
        return example_names(self.pack.id, self.id)
