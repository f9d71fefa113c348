"""Russian names in their cases: tables written by hand; what is not sure stays as it is, marked."""

import pytest

from panah.assembly.declining import decline

# each name: the gender it shows, and its forms from the genitive to the prepositional case
SURE = {
    "Мансур Мовлаев": (
        "man",
        "Мансура Мовлаева",
        "Мансуру Мовлаеву",
        "Мансура Мовлаева",
        "Мансуром Мовлаевым",
        "Мансуре Мовлаеве",
    ),
    "Юлия Емельянова": (
        "woman",
        "Юлии Емельяновой",
        "Юлии Емельяновой",
        "Юлию Емельянову",
        "Юлией Емельяновой",
        "Юлии Емельяновой",
    ),
    "Иванов Иван Петрович": (
        "man",
        "Иванова Ивана Петровича",
        "Иванову Ивану Петровичу",
        "Иванова Ивана Петровича",
        "Ивановым Иваном Петровичем",
        "Иванове Иване Петровиче",
    ),
    "Лев Скорякин": ("man", "Льва Скорякина", "Льву Скорякину", "Льва Скорякина", "Львом Скорякиным", "Льве Скорякине"),
    "Тлеубике Юлдашева": (
        "woman",
        "Тлеубике Юлдашевой",
        "Тлеубике Юлдашевой",
        "Тлеубике Юлдашеву",
        "Тлеубике Юлдашевой",
        "Тлеубике Юлдашевой",
    ),
    "Мамедов Рашад Эльдар оглы": (
        "man",
        "Мамедова Рашада Эльдар оглы",
        "Мамедову Рашаду Эльдар оглы",
        "Мамедова Рашада Эльдар оглы",
        "Мамедовым Рашадом Эльдар оглы",
        "Мамедове Рашаде Эльдар оглы",
    ),
    "Пётр Чайковский": (
        "man",
        "Петра Чайковского",
        "Петру Чайковскому",
        "Петра Чайковского",
        "Петром Чайковским",
        "Петре Чайковском",
    ),
    "Анна Ковальская": (
        "woman",
        "Анны Ковальской",
        "Анне Ковальской",
        "Анну Ковальскую",
        "Анной Ковальской",
        "Анне Ковальской",
    ),
    "Кайша Акан": ("woman", "Кайши Акан", "Кайше Акан", "Кайшу Акан", "Кайшей Акан", "Кайше Акан"),
    "Камиль Касимов": (
        "man",
        "Камиля Касимова",
        "Камилю Касимову",
        "Камиля Касимова",
        "Камилем Касимовым",
        "Камиле Касимове",
    ),
    "Анна Петрова-Водкина": (
        "woman",
        "Анны Петровой-Водкиной",
        "Анне Петровой-Водкиной",
        "Анну Петрову-Водкину",
        "Анной Петровой-Водкиной",
        "Анне Петровой-Водкиной",
    ),
    "Яков Шевченко": ("man", "Якова Шевченко", "Якову Шевченко", "Якова Шевченко", "Яковом Шевченко", "Якове Шевченко"),
    "Ирина Галкина": (
        "woman",
        "Ирины Галкиной",
        "Ирине Галкиной",
        "Ирину Галкину",
        "Ириной Галкиной",
        "Ирине Галкиной",
    ),
    "Жеткербай Абдраманов": (
        "man",
        "Жеткербая Абдраманова",
        "Жеткербаю Абдраманову",
        "Жеткербая Абдраманова",
        "Жеткербаем Абдрамановым",
        "Жеткербае Абдраманове",
    ),
}


@pytest.mark.parametrize("name", SURE)
def test_a_known_name_stands_in_every_case(name):
    gender, *forms = SURE[name]
    found = decline(name)
    assert found.gender == gender
    assert [found.forms.get(case) for case in ("gen", "dat", "acc", "ins", "pre")] == forms


@pytest.mark.parametrize(
    "name", ["Андрей Гнёт", "Содаба", "Шестеро российских военных", "N.", "", "Ivan Orlov", "XÆA-12"]
)
def test_a_name_that_is_not_sure_has_its_first_form_only(name):
    assert decline(name).forms == {"nom": name}


def test_what_the_file_gives_stands():
    found = decline("Андрей Гнёт", "man", {"gen": "Андрея Гнёта"})
    assert found.forms == {"nom": "Андрей Гнёт", "gen": "Андрея Гнёта"}


def test_the_gender_of_the_file_wins_over_the_name():
    assert decline("Саша Орлова").gender == "woman"
    assert decline("Женя Акан", "woman").forms["gen"] == "Жени Акан"


# full names with a given name that no dictionary knows: the place tells the part, grammar gives the forms
BY_GRAMMAR = {
    "Гайтукиева Хеда Ахмедовна": (
        "Гайтукиевой Хеды Ахмедовны",
        "Гайтукиевой Хеде Ахмедовне",
        "Гайтукиеву Хеду Ахмедовну",
        "Гайтукиевой Хедой Ахмедовной",
        "Гайтукиевой Хеде Ахмедовне",
    ),
    "Хеда Ахмедовна Гайтукиева": (
        "Хеды Ахмедовны Гайтукиевой",
        "Хеде Ахмедовне Гайтукиевой",
        "Хеду Ахмедовну Гайтукиеву",
        "Хедой Ахмедовной Гайтукиевой",
        "Хеде Ахмедовне Гайтукиевой",
    ),
    "Мамедова Хеда Эльдар кызы": (
        "Мамедовой Хеды Эльдар кызы",
        "Мамедовой Хеде Эльдар кызы",
        "Мамедову Хеду Эльдар кызы",
        "Мамедовой Хедой Эльдар кызы",
        "Мамедовой Хеде Эльдар кызы",
    ),
}


@pytest.mark.parametrize("name", BY_GRAMMAR)
def test_a_full_name_the_dictionary_does_not_know_is_declined_and_every_form_is_to_be_checked(name):
    found = decline(name)
    assert [found.forms.get(case) for case in ("gen", "dat", "acc", "ins", "pre")] == [*BY_GRAMMAR[name]]
    assert found.built == {"gen", "dat", "acc", "ins", "pre"}


def test_a_form_the_file_gives_is_not_to_be_checked():
    found = decline("Гайтукиева Хеда Ахмедовна", given={"gen": "Гайтукиевой Хеды Ахмедовны"})
    assert found.built == {"dat", "acc", "ins", "pre"}


@pytest.mark.parametrize("name", SURE)
def test_what_the_dictionary_knows_is_not_to_be_checked(name):
    assert decline(name).built == frozenset()


@pytest.mark.parametrize("name", ["Гнёт Андрей Петрович", "Хеда Гайтукиева", "Гайтукиева Хедь Ахмедовна"])
def test_a_name_whose_parts_or_endings_do_not_tell_is_not_built(name):
    assert decline(name).forms == {"nom": name}
