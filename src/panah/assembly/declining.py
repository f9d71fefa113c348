"""Russian names in their cases, by a morphological dictionary and a few endings; what is not sure is left to a person.

A surname on -ов, -ев, -ин, -ский follows its ending whatever the dictionary guesses; other parts must be known to it as
a name of the person's own gender. A full name with a patronymic shows its parts and its gender: there a given name that
the dictionary does not know is declined by grammar, and the whole name is to be checked. Otherwise one part that is not
sure leaves the whole name unsure: a half-declined name is worse than a marked one.
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
_NEVER_DECLINED = re.compile(r"[А-ЯЁ][а-яё]*[еиоуюыэ]|.*(оглы|кызы|қызы|кизи|улы|ұлы|уулу)", re.IGNORECASE)
_CHILD_OF = {WOMAN: frozenset({"кызы", "қызы", "кизи"}), MAN: frozenset({"оглы", "улы", "ұлы", "уулу"})}
_PATRONYMIC = {WOMAN: re.compile(r"[А-ЯЁ][а-яё]+[оеё]вна"), MAN: re.compile(r"[А-ЯЁ][а-яё]+[оеё]вич")}
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
    """A name in its cases (``nom`` always, the others only if known) and the gender it shows (empty: none).

    ``built`` are the cases whose forms grammar made, not the dictionary or the file: a person must check them.
    """

    forms: dict[str, str]
    gender: str
    built: frozenset[str] = frozenset()


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
    told = {case: _joined(_parts(parts, found, case)) for case in CASES} if found else {}
    built = {} if all(told.values()) else {case: _joined(_full_name(parts, found, case)) for case in CASES}
    sure = given or {}
    if built and all(built.values()):
        return Declined({"nom": name, **built, **sure}, found, frozenset(built) - frozenset(sure))
    return Declined({"nom": name, **{case: form for case, form in told.items() if form}, **sure}, found)


def _joined(parts: list[str]) -> str:
    """Join the parts of a name; nothing where one of them is not known."""
    return " ".join(parts) if all(parts) else ""


def _full_name(parts: list[str], gender: str, case: str) -> list[str]:
    """Decline surname, given name and patronymic, each by its place; nothing where the three are not told apart."""
    told = _parts(parts, gender, case)
    for at, part in enumerate(parts):
        child_of = at + 1 < len(parts) and parts[at + 1].lower() in _CHILD_OF[gender]
        if at and len(parts) == 3 + child_of and (child_of or _PATRONYMIC[gender].fullmatch(part)):
            for place in (at - 1, at):
                told[place] = told[place] or _by_ending(parts[place], gender, case)
            return told
    return [""]


def _parts(parts: list[str], gender: str, case: str) -> list[str]:
    """Decline each part by itself; nothing for one that is not sure. A father's name before оглы, кызы stays."""
    after = [part.lower() for part in parts[1:]] + [""]
    return [
        part if follows in _CHILD_OF[gender] else _part(part, gender, case)
        for part, follows in zip(parts, after, strict=True)
    ]


def _by_ending(part: str, gender: str, case: str) -> str:
    """Decline a given name or a patronymic by its last letters; nothing where they do not tell how."""
    if not re.fullmatch(r"[А-ЯЁ][а-яё]+", part):
        return ""
    stem, last = part[:-1], part[-1]
    if last == "а":
        soft = "и" if stem[-1] in "гкхжчшщ" else "ы"
        endings = {"gen": soft, "dat": "е", "acc": "у", "ins": "ей" if stem[-1] in "жчшщц" else "ой", "pre": "е"}
    elif last == "я":
        short = "и" if stem[-1] == "и" else "е"
        endings = {"gen": "и", "dat": short, "acc": "ю", "ins": "ей", "pre": short}
    elif gender == MAN and last == "й":
        endings = {"gen": "я", "dat": "ю", "acc": "я", "ins": "ем", "pre": "и" if stem[-1] == "и" else "е"}
    elif gender == MAN and _ENDS_HARD.fullmatch(part):
        stem = part
        endings = {"gen": "а", "dat": "у", "acc": "а", "ins": "ем" if last in "жчшщц" else "ом", "pre": "е"}
    else:
        return ""
    return stem + endings[case]


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
    patronymics |= {gender for gender, words in _CHILD_OF.items() for part in parts if part.lower() in words}
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
