"""Routes in words: days with their mark, rules with their articles, what a filing holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.dates import amount, day_words, distance, span_words, weekday_words
from panah.lawmodel.citations import cites_words
from panah.procedure.lifting import lifted_by
from panah.procedure.outcome import surely_gone
from panah.routes.building import lifting_acts
from panah.telling.law_words import LawWords
from panah.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from panah.lawmodel import Law
    from panah.lawmodel.exposures import Seen
    from panah.lawmodel.model import Text
    from panah.lawmodel.routes import Filing, Rule
    from panah.procedure.casefile import CaseFile
    from panah.procedure.position import Position
    from panah.routes.exposures import Exposed
    from panah.routes.values import Closed, Days, Held, Link, RouteFound, Routes

_LAPSE = "time-lapsed"
UNVERIFIED = "*"


class RouteWords:
    """Puts routes into words and remembers which days were marked as not verified."""

    def __init__(self, casefile: CaseFile, position: Position, law: Law, routes: Routes, lang: str) -> None:
        """Begin a page of one case."""
        self.casefile = casefile
        self.position = position
        self.law = law
        self.routes = routes
        self.lang = lang
        self.today = position.as_of
        self.law_words = LawWords(lang)
        self.unverified: set[int] = set()

    def say(self, key: str, **values: object) -> str:
        """Give a text of this page; those told by the picture too are the picture's."""
        return say(self.lang, key if "." in key else f"routes.{key}", **values)

    def of(self, text: Text) -> str:
        """Give words of the law."""
        return self.law_words.of(text)

    def day(self, day: int, rules: Iterable[Rule], *, far: bool = False) -> str:
        """Write a day, with how far off it is where asked; marked where a rule was not read for it."""
        words = weekday_words(day, self.lang)
        words = self.marked(words, day, (rule.verified_until for rule in rules))
        return f"{words} · {distance(day, self.today, self.lang)}" if far else words

    def marked(self, words: str, day: int, verified: Iterable[int | None]) -> str:
        """Mark words of a day for which somebody did not read the text."""
        until = min((last for last in verified if last is not None), default=None)
        if until is None or max(day, self.today) <= until:
            return words
        self.unverified.add(until)
        return words + UNVERIFIED

    def cited(self, words: str, cite: tuple[str, ...]) -> str:
        """Put the articles behind words."""
        return f"{words} · {cites_words(cite, self.law, self.lang)}" if cite else words

    def doubt(self, confidence: str) -> list[str]:
        """Say how sure a rule is, where it is not sure."""
        if confidence == "high":
            return []
        if confidence == "low":
            return [self.say("not-verified")]
        word = self.law.vocabulary.word("confidences", confidence, self.lang)
        return [self.say("docket.confidence", word=word)]

    def verdict(self) -> str:
        """Say the earliest lawful return, and never more than the rules modelled know."""
        if surely_gone(self.position):
            return self.say("gone")
        if not self.routes.found:
            return self.say("not-known")
        seen = [found for found in self.routes.found if found.in_sight]
        if not seen:
            return self.say("picture.nothing-in-sight")
        without = [self.of(found.route.title) for found in seen if found.route.without_days]
        begin = self.say("picture.no-day-known", titles=", ".join(without)) + " " if without else ""
        dated = [(found.nothing_filed.at_once, found) for found in seen if found.nothing_filed.at_once is not None]
        if not dated:
            return begin + self.say("picture.none-found")
        first = min(day for day, _ in dated)
        soonest = [found for day, found in dated if day == first]
        day = self.day(first, [link.step.rule for found in soonest for link in found.chains[0]])
        if first > self.position.as_of:
            return begin + self.say("picture.not-before", day=day)
        titles = ", ".join(self.of(found.route.title) for found in soonest)
        return begin + self.say("today", day=day, titles=titles)

    def chain(self, links: tuple[Link, ...]) -> list[tuple[str, list[str]]]:
        """Tell the steps of a chain under their days: what is done, the articles, how sure the rule is."""
        told: list[tuple[str, list[str]]] = []
        for day in dict.fromkeys(link.day for link in links):
            made = [link.step for link in links if link.day == day]
            steps = [
                "; ".join(
                    [
                        self.cited(self.of(step.words).removesuffix("."), step.rule.cite),
                        *self.doubt(step.rule.confidence),
                    ]
                )
                for step in made
            ]
            told.append((self.day(day, [step.rule for step in made], far=True), steps))
        return told

    def days(self, days: Days, found: RouteFound) -> str:
        """Tell the day of a return at both paces."""
        rules = [found.route.rule, *(link.step.rule for chain in found.chains for link in chain)]
        if days.at_once is None:
            return self.say("picture.no-chain")
        at_once = self.day(days.at_once, rules)
        if days.full_terms is None:
            return self.say("days-no-term", at_once=at_once, steps=self._no_term(found))
        return self.say("days", at_once=at_once, full_terms=self.day(days.full_terms, rules))

    def _no_term(self, found: RouteFound) -> str:
        """Name the steps for which the law sets no term, by their act and who makes it."""
        named = []
        for link in found.chains[0]:
            step = link.step
            if step.longest is None:
                what = self.of(step.words) if step.act is None else self.law.vocabulary.label(step.act.act, self.lang)
                named.append(f"{what.removesuffix('.')} ({self._who(step.by)})")
        return ", ".join(dict.fromkeys(named)) or self.say("no-term-unnamed")

    def _who(self, word: str) -> str:
        """Name a body, or who else acts."""
        vocabulary = self.law.vocabulary
        return (
            vocabulary.label(word, self.lang)
            if word in vocabulary.bodies
            else vocabulary.word("actors", word, self.lang)
        )

    def remedy(self, filing: Filing) -> str:
        """Give the title of a filing, as the docket has it."""
        pack = self.law.packs[filing.remedy.partition("/")[0]]
        return self.of(pack.limit_by_id[filing.remedy].title)

    def state(self, held: Held) -> str:
        """Tell whether something can be filed, and that it is to be filed at once."""
        if held.until is None:
            return self.say(f"state-{held.state}")
        key = "state-until" if held.state == "open" else f"state-{held.state}-on"
        return self.say(key, day=self.day(held.until, [held.filing.rule], far=held.state == "open"))

    def holds(self, held: Held) -> str:
        """Tell what a filing holds: for certain, by law at most, as recorded; maxima are no promise."""
        told = []
        if held.state != "filed":
            told.append(self._certain(held.guaranteed))
        if held.longest is not None:
            key = "picture.at-most-extended" if held.without_cap else "picture.at-most"
            told.append(self.say(key, length=amount(held.longest, "days", self.lang)))
        seen = self.routes.observed.get(held.filing.id, ())
        told.append(self.say("observed", cases=self.seen(seen)) if seen else self.say("observed-none"))
        return "; ".join(told)

    def _certain(self, guaranteed: int | None) -> str:
        if guaranteed is None:
            return self.say("picture.holds-all")
        key = "picture.sooner" if guaranteed < 0 else "picture.certain"
        words = self.say(key, length=amount(abs(guaranteed), "days", self.lang))
        return f"{words}; {self.say('counsel-chooses')}" if guaranteed < 0 else words

    def seen(self, seen: tuple[Seen, ...]) -> str:
        """Name recorded cases with the days that were counted in them."""
        return ", ".join(f"{one.case}{self._length(one)}" for one in seen)

    def _length(self, one: Seen) -> str:
        if one.shortest is None:
            return ""
        if one.longest is None:
            return f" ({self.say('at-least', length=amount(one.shortest, 'days', self.lang))})"
        if one.shortest == one.longest:
            return f" ({amount(one.shortest, 'days', self.lang)})"
        return f" ({one.shortest}–{amount(one.longest, 'days', self.lang)})"

    def closed(self, closed: Closed, *, shut: bool) -> tuple[str, str]:
        """Tell what stands in the way of a route (or shuts it), and everything that would lift that."""
        protection, until = closed.protection, closed.until
        title = self.cited(self.of(protection.shield.title), protection.edition.cite)
        key = "closed" if shut else "in-the-way"
        lead = self.say(key)
        acts = [self.law.vocabulary.label(act, self.lang) for act in lifting_acts(protection) if act != _LAPSE]
        if until is not None:
            day = self.marked(weekday_words(until, self.lang), until, [protection.edition.verified_until])
            lead = self.say(f"{key}-until", day=day)
        else:
            acts = [*lifted_by(protection, self.position.deadlines, self.casefile, self.law, self.lang), *acts]
        lifting = say(self.lang, "because.lifted-by", acts=", ".join(dict.fromkeys(acts)))
        if not acts:
            lifting = "" if until is not None else self.say("lifted-by-none")
        return f"{lead} · {title}", lifting

    def exposed(self, exposed: Exposed) -> str:
        """Tell when an exposure is, what it is, and how sure that is; what may have begun already is at any hour."""
        words = self.say("any-hour")
        if exposed.on is not None and exposed.on[0] > self.today:
            words = span_words(*exposed.on, self.lang)
        if exposed.unread_after is not None:
            words += UNVERIFIED
            self.unverified.add(exposed.unread_after)
        told = [f"{words} · {self.of(exposed.exposure.title)}"]
        return "; ".join([*told, *([self.say("not-verified")] if exposed.confidence == "low" else [])])

    def footnotes(self) -> list[str]:
        """Write what the mark means."""
        return [say(self.lang, "docket.unverified", day=day_words(day, self.lang)) for day in sorted(self.unverified)]
