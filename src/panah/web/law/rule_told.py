"""One rule as a page: its words, what it says in each edition, its readings, examples, doubts, and its cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.dates import span_words
from panah.lawmodel import Breach, Limit, Move, Shield
from panah.lawmodel.citations import cite_url, cite_words, cites_words
from panah.lawmodel.comparison import last_days
from panah.lawmodel.doubts import read_doubts
from panah.places import law_folder
from panah.telling.rule_words import RuleWords
from panah.texts import say
from panah.web.desk import the_desk
from panah.web.keeping import once
from panah.web.law.examples import ExampleTold, examples_of
from panah.web.standing import all_standing

if TYPE_CHECKING:
    from panah.lawmodel import Edition, Pack, Reading
    from panah.lawmodel.doubts import Doubt
    from panah.lawmodel.instruments import NotModelled
    from panah.telling.law_words import LawWords
    from panah.telling.rule_words import Fact

Rule = Limit | Shield | Breach | Move
KINDS = {Limit: "limit", Shield: "shield", Breach: "breach", Move: "move"}


class ReadingTold(NamedTuple):
    """A rival meaning of the text: its argument, and by what it differs or how strong it is."""

    argument: str
    details: str


class EditionTold(NamedTuple):
    """One edition: its days, provisions with official links, facts, and readings with their arguments."""

    title: str
    pending: str
    cites: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    readings: tuple[ReadingTold, ...]


class OneRule(NamedTuple):
    """The page of a rule.

    Attributes:
        id: Its id.
        title: What it is called.
        kind: Limit, shield, breach or move, in words.
        words: What it says.
        facts: What it says in every edition.
        editions: Its editions, the newest first.
        related: Other rules it names, by id and title.
        examples: Its worked examples.
        doubts: The open questions it rests on.
        left_out: What is not modelled of the articles it cites.
        left_out_near: What else is not modelled of its procedure.
        cases: Aliases of the cases that rest on it today.
        file: Where it is written.
        remark: That words of the law had to be in Russian.
    """

    id: str
    title: str
    kind: str
    words: str
    facts: tuple[tuple[str, str], ...]
    editions: tuple[EditionTold, ...]
    related: tuple[tuple[str, str], ...]
    examples: tuple[ExampleTold, ...]
    doubts: tuple[str, ...]
    left_out: tuple[str, ...]
    left_out_near: tuple[str, ...]
    cases: tuple[str, ...]
    file: str
    remark: str


def rules_of(pack: Pack) -> list[Rule]:
    """Give the rules of a pack that have a page."""
    return [*pack.limits, *pack.shields, *pack.breaches.values(), *pack.moves]


def title_of(rule: Rule, law_words: LawWords) -> str:
    """Give what a rule is called; a move by its act and the stage it leads to."""
    if not isinstance(rule, Move):
        return law_words.of(rule.title)
    vocabulary, lang = the_desk().law.vocabulary, law_words.lang
    same = rule.to == "same"
    stage = say(lang, "law.same-stage") if same else vocabulary.stage_label(rule.track, rule.to, lang)
    return say(lang, "law.move-title", act=vocabulary.label(rule.on.act, lang), stage=stage)


def cites_of(rule: Rule) -> tuple[str, ...]:
    """Give the provisions of a rule as it reads now."""
    return rule.cite if isinstance(rule, Breach) else rule.editions[-1].cite


def track_of(rule: Rule) -> str:
    """Give the track of a rule; a breach has that of its id, or the one of a pack that has no other."""
    if not isinstance(rule, Breach):
        return rule.track
    law = the_desk().law
    pack, second = rule.id.split("/")[:2]
    return second if second in law.vocabulary.tracks else law.packs[pack].tracks[0]


def rule_told(rule: Rule, law_words: LawWords) -> OneRule:
    """Tell a rule."""
    return _Told(rule, law_words).page()


class _Told:
    def __init__(self, rule: Rule, law_words: LawWords) -> None:
        self.rule = rule
        self.law_words = law_words
        self.lang = law_words.lang
        self.law = the_desk().law
        self.pack = self.law.packs[rule.id.partition("/")[0]]
        self.words = RuleWords(self.pack, self.law, law_words, ids=False)

    def page(self) -> OneRule:
        rule = self.rule
        near = [one for one in self.pack.not_modelled if self._is_of_its_articles(one)]
        further = [one for one in self.pack.not_modelled if one not in near and one.track == track_of(rule)]
        return OneRule(
            id=rule.id,
            title=title_of(rule, self.law_words),
            kind=say(self.lang, f"law.kind-{KINDS[type(rule)]}"),
            words=self.law_words.of(rule.words),
            facts=self._named(self.words.facts(rule)),
            editions=tuple(self._editions()),
            related=tuple(self._related()),
            examples=examples_of(rule, self.law_words),
            doubts=tuple(self._doubts()),
            left_out=tuple(self._left_out(one) for one in near),
            left_out_near=tuple(self._left_out(one) for one in further),
            cases=tuple(self._cases()),
            file=say(self.lang, "rule.file", file=f"law/{rule.file}"),
            remark=self.law_words.remark(),
        )

    def _named(self, facts: list[Fact]) -> tuple[tuple[str, str], ...]:
        return tuple((say(self.lang, f"rule.fact-{name}"), words) for name, words in facts)

    def _editions(self) -> list[EditionTold]:
        if isinstance(self.rule, Breach):
            return [EditionTold("", "", self._cites(self.rule.cite), (), ())]
        return [self._edition(edition, self.rule) for edition in reversed(self.rule.editions)]

    def _cites(self, cites: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        return tuple((cite_words(cite, self.law, self.lang), cite_url(cite, self.law) or "") for cite in cites)

    def _edition(self, edition: Edition, rule: Limit | Shield | Move) -> EditionTold:
        until = ""
        if edition.until is not None:
            until = say(self.lang, "rule.until", day=span_words(*last_days(edition), self.lang))
        since = span_words(edition.first, edition.first_latest, self.lang)
        strengths = [
            ReadingTold(self.law_words.of(argument), self.law.vocabulary.word("strengths", strength, self.lang))
            for _, strength, argument in edition.readings_of_strength
        ]
        return EditionTold(
            title=say(self.lang, "rule.edition", since=since, until=until),
            pending=say(self.lang, "rule.pending-too") if edition.pending_too else "",
            cites=self._cites(edition.cite),
            facts=self._named(self.words.edition_facts(edition, rule)),
            readings=(*(self._reading(one) for one in edition.readings), *strengths),
        )

    def _reading(self, reading: Reading) -> ReadingTold:
        return ReadingTold(self.law_words.of(reading.argument), self.words.reading_details(reading))

    def _related(self) -> list[tuple[str, str]]:
        """Give the rules that this one names, and for a breach the limits whose end it is."""
        rule = self.rule
        if isinstance(rule, Limit):
            names = [*rule.starts_on_lapse, rule.before, rule.anchor.limit, rule.breach]
        elif isinstance(rule, Breach):
            names = [limit.id for limit in self.pack.limits if limit.breach == rule.id]
        else:
            return []
        known = {one.id: one for one in rules_of(self.pack)}
        return [(name, title_of(known[name], self.law_words)) for name in dict.fromkeys(names) if name in known]

    def _doubts(self) -> list[str]:
        if isinstance(self.rule, Breach):
            return []
        names = dict.fromkeys(name for edition in self.rule.editions for name in edition.doubts)
        known = _doubts_known() if names else {}
        return [
            say(self.lang, "law.doubt", id=name, words=self.law_words.of(known[name].words))
            for name in names
            if name in known
        ]

    def _is_of_its_articles(self, one: NotModelled) -> bool:
        articles = {cite.partition("(")[0] for cite in cites_of(self.rule)}
        return bool(articles & {provision.partition("(")[0] for provision in one.provisions})

    def _left_out(self, one: NotModelled) -> str:
        return left_out_words(one, self.law_words)

    def _cases(self) -> list[str]:
        name = self.rule.id
        found = []
        for standing in all_standing():
            position = standing.position
            ids = {one.limit.id for one in position.deadlines} | {one.shield.id for one in position.protections}
            ids |= {one.breach.id for one in position.breaches}
            ids |= {one.move.id for one in position.stages if one.move is not None}
            if name in ids:
                found.append(standing.case.slug)
        return found


def _doubts_known() -> dict[str, Doubt]:
    """Give the open questions of the research, read once while the register is open."""
    desk = the_desk()
    return once(desk.kept, "doubts", None, lambda: read_doubts(law_folder()))


def left_out_words(one: NotModelled, law_words: LawWords) -> str:
    """Say what is not modelled, and of which provisions."""
    cites = cites_words(one.provisions, the_desk().law, law_words.lang)
    return f"{law_words.of(one.why)}{f' ({cites})' if cites else ''}"
