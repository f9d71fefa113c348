"""Russian names in their cases, by a morphological dictionary and a few endings; what is not sure is left to a person.

A surname on -ов, -ев, -ин, -ский follows its ending whatever the dictionary guesses; other parts must be known to it as
a name of the person's own gender. One part that is not sure leaves the whole name unsure: a half-declined name is worse
than a marked one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

CASES = {"gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "pre": "loct"}
MAN, WOMAN = "man", "woman"
_KINDS = ("Surn", "Name", "Patr")
_OF_MAN = re.compile(r"[А-ЯЁ][а-яё]+(ов|ев|ёв|ин|ын)")
_OF_WOMAN = re.compile(r"[А-ЯЁ][а-яё]+(ова|ева|ёва|ина|ына)")
_LIKE_ADJECTIVE = re.compile(r"[А-ЯЁ][а-яё]*(ский|цкий|ская|цкая)")
_NEVER_DECLINED = re.compile(r"[А-ЯЁ][а-яё]*[еиоуюыэ]|.*(оглы|кызы|кизи|улы|уулу)", re.IGNORECASE)
_ENDS_HARD = re.compile(r"[А-ЯЁ][а-яё]*[бвгджзйклмнпрстфхцчшщ]")
_ENDINGS = {
    MAN: {"gen": "а", "dat": "у", "acc": "а", "ins": "ым", "pre": "е"},
    WOMAN: {"gen": "ой", "dat": "ой", "acc": "у", "ins": "ой", "pre": "ой"},
}
_ADJECTIVE = {
    MAN: {"gen": "ого", "dat": "ому", "acc": "ого", "ins": "им", "pre": "ом"},
    WOMAN: {"gen": "ой", "dat": "ой", "acc": "ую", "ins": "ой", "pre": "ой"},
}


class Declined(NamedTuple):
    """A name in its cases (``nom`` always, the others only if sure) and the gender it shows (empty: none)."""

    forms: dict[str, str]
    gender: str


def decline(name: str, gender: str = "", given: Mapping[str, str] | None = None) -> Declined:
    """Decline a whole Russian name.

    Args:
        name: As the file has it: surname, given name and patronymic in any order.
        gender: ``man`` or ``woman`` where the file says it; else the name tells it, or nothing does.
        given: Forms by case that the file gives; they stand as they are.

    >>> decline("Мансур Мовлаев").forms["gen"], decline("Юлия Емельянова").forms["dat"]
    ('Мансура Мовлаева', 'Юлии Емельяновой')
    """
    parts = name.split()
    found = gender or _gender(parts)
    forms = {"nom": name}
    if found:
        for case in CASES:
            declined = [_part(part, found, case) for part in parts]
            if parts and all(declined):
                forms[case] = " ".join(part for part in declined if part)
    return Declined({**forms, **(given or {})}, found)


def _gender(parts: list[str]) -> str:
    """Tell the gender by patronymic or given name, else by the ending of the surname; nothing where they disagree."""
    told: set[str] = set()
    for part in parts:
        for parse in _parses(part):
            if {"nomn", "sing"} <= parse.tag.grammemes and {"Name", "Patr"} & parse.tag.grammemes and parse.score > 0.2:
                told |= {MAN} if "masc" in parse.tag else {WOMAN} if "femn" in parse.tag else set()
    if not told:
        told |= {MAN for part in parts if _OF_MAN.fullmatch(part)} | {
            WOMAN for part in parts if _OF_WOMAN.fullmatch(part)
        }
    patronymics = {MAN for part in parts if part.endswith("ич")} | {WOMAN for part in parts if part.endswith("вна")}
    told = patronymics or told
    if len(told) > 1:
        told = {WOMAN} if any(_OF_WOMAN.fullmatch(part) for part in parts) else told
    return told.pop() if len(told) == 1 else ""


def _part(part: str, gender: str, case: str) -> str:
    """Decline one part; nothing where it is not sure."""
    if "-" in part.strip("-"):
        pieces = [_part(piece, gender, case) for piece in part.split("-")]
        return "-".join(pieces) if all(pieces) else ""
    if not re.fullmatch(r"[А-ЯЁ][а-яё]+", part):
        return part if _NEVER_DECLINED.fullmatch(part) and part.isalpha() else ""
    known = _known(part, gender, case, ("Name", "Patr"), sure=True)
    if known:
        return known
    pattern = _OF_MAN if gender == MAN else _OF_WOMAN
    if pattern.fullmatch(part):
        return (part if gender == MAN else part[:-1]) + _ENDINGS[gender][case]
    if _LIKE_ADJECTIVE.fullmatch(part):
        return part[:-2] + _ADJECTIVE[gender][case]
    if gender == WOMAN and _ENDS_HARD.fullmatch(part):
        return part  # a woman's surname on a hard consonant has no other forms
    if _NEVER_DECLINED.fullmatch(part):
        return part
    return _known(part, gender, case, _KINDS)


def _known(part: str, gender: str, case: str, kinds: tuple[str, ...], *, sure: bool = False) -> str:
    """Decline by the dictionary: only as a name of this gender in the first case; if ``sure``, only words it has."""
    wanted = "masc" if gender == MAN else "femn"
    for kind in kinds:
        for parse in _parses(part):
            tag = parse.tag.grammemes
            if sure and not parse.is_known:
                continue
            if kind in tag and {"nomn", "sing"} <= tag and {wanted, "ms-f"} & tag:
                found = parse.inflect({CASES[case], "sing"})
                if found is not None:
                    return _capital(str(found.word))
    return ""


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


@lru_cache(maxsize=256)
def _parses(part: str) -> tuple[Parse, ...]:
    # the dictionary is asked about Russian words only: on some letters of other scripts it stumbles
    return tuple(_dictionary().parse(part)) if re.fullmatch(r"[А-Яа-яЁё]+", part) else ()


@lru_cache(maxsize=1)
def _dictionary() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")
