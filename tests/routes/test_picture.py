"""The picture of routes: whole words, nothing over anything else, nobody's name, the same bytes every time."""

import re
import xml.etree.ElementTree as ET
from datetime import date
from itertools import combinations
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panah.lawmodel.exposures import Seen
from panah.lawmodel.model import Pattern
from panah.lawmodel.routes import Filing, Route, Rule, Step
from panah.routes.picture import draw
from panah.routes.picture.text import width_of
from panah.routes.values import Closed, Days, Held, Link, RouteFound, Routes
from zedland import LAW

DAY = date(2026, 1, 29).toordinal()
KAZAKH = "қанағаттандырылмағандықтарыңыздан-әңгүұө"
"""A word of forty letters."""
TITLES = {"xx/a/remedy": {"ru": "жалоба", "en": "complaint", "kk": "шағым"}}


def rule(confidence="high", verified=DAY + 400):
    return Rule(0, None, verified, (), confidence, ())


def texts(words):
    return {"ru": words, "kk": words, "en": words}


def step(name, words, act=None, **about):
    pattern = None if act is None else Pattern(act, {})
    return Step(name, name, "court", pattern, (), (), (), (), None, texts(words), rule(**about))


def held(name, state="open", until=None, days=(0, 29), words="filing", **about):
    asked = about.pop("asked", False)
    needs = about.pop("needs", ())
    filing = Filing(name, "xx/a/remedy", Pattern("x", {}), needs, (), "", asked, (), texts(words), rule())
    return Held(filing, state, until, days[0], 0, days[1], about.pop("without_cap", False))


def found(title="route", at_once=(), full=(), filings=(), closed=(), words="what the route is"):
    route = Route(title, texts(title), texts(words), "extradition", "goal", True, (), False, (), rule())
    days = Days(at_once[-1].day if at_once else None, full[-1].day if full else None)
    return RouteFound(route, True, days, days, (tuple(at_once), tuple(full)), tuple(closed), (), tuple(filings))


def law():
    pack = SimpleNamespace(
        limit_by_id={name: SimpleNamespace(title=title, editions=()) for name, title in TITLES.items()}, instruments={}
    )
    return SimpleNamespace(packs={"xx": pack}, vocabulary=LAW.vocabulary)


def pages(*routes, lang="en", outside=(), observed=None):
    return draw(Routes(DAY, tuple(routes), (), 0, observed or {}), list(outside), law(), lang)


def closed(title="a bar", until=None, lifted_by=()):
    edition = SimpleNamespace(cite=(), lifted_by=lifted_by, confidence="high", verified_until=DAY + 400)
    return Closed(SimpleNamespace(shield=SimpleNamespace(title=texts(title)), edition=edition), until)


def exposed(title="an exposure", seen=(), on=None):
    outside = SimpleNamespace(title=texts("outside the law"), words=texts("no days here"))
    return SimpleNamespace(
        exposure=SimpleNamespace(id=title, title=texts(title), route=outside, rule=rule()), seen=seen, on=on, of="x"
    )


def read(page):
    return ET.fromstring(page)  # noqa: S314 - our own text


def told(svg_pages):
    """All words of all pages, without spaces: a word may be broken where a line ends."""
    lines = [node.text for page in svg_pages for node in read(page).iter("{http://www.w3.org/2000/svg}text")]
    return "".join("".join(lines).split())


def has(svg_pages, words):
    return "".join(words.split()) in told(svg_pages)


def boxes(page):
    """Every line of words and every mark of a page: kind, left, top, right, bottom, words."""
    for node in read(page).iter():
        tag = node.tag.rpartition("}")[2]
        if tag == "text":
            size, x, y = (float(node.get(name)) for name in ("font-size", "x", "y"))
            wide = width_of(node.text, size, bold=node.get("font-weight") == "bold")
            left = x - {None: 0, "middle": wide / 2, "end": wide}[node.get("text-anchor")]
            yield tag, left, y - 0.78 * size, left + wide, y + 0.22 * size, node.text
        elif tag == "rect" and node.get("class") == "mark":
            x, y, wide, high = (float(node.get(name)) for name in ("x", "y", "width", "height"))
            yield "mark", x, y, x + wide, y + high, ""


def overlapping(page):
    for one, other in combinations(boxes(page), 2):
        _, left, top, right, bottom, _ = one
        _, left_2, top_2, right_2, bottom_2, _ = other
        apart = right <= left_2 + 0.2 or right_2 <= left + 0.2 or bottom <= top_2 + 0.2 or bottom_2 <= top + 0.2
        inside = one[0] != other[0] and left - 0.2 <= left_2 and right_2 <= right + 0.2
        if not apart and not inside:
            yield one, other


