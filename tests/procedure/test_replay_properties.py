"""What holds for every case, whoever wrote it: properties of `replay` on Zedland."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from panah.procedure import read_casefile, replay
from panah.procedure.answers import answer
from panah.procedure.casefile_writing import write_casefile
from strategies_casefiles import casefiles
from strategies_engine import as_of_days, case_texts, cases, read
from zedland import LAW

GROUPS = ("deadlines", "remedies", "protections", "breaches")


def told(case, as_of, known_on=None, lang="ru"):
    return answer(replay(case, LAW, as_of=as_of, known_on=known_on), case, LAW, lang)


def first_day(act):
    return act.span.first // 1440


@given(casefiles(), as_of_days)
def test_no_case_that_the_format_allows_is_refused(text, as_of):
    case, problems = read_casefile(text.replace('"stays": "NO"', '"stays": "XX"'), "a.yaml", LAW.vocabulary)
    assert problems == []
    told(case, as_of)


@given(cases(), as_of_days, st.none() | as_of_days)
def test_no_case_of_zedland_is_refused(case, as_of, known_on):
    told(case, as_of, known_on)


@given(st.data())
def test_the_order_of_acts_on_different_days_is_irrelevant(data):
    case = data.draw(cases())
    assume(not any(act.text.startswith("..") for act in case.acts))
    shuffled = data.draw(st.permutations(case.acts))
    # acts on one day keep the order of the file
    by_span = {}
    for act in case.acts:
        by_span.setdefault((act.span.first // 1440, act.span.last and act.span.last // 1440), []).append(act)
    acts = [by_span[act.span.first // 1440, act.span.last and act.span.last // 1440].pop(0) for act in shuffled]
    acts = [act.replace(order=number) for number, act in enumerate(acts)]
    as_of = data.draw(as_of_days)
    assert told(case._replace(acts=tuple(acts)), as_of) == told(case, as_of)


@given(cases(versions=False), as_of_days)
def test_acts_up_to_a_day_answer_as_all_acts_do_on_that_day(case, as_of):
    starting = {act.id: first_day(act) for act in case.acts}
    kept = [act for act in case.acts if starting.get(act.of, 0) <= first_day(act)]
    case = case._replace(acts=tuple(kept))
    so_far = case._replace(acts=tuple(act for act in kept if first_day(act) <= as_of))
    assert told(so_far, as_of) == told(case, as_of)


@given(cases(versions=False), as_of_days, as_of_days)
def test_what_was_known_on_a_day_answers_as_a_file_with_only_that(case, as_of, known_on):
    known = case._replace(acts=tuple(act for act in case.acts if act.known_from <= known_on))
    whole, part = told(case, as_of, known_on), told(known, as_of)
    assert whole == part


@given(cases(versions=False), as_of_days, as_of_days, as_of_days)
def test_knowing_more_never_hides_an_act(case, as_of, one, other):
    earlier, later = sorted((one, other))
    assert acts_that_count(case, as_of, earlier) <= acts_that_count(case, as_of, later)
    assert acts_that_count(case, as_of, later) <= acts_that_count(case, as_of, None)


def acts_that_count(case, as_of, known_on):
    from panah.procedure.facts import worlds

    return {fact.id for world in worlds(case, as_of, known_on)[0] for fact in world.facts}


@given(cases(versions=False))
@settings(max_examples=30)
def test_a_deadline_moves_only_with_a_new_act(case):
    starting = {first_day(act) for act in case.acts}
    begin = max(min(starting), date(2024, 1, 1).toordinal())
    before = None
    for as_of in range(begin, begin + 500):
        dues = {
            (item.limit.id, item.of, item.run): (item.safe, item.latest, item.minute, item.readings, item.file_by)
            for item in replay(case, LAW, as_of=as_of).deadlines
        }
        if before is not None and as_of not in starting:
            assert {key: dues.get(key) for key in before} == before
        before = dues


@given(st.data())
def test_presumed_acts_never_meet_a_limit_of_an_authority(data):
    case, as_of = data.draw(cases()), data.draw(as_of_days)
    for item in replay(case, LAW, as_of=as_of).deadlines:
        if item.limit.binds == "authority":
            assert not any(name.startswith("presumed/") for name in item.met_by)


@given(cases(), as_of_days)
def test_everything_said_has_a_reason_and_a_provision(case, as_of):
    ru, en = told(case, as_of, lang="ru"), told(case, as_of, lang="en")
    for group in GROUPS:
        for one, other in zip(ru[group], en[group], strict=True):
            assert one["cite"], one["id"]
            assert one["cite"] == other["cite"]
            for because in (one["because"], other["because"]):
                assert because
                assert all(sentence.strip() and "{" not in sentence for sentence in because)


@given(cases(), as_of_days)
def test_editions_cited_were_in_force(case, as_of):
    days = {act.id: (first_day(act), act.span.last and act.span.last // 1440) for act in case.acts}
    for item in replay(case, LAW, as_of=as_of).deadlines:
        rests_on = [days[name] for name in (*item.of, *(of for one in item.readings for of in one.of)) if name in days]
        for reading in item.readings:
            start_first, start_last = reading.start
            first = min([start_first // 1440, *(one[0] for one in rests_on)])
            last = max([(start_last or as_of * 1440) // 1440, *(one[1] or as_of for one in rests_on)])
            assert reading.edition.first <= last
            assert reading.edition.until is None or first < reading.edition.until
    for item in replay(case, LAW, as_of=as_of).protections:
        assert item.edition.first <= as_of
        assert item.edition.until is None or as_of < item.edition.until


@given(cases(), as_of_days, st.none() | as_of_days)
def test_a_file_written_and_read_again_answers_the_same(case, as_of, known_on):
    assert told(read(write_casefile(case)), as_of, known_on) == told(case, as_of, known_on)


ONE_PROCESS = """
import json, sys
from datetime import date
sys.path.insert(0, sys.argv[1])
from strategies_engine import read
from zedland import LAW
from panah.procedure import replay
from panah.procedure.answers import answer
for line in sys.stdin:
    as_of, text = json.loads(line)
    case = read(text)
    print(json.dumps(answer(replay(case, LAW, as_of=as_of), case, LAW, "ru"), ensure_ascii=True))
"""


def test_the_same_case_gives_the_same_bytes_in_every_process():
    asked = []

    @given(case_texts(), as_of_days)
    @settings(max_examples=40)
    def collect(text, as_of):
        asked.append((as_of, text))

    collect()
    ours = [json.dumps(told(read(text), as_of), ensure_ascii=True) for as_of, text in asked]
    assert ours == [json.dumps(told(read(text), as_of), ensure_ascii=True) for as_of, text in asked]
    for seed in ("1", "77"):
        done = subprocess.run(
            [sys.executable, "-c", ONE_PROCESS, str(Path(__file__).parents[1])],
            input="\n".join(json.dumps(one) for one in asked),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.splitlines() == ours


@given(cases())
@settings(max_examples=2)
def test_ten_years_day_by_day(case):
    begin = date(2022, 1, 1).toordinal()
    for as_of in range(begin, begin + 3653):
        replay(case, LAW, as_of=as_of)


@pytest.mark.soak
@given(cases())
@settings(max_examples=200)
def test_ten_years_day_by_day_in_words(case):
    begin = date(2022, 1, 1).toordinal()
    for as_of in range(begin, begin + 3653, 3):
        told(case, as_of)
