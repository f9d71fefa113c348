"""Reading a case file: text in, a `CaseFile` or every problem out.

Everything the format says is checked, strictly: keys, words, dates, periods, countries, sources, references.
What the acts mean is not known here; unknown law, instruments and bodies abroad are no problem.
"""

from __future__ import annotations

from panah.errors import Problem
from panah.lawmodel.vocabulary import Vocabulary
from panah.procedure.act_reading import known_sources, read_acts
from panah.procedure.casefile import STATELESS, CaseFile, Charge, Request, Source
from panah.procedure.checking import Checking, Table, is_name, written
from panah.yamlfiles import Data, Node, read_yaml

FORMAT = 1

_KEYS = frozenset(
    ("panah", "case", "person", "persons", "stays", "wanted-by", "request", "note", "charges", "sources", "acts")
)
_REQUIRED = ("panah", "case", "person", "stays", "acts")
_PERSON_KEYS = frozenset(("name", "aliases", "citizenship", "profile", "gender", "forms"))
_GENDERS = ("man", "woman")
_NAME_CASES = ("gen", "dat", "acc", "ins", "pre")
_NAME_LANGUAGES = ("ru", "kk", "en")
_REQUEST_KEYS = frozenset(("purpose", "sentence", "unserved", "foreign-maximum"))
_CHARGE_KEYS = frozenset(("instrument", "provision", "text", "alleged", "sources", "certainty"))
_SOURCE_KEYS = frozenset(("title", "publisher", "published", "url"))
_CERTAINTIES = ("reported", "confirmed", "disputed")


def read_casefile(text: str | bytes, file: str, vocabulary: Vocabulary) -> tuple[CaseFile | None, list[Problem]]:
    """Read a case file of format 1.

    Args:
        text: The whole file; bytes must be UTF-8.
        file: The name that problems and the case carry.
        vocabulary: The words of acts, bodies and profiles, and the country codes.

    Returns:
        The case and no problems, or None and all problems in the order of lines.
    """
    node, problems = read_yaml(text, file)
    return (None, problems) if node is None else casefile_from(node, file, vocabulary, problems)


def casefile_from(
    node: Node, file: str, vocabulary: Vocabulary, unread: list[Problem]
) -> tuple[CaseFile | None, list[Problem]]:
    """Read a case from content that was parsed already, with the problems of parsing it; see `read_casefile`."""
    checking = Checking(node, file, vocabulary.countries)
    checking.problems += unread
    casefile = None
    table = checking.table(node.data, (), "panah")
    if table is not None:
        casefile = _casefile(table, checking, vocabulary)
    found = sorted(set_of(checking.problems), key=lambda problem: problem.line)
    return (None, found) if found else (casefile, [])


def set_of(problems: list[Problem]) -> list[Problem]:
    """Leave out problems that say the same of the same line."""
    kept: dict[tuple[int, str, tuple[tuple[str, str], ...]], Problem] = {}
    for problem in problems:
        kept.setdefault((problem.line, problem.code, tuple(problem.values.items())), problem)
    return list(kept.values())


def _casefile(table: Table, checking: Checking, vocabulary: Vocabulary) -> CaseFile | None:
    checking.keys(table, (), _KEYS)
    for key in _REQUIRED:
        if key not in table or (table[key] is None and key != "acts"):
            checking.report((), "missing-key", key=key, where=checking.file)
    _check_format(table, checking)
    case = checking.name(table, "case", (), slug=True)
    stays = None
    if table.get("stays") is not None:
        stays = checking.country(table["stays"], ("stays",), "stays")
    person = _person(table, checking, vocabulary)
    gender, name_forms = _forms(table, checking)
    sources = _sources(table.get("sources"), checking)
    charges = _charges(table.get("charges"), checking, sources)
    acts = read_acts(table.get("acts"), checking, vocabulary, sources, stays)
    request = _request(table.get("request"), checking, vocabulary)
    persons = _persons(table, checking)
    wanted_by = _wanted_by(table.get("wanted-by"), checking)
    note = checking.text(table, "note", ())
    if checking.problems or case is None or stays is None:
        return None
    names, aliases, citizenship, profile = person
    return CaseFile(
        case=case,
        stays=stays,
        names=names,
        aliases=aliases,
        citizenship=citizenship,
        profile=profile,
        persons=persons,
        wanted_by=wanted_by,
        request=request,
        note=note,
        charges=charges,
        sources=sources,
        acts=acts,
        file=checking.file,
        gender=gender,
        name_forms=name_forms,
    )


def _check_format(table: Table, checking: Checking) -> None:
    number = table.get("panah")
    if number is not None and (isinstance(number, bool) or number != FORMAT):
        checking.report(("panah",), "unknown-format", found=written(number), expected=str(FORMAT))


