"""The part of the page of a case that tells how soon a return could come: a line for each route in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.texts import say

if TYPE_CHECKING:
    from panah.cli.screen import Screen
    from panah.routes.values import Held, RouteFound
    from panah.telling.routes import RouteWords

Block = list[list[str]]


def how_soon(words: RouteWords, screen: Screen) -> list[Block]:
    """Write the earliest day of each route in sight and the filing that stands before it; nothing where none is."""
    seen = [found for found in words.routes.found if found.in_sight]
    if not seen:
        return []
    blocks: list[Block] = [[screen.paragraph(_line(found, words), 2, 4)] for found in seen]
    more = say(words.lang, "case.soon-more", case=words.position.case)
    return [*blocks, [screen.paragraph(more, 2, 4)]]


def _line(found: RouteFound, words: RouteWords) -> str:
    title = words.of(found.route.title)
    if found.route.without_days:
        return say(words.lang, "picture.no-day-known", titles=title)
    day = found.nothing_filed.at_once
    if day is None:
        return say(words.lang, "case.soon-none", title=title)
    told = words.day(day, [link.step.rule for link in found.chains[0]])
    line = say(words.lang, "case.soon", title=title, day=told)
    held = _first_to_file(found)
    if held is None:
        return line
    before = say(words.lang, "case.soon-before", filing=words.remedy(held.filing), state=words.state(held))
    return f"{line}; {before}"


def _first_to_file(found: RouteFound) -> Held | None:
    """Give the filing that can be made now and stops the route: the one whose last safe day comes first."""
    ready = [held for held in found.filings if held.state == "open" and not held.filing.asked]
    return min(ready, key=lambda held: (held.until is None, held.until or 0), default=None)
