"""Writing a case file: the text that reads back to the same case, always the same bytes for it."""

from __future__ import annotations

import json
from typing import TypeAlias

from panah.errors import PanahError
from panah.procedure.casefile import Act, CaseFile, Charge, Request, Source
from panah.procedure.casefile_reading import FORMAT
from panah.yamlfiles import Data, read_yaml

_Value: TypeAlias = "str | tuple[str, ...] | dict[str, str]"

_WIDTH = 120
# Words that other YAML readers take for something else than text; Norway is one of them.
_TAKEN = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"))
_PLAIN_SIGNS = frozenset("-_./()' ")


def write_casefile(casefile: CaseFile) -> str:
    """Write a case as a file of format 1.

    Comments of the file it was read from are not kept. An id that the file did not give is not written, nor is what
    follows from the rest (the day an act is known from, the beginning of an open date).
    """
    lines = [f"panah: {FORMAT}", _entry("case", casefile.case), "person:"]
    lines.append("  " + _entry("name", casefile.names))
    for key, values in (
        ("aliases", casefile.aliases),
        ("citizenship", casefile.citizenship),
        ("profile", casefile.profile),
    ):
        if values:
            lines.append("  " + _entry(key, values))
    if casefile.gender:
        lines.append("  " + _entry("gender", casefile.gender))
    if casefile.name_forms:
        lines.append("  forms:")
        lines += ["    " + _entry(lang, forms) for lang, forms in casefile.name_forms.items()]
    if casefile.persons != 1:
        lines.append(f"persons: {casefile.persons}")
    lines.append(_entry("stays", casefile.stays))
    if casefile.wanted_by:
        lines.append(_entry("wanted-by", casefile.wanted_by[0] if len(casefile.wanted_by) == 1 else casefile.wanted_by))
    if casefile.request is not None:
        lines.append(_entry("request", _request(casefile.request)))
    if casefile.note is not None:
        lines.append(_entry("note", casefile.note))
    if casefile.charges:
        lines.append("charges:")
        lines += [_flow("  - ", _charge(charge)) for charge in casefile.charges]
    if casefile.sources:
        lines.append("sources:")
        lines += [_flow(f"  {_scalar(name)}: ", _source(source)) for name, source in casefile.sources.items()]
    lines.append("acts:" if casefile.acts else "acts: []")
    lines += [_flow("  - ", _act(act)) for act in casefile.acts]
    return "\n".join(lines) + "\n"


def entries_of(casefile: CaseFile) -> dict[str, Data]:
    """Give what would be written of a case as tables and lists, so that nothing a file can say is left out."""
    node, problems = read_yaml(write_casefile(casefile), casefile.file)
    if node is None or problems:
        raise PanahError(problems)
    if not isinstance(node.data, dict):
        raise TypeError(type(node.data).__name__)
    return node.data


def _request(request: Request) -> dict[str, str]:
    told = {
        "purpose": request.purpose,
        "sentence": request.sentence,
        "unserved": request.unserved,
        "foreign-maximum": request.foreign_maximum,
    }
    return {key: str(value) for key, value in told.items() if value is not None}


def _charge(charge: Charge) -> dict[str, _Value]:
    return _present(
        {
            "instrument": charge.instrument,
            "provision": charge.provision,
            "text": charge.text,
            "alleged": charge.alleged_text,
            "sources": charge.sources,
            "certainty": None if charge.certainty == "reported" else charge.certainty,
        }
    )


def _source(source: Source) -> dict[str, _Value]:
    return _present(
        {
            "title": source.title,
            "publisher": source.publisher,
            "published": source.published_text,
            "url": source.url,
        }
    )


def _act(act: Act) -> dict[str, _Value]:
    told: dict[str, _Value | None] = {"id": act.id if act.own_id else None, "date": act.text, "act": act.kind}
    told.update(sorted(act.fields.items()))
    told.update(
        {
            "run": act.run,
            "country": act.country,
            "place": act.place,
            "by": act.by,
            "leave-by": act.leave_by_text,
            "supersedes": act.supersedes,
            "alternative-to": act.alternative_to,
            "certainty": None if act.certainty == "reported" else act.certainty,
            "sources": act.sources,
            "known-since": act.known_since,
            "time-note": act.time_note,
            "words": act.words,
            "note": act.note,
        }
    )
    return _present(told)


def _present(told: dict[str, _Value | None]) -> dict[str, _Value]:
    return {key: value for key, value in told.items() if value is not None and value != ()}


def _entry(key: str, value: _Value) -> str:
    return f"{key}: {_inline(value)}"


def _inline(value: _Value) -> str:
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(_scalar(item) for item in value) + "]"
    return "{" + ", ".join(f"{_scalar(key)}: {_scalar(item)}" for key, item in value.items()) + "}"


def _flow(begin: str, values: dict[str, _Value]) -> str:
    """Write a table in braces, broken between its entries where a line grows too long."""
    lines: list[str] = []
    line = begin + "{"
    indent = " " * (len(begin) + 1 if begin.lstrip().startswith("-") else 4)
    for number, (key, value) in enumerate(values.items()):
        entry = _entry(key, value) + ("}" if number == len(values) - 1 else ",")
        if number and len(line) + 1 + len(entry) > _WIDTH:
            lines.append(line)
            line = indent + entry
        else:
            line += (" " if number else "") + entry
    lines.append(line if values else line + "}")
    return "\n".join(lines)


def _scalar(text: str) -> str:
    """Write a text plainly where every YAML reader takes it for the same text, else in double quotes."""
    if _is_plain(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    if len(text) == 10 and text[4] == text[7] == "-" and text.replace("-", "").isdigit() and text.isascii():
        return True
    return (
        text[:1].isalpha()
        and not text.endswith(" ")
        and text.lower() not in _TAKEN
        and all(character.isalnum() or character in _PLAIN_SIGNS for character in text)
    )
