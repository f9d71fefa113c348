"""What Panah never says, in its own words and in those of the law; and that each language says the same."""

import functools
import json
import re
import string
from pathlib import Path

import pytest

from panah.assembly.filling import paragraphs_of
from panah.assembly.wordfile import open_word
from panah.yamlfiles import read_yaml

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "src" / "panah" / "locale"

NEVER = [
    r"\bsafe(ly)?\b",
    r"\bsafety\b",
    r"безопасн(о|а|ы|ый|ая)\b",
    r"\bв безопасности",
    r"cannot be (deported|extradited|returned|expelled|surrendered)",
    r"(нельзя|не могут|не может быть) (депортир|выдворить|выдворен|выслать)",
    r"не (депортируют|выдадут|вышлют)",
    r"protected until",
    r"под защитой до",
    r"защищ[её]н[аы]? до",
    r"will be released",
    r"будет освобожд[её]н",
    r"you have \d+ more",
    r"у вас (ещё|есть) \d+",
    r"too late",
    r"слишком поздно",
    r"wait until the last",
    r"(по)?дожд(ись|итесь|аться) последнего дня",
    r"\billegal(ly)?\b(?! (entry|stay|border|crossing))",
    r"незаконн(ое|о) (удержан|задержан|содержан)\w* под",
    r"\bguilty\b",
    r"винов(ен|на|ны)\b",
    r"guarantee(d|s)? (that|safe)",
    r"гарантированно",
    r"admit guilt",
    r"призна(йте|ть) вину",
    r"(stops|prevents) extradition",
    r"(останавливает|предотвращает) выдачу",
    r"\bchances?\b",
    r"\bшанс",
    r"!",
    r"\b(oops|sorry|great)\b",
    r"қауіпсіз(?!дік)",
    r"(шығарып жіберуге|ұстап беруге|қайтаруға) болмайды",
    r"қорғалған\b",
    r"босатылады",
    r"тым кеш",
    r"соңғы күнді күт",
    r"заңсыз\b(?! (кіру|болу))",
    r"кінәлі",
    r"кінәні мойында",
    r"кепілдік бер",
    r"(беруді|экстрадицияны) (тоқтатады|болдырмайды)",
    r"\b(protects?|shields?) (\w+ )?(from|against) (return|extradition|deportation|expulsion|surrender)",
    r"защища(ет|ют) от (выдачи|выдворения|возвращения|передачи)",
    r"(беруден|жіберуден|қайтарудан) қорғайды",
    r"\bout of danger\b",
    r"\bno (risk|danger)\b",
    r"вне опасности",
    r"нет риска",
    r"(?<!что )ничто не грозит",
    r"қауіп жоқ(?! дегенді білдірмейді)",
    r"(extradition|expulsion|return|surrender) is (impossible|ruled out)",
    r"(выдача|выдворение|возвращение|передача) (невозможн|исключен)",
    r"(беру|жіберу|қайтару) мүмкін емес",
    r"\b(is|are|will be) freed\b",
    r"\bосвобо(дят|дит|ждают|ждается)\b",
    r"\bвыпуст(ят|ит)\b",
    r"there is (still )?time\b",
    r"(ещё есть|есть ещё) время",
    r"\bуспе(ете|ешь|ем)\b",
    r"үлгересіз",
    r"\bwait for (the|a)\b",
    r"\bжд(ать|ите|и) (последн|решени|отказ|ответ|повторн)",
    r"күтіңіз",
    r"\b(stops|prevents|blocks) (return|surrender|the hand-over|removal)(?! until)",
    r"\b(останавливает|предотвращает|блокирует) (передачу|возвращение)(?! до)",
    r"sign (a |the )?voluntary",
    r"подпи(шите|сать) (согласие|заявление) (на|о) (добровольн|возвращ)",
    r"өз еркімен қайту\w* .*қол қой",
    r"(tell|inform|contact) (your|their|the person's) (consulate|embassy)",
    r"(сообщите|обратитесь|обратиться) в (сво[её] )?(консульство|посольство)",
    r"(консулдығ|елшіліг)\w*ңізге",
    r"\bcross (the border )?outside",
    r"(перейдите|переходите|пересеките) (границу|вне)",
    r"бекеттен тыс өтіңіз",
    r"\d ?(%|per ?cent|процент|пайыз)",
    r"\b(likelihood|probability)\b",
    r"вероятност",
    r"ықтималды",
]

