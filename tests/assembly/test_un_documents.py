"""The communications to two UN committees: what they must contain, what follows from the case, what is never said."""

import re
from datetime import date
from pathlib import Path

import docx
import pytest

import drafts
from accepting import accept
from panah.assembly.anonymous import without_identity
from panah.assembly.drafting import draft
from panah.procedure import read_casefile
from promises.test_words import NEVER

ROOT = Path(__file__).parents[2]
HRC, CAT = "un/hrc-communication", "un/cat-communication"
LIKENESS = 0.2
"""Two filings to two bodies from one case share at most this part of the sentences that are not facts of the case."""

EXAMPLES = [
    (HRC, "movlaev-mansur", "2026-02-12"),
    (HRC, "emelyanova-yulia", "2026-02-12"),
    (CAT, "emelyanova-yulia", "2026-02-12"),
    (CAT, "zhilin-mikhail", "2022-12-20"),
]
LANGUAGES = ["ru", "en"]


def made(document, case, day, lang):
    """Fill a document from a public case, or from the text of a case."""
    if isinstance(case, str):
        return drafts.filled(document, case, day, lang)
    casefile, problems = read_casefile(case, "case.yaml", drafts.law().vocabulary)
    assert not problems
    return fill(document, casefile, day, lang)


def fill(document, casefile, day, lang):
    found = drafts.catalogue()
    as_of = date.fromisoformat(day).toordinal()
    return draft(found.documents[document], casefile, drafts.law(), found.shared, lang, as_of)


def text(draft_made):
    return "\n".join(draft_made.paragraphs)


def of_acts(*acts):
    head = "panah: 1\ncase: one\nstays: KZ\nwanted-by: RU\n"
    head += "person: {name: {ru: Анна Орлова, en: Anna Orlova}, citizenship: [RU]}\n"
    return (head + "acts:\n" + "".join(f"  - {act}\n" for act in acts)).encode()


GRANTED = "{date: 2026-01-23, act: extradition-granted, body: prosecutor-general}"
LODGED = "{date: 2026-01-30, act: extradition-complaint-filed}"
DISMISSED = "{date: 2026-02-20, act: extradition-complaint-decided, outcome: dismissed}"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("document", "case", "day"), EXAMPLES)
def test_accepted_communications(document, case, day, lang):
    told = made(document, case, day, lang)
    notes = [f"[{number}] {words}" for number, words in enumerate(told.footnotes, 1)]
    name = f"{document.partition('/')[2].partition('-')[0]}.{case.partition('-')[0]}.{lang}"
    accept(f"draft.{name}.txt", "\n".join([*told.paragraphs, "", *notes]) + "\n")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("document", "case", "day"), EXAMPLES)
def test_each_line_of_the_checklist_is_met(document, case, day, lang):
    told = text(made(document, case, day, lang))
    lines = drafts.catalogue().documents[document].told.checklist
    assert len(lines) >= 9
    assert [line.what for line in lines if line.found_by[lang] not in told] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_case_does_not_say_is_asked_for_and_not_invented(lang):
    told = made(HRC, of_acts(GRANTED), "2026-01-25", lang)
    asked = {gap.path for gap in told.missing}
    assert {
        "blanks.birth", "blanks.authority", "blanks.other_procedures", "blanks.risk", "blanks.assessment",
        "blanks.complaint", "blanks.remedies_used",
    } <= asked  # fmt: skip
    assert "blanks.detention" not in asked  # nobody is said to be detained, so no article 9 is pleaded
    assert "blanks.danger_to_life" in asked


@pytest.mark.parametrize(
    ("acts", "ru", "en"),
    [
        ((GRANTED, LODGED), "решение по ней не записано", "no ruling is on record"),
        ((GRANTED, LODGED, DISMISSED), "статья 498-1", "article 498-1"),
    ],
)
def test_exhaustion_follows_the_complaint(acts, ru, en):
    for document in (HRC, CAT):
        for lang, words in (("ru", ru), ("en", en)):
            told = text(made(document, of_acts(*acts), "2026-02-25", lang))
            assert words in told or words.replace("no ruling is", "has no ruling") in told
            others = {
                "ru": ["решение по ней не записано", "статья 498-1"],
                "en": ["ruling on record", "article 498-1"],
            }[lang]
            assert sum(other in told for other in others) <= 1


def test_measures_that_are_in_force_are_asked_to_be_kept():
    before = text(made(HRC, "movlaev-mansur", "2026-02-22", "en"))
    after = text(made(HRC, "movlaev-mansur", "2026-02-24", "en"))
    assert "be maintained until the Views" not in before
    assert (
        "Such a request was made on 23 February 2026. The author asks that it be maintained until the Views." in after
    )


def test_an_act_after_the_day_of_the_paper_is_not_told():
    assert "26 February 2026" not in text(made(CAT, "emelyanova-yulia", "2026-02-12", "en"))


def test_what_happened_in_another_country_is_a_fact_and_no_remedy_of_this_one():
    told = made(HRC, "movlaev-mansur", "2026-02-12", "en").paragraphs
    start, end = told.index("IV. Domestic remedies"), told.index("V. Other international procedures")
    assert any("2023" in line for line in told[:start])
    assert not any("2023" in line for line in told[start:end])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("document", [HRC, CAT])
def test_notes_of_the_file_stay_with_the_defence(document, lang):
    acts = (
        "{date: 2025-08-31, act: detained, note: only-for-us, time-note: only-for-us}",
        "{date: 2025-09-01, act: threatened, note: only-for-us}",
    )
    told = made(document, of_acts(*acts), "2026-01-25", lang)
    assert "only-for-us" not in text(told) + " ".join(told.footnotes)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_committees_get_two_papers(lang):
    """Both bodies hear of the same facts; what is pleaded before them is written for each."""

    def own(document):
        told = made(document, "emelyanova-yulia", "2026-02-12", lang).paragraphs
        # a sentence with a day or a gap tells a fact of the case
        return {line for line in told if len(line) > 40 and not re.search(r"\d{4}|\[", line)}

    hrc, cat = own(HRC), own(CAT)
    assert min(len(hrc), len(cat)) >= 12
    assert len(hrc & cat) / min(len(hrc), len(cat)) <= LIKENESS


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("document", [HRC, CAT])
def test_an_anonymous_draft_names_nobody(document, lang):
    told = fill(document, without_identity(drafts.public_case("emelyanova-yulia"), drafts.law()), "2026-02-12", lang)
    everything = (text(told) + " ".join(told.footnotes)).casefold()
    assert not [
        mark for mark in ("емельян", "юли", "emel", "yemel", "jemel", "yuli", "juli", "http") if mark in everything
    ]
    assert "n." in everything


def test_words_that_are_never_said_stand_in_no_text_of_a_document():
    for path in sorted((ROOT / "documents").glob("un-*/*.docx")):
        told = "\n".join(paragraph.text for paragraph in docx.Document(path).paragraphs)
        assert not [pattern for pattern in NEVER if re.search(pattern, told, re.IGNORECASE)], path
