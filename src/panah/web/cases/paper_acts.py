"""What filing a paper is in the case, and what taking it in is: the acts that its document stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panah.assembly.catalogue import Document
    from panah.lawmodel import Law, Limit, Pattern
    from panah.register.sealed import Content
    from panah.web.standing import Standing


def acts_of(document: Document, state: str, standing: Standing, law: Law) -> tuple[Content, ...]:
    """Give the acts that a paper becomes when it is ``filed`` or ``served``, each without its day.

    What is filed meets the limits that the document serves: one act for each, those that wait for none left out,
    unless all of them do: then it is filed once more.
    """
    if state == "served":
        taken = document.told.received_as
        return ({"act": taken},) if taken else ()
    met = {item.limit.id for item in standing.position.deadlines if item.state == "met"}
    waiting: dict[str, Content] = {}
    every: dict[str, Content] = {}
    done: set[str] = set()
    for name in document.told.remedies:
        limit = law.packs[name.partition("/")[0]].limit_by_id[name]
        pattern = next((one for one in limit.met_by if one.act in law.vocabulary.user_acts), None)
        if pattern is None:
            continue
        told = _act(pattern, limit, document, standing, law)
        every.setdefault(pattern.act, told)
        if name in met:
            done.add(pattern.act)
        else:
            waiting.setdefault(pattern.act, told)
    found = [told for act, told in waiting.items() if act not in done]
    return tuple(found or [*every.values()][:1])


def _act(pattern: Pattern, limit: Limit, document: Document, standing: Standing, law: Law) -> Content:
    """Give the act that meets a limit, with what its pattern, the document and the run of the limit fix."""
    known = law.vocabulary.acts[pattern.act].fields
    told: Content = {"act": pattern.act}
    for name, admitted, _ in pattern.fields:
        if name in known and len(admitted) == 1:
            told[name] = next(iter(admitted))
    if "body" in known and "body" not in told and len(document.told.body) == 1:
        told["body"] = document.told.body[0]
    runs = [item for item in standing.position.deadlines if item.limit.id == limit.id]
    # of several orders the one whose term waits and ends first; a complaint that names nothing would meet them all
    today = standing.position.as_of
    runs.sort(key=lambda item: (bool(item.met_by), (item.latest or item.safe) < today, item.safe))
    acts = [name for item in runs for name in item.of if standing.casefile.act(name) is not None]
    if acts and (law.vocabulary.acts[pattern.act].by == "defence" or "of" in known):
        told["of"] = acts[0]
    return told