# What section by section is never said: one sentence of each kind in each language, which the patterns must find.
SAID_BY_NOBODY = [
    "He is safe until Monday.",
    "Она в безопасности",
    "Ол қауіпсіз жерде",
    "The person cannot be deported.",
    "Его нельзя выдворить",
    "Оны шығарып жіберуге болмайды",
    "Protected until 5 March",
    "Под защитой до 5 марта",
    "The certificate protects against extradition.",
    "Свидетельство защищает от выдачи",
    "Куәлік ұстап беруден қорғайды",
    "The claim stops extradition.",
    "Иск останавливает выдачу",
    "A letter of the UN stops the hand-over.",
    "You have 12 more days.",
    "У вас ещё 12 дней",
    "There is still time.",
    "Вы успеете",
    "Wait until the last day.",
    "Ждать решения суда",
    "Дождитесь последнего дня",
    "It is too late.",
    "Слишком поздно",
    "Тым кеш",
    "She will be released on Monday.",
    "Будет освобождён 5 марта",
    "Прокурор освободит его завтра",
    "Ол ертең босатылады",
    "The detained person is freed at once.",
    "The arrest is illegal.",
    "He is guilty.",
    "Он виновен",
    "ол кінәлі",
    "Admit guilt and leave.",
    "Признать вину выгодно",
    "Sign voluntary return.",
    "Подписать заявление о добровольном возвращении",
    "Tell your consulate.",
    "Обратитесь в консульство",
    "Cross outside the checkpoint.",
    "Перейдите границу ночью",
    "The chances are good.",
    "Шансы хорошие",
    "Returned in 80 % of cases",
    "80 процентов дел кончаются выдачей",
    "Extradition is impossible.",
    "Выдача невозможна",
    "No danger.",
    "Ничто не грозит",
    "Қауіп жоқ",
]


def own_words():
    for lang in ("ru", "kk", "en"):
        for name in (f"{lang}.json", f"pages/{lang}.json"):
            for key, text in json.loads((LOCALE / name).read_text(encoding="utf-8")).items():
                yield f"{name} {key}", text


def texts_of(data, place=""):
    if isinstance(data, dict):
        for key, value in data.items():
            yield from texts_of(value, f"{place}.{key}")
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from texts_of(value, f"{place}.{number}")
    elif isinstance(data, str) and place.rpartition(".")[2] in {"ru", "kk", "en"}:
        yield place, data


def words_of_the_law():
    for path in sorted((ROOT / "law").glob("*/*.yaml")):
        node, _ = read_yaml(path.read_bytes(), path.name)
        for place, text in texts_of(node.data):
            yield f"{path.parent.name}/{path.name}{place}", text


def names_of_examples():
    """Worked examples: `panah law show` prints their names, the pages of the law how they were counted too."""
    for path in sorted((ROOT / "law").glob("*/examples/*.yaml")):
        node, _ = read_yaml(path.read_bytes(), path.name)
        for example in node.data["examples"]:
            yield f"{path.name} {example['name']}", example["name"]
            yield f"{path.name} {example['name']}", example["arithmetic"]


def words_of_documents():
    """The texts of filings and what stands beside them; a filing argues, but promises nothing either."""
    for path in sorted((ROOT / "documents").rglob("*.docx")):
        for number, text in enumerate(paragraphs_of(open_word(path.read_bytes()).body()), 1):
            yield f"{path.parent.name}/{path.name}:{number}", re.sub(r"\{[{%].*?[}%]\}", "", text)
    for path in sorted((ROOT / "documents").rglob("*.yaml")):
        node, _ = read_yaml(path.read_bytes(), path.name)
        for place, text in texts_of(node.data):
            yield f"{path.parent.name}/{path.name}{place}", text


