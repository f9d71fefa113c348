"""What can be found: names, acts, sources of the open cases, by stems, in memory only while the register is open."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from panah.procedure.act_words import act_named
from panah.web.desk import the_desk

if TYPE_CHECKING:
    from panah.procedure.casefile import CaseFile
    from panah.web.standing import Standing

_WORD = re.compile(r"[^\W_]+")
_SHORTEST_PREFIX = 3


class Stemmer(Protocol):
    """What a stemmer of a language does."""

    def stemWord(self, word: str) -> str:  # noqa: N802  (the library's own name)
        """Give the stem of a word."""


class Found(NamedTuple):
    """Something found: its kind (people, acts, sources), the alias of the case, its words, and where on the page."""

    kind: str
    slug: str
    words: str
    anchor: str


class Entry(NamedTuple):
    """Something that can be found, with the stems and plain words it is found by."""

    found: Found
    stems: frozenset[str]
    words: tuple[str, ...]


def search(wanted: str, standings: list[Standing], lang: str) -> list[Found]:
    """Find what holds every word that is looked for: in any form, or beginning so (three letters at least)."""
    terms = [(stem(word), word) for word in words_of(wanted)]
    if not terms:
        return []
    return [
        entry.found
        for standing in standings
        for entry in _entries(standing, lang)
        if all(_holds(entry, *term) for term in terms)
    ]


def _holds(entry: Entry, wanted: str, word: str) -> bool:
    if wanted in entry.stems:
        return True
    return len(word) >= _SHORTEST_PREFIX and any(one.startswith(word) for one in entry.words)


def words_of(text: str) -> list[str]:
    """Give the words of a text in small letters, ё as е."""
    return [word.lower().replace("ё", "е") for word in _WORD.findall(text)]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Give the stem of a Russian or English word; what neither knows stays as it is, near enough for Kazakh too."""
    return _stemmers()[word[:1].isascii()].stemWord(word)


@lru_cache(maxsize=1)
def _stemmers() -> tuple[Stemmer, Stemmer]:
    from snowballstemmer import stemmer

    return stemmer("russian"), stemmer("english")


def _entries(standing: Standing, lang: str) -> list[Entry]:
    desk = the_desk()
    stamp = standing.case.digest
    kept = desk.kept.get(("search", standing.case.slug, lang))
    if isinstance(kept, tuple) and kept[0] == stamp:
        return kept[1]  # type: ignore[no-any-return]
    entries = [_entry(found, text) for found, text in _texts(standing.casefile, standing.case.slug, lang)]
    desk.kept["search", standing.case.slug, lang] = (stamp, entries)
    return entries


def _entry(found: Found, text: str) -> Entry:
    words = words_of(text)
    return Entry(found, frozenset(stem(word) for word in words), tuple(dict.fromkeys(words)))


def _texts(casefile: CaseFile, slug: str, lang: str) -> list[tuple[Found, str]]:
    """Give what can be found in a case, with all the words it is found by."""
    law = the_desk().law
    spoken = law.vocabulary.groups["values"]
    names = [*casefile.names.values(), *casefile.aliases]
    told = [(Found("people", slug, ", ".join(dict.fromkeys(names)), ""), " ".join([slug, *names]))]
    for act in casefile.acts:
        kind = law.vocabulary.acts[act.kind]
        sides = (act.place, act.by, act.words, act.note, act.time_note, *act.fields.values())
        more = " · ".join(part for part in (act.place, act.by, act.words or act.fields.get("what"), act.note) if part)
        words = act_named(act, law, lang) + (f" · {more}" if more else "")
        values = [label for value in act.fields.values() for label in spoken.get(value, {}).values()]
        text = " ".join([*kind.label.values(), *values, act.text, *(side for side in sides if side)])
        told.append((Found("acts", slug, words, f"act-{act.id}"), text))
    for source in casefile.sources.values():
        words = ", ".join(part for part in (source.publisher, source.title) if part) or source.id
        told.append((Found("sources", slug, words, "acts"), f"{source.id} {words} {source.url or ''}"))
    return told
