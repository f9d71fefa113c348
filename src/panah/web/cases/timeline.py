"""The timeline of a case: lanes of tracks over days, as values with places; the template draws them.

Shape carries meaning and colour only repeats it: a mark is an act, an outlined mark an act whose day is not known
exactly (its days are the line under it), a bar is custody, a bracket a limit up to its last day (dashed between the
first and the last end), hatching is a rule not kept. What lies after the day asked is on a paler ground.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.dates import day_words
from panah.procedure.act_words import act_named
from panah.procedure.position import BreachFound, Deadline
from panah.telling.items import is_done
from panah.texts import say
from panah.timelimits import FAR_PAST, day_of
from panah.web.cases.timeline_ticks import LETTER, ticks_of
from panah.web.cases.timeline_values import Band, Bracket, Lane, Mark, Timeline

if TYPE_CHECKING:
    from panah.lawmodel import Law
    from panah.procedure.casefile import Act, CaseFile
    from panah.procedure.position import Position
    from panah.telling.law_words import LawWords

LEFT, WIDTH, RIGHT = 116, 1120, 24
_ROW, _TOP, _GAP = 19, 40, 9
_LANES = ("custody", "extradition", "asylum", "review", "expulsion", "international", "movement", "harm", "origin")
_CUSTODY_BEGINS, _CUSTODY_ENDS = frozenset({"in-custody"}), frozenset({"at-liberty"})
_AHEAD, _BEFORE = 200, 14
_FAR = 1100
"""What is further back than that many days stands at the edge: the rest would have no room."""
_MOST = 8
"""Limits drawn in one lane; the lists of the page have all."""
ZOOMS = (0, 12, 6, 3, 1)
"""Months shown around the day asked; 0 shows all."""


def timeline_of(casefile: CaseFile, position: Position, law: Law, law_words: LawWords, zoom: int) -> Timeline | None:
    """Lay out the timeline of a case; None where nothing in it has a day.

    Args:
        casefile: The case.
        position: Its position on the day asked.
        law: The law, for words.
        law_words: Words of the law in the language of the reader.
        zoom: Months around the day asked, one of ``ZOOMS``; 0 shows all.
    """
    return Drawing(casefile, position, law, law_words).timeline(zoom) if casefile.acts else None


class Drawing:
    """Lays out the timeline of one case."""

    width = WIDTH

    def __init__(self, casefile: CaseFile, position: Position, law: Law, law_words: LawWords) -> None:
        """Keep what is to be drawn."""
        self.position = position
        self.law = law
        self.law_words = law_words
        self.lang = law_words.lang
        self.today = position.as_of
        replaced = {act.supersedes for act in casefile.acts}
        self.acts = [act for act in numbered(casefile) if act[1].id not in replaced]
        self.limits = self._limits()
        self.breaches = list(position.breaches)
        self.first = self.last = self.today

    def _limits(self) -> list[Deadline]:
        return [item for item in self.position.deadlines if self._shown(item)]

    def _shown(self, item: Deadline) -> bool:
        """Whether a limit is drawn: what is over and kept would only hide the rest."""
        if is_done(item) or item.met_by:
            return False
        last = item.safe if item.latest is None else item.latest
        return last >= self.today or item.state == "missed"

    def _ends(self, zoom: int) -> tuple[int, int]:
        if zoom:
            return self.today - 20 * zoom, self.today + 11 * zoom
        told = [act for _, act in self.acts if self._track(act) in _LANES] or [act for _, act in self.acts]
        here = [act for act in told if self._track(act) != "origin"] or told
        begin = max(min(days_of(act)[0] for act in here), self.today - _FAR)
        room = max(_AHEAD, self.today - begin)
        ends = [item.safe for item in self.limits if item.safe <= self.today + room]
        return begin - _BEFORE, max([self.today + 30, *ends]) + _BEFORE

    def _x(self, day: float) -> float:
        share = (min(max(day, self.first), self.last) - self.first) / (self.last - self.first)
        return round(LEFT + share * (self.width - LEFT - RIGHT), 1)

    def _track(self, act: Act) -> str:
        kind = self.law.vocabulary.acts.get(act.kind)
        track = "" if kind is None else kind.track
        if act.of and track == "any":
            other = next((one for _, one in self.acts if one.id == act.of), None)
            return self._track(other) if other is not None and other.of != act.id else track
        return track

    def timeline(self, zoom: int) -> Timeline:
        """Lay it out around the day asked; ``zoom`` as `timeline_of` takes it."""
        self.first, self.last = self._ends(zoom)
        lanes: list[Lane] = []
        top = float(_TOP)
        for track in _LANES:
            lane = self._lane(track, top)
            if lane is not None:
                lanes.append(lane)
                top += lane.height + _GAP
        today = self._x(self.today)
        return Timeline(
            width=self.width,
            height=top + 8,
            left=LEFT,
            today=today,
            today_words=day_words(self.today, self.lang, short=True),
            today_anchor="end" if today > self.width - 140 else "start",
            ticks=ticks_of(self.first, self.last, self._x, self.width, self.lang),
            lanes=tuple(lanes),
            zoom=zoom,
            zooms=ZOOMS,
            bottom=top,
        )

    def _lane(self, track: str, top: float) -> Lane | None:
        acts = [(number, act) for number, act in self.acts if self._track(act) == track and self._in_view(days_of(act))]
        limits = [item for item in self.limits if item.limit.track == track and item.safe >= self.first]
        broken = [item for item in self.breaches if item.breach.id.split("/")[1] == track]
        custody = self._custody(top + _ROW * 0.5) if track == "custody" else ()
        if not (acts or limits or broken or custody):
            return None
        rows: list[float] = []
        y = top + (_ROW * 0.5 if not custody else _ROW * 1.5)
        marks = tuple(self._mark(number, act, rows, y) for number, act in acts)
        y += _ROW * max(len(rows), 1 if acts else 0)
        ends: list[float] = []
        brackets = [self._bracket(item, ends, y) for item in sorted(limits, key=lambda one: one.safe)[:_MOST]]
        y += _ROW * len(ends)
        bands = tuple(
            self._band(item, y + place * 11) for place, item in enumerate(broken[:6]) if item.on[0] <= self.last
        )
        height = y + 11 * len(bands) - top + (2 if bands else -4)
        title = self.law.vocabulary.label(track, self.lang)
        return Lane(title, top, max(height, _ROW), marks, tuple(brackets), custody, bands)

    def _in_view(self, days: tuple[int, int]) -> bool:
        return days[1] >= self.first and days[0] <= self.last

    def _mark(self, number: int, act: Act, rows: list[float], y: float) -> Mark:
        first, last = days_of(act)
        left, right = self._x(first), self._x(last)
        x = (left + right) / 2
        room = 18.0
        row = next((place for place, edge in enumerate(rows) if x - room / 2 >= edge), len(rows))
        if row == len(rows):
            rows.append(0.0)
        rows[row] = x + room / 2
        words = act_named(act, self.law, self.lang)
        sure = right - left < 6
        return Mark(number, x, y + row * _ROW, left, right, sure, act.certainty == "disputed", words)

    def _bracket(self, item: Deadline, ends: list[float], y: float) -> Bracket:
        start = min((day_of(one.start[0]) for one in item.readings if one.start[0] != FAR_PAST), default=self.today)
        left, right = self._x(min(start, item.safe)), self._x(item.safe + 1)
        late = right if item.latest is None else self._x(item.latest + 1)
        title = self.law_words.of(item.limit.title)
        day = day_words(item.safe, self.lang, short=True, year=False)
        beyond = item.safe > self.last
        words = self._at_bracket(item, day, title)
        room = len(words) * LETTER
        at, anchor = late + 6, "start"
        if late + 6 + room > self.width - 4:
            at, anchor = left - 6, "end"
            if left - 6 - room < LEFT:
                at, anchor = max(self.width - 6.0, LEFT + room), "end"
        edges = (min(left, at - room), max(late, at)) if anchor == "end" else (left, at + room)
        row = next((place for place, edge in enumerate(ends) if edges[0] - 8 >= edge), len(ends))
        if row == len(ends):
            ends.append(0.0)
        ends[row] = edges[1]
        tone = "over" if item.state == "missed" else item.limit.binds
        return Bracket(
            left, right, late, y + row * _ROW, tone, words + (" →" if beyond else ""), at, anchor, f"{day} · {title}"
        )

    def _at_bracket(self, item: Deadline, day: str, title: str) -> str:  # noqa: ARG002  (small drawings say the last day too)
        return f"{day} · {_cut(title)}"

    def _band(self, item: BreachFound, y: float) -> Band:
        first, last = item.on
        left = self._x(first)
        end = self.today if item.limit is not None else (first if last is None else last)
        return Band(left, max(self._x(end + 1) - left, 5), y, self.law_words.of(item.breach.title), item.certain)

    def _custody(self, y: float) -> tuple[Band, ...]:
        """Draw the times in custody: from the act that tells so to the one that tells otherwise, or to today."""
        bands: list[Band] = []
        begun: tuple[int, bool] | None = None
        for _, act in sorted(self.acts, key=lambda one: days_of(one[1])):
            kind = self.law.vocabulary.acts.get(act.kind)
            whereabouts = None if kind is None else kind.whereabouts
            if whereabouts is None or act.alternative_to:
                continue
            first, last = days_of(act)
            if whereabouts in _CUSTODY_BEGINS:
                begun = begun or (first, first == last)
            elif begun is not None:
                bands.append(self._bar(begun, last, y))
                begun = None
        if begun is not None:
            bands.append(self._bar(begun, self.today, y))
        return tuple(bands)

    def _bar(self, begun: tuple[int, bool], end: int, y: float) -> Band:
        left = self._x(begun[0])
        words = say(self.lang, "page.in-custody")
        return Band(left, max(self._x(end) - left, 3), y, words, begun[1])


def numbered(casefile: CaseFile) -> list[tuple[int, Act]]:
    """Give the acts with the numbers they have on the page: in the order of their days."""
    ordered = sorted(enumerate(casefile.acts), key=lambda one: (one[1].span[0], one[0]))
    return [(number, act) for number, (_, act) in enumerate(ordered, 1)]


def days_of(act: Act) -> tuple[int, int]:
    """Give the days between which an act happened; an open end is taken as one day."""
    first, last = act.span
    if first == FAR_PAST:
        return (day_of(last), day_of(last)) if last is not None else (1, 1)
    return day_of(first), day_of(first if last is None else last)


def _cut(words: str) -> str:
    return words if len(words) <= 44 else words[:43].rstrip() + "…"
