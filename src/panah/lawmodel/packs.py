"""A pack, the law of one country (or of the UN bodies) ready to use, and the law as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from panah.lawmodel.exposures import Recorded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from panah.lawmodel.exposures import Exposure
    from panah.lawmodel.instruments import BarWords, Instrument, NotModelled, Offence, Treaty
    from panah.lawmodel.model import Breach, Edition, Limit, Move, Pattern, Shield, Text
    from panah.lawmodel.routes import Filing, Route, Step
    from panah.lawmodel.vocabulary import Vocabulary
    from panah.timelimits import Calendar, Regime, Zone


class Pack:
    """The law of one country, ready to use. Built once, never changed.

    ``moves_on`` (by track), ``limits_started_by`` and ``shields_stopping`` are found by the word of the act.
    ``chains``, ``ends`` and ``fitting`` remember what the engine has worked out from the law alone: chains of presumed
    acts, the ends of limits by what they count from, and the moves an act of some kind and fields may make;
    ``telling`` names the fields that tell them apart, by kind.
    """

    __slots__ = (
        "applies_to", "bar_words", "breaches", "calendar", "chains", "code", "covers_from", "ends", "exposures",
        "filings", "fitting", "id", "instruments", "label", "limit_by_id", "limits", "limits_started_by", "moves",
        "moves_on", "not_modelled", "offences", "recorded", "regimes", "routes", "shields", "shields_stopping",
        "steps", "telling", "tracks", "tracks_not_modelled", "treaties", "verified_until", "version", "zones",
    )  # fmt: skip

    def __init__(self, pack_id: str, code: str, version: str, label: Text) -> None:
        self.id = pack_id
        self.code = code
        self.version = version
        self.label = label
        self.covers_from = 0
        self.applies_to: dict[str, dict[str, int]] = {}
        """For a pack of no country: the countries that have accepted its bodies, and since which day (ordinal) each."""
        self.verified_until: int | None = None
        self.tracks: tuple[str, ...] = ()
        self.tracks_not_modelled: dict[str, Text] = {}
        self.calendar: Calendar | None = None
        self.zones: tuple[Zone, ...] = ()
        self.regimes: dict[str, Regime] = {}
        self.instruments: dict[str, Instrument] = {}
        self.offences: tuple[Offence, ...] = ()
        self.bar_words: dict[str, BarWords] = {}
        self.treaties: dict[str, Treaty] = {}
        self.moves: tuple[Move, ...] = ()
        self.limits: tuple[Limit, ...] = ()
        self.shields: tuple[Shield, ...] = ()
        self.breaches: dict[str, Breach] = {}
        self.steps: tuple[Step, ...] = ()
        self.filings: tuple[Filing, ...] = ()
        self.routes: tuple[Route, ...] = ()
        self.exposures: tuple[Exposure, ...] = ()
        self.recorded = Recorded({}, {})
        self.not_modelled: tuple[NotModelled, ...] = ()
        self.moves_on: dict[str, dict[str, list[Move]]] = {}
        self.limit_by_id: dict[str, Limit] = {}
        self.limits_started_by: dict[str, list[tuple[Limit, Pattern, bool]]] = {}
        """Also whether the act is of another track than the limit."""
        self.shields_stopping: dict[str, list[tuple[Shield, Edition, Pattern, str]]] = {}
        self.chains: dict[tuple[str, str, frozenset[str]], tuple[Move, ...] | None] = {}
        self.ends: dict[object, object] = {}
        self.fitting: dict[tuple[str | None, ...], list[tuple[str, list[Move], int | None]]] = {}
        self.telling: dict[str, tuple[str, ...]] = {}


class Head(NamedTuple):
    """What is known of a pack before it is built: its code, its version, the countries that have accepted it."""

    code: str
    version: str
    accepted: frozenset[str]


class Packs(Mapping[str, Pack]):
    """The packs by id, each built when it is first asked for: a case needs the law of its own country only."""

    __slots__ = ("_build", "_built", "heads")

    def __init__(self, heads: dict[str, Head], build: Callable[[str], Pack]) -> None:
        """Know the heads; ``build`` makes the pack of an id."""
        self.heads = heads
        self._build = build
        self._built: dict[str, Pack] = {}

    def __getitem__(self, name: str) -> Pack:
        found = self._built.get(name)
        if found is None:
            if name not in self.heads:
                raise KeyError(name)
            found = self._built[name] = self._build(name)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.heads)

    def __len__(self) -> int:
        return len(self.heads)


class Law:
    """Every pack there is, with the vocabulary they share."""

    __slots__ = ("heads", "packs", "vocabulary")

    def __init__(self, vocabulary: Vocabulary, packs: Mapping[str, Pack]) -> None:
        """Take packs that are built, or are built when asked for (:class:`Packs`)."""
        self.vocabulary = vocabulary
        self.packs = packs
        self.heads = packs.heads if isinstance(packs, Packs) else {name: _head(pack) for name, pack in packs.items()}

    @property
    def versions(self) -> dict[str, str]:
        """The version of each pack, for the head of an answer."""
        return {name: head.version for name, head in self.heads.items()}

    def pack_of(self, country: str) -> Pack | None:
        """The pack of a country by its ISO 3166 code, or None: *no law for this country*."""
        return next((self.packs[name] for name, head in self.heads.items() if head.code == country), None)

    def accepted_by(self, country: str) -> list[Pack]:
        """The packs of no country that a country has accepted."""
        return [self.packs[name] for name, head in self.heads.items() if country in head.accepted]


def _head(pack: Pack) -> Head:
    return Head(pack.code, pack.version, frozenset(pack.applies_to))
