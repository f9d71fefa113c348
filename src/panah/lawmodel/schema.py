"""JSON Schemas of the law's files, for editors: what `shapes` refuses is underlined while it is typed.

Run ``python -m panah.lawmodel.schema law/schema`` to write them anew; a test holds that they are up to date.
"""

import json
import sys
from pathlib import Path

from panah.lawmodel.shapes import SHAPES


def schemas() -> dict[str, str]:
    """Give the text of every schema by its file name."""
    texts: dict[str, str] = {}
    for name, shape in sorted(SHAPES.items()):
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **shape.model_json_schema()}
        texts[f"{name}.json"] = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    return texts


def write_schemas(folder: Path) -> None:
    """Write every schema into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
