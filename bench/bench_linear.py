"""Time grows with the acts of a case and with the number of cases, and no faster: the slope on log-log paper."""

import gc
import math
import statistics
import time

from histories import AS_OF, casefile_of, shipped_law, walks

from panah.procedure import replay

ACTS = (6, 12, 24, 48, 96)
CASES = (100, 1_000, 10_000)
OF_EACH = 60
ROUNDS = 5
TARGET = 1.15


def seconds(cases, law):
    gc.collect()
    begin = time.perf_counter()
    for case in cases:
        replay(case, law, as_of=AS_OF)
    return time.perf_counter() - begin


def slope(sizes, times):
    """The exponent: least squares through the logarithms."""
    xs, ys = [math.log(size) for size in sizes], [math.log(took) for took in times]
    mean_x, mean_y = statistics.fmean(xs), statistics.fmean(ys)
    top = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return top / sum((x - mean_x) ** 2 for x in xs)


def measure(what, groups, law):
    """`groups`: cases by size. Rounds are taken in turn over all sizes."""
    for cases in groups.values():
        seconds(cases[:50], law)
    rounds = [{size: seconds(cases, law) for size, cases in groups.items()} for _ in range(ROUNDS)]
    slopes = [slope(list(groups), list(one.values())) for one in rounds]
    for size, cases in groups.items():
        each = statistics.median(one[size] for one in rounds) / len(cases)
        print(f"  {size:6d} {what}: {each * 1e6:9.1f} µs a case")
    found = statistics.median(slopes)
    print(
        f"exponent in {what}: {found:.3f} [{min(slopes):.3f} .. {max(slopes):.3f}]; target < {TARGET}: "
        f"{'reached' if found < TARGET else 'NOT REACHED'}"
    )


def main():
    law = shipped_law()
    for name, pack in law.packs.items():
        if not pack.moves:
            continue
        print(f"law/{name}")
        by_acts = {
            acts: [
                casefile_of(pack, number, history)
                for number, history in enumerate(walks(pack, OF_EACH, acts, noise=0.1, seed=3))
            ]
            for acts in ACTS
        }
        measure("acts", by_acts, law)
        histories = walks(pack, CASES[-1], 12, noise=0.1, seed=4)
        cases = [casefile_of(pack, number, history) for number, history in enumerate(histories)]
        measure("cases", {count: cases[:count] for count in CASES}, law)


if __name__ == "__main__":
    main()
