"""Acts as the register numbers them, and how a form that was sent twice, or rests on what has changed, is known.

On the page acts have numbers by their days, and each act that is added moves those after it. In addresses and forms
an act is named by the number it was recorded under, which never moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.procedure.casefile_writing import entries_of

if TYPE_CHECKING:
    from panah.procedure.casefile import Act, CaseFile
    from panah.web.standing import Standing


def row_number(act: Act) -> int:
    """Give the number under which an act was recorded."""
    return act.order + 1


def rests_on(standing: Standing) -> str:
    """Name the case as a form was made of it: how many acts it had, and its digest."""
    return f"{len(standing.casefile.acts)}.{standing.digest}"


def is_recorded(casefile: CaseFile, seen: str) -> bool:
    """Whether the last act of a case was recorded already, by a form that was sent before.

    Args:
        casefile: The case with the act that a form tells, as its last one.
        seen: What the form rests on; acts that were there before it are others, whatever they say.
    """
    count = seen.partition(".")[0]
    entries = entries_of(casefile)
    acts, sources = entries["acts"], entries.get("sources")
    if not count.isdigit() or not isinstance(acts, list) or not isinstance(sources, dict | None):
        return False

    def told(act: object) -> dict[str, object]:
        # an id is made up where none is given; of its sources the words count, for each sending numbers them anew
        whole = act if isinstance(act, dict) else {}
        named = [str((sources or {}).get(name)) for name in whole.get("sources", ())]
        return {**{key: value for key, value in whole.items() if key != "id"}, "sources": sorted(named)}

    *before, last = [told(act) for act in acts]
    return last in before[int(count) :]
