"""What a good case file becomes."""

from pathlib import Path

import pytest

from panah.lawmodel.vocabulary import load_vocabulary
from panah.procedure.casefile import Charge, Request
from panah.procedure.casefile_reading import read_casefile
from panah.timelimits import FAR_PAST, Period, day_of, iso, parse_date

ROOT = Path(__file__).parents[2]
VOCABULARY = load_vocabulary(ROOT / "law" / "vocabulary")
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))

HEAD = """panah: 1
case: example
person: {name: {en: A}}
stays: XX
sources:
  early: {published: 2025-05-01}
  month: {published: "2025-06"}
  late: {published: 2025-07-01}
  undated: {publisher: B}
  still-open: {published: "2025-05-01/.."}
acts:
"""


def read(*acts, head=HEAD):
    casefile, problems = read_casefile(head + "".join(f"  - {{{act}}}\n" for act in acts), "f.yaml", VOCABULARY)
    assert problems == []
    return casefile


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_public_case_is_read_without_a_problem(path):
    casefile, problems = read_casefile(path.read_bytes(), path.name, VOCABULARY)
    assert problems == []
    assert casefile is not None
    assert casefile.case == path.stem
    assert casefile.acts


def test_there_are_26_public_cases():
    assert len(EXAMPLES) == 26


def test_the_example_of_the_format_is_read():
    text = """
panah: 1
case: xx-2025-example
person:
  name: {ru: Иван Пример, en: Ivan Primer}
  aliases: [Ivan Primerov]
  citizenship: [RU, stateless]
  profile: [activist]
persons: 1
stays: XX
wanted-by: [RU, BY]
request: {purpose: sentence, sentence: 3 years, unserved: 14 months, foreign-maximum: 5 years}
note: a note
charges:
  - {instrument: ru-cc, provision: "158(2)", alleged: "2021-09", sources: [az], certainty: disputed}
  - {text: theft}
sources:
  az: {title: T, publisher: Radio Azattyq, published: 2026-01-29, url: "https://example.org"}
acts:
  - {date: "2026-01-23", act: custody-ordered, kind: temporary, for: 40 sutki, until: 2026-03-03, sources: [az]}
"""
    casefile, problems = read_casefile(text, "f.yaml", VOCABULARY)
    assert problems == []
    assert casefile.names == {"ru": "Иван Пример", "en": "Ivan Primer"}
    assert casefile.citizenship == ("RU", "stateless")
    assert casefile.wanted_by == ("RU", "BY")
    assert casefile.request == Request("sentence", Period(3, "years"), Period(14, "months"), Period(5, "years"))
    assert casefile.charges == (
        Charge("ru-cc", "158(2)", None, parse_date("2021-09"), ("az",), "disputed", "2021-09"),
        Charge(text="theft"),
    )
    (act,) = casefile.acts
    assert act.duration == Period(40, "sutki")
    assert act.until == parse_date("2026-03-03")
    assert act.fields == {"kind": "temporary", "for": "40 sutki", "until": "2026-03-03"}
    assert act.line == 20


def test_acts_without_ids_are_counted_among_themselves():
    casefile = read(
        "date: 2025-05-01, act: released",
        "date: 2025-05-02, act: released, id: own",
        "date: 2025-05-03, act: released",
        "date: 2025-05-03, act: escaped",
    )
    assert [act.id for act in casefile.acts] == ["released", "own", "released-2", "escaped"]


def test_of_and_body_and_to_stand_in_fields_too():
    casefile = read(
        "date: 2025-05-01, act: asylum-refused, id: refusal, body: local-executive-body",
        "date: 2025-05-02, act: served, of: refusal, to: counsel",
    )
    refusal, served = casefile.acts
    assert refusal.body == refusal.fields["body"] == "local-executive-body"
    assert served.of == served.fields["of"] == "refusal"
    assert served.fields["to"] == "counsel"


def test_a_body_abroad_may_have_any_name():
    casefile = read("date: 2025-05-01, act: convicted, country: RU, body: Meshchansky court")
    assert casefile.acts[0].body == "Meshchansky court"


def test_no_is_a_word():
    casefile = read("date: 2025-05-01, act: sentenced, expulsion: no, suspended: yes")
    assert casefile.acts[0].fields == {"expulsion": "no", "suspended": "yes"}


