"""Every rule of every pack, day by day for ten years: one text on each day it covers, no gap, no clash."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from panah.lawmodel import read_law
from panah.timelimits import iso

LAW = Path(__file__).parents[2] / "law"
FIRST, LAST = date(2018, 1, 1).toordinal(), date(2027, 12, 31).toordinal()


class Text(NamedTuple):
    first: int
    first_latest: int
    until: int | None


def in_force(edition, day):
    return edition.first <= day and (edition.until is None or day < edition.until)


def uncertain(editions, day):
    return any(edition.first <= day <= edition.first_latest != edition.first for edition in editions)


def clashes(editions):
    """Days on which not exactly one text is in force, since the first text; in an imprecise first day two may be."""
    begin = max(FIRST, min(edition.first for edition in editions))
    end = min((edition.until or LAST + 1) - 1 for edition in editions[-1:])
    for day in range(begin, min(LAST, end) + 1):
        found = sum(in_force(edition, day) for edition in editions)
        if found != 1 and not (found and uncertain(editions, day)):
            yield iso(day)


@pytest.fixture(scope="module")
def packs():
    law, problems = read_law(LAW)
    assert problems == []
    return law.packs


def test_every_move_and_limit_has_one_text_on_every_day(packs):
    rules = [rule for pack in packs.values() for rule in (*pack.moves, *pack.limits)]
    assert {rule.id: list(clashes(rule.editions))[:3] for rule in rules if list(clashes(rule.editions))} == {}


def test_every_shield_has_one_text_for_each_of_its_conditions(packs):
    found = {}
    for pack in packs.values():
        for shield in pack.shields:
            for guard in {edition.guard for edition in shield.editions}:
                editions = [edition for edition in shield.editions if edition.guard == guard]
                if days := list(clashes(editions)):
                    found[shield.id] = days[:3]
    assert found == {}


def test_a_clash_and_a_gap_would_be_seen():
    day = date(2020, 1, 1).toordinal()
    assert list(clashes([Text(day, day, day + 5), Text(day + 6, day + 6, None)])) == ["2020-01-06"]
    assert list(clashes([Text(day, day, day + 6), Text(day + 5, day + 5, None)])) == ["2020-01-06"]
    assert list(clashes([Text(day, day, day + 7), Text(day + 5, day + 7, None)])) == []


def test_no_rule_begins_before_its_pack_or_is_read_past_what_was_verified(packs):
    for pack in packs.values():
        for rule in (*pack.moves, *pack.limits, *pack.shields):
            for edition in rule.editions:
                assert edition.first >= pack.covers_from, rule.id
                read = [
                    pack.instruments[name].verified_until or 0 for name in names(edition) if name in pack.instruments
                ]
                if edition.verified_until is not None and pack.verified_until is not None:
                    assert edition.verified_until <= max(pack.verified_until, *read), rule.id


def names(edition):
    """The instruments that an edition cites."""
    return [cite.partition(" ")[0] for cite in edition.cite]
