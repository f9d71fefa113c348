"""The law as pages: the list of rules, and one rule beside its official text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse

from panah.dates import day_words, span_words
from panah.lawmodel import Breach, Limit, Move, Shield
from panah.lawmodel.citations import cite_url, cite_words, cites_words
from panah.lawmodel.comparison import last_days
from panah.lawmodel.doubts import read_doubts
from panah.lawmodel.vocabulary import in_language
from panah.places import law_folder
from panah.procedure.arithmetic import length_words
from panah.telling.law_words import LawWords
from panah.texts import say
from panah.web.desk import the_desk
from panah.web.shell import answer, lang_of
from panah.web.standing import all_standing

if TYPE_CHECKING:
    from panah.lawmodel import Edition, Pack

Rule = Limit | Shield | Breach | Move


class RuleLine(NamedTuple):
    """A rule in the list."""

    id: str
    kind: str
    title: str
    cite: str


class TrackTold(NamedTuple):
    """Rules of one track."""

    title: str
    rules: tuple[RuleLine, ...]


class PackTold(NamedTuple):
    """The law of a country or body: its rules by track, and what is not modelled."""

    title: str
    tracks: tuple[TrackTold, ...]
    left_out: tuple[str, ...]


class Rules(NamedTuple):
    """The list of rules."""

    packs: tuple[PackTold, ...]
    remark: str


class EditionTold(NamedTuple):
    """One edition: its days, provisions with official links, facts, and readings with their arguments."""

    title: str
    cites: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    readings: tuple[tuple[str, str], ...]


class OneRule(NamedTuple):
    """The page of a rule. ``cases`` are those that rest on it today."""

    id: str
    title: str
    kind: str
    words: str
    facts: tuple[tuple[str, str], ...]
    editions: tuple[EditionTold, ...]
    doubts: tuple[str, ...]
    left_out: tuple[str, ...]
    cases: tuple[str, ...]
    file: str
    remark: str


def rules(request: HttpRequest) -> HttpResponse:
    """List the rules."""
    lang = lang_of(request)
    words = LawWords(lang)
    packs = tuple(_pack(pack, words) for pack in the_desk().law.packs.values())
    return answer(request, "law/all.html", Rules(packs, words.remark()), title=say(lang, "page.law"), here="law")


def one_rule(request: HttpRequest, rule: str) -> HttpResponse:
    """Show one rule."""
    lang, law = lang_of(request), the_desk().law
    found = next((one for pack in law.packs.values() for one in _rules_of(pack) if one.id == rule), None)
    if found is None:
        raise Http404
    told = _Told(found, LawWords(lang))
    return answer(request, "law/one.html", told.context(), title=say(lang, "page.rule"), here="law")


def _rules_of(pack: Pack) -> list[Rule]:
    return [*pack.limits, *pack.shields, *pack.breaches.values(), *pack.moves]


def _kind(rule: Rule) -> str:
    kinds = {Limit: "limit", Shield: "shield", Breach: "breach", Move: "move"}
    return kinds[type(rule)]


def _title(rule: Rule, words: LawWords) -> str:
    if isinstance(rule, Move):
        return the_desk().law.vocabulary.label(rule.on.act, words.lang)
    return words.of(rule.title)


def _pack(pack: Pack, words: LawWords) -> PackTold:
    law, lang = the_desk().law, words.lang
    verified = "" if pack.verified_until is None else day_words(pack.verified_until, lang)
    label = in_language(pack.label, lang)
    title = say(lang, "law.pack", label=label, id=pack.id, version=pack.version, verified=verified)
    by_track: dict[str, list[RuleLine]] = {}
    for rule in _rules_of(pack):
        if isinstance(rule, Move):
            continue  # moves say how acts lead on; a lawyer looks for limits, bars and breaches
        cite = rule.cite if isinstance(rule, Breach) else rule.editions[-1].cite
        kind = say(lang, f"law.kind-{_kind(rule)}")
        line = RuleLine(rule.id, kind, _title(rule, words), cites_words(cite, law, lang))
        by_track.setdefault(rule.id.split("/")[1], []).append(line)
    tracks = tuple(TrackTold(law.vocabulary.label(track, lang), tuple(lines)) for track, lines in by_track.items())
    left_out = [f"{words.of(one.why)} ({cites_words(one.provisions, law, lang)})" for one in pack.not_modelled]
    return PackTold(title, tracks, tuple(left_out))


class _Told:
    def __init__(self, rule: Rule, words: LawWords) -> None:
        self.rule = rule
        self.words = words
        self.lang = words.lang
        self.law = the_desk().law
        self.pack = self.law.packs[rule.id.partition("/")[0]]

    def context(self) -> OneRule:
        rule = self.rule
        return OneRule(
            id=rule.id,
            title=_title(rule, self.words),
            kind=say(self.lang, f"law.kind-{_kind(rule)}"),
            words=self.words.of(rule.words),
            facts=tuple(self._facts()),
            editions=tuple(self._editions()),
            doubts=tuple(self._doubts()),
            left_out=tuple(self._left_out()),
            cases=tuple(self._cases()),
            file=f"law/{rule.file}",
            remark=self.words.remark(),
        )

    def _facts(self) -> list[tuple[str, str]]:
        rule, vocabulary = self.rule, self.law.vocabulary
        facts: list[tuple[str, str]] = []
        if isinstance(rule, Limit):
            bound = [vocabulary.word("binds", rule.binds, self.lang), self._who(rule.actor)]
            starts = [vocabulary.label(pattern.act, self.lang) for pattern in rule.starts]
            met = [vocabulary.label(pattern.act, self.lang) for pattern in rule.met_by]
            facts = [
                ("who", ", ".join(dict.fromkeys(bound))),
                ("starts", "; ".join(dict.fromkeys(starts))),
                ("met-by", "; ".join(dict.fromkeys(met))),
                ("where", "; ".join(filter(None, (self.words.of(rule.where), self.words.of(rule.form))))),
                ("if-missed", self.words.of(rule.if_missed)),
                ("silence", say(self.lang, f"rule.silence-{rule.if_unrecorded}")),
            ]
            if rule.binds == "defence":
                facts.append(("effect", say(self.lang, "case.suspends" if rule.suspends else "case.suspends-not")))
        elif isinstance(rule, Shield):
            facts = [("against", ", ".join(vocabulary.word("against", kind, self.lang) for kind in rule.against))]
        elif isinstance(rule, Breach) and rule.actor:
            facts = [("who", self._who(rule.actor))]
        return [(say(self.lang, f"rule.fact-{name}"), value) for name, value in facts if value]

    def _who(self, word: str) -> str:
        """Name a body, or who else acts."""
        vocabulary = self.law.vocabulary
        if word in vocabulary.bodies:
            return vocabulary.label(word, self.lang)
        return vocabulary.word("actors", word, self.lang)

    def _editions(self) -> list[EditionTold]:
        if isinstance(self.rule, Breach):
            return [EditionTold("", self._cites(self.rule.cite), (), ())]
        return [self._edition(edition) for edition in reversed(self.rule.editions)]

    def _cites(self, cites: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        return tuple((cite_words(cite, self.law, self.lang), cite_url(cite, self.law) or "") for cite in cites)

    def _edition(self, edition: Edition) -> EditionTold:
        until = ""
        if edition.until is not None:
            until = say(self.lang, "rule.until", day=span_words(*last_days(edition), self.lang))
        since = span_words(edition.first, edition.first_latest, self.lang)
        facts: list[tuple[str, str]] = []
        if edition.length is not None:
            facts.append(("length", length_words(edition.length, self.lang)))
        extensions = ", ".join(length_words(one, self.lang) for one in edition.may_extend)
        facts.append(("may-extend", extensions))
        if edition.without_cap:
            facts.append(("without-cap", say(self.lang, "rule.no-cap")))
        if edition.strength:
            facts.append(("strength", self.law.vocabulary.word("strengths", edition.strength, self.lang)))
        facts.append(("lifted-by", ", ".join(self.law.vocabulary.label(act, self.lang) for act in edition.lifted_by)))
        word = self.law.vocabulary.word("confidences", edition.confidence, self.lang)
        verified = "" if edition.verified_until is None else day_words(edition.verified_until, self.lang)
        facts.append(("confidence", say(self.lang, "rule.confidence-words", word=word, verified=verified)))
        readings = [
            (self.words.of(one.argument), cites_words(one.cite, self.law, self.lang)) for one in edition.readings
        ]
        readings += [(self.words.of(argument), strength) for _, strength, argument in edition.readings_of_strength]
        return EditionTold(
            say(self.lang, "rule.edition", since=since, until=until),
            self._cites(edition.cite),
            tuple((say(self.lang, f"rule.fact-{name}"), value) for name, value in facts if value),
            tuple(readings),
        )

    def _doubts(self) -> list[str]:
        if isinstance(self.rule, Breach):
            return []
        names = dict.fromkeys(name for edition in self.rule.editions for name in edition.doubts)
        known = read_doubts(law_folder()) if names else {}
        return [
            say(self.lang, "law.doubt", id=name, words=self.words.of(known[name].words))
            for name in names
            if name in known
        ]

    def _left_out(self) -> list[str]:
        """Tell what is not modelled of the articles that the rule cites."""
        rule = self.rule
        cites = rule.cite if isinstance(rule, Breach) else rule.editions[-1].cite
        articles = {cite.partition("(")[0] for cite in cites}
        return [
            f"{self.words.of(one.why)} ({cites_words(one.provisions, self.law, self.lang)})"
            for one in self.pack.not_modelled
            if articles & {provision.partition("(")[0] for provision in one.provisions}
        ]

    def _cases(self) -> list[str]:
        name = self.rule.id
        found = []
        for standing in all_standing():
            position = standing.position
            ids = {one.limit.id for one in position.deadlines} | {one.shield.id for one in position.protections}
            ids |= {one.breach.id for one in position.breaches}
            if name in ids:
                found.append(standing.case.slug)
        return found