def assert_whole(svg_pages):
    for page in svg_pages:
        assert list(overlapping(page)) == []
        height = float(read(page).get("viewBox").split()[3])
        for _, left, top, right, bottom, words in boxes(page):
            assert 0 <= left < right <= 1123, words
            assert 0 <= top < bottom <= height, words


WORDS = st.lists(st.sampled_from([KAZAKH, "суд", "the", "decision", "күн", "592(1)"]), min_size=1, max_size=14).map(
    " ".join
)
NEAR = st.integers(DAY, DAY + 40) | st.integers(DAY, DAY + 900)


@st.composite
def any_route(draw_one):
    number = draw_one(st.integers(0, 7))
    days = sorted(draw_one(st.lists(NEAR, min_size=number, max_size=number)))
    steps = [step(f"step-{place}", draw_one(WORDS)) for place in range(number)]
    full = sorted(draw_one(st.lists(NEAR, min_size=number, max_size=number)))
    filings = [
        held(
            f"filing-{place}",
            draw_one(st.sampled_from(["open", "later", "filed", "lapsed", "not-open"])),
            draw_one(NEAR),
            draw_one(st.tuples(st.none() | st.integers(-20, 90), st.none() | st.integers(0, 900))),
            draw_one(WORDS),
            asked=draw_one(st.booleans()),
            needs=draw_one(st.sampled_from([(), ("step-0",)])),
            without_cap=draw_one(st.booleans()),
        )
        for place in range(draw_one(st.integers(0, 12)))
    ]
    bars = [closed(draw_one(WORDS), draw_one(st.none() | NEAR)) for _ in range(draw_one(st.integers(0, 2)))]
    return found(
        draw_one(WORDS),
        [Link(one, day) for one, day in zip(steps, days, strict=True)],
        draw_one(st.sampled_from([[], [Link(one, day) for one, day in zip(steps, full, strict=True)]])),
        filings,
        bars,
        draw_one(WORDS),
    )


@settings(max_examples=60)
@given(st.lists(any_route(), min_size=1, max_size=6), st.sampled_from(["ru", "kk", "en"]), st.integers(0, 8))
def test_nothing_lies_over_anything_or_off_the_page_and_no_word_is_lost(routes, lang, exposures):
    outside = [exposed(f"{KAZAKH} {number}") for number in range(exposures)]
    drawn = pages(*routes, lang=lang, outside=outside)
    assert_whole(drawn)
    for one in routes:
        assert has(drawn, one.route.words["ru"])
        for link in (*one.chains[0], *one.chains[1]):
            assert has(drawn, link.step.words["ru"])
        for filing in one.filings:
            if not (filing.filing.asked or filing.state == "not-open"):
                assert has(drawn, filing.filing.words["ru"])
        for bar in one.closed:
            assert has(drawn, bar.protection.shield.title["ru"])
    for one in outside:
        assert has(drawn, one.exposure.title["ru"])


def two_steps(last, first=DAY):
    return [Link(step("one", "The copy is served."), first), Link(step("two", "The person is handed over."), last)]


def test_words_of_one_route_with_one_filing():
    drawn = pages(
        found(
            "extradition",
            two_steps(DAY + 12),
            two_steps(DAY + 42),
            [
                held(
                    "complaint",
                    "open",
                    DAY + 11,
                    (0, 29),
                    "Stops the hand-over until the court rules.",
                    without_cap=True,
                )
            ],
        ),
        observed={"complaint": (Seen("somebody-of-a-case", 12, 25),)},
    )
    assert len(drawn) == 1
    # 29 January and 12 days: 10 February; 42 days: 12 March; the filing on 9 February
    for words in (
        "No lawful route was found before 10 February 2026 by the rules modelled;",
        "removals outside the law have happened at such moments.",
        "If nothing is filed: 10 February 2026 at the earliest; at full terms 12 March 2026.",
        "29 Jan: The copy is served.",
        "10 Feb: The person is handed over.",
        "by 9 February 2026, file at once; adds 0 days for certain; by law the answer is due in 29 days",
        "in recorded cases the fastest answer took 12 days (cases: 1)",
    ):
        assert has(drawn, words), words
    assert "somebody" not in drawn[0]


