"""A position as lists for a page: due, open, protecting, broken, missing; each item with what it rests on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from panah.dates import day_words, distance, weekday_words
from panah.lawmodel.citations import cites_words
from panah.procedure.outcome import surely_gone
from panah.procedure.reasons import anomaly_words, because, note_words
from panah.telling.awaited import key_of
from panah.telling.items import ItemWords, is_done
from panah.telling.said import day_to_work_to, last_day, said_words
from panah.texts import say
from panah.timelimits import iso
from panah.web.cases.filing import Done, done_by, restored_by
from panah.web.cases.papers import Drafting, drafts_for
from panah.web.cases.timeline import numbered
from panah.web.standing import short_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from panah.lawmodel import Edition, Law
    from panah.procedure.position import BreachFound, Deadline, Presumed, Protection, Remedy
    from panah.telling.beside import Beside
    from panah.telling.law_words import LawWords
    from panah.web.standing import Standing

Why = tuple[tuple[str, tuple[str, ...]], ...]


class Item(NamedTuple):
    """One item of a list.

    Attributes:
        lead: Its day, or how strong it is.
        title: What it is.
        cite: The provision.
        rule: Id of the rule, for its page.
        tone: What it binds: defence, authority, over.
        more: Sentences known at once.
        why: What it rests on, each reason with its steps.
        key: Name of a deadline in addresses; empty for anything else.
        iso: The computed day of a deadline.
        said: What the lawyer said of the day.
        acts: Acts that may be added by one tap.
        drafts: Documents that can be drafted for it.
        opened: The page was opened for it.
    """

    lead: str
    title: str
    cite: str
    rule: str
    tone: str
    more: tuple[str, ...]
    why: Why
    key: str = ""
    iso: str = ""
    said: str = ""
    acts: tuple[Done, ...] = ()
    drafts: tuple[Drafting, ...] = ()
    opened: bool = False


class Listed(NamedTuple):
    """Items under a heading; ``closed``: shown only when asked for; ``opened``: one of them is what was asked for."""

    id: str
    title: str
    items: tuple[Item, ...]
    closed: bool
    opened: bool


class PositionTold:
    """Tells the position of one case."""

    def __init__(self, standing: Standing, beside: Beside, law: Law, law_words: LawWords) -> None:
        """Keep what is to be told, and what is kept beside the case."""
        self.standing = standing
        self.position = standing.position
        self.casefile = standing.casefile
        self.beside = beside
        self.law = law
        self.law_words = law_words
        self.lang = law_words.lang
        self.words = ItemWords(standing.casefile, standing.position, law, law_words)
        self.unverified: set[int] = set()

    def lists(self, opened: str = "") -> tuple[Listed, ...]:
        """Give the lists that have any item; `opened` is the name of the deadline the page was opened for."""
        position, here = self.position, not surely_gone(self.position)
        due = [one for one in position.deadlines if not is_done(one)]
        ahead = sorted((one for one in due if self._ahead(one)), key=lambda one: (bool(one.met_by), self._day(one)))
        behind = sorted((one for one in due if not self._ahead(one)), key=lambda one: -one.safe)
        # what is due above tells of a filing more than its line among the open ones would
        told = {one.limit.id for one in ahead} if here else set()
        remedies = [one for one in position.remedies if one.limit.id not in told]
        lists = {
            "due": self._told_apart([(self._deadline(one), one.of) for one in ahead if here]),
            "open": self._told_apart([(self._remedy(one), one.of) for one in remedies]),
            "protects": [self._protection(one) for one in position.protections],
            "broken": [
                self._breach(one) for one in sorted(position.breaches, key=lambda one: (not one.certain, -one.on[0]))
            ],
            "ask": [self._presumed(one) for one in position.presumed],
            "passed": [self._deadline(one) for one in behind],
            "met": [self._deadline(one) for one in position.deadlines if is_done(one)],
        }
        closed = {"passed", "met", "ask"}
        return tuple(
            _listed(name, say(self.lang, f"page.list-{name}"), items, opened, closed=name in closed)
            for name, items in lists.items()
            if items
        )

    @staticmethod
    def next_for_us(lists: tuple[Listed, ...]) -> Item | None:
        """Give the first item that the defence must do by a day; None where there is none."""
        due = (item for listed in lists if listed.id == "due" for item in listed.items)
        return next((item for item in due if item.tone == "defence"), None)

    def _told_apart(self, items: list[tuple[Item, tuple[str, ...]]]) -> list[Item]:
        """Name the act by its number on the page where two items of a list would have the same words."""
        titles = Counter(item.title for item, _ in items)
        numbers = {act.id: str(number) for number, act in numbered(self.casefile)}
        told = []
        for item, of in items:
            acts = ", ".join(numbers[act] for act in of if act in numbers)
            title = say(self.lang, "page.of-acts", title=item.title, acts=acts)
            told.append(item._replace(title=title) if acts and titles[item.title] > 1 else item)
        return told

    def closing(self) -> list[str]:
        """Say what does not fit, what the model does not cover here, and what the mark of unread days means."""
        told = [anomaly_words(one, self.casefile, self.law, self.lang) for one in self.position.anomalies]
        told += [note_words(one, self.law, self.lang) for one in self.position.notes]
        told += [say(self.lang, "docket.unverified", day=day_words(day, self.lang)) for day in sorted(self.unverified)]
        told += [say(self.lang, "page.row-damaged-here")] if self.beside.damaged else []
        remark = self.law_words.remark()
        return [*told, *([remark] if remark else [])]

    def _ahead(self, item: Deadline) -> bool:
        return last_day(item, self._ours(item)) >= self.position.as_of

    def _ours(self, item: Deadline) -> int | None:
        return self.beside.set_day(key_of(item), item)

    def _day(self, item: Deadline) -> int:
        return day_to_work_to(item, self.position.as_of, self._ours(item))

    def _lead(self, item: Deadline) -> str:
        """Write the days of its count; where the lawyer set another, the day to work to: both are told below it."""
        if self._ours(item) is None:
            return self.words.due(item)
        day = self._day(item)
        return f"{weekday_words(day, self.lang)} · {distance(day, self.position.as_of, self.lang)}"

    def _deadline(self, item: Deadline) -> Item:
        limit = item.limit
        key = key_of(item)
        said = self.beside.said.get(key)
        more = [self.law.vocabulary.word("states", item.state, self.lang)]
        if limit.binds == "authority" and not is_done(item):
            more.append(self.words.late(item))
        missed = self.law_words.of(limit.if_missed)
        if missed and limit.binds == "defence" and not item.met_by and not is_done(item):
            more.append(say(self.lang, "docket.if-missed", words=missed))
        title = self.law_words.of(limit.title)
        if item.met_by and not is_done(item):
            title = say(self.lang, "docket.undetermined-met", title=title)
        over = is_done(item) or bool(item.met_by) or not self._ahead(item)
        return Item(
            lead=self._marked(self._lead(item), item.edition, max(item.safe, self.position.as_of)),
            title=title,
            cite=cites_words(item.edition.cite[:1], self.law, self.lang),
            rule=limit.id,
            tone="over" if over else limit.binds,
            more=tuple(more),
            why=self._why(item),
            key=short_key(self.standing.case.slug, key),
            iso=iso(item.safe),
            said="" if said is None else said_words(said, item, self.position.as_of, self.lang),
            acts=(
                *done_by(item, self.standing, self.law, self.lang),
                *restored_by(item, self.standing, self.law, self.lang),
            ),
            drafts=drafts_for(limit, self.lang) if limit.remedy and not item.met_by else (),
        )

    def _marked(self, words: str, edition: Edition, day: int) -> str:
        verified = edition.verified_until
        if verified is None or day <= verified:
            return words
        self.unverified.add(verified)
        return f"{words}*"

    def _remedy(self, item: Remedy) -> Item:
        return Item(
            lead=self.words.until(item),
            title=self.law_words.of(item.limit.title),
            cite=cites_words(item.edition.cite[:1], self.law, self.lang),
            rule=item.limit.id,
            tone="defence",
            more=tuple(self.words.remedy(item)),
            why=self._why(item),
            drafts=drafts_for(item.limit, self.lang),
        )

    def _protection(self, item: Protection) -> Item:
        lead, title = self.words.protection(item)
        cite = cites_words(item.edition.cite[:1], self.law, self.lang)
        return Item(lead, title, cite, item.shield.id, "defence", (), self._why(item))

    def _breach(self, item: BreachFound) -> Item:
        lead, title = self.words.breach(item)
        return Item(lead, title, "", item.breach.id, "authority" if item.certain else "over", (), self._why(item))

    def _presumed(self, item: Presumed) -> Item:
        label, day, ask = self.words.presumed(item)
        return Item(day, label, "", item.move.id, "over", (ask,) if ask else (), self._why(item))

    def _why(self, item: object) -> Why:
        told = because(item, self.casefile, self.law, self.lang, self.position, counts="steps")
        return tuple(_parted(told))


def _listed(name: str, title: str, items: list[Item], opened: str, *, closed: bool) -> Listed:
    found = tuple(item._replace(opened=True) if opened and item.key == opened else item for item in items)
    return Listed(name, title, found, closed, any(item.opened for item in found))


def _parted(told: Iterable[str]) -> Iterable[tuple[str, tuple[str, ...]]]:
    for reason in told:
        first, *steps = reason.split("\n")
        yield first, tuple(steps)
