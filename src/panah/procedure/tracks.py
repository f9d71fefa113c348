"""Following the tracks: which stage, since when, by which act; what must have happened unrecorded; what does not fit.

One pass over the facts of a world. A fact moves every track that has a move for it. Where today's stage does not allow
it, the cheapest chain of unrecorded acts that does is presumed; where there is none, the fact is an anomaly.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

from panah.procedure.facts import Fact
from panah.procedure.position import Anomaly, Presumed
from panah.procedure.runs import NONE, Run
from panah.timelimits import FAR_PAST

if TYPE_CHECKING:
    from panah.lawmodel import Move, Pack


class Path:
    """The tracks of one world after all its facts."""

    __slots__ = (
        "anomalies", "awaited", "by_kind", "changed", "facts", "index", "now", "pack", "presumed", "runs", "tracks",
    )  # fmt: skip

    def __init__(self, pack: Pack) -> None:
        """Begin with every track at its start."""
        self.pack = pack
        self.tracks = pack.tracks
        self.index = {track: number for number, track in enumerate(pack.tracks)}
        self.runs: dict[str, list[Run]] = {track: [Run(track, 0, 0, None, set())] for track in pack.tracks}
        self.changed = True
        self.now: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self.facts: list[Fact] = []
        self.by_kind: dict[str, list[Fact]] = {}
        self.presumed: list[Presumed] = []
        self.awaited: set[str] = set()
        self.anomalies: list[Anomaly] = []

    def run_at(self, track: str, at: int, slug: str | None = None) -> Run:
        """Give the run of a track that a place in the stream lies in, or the one of that name."""
        runs = self.runs[track]
        if len(runs) == 1:
            return runs[0]
        if slug is not None:
            for run in runs:
                if run.slug == slug:
                    return run
        for run in runs:
            if run.holds(at):
                return run
        return runs[-1]

    def run_for(self, track: str, slug: str | None) -> Run:
        """Give the run that a fact moves: the one it names, or the open one."""
        runs = self.runs[track]
        if slug is not None:
            for run in runs:
                if run.slug == slug:
                    return run
        return runs[-1]

    def stages(self) -> tuple[str, ...]:
        """Give the present stage of every track, in the order of the pack."""
        return tuple([runs[-1].stage for runs in self.runs.values()])

    def left(self) -> tuple[str, ...]:
        """Give the stage every track stood in before its present one."""
        return tuple([runs[-1].previous for runs in self.runs.values()])


def follow(facts: list[Fact], pack: Pack) -> Path:
    """Follow the tracks of a pack through the facts, in their order."""
    path = Path(pack)
    for fact in facts:
        if fact.kind not in pack.moves_on:
            _append(path, fact)
            continue
        if fact.kind in path.awaited and _recovers(path, fact):
            continue
        chosen: list[tuple[Move, str]] = []
        opening = fact.run is not None
        for track, moves, since in _fitting(pack, fact):
            if since is None:
                in_force = [move for move in moves if _in_force(move, fact)]
            else:
                in_force = moves if fact.last_day is None or since <= fact.last_day else []
            move = _lead_to(path, track, in_force, fact) if in_force else None
            if move is not None:
                chosen.append((move, track))
                opening = opening or move.opens_run
        if opening:
            for move, track in chosen:
                if _opens(path, move, fact):
                    _open(path, track, len(path.facts), fact.run)
        _append(path, fact)
        for move, track in chosen:
            _apply(path, path.run_for(track, fact.run), move, fact)
    return path


def _fitting(pack: Pack, fact: Fact) -> list[tuple[str, list[Move], int | None]]:
    """Give the moves a fact may make, by track, and the day from which all are in force, where they have no other end.

    Acts of one kind whose telling fields are the same may make the same moves: they are looked for once.
    """
    kind, fields = fact.kind, fact.fields
    key = (kind, *[fields.get(name) for name in pack.telling[kind]])
    found = pack.fitting.get(key)
    if found is None:
        found = pack.fitting[key] = []
        for track, of_track in pack.moves_on[kind].items():
            moves = [move for move in of_track if move.on.matches(kind, fields)]
            firsts = {edition.first for move in moves for edition in move.editions}
            plain = len(firsts) == 1 and all(
                len(move.editions) == 1 and move.editions[0].until is None for move in moves
            )
            if moves:
                found.append((track, moves, firsts.pop() if plain else None))
    return found


def _recovers(path: Path, fact: Fact) -> bool:
    """Put a recorded act in the place of the presumed one that stood for it.

    Reports cross: one dates the order before the detention it rests on. The detention was presumed then; when the
    recorded one comes, it is that one, not another.
    """
    for run in (runs[-1] for runs in path.runs.values()):
        for stage, entered in run.entered.items():
            if not entered.presumed or entered.kind != fact.kind or run.move is None:
                continue
            moves = path.pack.moves_on[fact.kind].get(run.track, ())
            if any(move.opens_run and move.to == stage for move in moves):
                _replace(path, run, stage, entered, fact)
                return True
    return False


def _replace(path: Path, run: Run, stage: str, presumed: Fact, fact: Fact) -> None:
    path.anomalies.append(Anomaly(fact.id, fact.kind, run.track, run.stage, "dates-cross"))
    fact.at, fact.stages, fact.left = presumed.at, presumed.stages, presumed.left
    path.facts[presumed.at] = fact
    of_kind = path.by_kind[fact.kind]
    of_kind[of_kind.index(presumed)] = fact
    run.entered[stage] = fact
    path.presumed = [item for item in path.presumed if item.act != fact.kind or item.move.to != stage]


def _append(path: Path, fact: Fact) -> None:
    facts = path.facts
    fact.at = len(facts)
    if path.changed:
        path.now = path.stages(), path.left()
        path.changed = False
    fact.stages, fact.left = path.now
    facts.append(fact)
    of_kind = path.by_kind.get(fact.kind)
    if of_kind is None:
        path.by_kind[fact.kind] = [fact]
    else:
        of_kind.append(fact)


def _in_force(move: Move, fact: Fact) -> bool:
    last_day = fact.last_day
    for edition in move.editions:
        if (last_day is None or edition.first <= last_day) and (
            edition.until is None or fact.first_day < edition.until
        ):
            return True
    return False


def _lead_to(path: Path, track: str, moves: list[Move], fact: Fact) -> Move | None:
    """Find the move of a track for a fact, presuming what must have come before it."""
    run = path.run_for(track, fact.run)
    run = Run(track, 0, 0, fact.run, run.slugs) if _is_named_anew(run, fact) else run
    for move in moves:
        if run.stage in move.from_stages and (not move.left or run.previous in move.left):
            if move.requires:
                _require(path, move, fact, run)
            return move
    sources = frozenset().union(*[move.from_stages for move in moves if not move.left])
    chain = _chain(path.pack, track, run.stage, sources)
    if chain is None:
        path.anomalies.append(Anomaly(fact.id, fact.kind, track, run.stage, "not-allowed-here"))
        return None
    for step in chain:
        _presume(path, step, fact, _lower(path, run, fact), fact.run)
    run = path.run_for(track, fact.run)
    move = next(move for move in moves if run.stage in move.from_stages and not move.left)
    _require(path, move, fact, run)
    return move


def _require(path: Path, move: Move, fact: Fact, run: Run) -> None:
    """Presume what a move needs of other tracks."""
    for track, stages in move.requires:
        other = path.runs[track][-1]
        if other.stage in stages:
            continue
        chain = _chain(path.pack, track, other.stage, stages)
        if chain is None:
            path.anomalies.append(Anomaly(fact.id, fact.kind, track, other.stage, "needs-another-stage"))
            continue
        for step in chain:
            _presume(path, step, fact, max(_lower(path, other, fact), run.since[0] or FAR_PAST), None)


def _lower(path: Path, run: Run, fact: Fact) -> int:
    """Give the earliest moment a presumed act of a run can have: not before the fact that led to its stage."""
    since = run.since[0]
    if since is None:
        others = [runs[-1].since[0] for runs in path.runs.values()]
        since = min((other for other in others if other is not None), default=FAR_PAST)
    return min(fact.first, since)


def _presume(path: Path, move: Move, fact: Fact, lower: int, slug: str | None) -> None:
    fields = {name: min(admitted) for name, admitted, _ in move.on.fields if admitted}
    presumed = Fact(f"presumed/{move.on.act}", move.on.act, lower, fact.last, fields, None)
    presumed.run = slug
    _require(path, move, fact, path.run_for(move.track, slug))
    if _opens(path, move, presumed):
        _open(path, move.track, len(path.facts), slug)
    _append(path, presumed)
    _apply(path, path.run_for(move.track, slug), move, presumed)
    path.presumed.append(Presumed(move.on.act, move, (lower, fact.last), fact.id))
    path.awaited.add(move.on.act)


def _opens(path: Path, move: Move, fact: Fact) -> bool:
    run = path.run_for(move.track, fact.run)
    unnamed = fact.run is None or run.slug is None
    return _is_named_anew(run, fact) or (unnamed and move.opens_run and bool(run.by))


def _is_named_anew(run: Run, fact: Fact) -> bool:
    """Whether a fact names a run other than the present one: that begins where every run does, not at its stage."""
    return fact.run is not None and run.slug is not None and fact.run != run.slug and bool(run.by)


def _open(path: Path, track: str, at: int, slug: str | None) -> None:
    last = path.runs[track][-1]
    last.end = at
    run = Run(track, last.number + 1, at, slug, last.slugs)
    if slug is not None:
        run.slugs.add(slug)
    else:
        run.stage, run.previous = last.stage, last.previous
    path.runs[track].append(run)


def _apply(path: Path, run: Run, move: Move, fact: Fact) -> None:
    if fact.run is not None and run.slug is None:
        run.slug = fact.run
        run.slugs.add(fact.run)
    to = run.stage if move.to == "same" else move.to
    if to == run.stage and run.by:
        return
    if to == NONE and run.stage == NONE:
        return
    path.changed = True
    run.previous = run.stage
    run.stage = to
    run.since = (fact.first, fact.last)
    run.by = (fact.id,)
    run.presumed = fact.presumed
    run.move = move
    run.entered.setdefault(to, fact)


def _chain(pack: Pack, track: str, stage: str, targets: frozenset[str]) -> tuple[Move, ...] | None:
    """Find the cheapest chain of presumable moves from a stage to one of the targets, or None.

    Of chains that cost the same, the one whose moves stand first in the law is taken.
    """
    key = (track, stage, targets)
    if key in pack.chains:
        return pack.chains[key]
    presumable = [(number, move) for number, move in enumerate(pack.moves) if move.cost and move.track == track]
    queue: list[tuple[int, tuple[int, ...], str]] = [(0, (), stage)]
    done: set[str] = set()
    found: tuple[Move, ...] | None = None
    while queue:
        cost, steps, here = heappop(queue)
        if here in targets:
            found = tuple(pack.moves[number] for number in steps)
            break
        if here in done:
            continue
        done.add(here)
        for number, move in presumable:
            if here in move.from_stages and move.to not in {"same", here}:
                heappush(queue, (cost + move.cost, (*steps, number), move.to))
    pack.chains[key] = found
    return found