def test_a_return_possible_today_is_said_and_nothing_is_called_early():
    drawn = pages(found("expulsion", two_steps(DAY)))
    assert has(drawn, "By the rules modelled a lawful return is possible as early as 29 January 2026")
    assert has(drawn, "29 January 2026 at the earliest; no latest day by the rules modelled")
    assert not has(drawn, "No lawful route was found")


def test_the_earliest_of_several_routes_leads():
    drawn = pages(found("a", two_steps(DAY + 30)), found("b", two_steps(DAY + 3)), found("c"))
    assert has(drawn, "No lawful route was found before 1 February 2026")


def test_a_route_without_days_is_never_hidden_behind_the_day_of_another():
    bare = found("readmission")
    unknown = bare._replace(route=bare.route._replace(without_days=True))
    drawn = pages(found("a", two_steps(DAY + 3)), unknown)
    assert has(
        drawn, "readmission: the day is not known, it may come at any hour. No lawful route was found before 1 Feb"
    )


@pytest.mark.parametrize(("verified", "sure"), [(DAY + 12, "high"), (DAY + 11, "high"), (DAY + 99, "low")])
def test_a_day_for_which_the_law_was_not_read_says_so(verified, sure):
    last = Link(step("two", "Handed over.", confidence=sure, verified=verified), DAY + 12)
    drawn = pages(found("extradition", [two_steps(DAY)[0], last]))
    assert has(drawn, "10 February 2026 (not verified)") == (sure == "low" or verified < DAY + 12)


def test_a_bar_says_until_when_and_which_act_lifts_it():
    drawn = pages(found("a", two_steps(DAY + 20), closed=[closed("status", DAY + 10, ("asylum-ended", "time-lapsed"))]))
    assert has(drawn, "closes the route through 8 February 2026: status. Lifted by: ")
    assert has(drawn, LAW.vocabulary.label("asylum-ended", "en"))
    assert not has(drawn, LAW.vocabulary.label("time-lapsed", "en"))
    assert has(pages(found("a", closed=[closed("x", DAY + 401)])), "through 6 March 2027 (not verified)")


def test_outside_the_law_has_no_day_and_no_case():
    drawn = pages(
        found("a", two_steps(DAY + 3)), outside=[exposed("abduction", (Seen("a-name", 0, 1),), (DAY + 77, None))]
    )
    assert has(drawn, "Outside the law. no days here")
    assert has(drawn, "abduction; recorded cases: 1")
    assert "a-name" not in drawn[0]
    assert not has(drawn, "16 Apr")
    assert not has(drawn, "16 April")


def test_hostile_words_stay_words():
    evil = '</text><script>alert("1")</script>&amp; ]]> \u202e\x00\x0b" onload="x'
    drawn = pages(found(evil, two_steps(DAY + 3), words=evil), outside=[exposed(evil)])
    for page in drawn:
        assert {node.tag.rpartition("}")[2] for node in read(page).iter()} <= {
            *("svg", "title", "desc", "defs", "pattern", "rect", "path", "text")
        }
        assert not any(name.startswith("on") for node in read(page).iter() for name in node.keys())  # noqa: SIM118
        assert "\u202e" not in page
        assert not re.search(r"href|style=|https?://(?!www\.w3\.org/2000/svg)", page)
    assert has(drawn, '</text><script>alert("1")</script>&amp; ]]>')


def test_a_reader_who_does_not_see_hears_the_same_days():
    page = read(pages(found("extradition", two_steps(DAY + 12)))[0])
    heard = page.find("{http://www.w3.org/2000/svg}desc").text
    assert page.get("role") == "img"
    assert page.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert page.find("{http://www.w3.org/2000/svg}title").text == "Routes of return as of 29 January 2026"
    assert "before 10 February 2026" in heard
    assert "Extradition: If nothing is filed: 10 February 2026" in heard


def test_same_routes_same_bytes():
    def once():
        return pages(found("a", two_steps(DAY + 3), two_steps(DAY + 300), [held("x", until=DAY + 2)]), lang="kk")

    assert once() == once()


def test_every_page_says_how_many_there_are():
    many = [found(f"route {number}", two_steps(DAY + 3), words=f"{KAZAKH} " * 60) for number in range(6)]
    drawn = pages(*many)
    assert len(drawn) > 1
    for number, page in enumerate(drawn, 1):
        assert has([page], f"page {number} of {len(drawn)}")
        assert has([page], "No lawful route was found before 1 February 2026")
        assert read(page).get("width") == "297mm"
