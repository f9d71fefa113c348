"""The invented country as bytes by path, and laws made from it with one file changed; no file is written."""

from pathlib import Path

from panah.lawmodel.linting import lint_texts

ROOT = Path(__file__).parents[1]
LAW = ROOT / "law"


def zedland():
    """Give the vocabulary and Zedland, nothing of a real country."""
    return {path: text for path, text in lint_texts(LAW).items() if path.startswith(("vocabulary/", "xx/"))}


def changed(path, old, new):
    """Give Zedland with the first occurrence of some words in one of its files replaced."""
    texts = zedland()
    text = texts[path].decode()
    assert old in text, f"{path} no longer says {old!r}"
    return {**texts, path: text.replace(old, new, 1).encode()}
