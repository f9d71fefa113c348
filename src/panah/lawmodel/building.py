"""From the plain values of a country's files to a :class:`~panah.lawmodel.packs.Pack`.

The shape of the files has been checked before (:mod:`panah.lawmodel.shapes`), references are checked by ``linting``;
here an unknown reference is left out rather than guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.lawmodel.exposure_building import add_exposures
from panah.lawmodel.instruments import BarWords, Counterpart, Instrument, NotModelled, Offence, Treaty
from panah.lawmodel.one_day import keep_only
from panah.lawmodel.ordering import ordered_limits
from panah.lawmodel.packs import Pack
from panah.lawmodel.plain import Plain
from panah.lawmodel.route_building import ROUTES, add_routes
from panah.lawmodel.rule_building import Rules, day_span
from panah.timelimits import calendar_from, parse_day, regime_from, zone_from

if TYPE_CHECKING:
    from panah.lawmodel.vocabulary import Vocabulary

_DAY = 1440


def build_pack(files: dict[str, object], vocabulary: Vocabulary, on: int | None = None) -> Pack:
    """Build the law of one country.

    Args:
        files: The content of each file of its folder by file name (``calendar/2026.yaml`` included).
        vocabulary: Tells of which track an act is.
        on: The day (ordinal) whose editions govern everything; None: each in its time.

    Raises:
        TimeError and ValueError kinds of :mod:`panah.timelimits`: a calendar, regime or date that cannot be read.
    """
    head = Plain(files["country.yaml"])
    pack = Pack(head.text("id"), head.text("country"), head.text("version"), head.texts("label"))
    pack.covers_from = parse_day(head.text("covers-from"))
    pack.verified_until = parse_day(head.text("verified-until")) if "verified-until" in head else None
    pack.tracks = head.words("tracks")
    pack.applies_to = {
        country: {body: day_span(bodies.text(body))[0] for body in bodies.data}
        for country, bodies in head.named("applies-to")
    }
    pack.tracks_not_modelled = {
        track: head.part("tracks-not-modelled").texts(track) for track in head.part("tracks-not-modelled").data
    }
    pack.treaties = {name: _treaty(name, part) for name, part in head.named("treaties")}
    pack.instruments = {
        name: _instrument(name, part) for name, part in Plain(files.get("instruments.yaml")).named("instruments")
    }
    pack.regimes = {
        f"{pack.id}/{name}": regime_from(f"{pack.id}/{name}", part.data)
        for name, part in Plain(files.get("counting.yaml")).named("regimes")
    }
    years = [Plain(content).data for name, content in sorted(files.items()) if name.startswith("calendar/")]
    pack.calendar = calendar_from(pack.id, years) if years else None
    pack.zones = tuple(zone_from(part.data) for part in Plain(files.get("time-zones.yaml")).parts("zones"))
    pack.bar_words = {
        name: BarWords(part.words("cite"), {lang: part.text(lang) for lang in ("ru", "kk", "en") if lang in part})
        for name, part in Plain(files.get("offences.yaml")).named("bar-words")
    }
    pack.offences = tuple(_offence(part) for part in Plain(files.get("offences.yaml")).parts("offences"))
    not_modelled = [_not_modelled(part, "") for part in head.parts("not-modelled")]
    for name in rule_files(files):
        rules = Plain(files[name])
        Rules(pack, rules, f"{pack.id}/{name}").add()
        not_modelled += [_not_modelled(part, rules.text("track")) for part in rules.parts("not-modelled")]
    if ROUTES in files:
        add_routes(pack, files[ROUTES])
    add_exposures(pack, files)
    for name in ("offences.yaml", "time-zones.yaml", "counting.yaml"):
        not_modelled += [_not_modelled(part, "") for part in Plain(files.get(name)).parts("not-modelled")]
    pack.not_modelled = tuple(not_modelled)
    if on is not None:
        keep_only(pack, on)
    _index(pack, vocabulary)
    return pack


def rule_files(files: dict[str, object]) -> list[str]:
    """Name the files that hold rules: those with a ``track`` at the top, in order of their names."""
    return [name for name, content in sorted(files.items()) if isinstance(content, dict) and "track" in content]


def _index(pack: Pack, vocabulary: Vocabulary) -> None:
    pack.limits = ordered_limits(pack.limits)
    pack.limit_by_id = {limit.id: limit for limit in pack.limits}
    for move in pack.moves:
        act = move.on.act
        pack.moves_on.setdefault(act, {}).setdefault(move.track, []).append(move)
        names = [*pack.telling.get(act, ()), *(name for name, _, _ in move.on.fields)]
        pack.telling[act] = tuple(dict.fromkeys(names))
    for limit in pack.limits:
        for pattern in limit.starts:
            known = vocabulary.acts.get(pattern.act)
            elsewhere = known is not None and known.track not in {limit.track, "any"}
            pack.limits_started_by.setdefault(pattern.act, []).append((limit, pattern, elsewhere))
    for shield in pack.shields:
        for edition in shield.editions:
            for pattern, breach in edition.stops:
                pack.shields_stopping.setdefault(pattern.act, []).append((shield, edition, pattern, breach))


def _treaty(name: str, part: Plain) -> Treaty:
    return Treaty(
        name, part.texts("title"), frozenset(part.words("states")), part.words("cite"), part.text("confidence")
    )


def _instrument(name: str, part: Plain) -> Instrument:
    anchors = part.part("anchors")
    return Instrument(
        id=name,
        title=part.texts("title"),
        short=part.texts("short"),
        url=part.text("url"),
        anchors={provision: anchors.text(provision) for provision in anchors.data},
        first=day_span(part.text("in-force-from"))[0] if "in-force-from" in part else None,
        verified_until=day_span(part.text("verified-until"))[1] if "verified-until" in part else None,
        confidence=part.text("confidence"),
        unread=part.flag("unread"),
    )


def _offence(part: Plain) -> Offence:
    foreign = part.part("foreign")
    return Offence(
        id=part.text("id"),
        instrument=foreign.text("instrument"),
        provision=foreign.text("provision"),
        subject=part.texts("subject"),
        here=tuple(_counterpart(item) for item in part.parts("here")),
        bars=part.words("bars"),
        arguable=tuple((item.text("bar"), item.texts("argument")) for item in part.parts("arguable")),
        note=part.texts("note"),
        confidence=part.text("confidence"),
    )


def _counterpart(part: Plain) -> Counterpart:
    return Counterpart(
        cite=f"{part.text('instrument')} {part.text('provision')}",
        title=part.texts("title"),
        imprisonment=part.text("imprisonment") in {"yes", "True"},
        military=part.text("military") in {"yes", "True"},
    )


def _not_modelled(part: Plain, track: str) -> NotModelled:
    return NotModelled(part.text("what"), part.texts("why"), part.words("provisions"), track)
