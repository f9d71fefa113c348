"""What changed in the law between two days: for each rule the editions in force on each, and what differs.

Pure and without words: the reader's language is chosen above (``panah law diff``). An edition whose first day is known
only as a span is in force *perhaps* on the days of that span, and so is the one it follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panah.lawmodel.model import Edition, Limit, Move, Shield
    from panah.lawmodel.packs import Pack

ASPECTS = (
    "length", "readings", "counting", "may_extend", "without_cap", "strength", "source", "lifted_by",
    "conditions", "cite", "confidence",
)  # fmt: skip
"""What an edition may say otherwise than another, in the order it is told."""
_NEVER = 4_000_000
_CONDITIONS = ("guard", "stops", "breaks", "only_maybe", "may_extend_from", "may_extend_unless", "pending_too")


class InForce(NamedTuple):
    """An edition in force on a day; ``surely`` is false where the day lies in a span of uncertainty."""

    edition: Edition
    surely: bool


class Change(NamedTuple):
    """A rule that does not stand on the second day as it stood on the first.

    ``kind`` is ``new``, ``ended``, ``changed``, or ``settled`` (the same text, perhaps in force on one of the days and
    surely on the other). ``before`` and ``after`` leave out what is in force on both days alike. ``differences`` names
    what differs (see ``ASPECTS``) between the first of ``before`` and the last of ``after``; none where only the text
    or its day changed.
    """

    kind: str
    rule: Limit | Shield | Move
    before: tuple[InForce, ...]
    after: tuple[InForce, ...]
    differences: tuple[str, ...]

    @property
    def certain(self) -> bool:
        """Whether both days are sure of their editions."""
        return all(item.surely for item in (*self.before, *self.after))

    def is_new(self, edition: Edition) -> bool:
        """Whether an edition is in force on the second day and was not on the first."""
        return edition in [item.edition for item in self.after] and edition not in [
            item.edition for item in self.before
        ]


def editions_on(rule: Limit | Shield | Move, day: int) -> tuple[InForce, ...]:
    """Give the editions in force on a day (an ordinal), the earlier first.

    There are several where the day of change is not known, and where a shield has texts beside each other.
    """
    found = [item for item in rule.editions if item.first <= day and (item.until is None or day < item.until)]
    found.sort(key=lambda item: (item.first, item.first_latest))
    return tuple(InForce(item, item.surely_in_force(day)) for item in found)


def last_days(edition: Edition) -> tuple[int, int]:
    """Give the first and the last day (ordinals) that may be the last of an edition; far off where it has no end."""
    if edition.until is None or edition.until_earliest is None:
        return _NEVER, _NEVER
    return edition.until_earliest - 1, edition.until - 1


def changes(pack: Pack, first: int, second: int) -> Iterator[Change]:
    """Go through the rules of a pack that stand otherwise on the second day; limits, shields, then moves."""
    rules: list[Limit | Shield | Move] = [*sorted(pack.limits, key=lambda rule: rule.id), *pack.shields, *pack.moves]
    for rule in rules:
        before, after = editions_on(rule, first), editions_on(rule, second)
        gone = tuple(item for item in before if item not in after)
        come = tuple(item for item in after if item not in before)
        if gone or come:
            yield _change(rule, gone, come)


def _change(rule: Limit | Shield | Move, before: tuple[InForce, ...], after: tuple[InForce, ...]) -> Change:
    if not before or not after:
        return Change("new" if after else "ended", rule, before, after, ())
    old, new = before[0].edition, after[-1].edition
    if old is new:
        return Change("settled", rule, before, after, ())
    return Change(
        "changed", rule, before, after, tuple(name for name in ASPECTS if _told(old, name) != _told(new, name))
    )


def _told(edition: Edition, name: str) -> object:
    if name == "readings":
        return edition.readings, edition.readings_of_strength
    if name == "conditions":
        return tuple(getattr(edition, field) for field in _CONDITIONS)
    return getattr(edition, name)
