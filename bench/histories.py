"""Histories of invented cases, walked at random over the moves of a pack; the same seed gives the same histories."""

import random
from datetime import date
from pathlib import Path

from panah.lawmodel import Law, Pack, read_law
from panah.procedure.casefile import Act, CaseFile
from panah.timelimits import Span

ROOT = Path(__file__).parents[1]
DAY = 1440
FIRST = date(2022, 1, 3).toordinal()
AS_OF = date(2026, 11, 1).toordinal()


def shipped_law() -> Law:
    """Read the law of this checkout, past every cache."""
    law, problems = read_law(ROOT / "law")
    if law is None:
        raise SystemExit("\n".join(str(problem) for problem in problems))
    return law


def event_words(pack: Pack) -> dict[tuple[str, str], dict[str, str]]:
    """Give every event that moves a track: (act, the value that tells its moves apart) and the fields it has."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for move in pack.moves:
        fields = {name: min(admitted - {"unknown"} or admitted) for name, admitted, _ in move.on.fields}
        found.setdefault((move.on.act, " ".join(fields.values())), fields)
    return found


class Event:
    """A word with its fields, as a label for a log."""

    def __init__(self, act: str, told_by: str, fields: dict[str, str]) -> None:
        self.act = act
        self.fields = fields
        self.label = f"{act} {told_by}".strip()


def walks(pack: Pack, count: int, events: int, *, noise: float, seed: int) -> list[list[tuple[Event, int]]]:
    """Walk `count` histories of `events` dated events; a share of them at random from all, whether they fit or not."""
    chance = random.Random(seed)
    all_events = [Event(act, told_by, fields) for (act, told_by), fields in event_words(pack).items()]
    found = []
    for _ in range(count):
        stages = dict.fromkeys(pack.tracks, "none")
        day = FIRST + chance.randrange(1200)
        history = []
        for _ in range(events):
            day += min(int(chance.expovariate(1 / 18)), 200)
            history.append((_step(pack, stages, all_events, chance, noise), day))
        found.append(history)
    return found


def _step(pack: Pack, stages: dict[str, str], every: list[Event], chance: random.Random, noise: float) -> Event:
    open_moves = [
        event
        for event in every
        for move in pack.moves
        if move.on.matches(event.act, event.fields) and stages[move.track] in move.from_stages
    ]
    event = chance.choice(every if not open_moves or chance.random() < noise else open_moves)
    moved = set()
    for move in pack.moves:
        fits = move.on.matches(event.act, event.fields) and stages[move.track] in move.from_stages
        if fits and move.track not in moved:
            moved.add(move.track)
            stages[move.track] = stages[move.track] if move.to == "same" else move.to
    return event


def casefile_of(pack: Pack, number: int, history: list[tuple[Event, int]]) -> CaseFile:
    """Make the case file of a history."""
    acts = tuple(
        Act(f"a{place}", event.act, Span(day * DAY, day * DAY + DAY - 1), text=date.fromordinal(day).isoformat(),
            fields=event.fields, order=place, known_from=day)
        for place, (event, day) in enumerate(history)
    )  # fmt: skip
    return CaseFile(f"case-{number}", pack.code, {"en": "Someone"}, wanted_by=("XY",), acts=acts)
