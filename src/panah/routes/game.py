"""The game of a position and its earliest times: authorities act against the person, the defence only files.

Times are local minutes. Milestones and filings are numbers; a set of filings is a bit mask. Each action is a monotone
function of the latest of its needs, so Knuth's generalisation of Dijkstra's algorithm gives every milestone its
earliest time (D. E. Knuth, "A generalization of Dijkstra's algorithm", 1977). Every action fires at most once: a run
ends after at most ``len(actions)`` firings.
"""

from __future__ import annotations

from datetime import date
from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

NOTHING = 0
"""The empty set of filings."""
NO_ACTION = -1
"""What led to a milestone that holds from the beginning."""
_LAST = (date.max.toordinal() + 1) * 1440 - 1
"""The last minute that can be written: what would come after it is not told."""


class Action(NamedTuple):
    """What leads from milestones to milestones, in the time that ``takes`` gives (None: it never has to happen).

    ``shut_by`` are the filings that close it when made before it. ``filing`` is the number of the filing that the
    action makes; -1 for steps and for time. ``name`` tells what it is: the id of a step, a filing or a shield.
    """

    name: str
    heads: tuple[int, ...]
    body: tuple[int, ...]
    shut_by: int
    takes: Callable[[int], int | None]
    filing: int = -1


class Made(NamedTuple):
    """How a milestone came: when, and by which action; ``forced`` where a filing was made because of that action."""

    at: int
    action: int
    forced: bool


class Game:
    """A position as a game: what holds already, what can be done, which filings there are.

    ``opened[f]`` and ``filed[f]`` are the milestones *filing f can be made* and *filing f is made*.
    """

    __slots__ = ("_upstream", "actions", "begin", "filed", "held", "needing", "opened", "size")

    def __init__(
        self,
        size: int,
        begin: int,
        held: frozenset[int],
        actions: tuple[Action, ...],
        opened: tuple[int, ...],
        filed: tuple[int, ...],
    ) -> None:
        """Take the number of milestones, the minute the game begins, the milestones held then, and the actions."""
        self.size = size
        self.begin = begin
        self.held = held
        self.actions = actions
        self.opened = opened
        self.filed = filed
        self.needing: list[list[int]] = [[] for _ in range(size)]
        for number, action in enumerate(actions):
            for milestone in action.body:
                self.needing[milestone].append(number)
        self._upstream: tuple[int, ...] | None = None

    @property
    def upstream(self) -> tuple[int, ...]:
        """For each action, the filings that may change it; found when first asked for, which few games are."""
        if self._upstream is None:
            self._upstream = _upstream(self)
        return self._upstream


def play(game: Game, filings: int, goals: frozenset[int] = frozenset()) -> dict[int, Made]:
    """Find the earliest time of every milestone when these filings, and no others, are made in time.

    A filing is made at the last moment of its window, or earlier when a step that it closes is about to be made. A step
    at the very moment at which the filing first could be made comes before it: ties go to the authority.

    Args:
        game: The game.
        filings: The filings made, as a bit mask.
        goals: Stop at the first of these; none: find all.

    Returns:
        How each milestone that is reached came, by its number.
    """
    return _Run(game, filings).to(goals)


class _Run:
    """One play: milestones made so far, and the actions whose needs are met, by the time they end."""

    __slots__ = ("filings", "game", "made", "needs", "queue")

    def __init__(self, game: Game, filings: int) -> None:
        self.game = game
        self.filings = filings
        self.made: dict[int, Made] = {}
        self.needs = [len(action.body) for action in game.actions]
        self.queue: list[tuple[int, int]] = []

    def to(self, goals: frozenset[int]) -> dict[int, Made]:
        game, made, queue = self.game, self.made, self.queue
        for number, action in enumerate(game.actions):
            if not action.body:
                self.ready(number, game.begin)
        for milestone in sorted(game.held):
            self.settle(milestone, Made(game.begin, NO_ACTION, forced=False))
        while queue:
            at, number = heappop(queue)
            action = game.actions[number]
            if action.shut_by & self.filings and self.is_shut(action, number, at):
                continue
            for head in action.heads:
                self.settle(head, Made(at, number, forced=False))
                if head in goals:
                    return made
        return made

    def ready(self, number: int, at: int) -> None:
        action = self.game.actions[number]
        if action.filing >= 0 and not self.filings >> action.filing & 1:
            return
        ends = action.takes(at)
        if ends is not None and ends <= _LAST:
            heappush(self.queue, (ends, number))

    def settle(self, milestone: int, made: Made) -> None:
        if milestone in self.made:
            return
        self.made[milestone] = made
        for number in self.game.needing[milestone]:
            self.needs[number] -= 1
            if not self.needs[number]:
                # what is on record long before the game begins comes after what holds as it begins
                self.ready(number, max(self.made[one].at for one in self.game.actions[number].body))

    def is_shut(self, action: Action, number: int, at: int) -> bool:
        """Whether a filing that could be made before it closes an action; it is then made, at the latest, now."""
        shut = False
        for filing in bits(action.shut_by & self.filings):
            opened = self.made.get(self.game.opened[filing])
            if opened is not None and opened.at < at:
                shut = True
                self.settle(self.game.filed[filing], Made(at, number, forced=True))
        return shut


def bits(mask: int) -> list[int]:
    """Give the numbers of the bits set in a mask, in order."""
    numbers = []
    while mask:
        lowest = mask & -mask
        numbers.append(lowest.bit_length() - 1)
        mask ^= lowest
    return numbers


def chain(game: Game, made: dict[int, Made], goal: int) -> list[int]:
    """Give the actions that lead to a milestone, in the order in which they are made."""
    seen: dict[int, Made] = {}
    ahead = [goal]
    while ahead:
        milestone = ahead.pop()
        came = made[milestone]
        if milestone in seen:
            continue
        seen[milestone] = came
        if came.action >= 0:
            ahead += game.actions[came.action].body
    order = {came.action: came.at for came in seen.values() if came.action >= 0 and not came.forced}
    # what an action gives may have come before it by another way: only what it gave itself tells its place
    first = {came.action: place for place, came in reversed([*enumerate(made.values())]) if not came.forced}
    placed = sorted(order, key=first.__getitem__)
    return sorted(placed, key=lambda number: order[number])


def _upstream(game: Game) -> tuple[int, ...]:
    """For each action, the filings that anything before it uses or is closed by; whatever changes it is among them."""
    giving: list[list[int]] = [[] for _ in range(game.size)]
    for number, action in enumerate(game.actions):
        for head in action.heads:
            giving[head].append(number)
    number_of = {milestone: filing for filing, milestone in enumerate(game.filed)}
    found = []
    for start in range(len(game.actions)):
        mask = 0
        seen = {start}
        ahead = [start]
        while ahead:
            action = game.actions[ahead.pop()]
            for milestone in action.body:
                if milestone in number_of:
                    mask |= 1 << number_of[milestone]
                for number in giving[milestone]:
                    mask |= game.actions[number].shut_by
                    if number not in seen:
                        seen.add(number)
                        ahead.append(number)
        found.append(mask)
    return tuple(found)
