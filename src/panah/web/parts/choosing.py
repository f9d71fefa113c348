"""What a field of a part may be chosen from, in words: acts of the case, bodies, other cases, running deadlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.dates import day_words
from panah.procedure.act_words import act_named
from panah.register import queries
from panah.telling.awaited import awaited, key_of
from panah.telling.law_words import LawWords
from panah.texts import say
from panah.web.cases.timeline import numbered
from panah.web.desk import the_desk
from panah.web.parts.subjects import ROLES
from panah.web.standing import standing_of

if TYPE_CHECKING:
    from panah.register.models import Case

CHOSEN = frozenset(("role", "body", "act", "case", "deadline"))
"""Kinds of fields whose value is chosen."""


class Choosing:
    """Gives the choices of one case in one language; each is looked up once, and only if a field asks for it."""

    def __init__(self, case: Case, lang: str) -> None:
        """Keep what is asked about."""
        self.case = case
        self.lang = lang
        self._known: dict[str, dict[str, str]] = {}

    def of(self, kind: str) -> dict[str, str]:
        """Give the words of each value a kind of field can have."""
        if kind not in self._known:
            self._known[kind] = self._look_up(kind)
        return self._known[kind]

    def words(self, kind: str, value: str) -> str:
        """Give the words of one value; the value itself where the case or the law knows it no more."""
        return self.of(kind).get(value, value) if kind in CHOSEN else value

    def _look_up(self, kind: str) -> dict[str, str]:
        desk, lang = the_desk(), self.lang
        if kind == "role":
            return {role: say(lang, f"page.part-role-{role}") for role in ROLES}
        if kind == "body":
            vocabulary = desk.law.vocabulary
            return {body: vocabulary.label(body, lang) for body in vocabulary.bodies}
        if kind == "case":
            return {case.slug: case.slug for case in queries.cases(desk.member, closed=True) if case.pk != self.case.pk}
        standing = standing_of(self.case)
        if standing is None:  # the law has no word for the case any more: its acts are not known by name
            return {}
        if kind == "act":
            acts = reversed(numbered(standing.casefile))
            return {act.id: f"{number}. {act_named(act, desk.law, lang)}" for number, act in acts}
        words = LawWords(lang)
        return {
            key_of(one.item): f"{words.of(one.item.limit.title)} · {day_words(one.day, lang)}"
            for one in awaited(standing.position)
        }
