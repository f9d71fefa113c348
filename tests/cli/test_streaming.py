"""Many cases: the answer is written as it is worked out, so that memory does not grow with their number."""

import io
import json
import os
import tracemalloc
from contextlib import redirect_stdout

from accepting import panah

CASE = """panah: 1
case: case-{number:05}
person: {{name: {{en: Person {number}}}}}
stays: XX
acts:
  - {{date: 2026-01-{day:02}, act: detained, ground: wanted}}
  - {{date: 2026-01-{day:02}, act: custody-ordered, kind: temporary}}
"""
COUNT = 20_000 if os.environ.get("PANAH_SOAK") == "1" else 400


def written(folder, count):
    for number in range(count):
        text = CASE.format(number=number, day=number % 20 + 1)
        (folder / f"case-{number:05}.yaml").write_text(text, encoding="utf-8")
    return folder


class Sink(io.TextIOBase):
    """Takes what is written and keeps nothing of it but its length."""

    encoding = "utf-8"

    def __init__(self):
        self.length = 0
        self.longest = 0

    def write(self, text):
        self.length += len(text)
        self.longest = max(self.longest, len(text))
        return len(text)


def peak_of(folder):
    from panah.cli.main import main

    sink = Sink()
    tracemalloc.start()
    with redirect_stdout(sink):
        assert main(["docket", str(folder), "--json", "--as-of", "2026-02-01"]) == 0
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak, sink


def test_memory_does_not_grow_with_the_number_of_cases(tmp_path):
    (tmp_path / "few").mkdir()
    (tmp_path / "many").mkdir()
    peak_of(written(tmp_path / "few", 10))  # the law and the modules are loaded once
    few, _ = peak_of(tmp_path / "few")
    many, sink = peak_of(written(tmp_path / "many", COUNT))
    assert sink.length > COUNT * 1000
    assert sink.longest < 50_000
    # names of the files and of the cases are kept: well under two kilobytes each, where an answer has several
    assert many - few < COUNT * 2000


def test_every_case_is_answered_once_and_in_order(tmp_path):
    answer = json.loads(panah("docket", written(tmp_path, 60), "--json", "--as-of", "2026-02-01").out)
    assert [case["case"] for case in answer["cases"]] == [f"case-{number:05}" for number in range(60)]
