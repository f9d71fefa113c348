"""Everything of one case, every item with its reasons: the long page; and one item with its whole count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.cli.arguments import UsageError
from panah.cli.law_words import LawWords, open_questions
from panah.cli.screen import AUTHORITY, DEFENCE, HEADING, OVER, Screen
from panah.dates import amount, clock_words, day_words, distance, span_words, weekday_words
from panah.lawmodel.citations import cites_words
from panah.lawmodel.vocabulary import in_language
from panah.procedure.outcome import surely_gone
from panah.procedure.position import BreachFound, Deadline, Position, Presumed, Protection, Remedy, Stage
from panah.procedure.reasons import anomaly_words, because, note_words
from panah.texts import say
from panah.timelimits import FAR_PAST, day_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile

_OVER_STATES = frozenset({"met", "not-started"})


class CasePage:
    """Writes a position for a person to read."""

    def __init__(self, casefile: CaseFile, position: Position, law: Law, lang: str, screen: Screen) -> None:
        """Keep what is to be written."""
        self.casefile = casefile
        self.position = position
        self.law = law
        self.lang = lang
        self.law_words = LawWords(lang)
        self.screen = screen
        self.counts = "short"

    def lines(self) -> list[str]:
        """Write everything."""
        position = self.position
        due = sorted(position.deadlines, key=self._ahead_first)
        ours = [item for item in due if item.limit.binds == "defence" and not is_done(item)]
        theirs = [item for item in due if item.limit.binds == "authority" and not is_done(item)]
        done = [item for item in position.deadlines if is_done(item)]
        lines = self.head()
        lines += self.section("ours", [self._deadline(item) for item in ours])
        lines += self.section("theirs", [self._deadline(item) for item in theirs])
        lines += self.section("open", [self._remedy(item) for item in position.remedies])
        lines += self.section("protects", [self._protection(item) for item in position.protections])
        lines += self.section("broken", [self._breach(item) for item in position.breaches])
        lines += self.section("stages", [self._stage(item) for item in position.stages if item.stage != "none"])
        lines += self.section("presumed", [self._presumed(item) for item in position.presumed])
        lines += self.section("met", [self._deadline(item) for item in done])
        anomalies = [
            [self.bullet(anomaly_words(item, self.casefile, self.law, self.lang))] for item in position.anomalies
        ]
        lines += self.section("anomalies", anomalies)
        notes = [[self.bullet(note_words(note, self.law, self.lang))] for note in position.notes]
        lines += self.section("notes", notes)
        return lines + self.law_words.footnote(self.screen)

    def _ahead_first(self, item: Deadline) -> tuple[int, int]:
        """Order deadlines: those still ahead, the nearest first; then those behind, the latest first."""
        last = item.safe if item.latest is None else item.latest
        return (0, item.safe) if last >= self.position.as_of else (1, -last)

    def why(self, item_id: str) -> list[str]:
        """Write the items of an id, the end of an id or a provision, with everything they rest on.

        Raises:
            UsageError: No item of the case has that id or rests on that provision.
        """
        self.counts = "steps"
        found: list[list[list[str]]] = []
        known: dict[str, None] = {}
        position = self.position
        items: list[Deadline | Remedy | Protection | BreachFound] = [*position.deadlines, *position.remedies]
        for item in [*items, *position.protections, *position.breaches]:
            name = _id(item)
            known[name] = None
            if item_id in {name, *_provisions(item)} or name.endswith("/" + item_id):
                doubts = () if isinstance(item, BreachFound) else item.edition.doubts
                questions = open_questions(doubts, self.law_words)
                found.append([*self._item(item), *(self.screen.paragraph(words, 6, 8) for words in questions)])
        for presumed in position.presumed:
            known[f"presumed/{presumed.act}"] = None
            if item_id in {presumed.act, f"presumed/{presumed.act}"}:
                found.append(self._presumed(presumed))
        if not found:
            raise UsageError([say(self.lang, "usage.no-such-item", found=item_id, known=", ".join(known))])
        lines = [self.screen.paint(self._name(), HEADING)]
        for block in found:
            lines += ["", *(line for part in block for line in part)]
        return lines + self.law_words.footnote(self.screen)

    def _item(self, item: Deadline | Remedy | Protection | BreachFound) -> list[list[str]]:
        if isinstance(item, Deadline):
            return self._deadline(item)
        if isinstance(item, Remedy):
            return self._remedy(item)
        return self._protection(item) if isinstance(item, Protection) else self._breach(item)

    def _name(self) -> str:
        names = in_language(self.casefile.names, self.lang) or self.casefile.case
        people = self.casefile.persons
        return names if people == 1 else f"{names} ({amount(people, 'persons', self.lang)})"

    def head(self) -> list[str]:
        """Write who it is, where they are, and the position in a sentence."""
        position, words = self.position, self.law.vocabulary
        outcomes = position.outcome_versions or (position.outcome,)
        where = say(self.lang, "case.or").join(words.word("outcomes", word, self.lang) for word in outcomes)
        lines = [self.screen.paint(line, HEADING) for line in self.screen.paragraph(f"{self._name()} · {where}")]
        day = weekday_words(position.as_of, self.lang)
        lines += self.screen.paragraph(self._say("as-of", day=day, case=position.case))
        if position.known_on is not None:
            lines += self.screen.paragraph(
                say(self.lang, "docket.known-on", day=day_words(position.known_on, self.lang))
            )
        sentence = ". ".join(self._stand(track) for track in dict.fromkeys(item.track for item in self._standing()))
        return [*lines, *self.screen.paragraph(f"{sentence}.")] if sentence else lines

    def _standing(self) -> list[Stage]:
        return [item for item in self.position.stages if item.stage != "none"]

    def _stand(self, track: str) -> str:
        """Say where a track stands; where versions of the facts differ, every stage by its name alone."""
        words = self.law.vocabulary
        found = [item for item in self._standing() if item.track == track]
        stages = list(dict.fromkeys(words.stage_label(track, item.stage, self.lang) for item in found))
        since = self._since(found[0]) if len(found) == 1 and not found[0].in_versions else ""
        stage = say(self.lang, "case.or").join(stages)
        return self._say("stands", track=_capital(words.label(track, self.lang)), stage=stage, since=since)

    def _since(self, item: Stage) -> str:
        first, last = item.since
        if first is None or first == FAR_PAST:
            return ""
        days = day_of(first), None if last is None else day_of(last)
        return self._say("since" if days[0] == days[1] else "since-between", day=span_words(*days, self.lang))

    def section(self, key: str, items: Sequence[list[list[str]]]) -> list[str]:
        """Write items under a heading; nothing where there are none."""
        if not items:
            return []
        lines = ["", f"  {self.screen.paint(self._say(f'section-{key}'), HEADING)}"]
        for item in items:
            lines += [line for part in item for line in part]
        return lines

    def bullet(self, words: str) -> list[str]:
        """Write words as a line of a list."""
        return self.screen.paragraph(words, 2, 4)

    def titled(self, lead: str, title: str, colour: str, indent: int = 2) -> list[str]:
        """Write the line an item is known by; its first words in colour."""
        lines = self.screen.paragraph(f"{lead} · {title}" if lead else title, indent, indent + 2)
        if lead and lines[0].strip().startswith(lead):
            lines[0] = " " * indent + self.screen.paint(lead, colour) + lines[0].strip()[len(lead) :]
        return lines

    def _reasons(self, item: object) -> list[str]:
        lines: list[str] = []
        told = because(item, self.casefile, self.law, self.lang, self.position, counts=self.counts)
        for reason in told:
            first, *steps = reason.split("\n")
            lines += self.screen.paragraph(first, 6, 8)
            for step in steps:
                lines += self.screen.paragraph(step, 8, 10)
        return lines

    def _more(self, words: str) -> list[str]:
        return self.screen.paragraph(words, 4, 6) if words else []

    def _stage(self, item: Stage) -> list[list[str]]:
        words = self.law.vocabulary
        stage = words.stage_label(item.track, item.stage, self.lang)
        title = f"{words.label(item.track, self.lang)}: {stage}{self._since(item)}"
        if item.presumed:
            title += self._say("presumed-mark")
        return [self.bullet(title), self._reasons(item)]

    def _deadline(self, item: Deadline) -> list[list[str]]:
        state = self.law.vocabulary.word("states", item.state, self.lang)
        colour = OVER if is_done(item) else DEFENCE if item.limit.binds == "defence" else AUTHORITY
        parts = [self.titled(self.due(item), f"{self.law_words.of(item.limit.title)} · {state}", colour)]
        parts.append(self._more(f"{item.limit.id}"))
        if item.limit.binds == "authority" and not is_done(item):
            parts.append(self._more(self.late(item)))
        if item.limit.remedy and item.file_by is not None and not is_done(item) and item.file_by >= self.position.as_of:
            parts.append(self._more(self._say("file-by", day=weekday_words(item.file_by, self.lang))))
        missed = self.law_words.of(item.limit.if_missed)
        if missed and not item.met_by and not is_done(item) and not surely_gone(self.position):
            parts.append(self._more(say(self.lang, "docket.if-missed", words=missed)))
        return [*parts, self._reasons(item)]

    def late(self, item: Deadline) -> str:
        """Say from when an authority is late: after a minute, or from a day it may be and a day it surely is."""
        if item.minute is not None:
            return self._say("late-after", clock=clock_words(item.minute), first=weekday_words(item.safe, self.lang))
        late = weekday_words(item.safe + 1, self.lang)
        surely = "" if item.latest is None else weekday_words(item.latest + 1, self.lang)
        key = "late-between" if surely and item.latest != item.safe else "late-from"
        return self._say(key, first=late, last=surely)

    def due(self, item: Deadline) -> str:
        """Write the day or days of a deadline and how far off they are."""
        if item.latest is None or item.latest == item.safe:
            day = weekday_words(item.safe, self.lang)
            if item.minute is not None:
                day += " " + say(self.lang, "docket.until-clock", clock=clock_words(item.minute))
        else:
            day = span_words(item.safe, item.latest, self.lang)
        today = self.position.as_of
        near = item.safe if item.safe >= today or item.latest is None or item.latest < today else item.latest
        return f"{day} · {distance(near, today, self.lang)}"

    def _remedy(self, item: Remedy) -> list[list[str]]:
        limit = item.limit
        if item.until is None:
            until = self._say("any-time")
        elif item.state == "lapsed":
            until = self._say("lapsed", day=weekday_words(item.until, self.lang))
        else:
            key = "until" if item.until >= self.position.as_of else "until-arguable"
            until = self._say(key, day=weekday_words(item.until, self.lang))
        parts = [self.titled(until, self.law_words.of(limit.title), DEFENCE), self._more(limit.id)]
        where = self.law_words.of(limit.where)
        form = self.law_words.of(limit.form)
        parts.append(self._more("; ".join(words for words in (where, form) if words)))
        parts.append(self._more(self._say("suspends" if limit.suspends else "suspends-not")))
        if item.deadline is not None:
            # The deadline above has told all of it.
            return parts
        return [*parts, self._reasons(item)]

    def _protection(self, item: Protection) -> list[list[str]]:
        return [self.protection_title(item), self._more(item.shield.id), self._reasons(item)]

    def protection_title(self, item: Protection) -> list[str]:
        """Write how strongly something stands against which return."""
        words = self.law.vocabulary
        against = ", ".join(words.word("against", kind, self.lang) for kind in item.shield.against)
        strength = words.word("strengths", item.strength, self.lang)
        lead = f"{strength}{'' if item.holds == 'yes' else self._say('maybe')}"
        title = f"{self.law_words.of(item.shield.title)} · {self._say('against', kinds=against)}"
        return self.titled(lead, title, DEFENCE)

    def _breach(self, item: BreachFound) -> list[list[str]]:
        return [self.breach_title(item), self._more(item.breach.id), self._reasons(item)]

    def breach_title(self, item: BreachFound) -> list[str]:
        """Write since when a rule was not kept, or perhaps was not."""
        first, last = item.on
        day = span_words(first, last, self.lang) if item.limit is None else day_words(first, self.lang)
        lead = day if item.limit is None else say(self.lang, "docket.since", day=day)
        title = self.law_words.of(item.breach.title)
        if not item.certain:
            title += self._say("maybe")
        title = f"{title} · {cites_words(item.cite, self.law, self.lang)}"
        return self.titled(lead, title, AUTHORITY if item.certain else OVER)

    def _presumed(self, item: Presumed) -> list[list[str]]:
        label = self.law.vocabulary.label(item.act, self.lang)
        first, last = item.between
        if first == FAR_PAST:
            day = "" if last is None else say(self.lang, "dates.by", day=day_words(day_of(last), self.lang))
        else:
            day = span_words(day_of(first), None if last is None else day_of(last), self.lang)
        ask = self.law_words.of(item.move.ask_for)
        parts = [self.titled(label, day, OVER)]
        if ask:
            parts.append(self._more(self._say("ask-for", paper=ask)))
        return [*parts, self._reasons(item)]

    def _say(self, key: str, **values: object) -> str:
        return say(self.lang, f"case.{key}", **values)


def is_done(item: Deadline) -> bool:
    """Whether nothing is left to do about a deadline."""
    return item.state in _OVER_STATES


def _id(item: Deadline | Remedy | Protection | BreachFound) -> str:
    if isinstance(item, Deadline | Remedy):
        return item.limit.id
    return item.shield.id if isinstance(item, Protection) else item.breach.id


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _provisions(item: Deadline | Remedy | Protection | BreachFound) -> set[str]:
    cites = item.cite if isinstance(item, BreachFound) else item.edition.cite
    return {cite.partition(" ")[2] for cite in cites} - {""}
