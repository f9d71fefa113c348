"""The law as typed values: what a country's files say, after reading.

The rules of a pack (:mod:`panah.lawmodel.packs`) are of three kinds here, each with dated editions:
moves (which act leads from which stage to which), limits (who must act within what time) and shields (what a state
of affairs forbids). Nothing in this module knows a country; days are ordinals as in :mod:`panah.timelimits`.

Not here: reading YAML (:mod:`panah.lawmodel.reading`), turning it into these values (:mod:`.building`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from panah.timelimits import Period, Regime

Text = dict[str, str]
"""Words in several languages: ``{"ru": …, "en": …}``."""


class Pattern(NamedTuple):
    """Which acts a rule means: the act's word and, for some of its fields, the values admitted.

    ``fields`` holds (name, admitted values, whether an absent field is admitted too); a value that says ``unknown`` is
    as good as an absent one. ``has`` names a field that must be there, whatever it says.
    """

    act: str
    fields: tuple[tuple[str, frozenset[str], bool], ...] = ()
    has: str = ""

    def matches(self, kind: str, fields: Mapping[str, str]) -> bool:
        """Whether an act of this kind with these fields is meant."""
        if kind != self.act or (self.has and self.has not in fields):
            return False
        for name, admitted, absent in self.fields:
            value = fields.get(name)
            if value is None or value == "unknown":
                if not absent:
                    return False
            elif value not in admitted:
                return False
        return True


class Guard(NamedTuple):
    """A closed vocabulary of conditions; all that are given must hold. No expressions, no code."""

    stage: tuple[tuple[str, frozenset[str]], ...] = ()
    """(track, stages): the track stands in one of these stages."""
    stage_at_start: tuple[tuple[str, frozenset[str]], ...] = ()
    """(track, stages): where the track stood when the limit started; asked of readings only."""
    left_stage: tuple[tuple[str, frozenset[str]], ...] = ()
    """(track, stages): the stage the track stood in before its present one."""
    limit_open: str = ""
    """Id of a limit that still runs, or may run."""
    within_term: str = ""
    """Id of a limit whose last day has not passed, whether or not it was acted on; only of what is not listed."""
    after: tuple[Pattern, ...] = ()
    """One of these acts has happened, and none of ``until`` since."""
    until: tuple[Pattern, ...] = ()
    lasts: Period | None = None
    """With ``after``: how long the effect lasts unless the act is repeated; then it is only a maybe."""
    charges: str = ""
    """A class of offences: what the comparison of the charges with the law here gives."""
    purpose: frozenset[str] = frozenset()
    """Purpose of the request for return: prosecution, sentence, unknown."""
    treaty: str = ""
    """A treaty in force between the country and a state that seeks return."""
    unless: tuple[Pattern, ...] = ()
    """None of these acts has happened."""
    unless_shield: tuple[str, ...] = ()
    """Ids of shields none of which holds; only shields whose own conditions name no limit and no shield."""
    always: bool = False
    arrived_before: str = ""
    """With ``after``: the act came before the end of this limit (its safe day); past its latest day, too late."""
    arrived_on_the_day_maybe: bool = False
    """With ``arrived_before``: on the very day it only may have come in time."""


class Anchor(NamedTuple):
    """From what a limit counts.

    ``start`` the act that starts it; ``act`` the latest such act of the same run (or of the first run that reached the
    starting stage); ``served`` the service of the starting act on this recipient; ``end`` the end of another limit;
    ``field`` a day that the starting act itself says (``leave-by``); ``previous`` the end of the same limit when it was
    started before;
    ``unknown`` nothing on record can tell, only the earliest conceivable moment is known.
    """

    kind: str = "start"
    pattern: Pattern | None = None
    first_run: bool = False
    recipient: str = ""
    field: str = ""
    limit: str = ""
    reading: str = ""
    or_later: bool = False
    """With ``served``: while this service is not on record, nothing tells the last day, whoever else was served."""


class Reading(NamedTuple):
    """One of several rival meanings of a text, with its argument. Fields that are None keep the edition's own.

    ``length_of`` names a period of the request for return (``sentence``) that is the length; a case that does not say
    it has no such reading. ``may_extend`` are the extensions as this reading counts them, if not as the edition does.
    """

    id: str
    argument: Text
    cite: tuple[str, ...]
    counting: Regime | None = None
    length: Period | None = None
    anchor: Anchor | None = None
    when: Guard | None = None
    confidence: str = ""
    length_of: str = ""
    may_extend: tuple[Period, ...] = ()


class Edition(NamedTuple):
    """A rule's text from one day to another.

    ``first`` and ``first_latest`` differ where the first day is known only as a span; ``until`` is the first day no
    longer in force (None: still in force, or not known to have ended), ``until_earliest`` the first that may no longer
    be, where that day is known only as a span. ``verified_until`` is the last day for which somebody read the text.
    """

    first: int
    first_latest: int
    until: int | None
    verified_until: int | None
    cite: tuple[str, ...]
    confidence: str
    until_earliest: int | None = None
    length: Period | None = None
    counting: Regime | None = None
    readings: tuple[Reading, ...] = ()
    may_extend: tuple[Period, ...] = ()
    """Extensions the law allows, one after another."""
    may_extend_from: str = "end"
    """From what extensions count: the ``end`` of the limit, or its ``start``."""
    may_extend_unless: tuple[Pattern, ...] = ()
    """Once one of these acts is on record, no more extension is open."""
    may_extend_cite: tuple[str, ...] = ()
    without_cap: bool = False
    pending_too: bool = False
    """The edition governs from its first day also what started before it; only of limits without a length."""
    strength: str = ""
    source: str = ""
    guard: Guard | None = None
    stops: tuple[tuple[Pattern, str], ...] = ()
    breaks: bool = False
    """An act that the shield stops is a breach though the shield binds only as an argument or an international duty."""
    only_maybe: bool = False
    """The shield holds on one reading of the law only: never more than maybe."""
    lifted_by: tuple[str, ...] = ()
    readings_of_strength: tuple[tuple[str, str, Text], ...] = ()
    doubts: tuple[str, ...] = ()
    """Ids of the open doubts of the research that touch the rule."""

    def in_force(self, day: int) -> bool:
        """Whether the text may be in force on a day (an ordinal)."""
        return self.first <= day and (self.until is None or day < self.until)

    def surely_in_force(self, day: int) -> bool:
        """Whether the text is in force on a day however its first and its last day are read."""
        return self.first_latest <= day and (self.until_earliest is None or day < self.until_earliest)


class Move(NamedTuple):
    """On this act, from these stages, to that stage. ``cost`` is what presuming the act costs (0: never presumed).

    Where ``left`` names stages, only if the track stood in one of them before the present stage.
    """

    id: str
    track: str
    words: Text
    on: Pattern
    from_stages: frozenset[str]
    to: str
    opens_run: bool
    cost: int
    requires: tuple[tuple[str, frozenset[str]], ...]
    ask_for: Text
    editions: tuple[Edition, ...]
    left: frozenset[str]
    file: str
    line: int


class Limit(NamedTuple):
    """Who is bound to do what within what time, what meets it, what its silence means.

    ``once_per_run`` the first start of a run is the only one; ``any_run`` acts of every run of the track meet and end
    it; ``until_field`` the end is what the starting act's own ``until`` says; ``never_missed`` lateness is only to be
    explained; ``remedy`` what binds the defence is also something to file; ``after_removal`` it runs on when the
    person is gone; ``extends_unseen`` an extension would leave no trace, so past the end nothing is sure until the
    longest one has passed too; ``restored_by`` late, but restored, counts as met; ``lapse_counts_from_end`` what
    starts when another limit lapses counts from that limit's last day.
    """

    id: str
    track: str
    title: Text
    words: Text
    binds: str
    actor: str
    starts: tuple[Pattern, ...]
    starts_on_lapse: tuple[str, ...]
    starts_presumed: bool
    when: Guard | None
    anchor: Anchor
    before: str
    met_by: tuple[Pattern, ...]
    shown_by: tuple[Pattern, ...]
    ended_by: tuple[Pattern, ...]
    extended_by: tuple[tuple[Pattern, Guard | None], ...]
    suspended_while: Guard | None
    if_unrecorded: str
    excused_by: tuple[Pattern, ...]
    excuse_ended_by: tuple[Pattern, ...]
    breach: str
    lapse: str
    where: Text
    form: Text
    suspends: bool
    if_missed: Text
    restore: tuple[str, ...]
    governed_by: str
    warning: bool
    once_per_run: bool
    any_run: bool
    until_field: bool
    never_missed: bool
    remedy: bool
    after_removal: bool
    extends_unseen: bool
    restored_by: tuple[Pattern, ...]
    lapse_counts_from_end: bool
    editions: tuple[Edition, ...]
    file: str
    line: int


class Shield(NamedTuple):
    """What a state of affairs forbids: against which returns, how strongly, by which source, lifted by what."""

    id: str
    track: str
    title: Text
    words: Text
    against: tuple[str, ...]
    listed: bool
    editions: tuple[Edition, ...]
    file: str
    line: int


class Breach(NamedTuple):
    """A rule that an authority may break: its words, and who answers for it."""

    id: str
    title: Text
    words: Text
    actor: str
    cite: tuple[str, ...]
    file: str
    line: int
