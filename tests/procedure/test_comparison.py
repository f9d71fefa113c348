"""What is otherwise between two positions of a case: appeared, vanished, moved; backwards it is the mirror."""

from hypothesis import given

from panah.procedure import replay
from panah.procedure.comparison import appeared, changed, compare, moved_by, vanished
from strategies_engine import as_of_days, cases
from zedland import LAW, casefile, day

GRANTED = [
    "2025-03-02 detained ground=wanted",
    "2025-03-03 custody-ordered kind=temporary",
    "2025-03-10 extradition-requested",
    "2025-03-12 extradition-granted id=grant",
]
SERVED = "2025-03-14 served of=grant to=person"
COMPLAINT = "xx/extradition/complaint"


def between(acts, more, on):
    before, after = (replay(casefile(told), LAW, as_of=day(on)) for told in (acts, [*acts, *more]))
    return compare(before, after)


def ids(items, rule="limit"):
    return {getattr(item, rule).id for item in items}


def test_a_position_is_not_otherwise_than_itself():
    assert between(GRANTED, [], "2025-03-17").empty


def test_a_known_service_moves_the_term_for_complaint_and_starts_the_notice_to_counsel():
    """Seven days from the grant end on Wed 19 March; from Fri 14 March on Fri 21, a day off here: on Sun 23 March."""
    found = between(GRANTED, [SERVED], "2025-03-17")
    (one,) = [one for one in found.deadlines if one.kind == "changed"]
    assert one.after.limit.id == COMPLAINT
    assert (one.before.safe, one.after.safe, moved_by(one)) == (day("2025-03-19"), day("2025-03-23"), 4)
    assert one.after.file_by == day("2025-03-20")
    assert {"due", "file-by", "unknown-trigger"} <= set(one.differences)
    assert {(item.limit.id, item.safe) for item in appeared(found.deadlines)} == {
        ("xx/extradition/counsel-notice", day("2025-03-23"))
    }
    assert not vanished(found.deadlines)
    assert [after.until for _, after, _ in changed(found.remedies)] == [day("2025-03-23")]
    assert not found.stages
    assert not found.protections


def test_a_complaint_filed_changes_the_shield_and_starts_the_terms_of_the_authorities():
    """Fourteen days from Mon 17 March, the earliest conceivable receipt, end on Mon 31 March."""
    found = between([*GRANTED, SERVED], ["2025-03-17 extradition-complaint-filed"], "2025-03-17")
    assert ids(appeared(found.protections), "shield") == {"xx/extradition/complaint-pending"}
    assert ids(vanished(found.protections), "shield") == {"xx/extradition/appeal-term"}
    assert ids(vanished(found.remedies)) == {COMPLAINT}
    assert [(one.state, other.state) for one, other, _ in changed(found.deadlines) if one.limit.id == COMPLAINT] == [
        ("running", "met")
    ]
    new = {item.limit.id.rpartition("/")[2]: item.safe for item in appeared(found.deadlines)}
    assert set(new) == {"forward", "materials", "court-decision", "court-wait"}
    assert new["court-decision"] == day("2025-03-31")
    assert [(one.stage, other.stage) for one, other, _ in changed(found.stages)] == [("granted", "complaint-pending")]
    assert found.outcome is None


def test_a_surrender_within_the_term_is_a_breach_and_ends_what_the_defence_can_do():
    found = between([*GRANTED, SERVED], ["2025-03-17 surrendered to=XZ"], "2025-03-17")
    assert found.outcome == (("in-custody",), ("extradited",))
    assert ids(appeared(found.breaches), "breach") == {"xx/extradition/surrendered-too-early"}
    assert "xx/extradition/appeal-term" in ids(vanished(found.protections), "shield")
    assert COMPLAINT in ids(vanished(found.remedies))


def test_a_new_detention_is_another_deadline_and_moves_none():
    acts = ["2025-03-02 detained ground=wanted", "2025-03-04 released"]
    found = between(acts, ["2025-03-20 detained ground=wanted"], "2025-03-20")
    assert [item.of for item in appeared(found.deadlines) if item.limit.id == "xx/custody/court-within-48h"] == [
        ("detained-2",)
    ]
    assert "xx/custody/court-within-48h" not in ids(after for _, after, _ in changed(found.deadlines))


def mirrored(comparison):
    return {
        part: sorted((id(change.after), id(change.before), change.differences) for change in getattr(comparison, part))
        for part in comparison._fields[1:]
    }


def as_found(comparison):
    return {
        part: sorted((id(change.before), id(change.after), change.differences) for change in getattr(comparison, part))
        for part in comparison._fields[1:]
    }


@given(cases(least=2), as_of_days, as_of_days)
def test_backwards_what_appeared_has_vanished(case, as_of, other_day):
    """Two cases that differ in their last act, and two days of one case."""
    shorter = case._replace(acts=case.acts[:-1])
    first = replay(shorter, LAW, as_of=as_of)
    for second in (replay(case, LAW, as_of=as_of), replay(shorter, LAW, as_of=other_day)):
        there, back = compare(first, second), compare(second, first)
        assert as_found(there) == mirrored(back)
        assert there.outcome == (None if back.outcome is None else back.outcome[::-1])


@given(cases(), as_of_days)
def test_nothing_is_otherwise_where_nothing_is_supposed(case, as_of):
    assert compare(replay(case, LAW, as_of=as_of), replay(case, LAW, as_of=as_of)).empty
