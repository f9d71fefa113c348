"""Write law/<pack>/recorded.yaml, what the public cases show, anew.

    python tools/recorded.py

Run it after a change to examples/, or to the filings or exposures of a pack. It names cases by their slug, no person.
"""

from __future__ import annotations

from pathlib import Path

from panah.lawmodel import Law, Pack, read_law
from panah.lawmodel.exposure_building import RECORDED
from panah.lawmodel.exposures import Seen
from panah.procedure import read_casefile
from panah.procedure.casefile import CaseFile
from panah.routes.recorded import recorded

ROOT = Path(__file__).resolve().parents[1]
HEAD = """# yaml-language-server: $schema=../schema/recorded.json
# Made by tools/recorded.py from the public cases in examples/: change them, never this file.
# Days from a filing to its answer, and from a moment of exposure to what happened; a span where a date is not known to
# the day. {cases} cases that the press chose: no rate and no chance can be read from them.
"""


def pages(law: Law) -> dict[Path, str]:
    """Give the text of every file, for the packs of which a public case shows something."""
    casefiles = _public_cases(law)
    texts: dict[Path, str] = {}
    for name, pack in law.packs.items():
        here = [casefile for casefile in casefiles if casefile.stays == pack.code]
        if here:
            texts[ROOT / "law" / name / RECORDED] = _page(here, law, pack)
    return texts


def _public_cases(law: Law) -> list[CaseFile]:
    found: list[CaseFile] = []
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        casefile, problems = read_casefile(path.read_text(encoding="utf-8"), path.name, law.vocabulary)
        if casefile is None:
            raise SystemExit(f"{path.name}: {[problem.code for problem in problems]}")
        found.append(casefile)
    return found


def _page(casefiles: list[CaseFile], law: Law, pack: Pack) -> str:
    found = recorded(casefiles, law, pack)
    lines = [f"cases: {len(casefiles)}", *_part("filings", found.filings), *_part("exposures", found.exposures)]
    return HEAD.format(cases=len(casefiles)) + "\n".join(lines) + "\n"


def _part(key: str, found: dict[str, tuple[Seen, ...]]) -> list[str]:
    if not found:
        return [f"{key}: {{}}"]
    lines = [f"{key}:"]
    for name, seen in found.items():
        lines += [f"  {name.rpartition('/')[2]}:", *[f"    - {{{_words(one)}}}" for one in seen]]
    return lines


def _words(seen: Seen) -> str:
    days = (("shortest", seen.shortest), ("longest", seen.longest))
    return ", ".join([f"case: {seen.case}", *[f"{name}: {value}" for name, value in days if value is not None]])


if __name__ == "__main__":
    read, faults = read_law(ROOT / "law")
    if read is None:
        raise SystemExit("\n".join(f"{fault.file}:{fault.line}: {fault.code}" for fault in faults))
    for target, text in pages(read).items():
        target.write_text(text, encoding="utf-8", newline="\n")
        print(target.relative_to(ROOT))