@functools.cache
def every_printed_word():
    return [*own_words(), *words_of_the_law(), *names_of_examples(), *words_of_documents()]


@pytest.mark.parametrize("pattern", NEVER)
def test_no_word_says_more_than_is_known(pattern):
    found = re.compile(pattern, re.IGNORECASE)
    assert not [(place, text) for place, text in every_printed_word() if found.search(text)]


@pytest.mark.parametrize("sentence", SAID_BY_NOBODY)
def test_the_search_would_find_such_words(sentence):
    assert any(re.search(pattern, sentence, re.IGNORECASE) for pattern in NEVER)


def places(template):
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("folder", ["", "pages"])
def test_all_languages_have_the_same_words_with_the_same_places_in_order(folder):
    files = [LOCALE / folder / f"{lang}.json" for lang in ("ru", "kk", "en")]
    ru, kk, en = (json.loads(path.read_text(encoding="utf-8")) for path in files)
    for words in (ru, kk, en):
        assert list(words) == sorted(words)
        assert set(words) == set(ru)
        assert {key: places(words[key]) for key in words} == {key: places(ru[key]) for key in ru}


def test_lists_of_forms_have_as_many_as_the_language_needs():
    ru, kk, en = (json.loads((LOCALE / f"{lang}.json").read_text(encoding="utf-8")) for lang in ("ru", "kk", "en"))
    for words in (ru, kk, en):
        for key in ("dates.months", "dates.months-short", "dates.months-alone"):
            assert len(words[key].split("|")) == 12
        assert len(words["dates.weekdays"].split("|")) == 7
    for key in ru:
        if key.startswith("dates.unit."):
            assert len(ru[key].split("|")) in {1, 3}
            assert len(en[key].split("|")) in {1, 2}
            assert len(kk[key].split("|")) == 1


def test_every_word_of_the_interface_is_used():
    code = ROOT / "src" / "panah"
    source = "".join(path.read_text(encoding="utf-8") for end in ("py", "html") for path in code.rglob(f"*.{end}"))
    begun = {found.group(1) for found in re.finditer(r'f"([a-z.-]+)\{', source)}
    said = set(re.findall(r"""["']([a-z][a-z0-9.-]+)["']""", source))
    unused = []
    for key in json.loads((LOCALE / "en.json").read_text(encoding="utf-8")):
        family, _, name = key.partition(".")
        whole = key in said or name in said
        part = any(beginning and (key.startswith(beginning) or name.startswith(beginning)) for beginning in begun)
        if not whole and not part and family != "problem":
            unused.append(key)
    assert not unused


def test_every_word_of_the_pages_is_used_and_every_word_used_is_there():
    web = ROOT / "src" / "panah" / "web"
    source = "".join(path.read_text(encoding="utf-8") for ending in ("py", "html") for path in web.rglob(f"*.{ending}"))
    known = set(json.loads((LOCALE / "pages" / "en.json").read_text(encoding="utf-8")))
    said = set(re.findall(r"""["'](page\.[a-z-]+)["']""", source))
    begun = tuple(re.findall(r'f"(page\.[a-z-]+-)\{', source))
    assert said <= known, said - known
    assert not [key for key in known - said if not key.startswith(begun)]


def test_every_anomaly_note_and_step_of_a_count_has_its_words():
    words = json.loads((LOCALE / "en.json").read_text(encoding="utf-8"))
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src" / "panah").rglob("*.py"))
    codes = {f"anomaly.{code}" for code in re.findall(r'Anomaly\([^)"]*"([a-z-]+)"', source)}
    codes |= {f"note.{code}" for code in re.findall(r'Note\("([a-z-]+)"', source)}
    codes |= {f"count.{code}" for code in re.findall(r'Step\("([a-z-]+)"', source)}
    assert len(codes) > 12
    assert codes <= set(words)


@pytest.mark.parametrize("path", sorted(LOCALE.rglob("*.json")), ids=lambda path: str(path.relative_to(LOCALE)))
def test_no_key_stands_twice(path):
    """Of two the last would win, silently, for whoever says the first."""
    pairs = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=lambda found: found)
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys))
