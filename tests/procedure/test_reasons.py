"""Why: each item names its provision and edition, its acts, its arithmetic, and what is not certain."""

from datetime import date
from pathlib import Path

import pytest

from panah.lawmodel import read_law
from panah.procedure import read_casefile, replay
from panah.procedure.act_words import act_words
from panah.procedure.reasons import because, note_words

HEAD = """panah: 1
case: doe
person: {name: {en: Ana Doe}}
stays: XX
wanted-by: XY
sources: {a: {title: a}, b: {title: b}}
acts:
"""


def on(text):
    return date.fromisoformat(text).toordinal()


@pytest.fixture(scope="module")
def law():
    found, problems = read_law(Path(__file__).parents[2] / "law")
    assert not problems
    return found


class Case:
    """A case with a few acts, replayed on a day."""

    def __init__(self, law, day, *acts):
        self.law = law
        self.file, problems = read_casefile(
            HEAD + "".join(f"  - {{{act}}}\n" for act in acts), "doe.yaml", law.vocabulary
        )
        assert not problems
        self.position = replay(self.file, law, as_of=on(day))

    def deadline(self, rule):
        return next(item for item in self.position.deadlines if item.limit.id == rule)

    def why(self, item, lang="en"):
        return "\n".join(because(item, self.file, self.law, lang, self.position))


def test_a_deadline_tells_provision_edition_acts_and_every_step(law):
    case = Case(
        law,
        "2026-03-05",
        "date: 2026-03-02, act: detained, ground: wanted, sources: [a, b]",
        "date: 2026-03-03, act: custody-ordered, kind: temporary",
    )
    why = case.why(case.deadline("xx/custody/appeal"))
    assert "Code 16; edition in force from 1 January 2020; text checked up to 31 December 2027" in why
    assert "custody ordered: 3 March 2026 (no source given)" in why
    assert "7 days from Tue 3 March 2026" in why
    assert "the day of the start does not count, the first day is Wed 4 March 2026" in why
    assert "in time up to" in why
    assert "not verified" not in why


def test_russian_says_sutki_and_the_month_in_its_case(law):
    case = Case(
        law,
        "2026-03-05",
        "date: 2026-03-02, act: detained, ground: wanted, sources: [a, b]",
        "date: 2026-03-03, act: custody-ordered, kind: temporary",
    )
    why = case.why(case.deadline("xx/custody/appeal"), "ru")
    assert "Кодекс 16; редакция с 1 января 2020; текст сверен по 31 декабря 2027" in why
    assert "взятие под стражу: 3 марта 2026" in why
    assert "7 дней с вт 3 марта 2026" in why


def test_each_reading_stands_with_its_argument(law):
    case = Case(
        law,
        "2026-03-05",
        "date: 2026-03-02, act: detained, ground: wanted",
        "date: 2026-03-03, act: custody-ordered, kind: temporary",
    )
    why = case.why(case.deadline("xx/custody/short-custody-end"))
    for argument in ("The day of detention counts", "The day of detention does not count", "The Accord gives 25 days"):
        assert argument in why
    assert "confidence in the rule: medium" in why


def test_hours_are_told_minute_to_minute(law):
    case = Case(law, "2026-03-02", "date: 2026-03-02T14:20, act: detained, ground: wanted")
    why = case.why(case.deadline("xx/custody/court-within-48h"))
    assert "48 hours = 2 days (сутки) running from Mon 2 March 2026, 14:20" in why
    assert "in time up to Wed 4 March 2026, 14:20 inclusive" in why


def test_an_imprecise_start_is_said_to_be_one(law):
    case = Case(
        law,
        "2026-03-20",
        "date: 2026-03-02/2026-03-06, act: detained, ground: wanted",
        "date: 2026-03-07/2026-03-09, act: custody-ordered, kind: temporary",
    )
    why = case.why(case.deadline("xx/custody/appeal"))
    assert "The day of the start is not known exactly: 7–9 March 2026" in why
    assert "counted from the last possible day, Mon 9 March 2026" in why


def test_an_unrecorded_service_makes_the_state_undetermined_and_says_so(law):
    case = Case(
        law,
        "2026-03-20",
        "date: 2026-03-02, act: detained, ground: wanted",
        "date: 2026-03-10, act: extradition-granted",
    )
    item = case.deadline("xx/extradition/complaint")
    assert item.state == "undetermined"
    assert "is not on record" in case.why(item)


