"""An invented law of six tracks, in the shape replay engines are compared on: 50 stages, 120 moves, 72 kinds of acts.

Every move starts a limit of its own length and unit, met by another act of the track; a quarter of the limits ask where
another track stands; one shield a track forbids an act. Nothing of it is any country's law.
"""

import copy
import random

from histories import ROOT

from panah.lawmodel import Law
from panah.lawmodel.reading import law_from, law_texts, parse_files, plain_of

STAGES = (8, 9, 9, 8, 8, 8)
ACTS_A_TRACK = 12
MOVES_A_TRACK = 20
LENGTHS = ("48 hours", "72 hours", "3 sutki", "10 sutki", "5 working-days", "15 working-days", "1 month", "6 months")
NAMES = ("custody", "extradition", "asylum", "review", "expulsion", "international")
WORDS = {"ru": "слова", "en": "words"}


def toy_law() -> Law:
    """Build the invented law on the calendar and the ways of counting of law/xx."""
    nodes, _ = parse_files(law_texts(ROOT / "law"))
    plain = copy.deepcopy(plain_of(nodes))
    plain = {"vocabulary": plain["vocabulary"], "toy": plain["xx"]}
    files = plain["toy"]
    for name in [name for name, content in files.items() if isinstance(content, dict) and "track" in content]:
        del files[name]
    files["country.yaml"].update(id="toy", country="XT", tracks=list(NAMES))
    files["country.yaml"]["tracks-not-modelled"] = {}
    for name in files:
        if name.startswith("calendar/"):
            files[name]["country"] = "toy"
    chance = random.Random(7)
    acts = plain["vocabulary"]["acts.yaml"]["acts"]
    for track, stages in zip(NAMES, STAGES, strict=True):
        kinds = [f"{track}-{number}" for number in range(ACTS_A_TRACK)]
        acts.update({kind: {"track": track, "by": "authority", "label": WORDS} for kind in kinds})
        files[f"{track}.yaml"] = _track(track, stages, kinds, chance)
    return law_from(plain)


def _track(track: str, stages: int, kinds: list[str], chance: random.Random) -> dict[str, object]:
    names = ["none", *(f"s{number}" for number in range(1, stages))]
    steps = {(place, kinds[place % ACTS_A_TRACK]): place + 1 for place in range(stages - 1)}
    while len(steps) < MOVES_A_TRACK:
        steps.setdefault((chance.randrange(stages - 1), chance.choice(kinds)), chance.randrange(stages))
    moves, limits = {}, {}
    for number, ((place, kind), to) in enumerate(steps.items()):
        moves[f"m{number}"] = {
            "on": {"act": kind}, "from": [names[place]], "to": names[to], "words": WORDS, "cite": ["xx-code 1"],
            "presumable": False,
        }  # fmt: skip
        limits[f"l{number}"] = {
            "title": WORDS, "words": WORDS, "binds": chance.choice(["authority", "defence"]), "actor": "police",
            "starts": [{"act": kind}], "met-by": [{"act": chance.choice(kinds)}],
            "if-unrecorded": chance.choice(["missed", "undetermined"]), "length": chance.choice(LENGTHS),
            "counting": "acts", "cite": ["xx-code 2"], "breach": "late",
            "when": {"stage": {track: [names[place]]}},
        }  # fmt: skip
    shield = {
        "title": WORDS, "words": WORDS, "against": ["extradition"], "strength": "bar", "source": "domestic",
        "while": {"stage": {track: [names[-1]]}}, "stops": [{"act": kinds[0], "breach": "late"}], "lifted-by": [],
        "cite": ["xx-code 3"],
    }  # fmt: skip
    return {
        "track": track,
        "defaults": {"from-day": "2015-01-01", "confidence": "high"},
        "moves": moves,
        "limits": limits,
        "shields": {"bar": shield},
        "breaches": {"late": {"title": WORDS, "words": WORDS, "actor": "police", "cite": ["xx-code 4"]}},
    }
