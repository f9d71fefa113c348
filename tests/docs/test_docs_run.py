"""README and docs show what the commands really print. `make accept` writes the outputs anew."""

import os
from pathlib import Path

import pytest

import documents

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch):
    for name in ["LC_ALL", "LC_MESSAGES", "LANGUAGE", "FORCE_COLOR"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "120")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_document_shows_what_commands_print(path, tmp_path):
    text = path.read_text("utf-8")
    real = documents.replay(text, tmp_path)
    if os.environ.get("PANAH_ACCEPT") == "1" and real != text:
        path.write_text(real, encoding="utf-8")
        text = real
    assert text.splitlines() == real.splitlines(), "if the new output is right: make accept, and say why"


# ── the machine itself ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def _echo(monkeypatch):
    def ran(command, folder):
        return [f"<{command} among {sorted(path.name for path in folder.iterdir())}>"]

    monkeypatch.setattr(documents, "run", ran)


@pytest.mark.usefixtures("_echo")
def test_blocks_are_rewritten_in_place_and_the_rest_is_kept(tmp_path):
    text = (
        "# A\n\n<!-- file: a.yaml -->\n\n```yaml\npanah: 1\n```\n\n<!-- run: panah x -->\n```text\nold\n```\n"
        "words\n\n```console\n$ panah y\nold\nold\n$ panah z\n```\n\n```sh\n$ make install\n```\nend\n"
    )
    assert documents.replay(text, tmp_path).splitlines() == [
        *["# A", "", "<!-- file: a.yaml -->", "", "```yaml", "panah: 1", "```", ""],
        *["<!-- run: panah x -->", "```text", "<panah x among ['a.yaml']>", "```", "words", ""],
        *["```console", "$ panah y", "<panah y among ['a.yaml']>", "$ panah z", "<panah z among ['a.yaml']>", "```"],
        *["", "```sh", "$ make install", "```", "end"],
    ]


@pytest.mark.usefixtures("_echo")
def test_a_named_folder_is_copied_and_never_written_to(tmp_path):
    text = "<!-- in: tests/docs -->\n<!-- file: new.txt -->\n```\nx\n```\n<!-- run: panah x -->\n```\n```\n"
    assert "'new.txt'" in documents.replay(text, tmp_path)
    assert not (ROOT / "tests/docs/new.txt").exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<!-- run: panah x -->\n\nwords\n", "line 3: expected the block"),
        ("<!-- run: panah x -->\n<!-- in: nothing -->\n", "line 2: <!-- run: panah x --> is not followed"),
        ("```console\nold\n```\n", "line 2: a console block begins with"),
        ("```console\n$ rm -r x\n```\n", "only panah is run in documents"),
    ],
)
def test_a_document_that_cannot_be_understood_is_refused(text, words, tmp_path):
    with pytest.raises(documents.DocumentError, match=words.replace("$", r"\$")):
        documents.replay(text, tmp_path)
