"""The loop that every program of fuzzing runs: broken inputs until one breaks a promise, or enough held."""

from __future__ import annotations

import argparse
import collections
import random
import time
from collections.abc import Callable
from typing import Generic, NamedTuple, Protocol, TypeVar


class Inputs(Protocol):
    """Makes broken inputs, one after another."""

    def input(self) -> bytes:
        """Make one broken (or by luck good) input."""


Made = TypeVar("Made", bound=Inputs)


class Fuzzed(NamedTuple, Generic[Made]):
    """What is fuzzed.

    Attributes:
        what: What the program does, for ``--help``.
        seconds: How long it runs if nobody says otherwise.
        inputs: Makes the inputs, from a source of chance.
        broken: Says which promise an input breaks, if one; counts what came out.
        good: How what came out of good inputs is counted, and how it is told.
        shown: The broken input as it is printed.
    """

    what: str
    seconds: float
    inputs: Callable[[random.Random], Made]
    broken: Callable[[Made, bytes, collections.Counter[str]], str | None]
    good: tuple[str, str]
    shown: Callable[[Made, bytes], str]


def fuzz(fuzzed: Fuzzed[Made], arguments: list[str] | None) -> int:
    """Run with ``--count``, ``--seed`` and ``--seconds``; print the counts, or the first input that breaks a promise.

    Returns:
        The exit code: 1 where a promise was broken.
    """
    parser = argparse.ArgumentParser(description=fuzzed.what)
    parser.add_argument("--count", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--seconds", type=float, default=fuzzed.seconds, help="stop after this time; the counts say how far it came"
    )
    options = parser.parse_args(arguments)
    inputs = fuzzed.inputs(random.Random(options.seed))
    counts: collections.Counter[str] = collections.Counter()
    end = time.monotonic() + options.seconds
    done = 0
    while done < options.count and time.monotonic() < end:
        text = inputs.input()
        broken = fuzzed.broken(inputs, text, counts)
        if broken is not None:
            print(f"input {done} of seed {options.seed}: {broken}\n{fuzzed.shown(inputs, text)}")
            return 1
        done += 1
    counted, told = fuzzed.good
    print(f"{done} inputs, every promise held; {counts.pop(counted, 0)} {told}; problems by code:")
    for code, number in sorted(counts.items()):
        print(f"  {number:7} {code}")
    return 0
