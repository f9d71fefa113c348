"""The words Panah says to people, by key and language, and the text of a problem.

The words live in ``locale/<lang>.json``: flat objects, sorted by key, one key on a line. Those that only pages say
(``page.*``) have files of their own in ``locale/pages``: a terminal need not read them.
Words of the law are not here; they stand beside the rules in ``law/``.
"""

from __future__ import annotations

import json
from pathlib import Path

from panah.errors import Problem

LANGUAGES = ("ru", "kk", "en")

#: A language that lacks a key takes the word of the next one.
_NEXT_LANGUAGE = {"kk": "ru", "ru": "en", "en": "ru"}
_LONGEST_VALUE = 240
_PAGES = "page."
_words_by_file: dict[str, dict[str, str]] = {}


def say(lang: str, key: str, /, **values: object) -> str:
    """Give the text of a key in a language, its places filled with values.

    Kazakh falls back to Russian and each of Russian and English to the other. A key that no language has is given back
    in angle brackets, so that a missing word is seen and nothing breaks. A place without a value stays as it is.
    """
    template = _template(lang, key)
    if template is None:
        return f"<{key}>"
    return template.format_map(_Values(values))


def render(problem: Problem, lang: str) -> str:
    """Write a problem as ``file:line: what was found; what is expected; how to mend``.

    Values are shortened, and characters that could disturb a terminal or turn the direction of the text are escaped.
    """
    values = {name: shown(value) for name, value in problem.values.items()}
    return f"{shown(problem.file)}:{problem.line}: {say(lang, 'problem.' + problem.code, **values)}"


def shown(value: str) -> str:
    """Make words from a file safe to show: one line, no control or direction characters, not endless."""
    if len(value) > _LONGEST_VALUE:
        value = value[:_LONGEST_VALUE] + "…"
    if value.isprintable():
        return value
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode() for character in value
    )


def words(lang: str) -> dict[str, str]:
    """Give all texts that a language has of its own, by key, but those of pages."""
    return _read(f"{lang}.json")


def _read(name: str) -> dict[str, str]:
    found = _words_by_file.get(name)
    if found is None:
        path = Path(__file__).parent / "locale" / name
        found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        _words_by_file[name] = found
    return found


def _template(lang: str, key: str) -> str | None:
    tried: set[str] = set()
    while lang not in tried:
        tried.add(lang)
        found = _read(f"pages/{lang}.json" if key.startswith(_PAGES) else f"{lang}.json").get(key)
        if found is not None:
            return found
        lang = _NEXT_LANGUAGE.get(lang, "ru")
    return None


class _Values(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return "{" + name + "}"
