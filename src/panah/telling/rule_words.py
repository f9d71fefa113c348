"""A rule of the law in words: who must do what, from what, within what, how it is counted, and how sure that is.

Facts are pairs: the name of the fact (``rule.fact-…`` of the locale) and its words; the terminal and the pages lay
them out in their own way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.dates import amount, clock_words, day_words
from panah.lawmodel import Limit, Move, Shield
from panah.lawmodel.citations import cites_words
from panah.texts import say

if TYPE_CHECKING:
    from panah.lawmodel import Anchor, Breach, Edition, Law, Pack, Pattern, Reading
    from panah.telling.law_words import LawWords
    from panah.timelimits import Regime

Fact = tuple[str, str]


class RuleWords:
    """Tells the rules of one pack."""

    def __init__(self, pack: Pack, law: Law, law_words: LawWords, *, ids: bool = True) -> None:
        """Keep what is to be told; ``ids`` stand after the titles of other rules where nothing links to them."""
        self.pack = pack
        self.law = law
        self.law_words = law_words
        self.lang = law_words.lang
        self.ids = ids

    def facts(self, rule: Limit | Shield | Breach | Move) -> list[Fact]:
        """Tell what a rule says in every edition."""
        if isinstance(rule, Limit):
            told = self._of_limit(rule)
        elif isinstance(rule, Move):
            told = self._of_move(rule)
        elif isinstance(rule, Shield):
            kinds = ", ".join(self.law.vocabulary.word("against", kind, self.lang) for kind in rule.against)
            told = [("against", kinds)]
        else:
            told = [("who", self.label(rule.actor) if rule.actor else "")]
        return [(name, words) for name, words in told if words]

    def _of_limit(self, rule: Limit) -> list[Fact]:
        bound = [self.law.vocabulary.word("binds", rule.binds, self.lang), self.label(rule.actor)]
        starts = [self.pattern(pattern) for pattern in rule.starts]
        starts += [self._say("lapse-of", title=self.limit_title(other)) for other in rule.starts_on_lapse]
        effect = say(self.lang, "case.suspends" if rule.suspends else "case.suspends-not")
        breach = self.pack.breaches.get(rule.breach)
        return [
            ("who", ", ".join(dict.fromkeys(bound))),
            ("starts", "; ".join(starts)),
            ("counts-from", self._anchor(rule.anchor)),
            ("before", self.limit_title(rule.before) if rule.before else ""),
            ("met-by", "; ".join(self.pattern(pattern) for pattern in rule.met_by)),
            ("shown-by", "; ".join(self.pattern(pattern) for pattern in rule.shown_by)),
            ("where", "; ".join(filter(None, (self.law_words.of(rule.where), self.law_words.of(rule.form))))),
            ("effect", effect if rule.binds == "defence" else ""),
            ("if-missed", self.law_words.of(rule.if_missed)),
            ("silence", self._say(f"silence-{rule.if_unrecorded}")),
            ("breach", self._with_id(self.law_words.of(breach.title), breach.id) if breach else ""),
        ]

    def _of_move(self, rule: Move) -> list[Fact]:
        words = self.law.vocabulary
        stages = ", ".join(sorted(words.stage_label(rule.track, stage, self.lang) for stage in rule.from_stages))
        same = rule.to == "same"
        to = say(self.lang, "law.same-stage") if same else words.stage_label(rule.track, rule.to, self.lang)
        return [
            ("act", self.pattern(rule.on)),
            ("from-stages", stages),
            ("to-stage", to),
            ("ask-for", self.law_words.of(rule.ask_for)),
        ]

    def edition_facts(self, edition: Edition, rule: Limit | Shield | Move) -> list[Fact]:
        """Tell what one edition of a rule says."""
        told: list[Fact] = []
        if edition.length is not None:
            told.append(("length", amount(edition.length.amount, edition.length.unit, self.lang)))
        elif isinstance(rule, Limit):
            told.append(("length", self._say("no-length")))
        if edition.counting is not None:
            told.append(("counting", regime_words(edition.counting, self.lang)))
        longest = " + ".join(amount(one.amount, one.unit, self.lang) for one in edition.may_extend)
        told.append(("may-extend", longest))
        told.append(("may-extend", self._say("no-cap") if edition.without_cap else ""))
        if edition.strength:
            word = self.law.vocabulary.word
            told.append(("strength", word("strengths", edition.strength, self.lang)))
            told.append(("source", word("protection-sources", edition.source, self.lang)))
            told.append(("lifted-by", ", ".join(self.label(act) for act in edition.lifted_by)))
        confidence = self.law.vocabulary.word("confidences", edition.confidence, self.lang)
        verified = "" if edition.verified_until is None else day_words(edition.verified_until, self.lang)
        told.append(("confidence", self._say("confidence-words", word=confidence, verified=verified)))
        return [(name, words) for name, words in told if words]

    def reading_details(self, reading: Reading) -> str:
        """Tell by what a reading differs, and what it rests on: its length, its start, its count, its provisions."""
        parts = [amount(reading.length.amount, reading.length.unit, self.lang)] if reading.length else []
        if reading.anchor is not None:
            parts.append(self._anchor(reading.anchor))
        if reading.counting is not None:
            parts.append(regime_words(reading.counting, self.lang))
        parts.append(cites_words(reading.cite, self.law, self.lang))
        return "; ".join(part for part in parts if part)

    def _anchor(self, anchor: Anchor) -> str:
        """Say from what a limit counts, where that is not simply the act that starts it."""
        if anchor.kind in {"act", "act-or-unknown"} and anchor.pattern is not None:
            return self.pattern(anchor.pattern)
        if anchor.kind == "served":
            return self._say("served", to=self.law.vocabulary.word("values", anchor.recipient, self.lang))
        if anchor.kind in {"end", "end-unknown"}:
            return self._say("end-of", title=self.limit_title(anchor.limit))
        return self._say("anchor-unknown") if anchor.kind == "unknown" else ""

    def pattern(self, pattern: Pattern) -> str:
        """Name an act with the words it must have."""
        words = self.law.vocabulary
        fields = ", ".join(
            " / ".join(sorted(words.word("values", value, self.lang) for value in admitted))
            for name, admitted, _ in pattern.fields
            if name != "of-act"
        )
        label = self.label(pattern.act)
        return f"{label} ({fields})" if fields else label

    def limit_title(self, limit_id: str) -> str:
        """Name a limit of the pack."""
        limit = self.pack.limit_by_id.get(limit_id)
        return limit_id if limit is None else self._with_id(self.law_words.of(limit.title), limit_id)

    def label(self, word: str) -> str:
        """Name an act, a body, or who else acts."""
        found = self.law.vocabulary.label(word, self.lang)
        return self.law.vocabulary.word("actors", word, self.lang) if found == word else found

    def _with_id(self, title: str, rule_id: str) -> str:
        return f"{title} ({rule_id})" if self.ids else title

    def _say(self, key: str, **values: object) -> str:
        return say(self.lang, f"rule.{key}", **values)


def regime_words(regime: Regime, lang: str) -> str:
    """Say how a regime counts: the first unit, the last day, the closing hour, what is in time."""
    parts = [say(lang, f"regime.{regime.first_unit}"), say(lang, "regime.rolls" if regime.rolls else "regime.stays")]
    if regime.office_closes is not None:
        parts.append(say(lang, "count.office-closes", clock=clock_words(regime.office_closes)))
    parts += [say(lang, f"regime.{word}") for word in regime.in_time if word != "received"]
    return "; ".join(parts)
