"""JSON Schemas for editors: up to date, and of one mind with the reader about the law as shipped."""

import json

import jsonschema
import pytest

from lawmodel_folders import LAW, lint_texts
from panah.lawmodel.schema import schemas
from panah.lawmodel.shapes import SHAPES, shape_of
from panah.yamlfiles import read_yaml

NAME_OF = {shape: name for name, shape in SHAPES.items()}


def test_the_schemas_are_up_to_date():
    written = {path.name: path.read_text(encoding="utf-8") for path in (LAW / "schema").glob("*.json")}
    assert written == schemas(), "run: python -m panah.lawmodel.schema law/schema"


@pytest.mark.parametrize("path", sorted(lint_texts(LAW)))
def test_every_law_file_names_its_schema_and_fits_it(path):
    text = (LAW / path).read_text(encoding="utf-8")
    name = NAME_OF[shape_of(path)]
    assert text.splitlines()[0] == f"# yaml-language-server: $schema={'../' * path.count('/')}schema/{name}.json"
    node, _ = read_yaml(text, path)
    jsonschema.Draft202012Validator(json.loads(schemas()[f"{name}.json"])).validate(node.data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rules", {"track": "custody", "mooves": {}}),
        (
            "rules",
            {"track": "custody", "shields": {"a": {"title": {}, "words": {}, "against": [], "while": {"python": "1"}}}},
        ),
        ("country", {"id": "xx"}),
        ("examples", {"examples": [{"name": "a"}]}),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(name, data):
    validator = jsonschema.Draft202012Validator(json.loads(schemas()[f"{name}.json"]))
    assert list(validator.iter_errors(data))
