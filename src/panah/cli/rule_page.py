"""The page of one rule: its words, who must do what from what within what, its editions, readings and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.cli.law_words import LawWords, open_questions
from panah.cli.screen import DEFENCE, HEADING, Screen
from panah.dates import amount, clock_words, day_words, span_words
from panah.lawmodel import Breach, Limit, Move, Shield
from panah.lawmodel.citations import cite_url, cite_words, cites_words
from panah.lawmodel.comparison import last_days
from panah.places import law_folder
from panah.texts import say

if TYPE_CHECKING:
    from panah.lawmodel import Anchor, Edition, Law, Pack, Pattern, Reading
    from panah.timelimits import Regime

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
            return self._label(self.rule.on.act)
        return self.law_words.of(self.rule.title)

    def _facts(self) -> list[str]:
        rule = self.rule
        if isinstance(rule, Limit):
            return self._of_limit(rule)
        if isinstance(rule, Move):
            return self._of_move(rule)
        if isinstance(rule, Shield):
            kinds = ", ".join(self.law.vocabulary.word("against", kind, self.lang) for kind in rule.against)
            return self._fact("against", kinds)
        return self._fact("who", self._label(rule.actor)) if rule.actor else []

    def _of_limit(self, rule: Limit) -> list[str]:
        bound = [self.law.vocabulary.word("binds", rule.binds, self.lang), self._label(rule.actor)]
        lines = self._fact("who", ", ".join(dict.fromkeys(bound)))
        starts = [self._pattern(pattern) for pattern in rule.starts]
        starts += [self._say("lapse-of", title=self._limit_title(other)) for other in rule.starts_on_lapse]
        lines += self._fact("starts", "; ".join(starts))
        anchor = self._anchor(rule.anchor)
        lines += self._fact("counts-from", anchor) if anchor else []
        if rule.before:
            lines += self._fact("before", self._limit_title(rule.before))
        lines += self._fact("met-by", "; ".join(self._pattern(pattern) for pattern in rule.met_by))
        lines += self._fact("shown-by", "; ".join(self._pattern(pattern) for pattern in rule.shown_by))
        lines += self._fact(
            "where", "; ".join(filter(None, (self.law_words.of(rule.where), self.law_words.of(rule.form))))
        )
        if rule.binds == "defence":
            lines += self._fact("effect", say(self.lang, "case.suspends" if rule.suspends else "case.suspends-not"))
        lines += self._fact("if-missed", self.law_words.of(rule.if_missed))
        lines += self._fact("silence", self._say(f"silence-{rule.if_unrecorded}"))
        breach = self.pack.breaches.get(rule.breach)
        return lines + (self._fact("breach", f"{self.law_words.of(breach.title)} ({breach.id})") if breach else [])

    def _of_move(self, rule: Move) -> list[str]:
        words = self.law.vocabulary
        stages = ", ".join(sorted(words.stage_label(rule.track, stage, self.lang) for stage in rule.from_stages))
        to = (
            say(self.lang, "law.same-stage") if rule.to == "same" else words.stage_label(rule.track, rule.to, self.lang)
        )
        lines = (
            self._fact("act", self._pattern(rule.on)) + self._fact("from-stages", stages) + self._fact("to-stage", to)
        )
        return lines + self._fact("ask-for", self.law_words.of(rule.ask_for))

    def _edition(self, edition: Edition) -> list[str]:
        until = ""
        if edition.until is not None and not isinstance(self.rule, Breach):
            until = self._say("until", day=span_words(*last_days(edition), self.lang))
        head = self._say("edition", since=span_words(edition.first, edition.first_latest, self.lang), until=until)
        lines = [self.screen.paint(line, HEADING) for line in self.screen.paragraph(head, 2)]
        lines += self.screen.paragraph(self._say("pending-too"), 4, 6) if edition.pending_too else []
        if edition.length is not None:
            lines += self._fact("length", amount(edition.length.amount, edition.length.unit, self.lang))
        elif isinstance(self.rule, Limit):
            lines += self._fact("length", self._say("no-length"))
        if edition.counting is not None:
            lines += self._fact("counting", regime_words(edition.counting, self.lang))
        if edition.may_extend:
            longest = " + ".join(amount(one.amount, one.unit, self.lang) for one in edition.may_extend)
            lines += self._fact("may-extend", longest)
        if edition.without_cap:
            lines += self._fact("may-extend", self._say("no-cap"))
        if edition.strength:
            lines += self._fact("strength", self.law.vocabulary.word("strengths", edition.strength, self.lang))
            lines += self._fact("source", self.law.vocabulary.word("protection-sources", edition.source, self.lang))
            lifted = ", ".join(self._label(act) for act in edition.lifted_by)
            lines += self._fact("lifted-by", lifted)
        confidence = self.law.vocabulary.word("confidences", edition.confidence, self.lang)
        verified = "" if edition.verified_until is None else day_words(edition.verified_until, self.lang)
        lines += self._fact("confidence", self._say("confidence-words", word=confidence, verified=verified))
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
        parts = [amount(reading.length.amount, reading.length.unit, self.lang)] if reading.length else []
        if reading.anchor is not None:
            parts.append(self._anchor(reading.anchor))
        if reading.counting is not None:
            parts.append(regime_words(reading.counting, self.lang))
        parts.append(cites_words(reading.cite, self.law, self.lang))
        return lines + self.screen.paragraph("; ".join(part for part in parts if part), 6, 8)

    def _link(self, cite: str) -> list[str]:
        url = cite_url(cite, self.law)
        words = cite_words(cite, self.law, self.lang)
        return [f"    {self.screen.paint(words, DEFENCE)}  {url}" if url else f"    {words}"]

    def _anchor(self, anchor: Anchor) -> str:
        """Say from what a limit counts, where that is not simply the act that starts it."""
        if anchor.kind in {"act", "act-or-unknown"} and anchor.pattern is not None:
            return self._pattern(anchor.pattern)
        if anchor.kind == "served":
            return self._say("served", to=self.law.vocabulary.word("values", anchor.recipient, self.lang))
        if anchor.kind in {"end", "end-unknown"}:
            return self._say("end-of", title=self._limit_title(anchor.limit))
        return self._say("anchor-unknown") if anchor.kind == "unknown" else ""

    def _pattern(self, pattern: Pattern) -> str:
        words = self.law.vocabulary
        fields = ", ".join(
            " / ".join(sorted(words.word("values", value, self.lang) for value in admitted))
            for name, admitted, _ in pattern.fields
            if name != "of-act"
        )
        label = self._label(pattern.act)
        return f"{label} ({fields})" if fields else label

    def _limit_title(self, limit_id: str) -> str:
        limit = self.pack.limit_by_id.get(limit_id)
        return limit_id if limit is None else f"{self.law_words.of(limit.title)} ({limit_id})"

    def _label(self, word: str) -> str:
        found = self.law.vocabulary.label(word, self.lang)
        return self.law.vocabulary.word("actors", word, self.lang) if found == word else found

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


def regime_words(regime: Regime, lang: str) -> str:
    """Say how a regime counts: the first unit, the last day, the closing hour, what is in time."""
    parts = [say(lang, f"regime.{regime.first_unit}"), say(lang, "regime.rolls" if regime.rolls else "regime.stays")]
    if regime.office_closes is not None:
        parts.append(say(lang, "count.office-closes", clock=clock_words(regime.office_closes)))
    parts += [say(lang, f"regime.{word}") for word in regime.in_time if word != "received"]
    return "; ".join(parts)


def example_names(pack: str, rule: str) -> list[str]:
    """Give the names of the worked examples that work a rule, in the order of their files."""
    from panah.yamlfiles import read_yaml

    names: list[str] = []
    for path in sorted((law_folder() / pack / "examples").glob("*.yaml")):
        node, _ = read_yaml(path.read_bytes(), path.name)
        content = None if node is None else node.data
        examples = content.get("examples") if isinstance(content, dict) else None
        for example in examples if isinstance(examples, list) else []:
            rules = example.get("rules") if isinstance(example, dict) else None
            if isinstance(rules, list) and rule in rules and isinstance(example, dict):
                names.append(str(example.get("name")))
    return names
