"""``panah law``: ``list`` shows every rule, ``show ID`` one rule, ``check`` what is wrong with the law's files.

``diff`` and ``doubts`` are modules of their own.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from panah.cli.arguments import Request, UsageError, nearest
from panah.cli.cases import open_law, tell
from panah.cli.law_words import LawWords
from panah.cli.screen import HEADING, OVER, Row, Screen, columns_for, row_lines, screen_for
from panah.dates import day_words
from panah.lawmodel import Breach, Limit, Move, Shield
from panah.lawmodel.citations import cites_words
from panah.lawmodel.vocabulary import in_language
from panah.places import law_folder
from panah.texts import say

if TYPE_CHECKING:
    from panah.cli.route_rule_page import RouteRule
    from panah.lawmodel import Law, Pack

OPTIONS = {"no-colour": False, "json": False, "as-of": True}
_WAYS = ("check", "list", "show", "diff", "doubts")
_NEEDS_PLACES = {"check": False, "list": False, "show": True, "diff": True}
_NOT_FOR_ALL = {"json": ("diff", "doubts"), "as-of": ("doubts",)}


def run(request: Request) -> int:
    """Run one of them.

    Raises:
        UsageError: None of them was named, or the rule is not there.
    """
    lang = request.lang
    way, *rest = request.places or [""]
    if way not in _WAYS or _NEEDS_PLACES.get(way, bool(rest)) != bool(rest):
        raise UsageError([say(lang, "usage.law")])
    _check_options(request, way)
    if way == "diff":
        from panah.cli import law_diff

        return law_diff.run(request)
    if way == "doubts":
        from panah.cli import law_doubts

        return law_doubts.run(request)
    if way == "check":
        return _check(lang)
    law = open_law(lang)
    if law is None:
        return 1
    screen = screen_for(no_colour=request.has("no-colour"))
    if way == "list":
        _print(_list(law, lang, screen))
        return 0
    pages = [_page(law, name, lang, screen) for name in rest]
    for number, page in enumerate(pages):
        _print(["", *page] if number else page)
    return 0


def _page(law: Law, name: str, lang: str, screen: Screen) -> list[str]:
    from panah.cli.route_rule_page import RouteRulePage
    from panah.cli.rule_page import RulePage

    rule_id, rule = _find(law, name, lang)
    if isinstance(rule, Limit | Shield | Breach | Move):
        return RulePage(rule, law, lang, screen).lines()
    return RouteRulePage((rule_id, rule), law, lang, screen).lines()


def _check_options(request: Request, way: str) -> None:
    """Refuse what only other ways understand, rather than pass it over.

    Raises:
        UsageError: An option is not for this way.
    """
    known = ", ".join(f"--{name}" for name in ("lang", *OPTIONS) if way in _NOT_FOR_ALL.get(name, (way,)))
    faults = [
        say(request.lang, "usage.unknown-option", found=f"--{name}", known=known)
        for name, ways in _NOT_FOR_ALL.items()
        if request.has(name) and way not in ways
    ]
    if faults:
        raise UsageError(faults)


def _print(lines: list[str]) -> None:
    for line in lines:
        print(line.rstrip())


def _check(lang: str) -> int:
    from panah.cli.law_examples import differing
    from panah.lawmodel.linting import check

    problems = check(law_folder()) or differing(law_folder())
    tell(problems, lang)
    if problems:
        print(say(lang, "law.faults", count=len(problems)), file=sys.stderr)
        return 1
    print(say(lang, "law.in-order"))
    return 0


def _list(law: Law, lang: str, screen: Screen) -> list[str]:
    lines: list[str] = []
    words = LawWords(lang)
    for pack in law.packs.values():
        verified = "" if pack.verified_until is None else day_words(pack.verified_until, lang)
        label = in_language(pack.label, lang)
        head = say(lang, "law.pack", label=label, id=pack.id, version=pack.version, verified=verified)
        lines += [*([""] if lines else []), screen.paint(head, HEADING)]
        for track in pack.tracks:
            rows = _rows(pack, track, law, words)
            if rows:
                lines += ["", f"  {screen.paint(law.vocabulary.label(track, lang).upper(), HEADING)}"]
                columns = columns_for(rows)
                for row in rows:
                    lines += row_lines(row, columns, screen)
        lines += _of_routes(pack, law, words, screen) + _left_out(pack, law, words, screen)
    return lines + words.footnote(screen)


def _rows(pack: Pack, track: str, law: Law, words: LawWords) -> list[Row]:
    lang = words.lang
    rows: list[Row] = []
    for kind, rules in (("limit", pack.limits), ("shield", pack.shields)):
        for rule in rules:
            if rule.track == track:
                edition = rule.editions[-1]
                cite = cites_words(edition.cite, law, lang)
                rows.append(_row(kind, (rule.id, words.of(rule.title), cite), edition.confidence, law, lang))
    for breach in pack.breaches.values():
        if breach.id.startswith(f"{pack.id}/{track}/"):
            cite = cites_words(breach.cite, law, lang)
            rows.append(_row("breach", (breach.id, words.of(breach.title), cite), "", law, lang))
    for move in pack.moves:
        if move.track == track:
            edition = move.editions[-1]
            title = say(
                lang, "law.move-title", act=law.vocabulary.label(move.on.act, lang), stage=_stage(move, law, lang)
            )
            cite = cites_words(edition.cite, law, lang)
            rows.append(_row("move", (move.id, title, cite), edition.confidence, law, lang))
    return rows


def _of_routes(pack: Pack, law: Law, words: LawWords, screen: Screen) -> list[str]:
    """Write the routes, the moments of return outside the law, the steps and the filings."""
    from panah.cli.route_rule_page import KINDS, route_rules, title_of

    rows = [
        _row(
            KINDS[type(rule)],
            (rule_id, words.of(title_of(rule)), cites_words(rule.rule.cite, law, words.lang)),
            rule.rule.confidence,
            law,
            words.lang,
        )
        for rule_id, rule in route_rules(pack)
    ]
    if not rows:
        return []
    columns = columns_for(rows)
    head = say(words.lang, "law.routes").upper()
    return ["", f"  {screen.paint(head, HEADING)}", *(line for row in rows for line in row_lines(row, columns, screen))]


def _stage(move: Move, law: Law, lang: str) -> str:
    return say(lang, "law.same-stage") if move.to == "same" else law.vocabulary.stage_label(move.track, move.to, lang)


def _row(kind: str, named: tuple[str, str, str], confidence: str, law: Law, lang: str) -> Row:
    rule, title, cite = named
    details = [cite] if cite else []
    if confidence and confidence != "high":
        details.append(say(lang, "because.confidence", word=law.vocabulary.word("confidences", confidence, lang)))
    return Row(say(lang, f"law.kind-{kind}"), rule, "", title, "", tuple(details), OVER if kind == "move" else "")


def _left_out(pack: Pack, law: Law, words: LawWords, screen: Screen) -> list[str]:
    lang = words.lang
    if not pack.not_modelled and not pack.tracks_not_modelled:
        return []
    lines = ["", f"  {screen.paint(say(lang, 'law.not-modelled'), HEADING)}"]
    for track, why in pack.tracks_not_modelled.items():
        lines += screen.paragraph(f"{law.vocabulary.label(track, lang)}: {words.of(why)}", 2, 4)
    for item in pack.not_modelled:
        cite = cites_words(item.provisions, law, lang)
        lines += screen.paragraph(f"{words.of(item.why)}{f' ({cite})' if cite else ''}", 2, 4)
    return lines


def _find(law: Law, name: str, lang: str) -> tuple[str, Limit | Shield | Breach | Move | RouteRule]:
    """Find a rule by its id or the end of it; limits come before shields, breaches, moves and routes of one name."""
    from panah.cli.route_rule_page import route_rules

    rules: list[tuple[str, Limit | Shield | Breach | Move | RouteRule]] = []
    for pack in law.packs.values():
        for rule_of in (pack.limits, pack.shields, pack.breaches.values(), pack.moves):
            rules += [(rule.id, rule) for rule in rule_of]
        rules += route_rules(pack)
    exact = [found for found in rules if found[0] == name]
    if exact:
        return exact[0]
    ending = [found for found in rules if found[0].endswith(f"/{name}")]
    ids = sorted({rule_id for rule_id, _ in ending})
    if len(ids) == 1:
        return ending[0]
    if ids:
        raise UsageError([say(lang, "usage.several-rules", found=name, known=", ".join(ids))])
    near = nearest(name, [rule_id for rule_id, _ in rules])
    raise UsageError([say(lang, "usage.no-such-rule-near" if near else "usage.no-such-rule", found=name, near=near)])
