"""Kazakh words without their endings: plural, whose it is, case. A light stemmer, and no more than that.

It knows no dictionary: it takes off the endings that nouns add one after another, while enough of the word is left,
and writes the last consonant as it stands without them (талабы, талап). Verbs keep their endings, and words that only
look alike may be found together. That is enough to find *шағымды* by *шағым*.
"""

from __future__ import annotations

_SHORTEST = 3
_CASES = (
    "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "ны", "ні", "ды", "ді", "ты", "ті", "нда", "нде",
    "да", "де", "та", "те", "нан", "нен", "дан", "ден", "тан", "тен", "мен", "бен", "пен", "на", "не", "ына", "іне",
    "ын", "ін",
)  # fmt: skip
_WHOSE = ("ымыз", "іміз", "мыз", "міз", "ыңыз", "іңіз", "ңыз", "ңіз", "ым", "ім", "ың", "ің", "сы", "сі", "ы", "і")
_PLURAL = ("лар", "лер", "дар", "дер", "тар", "тер")
_PLAIN = {"ғ": "қ", "г": "к", "б": "п"}
"""A last consonant before an ending that begins with a vowel, and as it is without."""


def kazakh_stems(word: str) -> frozenset[str]:
    """Give a word as it is after each ending taken off, for the letters alone do not tell an ending from a root.

    Two words are forms of one if they share any of these.

    >>> all("шағым" in kazakh_stems(word) for word in ("шағым", "шағымды", "шағымдар", "шағымымызға", "шағымның"))
    True
    >>> "талап" in kazakh_stems("талабы"), "сот" in kazakh_stems("соттан")
    (True, True)
    """
    found = [word]
    for endings in (_CASES, _WHOSE, _PLURAL):
        found.append(_without(found[-1], endings))
    return frozenset(one[:-1] + _PLAIN.get(one[-1:], one[-1:]) for one in found)


def _without(word: str, endings: tuple[str, ...]) -> str:
    """Take off the longest ending there is, if enough is left."""
    for length in (4, 3, 2, 1):
        ending = word[-length:]
        if ending in endings and len(word) - length >= _SHORTEST:
            return word[:-length]
    return word
