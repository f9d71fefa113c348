"""Change routes and exposures in one place at a time; list the changes that no worked example notices.

    python tools/mutate_routes.py                 every change of law/kz/routes.yaml and exposures.yaml
    python tools/mutate_routes.py --pack xx       of another pack
    python tools/mutate_routes.py --only steps    those whose name holds these words

Changed are what a step needs, what closes it, its shortest and longest time, when it is done; of a filing whether it
only asks, before what it must come, what it needs, when it is done; when a route is in sight, its goal, its filings,
whether it has days; when a person is exposed, and on what days. Stages of a condition fall away one by one.

Left alone is how an exposure is recognised in a recorded case (`happened`): tools/recorded.py asks it, no example does.
A change that cannot show in any case stands in tools/mutate_law_equivalent.yaml (`equivalent-routes`) with its reason.
Exit code 1 where a change survives.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from mutate_law import DELETE, Mutant, Pack, Step, applied, equivalents

from panah.lawmodel import Law
from panah.lawmodel.building import build_pack
from panah.routes.examples import run

FILES = ("routes.yaml", "exposures.yaml")
_NAMES = ("needs", "unless-filed", "filings")
_CONDITIONS = ("done", "in-sight", "when")
_WITHIN = ("after", "until", "unless")
_ASKED = frozenset({"routes", "past", "exposures"})


def mutants(pack: Pack) -> list[Mutant]:
    """Give every change of the routes and exposures of a pack."""
    return [one for file in FILES if file in pack.files for one in _of(file, pack.files[file])]


def _of(file: str, data: object, path: tuple[Step, ...] = ()) -> Iterator[Mutant]:
    if not isinstance(data, dict):
        return
    track = file.removesuffix(".yaml")
    goals = _milestones(data) if not path else ()
    for key, value in data.items():
        here = (*path, key)
        if key in {"defaults", "route", "happened", "act"}:
            continue
        if key in (*_NAMES, "days", *_CONDITIONS) and isinstance(value, list):
            yield from (Mutant(file, track, (*here, number), item, DELETE) for number, item in enumerate(value))
        elif key in _CONDITIONS:
            yield Mutant(file, track, here, value, DELETE)
        if key in _CONDITIONS:
            for number, item in _listed(value):
                yield from _conditions(file, track, (*here, number) if isinstance(value, list) else here, item)
        for new in _instead(key, value):
            yield Mutant(file, track, here, value, new)
        if key not in _CONDITIONS:
            yield from _of(file, value, here)
    for name in data.get("routes", {}) if goals else {}:
        goal = data["routes"][name].get("goal")
        yield Mutant(file, track, ("routes", name, "goal"), goal, next(one for one in goals if one != goal))


def _milestones(data: dict[str, object]) -> tuple[str, ...]:
    steps = data.get("steps")
    return tuple(str(step.get("gives", name)) for name, step in steps.items()) if isinstance(steps, dict) else ()


def _listed(value: object) -> list[tuple[int, object]]:
    return list(enumerate(value)) if isinstance(value, list) else [(0, value)]


def _instead(key: str, value: object) -> Iterator[object]:
    """Give what may stand instead of a wait, a flag or a name."""
    if key in {"shortest", "longest"}:
        yield from (word for word in ("same-day", "no-term") if word != value)
        for number, item in _listed(value):
            if isinstance(value, list):
                yield value[:number] + value[number + 1 :]
            if isinstance(item, dict) and "for" in item:
                amount, _, unit = str(item["for"]).partition(" ")
                yield from ({**item, "for": f"{int(amount) + by} {unit}"} for by in (1, -1))
    elif key in {"asked", "without-days"} and isinstance(value, bool):
        yield not value
    elif key == "before":
        yield DELETE


def _conditions(file: str, track: str, path: tuple[Step, ...], guard: object) -> Iterator[Mutant]:
    """Give the changes within one condition: an act less, a stage less, a part less."""
    if not isinstance(guard, dict):
        return
    for key, value in guard.items():
        if key in _WITHIN and isinstance(value, list) and len(value) > 1:
            yield from (Mutant(file, track, (*path, key, number), item, DELETE) for number, item in enumerate(value))
        elif key in {"stage", "left-stage"}:
            for of, stages in value.items():
                if isinstance(stages, list) and len(stages) > 1:
                    yield from (
                        Mutant(file, track, (*path, key, of, number), stage, DELETE)
                        for number, stage in enumerate(stages)
                    )
        if len(guard) > 1 and not (key == "after" and "until" in guard):
            yield Mutant(file, track, (*path, key), value, DELETE)


def notices(pack: Pack, mutant: Mutant) -> str | None:
    """Give the name of the first example that a change breaks; only those that ask for routes or exposures can."""
    try:
        law = Law(pack.vocabulary, {pack.name: build_pack(applied(mutant, pack.files), pack.vocabulary)})
        asked = [one for one in pack.examples if not _ASKED.isdisjoint(one["expect"])]  # type: ignore[arg-type]
        return next((str(example["name"]) for example in asked if run(example, law)), None)
    except (ValueError, KeyError, TypeError) as error:
        return f"the law cannot be built or asked: {error}"


def main() -> int:
    """Run the changes and list the survivors."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--pack", default="kz")
    parser.add_argument("--only", default="", help="part of a change's name")
    given = parser.parse_args()
    pack = Pack(given.pack)
    law = Law(pack.vocabulary, {pack.name: build_pack(pack.files, pack.vocabulary)})
    broken = [example["name"] for example in pack.examples if run(example, law)]
    if broken:
        print("examples that fail without any change:", *broken, sep="\n  ")
        return 1
    known = equivalents("equivalent-routes")
    chosen = [one for one in mutants(pack) if given.only in one.name and f"{given.pack}/{one.name}" not in known]
    survivors = [one for one in chosen if notices(pack, one) is None]
    for one in survivors:
        print(f"{given.pack}/{one.name}")
    print(f"{len(chosen)} changes, {len(survivors)} unnoticed")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
