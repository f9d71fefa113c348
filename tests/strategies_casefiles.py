"""Hypothesis strategies for case files: plain data that the format allows, as JSON text (which is YAML)."""

import json
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from panah.lawmodel.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary(Path(__file__).parents[1] / "law" / "vocabulary")
ACTS = sorted(VOCABULARY.user_acts)
COUNTRIES = st.sampled_from(["RU", "NO", "XX", "KG", "BY"])

words = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), min_size=1, max_size=30)
texts = words.filter(lambda text: text.strip()) | st.sampled_from(
    ["no", "null", "2025", "1.5", "- a", "a: b", '"', "#"]
)
days = st.dates(date(1901, 1, 1), date(2099, 12, 31)).map(lambda day: day.isoformat())
months = days.map(lambda day: day[:7])


def _between(ends):
    return "/".join(sorted(ends))


dates = st.one_of(
    days,
    months,
    days.map(lambda day: day[:4]),
    days.map(lambda day: day + "T10:17"),
    months.map(lambda month: month + "~"),
    days.map(lambda day: day + "?"),
    st.lists(days, min_size=2, max_size=2, unique=True).map(_between),
    days.map(lambda day: f"../{day}"),
    days.map(lambda day: f"{day}/.."),
    st.lists(days, min_size=2, max_size=3, unique=True).map(lambda some: f"[{','.join(some)}]"),
)
periods = st.sampled_from(["72 hours", "40 sutki", "40 суток", "10 days", "5 working-days", "12 months", "1 year"])
names = st.from_regex(r"[a-z][a-z0-9-]{0,8}[a-z0-9]", fullmatch=True)


def _value(field, ids):
    if field.kind == "word":
        return st.sampled_from(field.words)
    by_kind = {"text": texts, "date": dates, "period": periods, "country": COUNTRIES, "act-id": st.sampled_from(ids)}
    return by_kind[field.kind]


@st.composite
def acts(draw, sources, ids):
    """One act: every required field, some of the others; references only to ids that are certainly there."""
    kind = VOCABULARY.acts[draw(st.sampled_from(ACTS))]
    act = {"date": draw(dates), "act": kind.id}
    for name, field in kind.fields.items():
        if field.required or draw(st.booleans()):
            act[name] = draw(_value(field, ids))
    optional = {
        "place": texts,
        "by": texts,
        "note": texts,
        "words": texts,
        "time-note": texts,
        "country": COUNTRIES,
        "certainty": st.sampled_from(["reported", "confirmed", "disputed"]),
        "known-since": days | months,
        "leave-by": dates,
        "run": names,
        "sources": st.lists(st.sampled_from(sources), max_size=3) if sources else st.just([]),
        "supersedes": st.sampled_from(ids),
        "alternative-to": st.sampled_from(ids),
    }
    for name in draw(st.lists(st.sampled_from(sorted(optional)), max_size=5, unique=True)):
        act.setdefault(name, draw(optional[name]))
    if "body" not in act and draw(st.booleans()):
        act["body"] = draw(st.sampled_from(sorted(VOCABULARY.bodies)))
    return act


@st.composite
def casefiles(draw):
    """The text of a case file without a problem."""
    sources = draw(st.lists(names, max_size=3, unique=True))
    first = {"date": draw(days), "act": "detained", "id": "first_1"}
    second = {"date": draw(days), "act": "asylum-refused", "id": "Second.2"}
    others = draw(st.lists(acts(sources, ["first_1", "Second.2"]), max_size=6))
    source = st.fixed_dictionaries({}, optional={"title": texts, "publisher": texts, "published": dates, "url": texts})
    charge = st.fixed_dictionaries(
        {"instrument": texts, "provision": texts}, optional={"text": texts, "alleged": dates}
    ) | st.fixed_dictionaries({"text": texts})
    case = {
        "panah": 1,
        "case": draw(names),
        "person": {
            "name": draw(st.dictionaries(st.sampled_from(["ru", "kk", "en"]), texts, min_size=1)),
            "aliases": draw(st.lists(texts, max_size=2)),
            "citizenship": draw(st.lists(COUNTRIES | st.just("stateless"), max_size=2)),
            "gender": draw(st.none() | st.sampled_from(["man", "woman"])),
            "forms": draw(
                st.none()
                | st.dictionaries(
                    st.sampled_from(["ru", "kk"]),
                    st.dictionaries(st.sampled_from(["gen", "dat", "acc", "ins", "pre"]), texts),
                )
            ),
            "profile": draw(st.lists(st.sampled_from(sorted(VOCABULARY.groups["profiles"])), max_size=2)),
        },
        "stays": draw(COUNTRIES),
        "persons": draw(st.integers(1, 50)),
        "wanted-by": draw(COUNTRIES | st.lists(COUNTRIES, max_size=2)),
        "request": draw(
            st.none()
            | st.fixed_dictionaries(
                {}, optional={"purpose": st.sampled_from(["prosecution", "sentence"]), "sentence": periods}
            )
        ),
        "note": draw(st.none() | texts),
        "charges": draw(st.lists(charge, max_size=2)),
        "sources": {name: draw(source) for name in sources},
        "acts": [first, *others, second],
    }
    return json.dumps(case, ensure_ascii=False)
