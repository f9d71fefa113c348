"""From a Word text with braces to the filled one: what is printed, what steers, what a gap and a footnote look like."""

import io

import docx

import drafts
import zedland
from panah.assembly.anonymous import without_identity

ACTS = [
    {"id": "seized", "date": "2025-03-02", "act": "detained", "place": "Zed City", "sources": ["news"]},
    {"id": "grant", "date": "2025-05-01", "act": "extradition-granted", "sources": ["news"]},
    {"date": "2025-05-05", "act": "served", "of": "grant", "to": "person"},
]
SOURCES = {
    "news": {"title": "Held", "publisher": "Zed Times", "published": "2025-05-02", "url": "https://example.org/a"}
}
PERSON = {"name": {"ru": "Иван Орлов", "en": "Ivan Orlov"}, "citizenship": ["XZ"]}


def case(**head):
    return zedland.casefile(head.pop("acts", ACTS), person=PERSON, sources=SOURCES, **head)


def filled(*lines, **options):
    return drafts.lines(drafts.fill(drafts.word(*lines), case(), **options))


def test_a_name_is_printed_in_the_case_asked():
    assert filled("Защищаю {{ person.name|acc }}, {{ person.citizen|acc }}.") == [
        "Защищаю Ивана Орлова, гражданина Иной Страны."
    ]


def test_a_paragraph_that_only_steers_is_not_printed():
    assert filled("{% for act in timeline %}", "{{ act.label }}: {{ act.date }}", "{% endfor %}", "Конец") == [
        "задержание: 2 марта 2025 года",
        "решение о выдаче: 1 мая 2025 года",
        "вручение: 5 мая 2025 года",
        "Конец",
    ]


def test_a_paragraph_whose_names_came_out_empty_is_left_out_and_an_empty_one_of_the_template_stays():
    made = drafts.fill(drafts.word("Да", "{% if acts.released %}Нет{% endif %}", "", "Тоже"), case())
    assert made.paragraphs == ["Да", "", "Тоже"]


def test_what_the_case_does_not_say_is_a_marked_gap_and_is_listed():
    made = drafts.fill(drafts.word("Дело № {{ blanks.ruling_number }}, {{ acts.released.date }}"), case())
    assert made.paragraphs == ["Дело № [ВПИСАТЬ: номер решения], [ВПИСАТЬ: освобождение]"]
    assert {"номер решения", "освобождение"} <= {gap.words for gap in made.missing}
    runs = docx.Document(io.BytesIO(made.word)).paragraphs[0].runs
    marked = [run.text for run in runs if run.font.highlight_color is not None]
    assert marked == ["[ВПИСАТЬ: номер решения]", "[ВПИСАТЬ: освобождение]"]


def test_a_needed_fact_is_listed_as_missing_though_the_text_does_not_come_to_it():
    made = drafts.fill(drafts.word("Пусто"), case(acts=ACTS[:1]))
    assert "решение о выдаче" in {gap.words for gap in made.missing}
    assert "полное имя" not in {gap.words for gap in made.missing}


def test_a_tag_that_word_has_split_into_runs_and_quoted_its_own_way_is_read():
    made = docx.Document()
    paragraph = made.add_paragraph()
    for piece, bold in (
        ("Срок: {", False),
        ("{ limits[“xx/extradition/", True),
        ("complaint”].length|words }", False),
        ("}.", True),
    ):
        paragraph.add_run(piece).bold = bold
    assert drafts.lines(drafts.fill(drafts.saved(made), case())) == ["Срок: семь дней."]


def test_rows_of_a_table_are_repeated_by_rows_that_only_steer():
    table = [
        ["Что", "Когда"],
        ["{% for act in timeline %}", ""],
        ["{{ act.label }}", "{{ act.when }}"],
        ["{% endfor %}", ""],
    ]
    made = drafts.fill(drafts.word("Таблица", table=table), case())
    rows = [[cell.text for cell in row.cells] for row in docx.Document(io.BytesIO(made.word)).tables[0].rows]
    assert rows == [
        ["Что", "Когда"],
        ["задержание", "2 марта 2025 года"],
        ["решение о выдаче", "1 мая 2025 года"],
        ["вручение", "5 мая 2025 года"],
    ]


def test_a_reference_is_a_footnote_of_word_with_title_publisher_day_and_address():
    made = drafts.fill(drafts.word("Задержан.{{ acts.detained.ref }}"), case())
    assert made.footnotes == ["«Held», Zed Times, 2 мая 2025 года, https://example.org/a."]
    assert "«Held», Zed Times" in drafts.part(made.word, "word/footnotes.xml")
    assert 'w:footnoteReference w:id="1"' in drafts.part(made.word, "word/document.xml")
    assert drafts.lines(made) == ["Задержан."]


def test_formatting_of_the_template_stays_with_its_words():
    made = docx.Document()
    paragraph = made.add_paragraph(style="List Number")
    paragraph.add_run("Имя: ")
    paragraph.add_run("{{ person.name }}").bold = True
    done = docx.Document(io.BytesIO(drafts.fill(drafts.saved(made), case()).word)).paragraphs[0]
    assert done.style.name == "List Number"
    assert [(run.text, bool(run.bold)) for run in done.runs] == [("Имя: ", False), ("Иван Орлов", True)]


def test_the_same_case_gives_the_same_bytes():
    text = drafts.word("{{ person.name }} {{ today }}{{ acts.detained.ref }}")
    assert drafts.fill(text, case()).word == drafts.fill(text, case()).word


def test_an_act_after_the_day_of_the_paper_is_not_told():
    text = drafts.word("{% if acts.served %}вручено{% else %}не вручено{% endif %}")
    assert drafts.lines(drafts.fill(text, case(), as_of="2025-05-04")) == ["не вручено"]
    assert drafts.lines(drafts.fill(text, case(), as_of="2025-05-05")) == ["вручено"]


def test_an_imprecise_day_is_never_made_exact():
    acts = [{"date": "2025-05", "act": "extradition-granted", "id": "grant"}]
    text = drafts.word("{{ acts.extradition_granted.when }}; решение {{ acts.extradition_granted.dated }}")
    assert drafts.lines(drafts.fill(text, case(acts=acts))) == [
        "в мае 2025 года; решение от [ВПИСАТЬ: решение о выдаче]"
    ]


def test_author_of_the_template_and_foreign_parts_do_not_pass_into_the_draft():
    made = docx.Document(io.BytesIO(drafts.word("Текст")))
    made.core_properties.author = "Template Author"
    done = drafts.fill(drafts.saved(made), case()).word
    assert "Template Author" not in drafts.part(done, "docProps/core.xml")
    assert "Жалоба на решение о выдаче" in drafts.part(done, "docProps/core.xml")


def test_a_fact_missing_in_two_places_is_listed_once():
    text = drafts.word("{{ acts.extradition_granted.served.when }} {{ acts.extradition_granted.served.place }}")
    made = drafts.fill(text, case(acts=ACTS[:2]))
    assert made.paragraphs == ["[ВПИСАТЬ: день вручения копии решения] [ВПИСАТЬ: день вручения копии решения]"]
    assert [gap.path for gap in made.missing].count("acts.extradition_granted.served") == 1


def test_an_anonymous_draft_leaves_name_and_gender_open():
    hidden = without_identity(
        zedland.casefile(ACTS, person={"name": {"ru": "Юлия Емельянова"}}, sources=SOURCES), zedland.LAW
    )
    text = drafts.word('{{ person.name|gen }} {{ person|gendered("задержан", "задержана") }}')
    assert drafts.lines(drafts.fill(text, hidden)) == ["N. задержан/задержана"]
