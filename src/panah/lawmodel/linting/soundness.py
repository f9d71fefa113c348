"""What cannot be right in the rules taken together: editions, stages nobody reaches, circles, missing words."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import TYPE_CHECKING

from panah.lawmodel.linting.sheets import At, Rule, Sheet, entries, full_id, rules_of, table, walk
from panah.lawmodel.ordering import rests_on
from panah.timelimits import iso

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panah.errors import Problem
    from panah.lawmodel.model import Edition, Limit, Move
    from panah.lawmodel.packs import Law, Pack

LANGUAGES = ("ru", "en")
_SPOKEN = ("title", "words", "argument", "why", "ask-for", "where", "form", "if-missed", "label", "subject", "note")


def unsound(sheets: list[Sheet], pack: Pack, law: Law) -> list[Problem]:
    """Find what cannot be right, whatever the articles say."""
    del law
    rules = list(rules_of(sheets, pack))
    problems = [problem for sheet in sheets for problem in _unspoken(sheet)]
    built: dict[tuple[str, str], tuple[Edition, ...]] = {("moves", move.id): move.editions for move in pack.moves}
    built.update({("limits", limit.id): limit.editions for limit in pack.limits})
    built.update({("shields", shield.id): shield.editions for shield in pack.shields})
    for rule in rules:
        problems += _editions(rule, built.get((rule.kind, rule.id), ()))
    problems += _unreachable(rules, pack)
    problems += _circles(rules, pack)
    problems += _pending(rules, pack)
    problems += _shields_on_limits(rules, pack)
    problems += _low_alone(rules, pack)
    problems += _repeated(rules)
    return problems


def _unspoken(sheet: Sheet) -> Iterator[Problem]:
    """Find words of the law that lack Russian or English."""
    for at, key, value in walk(sheet.data):
        if key in _SPOKEN and isinstance(value, dict):
            for lang in LANGUAGES:
                if not value.get(lang):
                    yield sheet.problem("law-no-words", at, key=key, lang=lang)


def unspoken_vocabulary(sheets: list[Sheet]) -> Iterator[Problem]:
    """Find words of the vocabulary that lack Russian or English."""
    for sheet in sheets:
        for at, key, value in walk(sheet.data):
            if isinstance(value, dict) and value and value.keys() <= {"ru", "kk", "en"}:
                for lang in LANGUAGES:
                    if not value.get(lang):
                        yield sheet.problem("law-no-words", at, key=key, lang=lang)


def _editions(rule: Rule, editions: tuple[Edition, ...]) -> Iterator[Problem]:
    """Find gaps, overlaps and editions that end before they begin.

    An imprecise first day lets two editions stand beside each other in its span. Editions of a shield under different
    conditions are different shields in one place and are not compared.
    """
    place: dict[int, At] = {
        number: (*rule.at, "editions", number) if rule.data.get("editions") else rule.at
        for number in range(len(editions))
    }
    for number, edition in enumerate(editions):
        if edition.until is not None and edition.until <= edition.first:
            yield rule.sheet.problem(
                "law-edition-backwards", place[number], rule=rule.id, first=iso(edition.first), until=iso(edition.until)
            )
    groups: dict[object, list[int]] = {}
    for number, edition in enumerate(editions):
        groups.setdefault(edition.guard if rule.kind == "shields" else None, []).append(number)
    for numbers in groups.values():
        numbers.sort(key=lambda number: editions[number].first)
        for earlier, later in pairwise(numbers):
            ends, begins = editions[earlier], editions[later]
            until = "…" if ends.until is None else iso(ends.until)
            values = {"rule": rule.id, "until": until, "first": iso(begins.first)}
            if ends.until is None or ends.until > begins.first_latest:
                yield rule.sheet.problem("law-edition-overlap", place[later], **values)
            elif ends.until < begins.first:
                yield rule.sheet.problem("law-edition-gap", place[later], **values)


def _unreachable(rules: list[Rule], pack: Pack) -> Iterator[Problem]:
    """Find stages that a rule speaks of and no chain of moves from the start reaches."""
    reached: dict[str, set[str]] = {}
    for track in pack.tracks:
        stages = {"none"}
        moves: list[Move] = [move for move in pack.moves if move.track == track]
        while True:
            more = {move.to for move in moves if move.to != "same" and move.from_stages & stages} - stages
            if not more:
                break
            stages |= more
        reached[track] = stages
    for rule in rules:
        named: list[tuple[At, str, object]] = []
        if rule.kind == "moves":
            named.append(((*rule.at, "from"), rule.track, rule.data.get("from")))
        for at, key, value in walk(rule.data, rule.at):
            if key in {"stage", "stage-at-start", "left-stage", "requires"}:
                named += [((*at, track), track, given) for track, given in table(value).items()]
        for at, track, given in named:
            for stage in entries(given):
                if track in reached and stage not in reached[track]:
                    yield rule.sheet.problem("law-stage-unreachable", at, stage=str(stage), track=track)


def _circles(rules: list[Rule], pack: Pack) -> Iterator[Problem]:
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for limit in pack.limits:
        sorter.add(limit.id, *rests_on(limit))
    try:
        sorter.prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        for rule in rules:
            if rule.kind == "limits" and rule.id in circle:
                yield rule.sheet.problem("law-circle", rule.at, circle=" → ".join(circle))


def _pending(rules: list[Rule], pack: Pack) -> Iterator[Problem]:
    """Find texts said to govern pending cases of limits with a length, or of limits that other rules ask whether open.

    Whether a term that already runs grows longer is a question of its own; and a past act must not meet the new text.
    """
    asked = {
        full_id(str(table(value).get("limit") if key == "arrived-before" else value), pack, rule.track)
        for rule in rules
        for _, key, value in walk(rule.data, rule.at)
        if key in {"limit-open", "within-term", "arrived-before"}
    }
    for rule in rules:
        limit = pack.limit_by_id.get(rule.id) if rule.kind == "limits" else None
        for edition in () if limit is None else limit.editions:
            if edition.pending_too and (edition.length is not None or rule.id in asked):
                expected = "length: none; limit-open, within-term, arrived-before: -"
                yield rule.sheet.problem("law-keys-together", rule.at, key="pending-too", expected=expected)


def _shields_on_limits(rules: list[Rule], pack: Pack) -> Iterator[Problem]:
    """Find conditions that ask for a shield which itself asks for a limit or a shield: they could go in a circle."""
    resting = {
        shield.id
        for shield in pack.shields
        for guard in [edition.guard for edition in shield.editions]
        if guard is not None and (guard.limit_open or guard.within_term or guard.arrived_before or guard.unless_shield)
    }
    for rule in rules:
        for at, key, value in walk(rule.data, rule.at):
            if key == "unless-shield" and resting & {full_id(str(name), pack, rule.track) for name in entries(value)}:
                expected = "while: limit-open, within-term, arrived-before, unless-shield: -"
                yield rule.sheet.problem("law-keys-together", at, key="unless-shield", expected=expected)


def _low_alone(rules: list[Rule], pack: Pack) -> Iterator[Problem]:
    """Find limits of which some edition rests on nothing but low confidence: it would drive a deadline alone."""
    for rule in rules:
        limit: Limit | None = pack.limit_by_id.get(rule.id) if rule.kind == "limits" else None
        if limit is None:
            continue
        for edition in limit.editions:
            readings = [reading.confidence or edition.confidence for reading in edition.readings]
            if edition.confidence == "low" and all(confidence == "low" for confidence in readings):
                yield rule.sheet.problem("law-low-alone", rule.at, rule=rule.id)
                break


def _repeated(rules: list[Rule]) -> Iterator[Problem]:
    """Find two rules of one kind with one id: the later would hide the earlier."""
    seen: dict[tuple[str, str], Rule] = {}
    for rule in rules:
        first = seen.setdefault((rule.kind, rule.id), rule)
        if first is not rule:
            line = first.sheet.node.line(first.at)
            yield rule.sheet.problem("law-id-twice", rule.at, rule=rule.id, first=f"{first.sheet.path}:{line}")
