"""The words every country's law shares: acts, bodies, tracks with their stages, and the words of answers.

The words are data in ``law/vocabulary/``. Read them once with `load_vocabulary`; `Vocabulary.plain` gives the same
content as plain data for a cache, and `vocabulary_from` builds from it without reading YAML.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, TypeAlias

from panah.errors import PanahError, Problem
from panah.yamlfiles import Data, read_yaml

Label: TypeAlias = "dict[str, str]"
Plain: TypeAlias = "dict[str, dict[str, Data]]"

_FILES = ("acts", "bodies", "countries", "stages")
#: A label that a language lacks is taken from the next.
_LANGUAGE_ORDER = {"kk": ("kk", "ru", "en"), "en": ("en", "ru", "kk")}


class FieldKind(NamedTuple):
    """What one field of an act may hold.

    `kind` is text, date, period, country, act-id or word; a word is one of `words`.
    """

    kind: str
    words: tuple[str, ...]
    required: bool


class ActKind(NamedTuple):
    """One act of the vocabulary: whose track it moves, who normally does it, and what it may say.

    `host` marks an act of the seeking state that moves the extradition track of the host country. `derived` marks an
    act that only the engine writes. `whereabouts` is the outcome the act tells of, if it tells where the person is.
    """

    id: str
    track: str
    by: str
    fields: dict[str, FieldKind]
    label: Label
    host: bool = False
    derived: bool = False
    whereabouts: str | None = None


class Vocabulary:
    """All words, by what they name.

    `acts`, `bodies` and `tracks` are keyed by id, `stages` by track and stage; `groups` holds the remaining families
    (outcomes, states, strengths, profiles, purposes, values, countries …), each a map from id to label. `every_act` is
    what any act may say; `invented` the countries that do not exist.
    """

    __slots__ = (
        "acts",
        "bodies",
        "countries",
        "every_act",
        "groups",
        "invented",
        "plain",
        "stages",
        "tracks",
        "user_acts",
    )

    def __init__(self, plain: Plain) -> None:
        """Build from the plain content of the files, by file name."""
        self.plain = plain
        acts = _table(plain["acts"]["acts"])
        self.acts = {name: _act(name, _table(about)) for name, about in acts.items()}
        self.user_acts = frozenset(name for name, act in self.acts.items() if not act.derived)
        self.every_act = {name: _field(_table(about)) for name, about in _table(plain["acts"]["every-act"]).items()}
        self.bodies = {
            name: _label(_table(about)["label"]) for name, about in _table(plain["bodies"]["bodies"]).items()
        }
        self.countries = frozenset(str(plain["countries"]["codes"]).split())
        self.invented = frozenset(str(plain["countries"]["invented"]).split())
        stages = plain["stages"]
        tracks = {name: _table(about) for name, about in _table(stages["tracks"]).items()}
        self.tracks = {name: _label(about["label"]) for name, about in tracks.items()}
        self.tracks.update(_labels(stages["other-tracks"]))
        self.stages = {name: _labels(about["stages"]) for name, about in tracks.items()}
        self.groups = {name: _labels(words) for name, words in stages.items() if name not in ("tracks", "other-tracks")}
        self.groups["countries"] = _labels(plain["countries"].get("names", {}))

    def label(self, kind: str, lang: str) -> str:
        """Give the words for an act, a body or a track; the id itself where there are none."""
        act = self.acts.get(kind)
        found = act.label if act is not None else self.bodies.get(kind) or self.tracks.get(kind)
        return kind if found is None else in_language(found, lang)

    def stage_label(self, track: str, stage: str, lang: str) -> str:
        """Give the words for a stage of a track; the id itself where there are none."""
        found = self.stages.get(track, {}).get(stage)
        return stage if found is None else in_language(found, lang)

    def word(self, group: str, word: str, lang: str) -> str:
        """Give the words for one id of a family (outcomes, states, values …); the id itself where there are none."""
        found = self.groups.get(group, {}).get(word)
        return word if found is None else in_language(found, lang)


def load_vocabulary(folder: Path) -> Vocabulary:
    """Read the vocabulary from its folder.

    Raises:
        PanahError: A file is missing or is not strict YAML; all problems are in it.
    """
    plain: Plain = {}
    problems: list[Problem] = []
    for name in _FILES:
        path = folder / f"{name}.yaml"
        if not path.is_file():
            problems.append(Problem(str(path), 1, "no-file", {}))
            continue
        node, found = read_yaml(path.read_bytes(), str(path))
        problems += found
        if node is not None and isinstance(node.data, dict):
            plain[name] = node.data
        elif not found:
            problems.append(Problem(str(path), 1, "not-a-table", {"found": "?"}))
    if problems:
        raise PanahError(problems)
    return vocabulary_from(plain)


def vocabulary_from(plain: Plain) -> Vocabulary:
    """Build the vocabulary from plain data, as `Vocabulary.plain` gives it and a JSON cache keeps it."""
    return Vocabulary(plain)


def in_language(label: Label, lang: str) -> str:
    """Give a label in a language: Kazakh falls back to Russian, and each language to any that is there."""
    for candidate in _LANGUAGE_ORDER.get(lang, ("ru", "en", "kk")):
        if candidate in label:
            return label[candidate]
    return next(iter(label.values()), "")


def _act(name: str, about: dict[str, Data]) -> ActKind:
    whereabouts = about.get("whereabouts")
    return ActKind(
        id=name,
        track=str(about["track"]),
        by=str(about["by"]),
        fields={field: _field(_table(inner)) for field, inner in _table(about.get("fields")).items()},
        label=_label(about["label"]),
        host=about.get("host") is True,
        derived=about.get("derived") is True,
        whereabouts=None if whereabouts is None else str(whereabouts),
    )


def _field(about: dict[str, Data]) -> FieldKind:
    words = about.get("one-of")
    required = about.get("required") is True
    if isinstance(words, list):
        return FieldKind("word", tuple(str(word) for word in words), required)
    return FieldKind(str(about["kind"]), (), required)


def _labels(data: Data) -> dict[str, Label]:
    return {name: _label(label) for name, label in _table(data).items()}


def _label(data: Data) -> Label:
    return {lang: str(words) for lang, words in _table(data).items()}


def _table(data: Data) -> dict[str, Data]:
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise TypeError(data)
    return data
