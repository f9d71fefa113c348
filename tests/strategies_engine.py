"""Hypothesis strategies for cases of Zedland: the acts that its tracks, limits and shields know, told in every way."""

import json
from datetime import date, timedelta

from hypothesis import strategies as st

from panah.procedure import read_casefile
from zedland import LAW, PACK

FIRST, LAST = date(2024, 1, 1), date(2027, 12, 1)


def _patterns():
    for move in PACK.moves:
        yield move.on
    for limit in PACK.limits:
        yield from (*limit.starts, *limit.met_by, *limit.shown_by, *limit.ended_by, *limit.excused_by)
        yield from (pattern for pattern, _ in limit.extended_by)
    for shield in PACK.shields:
        for edition in shield.editions:
            yield from (pattern for pattern, _ in edition.stops)
            yield from edition.guard.after + edition.guard.until + edition.guard.unless


KINDS = sorted({pattern.act for pattern in _patterns()} - {"served"} | {"entered", "recorded"})
PLAIN_KINDS = ["detained", "custody-ordered", "extradition-requested", "extradition-granted", "released"]

days = st.dates(FIRST, LAST)
iso_days = days.map(lambda day: day.isoformat())


@st.composite
def imprecise(draw, day):
    """A date that may be this day, in one of the forms of the format."""
    text = day.isoformat()
    before = (day - timedelta(draw(st.integers(1, 40)))).isoformat()
    after = (day + timedelta(draw(st.integers(1, 40)))).isoformat()
    forms = [text[:7], text[:7] + "~", text + "?", text[:4], f"{before}/{text}", f"{text}/{after}", f"{before}/{after}"]
    forms += [f"{text}/..", f"../{text}", f"[{before},{after}]", text[:8] + "XX"]
    return draw(st.sampled_from(forms))


@st.composite
def _date(draw, day, precise):
    if not precise and draw(st.integers(0, 3)) == 0:
        return draw(imprecise(day))
    if draw(st.integers(0, 5)) == 0:
        return f"{day.isoformat()}T{draw(st.integers(0, 23)):02}:{draw(st.integers(0, 59)):02}"
    return day.isoformat()


def _fields(draw, kind):
    fields = {}
    for name, field in LAW.vocabulary.acts[kind].fields.items():
        if field.kind == "word" and (field.required or draw(st.integers(0, 3))):
            fields[name] = draw(st.sampled_from(field.words))
        elif name == "until" and draw(st.booleans()):
            fields[name] = draw(iso_days)
        elif name == "for" and "until" not in fields and draw(st.booleans()):
            fields[name] = draw(st.sampled_from(["10 days", "1 month", "20 sutki", "48 hours", "9999 years"]))
        elif name == "what":
            fields[name] = "something"
    return fields


@st.composite
def acts(draw, precise=False, versions=True, countries=True, least=1, most=9):
    """The acts of one case, most of them in a likely order; references name earlier ones."""
    day = draw(st.dates(FIRST, date(2026, 6, 1)))
    told = []
    for number in range(draw(st.integers(least, most))):
        day = min(LAST, day + timedelta(draw(st.integers(0, 60) | st.integers(0, 3))))
        kind = draw(st.sampled_from(PLAIN_KINDS + KINDS))
        act = {"id": f"a{number}", "date": draw(_date(day, precise)), "act": kind, **_fields(draw, kind)}
        if draw(st.integers(0, 7)) == 0:
            act["run"] = draw(st.sampled_from(["one", "two"]))
        if countries and draw(st.integers(0, 9)) == 0:
            act["country"] = draw(st.sampled_from(["XX", "XY", "KG"]))
        if not precise and draw(st.integers(0, 5)) == 0:
            act["known-since"] = draw(iso_days)
        told.append(act)
        if versions and told[:-1] and draw(st.integers(0, 5)) == 0:
            act[draw(st.sampled_from(["supersedes", "alternative-to"]))] = draw(st.sampled_from(told[:-1]))["id"]
        if kind in {"extradition-granted", "custody-ordered"}:
            told += [_service(draw, act, to, day, precise) for to in ("person", "counsel") if draw(st.booleans())]
    return told


def _service(draw, act, to, day, precise):
    day += timedelta(draw(st.integers(0, 20)))
    return {"id": f"{act['id']}-{to}", "date": draw(_date(day, precise)), "act": "served", "of": act["id"], "to": to}


@st.composite
def case_texts(draw, **how):
    """The text of a case file of Zedland."""
    case = {
        "panah": 1,
        "case": "a-case",
        "person": {"name": {"en": "Someone"}},
        "stays": "XX",
        "wanted-by": draw(st.sampled_from([["XY"], ["XZ"], []])),
        "acts": draw(acts(**how)),
    }
    if draw(st.booleans()):
        case["request"] = {"purpose": draw(st.sampled_from(["prosecution", "sentence"]))}
    charges = draw(st.lists(st.sampled_from(["1", "2", "3", "3(1)", "9"]), max_size=2, unique=True))
    case["charges"] = [{"instrument": "xy-cc", "provision": provision} for provision in charges]
    return json.dumps(case)


def read(text):
    case, problems = read_casefile(text, "a-case.yaml", LAW.vocabulary)
    assert problems == []
    return case


def cases(**how):
    """A case of Zedland as it is read."""
    return case_texts(**how).map(read)


as_of_days = st.dates(FIRST, date(2028, 6, 1)).map(date.toordinal)