def test_a_number_keeps_its_figures_as_text():
    head = HEAD.replace(
        "acts:\n",
        "charges:\n  - {instrument: ru-cc, provision: 207.30}\n  - {instrument: ru-cc, provision: 338}\nacts:\n",
    )
    casefile = read("date: 2025, act: released", head=head)
    assert [charge.provision for charge in casefile.charges] == ["207.30", "338"]
    assert casefile.acts[0].span == parse_date("2025")


def test_a_list_of_dates_means_one_of_these():
    quoted, plain = (
        read('date: "[2026-01-29,2026-02-10]", act: released').acts[0],
        read("date: [2026-01-29, 2026-02-10], act: released").acts[0],
    )
    assert plain == quoted


def test_an_open_beginning_starts_with_the_act_before_it():
    casefile = read(
        'date: "../2025-05-01", act: wanted-listed',
        "date: 2025-05-04, act: detained",
        'date: "../2025-06-01", act: custody-ordered',
        'date: "../2025-06-02", act: asylum-applied',
        'date: "../2025-01-01", act: prosecuted',
    )
    first, _, third, fourth, fifth = (act.span for act in casefile.acts)
    assert first.first == FAR_PAST
    assert iso(day_of(third.first)) == iso(day_of(fourth.first)) == "2025-05-04"
    assert fifth.first == fifth.last, "never later than its own last minute"


@pytest.mark.parametrize(
    ("act", "day"),
    [
        ("date: 2025-05-13, act: released", "2025-05-13"),
        ('date: "2025-05", act: released', "2025-05-31"),
        ("date: 2025-05-13, act: released, sources: [late, month]", "2025-06-30"),
        ("date: 2025-05-13, act: released, sources: [late, undated, still-open]", "2025-07-01"),
        ("date: 2025-05-13, act: released, sources: [undated, still-open]", "2025-05-13"),
        ("date: 2025-05-13, act: released, sources: [early]", "2025-05-13"),
        ('date: "2025-05", act: released, sources: [early]', "2025-05-01"),
        ("date: 2025-05-13, act: released, known-since: 2025-08-01, sources: [early]", "2025-08-01"),
        ('date: "2025-05-13/..", act: released, sources: [late]', "2025-07-01"),
        ('date: "2025-05-13/..", act: released', "2025-05-13"),
        ('date: "2025-05-13/..", act: released, sources: [undated]', "2025-05-13"),
    ],
)
def test_an_act_is_known_from_its_sources_or_else_its_own_day(act, day):
    assert iso(read(act).acts[0].known_from) == day


def test_order_and_references_follow_the_file():
    casefile = read(
        "date: 2025-05-02, act: served, of: later",
        "date: 2025-05-01, act: asylum-refused, id: later",
        "date: 2025-05-03, act: asylum-refused, id: third, alternative-to: later, certainty: disputed",
        "date: 2025-05-04, act: asylum-refused, supersedes: later, run: second",
    )
    assert [act.order for act in casefile.acts] == [0, 1, 2, 3]
    assert casefile.act("third").alternative_to == "later"
    assert casefile.acts[3].run == "second"
    assert casefile.act("nobody") is None


def test_an_altered_copy_leaves_the_act_as_it_was():
    act = read("date: 2025-05-02, act: released").acts[0]
    copy = act.replace(place="Gate")
    assert (act.place, copy.place) == (None, "Gate")
    assert copy != act
    assert copy.replace(place=None, line=99) == act
    with pytest.raises(TypeError):
        act.replace(plaice="Gate")


@pytest.mark.parametrize(
    ("person", "code"),
    [
        ("{name: {ru: А}, gender: other}", "unknown-word"),
        ("{name: {ru: А}, forms: {ru: {nom: А}}}", "unknown-key"),
        ("{name: {ru: А}, forms: {de: {gen: А}}}", "unknown-key"),
        ("{name: {ru: А}, forms: {ru: А}}", "not-a-table"),
        ("{name: {ru: А}, forms: [А]}", "not-a-table"),
        ("{name: {ru: А}, forms: {ru: {gen: [А]}}}", "not-text"),
    ],
)
def test_forms_of_a_name_and_gender_are_checked(person, code):
    text = f"panah: 1\ncase: a\nperson: {person}\nstays: KZ\nacts: []\n"
    casefile, problems = read_casefile(text, "f.yaml", VOCABULARY)
    assert casefile is None
    assert [(problem.code, problem.line) for problem in problems] == [(code, 3)]
