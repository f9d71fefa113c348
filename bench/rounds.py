"""Measuring on a machine that others use too: contestants run in turn, round after round, in one process.

Each is divided by the reference of the same round; the figure is the median of the rounds, with smallest and largest.
Compare ratios between machines, never rates.
"""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

AT_LEAST_S = 0.02


class Contestant(NamedTuple):
    """What runs, and how many things it does in one call. `before` prepares a round and is not timed."""

    run: Callable[[], object]
    things: int
    before: Callable[[], object] | None = None


class Ratio(NamedTuple):
    """How many times the reference's rate: median, smallest and largest of the rounds."""

    median: float
    least: float
    most: float

    def __str__(self):
        return f"{self.median:.3g} [{self.least:.3g} .. {self.most:.3g}]"


def side_by_side(
    contestants: Mapping[str, Contestant], reference: str, *, rounds: int = 7, unit: str = "cases"
) -> dict[str, Ratio]:
    """Run all in turn, print each one's rate and its ratio to the reference, and give the ratios."""
    inner = {name: _repeats(one) for name, one in contestants.items()}
    rates: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, one in contestants.items():
            rates[name].append(_rate(one, inner[name]))
    ratios = {name: ratio(rates[name], rates[reference]) for name in contestants}
    for name, found in rates.items():
        print(
            f"  {name:52s} {statistics.median(found):12.1f} {unit}/s [{min(found):.1f} .. {max(found):.1f}]"
            f"   x {ratios[name]} of {reference}"
        )
    return ratios


def ratio(rates: list[float], reference: list[float]) -> Ratio:
    """Divide round by round."""
    each = [one / other for one, other in zip(rates, reference, strict=True)]
    return Ratio(statistics.median(each), min(each), max(each))


def verdict(what: str, found: Ratio, target: str, *, reached: bool) -> None:
    """Print a figure beside its target."""
    print(f"{what}: {found}; target {target}: {'reached' if reached else 'NOT REACHED'}")


def _rate(one: Contestant, times: int) -> float:
    if one.before is not None:
        one.before()
    gc.collect()
    begin = time.perf_counter()
    for _ in range(times):
        one.run()
    return one.things * times / (time.perf_counter() - begin)


def _repeats(one: Contestant) -> int:
    """Warm up; find how often a fast one must run to be measurable. What is prepared anew runs once a round."""
    for _ in range(2):
        if one.before is not None:
            one.before()
        begin = time.perf_counter()
        one.run()
        took = time.perf_counter() - begin
    return 1 if one.before is not None or took >= AT_LEAST_S else int(AT_LEAST_S / max(took, 1e-7)) + 1
