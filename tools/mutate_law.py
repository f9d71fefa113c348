"""Change the law in one place at a time and see whether a worked example notices; list the changes that none does.

    python tools/mutate_law.py                 every change of law/kz
    python tools/mutate_law.py --pack xx       of another pack
    python tools/mutate_law.py --sample 60     some of them, the same ones for the same --seed
    python tools/mutate_law.py --only custody  those of one file

Changed are numbers and units, anchors (what a limit counts from, starts at, stands before, is met, shown or ended by),
whether a count includes its first day and rolls, and first days of editions: whatever moves a day.

Left alone is what the engine never asks: the manner of counting of hours, of limits without a length or counted back,
or where each reading has its own, and the length where each reading has its own; another manner that differs in its
name only, or for working days in rolls only; the manner and first day of a manner of counting used for hours only; a
first day before the pack covers anything; what an unrecorded open-ended or never-missed limit means; and that a limit
ends when the person is gone, for then every limit does. Of manners that count alike one is tried. Any other change
that cannot show in any case stands in tools/mutate_law_equivalent.yaml with its reason.
Exit code 1 where a change survives.
"""

from __future__ import annotations

import argparse
import copy
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from panah.lawmodel import Law
from panah.lawmodel.building import build_pack
from panah.lawmodel.reading import law_texts, parse_files, plain_of
from panah.lawmodel.vocabulary import vocabulary_from
from panah.procedure.outcome import GONE
from panah.routes.examples import run
from panah.yamlfiles import read_yaml

ROOT = Path(__file__).parents[1]
LAW = ROOT / "law"
EQUIVALENT = Path(__file__).with_name("mutate_law_equivalent.yaml")

Step = str | int
DELETE = object()
_OTHER_UNIT = {
    "hours": "sutki", "hour": "sutki", "sutki": "working-days", "days": "working-days", "day": "working-days",
    "working-days": "days", "working-day": "days", "months": "years", "month": "years", "years": "months",
    "year": "months",
}  # fmt: skip
_LENGTHS = ("length", "may-extend", "lasts")
_LISTS = (
    "starts", "starts-on-lapse", "met-by", "shown-by", "ended-by", "extended-by", "excused-by",
    "excuse-ended-by", "readings", "after",
    "until", "unless", "unless-shield", "stops",
)  # fmt: skip
_FLIPPED: dict[str, tuple[object, ...]] = {
    "if-unrecorded": ("missed", "undetermined"),
    "first-unit": ("included", "excluded"),
    "served-to": ("person", "counsel"),
    "governed-by": ("anchor", "start"),
}
_FLAGS = ("rolls", "first-run", "or-unknown", "unknown", "starts-presumed", "without-cap", "opens-run",
          "any-run", "pending-too")  # fmt: skip
_REMOVED = ("counts-from", "before", "when", "suspended-while", "reading", "lapse")


class Mutant(NamedTuple):
    """One change: the file and its track, the place in it, what stands there instead (or `DELETE`)."""

    file: str
    track: str
    path: tuple[Step, ...]
    old: object
    new: object

    @property
    def name(self) -> str:
        """What the change is called in the list of equivalents; a rule may move between files of its track."""
        new = "nothing" if self.new is DELETE else self.new
        return f"{self.track} {'.'.join(map(str, self.path))}: {self.old} -> {new}"


