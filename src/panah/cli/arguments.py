"""Reading a command line, with errors in the language of the reader.

Small on purpose: options are long words with a value or without, everything else is a place. What a command accepts is
said by its module (``OPTIONS``); every fault is reported, not only the first.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from panah.dates import amount
from panah.texts import LANGUAGES, say

DEFAULT_LANGUAGE = "ru"
DEFAULT_WITHIN = 30
_LONGEST_WITHIN = 36_600


class UsageError(Exception):
    """The command was not understood; ``words`` says why, ready to be shown."""

    def __init__(self, words: list[str]) -> None:
        """Keep what was wrong."""
        super().__init__("; ".join(words))
        self.words = words


class Request(NamedTuple):
    """What was asked.

    Attributes:
        lang: Language of the answer.
        places: Arguments that are not options, in order.
        as_of: Day (ordinal) the answer is for.
        known_on: Only what was known by this day counts; None: everything.
        within: Days ahead that the docket looks, and whether that was asked for.
        chosen: The other options, by name without dashes; a flag has an empty value. Of an option given more than once
            the last value; ``every`` has all of them, in order.
        law_as_of: Day whose law governs everything; None: every edition in its time.
        past: Day before which no return is to come; None: not asked.
    """

    lang: str
    places: list[str]
    as_of: int
    known_on: int | None
    within: tuple[int, bool]
    chosen: dict[str, str]
    every: dict[str, list[str]]
    law_as_of: int | None
    past: int | None

    def all(self, name: str) -> list[str]:
        """Give every value of an option that may be given more than once."""
        return self.every.get(name, [])

    def has(self, name: str) -> bool:
        """Whether a flag was given."""
        return name in self.chosen


FLAGS = frozenset({"json", "no-colour", "help"})
COMMON = {"lang": True, "help": False}
DAYS = {"as-of": True, "known-on": True}


def language_of(arguments: list[str]) -> str:
    """Find the language before anything else is read, so that an error can be told in it."""
    for place, word in enumerate(arguments):
        if word == "--":
            break
        name, equals, value = word.partition("=")
        if name == "--lang":
            given = value if equals else next(iter(arguments[place + 1 :]), "")
            return given if given in LANGUAGES else DEFAULT_LANGUAGE
    return DEFAULT_LANGUAGE


def read_arguments(arguments: list[str], options: dict[str, bool], today: int) -> Request:
    """Read the arguments of one command.

    Args:
        arguments: What follows the command's name.
        options: Names of its options without dashes, and whether each takes a value.
        today: The day taken where ``--as-of`` is not given.

    Raises:
        UsageError: With everything that is wrong.
    """
    lang = language_of(arguments)
    faults: list[str] = []
    places, every = _split(arguments, {**COMMON, **options}, lang, faults)
    chosen = {name: values[-1] for name, values in every.items()}
    if chosen.get("lang", lang) not in LANGUAGES:
        faults.append(say(lang, "usage.language", found=chosen["lang"], known=", ".join(LANGUAGES)))
    as_of = _day(chosen, "as-of", lang, faults)
    known_on = _day(chosen, "known-on", lang, faults)
    law_as_of = _day(chosen, "law-as-of", lang, faults)
    past = _day(chosen, "past", lang, faults)
    within = _within(chosen, lang, faults)
    if faults:
        raise UsageError(faults)
    return Request(
        lang=lang,
        places=places,
        as_of=today if as_of is None else as_of,
        known_on=known_on,
        within=(DEFAULT_WITHIN, False) if within is None else (within, True),
        chosen=chosen,
        every=every,
        law_as_of=law_as_of,
        past=past,
    )


def _split(
    arguments: list[str], options: dict[str, bool], lang: str, faults: list[str]
) -> tuple[list[str], dict[str, list[str]]]:
    places: list[str] = []
    every: dict[str, list[str]] = {}
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--":
            places += rest
            break
        if word == "-h":
            word = "--help"
        if not word.startswith("-") or word == "-":
            places.append(word)
            continue
        name, equals, value = word.lstrip("-").partition("=")
        name = {"no-color": "no-colour"}.get(name, name)
        if name not in options:
            faults.append(_unknown_option(word.partition("=")[0], options, lang))
        elif not options[name]:
            every.setdefault(name, []).append("")
            if equals:
                faults.append(say(lang, "usage.no-value", option=name))
        elif equals:
            every.setdefault(name, []).append(value)
        elif rest and not rest[0].startswith("--"):
            every.setdefault(name, []).append(rest.pop(0))
        else:
            faults.append(say(lang, "usage.needs-value", option=name))
    return places, every


def _unknown_option(found: str, options: dict[str, bool], lang: str) -> str:
    known = ", ".join(f"--{name}" for name in sorted(options))
    near = nearest(found.lstrip("-"), list(options))
    if near:
        return say(lang, "usage.unknown-option-near", found=found, near=f"--{near}", known=known)
    return say(lang, "usage.unknown-option", found=found, known=known)


def nearest(found: str, known: list[str]) -> str:
    """Give the known word most like one that was found; nothing where none is like it."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(found, known, n=1, cutoff=0.6)), "")


def _day(chosen: dict[str, str], name: str, lang: str, faults: list[str]) -> int | None:
    text = chosen.get(name)
    if text is None:
        return None
    try:
        day = date.fromisoformat(text) if len(text) == len("2026-01-29") else None
    except ValueError:
        day = None
    if day is None:
        faults.append(say(lang, "usage.day", option=name, found=text))
        return None
    return day.toordinal()


def _within(chosen: dict[str, str], lang: str, faults: list[str]) -> int | None:
    text = chosen.get("within")
    if text is None:
        return None
    number = text.removesuffix("d")
    if number.isascii() and number.isdigit() and 0 < int(number[:6]) <= _LONGEST_WITHIN and len(number) < 6:
        return int(number)
    faults.append(say(lang, "usage.within", found=text, longest=amount(_LONGEST_WITHIN, "days", lang)))
    return None
