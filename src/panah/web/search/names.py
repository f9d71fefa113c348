"""Names as keys that are the same however they are written: Мовлаев, Мовлаеву, Movlaev; Емельянова, Yemelyanova.

A key is for comparing, never for reading: Latin letters, what transliterations disagree on made one, endings of the
Russian cases taken off. Different names may have one key; search then shows both.
"""

from __future__ import annotations

_LETTERS = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "i", "і": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "h", "һ": "h", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
_MADE_ONE = (
    ("shch", "sh"), ("sch", "sh"), ("kh", "h"), ("dzh", "zh"), ("dj", "zh"), ("tz", "ts"), ("x", "ks"), ("q", "k"),
    ("w", "v"), ("y", "i"), ("ng", "n"), ("ie", "e"), ("io", "e"), ("ii", "i"),
)  # fmt: skip
"""What transliterations write differently, in the order in which it is made one."""
_ENDINGS = ("ogo", "omu", "oiu", "aia", "uiu", "imi", "oi", "ei", "em", "om", "im", "ia", "iu", "a", "u", "e", "i", "o")
_SHORTEST = 3


def name_keys(word: str) -> frozenset[str]:
    """Give the keys of a word in small letters; Latin *j* stands for two sounds, so there may be two.

    >>> name_keys("мовлаеву") == name_keys("movlaev") == name_keys("мовлаевым")
    True
    >>> name_keys("емельянова") == name_keys("yemelyanova") == name_keys("emelianovoy")
    True
    """
    latin = "".join(_LETTERS.get(letter, letter) for letter in word)
    return (
        frozenset(_key(latin.replace("j", sound)) for sound in ("i", "zh"))
        if "j" in latin
        else frozenset((_key(latin),))
    )


def _key(latin: str) -> str:
    for found, one in _MADE_ONE:
        latin = latin.replace(found, one)
    single = "".join(letter for place, letter in enumerate(latin) if letter != latin[place - 1 : place])
    for length in (3, 2, 1):
        if single[-length:] in _ENDINGS and len(single) - length >= _SHORTEST:
            return single[:-length]
    return single
