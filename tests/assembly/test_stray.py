"""Nothing in a draft comes from nowhere: every day, number, citation and name is traced to the case or the law.

What the text itself says in its own letters (form), what the law's files say, and what the case says are collected
apart; days are compared as days. A draft with anything else fails, and a planted stray is found.
"""

import json
import re
from datetime import date
from functools import cache

import pytest

import drafts
import zedland
from panah.assembly.filling import paragraphs_of
from panah.assembly.wordfile import open_word
from panah.procedure.answers import answer
from panah.texts import say, words
from panah.yamlfiles import read_yaml

MONTHS = {
    "ru": say("ru", "dates.months").split("|"),
    "en": say("en", "dates.months").split("|"),
}
SHORT = ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]
DAY = {
    lang: re.compile(
        rf"(?:(\d{{1,2}})–)?(\d{{1,2}}) ({'|'.join([*months, *(SHORT if lang == 'ru' else ())])})(?: (\d{{4}}))?\b"
    )
    for lang, months in MONTHS.items()
}
PIECE = re.compile(r"\d+(?:[./:-]\d+)*")
NAME = re.compile(r"\b[A-ZА-ЯЁ][A-Za-zА-Яа-яЁё-]{2,}")


def squeeze(word):
    """The beginning of a word: the same in all its cases."""
    return word.casefold()[: max(3, len(word) - 3)]


@cache
def law_text():
    """Every word of the files of the law, of the words documents share and of the locale, as one text."""
    files = [*sorted((drafts.ROOT / "law").glob("*/*.yaml")), drafts.DOCUMENTS / "words.yaml"]
    texts = [json.dumps(read_yaml(path.read_bytes(), path.name)[0].data, ensure_ascii=False) for path in files]
    told = [
        text
        for lang in ("ru", "en")
        for key, text in words(lang).items()
        if key.startswith(("draft.", "dates.", "count."))
    ]
    return " ".join([*texts, *told])


@cache
def form_text(name, lang):
    document = drafts.catalogue().documents[name]
    told = json.dumps(document.node.data, ensure_ascii=False)
    return " ".join([*paragraphs_of(open_word(document.texts[lang]).body()), told])


@cache
def case_text(name, case, as_of, lang):
    document = drafts.catalogue().documents[name]
    casefile = drafts.case_of(document, case)
    path = document.folder / case if case.endswith(".yaml") else drafts.EXAMPLES / f"{case}.yaml"
    told = answer(drafts.filled(document.told.id, case, as_of, lang).position, casefile, drafts.law(), lang)
    return " ".join(
        [
            json.dumps(read_yaml(path.read_bytes(), "case")[0].data, ensure_ascii=False),
            json.dumps(told, ensure_ascii=False),
        ]
    )


@cache
def days_known(name, case, as_of, lang):
    """Every day of the case and of its position: bounds of what happened, ends of limits, the day of the paper."""
    document = drafts.catalogue().documents[name]
    casefile = drafts.case_of(document, case)
    spans = [act.span for act in casefile.acts]
    spans += [span for act in casefile.acts for span in (act.until, act.set_for, act.leave_by) if span is not None]
    spans += [source.published for source in casefile.sources.values() if source.published is not None]
    spans += [charge.alleged for charge in casefile.charges if charge.alleged is not None]
    known = {minute // 1440 for span in spans for minute in span if minute is not None}
    position = drafts.filled(document.told.id, case, as_of, lang).position
    told = answer(position, casefile, drafts.law(), lang)
    known |= {zedland.day(day) for day in re.findall(r"\d{4}-\d{2}-\d{2}", json.dumps(told))}
    for deadline in position.deadlines:
        for reading in deadline.readings:
            known |= {
                minute // 1440
                for minute in (reading.first, reading.last, reading.unrolled, *reading.start)
                if minute is not None
            }
    # days that a count of the law goes through, and days until which the law's texts were read
    for match in DAY[lang].finditer(json.dumps(told, ensure_ascii=False)):
        known |= {
            _ordinal(match[4], _month(match[3], lang), int(day)) for day in filter(None, match.groups()[:2]) if match[4]
        }
    known |= {zedland.day(day) for day in re.findall(r"\b\d{4}-\d{2}-\d{2}\b", law_text())}
    return known | {zedland.day(as_of)}


def _month(word, lang):
    return (MONTHS[lang].index(word) if word in MONTHS[lang] else SHORT.index(word)) + 1


@cache
def beginnings(name, case, as_of, lang):
    """The beginnings of all words there are in the form, the law and the case; and all numbers there."""
    whole = " ".join([form_text(name, lang), law_text(), case_text(name, case, as_of, lang)])
    found = {word[:length] for word in re.findall(r"[\w-]{3,}", whole.casefold()) for length in range(3, len(word) + 1)}
    numbers = set(PIECE.findall(whole)) | {str(number) for number in range(1, 25)} | {"00:00", "23:59", "24:00"}
    return found, numbers


def strays(text, name, case, as_of, lang):
    """What stands in a text and comes from nowhere."""
    known = days_known(name, case, as_of, lang)
    begun, numbers = beginnings(name, case, as_of, lang)
    found = []

    def taken_day(match):
        first, last, month, year = match.groups()
        number = _month(month, lang)
        for day in filter(None, (first, last)):
            years = [year] if year else sorted({str(_year(one)) for one in known})
            if not any(_ordinal(one, number, int(day)) in known for one in years):
                found.append(match[0])
        return " "

    rest = DAY[lang].sub(taken_day, text)
    found += [piece for piece in PIECE.findall(rest) if piece not in numbers]
    found += [word for word in NAME.findall(rest) if squeeze(word) not in begun]
    return found


def _year(ordinal):
    return date.fromordinal(ordinal).year


def _ordinal(year, month, day):
    try:
        return date(int(year), month, day).toordinal()
    except ValueError:
        return -1


@pytest.mark.parametrize("example", drafts.every_example(), ids=lambda one: f"{one[0]}-{one[1]}-{one[3]}")
def test_everything_in_a_draft_is_traced_to_the_case_or_the_law(example):
    made = drafts.filled(*example)
    for line in [*made.paragraphs, *made.footnotes]:
        assert strays(line, *example) == [], line


@pytest.mark.parametrize(
    "stray",
    [
        "17 октября 2019 года",
        "статья 777 УПК",
        "Сидоров Антон",
        "45 987 тенге",
        "Washington Post",
        "3 августа 2031 года",
    ],
)
def test_a_planted_stray_is_found(stray):
    example = ("kz/extradition-complaint", "emelyanova-yulia", "2026-02-12", "ru")
    assert strays(f"Прошу учесть: {stray}.", *example) != []
