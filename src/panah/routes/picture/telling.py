"""From routes to what their picture tells, in words.

No name of a person, a place or a recorded case is told, and of a moment outside the law no day: a page may be seen by
others, and the day on which somebody leaves custody is not theirs to know.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from panah.dates import amount, day_words
from panah.lawmodel import in_language
from panah.lawmodel.citations import cites_words
from panah.routes.picture.told import Bar, Entry, Gate, Lane, Made, Told
from panah.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from panah.lawmodel import Law
    from panah.lawmodel.model import Edition, Limit, Text
    from panah.lawmodel.routes import Rule
    from panah.routes.exposures import Exposed
    from panah.routes.values import Closed, Days, Held, Link, RouteFound, Routes

_LAPSE = "time-lapsed"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MARKED_LANGUAGE = "kk"


def told_of(routes: Routes, outside: list[Exposed], law: Law, lang: str) -> Told:
    """Tell routes and exposures in a language."""
    return _Telling(routes, law, lang).told(outside)


class _Telling:
    def __init__(self, routes: Routes, law: Law, lang: str) -> None:
        self.routes = routes
        self.law = law
        self.lang = lang
        self.year = _year(routes.as_of)
        self.lacking = False

    def told(self, outside: list[Exposed]) -> Told:
        seen = [found for found in self.routes.found if found.in_sight and found.route.lawful]
        lanes = tuple(self.lane(found) for found in seen)
        asked = self.asked(seen)
        happened = self.outside(outside)
        remarks = []
        unseen = [self.of(found.route.title) for found in self.routes.found if not found.in_sight]
        if unseen:
            remarks.append(self.say("not-in-sight", titles="; ".join(unseen)))
        if self.lacking:
            remarks.append(say(self.lang, "law.words-in-russian"))
        title, first = self.say("title", day=day_words(self.routes.as_of, self.lang)), self.first(seen)
        return Told(self.routes.as_of, title, first, lanes, happened, asked, tuple(remarks))

    def first(self, seen: list[RouteFound]) -> str:
        """Say the earliest lawful return of all routes, and never more than the rules modelled know."""
        if not self.routes.found:
            return self.say("no-routes")
        unknown = [self.of(found.route.title) for found in seen if found.route.without_days]
        days = [(found.nothing_filed.at_once, found) for found in seen if found.nothing_filed.at_once is not None]
        if not seen:
            return self.say("nothing-in-sight")
        begin = self.say("no-day-known", titles=", ".join(unknown)) + " " if unknown else ""
        if not days:
            return begin + self.say("none-found")
        day, found = min(days, key=lambda one: one[0] or 0)
        key = "from-today" if day == self.routes.as_of else "not-before"
        return begin + self.say(key, day=self.day_of(day, _rules(found.chains[0]), year=True))

    def lane(self, found: RouteFound) -> Lane:
        names = _names(found)
        filings = [held for held in found.filings if not held.filing.asked and held.state != "not-open"]
        letters = {held.filing.id: _LETTERS[place % len(_LETTERS)] for place, held in enumerate(filings)}
        entries = [self.step(link, names, found) for link in _steps(found)]
        entries += [Entry(f"gate{_SUFFIX[held.state]}", letters[held.filing.id], self.filing(held)) for held in filings]
        entries += [Entry("bar", "", self.bar(closed)) for closed in found.closed]
        remarks = [self.of(found.route.words)]
        if found.arguments:
            titles = [self.titled(one.shield.title, one.edition.cite) for one in found.arguments]
            remarks.append(self.say("arguments", titles="; ".join(titles)))
        full = "" if found.chains[1] else self.say("no-term")
        return Lane(
            title=_begun(self.of(found.route.title)),
            days=tuple(_begun(words) for words in self.days(found)),
            at_once=self.made(found.chains[0], names),
            full_terms=self.made(found.chains[1], names),
            full_words=full if found.chains[0] else "",
            gates=tuple(
                gate for held in filings if (gate := self.gate(held, letters[held.filing.id], found)) is not None
            ),
            bars=tuple(
                Bar(self.bar_until(closed, found.chains[0]), self.of(closed.protection.shield.title))
                for closed in found.closed
            ),
            entries=tuple(entries),
            remarks=tuple(remarks),
        )

    def days(self, found: RouteFound) -> tuple[str, ...]:
        if found.route.without_days:
            return (self.say("without-days"),)
        rules = [*_rules(found.chains[0]), *_rules(found.chains[1])]
        without = self.say("nothing-filed", days=self.pair(found.nothing_filed, rules))
        if found.nothing_filed.at_once is None and found.all_filed.at_once is None:
            return (without,)
        if found.nothing_filed == found.all_filed:
            return without, self.say("all-filed", days=self.say("same"))
        return without, self.say("all-filed", days=self.pair(found.all_filed, rules))

    def pair(self, days: Days, rules: list[Rule]) -> str:
        if days.at_once is None:
            return self.say("no-chain")
        at_once = self.day_of(days.at_once, rules, year=True)
        if days.full_terms is None:
            return self.say("days-no-term", at_once=at_once)
        return self.say("days", at_once=at_once, full_terms=self.day_of(days.full_terms, rules, year=True))

    def made(self, chain: Iterable[Link], names: dict[str, str]) -> tuple[Made, ...]:
        by_day: dict[int, list[Link]] = {}
        for link in chain:
            by_day.setdefault(link.day, []).append(link)
        last = max(by_day, default=0)
        return tuple(
            Made(day, tuple(names[link.step.id] for link in links), day == last, self.day_of(day, _rules(links)))
            for day, links in sorted(by_day.items())
        )

    def step(self, link: Link, names: dict[str, str], found: RouteFound) -> Entry:
        at_once = any(one.step.id == link.step.id for one in found.chains[0])
        chain = found.chains[0 if at_once else 1]
        returns = link.step.id == chain[-1].step.id
        words = self.titled(link.step.words, link.step.rule.cite)
        day = self.day_of(link.day, [link.step.rule])
        kind = ("return" if returns else "step") + ("" if at_once else "-full")
        return Entry(kind, names[link.step.id], f"{day}: {words}")

    def gate(self, held: Held, name: str, found: RouteFound) -> Gate | None:
        if held.state == "lapsed":
            return None
        day: int | None = self.routes.as_of
        words = self.say(f"gate-{held.state}")
        if held.state == "later":
            day = _opens(held, found)
        elif held.until is not None and held.state == "open":
            day = held.until
            words = self.say("gate-until", day=self.day_of(day, self.rules_of(held, day)))
        if day is None:
            return None
        return Gate(f"gate{_SUFFIX[held.state]}", name, day, words, held.longest, held.without_cap)

    def filing(self, held: Held) -> str:
        parts = [f"{self.remedy(held)} ({cites_words(held.filing.rule.cite, self.law, self.lang)}): {self.state(held)}"]
        parts += self.holds(held)
        return "; ".join(parts) + ". " + self.of(held.filing.words)

    def state(self, held: Held) -> str:
        if held.state == "open" and held.until is not None:
            return self.say("state-until", day=self.day_of(held.until, self.rules_of(held, held.until), year=True))
        day = "" if held.until is None else day_words(held.until, self.lang)
        return self.say(f"state-{held.state}", day=day)

    def holds(self, held: Held) -> list[str]:
        """Say what a filing holds: for certain, at most by law, and as it was seen; never the sum of it."""
        if held.filing.asked or held.state == "lapsed":
            return []
        parts = []
        if held.state != "filed":
            parts.append(self.certain(held.guaranteed))
        if held.longest is not None:
            key = "at-most-extended" if held.without_cap else "at-most"
            parts.append(self.say(key, length=amount(held.longest, "days", self.lang)))
        observed = self.routes.observed.get(held.filing.id, ())
        shortest = [one.shortest for one in observed if one.shortest is not None]
        if shortest:
            length = amount(min(shortest), "days", self.lang)
            parts.append(self.say("observed", length=length, count=str(len(shortest))))
        return parts

    def certain(self, guaranteed: int | None) -> str:
        if guaranteed is None:
            return self.say("holds-all")
        key = "sooner" if guaranteed < 0 else "certain"
        return self.say(key, length=amount(abs(guaranteed), "days", self.lang))

    def bar(self, closed: Closed) -> str:
        protection = closed.protection
        title = self.titled(protection.shield.title, protection.edition.cite)
        words = self.say("closed", title=title)
        if closed.until is not None:
            day = self.day_of(closed.until, [protection.edition], year=True)
            words = self.say("closed-until", title=title, day=day)
        acts = [self.law.vocabulary.label(act, self.lang) for act in protection.edition.lifted_by if act != _LAPSE]
        return f"{words}. {say(self.lang, 'because.lifted-by', acts=', '.join(acts))}" if acts else words

    def bar_until(self, closed: Closed, chain: tuple[Link, ...]) -> int | None:
        lifting = closed.protection.edition.lifted_by
        days = [link.day for link in chain if link.step.act is not None and link.step.act.act in lifting]
        if closed.until is not None:
            days.append(closed.until)
        return min(days, default=None)

    def asked(self, seen: list[RouteFound]) -> tuple[Entry, ...]:
        """Tell once what only asks, whichever routes it is of; what is not open now is named together."""
        held_of: dict[str, tuple[Held, list[str]]] = {}
        unopened: dict[str, str] = {}
        for found in seen:
            for held in found.filings:
                if held.state == "not-open":
                    unopened[held.filing.id] = self.remedy(held)
                elif held.filing.asked:
                    held_of.setdefault(held.filing.id, (held, []))[1].append(self.of(found.route.title))
        entries = [
            Entry(
                "argument", "", self.filing(held) if len(of) == len(seen) else f"{self.filing(held)} [{', '.join(of)}]"
            )
            for held, of in held_of.values()
        ]
        if unopened:
            entries.append(Entry("argument", "", self.say("not-open", titles="; ".join(unopened.values()))))
        return tuple(entries)

    def outside(self, exposed: list[Exposed]) -> tuple[str, tuple[Entry, ...]]:
        if not exposed:
            return "", ()
        first = exposed[0].exposure.route
        entries = []
        for exposure, seen in {one.exposure.id: (one.exposure, one.seen) for one in exposed}.values():
            words = self.titled(exposure.title, exposure.rule.cite)
            entries.append(
                Entry("outside", "", f"{words}; {self.say('recorded', count=str(len(seen)))}" if seen else words)
            )
        return f"{_begun(self.of(first.title))}. {self.of(first.words)}", tuple(entries)

    def remedy(self, held: Held) -> str:
        return self.of(self.limit(held).title)

    def limit(self, held: Held) -> Limit:
        return self.law.packs[held.filing.remedy.partition("/")[0]].limit_by_id[held.filing.remedy]

    def rules_of(self, held: Held, day: int) -> list[Rule | Edition]:
        """Give the texts that the last day of a filing rests on."""
        return [held.filing.rule, *(edition for edition in self.limit(held).editions if edition.in_force(day))]

    def titled(self, text: Text, cites: tuple[str, ...]) -> str:
        words = self.of(text)
        return f"{words.removesuffix('.')} ({cites_words(cites, self.law, self.lang)})" if cites else words

    def of(self, text: Text) -> str:
        if self.lang == _MARKED_LANGUAGE and text and self.lang not in text:
            self.lacking = True
        return in_language(text, self.lang)

    def say(self, key: str, **values: str) -> str:
        return say(self.lang, f"picture.{key}", **values)

    def day_of(self, day: int, rules: Iterable[Rule | Edition], *, year: bool = False) -> str:
        """Write a day; where a rule it rests on is not sure enough or was not read for it, that is said beside it."""
        words = day_words(day, self.lang, short=not year, year=year or _year(day) != self.year)
        for rule in rules:
            if rule.confidence == "low" or (rule.verified_until is not None and day > rule.verified_until):
                return self.say("not-verified", day=words)
        return words


_SUFFIX = {"open": "", "later": "-later", "filed": "-filed", "lapsed": "-lapsed"}


def _begun(words: str) -> str:
    """Begin a line with a capital letter."""
    return words[:1].upper() + words[1:]


def _year(day: int) -> int:
    return date.fromordinal(day).year


def _rules(links: Iterable[Link]) -> list[Rule]:
    return [link.step.rule for link in links]


def _steps(found: RouteFound) -> list[Link]:
    """Give every step of both chains once, in the order of their names."""
    at_once, full_terms = found.chains
    known = {link.step.id for link in at_once}
    return [*at_once, *(link for link in full_terms if link.step.id not in known)]


def _names(found: RouteFound) -> dict[str, str]:
    return {link.step.id: str(place) for place, link in enumerate(_steps(found), 1)}


def _opens(held: Held, found: RouteFound) -> int | None:
    """Give the day of the step after which a filing can be made, on the fastest way."""
    days = [link.day for link in found.chains[0] if link.step.gives in held.filing.needs]
    return max(days, default=None)
