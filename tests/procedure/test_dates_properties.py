"""What imprecise dates may do to an answer, and what a precise file may not leave open."""

import json
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from panah.procedure import replay
from strategies_engine import as_of_days, case_texts, cases, read
from zedland import LAW


def states(case, as_of):
    return {(item.limit.id, item.of, item.run): item.state for item in replay(case, LAW, as_of=as_of).deadlines}


@given(st.data())
def test_widening_a_date_never_turns_met_into_missed_or_missed_into_met(data):
    told = json.loads(data.draw(case_texts(precise=True, versions=False)))
    as_of = data.draw(as_of_days)
    place = data.draw(st.integers(0, len(told["acts"]) - 1))
    before = states(read(json.dumps(told)), as_of)
    day = date.fromisoformat(told["acts"][place]["date"][:10])
    first, last = day - timedelta(data.draw(st.integers(0, 40))), day + timedelta(data.draw(st.integers(1, 40)))
    told["acts"][place]["date"] = f"{first}/{last}"
    wide = read(json.dumps(told))
    # an act whose day may now lie on the other side of another act tells another story
    days = [act.span.first // 1440 for act in wide.acts if act.id != told["acts"][place]["id"]]
    assume(not any(first.toordinal() <= other <= last.toordinal() for other in days))
    after = states(wide, as_of)
    flips = {key: (before[key], after[key]) for key in before.keys() & after.keys()}
    assert not {"met", "missed"} & {one for one, other in flips.values() if {one, other} == {"met", "missed"}}


@given(cases(precise=True, versions=False, countries=False), as_of_days)
def test_a_precise_file_leaves_open_only_what_the_contract_says(case, as_of):
    for item in replay(case, LAW, as_of=as_of).deadlines:
        if item.state != "undetermined":
            continue
        presumed = any(name.startswith("presumed/") for name in (*item.of, *item.met_by))
        between = item.met_by and item.safe < as_of and item.latest is not None and item.safe != item.latest
        assert (
            item.unknown_trigger  # 1a.3
            or (not item.met_by and item.limit.if_unrecorded == "undetermined")  # 1a.1
            or item.start.startswith("derived/")  # 1a.7: nothing on record says that it runs
            or presumed  # 1a.9: the day of a presumed act is known only as a span
            or between  # 1a.4: met under one reading of the text and not under another
        ), (item.limit.id, item.state, item.of, item.met_by)
