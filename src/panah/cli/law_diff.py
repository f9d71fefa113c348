"""``panah law diff DAY DAY``: what changed in the law between two days, and which of the cases given it touches."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from panah.cli.arguments import Request, UsageError
from panah.cli.cases import find_cases, open_law
from panah.cli.law_telling import tell
from panah.cli.law_words import LawWords
from panah.cli.resting import editions_of
from panah.cli.route_rule_page import route_rules, title_of
from panah.cli.screen import HEADING, Screen, screen_for
from panah.dates import amount, day_words, span_words
from panah.lawmodel.citations import cites_words
from panah.lawmodel.comparison import Change, InForce, changes, last_days
from panah.lawmodel.model import Move
from panah.lawmodel.vocabulary import in_language
from panah.telling.rule_words import regime_words
from panah.texts import say
from panah.timelimits import iso

if TYPE_CHECKING:
    from panah.cli.route_rule_page import RouteRule
    from panah.lawmodel import Edition, Law, Pack


def run(request: Request) -> int:
    """Compare two days.

    Raises:
        UsageError: The two days are not there, or the later comes first.
    """
    first, second, places = _days(request.places[1:], request.lang)
    law = open_law(request.lang)
    if law is None:
        return 1
    found = {pack.id: list(changes(pack, first, second)) for pack in law.packs.values()}
    touched: dict[str, list[str]] = {}
    cases = find_cases(request, law, places) if places else None
    if cases is not None:
        from panah.procedure.replay import replay

        every = [change for of_pack in found.values() for change in of_pack]
        for casefile in cases:
            rests_on = editions_of(replay(casefile, law, as_of=second))
            for change in every:
                if any(change.is_new(edition) for edition in rests_on.get(change.rule.id, ())):
                    touched.setdefault(change.rule.id, []).append(casefile.case)
    page = DiffPage(law, request.lang, screen_for(no_colour=request.has("no-colour")), (first, second))
    page.touched = None if cases is None else touched
    return tell(request, lambda: page.lines(found), lambda: page.plain(found), cases)


def _days(places: list[str], lang: str) -> tuple[int, int, list[str]]:
    days: list[int] = []
    for text in places[:2]:
        try:
            days += [date.fromisoformat(text).toordinal()] if len(text) == len("2026-01-29") else []
        except ValueError:
            continue
    if len(days) != 2 or days[0] > days[1]:
        raise UsageError([say(lang, "usage.law-days", found=" ".join(places[:2]))])
    return days[0], days[1], places[2:]


class DiffPage:
    """Writes the differences; ``touched`` names the cases by rule, or is None where no cases were given."""

    def __init__(self, law: Law, lang: str, screen: Screen, days: tuple[int, int]) -> None:
        """Keep what is to be written."""
        self.law = law
        self.lang = lang
        self.screen = screen
        self.days = days
        self.words = LawWords(lang)
        self.touched: dict[str, list[str]] | None = None

    def lines(self, found: dict[str, list[Change]]) -> list[str]:
        """Write the page."""
        first, second = (day_words(day, self.lang) for day in self.days)
        head = self._say("head", first=first, second=second)
        lines = [self.screen.paint(line, HEADING) for line in self.screen.paragraph(head)]
        for pack_id, of_pack in found.items():
            if of_pack:
                label = in_language(self.law.packs[pack_id].label, self.lang)
                lines += ["", f"  {self.screen.paint(label.upper(), HEADING)}"]
            for change in of_pack:
                lines += self._change(change)
        routes = self._of_routes()
        if routes:
            lines += ["", f"  {self.screen.paint(say(self.lang, 'law.routes').upper(), HEADING)}"]
        for rule_id, rule, kind in routes:
            lines += self.screen.paragraph(f"{self.words.of(title_of(rule)).rstrip('.')} · {self._say(kind)}", 2, 4)
            lines += self.screen.paragraph(rule_id, 4, 6)
        if not routes and not any(found.values()):
            lines += ["", *self.screen.paragraph(self._say("none"), 2)]
        for pack in self.law.packs.values():
            lines += self._doubtful_days(pack)
        return lines + self.words.footnote(self.screen)

    def _of_routes(self) -> list[tuple[str, RouteRule, str]]:
        """Give the steps, filings, routes and moments in force on one of the days only: ``new`` or ``ended``."""
        return [
            (rule_id, rule, "new" if rule.rule.in_force(self.days[1]) else "ended")
            for pack in self.law.packs.values()
            for rule_id, rule in route_rules(pack)
            if rule.rule.in_force(self.days[0]) != rule.rule.in_force(self.days[1])
        ]

    def _doubtful_days(self, pack: Pack) -> list[str]:
        """Say where a day lies before the first edition known, or after the last day somebody read the texts."""
        label, told = in_language(pack.label, self.lang), []
        if self.days[0] < pack.covers_from:
            told.append(self._say("before", pack=label, day=day_words(pack.covers_from, self.lang)))
        if pack.verified_until is not None and self.days[1] > pack.verified_until:
            day = day_words(pack.verified_until, self.lang)
            told.append(say(self.lang, "note.not-verified-after", pack=label, day=day))
        return ["", *(line for words in told for line in self.screen.paragraph(words, 2, 4))] if told else []

    def _change(self, change: Change) -> list[str]:
        kind = self._say(change.kind) + ("" if change.certain else self._say("perhaps"))
        lines = self.screen.paragraph(f"{self._title(change)} · {kind}", 2, 4)
        lines += self.screen.paragraph(change.rule.id, 4, 6)
        for day, in_force in zip(self.days, (change.before, change.after), strict=True):
            for words in dict.fromkeys(self._edition(item) for item in in_force):
                lines += self.screen.paragraph(f"{day_words(day, self.lang)}: {words}", 4, 6)
        for name, before, after in self._differences(change):
            lines += self.screen.paragraph(self._say("what", what=name, before=before, after=after), 4, 6)
        if change.kind == "changed" and not change.differences:
            lines += self.screen.paragraph(self._say("same-model"), 4, 6)
        if self.touched is not None:
            cases = ", ".join(self.touched.get(change.rule.id, ()))
            lines += self.screen.paragraph(self._say("cases", cases=cases) if cases else self._say("no-cases"), 4, 6)
        return lines

    def _title(self, change: Change) -> str:
        rule = change.rule
        return (
            self.law.vocabulary.label(rule.on.act, self.lang) if isinstance(rule, Move) else self.words.of(rule.title)
        )

    def _edition(self, item: InForce) -> str:
        edition = item.edition
        since = span_words(edition.first, edition.first_latest, self.lang)
        until = ""
        if edition.until is not None:
            until = say(self.lang, "rule.until", day=span_words(*last_days(edition), self.lang))
        words = say(self.lang, "rule.edition", since=since, until=until)
        cite = cites_words(edition.cite, self.law, self.lang)
        return f"{words[:1].lower()}{words[1:]} ({cite}){'' if item.surely else say(self.lang, 'case.maybe')}"

    def _differences(self, change: Change) -> list[tuple[str, str, str]]:
        if not change.differences:
            return []
        old, new = change.before[0].edition, change.after[-1].edition
        return [
            (say(self.lang, f"rule.fact-{name.replace('_', '-')}"), *self._both(name, old, new))
            for name in change.differences
        ]

    def _both(self, name: str, old: Edition, new: Edition) -> tuple[str, str]:
        if name == "conditions":
            return self._say("thus"), self._say("otherwise")
        nothing = self._say("nothing")
        return self._told(name, old) or nothing, self._told(name, new) or nothing

    def _told(self, name: str, edition: Edition) -> str:
        """Say one thing an edition lays down; nothing where it does not."""
        words = self.law.vocabulary
        if name == "length":
            return "" if edition.length is None else amount(edition.length.amount, edition.length.unit, self.lang)
        if name == "may_extend":
            return " + ".join(amount(one.amount, one.unit, self.lang) for one in edition.may_extend)
        if name == "without_cap":
            return say(self.lang, "rule.no-cap") if edition.without_cap else ""
        if name == "counting":
            return "" if edition.counting is None else regime_words(edition.counting, self.lang)
        if name == "readings":
            told = [f"{one.id}: {self.words.of(one.argument).rstrip('.')}" for one in edition.readings]
            told += [
                f"{name}: {self.words.of(argument).rstrip('.')}" for name, _, argument in edition.readings_of_strength
            ]
            return "; ".join(told)
        if name == "lifted_by":
            return ", ".join(words.label(act, self.lang) for act in edition.lifted_by)
        if name == "cite":
            return cites_words(edition.cite, self.law, self.lang)
        groups = {"strength": "strengths", "source": "protection-sources", "confidence": "confidences"}
        value: str = getattr(edition, name)
        return words.word(groups[name], value, self.lang) if value else ""

    def plain(self, found: dict[str, list[Change]]) -> dict[str, object]:
        """Give the same as plain values for a program."""
        first, second = (iso(day) for day in self.days)
        return {
            "panah": 1,
            "first": first,
            "second": second,
            "law": self.law.versions,
            "changes": [self._plain(change) for of_pack in found.values() for change in of_pack],
            "routes": [{"rule": rule_id, "change": kind} for rule_id, _, kind in self._of_routes()],
            "notes": [
                line.strip() for pack in self.law.packs.values() for line in self._doubtful_days(pack) if line.strip()
            ],
        }

    def _plain(self, change: Change) -> dict[str, object]:
        told: dict[str, object] = {
            "rule": change.rule.id,
            "change": change.kind,
            "certain": change.certain,
            "before": [_in_force(item) for item in change.before],
            "after": [_in_force(item) for item in change.after],
            "differences": [
                {"what": key.replace("_", "-"), "before": before, "after": after}
                for key, (_, before, after) in zip(change.differences, self._differences(change), strict=True)
            ],
        }
        if self.touched is not None:
            told["cases"] = self.touched.get(change.rule.id, [])
        return told

    def _say(self, key: str, **values: object) -> str:
        return say(self.lang, f"law.diff-{key}", **values)


def _in_force(item: InForce) -> dict[str, object]:
    edition = item.edition
    earliest, latest = last_days(edition)
    return {
        "since": {"earliest": iso(edition.first), "latest": iso(edition.first_latest)},
        "until": None if edition.until is None else {"earliest": iso(earliest), "latest": iso(latest)},
        "cite": list(edition.cite),
        "surely": item.surely,
    }
