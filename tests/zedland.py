"""Zedland for the tests of the engine: its law alone, and case files of people wanted by the other invented country."""

import json
from datetime import date
from pathlib import Path

from panah.lawmodel import Law
from panah.lawmodel.reading import VOCABULARY, law_from, law_texts, parse_files, plain_of
from panah.procedure import read_casefile, replay
from panah.procedure.answers import answer

_FOLDER = Path(__file__).parents[1] / "law"
_TEXTS = {path: text for path, text in law_texts(_FOLDER).items() if path.partition("/")[0] in {VOCABULARY, "xx"}}


def zedland(change=None, on=None) -> Law:
    """The law of Zedland; `change` may alter its plain content (file name, content), `on` take that of one day."""
    nodes, problems = parse_files(_TEXTS)
    assert problems == []
    plain = plain_of(nodes)
    if change is not None:
        change(plain["xx"])
    return law_from(plain, on)


LAW = zedland()
PACK = LAW.packs["xx"]


def day(text):
    return date.fromisoformat(text).toordinal()


def casefile(acts, **head):
    """Read a case of Zedland; acts are tables, or short: `"2025-03-02 detained ground=wanted id=first"`."""
    told = {"panah": 1, "case": "a-case", "person": {"name": {"en": "Someone"}}, "stays": "XX", "wanted-by": "XZ"}
    text = json.dumps({**told, **head, "acts": [spelt(act) for act in acts]})
    case, problems = read_casefile(text, "a-case.yaml", LAW.vocabulary)
    assert problems == []
    return case


def spelt(act):
    if not isinstance(act, str):
        return act
    when, kind, *fields = act.split()
    return {"date": when, "act": kind, **{name: value.replace("_", " ") for name, _, value in map(_pair, fields)}}


def _pair(text):
    return text.partition("=")


class Asked:
    """The answer for one case on one day, with its parts by id."""

    def __init__(self, case, as_of, known_on=None, law=LAW, lang="en"):
        known = None if known_on is None else day(known_on)
        self.position = replay(case, law, as_of=day(as_of), known_on=known)
        self.plain = answer(self.position, case, law, lang)

    def __getitem__(self, key):
        return self.plain[key]

    def all(self, group, item_id):
        """Every item of a group whose id is, or ends with, this one."""
        found = [item for item in self.plain[group] if "/" + item["id"].partition("/")[2] == "/" + item_id]
        return found or [item for item in self.plain[group] if item["id"].endswith("/" + item_id)]

    def one(self, group, item_id):
        found = self.all(group, item_id)
        assert len(found) == 1, f"{item_id}: {len(found)} of {[item['id'] for item in self.plain[group]]}"
        return found[0]

    def deadline(self, item_id):
        return self.one("deadlines", item_id)

    def state(self, item_id):
        return self.deadline(item_id)["state"]

    def due(self, item_id):
        due = self.deadline(item_id)["due"]
        return due["safe"], due["latest"]

    def stage(self, track):
        return next(item["stage"] for item in self.plain["stages"] if item["track"] == track)

    def presumed(self):
        return [item["act"] for item in self.plain["presumed"]]

    def anomalies(self):
        return [(item["act"], item["why"]) for item in self.plain["anomalies"]]


def ask(acts, as_of, known_on=None, law=LAW, **head):
    return Asked(casefile(acts, **head), as_of, known_on, law)