class Grammar(NamedTuple):
    """What the changes must know of the law.

    Attributes:
        track: Track of the file.
        regimes: Regimes by how they count: first unit, rolls, and the rest.
        gone: Acts after which the person is gone.
        covers_from: First day of which the pack says anything.
        hours_only: Regimes under which nothing but hours is counted.
    """

    track: str
    regimes: dict[str, tuple[object, ...]]
    gone: frozenset[str]
    covers_from: date
    hours_only: frozenset[str]

    def mutants(self, file: str, data: object, path: tuple[Step, ...] = ()) -> Iterator[Mutant]:
        """Give every change of a part of a file."""
        if isinstance(data, list):
            for number, item in enumerate(data):
                yield from self.mutants(file, item, (*path, number))
        if not isinstance(data, dict):
            return
        for key, value in data.items():
            here = (*path, key)
            for new in self._instead(key, value, data, path):
                yield Mutant(file, self.track, here, value, new)
            if key in _LISTS and isinstance(value, list):
                for number, item in enumerate(value):
                    if not (key == "ended-by" and item.get("act") in self.gone):
                        yield Mutant(file, self.track, (*here, number), item, DELETE)
            if key not in {"not-modelled", "breaches"}:
                yield from self.mutants(file, value, here)

    def _instead(self, key: str, value: object, around: dict[str, object], path: tuple[Step, ...]) -> Iterator[object]:
        if path[:1] == ("regimes",) and len(path) > 1 and path[1] in self.hours_only:
            return
        if key in _LENGTHS and isinstance(value, str) and value[:1].isdigit():
            if not (key == "length" and _each_reading_has_its_own("length", around)):
                yield from _other_lengths(key, value)
        elif key in {"from-day", "until-day"} and isinstance(value, str):
            yield _shifted(value, 1)
            if not (key == "from-day" and _first(value) <= self.covers_from):
                yield _shifted(value, -1)
        elif key in _FLIPPED:
            if not (key == "if-unrecorded" and (around.get("length") == "none" or around.get("never-missed"))):
                yield from (other for other in _FLIPPED[key] if other != value)
        elif key in _FLAGS and isinstance(value, bool):
            yield not value
        elif key in _REMOVED and "moves" not in path and value != {"start": True}:
            yield DELETE
        elif key == "counting" and not _counting_is_not_asked(around):
            yield from self._other_regimes(str(value), around)

    def _other_regimes(self, regime: str, around: dict[str, object]) -> Iterator[str]:
        """Give one regime of each way of counting that is not the regime's own."""
        # a limit in working days never ends on a day off, so nothing rolls
        asked = slice(1) if "working" in str(around.get("length", "")) else slice(None)
        seen = {self.regimes[regime][asked]}
        for name, how in self.regimes.items():
            if how[asked] not in seen:
                seen.add(how[asked])
                yield name


def _other_lengths(key: str, value: str) -> Iterator[str]:
    number, _, unit = value.partition(" ")
    yield f"{int(number) + 1} {unit}"
    if int(number) > 1:
        yield f"{int(number) - 1} {unit}"
    # what lasts or extends is counted without a calendar
    working = _OTHER_UNIT[unit] == "working-days" and key != "length"
    yield f"{number} {'months' if working else _OTHER_UNIT[unit]}"


def _counting_is_not_asked(rule: dict[str, object]) -> bool:
    length = str(rule.get("length", ""))
    own = _each_reading_has_its_own("counting", rule)
    return own or "before" in rule or length in {"none", "same-day"} or "hour" in length


def _each_reading_has_its_own(key: str, rule: dict[str, object]) -> bool:
    readings = rule.get("readings")
    return isinstance(readings, list) and all(key in reading for reading in readings)


def _used(data: object, length: str = "") -> Iterator[str]:
    """Give the regimes under which something other than hours is counted."""
    if isinstance(data, list):
        for item in data:
            yield from _used(item, length)
    if isinstance(data, dict):
        length = str(data.get("length", length))
        if "counting" in data and "hour" not in length:
            yield str(data["counting"])
        for value in data.values():
            yield from _used(value, length)


def _first(span: str) -> date:
    return date.fromisoformat(span.partition("/")[0])


def _shifted(text: str, days: int) -> str:
    """Move a day, or both ends of a span, by days."""
    return "/".join((date.fromisoformat(part) + timedelta(days=days)).isoformat() for part in text.split("/"))


def applied(mutant: Mutant, files: dict[str, object]) -> dict[str, object]:
    """Give the files of a pack with one change made."""
    content = copy.deepcopy(files[mutant.file])
    at: object = content
    for step in mutant.path[:-1]:
        at = at[step]  # type: ignore[index]
    last = mutant.path[-1]
    if mutant.new is DELETE:
        del at[last]  # type: ignore[attr-defined]
    else:
        at[last] = mutant.new  # type: ignore[index]
    return {**files, mutant.file: content}


