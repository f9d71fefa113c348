"""The fact sheet of a case: one page for colleagues and the press, from what the file says and the rules give.

It says nothing of what the defence will do, nor of when a person may be let out and where one who is free has gone: it
is made to be passed on.
Words are in the locale (``sheet.*``); `room` says how much fits, the caller finds how much of it fills a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.assembly.chronology import Numbered, act_sentence, state_words, told_acts
from panah.assembly.paper import Paper, Words
from panah.assembly.values import clean
from panah.dates import amount, day_words, span_words
from panah.lawmodel.citations import cite_words, cites_words
from panah.lawmodel.vocabulary import in_language
from panah.procedure.act_words import when_of
from panah.texts import say
from panah.timelimits import FAR_PAST, day_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panah.lawmodel import Law
    from panah.procedure.casefile import Act, CaseFile, Charge
    from panah.procedure.position import BreachFound, Position, Protection, Stage

MOST_ROOM = 20
"""Acts told where all of them fit."""
_NO_PROFILE = "other"
_LONGEST_NAME, _LONGEST_LINE, _LONGEST_ADDRESS = 90, 240, 400


def sheet(casefile: CaseFile, position: Position, law: Law, lang: str, room: int = MOST_ROOM) -> Paper:
    """Write the fact sheet.

    Args:
        casefile: The case, with or without what tells who the person is.
        position: Where it stands on the day of the sheet.
        law: Gives the words of acts, articles, protections and breaches.
        lang: Language of the reader.
        room: How many acts to tell; charges, protections and breaches get half of it each.
    """
    return Paper(
        title=say(lang, "sheet.title"),
        day=position.as_of,
        lang=lang,
        blocks=tuple(_Sheet(casefile, position, law, lang, room).blocks()),
    )


class _Sheet:
    def __init__(self, casefile: CaseFile, position: Position, law: Law, lang: str, room: int) -> None:
        self.casefile = casefile
        self.position = position
        self.law = law
        self.lang = lang
        self.room = room
        self.numbers = Numbered(casefile.sources)
        self.unverified: set[int] = set()
        self.rests_on = {name for stage in position.stages for name in stage.by}
        self.rests_on.update(name for protection in position.protections for name in protection.of)
        self.rests_on.update(name for breach in position.breaches for name in breach.of)

    def blocks(self) -> Iterator[Words]:
        yield Words(self._name(), "title")
        yield Words(self._lead(), "lead")
        yield from self._section("stands", self._stands())
        yield from self._section("accused", self._limited(self._charge(one) for one in self.casefile.charges))
        yield from self._section("happened", self._happened())
        yield from self._section("against", self._limited(map(self._protection, self.position.protections)), "against")
        yield from self._section("not-kept", self._limited(map(self._breach, self._breaches())), "not-kept")
        yield from self._section("sources", self._sources(), style="small")
        yield Words(self._say("how-to-read"), "small")
        for day in sorted(self.unverified):
            yield Words(say(self.lang, "docket.unverified", day=day_words(day, self.lang)), "small")

    def _section(self, key: str, lines: Iterator[str], note: str = "", style: str = "item") -> Iterator[Words]:
        written = [clean(line, _LONGEST_ADDRESS) for line in lines]
        if not written:
            return
        yield Words(self._say(f"heading-{key}"), "heading")
        for line in written:
            yield Words(line, style)
        if note:
            yield Words(self._say(f"note-{note}"), "small")

    def _limited(self, lines: Iterator[str]) -> Iterator[str]:
        """Give lines as far as there is room, and the number of those left out."""
        told = list(dict.fromkeys(lines))
        most = max(self.room // 2, 2)
        yield from told[:most]
        if len(told) > most:
            yield self._say("more", count=len(told) - most)

    def _name(self) -> str:
        name = clean(in_language(self.casefile.names, self.lang), _LONGEST_NAME)
        people = self.casefile.persons
        return name if people == 1 else f"{name} ({amount(people, 'persons', self.lang)})"

    def _lead(self) -> str:
        casefile, words = self.casefile, self.law.vocabulary
        outcomes = self.position.outcome_versions or (self.position.outcome,)
        where = say(self.lang, "case.or").join(words.word("outcomes", one, self.lang) for one in outcomes)
        parts = [self._say("as-of", day=day_words(self.position.as_of, self.lang), where=where)]
        if casefile.citizenship:
            parts.append(self._say("citizenship", states=self._states(casefile.citizenship)))
        profile = [words.word("profiles", one, self.lang) for one in casefile.profile if one != _NO_PROFILE]
        if profile:
            parts.append(self._say("profile", words=", ".join(profile)))
        if casefile.wanted_by:
            parts.append(self._say("wanted-by", states=self._states(casefile.wanted_by)))
        return clean(" ".join(parts), _LONGEST_LINE * 2)

    def _states(self, codes: tuple[str, ...]) -> str:
        return ", ".join(state_words(code, self.law, self.lang) for code in codes)

    def _stands(self) -> Iterator[str]:
        """Say where each track stands; where versions of the facts differ, every stage by its name alone."""
        found: dict[str, list[Stage]] = {}
        for item in self.position.stages:
            if item.stage != "none":
                found.setdefault(item.track, []).append(item)
        words = self.law.vocabulary
        for track, stages in found.items():
            names = dict.fromkeys(words.stage_label(track, one.stage, self.lang) for one in stages)
            since = self._since(stages[0]) if len(stages) == 1 and not stages[0].in_versions else ""
            stage = say(self.lang, "case.or").join(names)
            yield _capital(say(self.lang, "case.stands", track=words.label(track, self.lang), stage=stage, since=since))

    def _since(self, item: Stage) -> str:
        first, last = item.since
        if first is None or first == FAR_PAST:
            return ""
        days = day_of(first), None if last is None else day_of(last)
        key = "case.since" if days[0] == days[1] else "case.since-between"
        return say(self.lang, key, day=span_words(*days, self.lang))

    def _charge(self, charge: Charge) -> str:
        cite = f"{charge.instrument} {charge.provision}" if charge.provision else ""
        told = charge.text or (cite and self._subject(charge)) or ""
        article = cite_words(cite, self.law, self.lang) if cite else ""
        words = f"{told} ({article})" if told and article else told or article
        if charge.certainty == "disputed":
            words = f"{words}; {self.law.vocabulary.word('certainties', 'disputed', self.lang)}"
        return self._numbered(_capital(words), charge.sources)

    def _subject(self, charge: Charge) -> str:
        """Name the offence in the words of the table of offences, where it is in one."""
        provision = charge.provision or ""
        for pack in self.law.packs.values():
            for offence in pack.offences:
                covers = provision == offence.provision or provision.startswith(f"{offence.provision}(")
                if offence.instrument == charge.instrument and covers:
                    return in_language(offence.subject, self.lang)
        return ""

    def _happened(self) -> Iterator[str]:
        acts = told_acts(self.casefile, self.position.as_of, self.position.known_on)
        leading = [act for act, version in acts if not version and _readable(act, self.lang)]
        days = self._days(acts)
        weights = {act.id: place for place, act in enumerate(sorted(leading, key=self._weight))}
        chosen = [act for act in leading if weights[act.id] < self.room]
        for act in chosen:
            told = act_sentence(act, self.casefile, self.law, self.lang, whereabouts=False)
            yield self._numbered(f"{days[act.id]} · {told}", act.sources)
        left_out = len(acts) - len(chosen)
        if left_out:
            yield self._say("more-acts", count=left_out)

    def _days(self, acts: list[tuple[Act, bool]]) -> dict[str, str]:
        """Write when each act happened: by every version of it that tells the same act, where reports differ."""
        days: dict[str, list[str]] = {}
        leading: Act | None = None
        for act, version in acts:
            if leading is None or not version:
                leading = act
            if act.kind == leading.kind:
                days.setdefault(leading.id, []).append(when_of(act.span, self.lang))
        return {name: say(self.lang, "case.or").join(dict.fromkeys(told)) for name, told in days.items()}

    def _weight(self, act: Act) -> tuple[int, int, int]:
        """Order acts by how much the reader needs them: what the position rests on, then acts of authorities."""
        kind = self.law.vocabulary.acts[act.kind]
        if act.id in self.rests_on or kind.track == "harm":
            weight = 0
        elif kind.whereabouts is not None:
            weight = 1
        else:
            weight = 2 if kind.by in {"authority", "origin"} else 3
        return weight, -act.span.first, act.order

    def _protection(self, item: Protection) -> str:
        words = self.law.vocabulary
        told = self._say(
            "protection" if item.holds == "yes" else "protection-perhaps",
            strength=words.word("strengths", item.strength, self.lang),
            title=in_language(item.shield.title, self.lang),
            against=", ".join(words.word("against", one, self.lang) for one in item.shield.against),
            cite=self._cited(item.edition.cite, item.edition.verified_until),
        )
        return _capital(told)

    def _breaches(self) -> list[BreachFound]:
        return sorted(self.position.breaches, key=lambda item: (not item.certain, item.on[0]))

    def _breach(self, item: BreachFound) -> str:
        return self._say(
            "breach" if item.certain else "breach-perhaps",
            day=day_words(item.on[0], self.lang),
            title=in_language(item.breach.title, self.lang),
            cite=cites_words(item.cite, self.law, self.lang),
        )

    def _cited(self, cite: tuple[str, ...], verified: int | None) -> str:
        if verified is None or self.position.as_of <= verified:
            return cites_words(cite, self.law, self.lang)
        self.unverified.add(verified)
        return f"{cites_words(cite, self.law, self.lang)}*"

    def _sources(self) -> Iterator[str]:
        for number, line in enumerate(self.numbers.lines(self.lang), 1):
            yield f"[{number}] {line}"

    def _numbered(self, words: str, sources: tuple[str, ...]) -> str:
        """Put the number of one source behind words, of one already named where there is one: a page is short."""
        mark = "".join(f" [{number}]" for number in self.numbers.of(self.numbers.known(sources) or sources[:1]))
        return clean(words, _LONGEST_LINE - len(mark)) + mark

    def _say(self, key: str, **values: object) -> str:
        return say(self.lang, f"sheet.{key}", **values)


def _readable(act: Act, lang: str) -> bool:
    """Whether the reader can read the words of an act told in free words: a page is in one language."""
    words = act.fields.get("what")
    if act.kind != "recorded" or not words:
        return act.kind != "recorded"
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in words)
    return (cyrillic * 2 > sum(letter.isalpha() for letter in words)) == (lang != "en")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