def test_a_day_after_the_text_was_checked_reads_not_verified(law):
    case = Case(
        law,
        "2028-03-05",
        "date: 2028-03-02, act: detained, ground: wanted",
        "date: 2028-03-03, act: custody-ordered, kind: temporary",
    )
    assert "not verified for 5 March 2028" in case.why(case.deadline("xx/custody/appeal"))


def test_a_missing_calendar_is_said_and_nothing_is_made_up(law):
    case = Case(
        law,
        "2040-03-05",
        "date: 2040-03-02, act: detained, ground: wanted",
        "date: 2040-03-03, act: custody-ordered, kind: temporary",
    )
    why = case.why(case.deadline("xx/custody/appeal"))
    assert "There is no calendar for 2040" in why
    assert "rolled" not in why


def test_an_act_on_the_last_day_at_an_hour_nobody_noted_says_so(law):
    """48 hours from 2 March 10:00 end on 4 March 10:00; the order is of the 4th, at what hour is not known."""
    detained = 'date: "2026-03-02T10:00", act: detained, ground: wanted'
    case = Case(law, "2026-03-05", detained, "date: 2026-03-04, act: custody-ordered, kind: temporary")
    why = case.why(case.deadline("xx/custody/court-within-48h"))
    assert "The hour of the act is not on record" in why
    assert "before 10:00" in why
    assert not case.position.breaches
    noted = Case(law, "2026-03-05", detained, 'date: "2026-03-04T09:00", act: custody-ordered, kind: temporary')
    assert "The hour of the act" not in noted.why(noted.deadline("xx/custody/court-within-48h"))
    earlier = Case(law, "2026-03-05", detained, "date: 2026-03-03, act: custody-ordered, kind: temporary")
    assert "The hour of the act" not in earlier.why(earlier.deadline("xx/custody/court-within-48h"))


def test_a_presumed_act_asks_for_the_paper_and_names_what_needs_it(law):
    case = Case(
        law,
        "2026-03-20",
        "date: 2026-03-02, act: detained, ground: wanted",
        "date: 2026-03-10, act: extradition-granted",
    )
    presumed = case.position.presumed[0]
    assert "extradition granted: 10 March 2026" in case.why(presumed)


def test_a_breach_is_said_of_the_rule_on_days_never_of_guilt(law):
    case = Case(
        law,
        "2026-03-20",
        "date: 2026-03-02T10:00, act: detained, ground: wanted",
        "date: 2026-03-06, act: custody-ordered, kind: temporary",
    )
    breach = next(item for item in case.position.breaches if item.breach.id == "xx/custody/no-court-in-48h")
    why = case.why(breach)
    assert "the rule was not met under any reading" in why
    for word in ("illegal", "guilty", "unlawful"):
        assert word not in why


def test_stages_notes_and_protections_have_reasons_too(law):
    case = Case(
        law,
        "2026-03-13",
        "date: 2026-03-02, act: detained, ground: wanted",
        "date: 2026-03-10, act: extradition-granted, id: grant",
        "date: 2026-03-12, act: served, of: grant, to: person",
    )
    for item in [*case.position.stages, *case.position.protections, *case.position.remedies]:
        assert case.why(item) or item.stage == "none"
    assert any("Code 23(5)" in case.why(item) for item in case.position.protections)
    for note in case.position.notes:
        assert "{" not in note_words(note, law, "ru")


def test_an_act_is_named_by_word_day_and_sources(law):
    case = Case(
        law,
        "2026-03-20",
        "id: one, date: ../2026-03-02, act: detained, ground: wanted, sources: [a, b], certainty: disputed",
    )
    assert act_words("one", case.file, law, "en").startswith("detention: ")
    assert "2 sources" in act_words("one", case.file, law, "en")
    assert act_words("presumed/extradition-requested", case.file, law, "ru").startswith("предполагается: ")


def test_what_is_no_item_has_no_reasons(law):
    case = Case(law, "2026-03-05", "date: 2026-03-02, act: detained, ground: wanted")
    with pytest.raises(TypeError):
        because("detention", case.file, law, "en")
