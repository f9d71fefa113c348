"""The strict reader: what the values are, what is refused, and on which line."""

import pytest

from panah.yamlfiles import DEEPEST, LARGEST_FILE, nearest, read_yaml


def data(text):
    node, problems = read_yaml(text, "f.yaml")
    assert problems == []
    return node.data


def codes(text):
    return [(problem.line, problem.code) for problem in read_yaml(text, "f.yaml")[1]]


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("On", "On"),
        ("off", "off"),
        ("y", "y"),
        ("True", "True"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("NULL", "NULL"),
        ("2025-05-04", "2025-05-04"),
        ("2025-05-04T10:17", "2025-05-04T10:17"),
        ("2025", 2025),
        ("-3", -3),
        ("0", 0),
        ("010", "010"),
        ("0o10", "0o10"),
        ("0x1f", "0x1f"),
        ("1_000", "1_000"),
        ("1:20", "1:20"),
        ("+06:00", "+06:00"),
        ("1e3", "1e3"),
        ("1.5", 1.5),
        ("207.30", "207.30"),
        (".5", ".5"),
        (".inf", ".inf"),
        ("9" * 40, "9" * 40),
        ('"1"', "1"),
        ("'no'", "no"),
        ('"null"', "null"),
    ],
)
def test_only_what_people_mean_is_taken_for_a_value(scalar, value):
    found = data(f"a: {scalar}")["a"]
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\nb: 2\na: 3", [(3, "duplicate-key")]),
        ("a: {b: 1, b: 2}", [(1, "duplicate-key")]),
        ("a: 1\n2: b", [(2, "key-not-text")]),
        ("true: b", [(1, "key-not-text")]),
        ("[a]: b", [(1, "key-not-text")]),
        ("a: &x 1", [(1, "anchor")]),
        ("a: &x 1\nb: *x", [(1, "anchor"), (2, "alias")]),
        ("<<: {a: 1}", [(1, "merge-key")]),
        ("a: !!python/object:os.system x", [(1, "tag")]),
        ("a: !mine {b: c}", [(1, "tag")]),
        ("a: 1\n---\nb: 2", [(2, "second-document")]),
        ("", [(1, "empty-file")]),
        ("# nothing\n", [(1, "empty-file")]),
        ("a:\n\tb: 1", [(2, "yaml-syntax")]),
        ("a: [1, 2", [(1, "yaml-syntax")]),
        ("a: 1\nb: 'c", [(2, "yaml-syntax")]),
        ('a: 1\nb: "x\u202ey"', [(2, "forbidden-character")]),
        ("a: x\u2067y", [(1, "forbidden-character")]),
        ('a: "\\u202e"', [(1, "forbidden-character")]),
        ('"a\\u0000": b', [(1, "forbidden-character")]),
        ("a: x\0y", [(1, "forbidden-character")]),
        ("a: 1\n# \x1b[31m", [(2, "forbidden-character")]),
        ("a: x\u2028y", [(1, "forbidden-character")]),
        ("a: \ud800", [(1, "forbidden-character")]),
        (b"a: 1\nb: \xff", [(2, "not-utf8")]),
        ("a: " + "[" * DEEPEST + "]" * DEEPEST, [(1, "too-deep")]),
        ("[" * 500, [(1, "too-deep")]),
        ("a: " + "{b: " * 100, [(1, "too-deep")]),
        ("a" * (LARGEST_FILE + 1), [(1, "file-too-large")]),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_can_surprise_or_deceive_is_refused_with_its_line(text, found):
    node, problems = read_yaml(text, "f.yaml")
    assert [(problem.line, problem.code) for problem in problems][: len(found)] == found
    assert all(problem.file == "f.yaml" for problem in problems)
    assert node is None or problems


def test_a_quoted_merge_sign_is_a_key_like_any_other():
    assert data('"<<": 1') == {"<<": 1}


def test_one_document_may_begin_with_its_mark_and_a_byte_order_mark():
    assert data("\ufeff---\na: 1\n") == {"a": 1}
    assert data(b"\xef\xbb\xbfa: 1") == {"a": 1}


def test_several_problems_come_in_the_order_of_lines():
    assert codes("a: &x 1\na: 2\n3: c\nd: !t e") == [
        (1, "anchor"),
        (2, "duplicate-key"),
        (3, "key-not-text"),
        (4, "tag"),
    ]


def test_a_path_leads_to_the_line_of_its_key_or_item():
    node, _ = read_yaml("# head\na:\n  b:\n    - one\n    - c: 1\n      d:\n        two\n", "f.yaml")
    lines = [node.line(path) for path in ((), ("a",), ("a", "b"), ("a", "b", 0), ("a", "b", 1), ("a", "b", 1, "d"))]
    assert lines == [2, 2, 3, 4, 5, 6]
    assert node.line(("a", "b", 7, "nothing")) == 3, "as far as the path goes"
    assert node.line(("a", "b", 1, "c", "deeper")) == 5


def test_line_ends_of_all_systems_are_read_alike():
    assert data("a: 1\r\nb: 2\r\n") == data("a: 1\nb: 2\n")
    assert codes("a: 1\r\na: 2\r\n") == [(2, "duplicate-key")]


def test_the_nearest_words_are_few_and_like_the_word():
    assert nearest("detaind", ["released", "detained", "escaped"])[0] == "detained"
    assert nearest("zzz", ["released"]) == []
