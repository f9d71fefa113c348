"""The smallest set of filings: our search against clingo on the same game, cold and grounded once; routes and replay.

Every answer is compared with clingo's before anything is timed. The last table shows how the search grows with the
number of open filings, on drawn procedures whose smallest sets are not small.
"""

import random
import sys
from pathlib import Path

from rounds import Contestant, side_by_side, verdict

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from answer_sets import Oracle  # noqa: E402 - the oracle of the tests
from panah.lawmodel import read_law  # noqa: E402
from panah.procedure import read_casefile  # noqa: E402
from panah.procedure.replay import moments, replay  # noqa: E402
from panah.routes.blocking import smallest  # noqa: E402
from panah.routes.finding import find_routes  # noqa: E402
from panah.routes.game import Action, Game  # noqa: E402
from panah.timelimits import parse_day  # noqa: E402

DAY = parse_day("2026-02-01")
MINUTES = 1440
COLD, WARM, REPLAYS = 4, 0.5, 50
SEARCH, CLINGO_COLD, CLINGO_ONCE = "our search", "clingo, cold", "clingo, grounded once"


def real_questions(law):
    """Give the games of the public cases that are open on a day, and the day ten days after the earliest return."""
    questions = []
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        casefile, _ = read_casefile(path.read_text(encoding="utf-8"), path.name, law.vocabulary)
        here = moments(casefile, law, as_of=DAY)
        if len(here) != 1:
            continue
        routes = find_routes(here, DAY)
        goals = [found for found in routes.found if found.in_sight and found.nothing_filed.at_once is not None]
        if goals:
            board = routes.boards[0]
            before = (min(found.nothing_filed.at_once for found in goals) + 10) * MINUTES
            numbers = frozenset(board.number[found.route.goal] for found in goals)
            questions.append((board.game, numbers, before, routes.available))
    return questions


def drawn(filings, seed):
    """Draw a procedure: chains to the return whose steps filings close, answers that may reopen what was closed."""
    chance = random.Random(seed)
    chains = max(2, filings // 2)
    facts = 2 + 2 * chains
    opened = tuple(range(facts, facts + filings))
    filed = tuple(range(facts + filings, facts + 2 * filings))
    actions, fresh = [], 2
    for _ in range(chains):
        came = 1
        for place in range(3):
            head = 0 if place == 2 else fresh
            fresh += head != 0
            shut = sum({1 << chance.randrange(filings) for _ in range(chance.choice((1, 2, 2, 3)))})
            length = chance.randrange(1, 20)
            actions.append(
                Action(f"step-{len(actions)}", (head,), (came,), shut, lambda at, length=length: at + length)
            )
            if chance.random() < 0.3:
                answered = filed[chance.choice([number for number in range(filings) if shut >> number & 1])]
                wait = chance.randrange(5, 60)
                actions.append(
                    Action(f"answer-{len(actions)}", (head,), (answered,), 0, lambda at, wait=wait: at + wait)
                )
            came = head
    for number in range(filings):
        window = chance.randrange(1, 15)
        actions.append(Action(f"can-file-{number}", (opened[number],), (), 0, lambda at: at))
        actions.append(
            Action(
                f"file-{number}",
                (filed[number],),
                (opened[number],),
                0,
                lambda at, last=window: max(at, last),
                filing=number,
            )
        )
    held = frozenset({1})
    return Game(facts + 2 * filings, 0, held, tuple(actions), opened, filed), frozenset({0}), 90, 2**filings - 1


def compared(questions, title):
    """Prove equal answers, then time the three; give the ratios to our search."""
    oracles = [Oracle(game, goals, before) for game, goals, before, _ in questions]
    sizes = []
    for (game, goals, before, available), oracle in zip(questions, oracles, strict=True):
        found = smallest([game], goals, before, available)
        sizes.append(None if found is None else found.bit_count())
        if sizes[-1] != oracle.smallest(available):
            sys.exit("clingo finds another size")
    counts = ", ".join(
        f"{sizes.count(size)} of {size}" for size in sorted(set(sizes), key=lambda size: (size is None, size))
    )
    print(f"{title}: {len(questions)} games, smallest sets: {counts}")

    def ours():
        for game, goals, before, available in questions:
            smallest([game], goals, before, available)

    def grounded_once():
        for oracle, (_, _, _, available) in zip(oracles, questions, strict=True):
            oracle.smallest(available)

    def cold():
        for game, goals, before, available in questions:
            Oracle(game, goals, before).smallest(available)

    many = len(questions)
    contestants = {
        SEARCH: Contestant(ours, many),
        CLINGO_ONCE: Contestant(grounded_once, many),
        CLINGO_COLD: Contestant(cold, many),
    }
    return side_by_side(contestants, SEARCH, unit="games")


def against_replay(law):
    """Time everything `panah routes --past` works out of a moment, and one replay, of the same cases."""
    casefiles = []
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        casefile, _ = read_casefile(path.read_text(encoding="utf-8"), path.name, law.vocabulary)
        if find_routes(moments(casefile, law, as_of=DAY), DAY).found and len(moments(casefile, law, as_of=DAY)) == 1:
            casefiles.append(casefile)

    def routes():
        for casefile in casefiles:
            find_routes(moments(casefile, law, as_of=DAY), DAY).past(DAY + 30)

    ratios = side_by_side(
        {
            "replay": Contestant(lambda: [replay(one, law, as_of=DAY) for one in casefiles], len(casefiles)),
            "all routes, and a smallest set": Contestant(routes, len(casefiles)),
        },
        "all routes, and a smallest set",
    )
    found = ratios["replay"]
    verdict(
        "routes and a smallest set, in replays of the same case", found, f"< {REPLAYS}", reached=found.median < REPLAYS
    )


def main():
    law, _ = read_law(ROOT / "law")
    ratios = compared(real_questions(law), "the public cases on 1 February 2026")
    for name, target in ((CLINGO_COLD, 1 / COLD), (CLINGO_ONCE, 1 / WARM)):
        found = ratios[name]
        verdict(f"{name}, its rate against our search's", found, f"<= {target:g}", reached=found.median <= target)
    against_replay(law)
    print("growth with the number of open filings, drawn procedures:")
    for filings in (2, 4, 6, 8, 10, 12, 14, 16):
        compared([drawn(filings, seed) for seed in range(40)], f"{filings} filings")


if __name__ == "__main__":
    main()
