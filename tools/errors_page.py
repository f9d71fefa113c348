"""Write the reference of errors, docs/reference/errors.md, from the words of problems in both languages."""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "errors.md"
HEAD = """# Errors

Every problem names the file and the line, what was found, what is expected and how to mend it; all problems of a file
come at once. The codes are stable. Words in braces stand for what the file says.

This page is made by `tools/errors_page.py` from `src/panah/locale/`.
"""


def errors_page() -> str:
    """Give the text of the page: every code with its English and Russian words, sorted."""
    english, russian = (
        json.loads((ROOT / "src" / "panah" / "locale" / f"{lang}.json").read_text(encoding="utf-8"))
        for lang in ("en", "ru")
    )
    parts = [HEAD]
    for key in sorted(english):
        if key.startswith("problem."):
            code = key.removeprefix("problem.")
            parts.append(f"\n## {code}\n\n{_shown(english[key])}\n\n{_shown(russian.get(key, ''))}\n")
    return "".join(parts)


def _shown(template: str) -> str:
    """Show a template with single braces as the reader would see them."""
    return (
        template.replace("{{", "{")
        .replace("}}", "}")
        .replace("<<", "`<<`")
        .replace("*{", "\\*{")
        .replace("[ ]", "`[ ]`")
    )


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(errors_page(), encoding="utf-8")
    print(PAGE.relative_to(ROOT))
