"""Two cases share no sentence that is not law or form; two filings are less alike than a ceiling."""

import re
from itertools import combinations

import pytest

import drafts
from panah.assembly.filling import paragraphs_of
from panah.assembly.wordfile import open_word

CEILING = 0.3
"""Of the sentences of the shorter of two filings at most this share may stand in the other too.

Measured: 0.25 between the communications to two committees, at most 0.1 between any two others.
"""


def sentences(paragraphs):
    """Sentences of more than four words, alike if they differ only by spaces."""
    told = [re.sub(r"\s+", " ", line).strip() for line in paragraphs]
    pieces = {piece.strip() for line in told for piece in re.split(r"(?<=[.;:?])\s", line)}
    return {piece for piece in pieces if len(piece.split()) > 4}


def of_the_case(example):
    """Words that only the case can have given a draft: the names, and every day in figures."""
    case = drafts.case_of(drafts.catalogue().documents[example[0]], example[1])
    return {part.casefold()[:5] for name in case.names.values() for part in name.split() if len(part) > 4}


PAIRS = [
    (one, other)
    for one, other in combinations(drafts.every_example(), 2)
    if one[0] == other[0] and one[3] == other[3] and one[1] != other[1]
]


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=lambda example: f"{example[0]}-{example[1]}-{example[3]}")
def test_what_two_cases_share_is_form_or_law(one, other):
    shared = sentences(drafts.filled(*one).paragraphs) & sentences(drafts.filled(*other).paragraphs)
    names = of_the_case(one) | of_the_case(other)
    carried = [sentence for sentence in shared if any(name in sentence.casefold() for name in names)]
    assert carried == []
    # a day in a shared sentence is one that the text or the law says, or the same day of both papers
    form = " ".join(paragraphs_of(open_word(drafts.catalogue().documents[one[0]].texts[one[3]]).body()))
    days = [re.findall(r"\d{1,2} [а-яa-zA-Z]+ \d{4}", sentence) for sentence in shared]
    papers = {str(one[2])[:4], str(other[2])[:4]}
    foreign = [day for found in days for day in found if day not in form and day[-4:] not in papers]
    assert foreign == []


FIRST = {(name, lang): (name, case, as_of, lang) for name, case, as_of, lang in reversed(drafts.every_example())}


@pytest.mark.parametrize(
    ("one", "other"),
    [pair for pair in combinations(sorted(FIRST), 2) if pair[0][1] == pair[1][1]],
    ids="-".join,
)
def test_two_filings_are_less_alike_than_the_ceiling(one, other):
    told = [sentences(drafts.filled(*FIRST[which]).paragraphs) for which in (one, other)]
    assert len(told[0] & told[1]) <= CEILING * min(len(told[0]), len(told[1]))
