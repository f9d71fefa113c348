"""Places on the timeline, computed by hand: 31 days shown on 980 units, so 31.61 units a day, from 116 on.

Detained 20 January 2026 (day 7 of those shown), asked on 2 February (day 20), the complaint is due on 9 February; its
bracket ends with that day (day 28).
"""

from datetime import date

import pytest

from panah.lawmodel import read_law
from panah.places import cache_folder, law_folder
from panah.procedure.casefile_reading import read_casefile
from panah.procedure.replay import replay
from panah.telling.law_words import LawWords
from panah.web.cases.timeline import timeline_of

TODAY = date(2026, 2, 2).toordinal()
CASE = """panah: 1
case: example
person: {name: {en: Jane Doe}}
stays: XX
acts:
  - {id: arrest, date: 2026-01-20, act: detained, ground: wanted}
  - {id: order, date: 2026-01-30, act: extradition-granted}
  - {date: 2026-02-02, act: served, of: order, to: person}
  - {date: "2026-01-22/2026-01-26", act: asylum-sought}
"""


@pytest.fixture(scope="module")
def law():
    return read_law(law_folder(), cache_folder())[0]


def drawn(law, text=CASE, zoom=1):
    casefile, problems = read_casefile(text, "example.yaml", law.vocabulary)
    assert not problems
    return timeline_of(casefile, replay(casefile, law, as_of=TODAY), law, LawWords("en"), zoom)


def lane(timeline, title):
    return next(one for one in timeline.lanes if one.title == title)


def test_days_stand_where_they_belong(law):
    timeline = drawn(law)
    assert timeline.today == pytest.approx(748.3, abs=0.1)
    custody = lane(timeline, "custody")
    assert custody.marks[0].x == pytest.approx(337.3, abs=0.1)
    bar = custody.custody[0]
    assert bar.left == pytest.approx(337.3, abs=0.1)
    assert bar.left + bar.width == pytest.approx(timeline.today, abs=0.1)
    complaint = next(one for one in lane(timeline, "extradition").brackets if one.tone == "defence")
    assert complaint.right == pytest.approx(1001.2, abs=0.1)
    assert "9 Feb" in complaint.words


def test_acts_are_numbered_by_their_days_and_a_service_stands_with_what_was_served(law):
    timeline = drawn(law)
    assert [mark.number for mark in lane(timeline, "custody").marks] == [1]
    assert [mark.number for mark in lane(timeline, "asylum").marks] == [2]
    assert [mark.number for mark in lane(timeline, "extradition").marks] == [3, 4]


def test_a_day_that_is_not_exact_shows_its_days(law):
    mark = lane(drawn(law), "asylum").marks[0]
    assert not mark.sure
    assert mark.left == pytest.approx(116 + 9 * 980 / 31, abs=0.1)
    assert mark.right == pytest.approx(116 + 13 * 980 / 31, abs=0.1)


def test_custody_ends_where_a_release_is_told(law):
    text = CASE + "  - {date: 2026-01-29, act: released}\n"
    bar = lane(drawn(law, text), "custody").custody[0]
    assert bar.left + bar.width == pytest.approx(116 + 16 * 980 / 31, abs=0.1)


def test_a_case_without_acts_has_no_timeline(law):
    text = CASE.partition("acts:")[0] + "acts: []\n"
    assert drawn(law, text, zoom=0) is None


@pytest.mark.parametrize("zoom", [0, 1, 3, 6, 12])
def test_nothing_leaves_the_picture(law, zoom):
    timeline = drawn(law, zoom=zoom)
    for one in timeline.lanes:
        assert one.top + one.height <= timeline.height
        for mark in one.marks:
            assert timeline.left <= mark.left <= mark.right <= timeline.width
        for bracket in one.brackets:
            assert timeline.left <= bracket.left <= bracket.late <= timeline.width
