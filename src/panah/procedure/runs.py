"""One course of a track: a person may be detained twice, apply twice, be tried twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panah.lawmodel import Move
    from panah.procedure.facts import Fact

NONE = "none"


class Run:
    """One course of a track: from the fact that opened it to the one that opened the next.

    ``begin`` and ``end`` are places in the stream; ``entered`` tells by which fact each stage was first reached;
    ``slugs`` are the names that acts give to runs of this track.
    """

    __slots__ = (
        "begin",
        "by",
        "end",
        "entered",
        "move",
        "number",
        "presumed",
        "previous",
        "since",
        "slug",
        "slugs",
        "stage",
        "track",
    )

    def __init__(self, track: str, number: int, begin: int, slug: str | None, slugs: set[str]) -> None:
        """Open a run at a place in the stream."""
        self.slugs = slugs
        self.track = track
        self.number = number
        self.begin = begin
        self.end: int | None = None
        self.slug = slug
        self.stage = NONE
        self.previous = NONE
        self.since: tuple[int | None, int | None] = (None, None)
        self.by: tuple[str, ...] = ()
        self.presumed = False
        self.move: Move | None = None
        self.entered: dict[str, Fact] = {}

    def holds(self, at: int) -> bool:
        """Whether a place in the stream lies in this run."""
        return self.begin <= at and (self.end is None or at < self.end)

    def has(self, fact: Fact) -> bool:
        """Whether a fact belongs to this run: by the run it names, or else by its place."""
        if fact.run is not None and fact.run in self.slugs:
            return fact.run == self.slug
        return self.holds(fact.at)
