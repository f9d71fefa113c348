"""What a position counts in by the rules of the law: stages, caps on custody, limits by their state, rules not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.procedure.outcome import AT_LIBERTY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panah.figures.counts import Told
    from panah.lawmodel import Limit, Vocabulary
    from panah.procedure import Position
    from panah.procedure.position import Deadline

_PAST = "missed"
_OPEN = frozenset({"undetermined"})
Item = tuple[str, int, str]
"""One limit of one case: the rule, the run, and the act it is of."""


def stages(position: Position) -> Told:
    """Give where the tracks stand: surely where every version of the facts leads there.

    Whether the act that led there is surely past is another telling of the case (`panah.figures.tellings`).
    """
    found: Told = {}
    for stage in position.stages:
        name = f"stage/{stage.pack}/{stage.track}/{stage.stage}"
        found[name] = found.get(name, False) or not stage.in_versions
    return found


def breaches(position: Position) -> Told:
    """Give the rules that an authority did not keep, surely or possibly."""
    found: Told = {}
    for breach in position.breaches:
        name = f"breach/{breach.breach.id}"
        found[name] = found.get(name, False) or (breach.certain and not breach.in_versions)
    return found


def is_cap(limit: Limit, vocabulary: Vocabulary) -> bool:
    """Whether a limit says how long custody may last: it binds an authority, and letting the person go meets it."""
    return (
        limit.track == "custody"
        and limit.binds == "authority"
        and any(vocabulary.acts[pattern.act].whereabouts == AT_LIBERTY for pattern in limit.met_by)
    )


def caps(position: Position, vocabulary: Vocabulary) -> Told:
    """Give the caps on custody that apply, and those that custody went past, surely or possibly.

    That custody lasted past the cap does not yet say that a rule was not kept: a decision may have allowed it.
    """
    found: Told = {}
    for item in position.deadlines:
        if not is_cap(item.limit, vocabulary):
            continue
        sure = not item.in_versions
        applies, past = f"cap/{item.limit.id}/applies", f"cap/{item.limit.id}/past"
        found[applies] = found.get(applies, False) or sure
        if item.state == _PAST or item.state in _OPEN or item.late_under:
            found[past] = found.get(past, False) or (sure and item.state == _PAST)
    return found


def limits(position: Position) -> Iterator[tuple[Item, Told]]:
    """Give every limit of a case with its state."""
    for item in position.deadlines:
        yield _item(item), {f"limit/{item.limit.id}/{item.state}": not item.in_versions}


def _item(item: Deadline) -> Item:
    return item.limit.id, item.run, "+".join(item.of)
