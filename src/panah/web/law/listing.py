"""The list of the law: its rules by procedure, and finding one by its article or by words in any form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from panah.dates import day_words
from panah.lawmodel import Breach, Limit, Move
from panah.lawmodel.citations import cite_words, cites_words
from panah.lawmodel.vocabulary import in_language
from panah.texts import LANGUAGES, say
from panah.web.desk import the_desk
from panah.web.keeping import once
from panah.web.law.rule_told import KINDS, cites_of, left_out_words, rules_of, title_of, track_of
from panah.web.search.index import the_forms
from panah.web.search.words import Term, Text, terms_of
from panah.web.standing import all_standing

if TYPE_CHECKING:
    from panah.lawmodel import Pack
    from panah.lawmodel.instruments import NotModelled
    from panah.telling.law_words import LawWords
    from panah.web.law.rule_told import Rule

_ARTICLE = re.compile(r"\d[\w-]*(?:\(\w+\))*")
_SURE = "high"


class RuleLine(NamedTuple):
    """A rule in the list; ``marks`` say that it has several editions, is in doubt, or is not sure."""

    id: str
    kind: str
    title: str
    cite: str
    marks: tuple[str, ...]


class TrackTold(NamedTuple):
    """Rules of one track; ``moves`` say how acts lead on and stand apart."""

    title: str
    rules: tuple[RuleLine, ...]
    moves: tuple[RuleLine, ...]


class PackTold(NamedTuple):
    """The law of a country or body: its rules by track, and what is not modelled."""

    title: str
    tracks: tuple[TrackTold, ...]
    left_out: tuple[str, ...]


class Wanted:
    """What is looked for in the law: articles (``592``, ``592(1)``), words, a track. All of it must fit."""

    def __init__(self, words: str, track: str) -> None:
        """Take what was typed apart."""
        self.track = track
        self.articles = _ARTICLE.findall(words)
        self.terms: list[Term] = terms_of(_ARTICLE.sub(" ", words))

    def __bool__(self) -> bool:
        return bool(self.track or self.articles or self.terms)

    def is_in(self, about: About) -> bool:
        """Whether everything that is looked for is in what is known of a rule."""
        return all(_is_article(one, about) for one in self.articles) and all(
            term.is_in(about.text) for term in self.terms
        )


class About(NamedTuple):
    """What a rule is found by: its provisions without their code, and its words in every language."""

    provisions: tuple[str, ...]
    text: Text


def packs_here() -> list[Pack]:
    """Give the countries and bodies whose law is listed: an invented country only where a case stays there."""
    law = the_desk().law
    stays = {standing.casefile.stays for standing in all_standing()}
    return [pack for pack in law.packs.values() if pack.code not in law.vocabulary.invented or pack.code in stays]


def packs_told(wanted: Wanted, law_words: LawWords) -> tuple[PackTold, ...]:
    """Tell the rules that fit what is looked for, everything where nothing is."""
    found = (_pack(pack, wanted, law_words) for pack in packs_here())
    return tuple(pack for pack in found if pack.tracks or pack.left_out or not wanted)


def rules_found(wanted: Wanted, law_words: LawWords) -> list[RuleLine]:
    """Give the rules that fit, limits first and moves last."""
    if not wanted:
        return []
    return [
        _line(rule, law_words)
        for pack in packs_here()
        for rule in rules_of(pack)
        if not isinstance(rule, Move) and wanted.is_in(_about(rule))
    ]


def tracks_known(lang: str) -> tuple[tuple[str, str], ...]:
    """Give the tracks that have rules, to choose from: id and name."""
    law = the_desk().law
    tracks = dict.fromkeys(track_of(rule) for pack in packs_here() for rule in rules_of(pack))
    return tuple((track, law.vocabulary.label(track, lang)) for track in tracks)


def _pack(pack: Pack, wanted: Wanted, law_words: LawWords) -> PackTold:
    law, lang = the_desk().law, law_words.lang
    verified = "" if pack.verified_until is None else day_words(pack.verified_until, lang)
    label = in_language(pack.label, lang)
    title = say(lang, "law.pack", label=label, id=pack.id, version=pack.version, verified=verified)
    by_track: dict[str, tuple[list[RuleLine], list[RuleLine]]] = {}
    for rule in rules_of(pack):
        if wanted.track in ("", track_of(rule)) and wanted.is_in(_about(rule)):
            lines = by_track.setdefault(track_of(rule), ([], []))
            lines[isinstance(rule, Move)].append(_line(rule, law_words))
    tracks = tuple(
        TrackTold(law.vocabulary.label(track, lang), tuple(rules), tuple(moves))
        for track, (rules, moves) in by_track.items()
    )
    left_out = [
        left_out_words(one, law_words)
        for one in pack.not_modelled
        if wanted.track in ("", one.track) and wanted.is_in(_about_left_out(one))
    ]
    return PackTold(title, tracks, tuple(left_out))


def _line(rule: Rule, law_words: LawWords) -> RuleLine:
    law, lang = the_desk().law, law_words.lang
    marks = []
    if not isinstance(rule, Breach):
        if len(rule.editions) > 1:
            marks.append(say(lang, "page.law-editions", count=len(rule.editions)))
        if any(edition.doubts for edition in rule.editions):
            marks.append(say(lang, "page.law-doubtful"))
        if rule.editions[-1].confidence != _SURE:
            word = law.vocabulary.word("confidences", rule.editions[-1].confidence, lang)
            marks.append(say(lang, "because.confidence", word=word))
    return RuleLine(
        rule.id,
        say(lang, f"law.kind-{KINDS[type(rule)]}"),
        title_of(rule, law_words),
        cites_words(cites_of(rule), law, lang),
        tuple(marks),
    )


def _is_article(wanted: str, about: About) -> bool:
    """Whether an article, or a part of one, is among the provisions; a number may stand in the words of a rule too."""
    if any(one == wanted or one.startswith(f"{wanted}(") for one in about.provisions):
        return True
    return wanted in about.text.words


def _about(rule: Rule) -> About:
    """Give what a rule is found by, worked out once while the register is open."""
    desk = the_desk()

    def work() -> About:
        words = [rule.id, *rule.words.values()]
        words += [] if isinstance(rule, Move) else rule.title.values()
        words += [label for act in _acts_of(rule) for label in desk.law.vocabulary.acts[act].label.values()]
        editions = () if isinstance(rule, Breach) else rule.editions
        cites = rule.cite if isinstance(rule, Breach) else tuple(one for edition in editions for one in edition.cite)
        return _of(cites, " ".join(words))

    return once(desk.kept, ("law-words", rule.id, type(rule).__name__), None, work)


def _acts_of(rule: Rule) -> list[str]:
    """Give the acts a rule is about: a limit is found by what meets it, also where a language has no title for it."""
    if isinstance(rule, Move):
        return [rule.on.act]
    return [pattern.act for pattern in rule.met_by] if isinstance(rule, Limit) else []


def _about_left_out(one: NotModelled) -> About:
    return _of(one.provisions, " ".join(one.why.values()))


def _of(cites: tuple[str, ...], words: str) -> About:
    law = the_desk().law
    named = {cite_words(cite.partition(" ")[0], law, lang) for cite in cites for lang in LANGUAGES}
    return About(tuple(cite.partition(" ")[2] for cite in cites), the_forms().text(" ".join((words, *named))))