class Pack:
    """A pack as plain values, and its worked examples."""

    def __init__(self, name: str) -> None:
        """Read the pack and the vocabulary."""
        nodes, problems = parse_files(law_texts(LAW))
        if problems:
            raise SystemExit(f"the law has problems; run `panah law check`: {problems[0]}")
        plain = plain_of(nodes)
        self.name = name
        self.files: dict[str, object] = plain[name]
        self.vocabulary = vocabulary_from(
            {file.removesuffix(".yaml"): content for file, content in plain["vocabulary"].items()}  # type: ignore[misc]
        )
        self.examples: list[dict[str, object]] = []
        for path in sorted((LAW / name / "examples").glob("*.yaml")):
            node, _ = read_yaml(path.read_bytes(), path.name)
            self.examples += node.data["examples"]  # type: ignore[union-attr,index,call-overload,arg-type]

    def mutants(self) -> list[Mutant]:
        """Give every change of the files of rules and of how their regimes count; since when, no rule asks a regime."""
        pack = build_pack(self.files, self.vocabulary)
        regimes: dict[str, tuple[object, ...]] = {
            name.partition("/")[2]: (regime.first_unit, regime.rolls, regime.office_closes)
            for name, regime in pack.regimes.items()
        }
        gone = frozenset(act.id for act in self.vocabulary.acts.values() if act.whereabouts in GONE)
        found: list[Mutant] = []
        covers_from = date.fromordinal(pack.covers_from)
        hours_only = frozenset(regimes) - {name for content in self.files.values() for name in _used(content)}
        for file, content in self.files.items():
            if not isinstance(content, dict) or not (file == "counting.yaml" or "track" in content):
                continue
            track = str(content.get("track", file.removesuffix(".yaml")))
            asked: object = {"regimes": content["regimes"]} if file == "counting.yaml" else content
            found += Grammar(track, regimes, gone, covers_from, hours_only).mutants(file, asked)
        return found

    def notices(self, mutant: Mutant) -> str | None:
        """Give the name of the first example that a change breaks; those that name the rule are asked first."""
        try:
            law = Law(self.vocabulary, {self.name: build_pack(applied(mutant, self.files), self.vocabulary)})
        except (ValueError, KeyError, TypeError):
            return "the law cannot be built"
        rule = str(mutant.path[1]) if len(mutant.path) > 1 else ""
        asked = sorted(self.examples, key=lambda one: not any(str(name).endswith(f"/{rule}") for name in one["rules"]))  # type: ignore[attr-defined]
        return next((str(example["name"]) for example in asked if run(example, law)), None)


def equivalents(key: str = "equivalent") -> dict[str, str]:
    """Give the changes that cannot show, and why: of the rules, or of the routes under `equivalent-routes`."""
    return {str(one["change"]): str(one["why"]) for one in _listed(EQUIVALENT, key)}  # type: ignore[index]


def _listed(path: Path, key: str) -> list[object]:
    node, problems = read_yaml(path.read_bytes(), path.name)
    if node is None or problems:
        raise SystemExit(f"{path.name} cannot be read: {problems}")
    return node.data[key] or []  # type: ignore[call-overload,index,return-value]


def main() -> int:
    """Run the changes and list the survivors."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--pack", default="kz")
    parser.add_argument("--only", default="", help="part of a file's name")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    pack = Pack(given.pack)
    broken = [example["name"] for example in pack.examples if run(example, _whole(pack))]
    if broken:
        print("examples that fail without any change:", *broken, sep="\n  ")
        return 1
    every = pack.mutants()
    known = equivalents()
    stale = set(known) - {f"{given.pack}/{mutant.name}" for mutant in every}
    chosen = [mutant for mutant in every if given.only in mutant.file and f"{given.pack}/{mutant.name}" not in known]
    if given.sample:
        chosen = random.Random(given.seed).sample(chosen, min(given.sample, len(chosen)))
    survivors = [mutant for mutant in chosen if pack.notices(mutant) is None]
    for mutant in survivors:
        print(f"{given.pack}/{mutant.name}")
    for change in sorted(one for one in stale if one.startswith(f"{given.pack}/")):
        print(f"listed as equivalent, but no such change any more: {change}")
    print(f"{len(chosen)} changes, {len(survivors)} unnoticed, {len(pack.examples)} worked examples")
    return 1 if survivors else 0


def _whole(pack: Pack) -> Law:
    return Law(pack.vocabulary, {pack.name: build_pack(pack.files, pack.vocabulary)})


if __name__ == "__main__":
    sys.exit(main())
