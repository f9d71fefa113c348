"""Comparing what the seeking state alleges with the offences of the law here: what is barred, what is arguable."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from panah.lawmodel import Pack
    from panah.lawmodel.instruments import Offence
    from panah.procedure.casefile import CaseFile, Charge

Text = dict[str, str]


class Charged(NamedTuple):
    """What a comparison gives.

    ``classes`` names every class that bars or may bar some charge; ``clear`` those that bar at least one charge where
    every charge of the request is clearly barred by one class or another. ``arguments`` says for each class which
    provisions it touches, how strongly, and why.
    """

    classes: frozenset[str]
    clear: frozenset[str]
    arguments: dict[str, tuple[tuple[str, str, Text], ...]]


NOTHING = Charged(frozenset(), frozenset(), {})


def compare(casefile: CaseFile, pack: Pack) -> Charged:
    """Compare the charges of a case with the offences a pack knows.

    A charge known only by words, or by an article that was not researched, is neither barred nor free of bars: with one
    such charge no class is clear.
    """
    if not casefile.charges or not pack.offences:
        return NOTHING
    arguments: dict[str, list[tuple[str, str, Text]]] = {}
    all_barred = True
    for charge in casefile.charges:
        offence = offence_of(charge, pack)
        if offence is None or not offence.bars:
            all_barred = False
        if offence is None:
            continue
        cite = f"{charge.instrument} {charge.provision}"
        for bar in offence.bars:
            arguments.setdefault(bar, []).append((cite, "bar", offence.note))
        for bar, argument in offence.arguable:
            arguments.setdefault(bar, []).append((cite, "argument", argument))
    clear = frozenset(
        name for name, found in arguments.items() if all_barred and any(strength == "bar" for _, strength, _ in found)
    )
    return Charged(frozenset(arguments), clear, {name: tuple(found) for name, found in arguments.items()})


def offence_of(charge: Charge, pack: Pack) -> Offence | None:
    """Find the entry with the longest provision that covers a charge: ``280.3`` covers ``280.3(1)``."""
    best: Offence | None = None
    for offence in pack.offences:
        if charge.provision is None or offence.instrument != charge.instrument:
            continue
        covers = charge.provision == offence.provision or charge.provision.startswith(offence.provision + "(")
        if covers and (best is None or len(offence.provision) > len(best.provision)):
            best = offence
    return best
