"""A case without what tells who the person is.

Nothing is searched and struck out: a new case is built from what cannot name anybody (words of the vocabulary, days,
countries, articles), and free text does not pass at all. Days do pass; whoever knows the case may know it by them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from panah.lawmodel.citations import instrument_of
from panah.procedure.casefile import Act, CaseFile, Charge, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from panah.lawmodel import Law

#: What stands for the name in every language: the letter that committees and courts use.
NOBODY = "N."
_CASE = "withheld"
_PROVISION = re.compile(r"[0-9]+([.-][0-9]+)*(\([0-9]+([.-][0-9]+)*\))*")
_PLAIN_KINDS = frozenset({"date", "period", "country", "word"})


def without_identity(casefile: CaseFile, law: Law) -> CaseFile:
    """Build the same case without names, aliases, places, bodies in free words, notes, titles and addresses.

    Kept are the acts with their days, countries, words of the vocabulary and what they are of; charges by article;
    citizenship, profile and seeking states; of a source the day of publication, and its publisher unless it names.
    Ids that the file gave are replaced: they may hold a name.
    """
    acts = _renamed("{kind}", ((act.id, act.kind) for act in casefile.acts))
    sources = _renamed("s", ((name, "") for name in casefile.sources))
    runs = _renamed("run", ((act.run, "") for act in casefile.acts if act.run))
    parts = _name_parts(casefile)
    return CaseFile(
        case=_CASE,
        stays=casefile.stays,
        names=dict.fromkeys(casefile.names, NOBODY),
        citizenship=casefile.citizenship,
        profile=casefile.profile,
        persons=casefile.persons,
        wanted_by=casefile.wanted_by,
        request=casefile.request,
        charges=tuple(charge for one in casefile.charges if (charge := _charge(one, sources, law)) is not None),
        sources={sources[name]: _source(sources[name], source, parts) for name, source in casefile.sources.items()},
        acts=tuple(_act(act, acts, sources, runs, law) for act in casefile.acts),
    )


def _renamed(pattern: str, ids: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give every id a new one made from its kind and its place in the file."""
    known = dict(ids)
    return {name: f"{pattern.format(kind=kind)}-{place}" for place, (name, kind) in enumerate(known.items(), 1)}


def _act(act: Act, acts: dict[str, str], sources: dict[str, str], runs: dict[str, str], law: Law) -> Act:
    def renamed(name: str | None) -> str | None:
        return None if name is None else acts.get(name)

    return Act(
        acts[act.id],
        act.kind,
        act.span,
        text=act.text,
        country=act.country,
        fields=_fields(act, acts, law),
        of=renamed(act.of),
        run=runs.get(act.run or ""),
        body=act.body if act.body in law.vocabulary.bodies else None,
        sources=tuple(sources[name] for name in act.sources if name in sources),
        certainty=act.certainty,
        supersedes=renamed(act.supersedes),
        alternative_to=renamed(act.alternative_to),
        known_since=act.known_since,
        known_from=act.known_from,
        leave_by=act.leave_by,
        leave_by_text=act.leave_by_text,
        set_for=act.set_for,
        until=act.until,
        duration=act.duration,
        order=act.order,
    )


def _fields(act: Act, acts: dict[str, str], law: Law) -> dict[str, str]:
    """Keep the fields whose values come from closed lists, and articles; free text does not pass."""
    words = law.vocabulary
    kinds = words.acts[act.kind].fields
    kept: dict[str, str] = {}
    for name, value in act.fields.items():
        if name == "of":
            if value in acts:
                kept[name] = acts[value]
        elif (
            (name in kinds and kinds[name].kind in _PLAIN_KINDS)
            or (name == "body" and value in words.bodies)
            or (name == "to" and value in words.countries)
            or (name == "provision" and _is_article(value, law))
        ):
            kept[name] = value
    return kept


def _is_article(cite: str, law: Law) -> bool:
    return instrument_of(cite, law) is not None and _PROVISION.fullmatch(cite.partition(" ")[2]) is not None


def _charge(charge: Charge, sources: dict[str, str], law: Law) -> Charge | None:
    """Keep an accusation by a known article; one told in words does not pass."""
    if not _is_article(f"{charge.instrument} {charge.provision}", law):
        return None
    return charge._replace(text=None, sources=tuple(sources[name] for name in charge.sources if name in sources))


def _source(name: str, source: Source, parts: frozenset[str]) -> Source:
    publisher = source.publisher
    if publisher is not None and any(part in _folded(publisher) for part in parts):
        publisher = None
    return Source(name, publisher=publisher, published=source.published, published_text=source.published_text)


def _name_parts(casefile: CaseFile) -> frozenset[str]:
    """Give the beginnings of all parts of all names, which stay the same when a name is declined."""
    words = [part for name in (*casefile.names.values(), *casefile.aliases) for part in _folded(name).split()]
    return frozenset(word[: max(4, len(word) - 2)] for word in words if len(word) >= 3)


def _folded(text: str) -> str:
    """Write a text so that spellings that differ only by ё, case or alphabet are alike."""
    return "".join(_LATIN.get(letter, letter) for letter in text.casefold())


_LATIN = {
    **dict(zip("абвгдезийклмнопрстуфыэәғқңөұүһі", "abvgdeziyklmnoprstufyeagqnouuhi", strict=True)),
    "ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu",
    "я": "ya", "ъ": "", "ь": "",
}  # fmt: skip