def _person(
    table: Table, checking: Checking, vocabulary: Vocabulary
) -> tuple[dict[str, str], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Read names, aliases, citizenship and profile."""
    data = table.get("person")
    person = None if data is None else checking.table(data, ("person",), "person")
    if person is None:
        return {}, (), (), ()
    checking.keys(person, ("person",), _PERSON_KEYS)
    names: dict[str, str] = {}
    path = ("person", "name")
    told = None if person.get("name") is None else checking.table(person["name"], path, "name")
    if told is not None:
        checking.keys(told, path, _NAME_LANGUAGES)
        for lang in _NAME_LANGUAGES:
            name = checking.text(told, lang, path)
            if name is not None:
                names[lang] = name
    if not names and (told is not None or person.get("name") is None):
        checking.report(path, "no-name")
    citizenship: list[str] = []
    for index, item in enumerate(checking.items(person.get("citizenship"), ("person", "citizenship"), "citizenship")):
        code = checking.country(item, ("person", "citizenship", index), "citizenship", also=STATELESS)
        if code is not None:
            citizenship.append(code)
    profiles = vocabulary.groups["profiles"]
    profile: list[str] = []
    for index, item in enumerate(checking.items(person.get("profile"), ("person", "profile"), "profile")):
        word = checking.word({"profile": item}, "profile", ("person", "profile", index), profiles)
        if word is not None:
            profile.append(word)
    return names, checking.texts(person, "aliases", ("person",)), tuple(citizenship), tuple(profile)


def _forms(table: Table, checking: Checking) -> tuple[str, dict[str, dict[str, str]]]:
    """Read the gender and the forms of the name that papers print."""
    person = table.get("person")
    if not isinstance(person, dict):
        return "", {}
    gender = checking.word(person, "gender", ("person",), _GENDERS) or ""
    path = ("person", "forms")
    told = None if person.get("forms") is None else checking.table(person["forms"], path, "forms")
    forms: dict[str, dict[str, str]] = {}
    checking.keys(told or {}, path, _NAME_LANGUAGES)
    for lang in (told or {}).keys() & set(_NAME_LANGUAGES):
        by_case = checking.table((told or {})[lang], (*path, lang), lang)
        if by_case is None:
            continue
        checking.keys(by_case, (*path, lang), _NAME_CASES)
        found = {case: checking.text(by_case, case, (*path, lang)) for case in _NAME_CASES}
        forms[lang] = {case: text for case, text in found.items() if text is not None}
    return gender, {lang: forms[lang] for lang in sorted(forms) if forms[lang]}


def _persons(table: Table, checking: Checking) -> int:
    value = table.get("persons")
    if value is None:
        return 1
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    checking.report(("persons",), "bad-number", key="persons", found=written(value))
    return 1


def _wanted_by(data: Data, checking: Checking) -> tuple[str, ...]:
    if data is None:
        return ()
    if not isinstance(data, list):
        code = checking.country(data, ("wanted-by",), "wanted-by")
        return () if code is None else (code,)
    codes = [checking.country(item, ("wanted-by", index), "wanted-by") for index, item in enumerate(data)]
    return tuple(code for code in codes if code is not None)


def _request(data: Data, checking: Checking, vocabulary: Vocabulary) -> Request | None:
    table = None if data is None else checking.table(data, ("request",), "request")
    if table is None:
        return None
    path = ("request",)
    checking.keys(table, path, _REQUEST_KEYS)
    return Request(
        purpose=checking.word(table, "purpose", path, vocabulary.groups["purposes"]),
        sentence=checking.period(table, "sentence", path),
        unserved=checking.period(table, "unserved", path),
        foreign_maximum=checking.period(table, "foreign-maximum", path),
    )


def _charges(data: Data, checking: Checking, sources: dict[str, Source]) -> tuple[Charge, ...]:
    charges: list[Charge] = []
    for index, item in enumerate(checking.items(data, ("charges",), "charges")):
        path = ("charges", index)
        table = checking.table(item, path, "charges")
        if table is None:
            continue
        checking.keys(table, path, _CHARGE_KEYS)
        alleged = checking.date(table, "alleged", path)
        charge = Charge(
            instrument=checking.text(table, "instrument", path),
            provision=checking.text(table, "provision", path),
            text=checking.text(table, "text", path),
            alleged=None if alleged is None else alleged[0],
            sources=known_sources(table, path, checking, sources),
            certainty=checking.word(table, "certainty", path, _CERTAINTIES) or "reported",
            alleged_text=None if alleged is None else alleged[1],
        )
        if table.get("provision") is None and table.get("text") is None:
            checking.report(path, "empty-charge")
        elif charge.provision is not None and table.get("instrument") is None:
            checking.report(path, "no-instrument", found=charge.provision)
        charges.append(charge)
    return tuple(charges)


def _sources(data: Data, checking: Checking) -> dict[str, Source]:
    told = None if data is None else checking.table(data, ("sources",), "sources")
    sources: dict[str, Source] = {}
    for name, item in (told or {}).items():
        path = ("sources", name)
        if not name or not is_name(name):
            checking.report(path, "bad-id", key="sources", found=name)
        table = checking.table(item, path, name)
        if table is None:
            sources[name] = Source(name)
            continue
        checking.keys(table, path, _SOURCE_KEYS)
        published = checking.date(table, "published", path)
        sources[name] = Source(
            id=name,
            title=checking.text(table, "title", path),
            publisher=checking.text(table, "publisher", path),
            published=None if published is None else published[0],
            url=checking.text(table, "url", path),
            published_text=None if published is None else published[1],
        )
    return sources
