"""``panah time``: one computation with every step, and the regimes there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.cli.arguments import Request, UsageError, nearest
from panah.cli.cases import open_law
from panah.cli.screen import HEADING, screen_for
from panah.dates import amount, span_words, weekday_words
from panah.procedure.arithmetic import minute_words, steps_words
from panah.texts import say
from panah.timelimits import (
    FAR_PAST,
    CalendarMissingError,
    DateFormError,
    End,
    Period,
    PeriodFormError,
    Regime,
    Span,
    TimeRangeError,
    clock,
    day_of,
    end_of,
    iso,
    parse_date,
    parse_period,
)

if TYPE_CHECKING:
    from panah.lawmodel import Law, Pack

_DAY = 1440
OPTIONS = {"from": True, "regime": True, "regimes": False, "json": False, "no-colour": False}


def run(request: Request) -> int:
    """Count what was asked, or list the regimes.

    Raises:
        UsageError: The length, the start or the regime is missing or not understood.
    """
    law = open_law(request.lang)
    if law is None:
        return 1
    if request.has("regimes"):
        from panah.telling.rule_words import regime_words

        for pack in law.packs.values():
            for regime in pack.regimes.values():
                print(f"{regime.id}  {regime_words(regime, request.lang)}")
        return 0
    length, start, (pack, regime) = _asked(request, law)
    try:
        ends = [end_of(minute, length, regime, pack.calendar, pack.zones) for minute in start if minute is not None]
    except CalendarMissingError as error:
        raise UsageError([say(request.lang, "time.no-calendar", year=error.year or "")]) from None
    except TimeRangeError:
        raise UsageError([say(request.lang, "time.out-of-range")]) from None
    if request.has("json"):
        print(_json(length, start, regime, pack, ends, request.lang))
    else:
        _print(length, start, regime, pack, ends, request)
    return 0


def _asked(request: Request, law: Law) -> tuple[Period, Span, tuple[Pack, Regime]]:
    """Read length, start and regime; every fault at once."""
    lang = request.lang
    faults: list[str] = []
    length: Period | None = None
    start: Span | None = None
    written = " ".join(request.places)
    try:
        length = parse_period(written)
    except PeriodFormError as error:
        accepted = ", ".join(example for _, example in error.accepted)
        faults.append(say(lang, "time.length", found=written, accepted=accepted))
    day = request.chosen.get("from")
    if day is None:
        faults.append(say(lang, "time.needs-from"))
    else:
        try:
            start = parse_date(day)
        except DateFormError as error:
            accepted = ", ".join(example for _, example in error.accepted)
            faults.append(say(lang, "time.from", found=day, accepted=accepted))
        if start is not None and start.first == FAR_PAST:
            faults.append(say(lang, "time.open-beginning", found=day))
    found = _regime(request, law, faults)
    if faults or length is None or start is None or found is None:
        raise UsageError(faults)
    return length, start, found


def _regime(request: Request, law: Law, faults: list[str]) -> tuple[Pack, Regime] | None:
    name = request.chosen.get("regime", "")
    known = {regime.id: (pack, regime) for pack in law.packs.values() for regime in pack.regimes.values()}
    if name in known:
        return known[name]
    ending = [regime for regime in known if name and regime.endswith(f"/{name}")]
    if len(ending) == 1:
        return known[ending[0]]
    near = nearest(name, list(known)) if name else ""
    key = "time.needs-regime" if not name else "time.regime-near" if near else "time.regime"
    faults.append(say(request.lang, key, found=name, near=near, known=", ".join(ending or known)))
    return None


def _print(length: Period, start: Span, regime: Regime, pack: Pack, ends: list[End], request: Request) -> None:
    from panah.telling.rule_words import regime_words

    lang = request.lang
    screen = screen_for(no_colour=request.has("no-colour"))
    words = amount(length.amount, length.unit, lang)
    lines = [screen.paint(line, HEADING) for line in screen.paragraph(f"{words} · {regime.id}")]
    lines += screen.paragraph(regime_words(regime, lang), 2)
    minutes = [minute for minute in start if minute is not None]
    days = list(dict.fromkeys(day_of(minute) for minute in minutes)) if length.unit != "hours" else minutes
    for minute in minutes[: len(days)]:
        if len(days) > 1:
            lines += ["", *screen.paragraph(say(lang, "time.if-start", day=weekday_words(day_of(minute), lang)), 2)]
        for step in steps_words(minute, length, regime, pack, lang):
            lines += screen.paragraph(step, 4, 6)
    lines += ["", *screen.paragraph(_end_sentence(start, length, ends, lang))]
    for line in lines:
        print(line)


def _safe(first: int, last: int | None, length: Period) -> int:
    """Give the last minute to work to: hours from an unknown minute may be over when the day of their end begins."""
    return first - 1 if length.unit == "hours" and first != last and first == day_of(first) * _DAY else first


def _end_sentence(start: Span, length: Period, ends: list[End], lang: str) -> str:
    last = ends[-1].last
    first = _safe(ends[0].first, last, length)
    if start.last is None:
        return say(lang, "time.end-open", end=minute_words(first, lang))
    if first == last:
        return say(lang, "time.end", end=minute_words(first, lang))
    if day_of(first) == day_of(last):
        return say(
            lang, "time.end-within", day=weekday_words(day_of(first), lang), first=clock(first), last=clock(last)
        )
    span = span_words(day_of(first), day_of(last), lang)
    return say(lang, "time.end-span", span=span, first=minute_words(first, lang))


def _json(length: Period, start: Span, regime: Regime, pack: Pack, ends: list[End], lang: str) -> str:
    import json

    last = None if start.last is None else ends[-1].last
    first = _safe(ends[0].first, last, length)
    exact = length.unit == "hours" and first == last
    uncertain = sorted({day for end in ends for day in end.uncertain})
    answer = {
        "panah": 1,
        "length": str(length),
        "regime": regime.id,
        "from": {
            "earliest": iso(day_of(start.first)),
            "latest": None if start.last is None else iso(day_of(start.last)),
        },
        "due": {
            "safe": iso(day_of(first)),
            "latest": None if last is None else iso(day_of(last)),
            "time": clock(first) if exact else None,
        },
        "unrolled": iso(day_of(ends[0].unrolled)),
        "uncertain": [iso(day) for day in uncertain],
        "steps": [list(steps_words(minute, length, regime, pack, lang)) for minute in start if minute is not None],
    }
    return json.dumps(answer, ensure_ascii=False)
