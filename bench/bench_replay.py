"""One case, everything derived with its reasons, against pm4py's token replay, which checks the order of events alone.

The log of both is the same: cases of 12 events over the tracks of the law, one event in ten at random.
"""

import itertools
import json
import logging
import sys
import warnings

from histories import AS_OF, casefile_of, shipped_law, walks
from rounds import Contestant, side_by_side, verdict
from toy_law import toy_law

from panah.procedure import replay
from panah.procedure.answers import answer

CASES = 300
EVENTS = 12
NOISE = 0.1
FLOOR, GOAL = 20, 100
REFERENCE = "pm4py token replay, default"


def petri_net(pack):
    """Tracks side by side: a place for each stage, a transition for each move and stage; a case may stop anywhere."""
    from pm4py.objects.petri_net.obj import Marking, PetriNet
    from pm4py.objects.petri_net.utils import petri_utils

    net, begin, end = PetriNet("law"), Marking(), Marking()
    places = {}
    for track in pack.tracks:
        moves = [move for move in pack.moves if move.track == track]
        stages = {"none"}.union(*[move.from_stages for move in moves], [move.to for move in moves]) - {"same"}
        for stage in [*sorted(stages), "(over)"]:
            places[track, stage] = PetriNet.Place(f"{track} {stage}")
            net.places.add(places[track, stage])
        begin[places[track, "none"]] = 1
        end[places[track, "(over)"]] = 1
        for stage in sorted(stages):
            transition(net, petri_utils, f"stop {track} {stage}", None, places[track, stage], places[track, "(over)"])
    for number, move in enumerate(pack.moves):
        fields = [min(admitted - {"unknown"} or admitted) for _, admitted, _ in move.on.fields]
        label = " ".join([move.on.act, *fields])
        for stage in sorted(move.from_stages):
            to = stage if move.to == "same" else move.to
            name = f"{number} {move.id} {stage}"
            transition(net, petri_utils, name, label, places[move.track, stage], places[move.track, to])
    return net, begin, end


def transition(net, petri_utils, name, label, source, target):
    from pm4py.objects.petri_net.obj import PetriNet

    made = PetriNet.Transition(name, label)
    net.transitions.add(made)
    petri_utils.add_arc_from_to(source, made, net)
    petri_utils.add_arc_from_to(made, target, net)


def frame(histories):
    import pandas as pd

    rows = [
        (str(number), event.label, pd.Timestamp.fromordinal(day))
        for number, history in enumerate(histories)
        for event, day in history
    ]
    table = pd.DataFrame(rows, columns=["case:concept:name", "concept:name", "time:timestamp"])
    table["time:timestamp"] = pd.to_datetime(table["time:timestamp"], utc=True) + pd.to_timedelta(
        table.groupby("case:concept:name").cumcount(), unit="s"
    )
    return table


def measure(pack, law):
    seeds = itertools.count(1)
    now = {}

    def new_cases():
        histories = walks(pack, CASES, EVENTS, noise=NOISE, seed=next(seeds))
        now["cases"] = [casefile_of(pack, number, history) for number, history in enumerate(histories)]

    same = walks(pack, CASES, EVENTS, noise=NOISE, seed=0)
    same_cases = [casefile_of(pack, number, history) for number, history in enumerate(same)]

    def derive(cases):
        for case in cases:
            replay(case, law, as_of=AS_OF)

    def speak(cases):
        for case in cases:
            json.dumps(answer(replay(case, law, as_of=AS_OF), case, law, "ru"), ensure_ascii=False)

    contestants = {
        "replay, cases never seen": Contestant(lambda: derive(now["cases"]), CASES, new_cases),
        "replay, the same cases again": Contestant(lambda: derive(same_cases), CASES),
        "replay, answer in words and JSON, the same again": Contestant(lambda: speak(same_cases), CASES),
        "replay, answer in words and JSON, never seen": Contestant(lambda: speak(now["cases"]), CASES, new_cases),
    }
    try:
        from pm4py.algo.conformance.tokenreplay import algorithm
        from pm4py.algo.conformance.tokenreplay.variants.token_replay import Parameters
    except ImportError:
        print("pm4py is not installed here (bench/README.md says how); Panah alone:")
        side_by_side(contestants, "replay, cases never seen")
        return
    net, begin, end = petri_net(pack)
    table = frame(same)
    quiet = {Parameters.SHOW_PROGRESS_BAR: False}
    contestants = {
        REFERENCE: Contestant(lambda: algorithm.apply(table, net, begin, end, parameters=quiet), CASES),
        **contestants,
    }
    print(f"net: {len(net.places)} places, {len(net.transitions)} transitions; {CASES} cases of {EVENTS} events")
    ratios = side_by_side(contestants, REFERENCE)
    for name in list(contestants)[1:]:
        verdict(name, ratios[name], f"floor {FLOOR}", reached=ratios[name].median >= FLOOR)
        verdict(name, ratios[name], f"goal {GOAL}", reached=ratios[name].median >= GOAL)


def main():
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    shipped = shipped_law()
    for name in sys.argv[1:] or ["toy", *shipped.packs]:
        law = toy_law() if name == "toy" else shipped
        if law.packs[name].moves:
            print("an invented law of six tracks (toy_law.py)" if name == "toy" else f"law/{name}")
            measure(law.packs[name], law)


if __name__ == "__main__":
    main()
