"""What the lawyer keeps beside the law of one case: what was said of computed days, and what has a day of its own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from panah.telling.said import Said, set_day
from panah.texts import say

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.position import Deadline

HEARING, LIMIT, TASK = "hearing", "limit", "task"


class Dated(NamedTuple):
    """A hearing, a limit that a judge or body set, or a task with a day; none that is done.

    Attributes:
        kind: `HEARING`, `LIMIT` or `TASK`.
        number: Its number among those of its kind in the case; it stays.
        day: The day (an ordinal).
        clock: The time of day of a hearing, empty where only the day is known.
        words: What was written of it.
        body: The court or authority, a word of the vocabulary; empty where none was named.
    """

    kind: str
    number: int
    day: int
    clock: str = ""
    words: str = ""
    body: str = ""

    @property
    def key(self) -> str:
        """What it is known by within its case."""
        return f"{self.kind}#{self.number}"

    def is_gone(self, today: int) -> bool:
        """Whether nothing is left to do: a hearing that was; what is due stays until it is done."""
        return self.kind == HEARING and self.day < today

    def title(self, law: Law, lang: str) -> str:
        """Tell what it is."""
        kind = say(lang, "docket.hearing-at", clock=self.clock) if self.clock else say(lang, f"docket.{self.kind}")
        body = law.vocabulary.label(self.body, lang) if self.body in law.vocabulary.bodies else self.body
        return " · ".join(words for words in (kind, body, self.words) if words)

    def neutral(self, code: str, lang: str) -> str:
        """Name it where no word of a case may stand."""
        return say(lang, f"feed.neutral-{self.kind}", number=self.number, code=code)


class Beside(NamedTuple):
    """What was said of the deadlines of a case, by `panah.telling.awaited.key_of`, and what has a day of its own.

    ``damaged``: a record of it does not open, so that something may be missing here.
    """

    said: Mapping[str, Said]
    dated: tuple[Dated, ...] = ()
    damaged: bool = False

    def set_day(self, key: str, item: Deadline) -> int | None:
        """Give the day that the lawyer put in place of the computed one, None where that one leads."""
        return set_day(self.said.get(key), item)

    def without_words(self) -> Beside:
        """Give the same days without what was written of them: it may tell who somebody is."""
        said = {key: one._replace(reason="") for key, one in self.said.items()}
        return Beside(said, tuple(one._replace(words="") for one in self.dated), self.damaged)


NOTHING = Beside(MappingProxyType({}))
"""Beside a case file nothing is kept."""
