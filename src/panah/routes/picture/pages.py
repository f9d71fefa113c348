"""From the routes of a case to the pages of their picture: the table of contents.

A route is never parted between two pages, and every page says which day it is for and how many pages there are: a page
that was put away alone must not pass for the whole.
"""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from panah.dates import day_words
from panah.routes.picture.calendar import Calendar
from panah.routes.picture.lanes import FULL, LEFT, RIGHT, draw_entries, draw_lane
from panah.routes.picture.sheet import (
    BODY,
    FIRST,
    HEIGHT,
    MARGIN,
    NOTE,
    SMALL,
    STRONG,
    THIN,
    TITLE,
    WIDTH,
    Sheet,
    Stroke,
)
from panah.routes.picture.telling import told_of
from panah.routes.picture.told import Entry
from panah.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from panah.lawmodel import Law
    from panah.routes.exposures import Exposed
    from panah.routes.picture.told import Lane, Told
    from panah.routes.values import Routes

_BOTTOM = HEIGHT - MARGIN - 12.0
_LEGEND = ("step", "return", "gate", "gate-later", "gate-filed", "bar")


def draw(routes: Routes, outside: list[Exposed], law: Law, lang: str) -> list[str]:
    """Draw the routes of a case.

    Args:
        routes: The routes found.
        outside: The exposures of the same day; they stand apart, below the lawful routes.
        law: The law, for words.
        lang: Language of the reader.

    Returns:
        The pages, each the text of an SVG file: A4 lying, black and white, no name of anybody in it.
    """
    return _Pages(told_of(routes, outside, law, lang), lang).all()


class _Pages:
    def __init__(self, told: Told, lang: str) -> None:
        self.told = told
        self.lang = lang
        self.calendar = Calendar(told.as_of, [day for lane in told.lanes for day in lane.all_days()], LEFT, RIGHT)
        self.sheets: list[Sheet] = []
        self.y = 0.0

    def all(self) -> list[str]:
        told = self.told
        self._turn(calendar=bool(told.lanes))
        for lane in told.lanes:
            self._block(partial(self._lane, lane), calendar=True)
        for drawing in (self._outside, self._asked, self._ending):
            self._block(drawing)
        for number, sheet in enumerate(self.sheets, 1):
            words = self._say("page", title=told.title, number=str(number), count=str(len(self.sheets)))
            sheet.words(WIDTH - MARGIN, sheet.height - MARGIN + 4, words, NOTE, "end")
        return [sheet.svg(told.title, self._heard(), self.lang) for sheet in self.sheets]

    def _heard(self) -> str:
        return " ".join([self.told.first, *(f"{lane.title}: {'. '.join(lane.days)}." for lane in self.told.lanes)])

    def _say(self, key: str, **values: str) -> str:
        return say(self.lang, f"picture.{key}", **values)

    def _block(self, drawing: Callable[[Sheet, float], float], *, calendar: bool = False) -> None:
        """Draw a block where it has room: tried on a sheet of its own first, on a new page where it does not fit."""
        if drawing(Sheet(), self.y) > _BOTTOM:
            self._turn(calendar=calendar)
        bottom = drawing(self.sheets[-1], self.y)
        self.sheets[-1].height += max(0, ceil(bottom - _BOTTOM))
        self.y = bottom + 8

    def _turn(self, *, calendar: bool) -> None:
        sheet = Sheet()
        self.sheets.append(sheet)
        y = sheet.paragraph(MARGIN, MARGIN - 6, self.told.title, FULL, TITLE)
        y = sheet.paragraph(MARGIN, y + 2, self.told.first, FULL, FIRST)
        self.y = self._axis(sheet, y + 6) if calendar else y + 8

    def _axis(self, sheet: Sheet, top: float) -> float:
        """Draw months and weeks; words that have no room are left out, their signs are not."""
        sheet.words(LEFT - 6, top + 27, day_words(self.told.as_of, self.lang, short=True), STRONG, "end")
        line = top + 30
        sheet.line((LEFT, line), (RIGHT, line), Stroke())
        for cut in self.calendar.cuts():
            for beside in (-1, 3):
                sheet.line((cut + beside - 2, line + 4), (cut + beside + 2, line - 4), Stroke())
        ticks = self.calendar.ticks(self.lang)
        for months, look, bottom, stroke in ((True, BODY, top + 14, Stroke()), (False, SMALL, top + 27, THIN)):
            end = RIGHT
            for tick in reversed([tick for tick in ticks if tick.month == months]):
                sheet.line((tick.at, bottom - 11), (tick.at, line), stroke)
                if tick.at + 3 + look.width_of(tick.words) <= end:
                    sheet.words(tick.at + 3, bottom - 2, tick.words, look)
                    end = tick.at - 4
        return line + 6

    def _lane(self, lane: Lane, sheet: Sheet, top: float) -> float:
        return draw_lane(sheet, lane, self.calendar, top, self.lang)

    def _outside(self, sheet: Sheet, top: float) -> float:
        words, entries = self.told.outside
        if not entries:
            return top
        sheet.rule(top, 3)
        y = sheet.paragraph(MARGIN, top + 3, words, FULL, STRONG)
        return draw_entries(sheet, entries, y + 2, columns=2)

    def _asked(self, sheet: Sheet, top: float) -> float:
        if not self.told.asked:
            return top
        sheet.rule(top, 1.5)
        y = sheet.paragraph(MARGIN, top + 3, self._say("asked"), FULL, STRONG)
        return draw_entries(sheet, self.told.asked, y + 2, columns=2)

    def _ending(self, sheet: Sheet, top: float) -> float:
        y = top
        if self.told.lanes:
            sheet.rule(top, 0.5)
            legend = [Entry(kind, "", self._say(f"legend-{kind}")) for kind in _LEGEND]
            y = draw_entries(sheet, legend, top + 3, columns=3)
            y = sheet.paragraph(MARGIN, y, self._say("legend-lines"), FULL, NOTE)
        for words in self.told.remarks:
            y = sheet.paragraph(MARGIN, y + 1, words, FULL, NOTE)
        return y
