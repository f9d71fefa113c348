"""The worked examples of a rule: counted by hand in the law's files, told and drawn as the engine answers them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from panah.dates import day_words, weekday_words
from panah.lawmodel import Breach, Limit, Shield
from panah.places import law_folder
from panah.procedure.act_words import act_named
from panah.procedure.replay import replay
from panah.routes.examples import Plain, casefile_of, read_examples, works
from panah.telling.items import ItemWords
from panah.texts import say
from panah.timelimits import parse_day
from panah.web.cases.timeline import numbered
from panah.web.desk import the_desk
from panah.web.keeping import once
from panah.web.law.drawing import drawing_of

if TYPE_CHECKING:
    from panah.lawmodel import Move
    from panah.procedure.casefile import Act, CaseFile
    from panah.procedure.position import Position
    from panah.telling.law_words import LawWords
    from panah.web.cases.timeline_values import Timeline


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class ExampleTold(NamedTuple):
    """A worked example.

    Attributes:
        number: Its place on the page.
        name: The sentence it is named by, as its author wrote it.
        acts: Its acts, in the order of their numbers in the drawing.
        drawing: Its acts, the limit and the breach over days.
        day: The day asked.
        answers: What the rule gives on that day.
        arithmetic: How its author counted it.
    """

    number: int
    name: str
    acts: tuple[str, ...]
    drawing: Timeline | None
    day: str
    answers: tuple[str, ...]
    arithmetic: str


def examples_of(rule: Limit | Shield | Breach | Move, law_words: LawWords) -> tuple[ExampleTold, ...]:
    """Tell the worked examples of a rule, each worked out once while the register is open."""

    def work() -> tuple[ExampleTold, ...]:
        found = [example for example in _all(rule.id.partition("/")[0]) if works(example, rule.id)]
        return tuple(_told(number, example, rule, law_words) for number, example in enumerate(found, 1))

    return once(the_desk().kept, ("examples", rule.id, law_words.lang), None, work)


def _all(pack: str) -> list[Plain]:
    return once(the_desk().kept, ("examples", pack), None, lambda: read_examples(law_folder(), pack))


def _told(number: int, example: Plain, rule: Limit | Shield | Breach | Move, law_words: LawWords) -> ExampleTold:
    law = the_desk().law
    as_of = parse_day(str(example["as-of"]))
    known_on = None if example.get("known-on") is None else parse_day(str(example["known-on"]))
    casefile, _ = casefile_of(example, law)
    acts: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    drawing = None
    if casefile is not None:  # an amended law may have no word for an act any more; `panah law check` tells
        position = replay(casefile, law, as_of=as_of, known_on=known_on)
        acts = tuple(_act(act, law_words.lang) for _, act in numbered(casefile))
        drawing = drawing_of(rule.id, casefile, position, law, law_words)
        answers = tuple(_answers(rule, casefile, position, law_words))
    return ExampleTold(
        number=number,
        name=str(example["name"]),
        acts=acts,
        drawing=drawing,
        day=weekday_words(as_of, law_words.lang),
        answers=answers or (say(law_words.lang, "page.example-nothing"),),
        arithmetic=str(example["arithmetic"]),
    )


def _act(act: Act, lang: str) -> str:
    """Name an act with what else is known of it."""
    more = [_field(name, value, lang) for name, value in act.fields.items() if name not in ("of", "to")]
    words = act_named(act, the_desk().law, lang)
    return f"{words} ({', '.join(more)})" if more else words


def _field(name: str, value: str, lang: str) -> str:
    """Say what a field holds: a word or a body alone, a day or a time with what it is."""
    vocabulary = the_desk().law.vocabulary
    if value in vocabulary.bodies:
        return vocabulary.label(value, lang)
    if value in vocabulary.groups["values"]:
        return vocabulary.word("values", value, lang)
    told = day_words(parse_day(value), lang) if _DAY.fullmatch(value) else value
    return f"{say(lang, f'page.field-{name}')} {told}"


def _answers(
    rule: Limit | Shield | Breach | Move, casefile: CaseFile, position: Position, law_words: LawWords
) -> list[str]:
    """Say what the rule gives: a limit with its state and days, a shield with its strength, a breach with its day."""
    law, lang = the_desk().law, law_words.lang
    words = ItemWords(casefile, position, law, law_words)
    if isinstance(rule, Limit):
        told = [
            f"{law.vocabulary.word('states', item.state, lang)} · {words.due(item)}"
            for item in position.deadlines
            if item.limit.id == rule.id
        ]
        filed = [item for item in position.remedies if item.limit.id == rule.id]
        return told or [words.until(item) for item in filed]
    if isinstance(rule, Shield):
        return [" · ".join(words.protection(item)) for item in position.protections if item.shield.id == rule.id]
    if isinstance(rule, Breach):
        return [" · ".join(words.breach(item)) for item in position.breaches if item.breach.id == rule.id]
    return [words.stage(item) for item in position.stages if item.track == rule.track]
