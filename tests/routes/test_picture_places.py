"""Where words and days of a picture stand: widths of letters, ends of lines, a calendar that keeps its order."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from panah.routes.picture.calendar import Calendar
from panah.routes.picture.text import lines_of, width_of

DAY = date(2026, 1, 29).toordinal()
NEAR = st.integers(DAY, DAY + 40) | st.integers(DAY, DAY + 900)
KAZAKH = "қанағаттандырылмағандықтарыңыздан-әңгүұө"

# fmt: off
# Advance widths of DejaVu Sans in units of 1/2048 of the size, as the font's table gives them.
DEJAVU = {
    "Ә": 1612, "ә": 1260, "Ғ": 1382, "ғ": 1209, "Қ": 1454, "қ": 1237, "Ң": 1540, "ң": 1353, "Ө": 1612, "ө": 1253,
    "Ұ": 1251, "ұ": 1212, "Ү": 1251, "ү": 1212, "Һ": 1404, "һ": 1298, "І": 604, "і": 569, "Ж": 2206, "ш": 1874,
    "Щ": 2240, "Ю": 2211, "м": 1545, "a": 1255, "W": 2025, "m": 1995, "@": 2048, " ": 651, "—": 2048, "8": 1303,
}
# fmt: on


def test_no_letter_is_wider_than_it_is_thought_to_be():
    for letter, units in DEJAVU.items():
        assert width_of(letter, 2048) >= units, letter
        assert width_of(letter, 2048) <= units + 250, letter


def test_lines_keep_to_their_width_and_lose_no_letter():
    words = f"{KAZAKH}{KAZAKH} и {KAZAKH}\n\tв суд"
    lines = lines_of(words, 120, 10)
    assert all(width_of(line, 10) <= 120 for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(words.split())


@given(st.lists(NEAR, max_size=60))
def test_days_stand_in_order_and_have_room(days):
    calendar = Calendar(DAY, days, 100, 1100)
    places = [calendar.at(day) for day in sorted({DAY, *days})]
    assert places[0] == 100
    assert places == sorted(places)
    apart = [after - before for before, after in pairwise(places)]
    assert all(one >= min(78, 800 / len(calendar.knots)) for one in apart)
    assert places[-1] < 1100


def test_a_long_empty_time_is_cut_and_marked():
    assert len(Calendar(DAY, [DAY + 5, DAY + 400], 100, 1100).cuts()) == 1
    assert Calendar(DAY, [DAY + 5, DAY + 60], 100, 1100).cuts() == []


def test_months_and_weeks_of_a_short_calendar():
    ticks = Calendar(DAY, [DAY + 12], 100, 1100).ticks("en")  # Thursday 29 January to Tuesday 17 February 2026
    assert [tick.words for tick in ticks if tick.month] == ["January 2026", "February 2026"]
    assert [tick.words for tick in ticks if not tick.month] == ["2", "9", "16"]
