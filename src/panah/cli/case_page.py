"""Everything of one case, every item with its reasons: the long page; and one item with its whole count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.cli.arguments import UsageError
from panah.cli.law_words import LawWords, open_questions
from panah.cli.screen import AUTHORITY, DEFENCE, HEADING, OVER, Screen
from panah.dates import day_words, weekday_words
from panah.procedure.outcome import surely_gone
from panah.procedure.position import BreachFound, Deadline, Position, Presumed, Protection, Remedy, Stage
from panah.procedure.reasons import anomaly_words, because, note_words
from panah.telling.items import ItemWords, is_done
from panah.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from panah.lawmodel import Law
    from panah.procedure.casefile import CaseFile


class CasePage:
    """Writes a position for a person to read."""

    def __init__(self, casefile: CaseFile, position: Position, law: Law, lang: str, screen: Screen) -> None:
        """Keep what is to be written."""
        self.casefile = casefile
        self.position = position
        self.law = law
        self.lang = lang
        self.law_words = LawWords(lang)
        self.words = ItemWords(casefile, position, law, self.law_words)
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
        lines = [self.screen.paint(self.words.name(), HEADING)]
        for block in found:
            lines += ["", *(line for part in block for line in part)]
        return lines + self.law_words.footnote(self.screen)

    def _item(self, item: Deadline | Remedy | Protection | BreachFound) -> list[list[str]]:
        if isinstance(item, Deadline):
            return self._deadline(item)
        if isinstance(item, Remedy):
            return self._remedy(item)
        return self._protection(item) if isinstance(item, Protection) else self._breach(item)

    def head(self) -> list[str]:
        """Write who it is, where they are, and the position in a sentence."""
        position, words = self.position, self.words
        lines = [
            self.screen.paint(line, HEADING) for line in self.screen.paragraph(f"{words.name()} · {words.outcome()}")
        ]
        day = weekday_words(position.as_of, self.lang)
        lines += self.screen.paragraph(self._say("as-of", day=day, case=position.case))
        if position.known_on is not None:
            lines += self.screen.paragraph(
                say(self.lang, "docket.known-on", day=day_words(position.known_on, self.lang))
            )
        sentence = words.sentence()
        return [*lines, *self.screen.paragraph(sentence)] if sentence else lines

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
        return [self.bullet(self.words.stage(item)), self._reasons(item)]

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
        """Say from when an authority is late."""
        return self.words.late(item)

    def due(self, item: Deadline) -> str:
        """Write the day or days of a deadline and how far off they are."""
        return self.words.due(item)

    def _remedy(self, item: Remedy) -> list[list[str]]:
        title = self.law_words.of(item.limit.title)
        parts = [self.titled(self.words.until(item), title, DEFENCE), self._more(item.limit.id)]
        parts += [self._more(words) for words in self.words.remedy(item)]
        if item.deadline is not None:
            # The deadline above has told all of it.
            return parts
        return [*parts, self._reasons(item)]

    def _protection(self, item: Protection) -> list[list[str]]:
        return [self.protection_title(item), self._more(item.shield.id), self._reasons(item)]

    def protection_title(self, item: Protection) -> list[str]:
        """Write how strongly something stands against which return."""
        return self.titled(*self.words.protection(item), DEFENCE)

    def _breach(self, item: BreachFound) -> list[list[str]]:
        return [self.breach_title(item), self._more(item.breach.id), self._reasons(item)]

    def breach_title(self, item: BreachFound) -> list[str]:
        """Write since when a rule was not kept, or perhaps was not."""
        return self.titled(*self.words.breach(item), AUTHORITY if item.certain else OVER)

    def _presumed(self, item: Presumed) -> list[list[str]]:
        label, day, ask = self.words.presumed(item)
        return [self.titled(label, day, OVER), *([self._more(ask)] if ask else []), self._reasons(item)]

    def _say(self, key: str, **values: object) -> str:
        return say(self.lang, f"case.{key}", **values)


def _id(item: Deadline | Remedy | Protection | BreachFound) -> str:
    if isinstance(item, Deadline | Remedy):
        return item.limit.id
    return item.shield.id if isinstance(item, Protection) else item.breach.id


def _provisions(item: Deadline | Remedy | Protection | BreachFound) -> set[str]:
    cites = item.cite if isinstance(item, BreachFound) else item.edition.cite
    return {cite.partition(" ")[2] for cite in cites} - {""}
