"""A day or a step that rests on a text nobody read, or on low confidence, says so in its own words."""

import pytest

from lawmodel_folders import LAW
from panah.lawmodel import read_law

UNREAD = (
    "kz-order-118",
    "kz-resolution-183",
    "minsk-1993 56",
    "minsk-1993 57",
    "minsk-1993 66",
    "minsk-1993 67",
    "readmission-kz-ru",
)
"""Orders, rules and articles of treaties that the research names and nobody read."""

BY_ID = ["kz/asylum/certificate-end", "kz/expulsion/readmitted", "kz/expulsion/readmission-requested"]
"""Rules whose number or term comes from such a text though they cite another."""


@pytest.fixture(scope="module")
def rules():
    law, problems = read_law(LAW)
    assert not problems
    return {rule.id: rule for pack in law.packs.values() for rule in (*pack.moves, *pack.limits, *pack.shields)}


def says_so(text):
    words = dict(text)
    return "не проверен" in words["ru"] and "not verified" in words["en"]


def rests_on_the_unread(part):
    return part.confidence == "low" or any(cite.startswith(UNREAD) for cite in part.cite)


def test_what_rests_on_low_confidence_or_an_unread_text_says_that_it_is_not_verified(rules):
    silent = []
    for rule in rules.values():
        for edition in rule.editions:
            if rests_on_the_unread(edition) and not says_so(rule.words):
                silent.append(rule.id)
            silent += [
                f"{rule.id} {reading.id}"
                for reading in edition.readings
                if rests_on_the_unread(reading) and not says_so(reading.argument)
            ]
    assert not silent


@pytest.mark.parametrize("name", BY_ID)
def test_a_term_told_by_somebody_else_says_that_it_is_not_verified(rules, name):
    assert says_so(rules[name].words)


def test_the_title_of_the_certificates_end_says_so_too(rules):
    assert says_so(rules["kz/asylum/certificate-end"].title)
